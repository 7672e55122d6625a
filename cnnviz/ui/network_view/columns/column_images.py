"""The numbers of blocks as images of the very size in which they are shown.

A network may have thousands of maps: each block is one image, made in NumPy, and painted
at once. Of a map that is made smaller each pixel is a mean, so that nothing flickers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from cnnviz.state.picture.layer_pictures import LayerPicture
from cnnviz.ui.canvas.grid_cells import argb_table, block_image
from cnnviz.ui.network_view.columns.placed import Placed
from cnnviz.ui.theme.look import Look

Numbers = LayerPicture | NDArray[np.uint8]
"""The maps of a layer, or the picture: uint8, ``H x W``, in colour ``3 x H x W``."""

_OPAQUE: Final = QImage.Format.Format_RGB32
_OUTLINED: Final = 24
"""Pixels from which a tile has an outline."""

MOST_PIXELS: Final = 2_000_000
"""Of the tiles of a block: of one that needs more, most lies outside of the widget.

More would take longer than a frame at each new picture.
"""


@dataclass(frozen=True, slots=True, eq=False)
class BlockImage:
    """What a block looks like at the size that it has in a layout.

    Attributes
    ----------
    numbers, look, placed
        What it was made of.
    image
        The block with a margin of one pixel.
    """

    numbers: Numbers
    look: Look
    placed: Placed
    image: QImage

    def fits(self, placed: Placed) -> bool:
        """Whether it has the size of a place, wherever that is."""
        return _sizes(placed) == _sizes(self.placed)

    def source(self, tile: int) -> QRectF:
        """Return where a tile lies in the image."""
        left, top, width, height = self.placed.tile(tile)
        x, y = round(left - self.placed.left), round(top - self.placed.top)
        return QRectF(x + 1, y + 1, max(1, round(width)), max(1, round(height)))


def _sizes(placed: Placed) -> tuple[float, ...]:
    return (placed.columns, placed.width, placed.height, placed.gap_x, placed.gap_y)


def tiles_of(picture: LayerPicture, placed: Placed) -> NDArray[np.uint8]:
    """Return the bytes of each tile, ``N x h x w``; a strip is one tile of one column."""
    height, width = picture.tile_hw
    rows = len(picture.atlas) // height
    tiles = picture.atlas.reshape(rows, height, picture.columns, width)
    tiles = tiles.transpose(0, 2, 1, 3).reshape(-1, height, width)[: picture.count]
    return tiles.reshape(1, -1, 1) if placed.style == "strip" else tiles


def resized(tiles: NDArray[np.uint8], height: int, width: int) -> NDArray[np.uint8]:
    """Return tiles ``N x h x w`` of another size: means where smaller, else repeated.

    Examples
    --------
    >>> tile = np.uint8([[[0, 100], [100, 200]]])
    >>> resized(tile, 1, 1).tolist(), resized(tile, 2, 4).tolist()
    ([[[100]]], [[[0, 0, 100, 100], [100, 100, 200, 200]]])
    """
    return _resized(_resized(tiles, 1, height), 2, width)


def _resized(tiles: NDArray[np.uint8], axis: int, size: int) -> NDArray[np.uint8]:
    before = tiles.shape[axis]
    starts = np.arange(size) * before // size
    if size >= before:
        return tiles if size == before else tiles.take(starts, axis)
    sums = np.add.reduceat(tiles, starts, axis, dtype=np.uint32)
    counts = np.diff(np.append(starts, before)).astype(np.uint32)
    shape = [1, 1, 1]
    shape[axis] = size
    means: NDArray[np.uint8] = (sums // counts.reshape(shape)).astype(np.uint8)
    return means


def block_pixels(
    picture: LayerPicture, placed: Placed, look: Look
) -> NDArray[np.uint32]:
    """Return the colours of a block with a margin of one pixel."""
    _, _, width, height = placed.box
    shape = round(height) + 2, round(width) + 2
    pixels = np.full(shape, look.ground.rgb(), np.uint32)
    is_strip = placed.style == "strip"
    tall = round(height) if is_strip else max(1, round(placed.height))
    wide = max(1, round(placed.width))
    argb = argb_table(look.tables[picture.palette])
    tiles = argb[resized(tiles_of(picture, placed), tall, wide)]
    edge = look.hairline.rgb()
    has_edge = is_strip or min(wide, tall) >= _OUTLINED
    for index, tile in enumerate(tiles):
        left, top, _, _ = placed.tile(0 if is_strip else index)
        x, y = round(left - placed.left) + 1, round(top - placed.top) + 1
        if has_edge:
            pixels[y - 1 : y + tall + 1, x - 1 : x + wide + 1] = edge
        pixels[y : y + tall, x : x + wide] = tile
    return pixels


def picture_pixels(
    levels: NDArray[np.uint8], placed: Placed, look: Look
) -> NDArray[np.uint32]:
    """Return the colours of what a network sees, with a margin of one pixel."""
    tall, wide = max(1, round(placed.height)), max(1, round(placed.width))
    channels = levels.reshape(-1, *levels.shape[-2:])
    sized = resized(channels, tall, wide)
    if len(sized) == 1:
        argb = argb_table(look.tables["grey"])[sized[0]]
    else:
        red, green, blue = sized.astype(np.uint32)
        argb = np.uint32(0xFF000000) | red << 16 | green << 8 | blue
    return np.pad(argb, 1, constant_values=look.hairline.rgb())


def picture_image(levels: NDArray[np.uint8], look: Look) -> QImage:
    """Return a picture as it is, without a margin: ``H x W``, in colour ``3 x H x W``."""
    height, width = levels.shape[-2:]
    whole = Placed("picture", 1, 1, 0, 0, width, height, 0, 0, 0, 0)
    pixels = picture_pixels(levels, whole, look)[1:-1, 1:-1]
    return block_image(np.ascontiguousarray(pixels), _OPAQUE)


def _affordable(placed: Placed) -> Placed:
    """Return a place, made smaller where its image would have too many pixels."""
    _, _, width, height = placed.box
    share = MOST_PIXELS / (width * height)
    return placed if share >= 1 else placed.moved(sqrt(share), 0, 0)


class BlockImages:
    """The newest image of each block, made anew only where its numbers or size changed."""

    def __init__(self) -> None:
        self._made: dict[int, BlockImage] = {}

    @property
    def images(self) -> Mapping[int, BlockImage]:
        """By the place of a block."""
        return self._made

    def clear(self) -> None:
        """Forget them all: another network comes."""
        self._made.clear()

    def render(
        self,
        place: int,
        numbers: Numbers | None,
        placed: Placed,
        look: Look,
        *,
        exact: bool = True,
    ) -> None:
        """Let a block show numbers; ``None`` shows none.

        Where it need not be ``exact``, as on the way to another place, an image of
        another size is kept.
        """
        made = self._made.get(place)
        if numbers is None:
            self._made.pop(place, None)
            return
        is_same = made is not None and made.numbers is numbers and made.look is look
        if made is not None and is_same and (not exact or made.fits(placed)):
            return
        painted = _affordable(placed)
        if painted is not placed and is_same:
            return  # enlarged so far, the image before is enlarged
        of = picture_pixels if isinstance(numbers, np.ndarray) else block_pixels
        image = block_image(of(numbers, painted, look), _OPAQUE)  # type: ignore[arg-type]
        self._made[place] = BlockImage(numbers, look, painted, image)
