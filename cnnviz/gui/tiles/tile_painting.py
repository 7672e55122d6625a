"""How tiles are painted: maps, single numbers, empty places, marks."""

from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPen

from cnnviz.control.layer_pictures import COLOUR_TABLES, LayerPicture, PaletteName
from cnnviz.gui.tiles.tile_geometry import TileGrid


def _argb_table(palette: PaletteName) -> NDArray[np.uint32]:
    """Return a palette as 256 pixels of QImage's RGB32."""
    red, green, blue = COLOUR_TABLES[palette].astype(np.uint32).T
    table: NDArray[np.uint32] = 0xFF000000 | (red << 16) | (green << 8) | blue
    return table


_ARGB_TABLES: Final = {palette: _argb_table(palette) for palette in COLOUR_TABLES}


def atlas_image(picture: LayerPicture) -> QImage:
    """Return all tiles in their colours."""
    return _to_image(picture.palette, picture.atlas)


def numbers_image(picture: LayerPicture, columns: int, rows: int) -> QImage:
    """Return single numbers as pixels, in as many columns as the place has."""
    bytes_n = np.zeros(rows * columns, np.uint8)
    bytes_n[: picture.count] = picture.atlas.reshape(-1)[: picture.count]
    return _to_image(picture.palette, bytes_n.reshape(rows, columns))


def paint_maps(
    painter: QPainter,
    grid: TileGrid,
    image: QImage,
    picture: LayerPicture,
    edge: QColor,
) -> None:
    """Paint each tile of an atlas in its place.

    Each is outlined: a map whose numbers are near 0 would melt into a light ground.
    """
    height, width = picture.tile_hw
    smaller = grid.width < width  # reduced: every cell has its share
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smaller)
    painter.setPen(edge)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for tile in range(grid.count):
        row, column = divmod(tile, picture.columns)
        source = QRectF(column * width, row * height, width, height)
        place = QRectF(*grid.place(tile))
        painter.drawImage(place, image, source)
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))


def paint_numbers(
    painter: QPainter, grid: TileGrid, image: QImage, ground: QColor
) -> None:
    """Paint single numbers as one image, with lines over it for the gaps."""
    across, down = grid.width + grid.gap, grid.height + grid.gap
    width, height = grid.columns * across, grid.rows * down
    painter.drawImage(QRectF(grid.left, 0, width, height), image)
    for column in range(1, grid.columns + 1):
        x = grid.left + column * across - grid.gap
        painter.fillRect(QRectF(x, 0, grid.gap, height), ground)
    for row in range(1, grid.rows + 1):
        y = row * down - grid.gap
        painter.fillRect(QRectF(grid.left, y, width, grid.gap), ground)
    missing = grid.rows * grid.columns - grid.count
    if missing:
        left = grid.left + (grid.columns - missing) * across
        painter.fillRect(QRectF(left, height - down, missing * across, down), ground)


def paint_places(painter: QPainter, grid: TileGrid, edge: QColor) -> None:
    """Paint the empty places of maps that are to come."""
    colour = QColor(edge)
    colour.setAlpha(70)
    for tile in range(grid.count):
        painter.fillRect(QRectF(*grid.place(tile)), colour)


def paint_marks(
    painter: QPainter,
    grid: TileGrid,
    palette: QPalette,
    strong: Iterable[int],
    light: Iterable[int],
) -> None:
    """Outline maps: strongly the open and the focused one, lightly the hovered one."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for role, tiles in (
        (QPalette.ColorRole.WindowText, light),
        (QPalette.ColorRole.Highlight, strong),
    ):
        pen = QPen(palette.color(role), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        for tile in tiles:
            if 0 <= tile < grid.count:
                place = QRectF(*grid.place(tile))
                painter.drawRect(place.adjusted(-1, -1, 1, 1))


def _to_image(palette: PaletteName, indices_hw: NDArray[np.uint8]) -> QImage:
    """Return bytes in their colours; the image owns its pixels."""
    pixels = np.ascontiguousarray(_ARGB_TABLES[palette][indices_hw])
    height, width = pixels.shape
    view = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGB32)
    return view.copy()
