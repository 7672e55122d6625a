"""Blocks in columns, from the picture to the answer: arithmetic without widgets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, sqrt
from typing import Final

from cnnviz.engine.networks.blocks import Block
from cnnviz.ui.network_view.columns.placed import Placed, Style

HEADING: Final = 70.0
"""Pixels over the tiles for a block's name and shape."""

_MARGIN: Final = 16.0
_FOOT: Final = 64.0
"""Under the tiles: beside them a panel has its buttons there."""

_WIDER: Final = 48.0
"""Pixels by which gutters grow at most where there is room."""

_USUAL_HEIGHT: Final = 680.0
_MOST_GROWTH: Final = 1.7
_LANE_GAP: Final = 18.0
_STRIP: Final = 14.0
_LARGEST_NUMBER: Final = 14.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large things are made, in pixels.

    Attributes
    ----------
    picture, tile, cell
        The picture, a map, and a cell of the answer, at most.
    gutter
        Between columns, where ribbons flow.
    column
        What a column has at least, its gutter included: room for its name.
    bars
        Right of the cells of the answer: their names and bars.
    """

    picture: float = 96.0
    tile: float = 76.0
    cell: float = 30.0
    gutter: float = 44.0
    column: float = 74.0
    bars: float = 150.0

    def grown(self, height: float) -> "Sizes":
        """Return them for a place of this height: larger in a high one."""
        factor = min(max(height / _USUAL_HEIGHT, 1.0), _MOST_GROWTH)
        return replace(
            self,
            picture=self.picture * factor,
            tile=self.tile * factor,
            gutter=self.gutter * factor,
        )


USUAL: Final = Sizes()
BEFORE_PANEL: Final = Sizes(picture=84.0, tile=72.0, gutter=26.0, column=40.0)
"""Left of a panel, which shows what comes from there."""

AFTER_PANEL: Final = (
    Sizes(tile=64.0, cell=28.0, gutter=24.0, column=60.0, bars=130.0),
    Sizes(tile=34.0, cell=24.0, gutter=12.0, column=26.0, bars=76.0),
    Sizes(tile=29.0, cell=24.0, gutter=10.0, column=24.0, bars=60.0),
    Sizes(tile=24.0, cell=20.0, gutter=8.0, column=24.0, bars=56.0),
)
"""Right of a panel: the first that fits, or the last."""


_LEAST_TILE: Final = (44.0, 32.0, 28.0, 24.0, 20.0)
"""What a tile has at least in one column of tiles, in two ... before one more is begun."""

_FEWEST_PIXELS: Final = 12.0
_LEAST_PIXELS: Final = 5.0
_LONGEST: Final = 2.0
"""How many times as long as it is high a block of many maps may be."""

_HALVINGS: Final = 6
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


def lay_out(
    picture: Block, made: Sequence[Block], height: float, sizes: Sizes | None = None
) -> ColumnLayout:
    """Lay blocks in columns by their depth; blocks of one depth share its height."""
    sizes = sizes or USUAL.grown(height)
    places, width = lay_columns((picture, *made), height, sizes, _MARGIN)
    ordered = (*(places[block.place] for block in made), places[picture.place])
    return ColumnLayout(ordered, width, height)


def lay_columns(
    blocks: Sequence[Block], height: float, sizes: Sizes, left: float
) -> tuple[dict[int, Placed], float]:
    """Lay some blocks in columns from the left; return where each is, and the end."""
    lanes: dict[int, list[Block]] = {}
    for block in blocks:
        lanes.setdefault(block.depth, []).append(block)
    places: dict[int, Placed] = {}
    for depth in sorted(lanes):
        column = lanes[depth]
        lane = (height - _LANE_GAP * (len(column) - 1)) / len(column)
        tops = [index * (lane + _LANE_GAP) for index in range(len(column))]
        put = [
            _put(block, top, left, lane, sizes)
            for block, top in zip(column, tops, strict=True)
        ]
        right = max(one.right for one in put)
        room = max(right - left + sizes.gutter, sizes.column)
        if put[-1].style == "cells":
            room = right - left + sizes.bars
        for block, one in zip(column, put, strict=True):
            # The narrower ones of a column stand in its middle.
            shifted = one.left + (right - one.right) / 2
            places[block.place] = replace(one, left=shifted, room=room)
        left += room
    return places, left + _MARGIN


def _put(block: Block, top: float, left: float, lane: float, sizes: Sizes) -> Placed:
    style = style_of(block)
    foot = _FOOT if lane > 4 * _FOOT else _MARGIN
    room = max(lane - HEADING - foot, _FEWEST_PIXELS)
    count = 1 if style == "picture" else block.count
    columns, width, height, gap_x, gap_y = _tiles(style, block, count, room, sizes)
    rows = ceil(count / columns)
    used = rows * (height + gap_y) - gap_y
    first = top + HEADING + (room - used) / 2
    box = (width, height, gap_x, gap_y)
    return Placed(style, count, columns, left, first, *box, 0.0, top)


def _tiles(
    style: Style, block: Block, count: int, room: float, sizes: Sizes
) -> tuple[int, float, float, float, float]:
    """Return tiles in a row, width and height of one, and the gaps between them."""
    match style:
        case "picture":
            return (1, *_fitted(block.map_hw, min(sizes.picture, room)), 0, 0)
        case "strip":
            return 1, _STRIP, min(_LARGEST_NUMBER, room / count), 0, 0
        case "cells":
            size = min(sizes.cell, room / count)
            gap = size * 0.2
            return 1, size - gap, size - gap, gap, gap
        case _:
            return _map_tiles(block, count, room, sizes.tile)


def _map_tiles(
    block: Block, count: int, room: float, largest: float
) -> tuple[int, float, float, float, float]:
    gap = next((gap for most, gap in ((8, 22), (20, 10), (64, 5)) if count <= most), 2)
    # In a low lane many maps would make a long band: they are made smaller instead.
    smallest = max(_LEAST_PIXELS, min(_FEWEST_PIXELS, room * sqrt(_LONGEST / count)))
    smallest = min(smallest, largest * 0.9)
    # With fewer columns than these even the smallest tiles would not find room.
    fewest = ceil(count / max(1, int((room + gap) / (smallest + gap))))
    for columns in range(min(fewest, count), count + 1):
        rows = ceil(count / columns)
        size = min(largest, (room - gap * (rows - 1)) / rows)
        wanted = _LEAST_TILE[columns - 1 :][:1] or (smallest,)
        if size >= min(wanted[0], largest * 0.9) or columns == count:
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

    A network that is too wide is laid out higher, and then made smaller: the largest
    scale is looked for at which it is as wide as the place, or a little less.
    """
    layout = lay_out(picture, made, height)
    scale = _fitting_scale(picture, made, width, height, layout.width)
    tall = height / scale
    narrowest = lay_out(picture, made, tall)
    scale = min(scale, width / narrowest.width)
    columns = max(block.depth for block in made)
    free = (width / scale - narrowest.width) / columns
    usual = USUAL.grown(tall)
    sizes = replace(usual, gutter=usual.gutter + min(free, _WIDER))
    wider = lay_out(picture, made, tall, sizes)
    # Gutters of a column with several blocks may make it wider than was free.
    return (wider if wider.width * scale <= width else narrowest), scale


def _fitting_scale(
    picture: Block, made: Sequence[Block], width: float, height: float, widest: float
) -> float:
    """Return the largest scale, of those tried by halving, at which all fits."""
    if widest <= width:
        return 1.0
    least, most = 0.0, 1.0
    scale = width / widest
    for _ in range(_HALVINGS):
        if lay_out(picture, made, height / scale).width * scale > width:
            most = scale
        else:
            least = scale
        scale = (least + most) / 2
    return least or scale
