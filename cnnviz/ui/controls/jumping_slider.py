"""A slider whose handle comes to where it is clicked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider
from typing_extensions import override


class JumpingSlider(QSlider):
    """A horizontal slider for places in time: a click goes there, and a drag goes on.

    Qt's own steps by a page instead, which says little where a point is meant.
    """

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the handle under the pointer, from where it can be dragged on."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._bring_handle(event.position().x(), event.position().toPoint().y())
        super().mousePressEvent(event)  # the handle is there by now: it is dragged

    def _bring_handle(self, x: float, y: int) -> None:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        slider, parts = QStyle.ComplexControl.CC_Slider, QStyle.SubControl
        style = self.style()
        groove = style.subControlRect(slider, option, parts.SC_SliderGroove, self)
        handle = style.subControlRect(slider, option, parts.SC_SliderHandle, self)
        if handle.contains(round(x), y):
            return
        self.setSliderPosition(
            QStyle.sliderValueFromPosition(
                self.minimum(),
                self.maximum(),
                round(x) - groove.x() - handle.width() // 2,
                groove.width() - handle.width(),
                option.upsideDown,
            )
        )
