"""Two whole numbers with a slider for both."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cnnviz.engine.convolution.spec import Pair
from cnnviz.pages.convolution.model.lab_limits import Limits
from cnnviz.pages.convolution.views.inspector.window.limit_slider import LimitSlider
from cnnviz.pages.convolution.views.inspector.window.pair_field import PairField


class SlidingPair(QWidget):
    """What is typed may be impossible, what is dragged may not.

    The slider sets both directions to the same number.

    Signals
    -------
    pair_changed(pair)
        A number was changed by hand.
    edit_ended()
        The field or the handle was let go.
    """

    pair_changed = Signal(object)
    edit_ended = Signal()

    def __init__(self, smallest: int, largest: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._pair = PairField(smallest, largest, self)
        self._slider = LimitSlider(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pair)
        column.addWidget(self._slider)
        self._pair.pair_changed.connect(self.pair_changed)
        self._pair.edit_ended.connect(self.edit_ended)
        self._slider.value_chosen.connect(self._on_value_chosen)
        self._slider.edit_ended.connect(self.edit_ended)

    def render_pair(self, pair: Pair, limits: Limits | None, reason: str = "") -> None:
        """Show two numbers and how far both can be moved together."""
        self._pair.render_pair(pair, reason)
        self._slider.render_limits(pair[0], limits)

    def name(
        self,
        object_name: str,
        names: tuple[str, str, str],
        meaning: str,
    ) -> None:
        """Name the spin boxes and the slider: vertical, horizontal, both."""
        vertical, horizontal, both = names
        self._pair.name(object_name, vertical, horizontal, meaning)
        self._slider.name(f"{object_name}_slider", both)

    @Slot(int)
    def _on_value_chosen(self, value: int) -> None:
        self.pair_changed.emit((value, value))
