"""What a network sees: a grey picture, or one in colour with its channels beside it."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPalette
from typing_extensions import override

from cnnviz.state.picture.layer_pictures import LayerPicture, rgb_of
from cnnviz.ui.canvas.grid_cells import block_image
from cnnviz.ui.tiles.layer_tiles import LayerTiles
from cnnviz.ui.tiles.tile_geometry import MARGIN, TileGrid
from cnnviz.ui.tiles.tile_painting import paint_map, source_of

_CHANNELS: Final = 3
_GAP: Final = 4.0
_SHARE: Final = (_CHANNELS + 1) / _CHANNELS
"""Width of a picture and its channels, three of them as high as it, by its own."""


@dataclass(frozen=True, slots=True)
class ColourGrid(TileGrid):
    """A picture, the first tile, and at its right a column of its three channels."""

    @property
    @override
    def rows(self) -> int:
        return 1

    @property
    @override
    def size(self) -> tuple[float, float]:
        left, _, width, _ = self.place(self.count - 1)
        return left + width - self.left, self.height

    @override
    def place(self, tile: int) -> tuple[float, float, float, float]:
        if tile == 0:
            return self.left, self.top, self.width, self.height
        height = (self.height - (_CHANNELS - 1) * self.gap) / _CHANNELS
        left, top = self.left + self.width + self.gap, self.top
        top += (tile - 1) * (height + self.gap)
        return left, top, self.width * height / self.height, height

    @override
    def tile_at(self, x: float, y: float) -> int | None:
        for tile in range(self.count):
            left, top, width, height = self.place(tile)
            if left <= x < left + width and top <= y < top + height:
                return tile
        return None


def colour_grid(tile_hw: tuple[int, int], width: float, height: float) -> ColourGrid:
    """Place a picture as large as it can be, with its channels where there is room.

    Examples
    --------
    >>> colour_grid((32, 32), 140, 100).count, colour_grid((32, 32), 100, 100).count
    (4, 1)
    """
    tall, wide = tile_hw
    beside = wide * _SHARE * height / tall <= width - _GAP
    scale = max(0.0, min(height / tall, width / wide))
    count = 1 + _CHANNELS if beside else 1
    return ColourGrid(count, count, 0.0, 0.0, wide * scale, tall * scale, _GAP)


def width_with_channels(picture: LayerPicture | None, height: int) -> int:
    """Return how wide a place of a height is for the picture and its channels."""
    if picture is None or not picture.is_colour:
        return height
    tall, wide = picture.tile_hw
    return int(height * _SHARE * wide / tall + 4 * _GAP)


class InputTiles(LayerTiles):
    """Show what a network sees; of a picture in colour, itself and then its channels.

    ``map_clicked`` tells a channel, the first one for the picture itself.
    """

    _whole = QImage()

    @property
    def _in_colour(self) -> bool:
        return self._picture is not None and self._picture.is_colour

    @override
    def render_state(self, picture: LayerPicture | None) -> None:
        if picture is self._picture:
            return
        super().render_state(picture)
        if picture is not None and picture.is_colour:
            self._whole = block_image(
                _argb(rgb_of(picture)), QImage.Format.Format_RGB32
            )
        self._arrange()

    @override
    def _arrange(self) -> None:
        if not self._in_colour:
            super()._arrange()
            return
        place = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        self._grid = colour_grid(self._tile_hw, *place)
        if self._centred:
            left = max(0.0, float(int((place[0] - self._grid.size[0]) / 2)))
            self._grid = replace(self._grid, left=left)
        self.update()

    @override
    def cell_count(self) -> int:
        return self._grid.count if self._in_colour else super().cell_count()

    @override
    def place_words(self, row: int, column: int) -> str:
        if not self._in_colour:
            return super().place_words(row, column)
        names = (
            self.tr("the picture"),
            self.tr("its red"),
            self.tr("its green"),
            self.tr("its blue"),
        )
        return names[column]

    @override
    def _map_of(self, tile: int) -> int:
        return max(0, tile - 1) if self._in_colour else tile

    @override
    def _paint_tiles(self, painter: QPainter, picture: LayerPicture | None) -> None:
        if picture is None or not picture.is_colour:
            super()._paint_tiles(painter, picture)
            return
        edge = self.palette().color(QPalette.ColorRole.Mid)
        whole = QRectF(self._whole.rect())
        paint_map(painter, QRectF(*self._grid.place(0)), self._whole, whole, edge)
        for tile in range(1, self._grid.count):
            place = QRectF(*self._grid.place(tile))
            source = source_of(picture, tile - 1)
            paint_map(painter, place, self._atlas(picture), source, edge)


def _argb(rgb_hw3: NDArray[np.uint8]) -> NDArray[np.uint32]:
    red, green, blue = np.moveaxis(rgb_hw3.astype(np.uint32), 2, 0)
    return np.ascontiguousarray(np.uint32(0xFF000000) | red << 16 | green << 8 | blue)
