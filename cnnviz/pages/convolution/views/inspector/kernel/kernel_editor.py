"""The grid into which a kernel's numbers are typed or painted."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from cnnviz.pages.convolution.model.kernel_bank import Rows
from cnnviz.pages.convolution.views.inspector.kernel.kernel_model import KernelModel
from cnnviz.pages.convolution.views.inspector.kernel.number_table import NumberTable
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column
from cnnviz.ui.number_text import refused_number
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens

_NOTE_HEIGHT, _SPACING = 20, tokens.SPACE_XXS


class KernelEditor(QWidget):
    """A table of numbers and a line below it that says what is wrong with one.

    Arrow keys and Tab go from cell to cell, typing replaces a number, Enter applies it.
    With painting on, the pointer fills cells instead of choosing them.
    What a hand does is told by the table and its model.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = KernelModel(self)
        self.table = NumberTable(self)
        self.table.setModel(self.model)
        self._note = FittingLabel(self)
        self._note.setFixedHeight(_NOTE_HEIGHT)
        self._news = ""
        box = in_column((self.table, 1), self._note, gap=_SPACING, of=self)
        box.setAlignment(self.table, Qt.AlignmentFlag.AlignHCenter)
        self.model.number_typed.connect(self._write_note)
        self.model.text_refused.connect(self._write_note)

    def render_rows(self, rows: Rows, largest: float = 0.0) -> None:
        """Show a kernel; ``largest`` as in ``KernelModel``."""
        if rows != self.model.rows:
            self._news = ""
        self.model.render_rows(rows, largest)
        self.table.fit_cells()
        self.setMaximumHeight(self.table.maximumHeight() + _SPACING + _NOTE_HEIGHT)
        self._write_note()

    def set_painting(self, painting: bool) -> None:
        """Let the pointer paint cells, or choose them."""
        self._news = ""
        self.table.set_painting(painting)
        self._write_note()

    def tell(self, news: str) -> None:
        """Say what became of the numbers, until they change again."""
        self._news = news
        self._write_note()

    @Slot()
    def _write_note(self) -> None:
        refused, roles = self.model.refused_text, QPalette.ColorRole
        if refused is None:
            role, text = roles.PlaceholderText, self._news or self._hint()
        else:
            role, text = roles.BrightText, refused_number(refused)
        if role != self._note.foregroundRole():  # paints the label, even if the same
            self._note.setForegroundRole(role)
        self._note.setText(text)

    def _hint(self) -> str:
        if self.table.is_painting:
            return self.tr(
                "Drag over the cells to paint. Right button or Shift: paint 0."
            )
        return self.tr("Click a number and type. You can write 0.5, 0,5 or 1/9.")

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        tip = self.tr(
            "The kernel’s numbers: type to change one, or paste a whole kernel"
        )
        set_names(self.table, "kernel_table", self.tr("Kernel numbers"), tip)
        self._note.setObjectName("kernel_note")
        self.model.retranslate()
        self._write_note()
