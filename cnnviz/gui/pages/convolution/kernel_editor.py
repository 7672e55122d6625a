"""The grid into which a kernel's numbers are typed."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cnnviz.control.lab_settings import Rows
from cnnviz.gui.page import named
from cnnviz.gui.pages.convolution.kernel_model import (
    KernelModel,
    is_too_large,
)

GRID_HEIGHT = 146
_LARGEST_STRETCHED = 5
_SMALLEST_CELL = (46, 28)
_LONGEST = 11


class KernelEditor(QWidget):
    """A table of numbers and a line below it that says what is wrong with one.

    Arrow keys and Tab go from cell to cell, typing replaces a number, Enter applies it.

    Signals
    -------
    number_typed(row, column, value)
        Another number was given.
    """

    number_typed = Signal(int, int, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = KernelModel(self)
        self._table = _NumberTable(self)
        self._table.setModel(self._model)
        self._note = QLabel(self)
        self._note.setFixedHeight(20)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._table)
        column.addWidget(self._note)
        self._model.number_typed.connect(self._on_number_typed)
        self._model.text_refused.connect(self._on_text_refused)
        self._retranslate()

    def render_rows(self, rows: Rows) -> None:
        """Show a kernel."""
        self._model.render_rows(rows)
        self._table.fit_cells()
        self._write_note()

    @Slot(int, int, float)
    def _on_number_typed(self, row: int, column: int, value: float) -> None:
        self._write_note()
        self.number_typed.emit(row, column, value)

    @Slot(int, int, str)
    def _on_text_refused(self, _row: int, _column: int, _text: str) -> None:
        self._write_note()

    def _write_note(self) -> None:
        refused = self._model.refused_text
        role = self.palette().ColorRole
        self._note.setForegroundRole(
            role.PlaceholderText if refused is None else role.BrightText
        )
        self._note.setText(self._reason(refused))

    def _reason(self, refused: str | None) -> str:
        """Say why the text of a cell is not taken; without one, what can be typed."""
        if refused is None:
            return self.tr("Type to change; 0.5, 0,5 and 1/9 are fine.")
        if not refused.strip():
            return self.tr("A cell is empty. For a weight that does not count, type 0.")
        text = refused if len(refused) <= _LONGEST else refused[:_LONGEST] + "…"
        if is_too_large(refused):
            note = self.tr("“{text}” is too large; a billion at most.")
            return note.format(text=text)
        return self.tr("“{text}” is no number. Try 0.5 or 1/9.").format(text=text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        named(
            self._table,
            "kernel_table",
            self.tr("Kernel numbers"),
            self.tr("The kernel’s numbers: type to change one"),
        )
        self._note.setObjectName("kernel_note")
        self._model.retranslate()
        self._write_note()


class _NumberTable(QTableView):
    """A table without headers whose cells fill its place when there are few."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(GRID_HEIGHT)
        self.setTabKeyNavigation(True)
        self.setEditTriggers(
            QTableView.EditTrigger.AnyKeyPressed
            | QTableView.EditTrigger.DoubleClicked
            | QTableView.EditTrigger.SelectedClicked
            | QTableView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setWordWrap(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setVisible(False)
            header.setMinimumSectionSize(20)

    def fit_cells(self) -> None:
        """Share the place among few cells; scroll among many."""
        shape = (self.model().columnCount(), self.model().rowCount())
        headers = (self.horizontalHeader(), self.verticalHeader())
        for header, count, size in zip(headers, shape, _SMALLEST_CELL, strict=True):
            stretched = count <= _LARGEST_STRETCHED
            header.setSectionResizeMode(
                QHeaderView.ResizeMode.Stretch
                if stretched
                else QHeaderView.ResizeMode.Fixed
            )
            if not stretched:
                header.setDefaultSectionSize(size)
                for section in range(count):
                    header.resizeSection(section, size)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab leave the table after its last cell."""
        now = self.currentIndex()
        last = self.model().index(
            self.model().rowCount() - 1, self.model().columnCount() - 1
        )
        end = last if forward else self.model().index(0, 0)
        if not now.isValid() or now == end:
            return QAbstractScrollArea.focusNextPrevChild(self, forward)
        return super().focusNextPrevChild(forward)

    @override
    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        self.scrollTo(self.currentIndex(), QTableView.ScrollHint.EnsureVisible)
