"""Four whole numbers, one for each side of the picture."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from cnnviz.engine.convolution.spec import Sides
from cnnviz.pages.convolution.views.inspector.fields.invalid_spin import render_spin
from cnnviz.ui.controls.number_spin import WholeSpin
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens


class SidesField(QWidget):
    """Four spin boxes, each with its side written in it.

    Signals
    -------
    sides_changed(sides)
        A number was changed by hand.
    edit_ended()
        A spin box was left, or Enter was pressed.
    """

    sides_changed = Signal(object)
    edit_ended = Signal()

    def __init__(self, smallest: int, largest: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._spins = tuple(WholeSpin(self) for _ in range(4))
        self._tips = ("", "", "", "")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.SPACE_S)
        grid.setVerticalSpacing(tokens.SPACE_XS)
        for place, spin in enumerate(self._spins):
            spin.setRange(smallest, largest)
            spin.setMinimumHeight(tokens.HIT)
            spin.valueChanged.connect(self._on_value_changed)
            spin.editingFinished.connect(self.edit_ended)
            grid.addWidget(spin, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.retranslate()

    def render_sides(self, sides: Sides, reason: str = "") -> None:
        """Show four numbers, in another colour when there is a reason."""
        for spin, value, tip in zip(self._spins, sides, self._tips, strict=True):
            render_spin(spin, value, tip, reason)

    def sides(self) -> Sides:
        """Return top, bottom, left, right."""
        top, bottom, left, right = (spin.value() for spin in self._spins)
        return top, bottom, left, right

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._tips = (
            self.tr("Rows added above"),
            self.tr("Rows added below"),
            self.tr("Columns added on the left"),
            self.tr("Columns added on the right"),
        )
        words = (self.tr("top"), self.tr("bottom"), self.tr("left"), self.tr("right"))
        keys = ("top", "bottom", "left", "right")
        for spin, key, tip, word in zip(
            self._spins, keys, self._tips, words, strict=True
        ):
            set_names(spin, f"padding_{key}", tip)
            spin.setPrefix(f"{word} ")

    @Slot()
    def _on_value_changed(self) -> None:
        self.sides_changed.emit(self.sides())
