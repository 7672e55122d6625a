"""How tiles are painted: maps, single numbers, empty places, marks."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter, QPalette

from cnnviz.state.picture.layer_pictures import COLOUR_TABLES, LayerPicture, PaletteName
from cnnviz.ui.canvas.grid_cells import argb_table, block_image
from cnnviz.ui.canvas.grid_painting import sharp_pen
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look
from cnnviz.ui.tiles.tile_geometry import TileGrid

_OPAQUE: Final = QImage.Format.Format_RGB32
_INSIDE: Final = 2
"""Pixels between the edge of a number and its label."""

_LIGHT: Final = 0.5
_FINER: Final = 2
"""Pixels of an image in a vector file for each of the screen."""


def atlas_image(picture: LayerPicture, of: QPalette | None) -> QImage:
    """Return all tiles in their colours: those of a theme, or of a file (``None``)."""
    return block_image(_atlas_pixels(picture, of), _OPAQUE)


def _atlas_pixels(picture: LayerPicture, of: QPalette | None) -> NDArray[np.uint32]:
    pixels = _argb(picture.palette, of)[picture.atlas]
    for tile, palette in enumerate(picture.palettes or ()):
        pixels[picture.place_of(tile)] = _argb(palette, of)[picture.indices_of(tile)]
    return pixels


def _argb(palette: PaletteName, of: QPalette | None) -> NDArray[np.uint32]:
    table = COLOUR_TABLES[palette]
    return argb_table(table if of is None else look(of).shown(table))


def numbers_image(
    picture: LayerPicture, columns: int, rows: int, of: QPalette | None
) -> QImage:
    """Return single numbers as pixels, in as many columns as the place has."""
    pixels_n = np.full(rows * columns, _argb(picture.palette, of)[0])
    pixels_n[: picture.count] = _atlas_pixels(picture, of).reshape(-1)[: picture.count]
    return block_image(pixels_n.reshape(rows, columns), _OPAQUE)


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
    places = [QRectF(*grid.place(tile)) for tile in range(grid.count)]
    smooth = _is_smooth(grid.width, picture.tile_hw[1])
    _set_up(painter, edge, smooth=smooth)
    draw = _drawing(painter, smooth=smooth)
    for tile, place in enumerate(places):
        draw(place, image, source_of(picture, tile))
    painter.drawRects([place.adjusted(-0.5, -0.5, 0.5, 0.5) for place in places])


def source_of(picture: LayerPicture, tile: int) -> QRectF:
    """Return where a tile lies in the image of its atlas."""
    row, column = divmod(tile, picture.columns)
    height, width = picture.tile_hw
    return QRectF(column * width, row * height, width, height)


def paint_map(
    painter: QPainter, place: QRectF, image: QImage, source: QRectF, edge: QColor
) -> None:
    """Paint a part of an image, outlined."""
    smooth = _is_smooth(place.width(), source.width())
    _set_up(painter, edge, smooth=smooth)
    _drawing(painter, smooth=smooth)(place, image, source)
    painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))


def _is_smooth(width: float, cells: float) -> bool:
    return width < cells  # reduced: every cell has its share


def _set_up(painter: QPainter, edge: QColor, *, smooth: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
    painter.setPen(edge)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_numbers(
    painter: QPainter, grid: TileGrid, image: QImage, ground: QColor
) -> None:
    """Paint single numbers as one image, with lines over it for the gaps."""
    across, down = grid.width + grid.gap, grid.height + grid.gap
    width, height = grid.columns * across, grid.rows * down
    place = QRectF(grid.left, 0, width, height)
    _drawing(painter, smooth=False)(place, image, QRectF(image.rect()))
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


def paint_labels(
    painter: QPainter, grid: TileGrid, image: QImage, labels: Sequence[str]
) -> None:
    """Write into single numbers what they stand for, where there is room."""
    if not labels:
        return
    metrics = painter.fontMetrics()
    room = grid.width - 2 * _INSIDE
    if grid.height < metrics.height() or room < metrics.averageCharWidth():
        return
    black, white = QColor(tokens.BLACK), QColor(tokens.WHITE)
    for tile, label in enumerate(labels[: grid.count]):
        place = QRectF(*grid.place(tile)).adjusted(_INSIDE, 0, -_INSIDE, 0)
        row, column = divmod(tile, grid.columns)
        is_light = image.pixelColor(column, row).lightnessF() > _LIGHT
        painter.setPen(black if is_light else white)
        text = metrics.elidedText(label, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _drawing(
    painter: QPainter, *, smooth: bool
) -> Callable[[QRectF, QImage, QRectF], None]:
    """Return what paints a part of an image; asked once, for there are many parts."""
    if painter.paintEngine().type() != QPaintEngine.Type.SVG:
        return painter.drawImage
    return partial(_draw_cut_out, painter, smooth)


def _draw_cut_out(
    painter: QPainter, smooth: bool, place: QRectF, image: QImage, source: QRectF
) -> None:
    """Paint a part of an image into a vector file: cut out, and enlarged, beforehand.

    Qt's SVG takes no part of an image but all of it, and who reads the file may smooth
    what it enlarges.
    """
    kind = Qt.TransformationMode
    part = image.copy(source.toRect()).scaled(
        (place.size() * _FINER).toSize(),
        mode=kind.SmoothTransformation if smooth else kind.FastTransformation,
    )
    painter.drawImage(place, part)


def paint_places(painter: QPainter, grid: TileGrid, edge: QColor) -> None:
    """Paint the empty places of maps that are to come."""
    colour = QColor(edge)
    colour.setAlpha(tokens.EMPTY_TILE_ALPHA)
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
        for tile in tiles:
            if 0 <= tile < grid.count:
                painter.setPen(sharp_pen(palette.color(role), tokens.LINE_STRONG))
                place = QRectF(*grid.place(tile))
                painter.drawRect(place.adjusted(-1, -1, 1, 1))
