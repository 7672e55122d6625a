"""The frame around the tool button that has the keyboard."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from typing_extensions import override

from cnnviz.ui.theme import tokens

_WIDTH: Final = tokens.LINE_STRONG


class FocusRing(QObject):
    """Follow the keyboard from tool button to tool button; Fusion's frame is too faint.

    As Fusion's, it is shown only while the focus is moved by keys.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(old, QToolButton):
            for frame in old.findChildren(_Frame):
                frame.hide()
                frame.deleteLater()
        by_keys = Qt.WidgetAttribute.WA_KeyboardFocusChange
        if isinstance(now, QToolButton) and now.window().testAttribute(by_keys):
            _Frame(now).show()


class _Frame(QWidget):
    """Lie over a button, and let the pointer through."""

    def __init__(self, button: QToolButton) -> None:
        super().__init__(button)
        self.setObjectName("focus_frame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(button.rect())
        button.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the widget that the ring is around."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        half = _WIDTH / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colour = self.palette().color(QPalette.ColorRole.Accent)
            painter.setPen(QPen(colour, _WIDTH))
            place = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(place, tokens.RADIUS_RING, tokens.RADIUS_RING)
