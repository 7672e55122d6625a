"""Commands of the network editor: each one an undo step, never refused."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import Weights
from cnnviz.pages.network.model import draft_edits
from cnnviz.pages.network.model.draft_check import (
    CheckedLayer,
    checked,
    names_classes,
    working_network,
    working_part,
)
from cnnviz.pages.network.model.draft_fixes import Fix, suggest_fixes
from cnnviz.pages.network.model.kept_weights import draft_weights
from cnnviz.pages.network.model.layer_field import LayerField
from cnnviz.pages.network.model.network_draft import (
    PICTURE_ID,
    NetworkDraft,
    Origin,
    Value,
    draft_of,
)
from cnnviz.pages.network.model.new_layers import added
from cnnviz.state.store import Store
from cnnviz.state.undo import change
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer

PAGE: Final = "network"
"""The page that undo goes to."""


@dataclass(frozen=True, slots=True, eq=False)
class EditedNetwork:
    """What works of a draft, ready to run.

    Attributes
    ----------
    network
        All layers that work, with the classes of the draft.
    weights
        Those that the draft began with where they fit, random ones elsewhere.
    names_classes
        Whether its last layer has a number for each class.
    """

    network: Network
    weights: Weights
    names_classes: bool


class EditorPresenter(QObject):
    """Change a draft by undo steps, and tell what works of it.

    Changes of the same number in a row are one step until `end_edit`, or until the draft
    is changed by anything else.

    Signals
    -------
    network_ready(edited)
        Another network works now: an ``EditedNetwork``. Nothing is told while a draft
        has no layer that works: what was told last stays.
    chosen_changed(layer_id)
        Another layer is chosen, or the picture (0).
    failed(error)
        The weights could not be made: a ``CnnvizError``.
    """

    network_ready = Signal(object)
    chosen_changed = Signal(int)
    failed = Signal(object)

    def __init__(
        self, undo: QUndoStack, draft: NetworkDraft, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.store: Store[NetworkDraft] = Store(draft, self)
        self._undo, self._began = undo, draft.origin
        self._chosen = PICTURE_ID
        self._edit, self._edited, self._is_ours = 0, "", False
        self._checked: tuple[CheckedLayer, ...] = checked(draft)
        self._told: tuple[Network | None, object] = self._question()
        worker: LatestWorker[NetworkDraft, EditedNetwork | None] = LatestWorker(
            edited_network, "edited network"
        )
        self._making = NewestAnswer(worker, self)
        self._making.arrived.connect(self.network_ready)
        self._making.failed.connect(self.failed)
        self.store.changed.connect(self._on_draft_changed)

    @property
    def draft(self) -> NetworkDraft:
        """The network as it was asked for."""
        return self.store.state

    @property
    def checked(self) -> tuple[CheckedLayer, ...]:
        """What became of each layer of the draft."""
        return self._checked

    @property
    def chosen(self) -> int:
        """Number of the layer whose settings are shown; `PICTURE_ID` for the picture."""
        return self._chosen

    def fixes(self, layer: CheckedLayer) -> tuple[Fix, ...]:
        """Return the ways out for a layer with an error."""
        return suggest_fixes(self.draft, layer)

    @property
    def began(self) -> Origin | None:
        """The network that was edited last from its beginning."""
        return self._began

    def begin(self, network: Network, weights: Weights) -> None:
        """Edit a copy of a network from now on; that is no step for undo."""
        draft = draft_of(network, weights)
        self._began = draft.origin
        self.resume(draft)

    def resume(self, draft: NetworkDraft) -> None:
        """Go on with a draft whose network is looked at already."""
        self._making.forget()
        self._told = working_part(draft), draft.origin
        self.store.replace(draft)
        self.choose(PICTURE_ID)

    def forget(self) -> None:
        """Tell nothing of what has been changed so far, but of the next change."""
        if self._making.is_waiting:
            self._making.forget()
            self._told = None, None

    def shut_down(self) -> None:
        """End the thread."""
        self._making.shut_down()

    # commands

    def choose(self, layer_id: int) -> None:
        """Show the settings of a layer, or of the picture."""
        if layer_id != self._chosen:
            self.end_edit()
            self._chosen = layer_id
            self.chosen_changed.emit(layer_id)

    def end_edit(self) -> None:
        """Let the next change be an undo step of its own: the field was left."""
        self._edit += 1
        self._edited = ""

    def add(self, kind: str) -> None:
        """Put a layer below the chosen one; at the end where the picture is chosen."""
        after = self._chosen or None
        self._change(added(self.draft, kind, after), self.tr("Add layer"), choose=True)

    def duplicate(self) -> None:
        """Put a copy below the chosen layer."""
        new = draft_edits.duplicated(self.draft, self._chosen)
        self._change(new, self.tr("Duplicate layer"), choose=True)

    def branch(self) -> None:
        """Put a copy beside the chosen layer, and a layer that joins both."""
        new = draft_edits.branched(self.draft, self._chosen)
        self._change(new, self.tr("Add branch"), choose=True)

    def remove(self) -> None:
        """Take the chosen layer out."""
        new = draft_edits.removed(self.draft, self._chosen)
        self._change(new, self.tr("Remove layer"))

    def move(self, by: int) -> None:
        """Move the chosen layer so many places down, or up."""
        new = draft_edits.moved(self.draft, self._chosen, by)
        self._change(new, self.tr("Move layer"))

    def rename(self, name: str) -> None:
        """Call the chosen layer something else."""
        new = draft_edits.renamed(self.draft, self._chosen, name)
        self._change(new, self.tr("Rename layer"))

    def set_reads(self, reads: tuple[int, ...]) -> None:
        """Let the chosen layer read others."""
        new = draft_edits.with_reads(self.draft, self._chosen, reads)
        self._change(new, self.tr("Change what a layer reads"))

    def set_value(self, field: LayerField, value: Value) -> None:
        """Set one field of the chosen layer, perhaps to what is impossible."""
        new = draft_edits.with_value(self.draft, self._chosen, field.name, value)
        key = f"{self._chosen}-{field.name}" if field.steps else ""
        setting = QCoreApplication.translate("LayerFields", field.label)
        label = self.tr("Change layer: {setting}").format(setting=setting)
        self._change(new, label, key)

    def set_title(self, title: str) -> None:
        """Call the network something else."""
        new = draft_edits.titled(self.draft, title)
        self._change(new, self.tr("Rename network"))

    def set_input(self, channels: int, height: int, width: int) -> None:
        """Let the network read pictures of another size."""
        new = draft_edits.with_input(self.draft, channels, height, width)
        self._change(new, self.tr("Change input size"), "input")

    def set_classes(self, classes: int) -> None:
        """Have so many classes."""
        new = draft_edits.with_classes(self.draft, classes)
        self._change(new, self.tr("Change number of classes"), "classes")

    def set_labels(self, labels: tuple[str, ...]) -> None:
        """Name the classes."""
        new = draft_edits.with_labels(self.draft, labels)
        self._change(new, self.tr("Rename classes"))

    def apply(self, fix: Fix) -> None:
        """Take a way out."""
        self._change(fix.draft, self.tr("Fix layer"))

    def _change(
        self, new: NetworkDraft, label: str, key: str = "", *, choose: bool = False
    ) -> None:
        if key != self._edited or not key:
            self.end_edit()
        merge_key = f"{key}-{self._edit}" if key else ""
        self._edited, self._is_ours = key, True
        before = set(self.draft.ids)
        change(self._undo, self.store, new, label, merge_key=merge_key, page=PAGE)
        self._is_ours = False
        made = [layer_id for layer_id in new.ids if layer_id not in before]
        if choose and made:
            self.choose(made[0])

    @Slot(object, object)
    def _on_draft_changed(self, new: NetworkDraft, old: NetworkDraft) -> None:
        if not self._is_ours:
            self.end_edit()
        self._checked = checked(new)
        question = self._question()
        if question[0] is not None and question != self._told:
            self._told = question
            self._making.request(new)
        if self._chosen not in (PICTURE_ID, *new.ids):
            place = min(old.place(self._chosen), len(new.layers) - 1)
            self.choose(new.ids[place] if place >= 0 else PICTURE_ID)
        elif not self._is_ours and (changed := _changed_layer(new, old)):
            self.choose(changed)  # an undo is seen where it happens

    def _question(self) -> tuple[Network | None, object]:
        return working_network(self.draft, self._checked), self.draft.origin


def _changed_layer(new: NetworkDraft, old: NetworkDraft) -> int:
    """Return the layer that came, or the first that is another one now; 0 for none."""
    came = [one.id for one in new.layers if one.id not in old.ids]
    changed = [one.id for one in new.layers if one != old.layer(one.id)]
    return next(iter((*came, *changed)), PICTURE_ID)


def edited_network(draft: NetworkDraft) -> EditedNetwork | None:
    """Return what works of a draft with its weights; ``None`` where nothing does."""
    known = checked(draft)
    network = working_network(draft, known)
    if network is None:
        return None
    weights = draft_weights(draft, network)
    return EditedNetwork(network, weights, names_classes(network))
