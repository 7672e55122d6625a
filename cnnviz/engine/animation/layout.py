"""Where everything lies on a frame, from the width that was asked for."""

from dataclasses import dataclass

from cnnviz.engine.animation.framing import Framing, crisp, framing
from cnnviz.engine.animation.settings import View
from cnnviz.engine.animation.text import line_height
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.walk import Walk

_LARGEST_SMALL = 56.0
"""Pixels of a cell of the small grids at most."""


class Type:
    """Type sizes and distances for one width of frame, in pixels.

    Attributes
    ----------
    title, text, small
        Type sizes: of the title, of the sum, of headings and notes.
    margin, gap
        What stays free all around, and between what lies on the frame.
    inner
        From margin to margin.
    arrow, middle, side
        How wide the way between two columns is, the column of the small grids, and those
        of the large ones.
    """

    def __init__(self, width: int) -> None:
        self.width = width
        self.title = max(15, round(width * 0.024))
        self.text = max(12, round(width * 0.018))
        self.small = max(11, round(width * 0.0145))
        self.margin = max(12, round(width * 0.02))
        self.gap = max(8, round(width * 0.012))
        self.inner = width - 2 * self.margin
        self.arrow = max(20, round(width * 0.035))
        self.middle = round(self.inner * 0.2)
        self.side = (self.inner - self.middle - 2 * self.arrow) // 2


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the grids lie, in pixels from the left top.

    Attributes
    ----------
    type
        Sizes and distances.
    top, height
        Of the part of the frame that the grids take, small ones with their headings.
    input, output
        How the two large grids are drawn.
    input_xy, output_xy
        Where.
    middle_x
        Where the column of the small grids begins.
    small_cell, small_tops
        Pixels of their cells, and where each begins, below its heading.
    """

    type: Type
    top: int
    height: int
    input: Framing
    output: Framing
    input_xy: Pair
    output_xy: Pair
    middle_x: int
    small_cell: float
    small_tops: tuple[int, ...]


def lay_out(kind: Type, view: View, walk: Walk, top: int) -> Layout:
    """Find a place for the grids of a walk, from a place down."""
    geometry = walk.geometry
    padded_hw = (
        geometry.top + geometry.grid_hw[0] + geometry.bottom,
        geometry.left + geometry.grid_hw[1] + geometry.right,
    )
    box = (kind.side, round(kind.width * 0.4))
    given = framing(padded_hw, box, view, (geometry.span[0] + 2, geometry.span[1] + 2))
    made = framing(walk.output_hw, box, view, (5, 5))
    small_grids = 3 if walk.operation.expression(walk.step).is_weighted else 1
    line = line_height(kind.small)
    heading = line + kind.gap // 2
    rows, columns = geometry.kernel
    room = box[1] / small_grids - heading
    cell = crisp(min(kind.middle / columns, room / rows, _LARGEST_SMALL))
    block = round(rows * cell) + heading
    middle_x = kind.margin + kind.side + kind.arrow
    right = middle_x + kind.middle + kind.arrow
    return Layout(
        type=kind,
        top=top,
        height=max(given.size[1], made.size[1], small_grids * block - line, 40),
        input=given,
        output=made,
        input_xy=(kind.margin + (kind.side - given.size[0]) // 2, top),
        output_xy=(right + (kind.side - made.size[0]) // 2, top),
        middle_x=middle_x,
        small_cell=cell,
        small_tops=tuple(top + grid * block for grid in range(small_grids)),
    )
