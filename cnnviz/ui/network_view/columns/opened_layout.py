"""How the columns make room for a panel: arithmetic without widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cnnviz.engine.networks.blocks import Block
from cnnviz.ui.network_view.columns.column_layout import (
    AFTER_PANEL,
    BEFORE_PANEL,
    ColumnLayout,
    lay_columns,
)
from cnnviz.ui.network_view.columns.placed import Box, Placed

_RIBBON_ROOM: Final = 40.0
_REST_ROOM: Final = 272.0
_LEAST_LEFT: Final = 190.0
_MARGIN: Final = 8.0


@dataclass(frozen=True, slots=True)
class OpenedLayout:
    """The columns around a panel.

    Attributes
    ----------
    columns
        Where all blocks lie now.
    panel
        Where the panel lies.
    """

    columns: ColumnLayout
    panel: Box


def open_beside(
    picture: Block,
    made: Sequence[Block],
    opened: Block,
    size: tuple[float, float],
    panel_width: float,
) -> OpenedLayout:
    """Move the columns aside: those before the block to the left, itself to the right.

    Parameters
    ----------
    picture, made
        The blocks.
    opened
        Whose map is opened.
    size
        Width and height of the place, in pixels.
    panel_width
        What the panel needs.
    """
    width, height = size
    depth = max(opened.depth, 1)  # the picture stays at the left when it is opened
    before = [picture, *(block for block in made if block.depth < depth)]
    after = [block for block in made if block.depth >= depth]
    lying, _ = lay_columns(before, height, BEFORE_PANEL.grown(height), 0.0)
    ends = max(one.right for one in lying.values())
    most_left = max(_LEAST_LEFT, width - panel_width - _REST_ROOM)
    panel_left = min(ends + _RIBBON_ROOM, most_left)
    shift = panel_left - _RIBBON_ROOM - ends
    places = {key: one.moved(1.0, shift, 0.0) for key, one in lying.items()}
    rest_left = panel_left + panel_width + 2 * _MARGIN
    places |= _rest(after, rest_left, size)
    ordered = (*(places[block.place] for block in made), places[picture.place])
    panel = (panel_left, 0.0, panel_width, height)
    return OpenedLayout(ColumnLayout(ordered, width, height), panel)


def _rest(
    after: Sequence[Block], left: float, size: tuple[float, float]
) -> dict[int, Placed]:
    """Lay what comes after the panel as large as it fits, at the right edge."""
    for sizes in AFTER_PANEL:
        places, end = lay_columns(after, size[1], sizes, left)
        if end <= size[0]:
            shift = size[0] - end
            return {key: one.moved(1.0, shift, 0.0) for key, one in places.items()}
    return places
