"""Two whole numbers, vertical and horizontal, as one field."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from cnnviz.convolution.spec import Pair
from cnnviz.gui.number_spin import WholeSpin
from cnnviz.gui.page import named


class PairField(QWidget):
    """Two spin boxes. They take impossible numbers too, so that the reason can be said.

    Signals
    -------
    pair_changed(pair)
        A number was changed by hand.
    edit_ended()
        A spin box was left, or Enter was pressed.
    """

    pair_changed = Signal(object)
    edit_ended = Signal()

    def __init__(self, smallest: int, largest: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._spins = (WholeSpin(self), WholeSpin(self))
        self._tips = ("", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for spin in self._spins:
            spin.setRange(smallest, largest)
            spin.setMinimumHeight(32)
            spin.valueChanged.connect(self._on_value_changed)
            spin.editingFinished.connect(self.edit_ended)
        row.addWidget(self._spins[0], 1)
        row.addWidget(QLabel("×", self))
        row.addWidget(self._spins[1], 1)

    def render_pair(self, pair: Pair, reason: str = "") -> None:
        """Show two numbers, in the colour of a refusal when there is a reason."""
        for spin, value, tip in zip(self._spins, pair, self._tips, strict=True):
            if spin.value() != value:
                with QSignalBlocker(spin):
                    spin.setValue(value)
            spin.setAccessibleDescription(reason)
            spin.setToolTip(reason or tip)
            palette = QPalette(self.palette())
            if reason:
                warning = palette.color(QPalette.ColorRole.BrightText)
                palette.setColor(QPalette.ColorRole.Text, warning)
                palette.setColor(QPalette.ColorRole.Highlight, warning)
                palette.setColor(QPalette.ColorRole.Window, warning)
            spin.setPalette(palette)

    def pair(self) -> Pair:
        """Return the two numbers."""
        return self._spins[0].value(), self._spins[1].value()

    def name(
        self, object_name: str, vertical: str, horizontal: str, meaning: str
    ) -> None:
        """Name both spin boxes, ``<object_name>_v`` and ``<object_name>_h``.

        Their tooltips tell what the two numbers mean.
        """
        self._tips = (f"{vertical}. {meaning}", f"{horizontal}. {meaning}")
        named(self._spins[0], f"{object_name}_v", vertical, self._tips[0])
        named(self._spins[1], f"{object_name}_h", horizontal, self._tips[1])

    @Slot()
    def _on_value_changed(self) -> None:
        self.pair_changed.emit(self.pair())
