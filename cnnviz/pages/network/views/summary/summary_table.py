"""A network's summary as a table: every layer, what it makes, owns, costs and sees."""

from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QTableView,
    QWidget,
)
from typing_extensions import override

from cnnviz.engine.networks.summary import NetworkSummary
from cnnviz.pages.network.views.summary.summary_columns import (
    SummaryColumn,
    columns_of,
    translated,
)
from cnnviz.pages.network.views.summary.summary_painting import (
    SummaryCells,
    SummaryHead,
)
from cnnviz.ui.page import HearsLanguage, plain_tip, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_Role = Qt.ItemDataRole


class SummaryRows(QAbstractTableModel):
    """One row a layer, in the order of the network, and one for all together."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.summary: NetworkSummary | None = None
        self.columns: tuple[SummaryColumn, ...] = ()
        self._bold = half_bold(in_pixels(QGuiApplication.font(), tokens.TEXT_PX))

    def render_summary(self, summary: NetworkSummary | None) -> None:
        """Show a network, or none; also the same again in another language."""
        self.beginResetModel()
        self.summary = summary
        self.columns = () if summary is None else columns_of(summary)
        self.endResetModel()

    def text(self, row: int, place: int) -> str:
        """Return what a cell says; the row below the last layer is of all of them."""
        assert self.summary is not None
        column, layers = self.columns[place], self.summary.layers
        if row < len(layers):
            return column.cell(layers[row])
        return "" if column.of_all is None else column.of_all(self.summary)

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        if parent.isValid() or self.summary is None:
            return 0
        return len(self.summary.layers) + 1

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        column, is_total = self.columns[index.column()], self.is_total(index.row())
        if role == _Role.DisplayRole:
            return self.text(index.row(), index.column())
        if role == _Role.AccessibleTextRole:
            cell = self.text(index.row(), index.column())
            return f"{self.text(index.row(), 0)}, {translated(column.head)}: {cell}"
        if role == _Role.TextAlignmentRole:
            return _side(column)
        if role == _Role.FontRole and (is_total or index.column() == 0):
            return self._bold
        return None

    def is_total(self, row: int) -> bool:
        """Whether a row is that of all layers together."""
        return self.summary is not None and row == len(self.summary.layers)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == _Role.TextAlignmentRole:
            return _side(column)
        if role == _Role.DisplayRole:
            return translated(column.head)
        return plain_tip(translated(column.tip)) if role == _Role.ToolTipRole else None


class SummaryTable(HearsLanguage, QTableView):
    """Show a summary; its cells are copied with Ctrl+C, as a spreadsheet takes them.

    Signals
    -------
    layer_chosen(name)
        A layer's row was activated, by double click or Return.
    """

    layer_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = SummaryRows(self)
        self.setModel(self._rows)
        self.setFont(in_pixels(self.font(), tokens.TEXT_PX))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setItemDelegate(SummaryCells(self))
        self.setHorizontalHeader(SummaryHead(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(tokens.HIT)
        self.activated.connect(self._on_activated)
        self._retranslate()

    def render_summary(self, summary: NetworkSummary | None) -> None:
        """Show a network's layers; the rows that were selected stay so where they can."""
        if summary == self._rows.summary:
            return
        chosen = self.currentIndex().row()
        self._rows.render_summary(summary)
        if 0 <= chosen < self._rows.rowCount():
            self.selectRow(chosen)

    def table_text(self, *, selected: bool = False) -> str:
        """Return all rows, or the selected ones, with their heads: tabs part the cells."""
        rows = [*range(self._rows.rowCount())]
        if selected:
            rows = sorted(one.row() for one in self.selectionModel().selectedRows())
        columns = range(self._rows.columnCount())
        cells = ([self._rows.text(row, column) for column in columns] for row in rows)
        heads = [translated(column.head) for column in self._rows.columns]
        return "\n".join("\t".join(line) for line in (heads, *cells))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy whole rows; Return tells that one was chosen, on every desktop."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.table_text(selected=True))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        summary = self._rows.summary
        if (
            summary is not None
            and index.isValid()
            and not self._rows.is_total(index.row())
        ):
            self.layer_chosen.emit(summary.layers[index.row()].name)

    @override
    def _retranslate(self) -> None:
        tip = self.tr("Ctrl+C copies the selected rows; Return shows a layer")
        set_names(self, "summary_table", self.tr("Summary of the network"), tip)
        self._rows.render_summary(self._rows.summary)


def _side(column: SummaryColumn) -> Qt.AlignmentFlag:
    flags = Qt.AlignmentFlag
    side = flags.AlignRight if column.is_number else flags.AlignLeft
    return side | flags.AlignVCenter
