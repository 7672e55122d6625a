"""Recipe and trained network as parts of the work that is kept."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final, get_args

from PySide6.QtCore import QObject, Slot
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import write_whole
from cnnviz.engine.images.files.loading import read_file
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.files.described_weights import (
    LAYERS,
    layers_said,
    network_said,
)
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import (
    load_weights,
    read_metadata,
    save_weights,
)
from cnnviz.engine.training.config import DeviceName
from cnnviz.engine.training.data.augmentation import Augmentation
from cnnviz.engine.training.initializations import INITIALIZATIONS
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.engine.training.precisions import PRECISIONS
from cnnviz.engine.training.schedules import SCHEDULES
from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.kept_part import KeptLast, KeptPart
from cnnviz.state.run.recipe import Recipe
from cnnviz.state.run.run_state import MADE_BY, Run
from cnnviz.state.undo import Part, Replacement
from cnnviz.state.workers.weight_file import accuracy_said

_MOST_BYTES: Final = 200_000
"""Of a recipe, with the layers of its network; the largest that has a name has 20 kB."""

_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "optimizer": tuple(OPTIMIZERS),
    "schedule": tuple(SCHEDULES),
    "initialization": tuple(INITIALIZATIONS),
    "precision": PRECISIONS,
    "device": get_args(DeviceName),
}


@dataclass(frozen=True, slots=True)
class AskedTraining:
    """What was typed into the fields of a recipe, and what was to learn, if known."""

    recipe: Recipe
    network: Network | None = None


class KeptRecipe(KeptPart[AskedTraining]):
    """What was typed into the fields of the recipe, and which network was to learn.

    Its weights are not kept: each run draws its own.
    """

    file_name = "recipe.json"

    def __init__(self, train: TrainPresenter, parent: QObject | None) -> None:
        super().__init__(parent)
        self._train = train
        self._first, self._first_learner = train.recipe.state, train.learner.state
        train.recipe.changed.connect(self.changed)
        train.learner.changed.connect(self.changed)

    @property
    @override
    def is_as_at_first(self) -> bool:
        train = self._train
        is_first = train.learner.state.key == self._first_learner.key
        return is_first and train.recipe.state == self._first

    @property
    @override
    def stamp(self) -> object:
        return self._train.recipe.state, self._train.learner.state.key

    @override
    def writing(self) -> Callable[[Path], None]:
        """Return what writes the recipe as it is now, as JSON."""
        recipe, learner = self._train.recipe.state, self._train.learner.state
        return partial(_write_recipe, AskedTraining(recipe, learner.network))

    @override
    def read(self, path: Path) -> AskedTraining:
        """Return the recipe of a file; the first one when it cannot be read."""
        try:
            said = json.loads(read_file(path, at_most=_MOST_BYTES))
        except (ValueError, RecursionError):
            return AskedTraining(self._first)
        return AskedTraining(recipe_of(said, self._first), _learner_of(said))

    @override
    def replacements(self, found: AskedTraining) -> Sequence[Part]:
        train = self._train
        return (
            Replacement(train.recipe, found.recipe),
            Replacement(train.learner, self._offered(found.network)),
        )

    def _offered(self, described: Network | None) -> CurrentNetwork:
        """Return the first network of these layers that can be chosen, or a new one."""
        if described is None:
            return self._first_learner
        return self._train.choices.of(described)


def recipe_of(said: object, usual: Recipe) -> Recipe:
    """Return the recipe that a file tells of; what makes no sense is as usual."""
    if not isinstance(said, dict):
        return usual
    good: dict[str, Any] = {}
    for key, value in asdict(usual).items():
        given = said.get(key)
        choices = _CHOICES.get(key)
        if type(given) is type(value) and (choices is None or given in choices):
            good[key] = given
    good["augmentation"] = _changes_of(usual.augmentation, said.get("augmentation"))
    return replace(usual, **good)


def _changes_of(usual: Augmentation, said: object) -> Augmentation:
    """Return how pictures are changed; as usual, where an amount makes no sense."""
    if not isinstance(said, dict):
        return usual
    good = {
        name: said[name]
        for name, value in asdict(usual).items()
        if type(said.get(name)) in (type(value), int)
    }
    try:
        return replace(usual, **good)
    except CnnvizError:
        return usual


def _learner_of(said: object) -> Network | None:
    """Return the network that a recipe names or describes; ``None`` where it is none."""
    if not isinstance(said, dict):
        return None
    name, layers = said.get("network"), said.get(LAYERS)
    try:
        if isinstance(layers, str):
            return network_said({LAYERS: layers})
        return network(name) if isinstance(name, str) else None
    except (CnnvizError, ValueError):  # half of a character is no text, either
        return None


def _write_recipe(asked: AskedTraining, path: Path) -> None:
    said: dict[str, object] = asdict(asked.recipe)
    learner: dict[str, object] = {}
    if asked.network is not None:
        learner = {"network": asked.network.name, **layers_said(asked.network)}
    whole = json.dumps(said | learner).encode()
    # What could not be read again is not worth the rest of the recipe.
    write_whole(path, whole if len(whole) <= _MOST_BYTES else json.dumps(said).encode())


@dataclass(frozen=True, slots=True, eq=False)
class KeptTraining:
    """A trained network, and whether it was the one that answered."""

    network: CurrentNetwork
    is_chosen: bool


class KeptNetwork(KeptLast[KeptTraining, KeptTraining]):
    """A trained network: what was chosen answers again, what was not is only offered."""

    def __init__(
        self,
        train: TrainPresenter,
        networks: NetworkStore,
        offer: Callable[[CurrentNetwork], None],
        parent: QObject | None,
    ) -> None:
        super().__init__(parent)
        self._train, self._networks, self._offer = train, networks, offer
        self._follow()

    def _follow(self) -> None:
        """Connect to what the kept network follows."""

    @property
    @override
    def stamp(self) -> object:
        return None if self._kept is None else self._kept.network

    @override
    def read(self, path: Path) -> KeptTraining:
        """Return a trained network, with its accuracy (0 to 1) if that is known."""
        about = read_metadata(path)
        described = network_said(about) or network(about.get("network", ""))
        trained = CurrentNetwork(
            described,
            load_weights(path, described),
            "trained",
            accuracy_said(about.get("validation_accuracy", "")),
            run=_count(about, "run"),
            epoch=_count(about, "epoch"),
            step=_count(about, "step"),
            made_by=tuple((key, about[key]) for key in MADE_BY if key in about),
        )
        return KeptTraining(trained, about.get("chosen") == "yes")

    @override
    def replacements(self, found: KeptTraining) -> Sequence[Part]:
        if not found.is_chosen:
            return ()
        return (Replacement(self._networks, found.network),)

    @override
    def show(self, found: KeptTraining) -> None:
        self._train.recover(found.network)
        if found.network.key != self._networks.state.key:
            self._offer(found.network)
        self._keep(found)

    @staticmethod
    @override
    def write(kept: KeptTraining, path: Path) -> None:
        trained = kept.network
        assert trained.weights is not None
        try:
            save_weights(
                path,
                trained.network,
                trained.weights,
                **trained.about,
                **layers_said(trained.network),
                run=trained.run,
                epoch=trained.epoch,
                step=trained.step,
                chosen="yes" if kept.is_chosen else "no",
            )
        except CnnvizError as error:
            if error.code != "weights_not_finite":  # a run that failed is not missed
                raise


class KeptChosen(KeptNetwork):
    """The trained network that was chosen to answer."""

    file_name = "network.safetensors"

    @override
    def _follow(self) -> None:
        self._networks.changed.connect(self._on_network_changed)

    @Slot(object, object)
    def _on_network_changed(self, new: CurrentNetwork, _old: CurrentNetwork) -> None:
        if new.origin == "trained":
            self._keep(KeptTraining(new, is_chosen=True))
        elif self._kept is not None:
            self._keep(replace(self._kept, is_chosen=False))


class KeptNewest(KeptNetwork):
    """The newest network of the training, whether or not somebody chose one."""

    file_name = "newest.safetensors"
    _stamp: object = None

    @override
    def _follow(self) -> None:
        self._train.run.changed.connect(self._on_run_changed)

    @property
    @override
    def stamp(self) -> object:
        """What was trained here; what only a folder shows is nobody's change."""
        return self._stamp

    @override
    def show(self, found: KeptTraining) -> None:
        self._stamp = found.network
        super().show(found)

    @Slot(object, object)
    def _on_run_changed(self, new: Run, old: Run) -> None:
        resting = ("paused", "finished", "stopped")
        rests = new.phase in resting and (
            old.phase not in resting or new.weights_step != old.weights_step
        )
        trained = new.newest_network
        if trained is not None and (rests or len(new.epochs) > len(old.epochs)):
            self._stamp = trained if self._train.is_running else self._stamp
            self._keep(KeptTraining(trained, is_chosen=False))


def _count(about: Mapping[str, str], key: str) -> int:
    text = about.get(key, "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0
