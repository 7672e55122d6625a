"""Where the tiles of a layer lie: arithmetic without widgets."""

from dataclasses import dataclass
from math import ceil, sqrt
from typing import Final

MARGIN: Final = 3.0
"""Pixels around all tiles of a layer."""

MAP_GAP: Final = 4.0
LOOSE_GAP: Final = 10.0
"""Between maps that ribbons come to."""

_NUMBER_GAP: Final = 1.0
_RAGGED: Final = 0.7
"""What a tile is worth whose last row is not full."""

WIDE: Final = 0.75
"""Power of the share of the width that is used: half as many tiles in a row, twice as
large at most, are taken only where they leave less than a third of it empty."""

_LARGEST_CELL: Final = 1000.0
_LARGEST_NUMBER: Final = 44.0
"""Pixels a side that a single number has at most."""


@dataclass(frozen=True, slots=True)
class TileGrid:
    """Tiles of one size in rows, from the top of their place down.

    Attributes
    ----------
    count, columns
        How many tiles, and how many lie in a row.
    left, top
        Of the first tile, in pixels.
    width, height
        Of one tile, in pixels.
    gap
        Between neighbours, in pixels.
    """

    count: int
    columns: int
    left: float
    top: float
    width: float
    height: float
    gap: float

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return ceil(self.count / self.columns) if self.columns else 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the whole block."""
        return (
            self.columns * (self.width + self.gap) - self.gap,
            self.rows * (self.height + self.gap) - self.gap,
        )

    def place(self, tile: int) -> tuple[float, float, float, float]:
        """Return left, top, width and height of a tile."""
        row, column = divmod(tile, self.columns)
        return (
            self.left + column * (self.width + self.gap),
            self.top + row * (self.height + self.gap),
            self.width,
            self.height,
        )

    def tile_at(self, x: float, y: float) -> int | None:
        """Return the tile at a point; a gap belongs to the tile before it."""
        right, bottom = self.left + self.size[0], self.top + self.size[1]
        if not (self.left <= x < right and self.top <= y < bottom):
            return None
        column = int((x - self.left) / (self.width + self.gap))
        row = int((y - self.top) / (self.height + self.gap))
        tile = row * self.columns + column
        return tile if column < self.columns and tile < self.count else None

    def neighbour(self, tile: int, down: int, right: int) -> int:
        """Return the tile reached by a step; at an edge, the same tile."""
        moved = tile + right + down * self.columns
        return moved if 0 <= moved < self.count else tile


def arrange(
    count: int,
    tile_hw: tuple[int, int],
    width: float,
    height: float,
    columns: int | None = None,
    *,
    centred: bool = False,
    map_gap: float = MAP_GAP,
) -> TileGrid:
    """Choose the number of columns that makes the tiles largest, and uses the width.

    Full rows are worth tiles that are a little smaller: 16 maps lie in two rows of 8.
    Single numbers (tiles of one cell) fill a whole block and grow to a limit.

    Parameters
    ----------
    count, tile_hw
        How many tiles of how many cells each.
    width, height
        The place, in pixels.
    columns
        Tiles in a row, where that is not free.
    centred
        Whether the block lies in the middle of the place, or at its left.
    map_gap
        Pixels between tiles that are more than a number.

    Examples
    --------
    >>> grid = arrange(6, (28, 28), 300, 190)
    >>> grid.columns, grid.rows, grid.width
    (3, 2, 93.0)
    """
    is_vector, (tile_height, tile_width) = tile_hw == (1, 1), tile_hw
    gap = _NUMBER_GAP if is_vector else map_gap
    if is_vector and columns is None and count:
        columns = number_columns(count)
    best_worth, best_scale, best_columns = 0.0, 0.0, max(1, columns or 1)
    for across in (columns,) if columns else range(1, count + 1):
        rows = max(1, ceil(count / across))
        if ceil(count / rows) != across and not columns:
            continue  # the same rows would do with fewer, fuller columns
        scale = min(
            (width - gap * (across - 1)) / (across * tile_width),
            (height - gap * (rows - 1)) / (rows * tile_height),
            _LARGEST_NUMBER if is_vector else _LARGEST_CELL,
        )
        used = (across * (scale * tile_width + gap) - gap) / width if width > 0 else 0
        worth = scale * (1.0 if count % across == 0 else _RAGGED)
        worth *= max(0.0, used) ** WIDE
        if worth > best_worth:
            best_worth, best_scale, best_columns = worth, scale, across
    tile_w = float(int(best_scale * tile_width))
    tile_h = float(int(best_scale * tile_height))
    block = best_columns * (tile_w + gap) - gap
    left = max(0.0, float(int((width - block) / 2))) if centred else 0.0
    return TileGrid(count, best_columns, left, 0.0, tile_w, tile_h, gap)


def number_columns(count: int) -> int:
    """Return in how many columns single numbers fill a whole block, wider than high.

    Examples
    --------
    >>> number_columns(120), number_columns(84), number_columns(10), number_columns(7)
    (15, 12, 5, 7)
    """
    widest = sqrt(1.6 * count)
    return next(
        columns
        for columns in range(1, count + 1)
        if count % columns == 0 and (columns >= widest or columns == count)
    )
