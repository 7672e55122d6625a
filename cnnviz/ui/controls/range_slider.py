"""A slider between two whole numbers, both of which may change while it is shown."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.controls.jumping_slider import JumpingSlider
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import set_names, set_tips
from cnnviz.ui.theme import tokens


class RangeSlider(JumpingSlider):
    """One number for which a field stands beside it; its tooltip says how far it goes.

    Signals
    -------
    value_chosen(value)
        The handle was moved by hand.
    edit_ended()
        The handle was let go, or the slider was left.
    """

    value_chosen = Signal(int)
    edit_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._range: tuple[int, int] | None = None
        self._newest: tuple[int, tuple[int, int] | None] = (0, None)
        self.setMinimumHeight(tokens.HIT)
        self.setPageStep(1)
        self.valueChanged.connect(self.value_chosen)
        self.sliderReleased.connect(self._on_released)

    def render_range(self, value: int, between: tuple[int, int] | None) -> None:
        """Show a number between a least and a largest one; without them it is off."""
        self._newest = (value, between)
        if not self.isSliderDown():  # the ground does not move under a hand
            self._range = between
        self.setEnabled(self._range is not None and self._range[1] > self._range[0])
        with QSignalBlocker(self):
            if self._range is not None:
                self.setRange(*self._range)
            self.setValue(value)
        self._tell()

    def name(self, object_name: str, accessible_name: str) -> None:
        """Name the slider; its tooltip says how far it goes."""
        set_names(self, object_name, accessible_name)
        self._tell()

    def range_text(self, least: int, most: int) -> str:
        """Return what the tooltip says where the slider goes from here to there."""
        text = self.tr("{name}, from {least} to {most}")
        return text.format(
            name=self.accessibleName(),
            least=self.written(least),
            most=self.written(most),
        )

    def written(self, value: int) -> str:
        """Return a number of the slider as it is written."""
        return whole(value)

    def off_text(self) -> str:
        """Return what the tooltip says where the slider is off."""
        return self.accessibleName()

    def _tell(self) -> None:
        between = self._range
        tip = self.off_text() if between is None else self.range_text(*between)
        if tip != self.toolTip():
            set_tips(self, tip)

    @Slot()
    def _on_released(self) -> None:
        self.render_range(*self._newest)  # an undo may have come under the hand
        self.edit_ended.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the step that undo takes back."""
        self.edit_ended.emit()
        super().focusOutEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn with the wheel only when the slider has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # who scrolls past does not mean the slider
