"""The sheet of paper that digits are drawn on."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.images.strokes.ink_sheet import SIDE
from cnnviz.engine.images.strokes.pen_strokes import pressed_width
from cnnviz.ui.canvas.cell_grid import ARROWS
from cnnviz.ui.canvas.ink_image import sheet_of
from cnnviz.ui.canvas.pad_painting import (
    paint_frame,
    paint_guide,
    paint_hint,
    paint_note,
    paint_pen,
    paint_picture,
    paint_point,
    paint_sheet,
)
from cnnviz.ui.canvas.stroke_paper import StrokePaper
from cnnviz.ui.keyboard.key_guard import keep_key
from cnnviz.ui.theme.tokens import Sheet

_KEY_STEP: Final = 4.0
_MOVES: Final = {key: QPointF(right, down) for key, (down, right) in ARROWS.items()}

_FINE_OR_KEYPAD: Final = (
    Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
)


def _is_of_pen(event: QKeyEvent) -> bool:
    key, held = Qt.Key(event.key()), event.modifiers() & ~_FINE_OR_KEYPAD
    return (key in _MOVES or key == Qt.Key.Key_Space) and not held


class DrawPad(StrokePaper):
    """Paper on which a stroke is drawn with mouse, pen, finger or keyboard.

    Ink is dark on white paper, or light on a dark sheet, by the theme; what it is to the
    network, and in files, does not change. With the keyboard the arrows move the pen (Shift: finely) and Space puts it down or lifts it; Esc takes the stroke
    under way back. The right button and the blunt end of a tablet's pen erase.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_guide = False
        self._hint = ""
        self._key_point = QPointF(SIDE / 2, SIDE / 4)
        self._keys_used = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._retranslate()

    @property
    def has_guide(self) -> bool:
        """Whether a box shows where MNIST's digits lie: 20 of 28 pixels a side."""
        return self._has_guide

    @has_guide.setter
    def has_guide(self, has_guide: bool) -> None:
        self._has_guide = has_guide
        self.update()

    @property
    def hint(self) -> str:
        """What an empty sheet says to do; nothing: to draw a digit."""
        return self._hint

    @hint.setter
    def hint(self, hint: str) -> None:
        if hint != self._hint:
            self._hint = hint
            self.update()

    # hands: Qt turns one finger's touch into mouse events, so touch needs no code here

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke; the right button erases."""
        buttons = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
        if event.button() not in buttons or self._sheet.in_stroke:
            return
        self._keys_used = False
        self._pointer = self.to_ink(event.position())
        erasing = self._erasing or event.button() == Qt.MouseButton.RightButton
        self._begin(self._pointer, event.timestamp(), erasing=erasing)
        self._button = event.button()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on to the pointer."""
        self._pointer = self.to_ink(event.position())
        if self._is_drawn_by_hand and not event.buttons() & self._button:
            self.finish_gesture()  # it was let go where the pad could not hear of it
        if self._is_drawn_by_hand:
            self._key_point = self._pointer
            self._move(self._pointer, event.timestamp())
        self._keys_used = self._keys_used and not event.buttons()
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke that this button began."""
        if event.button() == self._button:
            self.finish_gesture()

    @property
    def _is_drawn_by_hand(self) -> bool:
        """Whether a stroke is under way that a mouse or a tablet's pen began."""
        held = self._button != Qt.MouseButton.NoButton
        return self._sheet.in_stroke and held

    @override
    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a tablet's pen: pressure widens, the blunt end erases."""
        point = self._pointer = self.to_ink(event.position())
        blunt = event.pointerType() == QPointingDevice.PointerType.Eraser
        erasing = self._erasing or blunt
        if event.type() == QEvent.Type.TabletPress and not self._sheet.in_stroke:
            pressure, at_ms = event.pressure(), event.timestamp()
            self._begin(point, at_ms, erasing=erasing, pressure=pressure)
            self._button = event.button()
        elif event.type() == QEvent.Type.TabletMove and self._is_drawn_by_hand:
            self._move(point, event.timestamp(), event.pressure())
        elif (
            event.type() == QEvent.Type.TabletRelease and event.button() == self._button
        ):
            self.finish_gesture()
        event.accept()
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the pen's keys while the pad has the focus, whatever shortcut has them."""
        return keep_key(event, _is_of_pen) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the pen with the arrows; Space puts it down or lifts it; Esc undoes it."""
        direction = _MOVES.get(Qt.Key(event.key()))
        fine = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if direction is not None and (plain or fine):
            step = direction * (1.0 if fine else _KEY_STEP)
            self._move_by_key(step, event.timestamp())
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._toggle_by_key(event.timestamp())
        elif event.key() != Qt.Key.Key_Escape or not self.take_back_stroke():
            super().keyPressEvent(event)

    def _move_by_key(self, step: QPointF, at_ms: int) -> None:
        self._keys_used = True
        moved = self._key_point + step
        self._key_point = QPointF(
            max(0.0, min(float(SIDE), moved.x())),
            max(0.0, min(float(SIDE), moved.y())),
        )
        if self._sheet.in_stroke and not self._is_drawn_by_hand:
            self._move(self._key_point, at_ms)
        self.update()

    def _toggle_by_key(self, at_ms: int) -> None:
        if self._is_drawn_by_hand:
            return
        self._keys_used = True
        if self._sheet.in_stroke:
            self.finish_gesture()
            return
        self._begin(self._key_point, at_ms, erasing=self._erasing)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the stroke: keys and mouse are for others now."""
        self.finish_gesture()
        self._keys_used = False
        super().focusOutEvent(event)
        self.update()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.finish_gesture()
        super().hideEvent(event)

    # painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint_all(painter)

    def _paint_all(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper, sheet = self.paper_rect(), sheet_of(self.palette())
        if self._backdrop is not None:
            paint_picture(painter, paper, self._backdrop, sheet)
            paint_note(
                painter, paper, self.tr("Draw here to start a new drawing"), sheet
            )
        else:
            paint_sheet(painter, paper, self._image, sheet)
            if self._empty and not self._sheet.in_stroke:
                hint = self.hint or self.tr("Draw a digit here")
                paint_hint(painter, paper, hint, sheet)
        if self._has_guide:
            paint_guide(painter, paper, self.palette())
        paint_frame(painter, paper, self.palette(), focused=self.hasFocus())
        self._paint_pen(painter, paper, sheet)

    def _paint_pen(self, painter: QPainter, paper: QRectF, sheet: Sheet) -> None:
        by_keys = self._keys_used and self.hasFocus()
        at = self._key_point if by_keys else self._pointer
        if at is None:
            return
        width = pressed_width(self._pen_width, erases=self._erasing)
        radius = width * paper.width() / SIDE / 2
        place = self.to_widget(at)
        paint_pen(painter, paper, place, radius, sheet.paper if self._erasing else None)
        if by_keys:
            paint_point(painter, place, sheet.pen if self._sheet.in_stroke else None)

    def _retranslate(self) -> None:
        self.setAccessibleDescription(
            self.tr(
                "Arrow keys move the pen, Space puts it down or lifts it, Esc takes the "
                "stroke back."
            )
        )
        self.update()
