"""A finger on the control that does the first thing, with one sentence of what to do."""

import math
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.icons import paint_icon
from cnnviz.ui.theme.look import look
from cnnviz.ui.theme.motion import animation, moves

_HAND: Final = 44
_TIP: Final = QPoint(21, 3)
"""Where the tip of the finger is, in its picture of 44 pixels."""

_BOB: Final = 8
_WIDEST: Final = 340
_LARGE: Final = 130
"""Pixels of height from which the finger points into the middle of a control."""

_NO_DEEDS: Final = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
)
"""Keys that look for the control, or do nothing by themselves."""

_RAISES: Final = (
    QEvent.Type.Resize,
    QEvent.Type.LayoutRequest,
    QEvent.Type.Move,
    QEvent.Type.Show,
)


class PointingFinger(QWidget):
    """Point at a control until a hand is on it; the pointer goes through the finger.

    Signals
    -------
    followed()
        A hand was on the control.
    """

    followed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("pointing_finger")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._over = over
        self._at: QWidget | None = None
        self._words = ""
        self._below, self._hand_left = True, 0
        self._bob = animation(self, tokens.BOB_MS, tokens.EASING_NONE)
        self._bob.setLoopCount(-1)
        self._bob.valueChanged.connect(self._place)
        self.hide()

    @property
    def points_at(self) -> QWidget | None:
        """The control; ``None`` while it points at nothing."""
        return self._at

    def point_at(self, control: QWidget, words: str, reduced_motion: bool) -> None:
        """Point at a control and say what to do with it."""
        self.stop()
        self._at, self._words = control, words
        for part in self._watched(control):
            part.installEventFilter(self)
        self.setAccessibleName(words)
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        if moves(self, reduced_motion):
            self._bob.start()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Stand still, or move."""
        if reduced:
            self._bob.stop()
            self._place()

    @Slot()
    def stop(self) -> None:
        """Go away."""
        self._bob.stop()
        if self._at is not None:
            for part in self._watched(self._at):
                part.removeEventFilter(self)
        self._at = None
        self.hide()

    def _watched(self, control: QWidget) -> tuple[QObject, ...]:
        # All that hands do comes to the window's handle before it comes to a widget.
        handle = self._over.window().windowHandle()
        return (
            (control, self._over) if handle is None else (control, self._over, handle)
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        control = self._at
        if control is None:
            return False
        if isinstance(event, QMouseEvent) and not isinstance(watched, QWidget):
            pressed = event.type() == QEvent.Type.MouseButtonPress
            at = control.mapFromGlobal(event.globalPosition().toPoint())
            if pressed and control.rect().contains(at):
                self.stop()
                self.followed.emit()
        elif isinstance(event, QKeyEvent) and not isinstance(watched, QWidget):
            return self._take_key(event)
        elif event.type() in _RAISES:
            QTimer.singleShot(0, self, self._place)  # once all of it is laid out
        elif watched is control and event.type() == QEvent.Type.Hide:
            self.stop()
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        """Go away on a key that does something; keep Esc from doing more than that."""
        if event.type() != QEvent.Type.KeyPress or event.key() in _NO_DEEDS:
            return False
        self.stop()
        return event.key() == Qt.Key.Key_Escape

    @Slot()
    def _place(self) -> None:
        """Lay hand and words where the control is, below it if there is room."""
        control = self._at
        if control is None or not control.isVisible():
            return
        corner = control.mapTo(self._over, QPoint(0, 0))
        box = QRect(corner, control.size())
        is_large = box.height() >= _LARGE
        tip = QPoint(
            box.center().x(), box.center().y() if is_large else box.bottom() + 2
        )
        words = self._words_size()
        needed = _HAND + _BOB + words.height()
        self._below = tip.y() + needed <= self._over.height()
        if not self._below and not is_large:
            tip.setY(box.top() - 2)
        turn = 2 * math.pi * float(self._bob.currentValue() or 0)
        bob = round(_BOB * (1 - math.cos(turn)) / 2)
        width = max(words.width(), _HAND)
        left = min(max(tip.x() - width // 2, 4), self._over.width() - width - 4)
        top = tip.y() + bob if self._below else tip.y() - needed - bob + _BOB
        self.setGeometry(left, top, width, needed)
        self._hand_left = tip.x() - left - _TIP.x()
        self.update()

    def _words_size(self) -> QSize:
        metrics = QFontMetrics(self._font())
        flags = Qt.TextFlag.TextWordWrap
        room = QRect(0, 0, _WIDEST, 1000)
        size = metrics.boundingRect(room, flags, self._words).size()
        return size + QSize(2 * tokens.SPACE_L + 2, 2 * tokens.SPACE_M)

    def _font(self) -> QFont:
        return half_bold(in_pixels(self.font(), tokens.VALUE_PX))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours, words = look(self.palette()), self._words_size()
        left = max(0, min(self._hand_left, self.width() - _HAND))
        hand = QRect(left, 0, _HAND, _HAND)
        top = _HAND if self._below else 0
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not self._below:
                painter.save()
                painter.translate(0, self.height())
                painter.scale(1, -1)
            for around, ink in ((2, colours.ground), (0, colours.accent)):
                place = hand.adjusted(-around, -around, around, around)
                paint_icon(painter, "finger", place, ink)
            if not self._below:
                painter.restore()
            bubble = QRectF(0, top, self.width(), words.height()).adjusted(1, 1, -1, -1)
            painter.setPen(colours.accent)
            painter.setBrush(colours.raised)
            painter.drawRoundedRect(bubble, tokens.RADIUS_DROP, tokens.RADIUS_DROP)
            painter.setPen(colours.ink)
            painter.setFont(self._font())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            air = tokens.SPACE_L
            painter.drawText(bubble.adjusted(air, 0, -air, 0), flags, self._words)
