"""Grids of cells painted pixel by pixel: crisp edges, hatches, hairlines, numbers."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from cnnviz.engine.animation import style
from cnnviz.engine.animation.fitting import Lettered
from cnnviz.engine.animation.framing import edge
from cnnviz.engine.animation.grids import GAP, PADDED
from cnnviz.engine.animation.text import Colour, draw_centred
from cnnviz.engine.convolution.dependencies import Indices
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.images.weight_hues import hues_of

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels, the last two just outside."""

_HAIRLINES: Final = 6
_VEIL_SHARE: Final = 0.59
_HUE_CELL: Final = 10
_DARK, _BRIGHT = (0, 0, 0), (255, 255, 255)


def cell_box(row: int, column: int, cell: float, rows: int = 1, cols: int = 1) -> Box:
    """Return the pixels of a block of cells of a painted grid."""
    return (
        edge(column, cell),
        edge(row, cell),
        edge(column + cols, cell),
        edge(row + rows, cell),
    )


def painted(
    colours: NDArray[np.uint8], cell: float, kinds_hw: NDArray[np.uint8] | None = None
) -> Image.Image:
    """Return a grid as a picture.

    Parameters
    ----------
    colours
        uint8, ``H x W x 3``.
    cell
        Pixels a cell; below 1 several cells share a pixel.
    kinds_hw
        What each cell is (`cnnviz.engine.animation.grids`); padding is hatched, gaps are plain.
    """
    height, width = colours.shape[:2]
    if kinds_hw is not None:
        colours = colours.copy()
        colours[kinds_hw == PADDED] = style.PADDING
        colours[kinds_hw == GAP] = style.GAP
    if cell < 1:
        small = Image.fromarray(np.ascontiguousarray(colours))
        size = (max(edge(width, cell), 1), max(edge(height, cell), 1))
        return small.resize(size, Image.Resampling.BOX)
    row, column = (_owner_of_each(edge(side, cell), cell) for side in (height, width))
    pixels = colours[row[:, np.newaxis], column]
    if kinds_hw is not None:
        padded = (kinds_hw == PADDED)[row[:, np.newaxis], column]
        pixels[padded & _hatch(*padded.shape)] = style.PADDING_HATCH
    if cell > _HAIRLINES:
        _rule(pixels, height, width, cell)
    return Image.fromarray(pixels)


def _owner_of_each(pixels: int, cell: float) -> NDArray[np.intp]:
    """Return the cell of each pixel, of several cells that share it the last."""
    edges = [edge(index, cell) for index in range(int(pixels / cell) + 2)]
    return np.searchsorted(edges, np.arange(pixels), side="right") - 1


def _hatch(height: int, width: int) -> NDArray[np.bool_]:
    diagonals = np.add.outer(np.arange(height), np.arange(width))
    return np.asarray(diagonals % 7 < 1)


def _rule(pixels: NDArray[np.uint8], rows: int, columns: int, cell: float) -> None:
    """Rule faint lines between cells: their colour is mixed, as if transparent."""
    line, share = np.array(style.HAIRLINE, np.float32) * 0.35, np.float32(0.65)
    ys = [edge(row, cell) for row in range(rows)]
    xs = [edge(column, cell) for column in range(columns)]
    pixels[ys] = pixels[ys] * share + line
    pixels[:, xs] = pixels[:, xs] * share + line


def write_numbers(
    image: Image.Image,
    values_hw: Array,
    colours: NDArray[np.uint8],
    cell: float,
    how: Lettered | None,
    margin: int = 4,
) -> None:
    """Write the numbers into a painted grid; those that are NaN stay away."""
    if how is None:
        return
    light = is_light(colours)
    for row, line in enumerate(np.asarray(values_hw, np.float64).tolist()):
        for column, value in enumerate(line):
            if value == value:  # not NaN
                text = how.text(value, cell - margin)
                ink = _DARK if light[row, column] else _BRIGHT
                box = cell_box(row, column, cell)
                draw_centred(
                    image, (box[0] + 1, box[1] + 1, *box[2:]), text, how.size, ink
                )


def is_light(colours: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Tell for each colour whether black reads better on it than white."""
    linear = (colours / 255.0) ** 2.2
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]) > 0.18)


def draw_edge(image: Image.Image, box: Box, cell: float, colour: Colour) -> None:
    """Colour the inner edge of a cell; a small one gets a tint all over."""
    draw = ImageDraw.Draw(image)
    left, top, right, bottom = box
    if cell < _HUE_CELL:
        tinted = Image.blend(
            image.crop(box), Image.new("RGB", (right - left, bottom - top), colour), 0.5
        )
        image.paste(tinted, (left, top))
        return
    thick = max(2, min(4, int(cell // 10)))
    draw.rectangle(
        (left + 1, top + 1, right - 1, bottom - 1), outline=colour, width=thick
    )


def draw_hues(
    image: Image.Image,
    kernel: Pair,
    cell: float,
    first: Pair = (0, 0),
    apart: Pair = (1, 1),
) -> None:
    """Colour the cells that a kernel lies on, each in the hue of its weight."""
    for i, line in enumerate(hues_of(*kernel)):
        for j, hue in enumerate(line):
            row, column = first[0] + i * apart[0], first[1] + j * apart[1]
            draw_edge(image, cell_box(row, column, cell), cell, hue)


def draw_outline(image: Image.Image, box: Box, xy: Pair = (0, 0)) -> None:
    """Outline a block so that it is seen on black, on white and on any colour.

    ``xy`` is where the grid lies that the block is of.
    """
    draw, (x, y) = ImageDraw.Draw(image), xy
    for colour, width, out in ((style.OUTLINE_EDGE, 5, 2), (style.OUTLINE, 2, 1)):
        corner = (x + box[0] - out, y + box[1] - out)
        end = (x + box[2] - 1 + out, y + box[3] - 1 + out)
        draw.rectangle((corner, end), outline=colour, width=width)


def cross_out(image: Image.Image, rows: Indices, columns: Indices, cell: float) -> None:
    """Veil and cross out whole rows and columns of a painted grid, as the page does."""
    height, width = image.height, image.width
    owner = [_owner_of_each(side, cell) for side in (height, width)]
    struck = np.isin(owner[0], rows)[:, np.newaxis] | np.isin(owner[1], columns)
    pixels = np.asarray(image).copy()
    share = np.float32(_VEIL_SHARE)
    veil = np.array(style.UNREACHED_VEIL, np.float32)
    pixels[struck] = pixels[struck] * (1 - share) + veil * share
    hatch = _hatch(height, width)
    pixels[struck & (hatch | hatch[:, ::-1])] = style.UNREACHED_CROSSES
    image.paste(Image.fromarray(pixels))


def cover(image: Image.Image, box: Box) -> None:
    """Cover cells that are to come: hatched, in a colour that no number has."""
    left, top, right, bottom = box
    if right <= left or bottom <= top:
        return
    image.paste(style.PENDING, box)
    hatch = _hatch(bottom, right)[top:, left:]
    mask = Image.fromarray(hatch.astype(np.uint8) * 255)
    image.paste(style.PENDING_HATCH, box, mask)
