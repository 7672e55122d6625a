"""What ties cause to effect on a stage: window to its numbers, products to their cell."""

import math
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPaintEngine,
    QPainter,
    QPaintEvent,
    QPalette,
    QRegion,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.canvas.fineness import fineness
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.canvas.grid_geometry import Rect
from cnnviz.ui.network_view.ribbons import Ribbon, ribbon_path
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look
from cnnviz.ui.theme.theme import is_dark
from cnnviz.ui.unit_view.input_grid import InputGrid
from cnnviz.ui.unit_view.output_grid import OutputGrid
from cnnviz.ui.unit_view.step_column import StepColumn

_MOVES: Final = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.LayoutRequest)
_CELL: Final = 1
"""Which of the two leads to the cell."""

_HARD: Final = 1e-3
"""Of a gradient: within so little, one colour becomes another."""

_SLICES: Final = (
    (0.0, 0.0),
    (0.296875, 0.15625),
    (0.5, 0.5),
    (0.703125, 0.84375),
    (1.0, 1.0),
)
"""Points of a curve that is bent halfway: how far across, and how far up or down."""

_NEAR, _FAR = tokens.MIX_RIBBON, tokens.MIX_WASH
"""How opaque a lens is at its small end, and at the grid of the step."""


class Lenses(QWidget):
    """Paints two lenses over a stage; the pointer goes through it.

    It lies over the canvases and follows window, cell and zoom; what it changes is
    painted anew and nothing else.
    """

    def __init__(
        self, given: InputGrid, column: StepColumn, output: OutputGrid, stage: QWidget
    ) -> None:
        super().__init__(stage)
        self.setObjectName("lenses")
        self._stage = stage
        self._given, self._column, self._output = given, column, output
        self._value = 0.0
        self._shown: tuple[Ribbon | None, Ribbon | None] = (None, None)
        self._images: dict[int, QImage] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        for panel in (given, column.window_panel, column.products, output):
            panel.installEventFilter(self)
            panel.canvas.view_changed.connect(self.follow)
        for moved in (given.glide.moved, output.unit_moved):
            moved.connect(self.follow)
        stage.installEventFilter(self)

    def render_value(self, value: float) -> None:
        """Follow a step whose number is this."""
        if (value > 0) - (value < 0) != (self._value > 0) - (self._value < 0):
            self._images.pop(_CELL, None)
            self.update(_region(self._shown[_CELL]))
        self._value = value
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Go to where window and cell are now."""
        ribbons = self._from_window(), self._to_cell()
        for which, (old, new) in enumerate(zip(self._shown, ribbons, strict=True)):
            if old != new:
                self._images.pop(which, None)
                self.update(_region(old).united(_region(new)))
        self._shown = ribbons

    def _from_window(self) -> Ribbon | None:
        place, target = self._given.window_place, self._column.window_panel.canvas
        source = None if place is None else self._part_of(*place)
        grid = self._grid_of(target)
        if source is None or grid is None or source.right() >= grid.left():
            return None
        return _ribbon(source, grid, _NEAR, _FAR)

    def _to_cell(self) -> Ribbon | None:
        grid = self._grid_of(self._column.products.canvas)
        cell = self._part_of(self._output.canvas, self._output.cell_box)
        if grid is None or cell is None or grid.right() >= cell.left():
            return None
        return _ribbon(grid, cell, _FAR, _NEAR)

    def _grid_of(self, canvas: GridCanvas) -> QRectF | None:
        frame = canvas.view.frame
        return self._part_of(canvas, canvas.view.rect(0, 0, frame.rows, frame.columns))

    def _place_of(self, canvas: GridCanvas) -> QRectF:
        corner = canvas.mapTo(self._stage, QPoint(0, 0))
        return QRectF(QRect(corner, canvas.size()))

    def _part_of(self, canvas: GridCanvas, box: Rect | None) -> QRectF | None:
        """Return what is seen of a box of a canvas, in the stage; ``None``: nothing."""
        if box is None or not canvas.isVisibleTo(self._stage):
            return None
        place = self._place_of(canvas)
        part = QRectF(*box).translated(place.topLeft()).intersected(place)
        return None if part.isEmpty() else part

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            if watched is self._stage:
                self.setGeometry(self._stage.rect())
            self.follow()
        return False

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._images.clear()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            is_raster = painter.paintEngine().type() == QPaintEngine.Type.Raster
            for which, ribbon in enumerate(self._shown):
                if ribbon is None or not _bounds(ribbon).intersects(event.rect()):
                    continue
                if is_raster:
                    corner = _bounds(ribbon).topLeft()
                    painter.drawImage(corner, self._image(which, ribbon))
                else:  # a picture of shapes
                    self._paint(painter, which, ribbon)

    def _image(self, which: int, ribbon: Ribbon) -> QImage:
        """Return a lens as it was painted before: what lies under it changes more often.

        Painted straight, Qt would clip it by every other thing that is painted anew.
        """
        if which not in self._images:
            bounds, ratio = _bounds(ribbon), fineness(self)
            form = QImage.Format.Format_ARGB32_Premultiplied
            image = QImage(bounds.size() * ratio, form)
            image.setDevicePixelRatio(ratio)
            image.fill(Qt.GlobalColor.transparent)
            with QPainter(image) as painter:
                painter.translate(-bounds.topLeft())
                self._paint(painter, which, ribbon)
            self._images[which] = image
        return self._images[which]

    def _paint(self, painter: QPainter, which: int, ribbon: Ribbon) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        start, end = ribbon.source[0], ribbon.target[0]
        gradient = QLinearGradient(start, 0, end, 0)
        for at, share, colour in self._stops(which, ribbon):
            faded = QColor(colour)
            faded.setAlphaF(share)
            gradient.setColorAt(at, faded)
        painter.fillPath(ribbon_path(ribbon), gradient)

    def _stops(
        self, which: int, ribbon: Ribbon
    ) -> tuple[tuple[float, float, QColor], ...]:
        """Return places along a lens, how opaque it is there, and in which colour."""
        begins, ends = ribbon.begins, ribbon.ends
        if which == _CELL:
            colour = look(self.palette()).of_sign(self._value)
            return (0.0, begins, colour), (1.0, ends, colour)
        ink = over = self.palette().color(QPalette.ColorRole.WindowText)
        if not is_dark(self.palette()) and self._given.shows_picture:
            over = tokens.WHITE  # a picture on paper is dark
        start, end = ribbon.source[0], ribbon.target[0]
        edge = (self._place_of(self._given.canvas).right() - start) / (end - start)
        edge = min(max(edge, _HARD), 1.0)
        there = begins + (ends - begins) * edge
        return (
            (0.0, begins, over),
            (edge - _HARD, there, over),
            (edge, there, ink),
            (1.0, ends, ink),
        )


def _ribbon(source: QRectF, target: QRectF, begins: float, ends: float) -> Ribbon:
    return Ribbon(
        (source.right(), source.top(), source.bottom()),
        (target.left(), target.top(), target.bottom()),
        tokens.BLACK,  # whoever paints it knows better
        begins,
        ends,
    )


def _bounds(ribbon: Ribbon) -> QRect:
    (x0, top0, bottom0), (x1, top1, bottom1) = ribbon.source, ribbon.target
    top, bottom = min(top0, top1), max(bottom0, bottom1)
    return QRectF(x0, top, x1 - x0, bottom - top).toAlignedRect()


def _region(ribbon: Ribbon | None) -> QRegion:
    """Return what a lens covers, in upright slices: half as much as its bounds."""
    if ribbon is None:
        return QRegion()
    bounds, region = _bounds(ribbon), QRegion()
    (_, *source), (_, *target) = ribbon.source, ribbon.target
    edges = [bounds.left() + round(bounds.width() * across) for across, _ in _SLICES]
    for i, (left, right) in enumerate(pairwise(edges)):
        ys = [
            start + (end - start) * _SLICES[n][1]
            for start, end in zip(source, target, strict=True)
            for n in (i, i + 1)
        ]
        top, bottom = math.floor(min(ys)) - 1, math.ceil(max(ys)) + 1
        region += QRect(left, top, right - left + 1, bottom - top)
    return region
