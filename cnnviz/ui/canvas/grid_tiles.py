"""Cells that stand apart as tiles with round corners, where they are large enough."""

from functools import lru_cache
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from cnnviz.ui.canvas.grid_geometry import GridView
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import Look

TILED_CELL: Final = 22
"""Pixels of a cell from which on it is a tile; below, the gap would be the picture."""

_MOST_PIXELS: Final = 1_000_000
"""Of a lattice that is kept: one step after the other has the same."""


def is_tiled(view: GridView) -> bool:
    """Whether cells are large enough to be tiles; they then are whole pixels wide."""
    return view.scale >= TILED_CELL


def tile_radius(cell: float) -> float:
    """Return the radius of the corners of a cell of so many pixels."""
    large = cell >= tokens.CELL_LARGE_PX
    return tokens.RADIUS_CELL_LARGE if large else tokens.RADIUS_CELL


def tile_box(x: float, y: float, width: float, height: float) -> QRectF:
    """Return what a tile fills of the place of its cell."""
    half = tokens.GAP_CELL / 2
    return QRectF(x, y, width, height).adjusted(half, half, -half, -half)


def paint_lattice(
    painter: QPainter, view: GridView, look: Look, *, as_shapes: bool
) -> None:
    """Paint the ground over all that is not a tile; the cells were painted before."""
    rows, columns, cell = view.frame.rows, view.frame.columns, int(view.scale)
    ground, line = look.ground.rgba(), look.ink.rgba()
    painter.translate(view.x, view.y)
    if as_shapes or rows * columns * cell * cell > _MOST_PIXELS:
        _paint(painter, rows, columns, cell, QColor(ground), QColor(line))
        return
    ratio = painter.device().devicePixelRatio()
    painter.drawImage(0, 0, _lattice(rows, columns, cell, ratio, ground, line))


@lru_cache(maxsize=8)
def _lattice(
    rows: int, columns: int, cell: int, ratio: float, ground: int, line: int
) -> QImage:
    # To the end of the last pixel, of which a cell may have a part only.
    width, height = ceil(columns * cell * ratio), ceil(rows * cell * ratio)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        _paint(painter, rows, columns, cell, QColor(ground), QColor(line))
    return image


def _paint(
    painter: QPainter, rows: int, columns: int, cell: int, ground: QColor, line: QColor
) -> None:
    around, tiles = QPainterPath(), QPainterPath()
    around.addRect(0, 0, columns * cell + 1, rows * cell + 1)
    radius, half = tile_radius(cell), tokens.LINE_THIN / 2
    for row in range(rows):
        for column in range(columns):
            box = tile_box(column * cell, row * cell, cell, cell)
            around.addRoundedRect(box, radius, radius)
            tiles.addRoundedRect(
                box.adjusted(half, half, -half, -half), radius - half, radius - half
            )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(around, ground)
    line.setAlphaF(tokens.MIX_GROOVE)
    painter.strokePath(tiles, QPen(line, tokens.LINE_THIN))
