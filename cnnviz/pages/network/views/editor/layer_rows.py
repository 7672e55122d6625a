"""The picture and the layers of a draft as rows of a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from cnnviz.pages.network.model.draft_check import CheckedLayer
from cnnviz.pages.network.model.network_draft import PICTURE_ID, NetworkDraft
from cnnviz.pages.network.views.editor.editor_words import (
    label_of,
    layer_line,
    reads_line,
)
from cnnviz.ui.network_view.layer_text import shape_text
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import plain_tip
from cnnviz.ui.texts import sentence

State = Literal["picture", "works", "broken", "waits"]

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class LayerRow:
    """What one row says; ``reason`` is why the layer does not work, or its classes."""

    id: int
    state: State
    title: str
    reads: str = ""
    shape: str = ""
    parameters: str = ""
    reason: str = ""


class LayerRows(QAbstractListModel):
    """The rows; what is dragged is asked for, and moves when the draft says so.

    Signals
    -------
    move_requested(by)
        The chosen row shall go so many places down, or up.
    """

    move_requested = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[LayerRow, ...] = ()
        self.dragged = 0

    def render_draft(self, draft: NetworkDraft, known: Sequence[CheckedLayer]) -> bool:
        """Show a draft; return whether the rows are other ones than before."""
        each = zip(known, (PICTURE_ID, *draft.ids), strict=False)
        rows = (_picture_row(draft), *(self._row(draft, *pair) for pair in each))
        is_other = [row.id for row in rows] != [row.id for row in self.rows]
        if is_other:
            self.beginResetModel()
        self.rows = rows
        if is_other:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        return is_other

    def row_of(self, layer_id: int) -> int:
        """Return where a layer stands; the picture where it is gone."""
        ids = [row.id for row in self.rows]
        return ids.index(layer_id) if layer_id in ids else 0

    def _row(self, draft: NetworkDraft, one: CheckedLayer, above: int) -> LayerRow:
        state: State = "works"
        shape, parameters = "", ""
        if one.summary is not None:
            shape = shape_text(one.summary.output_shape)
            parameters = whole(one.summary.parameters) if one.summary.parameters else ""
        elif one.waits_for:
            state = "waits"
            name = label_of(draft, one.waits_for)
            shape = self.tr("waits for {layer}").format(layer=name)
        else:
            state = "broken"
        return LayerRow(
            id=one.layer.id,
            state=state,
            title=layer_line(one),
            reads=reads_line(draft, one.layer, above),
            shape=shape,
            parameters=parameters,
            reason="" if one.error is None else sentence(one.error),
        )

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = row.title, self._reads(row), row.reason
            return plain_tip("\n".join(filter(None, lines)))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            told = row.title, self._reads(row), row.shape, self._owns(row), row.reason
            return ", ".join(filter(None, told))
        return None

    def _reads(self, row: LayerRow) -> str:
        return row.reads and self.tr("reads {layers}").format(layers=row.reads)

    def _owns(self, row: LayerRow) -> str:
        text = self.tr("parameters: {count}")
        return row.parameters and text.format(count=row.parameters)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag
        if not index.isValid():
            return flags.ItemIsDropEnabled
        usual = flags.ItemIsEnabled | flags.ItemIsSelectable
        return usual if index.row() == 0 else usual | flags.ItemIsDragEnabled

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        self.dragged = indexes[0].row()
        return super().mimeData(indexes)

    @override
    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: _Index,
    ) -> bool:
        """Ask for the dragged layer's move to between two others."""
        target = max(1, row if row >= 0 else len(self.rows))
        by = target - self.dragged - (target > self.dragged)
        if self.dragged and by:
            self.move_requested.emit(by)
        return False  # the draft moves it, not the list


def _picture_row(draft: NetworkDraft) -> LayerRow:
    title = label_of(draft, PICTURE_ID)
    return LayerRow(PICTURE_ID, "picture", title, shape=shape_text(draft.input_chw))
