"""The network that was changed by hand, as a part of the work that is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Slot
from typing_extensions import override

from cnnviz.engine.networks.weights import read_metadata
from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.kept_part import KeptLast
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.undo import Part, Replacement
from cnnviz.state.workers.changed_file import save_changed
from cnnviz.state.workers.weight_file import offered_networks, opened_network

MOST_NUMBERS: Final = 4_000_000
"""Of a network that is kept: a larger one would be written for too long, again and again."""


@dataclass(frozen=True, slots=True, eq=False)
class KeptCopy:
    """A changed network, and whether the page looked at it."""

    network: CurrentNetwork
    is_shown: bool


class KeptChange(KeptLast[KeptCopy, KeptCopy]):
    """The copy that was changed last: looked at again, or offered."""

    file_name = "changed.safetensors"

    def __init__(
        self, looked_at: NetworkStore, choices: NetworkChoices, parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self._looked_at, self._choices = looked_at, choices
        looked_at.changed.connect(self._on_changed)

    @property
    @override
    def stamp(self) -> object:
        """The copy while it is looked at: undo comes back to what there was before."""
        now = self._looked_at.state
        return now if now.origin == "changed" else None

    @override
    def read(self, path: Path) -> KeptCopy:
        """Return a changed network; its original where that has a name here."""
        said = read_metadata(path)
        found = opened_network(path)
        original = next(
            (
                each
                for each in offered_networks()
                if (each.network.name, each.origin, each.weights_name)
                == (
                    found.network.name,
                    said.get("origin"),
                    said.get("weights_name", ""),
                )
            ),
            None,
        )
        network = replace(found, origin="changed", file="", original=original)
        if original is not None:
            network = replace(network, weights_name=original.weights_name)
        return KeptCopy(network, said.get("shown") == "yes")

    @override
    def replacements(self, found: KeptCopy) -> Sequence[Part]:
        if not found.is_shown:
            return ()
        return (Replacement(self._looked_at, found.network),)

    @override
    def show(self, found: KeptCopy) -> None:
        self._choices.offer(found.network)
        self._keep(found)

    @staticmethod
    @override
    def write(kept: KeptCopy, path: Path) -> None:
        network, shown = kept.network, "yes" if kept.is_shown else "no"
        assert network.weights is not None
        root = network.root
        about = {
            "origin": root.origin,
            "weights_name": root.weights_name,
            "shown": shown,
        }
        save_changed(path, network, network.weights, **about)

    @Slot(object, object)
    def _on_changed(self, new: CurrentNetwork, _old: CurrentNetwork) -> None:
        if new.origin == "changed" and _size(new) <= MOST_NUMBERS:
            self._keep(KeptCopy(new, is_shown=True))
        elif self._kept is not None and self._kept.is_shown:
            self._keep(replace(self._kept, is_shown=False))


def _size(network: CurrentNetwork) -> int:
    return sum(values.size for values in (network.weights or {}).values())
