"""A slider that ends where its setting would become impossible."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.convolution.model.limits import Limits
from cnnviz.ui.controls.jumping_slider import JumpingSlider
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import set_names, set_tips
from cnnviz.ui.theme import tokens


class LimitSlider(JumpingSlider):
    """One number for all directions; whatever it can be dragged to is possible.

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
        self._limits: Limits | None = None
        self._newest: tuple[int, Limits | None] = (0, None)
        self.setMinimumHeight(tokens.HIT)
        self.setPageStep(1)
        self.valueChanged.connect(self.value_chosen)
        self.sliderReleased.connect(self._on_released)

    def render_limits(self, value: int, limits: Limits | None) -> None:
        """Show a number between the limits of now; without limits nothing can help."""
        self._newest = (value, limits)
        if not self.isSliderDown():  # the ground does not move under a hand
            self._limits = limits
        self.setEnabled(
            self._limits is not None and self._limits.most > self._limits.least
        )
        with QSignalBlocker(self):
            if self._limits is not None:
                self.setRange(self._limits.least, self._limits.most)
            self.setValue(value)
        self._tell()

    def name(self, object_name: str, accessible_name: str) -> None:
        """Name the slider; its tooltip says how far it goes."""
        set_names(self, object_name, accessible_name)
        self._tell()

    def _tell(self) -> None:
        if self._limits is None:
            tip = self.tr("No value helps here: another setting is in the way")
        else:
            tip = self.tr("{name}: {least} to {most}, all of them possible").format(
                name=self.accessibleName(),
                least=whole(self._limits.least),
                most=whole(self._limits.most),
            )
        if tip != self.toolTip():
            set_tips(self, tip)

    @Slot()
    def _on_released(self) -> None:
        self.render_limits(*self._newest)  # an undo may have come under the hand
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
