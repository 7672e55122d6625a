"""How the columns make room for a panel: arithmetic without widgets."""

from dataclasses import dataclass, replace
from typing import Final

from cnnviz.engine.networks.blocks import Block
from cnnviz.ui.network_view.columns.column_layout import ColumnLayout
from cnnviz.ui.network_view.columns.placed import Box, Placed

_RIBBON_ROOM: Final = 48.0
_REST_ROOM: Final = 230.0
_LEAST_LEFT: Final = 190.0
_MARGIN: Final = 10.0
_LEAST_SCALE: Final = 0.3


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
    shown: ColumnLayout,
    made: tuple[Block, ...],
    opened: Block,
    size: tuple[float, float],
    panel_width: float,
) -> OpenedLayout:
    """Move the columns aside: those before the block to the left, itself to the right.

    Parameters
    ----------
    shown
        Where the blocks lie while nothing is open.
    made
        The blocks.
    opened
        Whose map is opened.
    size
        Width and height of the place, in pixels.
    panel_width
        What the panel needs.
    """
    width, height = size
    before = [shown.placed[block.place] for block in made if block.depth < opened.depth]
    before.append(shown.placed[-1])
    ends = max(each.right for each in before)
    most_left = max(_LEAST_LEFT, width - panel_width - _REST_ROOM)
    panel_left = min(ends + _RIBBON_ROOM, most_left)
    shift = panel_left - _RIBBON_ROOM - ends
    rest_left = panel_left + panel_width + 2 * _MARGIN
    after = [shown.placed[block.place] for block in made if block.depth >= opened.depth]
    begins = min(each.left for each in after)
    wide = max(each.left + each.room for each in after) - begins
    scale = min(1.0, max(_LEAST_SCALE, (width - rest_left) / max(wide, 1.0)))
    middle = height / 2

    def aside(each: Placed, block: Block | None) -> Placed:
        if block is None or block.depth < opened.depth:
            return each.moved(1.0, shift, 0.0)
        moved = each.moved(scale, rest_left - begins * scale, middle * (1 - scale))
        return replace(moved, lane_top=each.lane_top)

    placed = tuple(
        aside(each, made[index] if index < len(made) else None)
        for index, each in enumerate(shown.placed)
    )
    panel = (panel_left, _MARGIN, panel_width, height - 2 * _MARGIN)
    return OpenedLayout(replace(shown, placed=placed), panel)
