"""The network that was built, finished or not, as a part of the work that is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Slot
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.weights import load_weights, read_metadata, save_weights
from cnnviz.pages.network.model.draft_check import names_classes, working_part
from cnnviz.pages.network.model.draft_file import draft_from_json, draft_json
from cnnviz.pages.network.model.network_draft import NetworkDraft, Origin, draft_of
from cnnviz.pages.network.presenters.built_network import BuiltNetwork
from cnnviz.pages.network.presenters.editor_presenter import (
    EditedNetwork,
    edited_network,
)
from cnnviz.pages.network.presenters.kept_change import MOST_NUMBERS
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.kept_part import KeptLast
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.undo import Part, Replacement

_BEGAN: Final = "began"
"""Where the file tells of the network that the draft began as: its weights are in it."""

_DRAFT: Final = "draft"


@dataclass(frozen=True, slots=True, eq=False)
class KeptDraft:
    """A draft that was changed, and whether the page looked at what works of it."""

    draft: NetworkDraft
    is_shown: bool


@dataclass(frozen=True, slots=True, eq=False)
class FoundDraft(KeptDraft):
    """A draft that was read, with the network that it is one of."""

    network: CurrentNetwork


class KeptBuilt(KeptLast[FoundDraft, KeptDraft]):
    """The draft that was changed last: gone on with, or its network offered.

    What began by chance is drawn from the same seed again, so only the weights are kept
    that the draft began with.
    """

    file_name = "built.safetensors"

    def __init__(
        self, built: BuiltNetwork, choices: NetworkChoices, parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self._built, self._choices = built, choices
        built.editor.store.changed.connect(self._on_draft_changed)
        choices.current.changed.connect(self._on_looked_at)

    @property
    @override
    def stamp(self) -> object:
        draft = self._built.editor.store.state
        return None if draft.is_as_begun else draft

    @override
    def read(self, path: Path) -> FoundDraft:
        """Return a draft, and what works of it as a network."""
        said = read_metadata(path)
        began = working_part(draft_from_json(said.get(_BEGAN, "")))
        if began is None:
            raise CnnvizError("network_not_json")
        origin = Origin(began, load_weights(path, began))
        draft = replace(draft_from_json(said.get(_DRAFT, "")), origin=origin)
        works = edited_network(draft)
        if works is None:  # it is one of the network that worked at the beginning
            works = EditedNetwork(began, origin.weights, names_classes(began))
        network = CurrentNetwork(
            works.network, works.weights, "built", names_classes=works.names_classes
        )
        return FoundDraft(draft, said.get("shown") == "yes", network)

    @override
    def replacements(self, found: FoundDraft) -> Sequence[Part]:
        if not found.is_shown:
            return ()
        return (Replacement(self._choices.current, found.network),)

    @override
    def show(self, found: FoundDraft) -> None:
        self._choices.offer(found.network)
        self._built.recover(found.draft, found.network)
        self._keep(KeptDraft(found.draft, found.is_shown))

    @staticmethod
    @override
    def write(kept: KeptDraft, path: Path) -> None:
        origin = kept.draft.origin
        assert origin is not None
        save_weights(
            path,
            origin.network,
            origin.weights,
            **{
                _BEGAN: draft_json(draft_of(origin.network)),
                _DRAFT: draft_json(kept.draft),
                "shown": "yes" if kept.is_shown else "no",
            },
        )

    @Slot(object, object)
    def _on_draft_changed(self, new: NetworkDraft, _old: NetworkDraft) -> None:
        if _size(new) <= MOST_NUMBERS and not new.is_as_begun:
            self._keep(KeptDraft(new, self._built.shows(new)))
        else:
            self._on_looked_at()

    @Slot()
    def _on_looked_at(self) -> None:
        """Note whether what is kept is still looked at."""
        kept = self._kept
        if kept is not None:
            is_shown = self._built.shows(kept.draft)
            if is_shown != kept.is_shown:
                self._keep(replace(kept, is_shown=is_shown))


def _size(draft: NetworkDraft) -> int:
    weights = {} if draft.origin is None else draft.origin.weights
    return sum(values.size for values in weights.values())
