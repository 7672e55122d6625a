"""The slider beside the field of a setting."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.network.model.layer_field import SliderRange
from cnnviz.ui.controls.range_slider import RangeSlider
from cnnviz.ui.numbers import short, whole


class FieldSlider(RangeSlider):
    """A number of a layer, by so much as its setting moves at each step.

    Signals
    -------
    number_chosen(number)
        It was moved by hand: whole where its steps are.
    """

    number_chosen = Signal(object)

    def __init__(self, slider: SliderRange, parent: QWidget) -> None:
        super().__init__(parent)
        self._step = slider.step
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.value_chosen.connect(self._on_value_chosen)

    def render_number(self, number: float, reach: SliderRange) -> None:
        """Show a number, and how far it can be moved."""
        between = self._place(reach.least), self._place(reach.most)
        self.render_range(self._place(number), between)

    @override
    def written(self, value: int) -> str:
        number = self._number(value)
        return whole(number) if isinstance(number, int) else short(number)

    def _place(self, number: float) -> int:
        return round(number / self._step)

    def _number(self, value: int) -> float:
        # Of 3 steps of 0.05 there are 0.15, not 0.15000000000000002.
        return value * self._step if self._step == 1 else round(value * self._step, 6)

    @Slot(int)
    def _on_value_chosen(self, value: int) -> None:
        self.number_chosen.emit(self._number(value))
