"""The layers in order, each with its figures, or with why it cannot work."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from cnnviz.pages.network.model.draft_check import CheckedLayer
from cnnviz.pages.network.model.draft_fixes import Fix
from cnnviz.pages.network.model.network_draft import NetworkDraft
from cnnviz.pages.network.views.editor.error_note import ErrorNote
from cnnviz.pages.network.views.editor.layer_rows import LayerRows
from cnnviz.pages.network.views.editor.list_head import ListHead
from cnnviz.pages.network.views.editor.row_painting import RowPainting, line_height


class LayerList(QListView):
    """Choose a layer, or drag it to another place.

    Signals
    -------
    layer_chosen(layer_id)
        Another row was chosen by hand.
    move_requested(by)
        The chosen layer was dragged so many places down, or up.
    fix_chosen(fix)
        A way out shall be taken.
    """

    layer_chosen = Signal(int)
    move_requested = Signal(int)
    fix_chosen = Signal(object)

    def __init__(
        self, fixes: Callable[[CheckedLayer], Sequence[Fix]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._fixes = fixes
        self._rows = LayerRows(self)
        self._painting = RowPainting(self)
        self._head = ListHead(self)
        self.setViewportMargins(0, self._head.sizeHint().height(), 0, 0)
        self.setModel(self._rows)
        self.setItemDelegate(self._painting)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self._rows.move_requested.connect(self.move_requested)

    def render_draft(
        self, draft: NetworkDraft, known: Sequence[CheckedLayer], chosen: int
    ) -> None:
        """Show a draft, and which of its layers is chosen."""
        scrolled = self.verticalScrollBar().value()
        before = {*self._painting.notes}
        with QSignalBlocker(self):
            is_other = self._rows.render_draft(draft, known)
            self._render_notes(known)
            self._show_chosen(chosen)
        if is_other:
            self.verticalScrollBar().setValue(scrolled)
            self.scrollTo(self.currentIndex())
        came = [place for place in self._painting.notes if place not in before]
        if came:  # what broke is seen, with its ways out
            self.scrollTo(self._rows.index(came[0]))

    def render_chosen(self, layer_id: int) -> None:
        """Show which layer is chosen."""
        with QSignalBlocker(self):
            self._show_chosen(layer_id)

    def _show_chosen(self, layer_id: int) -> None:
        self.setCurrentIndex(self._rows.index(self._rows.row_of(layer_id)))

    def _render_notes(self, known: Sequence[CheckedLayer]) -> None:
        for place in self._painting.notes:
            index = self._rows.index(place)
            if index.isValid():
                self.setIndexWidget(index, None)  # type: ignore[arg-type]
        self._painting.notes = {}
        before: QWidget = self
        for place, one in enumerate(known, start=1):
            if one.error is None:
                continue
            row = self._rows.rows[place]
            name, above = str(one.layer.id), line_height(row)
            note = ErrorNote(name, row.reason, self._fixes(one), above, self)
            note.fix_chosen.connect(self._on_fix_chosen)
            before = note.follow_in_tab_order(before)
            self._painting.notes[place] = note
            self.setIndexWidget(self._rows.index(place), note)
        self._painting.width = self.viewport().width()
        self.scheduleDelayedItemsLayout()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        place = self.viewport().geometry()
        self._painting.width = place.width()
        self._head.setGeometry(place.x(), 0, place.width(), place.y())
        self.scheduleDelayedItemsLayout()

    @Slot(object)
    def _on_fix_chosen(self, fix: Fix) -> None:
        """Take the keyboard back from the button, which goes with its note."""
        self.setFocus()
        self.fix_chosen.emit(fix)

    @Slot(QModelIndex)
    def _on_row_changed(self, index: QModelIndex) -> None:
        if index.isValid() and not self.signalsBlocked():
            self.layer_chosen.emit(self._rows.rows[index.row()].id)
