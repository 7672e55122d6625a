"""What is painted over the grids of the first exercise."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPen

from cnnviz.ui.canvas.grid_geometry import GridView
from cnnviz.ui.canvas.grid_tiles import tile_box, tile_radius
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import answer_font
from cnnviz.ui.theme.look import look
from cnnviz.ui.unit_view.layers import Faint, hues_of, paint_hue_bar

if TYPE_CHECKING:
    from cnnviz.engine.convolution.spec import Pair

_SIDE = 3
"""Cells of the window, each way."""


class ExerciseWindow:
    """The window on the picture: hues in it, the rest of the picture dimmed."""

    def __init__(self) -> None:
        self.corner: Pair = (0, 0)
        self.faint: Faint = frozenset()

    def __call__(self, painter: QPainter, view: GridView) -> None:
        colours = look(QGuiApplication.palette())
        veil = QColor(colours.ground)
        veil.setAlphaF(1 - tokens.MIX_MUTED)
        top, left = self.corner
        inside = QRectF(*view.rect(top, left, _SIDE, _SIDE))
        for row in range(view.frame.rows):
            for column in range(view.frame.columns):
                box = QRectF(*view.rect(row, column))
                if not inside.contains(box.center()):
                    painter.fillRect(box, veil)
        for i, line in enumerate(hues_of(_SIDE, _SIDE)):
            for j, hue in enumerate(line):
                shown = QColor(hue)
                if (i, j) in self.faint:
                    shown.setAlphaF(tokens.MIX_FAINT_HUE)
                paint_hue_bar(painter, view.rect(top + i, left + j), shown)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for width, ink in ((5, colours.marker_edge), (3, colours.ink)):
            painter.setPen(QPen(ink, width))
            box = inside.adjusted(0, 0, 1, 1)
            radius = tokens.RADIUS_CELL_LARGE
            painter.drawRoundedRect(box, radius, radius)


class AskedCell:
    """The cell that is asked for, with its sign; or where the known one lies."""

    def __init__(self) -> None:
        self.cell: Pair = (0, 0)
        self.is_asked = True
        self.known = 0

    def __call__(self, painter: QPainter, view: GridView) -> None:
        colours = look(QGuiApplication.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns, radius = view.frame.columns, tile_radius(view.scale)
        for place in range(self.known, view.frame.rows * columns):
            box = tile_box(*view.rect(*divmod(place, columns)))
            painter.setPen(QPen(colours.hairline, tokens.LINE_THIN))
            painter.setBrush(colours.ground)
            painter.drawRoundedRect(box, radius, radius)
        box = tile_box(*view.rect(*self.cell))
        ink = colours.accent if self.is_asked else colours.ink
        painter.setPen(QPen(ink, tokens.LINE_STRONG + tokens.LINE_THIN))
        painter.setBrush(colours.chosen if self.is_asked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)
        if self.is_asked:
            painter.setFont(answer_font(painter.font(), round(box.height() * 0.72)))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")
