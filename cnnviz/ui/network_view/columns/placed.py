"""Where the tiles of a block lie: arithmetic without widgets."""

from dataclasses import dataclass, replace
from math import ceil
from typing import Literal

Style = Literal["picture", "maps", "strip", "cells"]
"""One picture; tiles of maps; numbers close together; numbers with names and bars."""

Box = tuple[float, float, float, float]
"""Left, top, width, height, in pixels."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The tiles of one block, in rows from the top left.

    Attributes
    ----------
    style
        What the tiles are.
    count, columns
        How many, and how many lie in a row.
    left, top
        Of the first tile, in pixels.
    width, height
        Of one tile, in pixels.
    gap_x, gap_y
        Between neighbours, in pixels.
    room
        Pixels from the left to the next column: what a heading may take.
    lane_top
        Top of the place that the block has in its column: its heading stands there.
    """

    style: Style
    count: int
    columns: int
    left: float
    top: float
    width: float
    height: float
    gap_x: float
    gap_y: float
    room: float
    lane_top: float

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return ceil(self.count / self.columns)

    @property
    def box(self) -> Box:
        """Return the place of all tiles."""
        return (
            self.left,
            self.top,
            self.columns * (self.width + self.gap_x) - self.gap_x,
            self.rows * (self.height + self.gap_y) - self.gap_y,
        )

    @property
    def right(self) -> float:
        """Where the tiles end."""
        return self.left + self.box[2]

    def tile(self, index: int) -> Box:
        """Return the place of a tile."""
        row, column = divmod(index, self.columns)
        return (
            self.left + column * (self.width + self.gap_x),
            self.top + row * (self.height + self.gap_y),
            self.width,
            self.height,
        )

    def tile_at(self, x: float, y: float) -> int | None:
        """Return the tile at a point; a gap belongs to the tile before it."""
        left, top, width, height = self.box
        if not (left <= x < left + width and top <= y < top + height):
            return None
        column = int((x - left) / (self.width + self.gap_x))
        row = int((y - top) / (self.height + self.gap_y))
        tile = row * self.columns + min(column, self.columns - 1)
        return tile if tile < self.count else None

    def moved(self, scale: float, dx: float, dy: float) -> "Placed":
        """Return it scaled about the origin, and shifted then."""
        return replace(
            self,
            left=self.left * scale + dx,
            top=self.top * scale + dy,
            width=self.width * scale,
            height=self.height * scale,
            gap_x=self.gap_x * scale,
            gap_y=self.gap_y * scale,
            room=self.room * scale,
            lane_top=self.lane_top * scale + dy,
        )


def between(a: Placed, b: Placed, share: float) -> Placed:
    """Return where tiles are on their way from one place to another."""

    def mid(first: float, second: float) -> float:
        return first + (second - first) * share

    return replace(
        b,
        left=mid(a.left, b.left),
        top=mid(a.top, b.top),
        width=mid(a.width, b.width),
        height=mid(a.height, b.height),
        gap_x=mid(a.gap_x, b.gap_x),
        gap_y=mid(a.gap_y, b.gap_y),
        room=mid(a.room, b.room),
        lane_top=mid(a.lane_top, b.lane_top),
    )
