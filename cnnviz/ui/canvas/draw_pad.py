"""The sheet of paper that digits are drawn on."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.images.strokes.ink_sheet import DEFAULT_PEN, SIDE, InkSheet
from cnnviz.ui.canvas.cell_grid import ARROWS
from cnnviz.ui.canvas.ink_image import ink_image
from cnnviz.ui.canvas.pad_painting import (
    paint_frame,
    paint_hint,
    paint_note,
    paint_pen,
    paint_picture,
    paint_point,
    paint_sheet,
)
from cnnviz.ui.canvas.paper import Paper
from cnnviz.ui.keyboard.key_guard import keep_key

PEN_WIDTHS: Final = (8, 48)
"""Thinnest and thickest pen, in cells of ink."""

DEFAULT_PEN_WIDTH: Final = round(DEFAULT_PEN)

_ERASER_RATIO: Final = 1.6
_KEY_STEP: Final = 4.0
_MOVES: Final = {key: QPointF(right, down) for key, (down, right) in ARROWS.items()}

_FINE_OR_KEYPAD: Final = (
    Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
)


def _is_of_pen(event: QKeyEvent) -> bool:
    key, held = Qt.Key(event.key()), event.modifiers() & ~_FINE_OR_KEYPAD
    return (key in _MOVES or key == Qt.Key.Key_Space) and not held


class DrawPad(Paper):
    """Paper on which a stroke is drawn with mouse, pen, finger or keyboard.

    Ink is dark on white paper in both themes, as on a desk. With the keyboard the arrows
    move the pen (Shift: finely) and Space puts it down or lifts it. The right button and
    the blunt end of a tablet's pen erase.

    ``newest_stroke`` is its points, with the ms of the pointer's own clock.

    Signals
    -------
    stroke_started()
        The pen came down.
    ink_changed(ink_hw)
        A copy of the ink, uint8 280 x 280, 0 paper to 255 ink, at every movement.
    stroke_finished(ink_hw)
        The pen was lifted; the same kind of copy.
    pen_width_changed(int), erasing_changed(bool)
        The pen was changed, here or from outside.
    """

    stroke_started = Signal()
    ink_changed = Signal(object)
    stroke_finished = Signal(object)
    pen_width_changed = Signal(int)
    erasing_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = InkSheet()
        self._image = ink_image(self._sheet.array())
        self.newest_stroke: list[tuple[float, float, int]] = []
        self._rendered: NDArray[np.uint8] | None = None
        self._backdrop: QImage | None = None
        self._empty = True
        self._pen_width = DEFAULT_PEN_WIDTH
        self._erasing = False
        # What began the stroke, and ends it; of one by keyboard there is none.
        self._button = Qt.MouseButton.NoButton
        self._key_point = QPointF(SIDE / 2, SIDE / 4)
        self._keys_used = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._retranslate()

    # what others set and ask

    @property
    def pen_width(self) -> int:
        """Width of the pen in cells of ink, of which the pad has 280 a side."""
        return self._pen_width

    @pen_width.setter
    def pen_width(self, width: int) -> None:
        thinnest, thickest = PEN_WIDTHS
        width = max(thinnest, min(thickest, width))
        if width != self._pen_width:
            self._pen_width = width
            self.pen_width_changed.emit(width)
            self.update()

    @property
    def erasing(self) -> bool:
        """Whether the pen takes ink away."""
        return self._erasing

    @erasing.setter
    def erasing(self, erasing: bool) -> None:
        if erasing != self._erasing:
            self._erasing = erasing
            self.erasing_changed.emit(erasing)
            self.update()

    def render_state(
        self, ink_hw: NDArray[np.uint8] | None, backdrop: QImage | None = None
    ) -> None:
        """Show ink, or an empty sheet, or a picture in place of a drawing.

        A picture (``backdrop``) gives way to a new sheet as soon as a stroke begins. Ink
        that this pad sent out itself is already there, so a stroke goes on undisturbed.
        """
        if backdrop is not self._backdrop:
            self._backdrop = backdrop
            self.update()
        before, self._rendered = self._rendered, ink_hw
        if ink_hw is before:
            return
        if ink_hw is not None and before is not None and np.array_equal(ink_hw, before):
            return
        self._empty = ink_hw is None or not ink_hw.any()
        self._put_on_sheet(ink_hw)
        self._lay_eraser_down()
        self.update()

    def _put_on_sheet(self, ink_hw: NDArray[np.uint8] | None) -> None:
        self._sheet.replace(ink_hw)
        self._image = ink_image(self._sheet.array())

    # strokes

    def _begin(
        self, point: QPointF, at_ms: int, *, erasing: bool, pressure: float = 1.0
    ) -> None:
        if erasing and self._empty:
            return  # nothing to rub out; over a picture it would only take that away
        if self._backdrop is not None:
            self._backdrop = None
            self._put_on_sheet(None)
        self.stroke_started.emit()
        width = self._width(erasing, pressure)
        self._sheet.begin(point.toTuple(), width, erasing=erasing)
        self.newest_stroke = [(point.x(), point.y(), at_ms)]
        self._say()

    def _move(self, point: QPointF, at_ms: int, width: float | None = None) -> None:
        self._sheet.move(point.toTuple(), width)
        self.newest_stroke.append((point.x(), point.y(), at_ms))
        self._say()

    def finish_gesture(self) -> None:
        """Lift the pen, wherever the hand is: what was drawn is one stroke."""
        self._button = Qt.MouseButton.NoButton
        if self._sheet.in_stroke:
            self._sheet.end()
            assert self._rendered is not None
            self.stroke_finished.emit(self._rendered)
            self._lay_eraser_down()
            self.update()

    def _lay_eraser_down(self) -> None:
        """Take the pen up again when all is rubbed out: the next stroke is to be seen."""
        if self._empty and not self._sheet.in_stroke:
            self.erasing = False

    def _say(self) -> None:
        self._rendered = self._sheet.array()
        self._empty = not self._rendered.any()
        self._image = ink_image(self._rendered)
        self.ink_changed.emit(self._rendered)
        self.update()

    def _width(self, erasing: bool, pressure: float = 1.0) -> float:
        width = self._pen_width * (_ERASER_RATIO if erasing else 1.0)
        return width * (0.6 + 0.4 * pressure)

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
            width = self._width(erasing, event.pressure())
            self._move(point, event.timestamp(), width)
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
        """Move the pen with the arrows; Space puts it down or lifts it."""
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
        else:
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
        paper = self.paper_rect()
        if self._backdrop is not None:
            paint_picture(painter, paper, self._backdrop)
            paint_note(painter, paper, self.tr("Draw here: a new sheet begins"))
        else:
            paint_sheet(painter, paper, self._image)
            if self._empty and not self._sheet.in_stroke:
                paint_hint(painter, paper, self.tr("Draw a digit here"))
        paint_frame(painter, paper, self.palette(), focused=self.hasFocus())
        self._paint_pen(painter, paper)

    def _paint_pen(self, painter: QPainter, paper: QRectF) -> None:
        by_keys = self._keys_used and self.hasFocus()
        at = self._key_point if by_keys else self._pointer
        if at is None:
            return
        radius = self._width(self._erasing) * paper.width() / SIDE / 2
        place = self.to_widget(at)
        paint_pen(painter, paper, place, radius, erasing=self._erasing)
        if by_keys:
            paint_point(painter, place, down=self._sheet.in_stroke)

    def _retranslate(self) -> None:
        self.setAccessibleDescription(
            self.tr("Arrow keys move the pen, Space puts it down or lifts it.")
        )
        self.update()
