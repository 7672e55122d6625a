"""The grid into which a kernel's numbers are typed or painted."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from cnnviz.pages.convolution.model.kernel_bank import Rows
from cnnviz.pages.convolution.views.inspector.kernel.kernel_model import KernelModel
from cnnviz.pages.convolution.views.inspector.kernel.number_table import NumberTable
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.number_text import refused_number
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens

_NOTE_HEIGHT, _SPACING = 20, tokens.SPACE_XXS


class KernelEditor(QWidget):
    """A table of numbers and a line below it that says what is wrong with one.

    Arrow keys and Tab go from cell to cell, typing replaces a number, Enter applies it.
    With painting on, the pointer fills cells instead of choosing them.

    Signals
    -------
    number_typed(row, column, value)
        Another number was given.
    cell_painted(row, column, erasing)
        The pointer was pressed on a cell, or dragged over it, while painting is on.
    stroke_finished()
        The button was let go.
    numbers_pasted(text)
        Numbers were copied elsewhere, and are to come here.
    """

    number_typed = Signal(int, int, float)
    cell_painted = Signal(int, int, bool)
    stroke_finished = Signal()
    numbers_pasted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = KernelModel(self)
        self._table = NumberTable(self)
        self._table.setModel(self._model)
        self._note = FittingLabel(self)
        self._note.setFixedHeight(_NOTE_HEIGHT)
        self._news = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SPACING)
        column.addWidget(self._table, 1)
        column.addWidget(self._note)
        self._model.number_typed.connect(self._on_number_typed)
        self._model.text_refused.connect(self._on_text_refused)
        self._table.cell_painted.connect(self.cell_painted)
        self._table.stroke_finished.connect(self.stroke_finished)
        self._table.numbers_pasted.connect(self.numbers_pasted)
        self._retranslate()

    @property
    def table(self) -> NumberTable:
        """The numbers."""
        return self._table

    def render_rows(self, rows: Rows, largest: float = 0.0) -> None:
        """Show a kernel; ``largest`` as in ``KernelModel``."""
        if rows != self._model.rows:
            self._news = ""
        self._model.render_rows(rows, largest)
        self._table.fit_cells()
        self.setMaximumHeight(self._table.maximumHeight() + _SPACING + _NOTE_HEIGHT)
        self._write_note()

    def set_painting(self, painting: bool) -> None:
        """Let the pointer paint cells, or choose them."""
        self._news = ""
        self._table.set_painting(painting)
        self._write_note()

    def tell(self, news: str) -> None:
        """Say what became of the numbers, until they change again."""
        self._news = news
        self._write_note()

    @Slot(int, int, float)
    def _on_number_typed(self, row: int, column: int, value: float) -> None:
        self._write_note()
        self.number_typed.emit(row, column, value)

    @Slot(int, int, str)
    def _on_text_refused(self, _row: int, _column: int, _text: str) -> None:
        self._write_note()

    def _write_note(self) -> None:
        refused, roles = self._model.refused_text, QPalette.ColorRole
        if refused is None:
            role, text = roles.PlaceholderText, self._news or self._hint()
        else:
            role, text = roles.BrightText, refused_number(refused)
        if role != self._note.foregroundRole():  # paints the label, even if the same
            self._note.setForegroundRole(role)
        self._note.setText(text)

    def _hint(self) -> str:
        if self._table.is_painting:
            return self.tr("Drag over cells; right button or Shift: 0.")
        return self.tr("Type to change; 0.5, 0,5 and 1/9 are fine.")

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        set_names(
            self._table,
            "kernel_table",
            self.tr("Kernel numbers"),
            self.tr(
                "The kernel’s numbers: type to change one, or paste a whole kernel"
            ),
        )
        self._note.setObjectName("kernel_note")
        self._model.retranslate()
        self._write_note()
