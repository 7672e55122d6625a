"""What is to learn, from what, and how: until a run begins."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.presets import PRESETS
from cnnviz.pages.train.presenters.asked_devices import AskedDevices
from cnnviz.pages.train.presenters.data.data_here import DataHere
from cnnviz.pages.train.presenters.training_engine import TrainingEngine, own_threads
from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.run.recipe import (
    Recipe,
    recipe_of,
    recipe_problem,
    training_config,
    with_preset,
)
from cnnviz.state.store import Store
from cnnviz.state.workers.dataset_looks import DatasetLooks


class RecipePresenter(QObject):
    """Hold what was typed and chosen for the next run.

    ``recipe`` holds what was typed, ``learner`` the network that a run trains, anew,
    ``choices`` what it is chosen from, ``devices`` what this machine can compute on
    (empty until asked and answered), ``here`` which data sets are on it, ``looks`` what
    they look like.

    Parameters
    ----------
    first
        The network at first.
    among
        The choices of another page, whose networks can be trained too.
    """

    def __init__(
        self,
        first: CurrentNetwork,
        engine: TrainingEngine,
        parent: QObject,
        *,
        among: NetworkChoices | None = None,
    ) -> None:
        super().__init__(parent)
        self.recipe: Store[Recipe] = Store(Recipe(), self)
        self.learner: NetworkStore = Store(first, self)
        self.choices = NetworkChoices(self.learner, (), self, among=among)
        self._asked_devices = AskedDevices(engine, self)
        self.devices = self._asked_devices.store
        self.here, self.looks = DataHere(self), DatasetLooks(self)
        self.choices.store.changed.connect(self._on_offered)

    @property
    def problem(self) -> CnnvizError | None:
        """Why the recipe cannot be started as it stands, if so."""
        return recipe_problem(self.recipe.state, self.learner.state)

    def config(self) -> TrainingConfig:
        """Return the recipe of a run; one core is left to the window.

        Raises
        ------
        CnnvizError
            What `problem` says.
        """
        learner = self.learner.state.network
        return training_config(self.recipe.state, learner, threads=own_threads())

    def take_preset(self, key: str) -> None:
        """Take a preset's network, data and settings."""
        self.learner.replace(self.choices.of(NETWORKS[PRESETS[key].network]))
        self.recipe.replace(with_preset(self.recipe.state, key))

    def take(self, config: TrainingConfig, data: str) -> None:
        """Take the recipe of a run, with its network."""
        threads = self.recipe.state.threads
        self.recipe.replace(replace(recipe_of(config, data), threads=threads))
        self.learner.replace(self.choices.of(config.network))

    def ask_devices(self) -> None:
        """Find out, once and in a thread, what there is to compute on."""
        self._asked_devices.ask()

    def shut_down(self) -> None:
        """End every thread."""
        self.choices.shut_down()
        self._asked_devices.shut_down()
        self.here.shut_down()
        self.looks.shut_down()

    @Slot(object)
    def _on_offered(self, offered: tuple[CurrentNetwork, ...]) -> None:
        """Go along with what is done to the chosen network on another page."""
        chosen = self.learner.state
        same = (each for each in offered if each.key == chosen.key)
        self.learner.replace(next(same, chosen))
