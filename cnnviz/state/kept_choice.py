"""Which network a page looks at, as a part of a document: by name, or with its weights."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Slot
from typing_extensions import override

from cnnviz.engine.networks.weights import read_metadata
from cnnviz.state.current_network import CurrentNetwork, NetworkOrigin, NetworkStore
from cnnviz.state.kept_part import KeptPart
from cnnviz.state.kept_said import KeptSaid, Said
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.undo import Part, Replacement
from cnnviz.state.workers.changed_file import save_changed
from cnnviz.state.workers.weight_file import opened_network

MOST_NUMBERS: Final = 4_000_000
"""Of a network whose weights are put into a file: a larger one is only named there."""

_NAMED: Final = ("shipped", "untrained")
"""Origins of networks that are on every machine."""


class KeptChoice(KeptSaid):
    """The choice of one page, by what is the same for two that mean the same network.

    What other parts bring (a trained network, a changed or a built one) is theirs to
    show; only when they did not, it is looked for among all that can be chosen.
    """

    def __init__(
        self, page: str, choice: NetworkStore, choices: NetworkChoices, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.file_name = f"{page}_network.json"
        self._choice, self._choices = choice, choices
        self._last = choice.state
        choice.changed.connect(self._on_chosen)

    @property
    @override
    def stamp(self) -> object:
        return self._last.key

    @override
    def said(self) -> Said:
        return {"origin": self._last.origin, "key": list(self._last.key[1:])}

    @override
    def replacements(self, found: Said) -> Sequence[Part]:
        wanted = self._find(found) if found.get("origin") in _NAMED else None
        return () if wanted is None else (Replacement(self._choice, wanted),)

    @override
    def show(self, found: Said) -> None:
        wanted = self._find(found)
        if wanted is not None and wanted.key != self._choice.state.key:
            self._choice.replace(wanted)

    def _find(self, found: Said) -> CurrentNetwork | None:
        said = found.get("key")
        if not isinstance(said, list):
            return None
        key = (found.get("origin"), *said)
        return next((one for one in self._choices.store.state if one.key == key), None)

    @Slot(object, object)
    def _on_chosen(self, new: CurrentNetwork, _old: CurrentNetwork) -> None:
        if not new.is_moment:  # the timeline is gone through, no network is chosen
            self._last = new
            self.changed.emit()


class KeptWeights(KeptPart[CurrentNetwork]):
    """The chosen network itself, where no other machine has it: from a file, say."""

    def __init__(
        self,
        page: str,
        origins: Sequence[NetworkOrigin],
        choice: NetworkStore,
        choices: NetworkChoices,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.file_name = f"{page}_weights.safetensors"
        self._origins = tuple(origins)
        self._choice, self._choices = choice, choices

    @property
    @override
    def is_as_at_first(self) -> bool:
        return True

    @override
    def writing(self) -> Callable[[Path], None]:
        """Return what writes the network, if it is one of those."""
        chosen = self._choice.state
        weights = chosen.weights or {}
        size = sum(values.size for values in weights.values())
        if chosen.origin not in self._origins or not 0 < size <= MOST_NUMBERS:
            return _nothing
        about = {
            "origin": chosen.origin,
            "file": chosen.file,
            "run": chosen.run,
            "epoch": chosen.epoch,
            "step": chosen.step,
        }
        return partial(_write, chosen, about)

    @override
    def read(self, path: Path) -> CurrentNetwork:
        said, found = read_metadata(path), opened_network(path)
        counts = {
            name: int(said[name])
            for name in ("run", "epoch", "step")
            if said.get(name, "").isdecimal() and len(said[name]) < 10
        }
        origin = next((one for one in self._origins if one == said.get("origin")), None)
        found = replace(found, file=said.get("file", ""), **counts)  # type: ignore[arg-type]
        return found if origin is None else replace(found, origin=origin)

    @override
    def replacements(self, found: CurrentNetwork) -> Sequence[Part]:
        return (Replacement(self._choice, found),)

    @override
    def show(self, found: CurrentNetwork) -> None:
        self._choices.offer(found)


def _write(chosen: CurrentNetwork, about: dict[str, object], path: Path) -> None:
    assert chosen.weights is not None
    save_changed(path, chosen, chosen.weights, **about)


def _nothing(_path: Path) -> None:
    """Write nothing: the network has a name, or is too large."""
