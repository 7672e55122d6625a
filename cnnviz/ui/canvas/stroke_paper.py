"""A sheet that strokes leave ink on, whatever hand draws them."""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.images.strokes.ink_sheet import DEFAULT_PEN, InkSheet
from cnnviz.engine.images.strokes.pen_strokes import (
    PenPoint,
    PenStroke,
)
from cnnviz.ui.canvas.ink_image import ink_image
from cnnviz.ui.canvas.paper import Paper

PEN_WIDTHS: Final = (8, 48)
"""Thinnest and thickest pen, in cells of ink."""

DEFAULT_PEN_WIDTH: Final = round(DEFAULT_PEN)


class StrokePaper(Paper):
    """Paper with the ink of strokes on it, and the pen that makes them.

    A subclass has the hands: it calls `_begin`, `_move` and `finish_gesture`.

    Attributes
    ----------
    newest_stroke
        What the pen did, with the ms of the pointer's own clock, when it was lifted last.

    Signals
    -------
    stroke_started()
        The pen came down.
    ink_changed(ink_hw)
        A copy of the ink, uint8 280 x 280, 0 paper to 255 ink, at every movement.
    stroke_finished(ink_hw)
        The pen was lifted; the same kind of copy. ``None``: the stroke was taken back.
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
        self._image = ink_image(self._sheet.array(), self.palette())
        self.newest_stroke: PenStroke | None = None
        self._stroke: PenStroke | None = None  # the one under way, still without
        self._points: list[PenPoint] = []
        self._rendered: NDArray[np.uint8] | None = None
        self._backdrop: QImage | None = None
        self._empty = True
        self._pen_width = DEFAULT_PEN_WIDTH
        self._erasing = False
        # What began the stroke, and ends it; of one by keyboard there is none.
        self._button = Qt.MouseButton.NoButton

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
        self._image = ink_image(self._sheet.array(), self.palette())

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Lie in the colours of another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._image = ink_image(self._sheet.array(), self.palette())
        super().changeEvent(event)

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
        self._points = [PenPoint(point.x(), point.y(), at_ms, pressure)]
        self._stroke = PenStroke((), self._pen_width, erasing)
        width = self._stroke.width(pressure)
        self._sheet.begin(point.toTuple(), width, erasing=erasing)
        self._say()

    def _move(self, point: QPointF, at_ms: int, pressure: float = 1.0) -> None:
        assert self._stroke is not None
        self._sheet.move(point.toTuple(), self._stroke.width(pressure))
        self._points.append(PenPoint(point.x(), point.y(), at_ms, pressure))
        self._say()

    def finish_gesture(self) -> None:
        """Lift the pen, wherever the hand is: what was drawn is one stroke."""
        self._button = Qt.MouseButton.NoButton
        if self._sheet.in_stroke:
            assert self._rendered is not None
            assert self._stroke is not None
            self._sheet.end()
            self.newest_stroke = replace(self._stroke, points=tuple(self._points))
            self.stroke_finished.emit(self._rendered)
            self._lay_eraser_down()
            self.update()

    def take_back_stroke(self) -> bool:
        """Take the stroke under way off the sheet; whether there was one."""
        if not self._sheet.in_stroke:
            return False
        self._button = Qt.MouseButton.NoButton
        self._sheet.take_back()
        self._rendered = self._sheet.array()
        self._empty = not self._rendered.any()
        self._image = ink_image(self._rendered, self.palette())
        self.stroke_finished.emit(None)
        self.update()
        return True

    def _lay_eraser_down(self) -> None:
        """Take the pen up again when all is rubbed out: the next stroke is to be seen."""
        if self._empty and not self._sheet.in_stroke:
            self.erasing = False

    def _say(self) -> None:
        self._rendered = self._sheet.array()
        self._empty = not self._rendered.any()
        self._image = ink_image(self._rendered, self.palette())
        self.ink_changed.emit(self._rendered)
        self.update()
