"""Blocks in columns, from the picture to the answer: arithmetic without widgets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from cnnviz.engine.networks.blocks import Block
from cnnviz.ui.network_view.columns.placed import Placed, Style

HEADING: Final = 46.0
"""Pixels over the tiles for a block's name and shape."""

_MARGIN: Final = 16.0
_LANE_GAP: Final = 18.0
_GUTTER: Final = 44.0
_LARGEST_TILE: Final = 76.0
_PICTURE: Final = 96.0
_STRIP: Final = 14.0
_LARGEST_NUMBER: Final = 14.0
_CELL: Final = 30.0
_BAR_ROOM: Final = 150.0
"""Right of the output's cells: their names and bars."""

_LEAST_TILE: Final = (44.0, 32.0, 28.0, 24.0, 20.0)
"""What a tile has at least in one column of tiles, in two ... before one more is begun."""

_FEWEST_PIXELS: Final = 12.0
_MOST_CELLS: Final = 30
"""Classes that are shown one by one."""


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """Where all blocks lie.

    Attributes
    ----------
    placed
        One a block; the picture's is the last, so that block ``-1`` finds it.
    width, height
        Of everything, margins included, in pixels.
    """

    placed: tuple[Placed, ...]
    width: float
    height: float

    def moved(self, scale: float, dx: float, dy: float) -> "ColumnLayout":
        """Return all of it scaled about the origin, and shifted then."""
        placed = tuple(each.moved(scale, dx, dy) for each in self.placed)
        return replace(self, placed=placed)


def style_of(block: Block) -> Style:
    """Return how the numbers of a block are shown."""
    if not block.layers:
        return "picture"
    if block.map_hw != (1, 1):
        return "maps"
    return "cells" if block.labels and block.count <= _MOST_CELLS else "strip"


def lay_out(picture: Block, made: Sequence[Block], height: float) -> ColumnLayout:
    """Lay blocks in columns by their depth; blocks of one depth share its height."""
    lanes: dict[int, list[Block]] = {}
    for block in (picture, *made):
        lanes.setdefault(block.depth, []).append(block)
    places: dict[int, Placed] = {}
    left = _MARGIN
    for depth in sorted(lanes):
        column = lanes[depth]
        lane = (height - _LANE_GAP * (len(column) - 1)) / len(column)
        tops = [index * (lane + _LANE_GAP) for index in range(len(column))]
        put = [_put(*each, left, lane) for each in zip(column, tops, strict=True)]
        right = max(one.right for one in put)
        room = right - left + _GUTTER + (_BAR_ROOM if put[-1].style == "cells" else 0)
        for block, one in zip(column, put, strict=True):
            # The narrower ones of a column stand in its middle.
            shifted = one.left + (right - one.right) / 2
            places[block.place] = replace(one, left=shifted, room=room)
        left += room
    ordered = (*(places[block.place] for block in made), places[picture.place])
    return ColumnLayout(ordered, left - _GUTTER + _MARGIN, height)


def _put(block: Block, top: float, left: float, lane: float) -> Placed:
    style = style_of(block)
    room = max(lane - HEADING - _MARGIN, _FEWEST_PIXELS)
    count = 1 if style == "picture" else block.count
    columns, width, height, gap_x, gap_y = _tiles(style, block, count, room)
    rows = ceil(count / columns)
    used = rows * (height + gap_y) - gap_y
    first = top + HEADING + (room - used) / 2
    sizes = (width, height, gap_x, gap_y)
    return Placed(style, count, columns, left, first, *sizes, 0.0, top)


def _tiles(
    style: Style, block: Block, count: int, room: float
) -> tuple[int, float, float, float, float]:
    """Return tiles in a row, width and height of one, and the gaps between them."""
    match style:
        case "picture":
            return (1, *_fitted(block.map_hw, min(_PICTURE, room)), 0, 0)
        case "strip":
            return 1, _STRIP, min(_LARGEST_NUMBER, room / count), 0, 0
        case "cells":
            size = min(_CELL, room / count)
            gap = size * 0.2
            return 1, size - gap, size - gap, gap, gap
        case _:
            return _map_tiles(block, count, room)


def _map_tiles(
    block: Block, count: int, room: float
) -> tuple[int, float, float, float, float]:
    gap = next((gap for most, gap in ((8, 22), (20, 10), (64, 5)) if count <= most), 2)
    for columns in range(1, count + 1):
        rows = ceil(count / columns)
        size = min(_LARGEST_TILE, (room - gap * (rows - 1)) / rows)
        wanted = _LEAST_TILE[columns - 1 :][:1] or (_FEWEST_PIXELS,)
        if size >= wanted[0] or columns == count:
            break
    width, height = _fitted(block.map_hw, max(size, 1.0))
    return columns, width, height, min(gap, 10), gap


def _fitted(map_hw: tuple[int, int], size: float) -> tuple[float, float]:
    """Return width and height of a map whose longer side is ``size`` pixels."""
    rows, columns = map_hw
    longer = max(rows, columns)
    return size * columns / longer, size * rows / longer


def fitted_layout(
    picture: Block, made: Sequence[Block], width: float, height: float
) -> tuple[ColumnLayout, float]:
    """Return a layout and the scale at which it fills a place, without being enlarged.

    A network that is too wide is laid out higher, and then made smaller.
    """
    scale = 1.0
    for _ in range(4):
        layout = lay_out(picture, made, height / scale)
        fitting = min(1.0, width / layout.width)
        if abs(fitting - scale) < 0.01 * scale:
            break
        scale = fitting
    return lay_out(picture, made, height / scale), scale
