"""Where windows, kernels and sums of a unit lie: arithmetic without widgets."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cnnviz.ui.unit_view.rows.unit_rows import UnitRows

Box = tuple[float, float, float, float]
"""Left, top, width, height, in pixels."""

EDGE: Final = 8.0
"""Left of the rows, so that the outline of the focus touches none of them."""

_RIGHT: Final = 4.0
HEAD_TOP: Final = 4.0
HEAD: Final = 30.0
_SIGN: Final = 26.0
_GAP: Final = 14.0
_LARGEST_GRID: Final = 112.0
_LARGEST_ALONE: Final = 184.0
_BETWEEN: Final = 44.0
_CHIP: Final = (66.0, 30.0)
_SUM: Final = 76.0
_RIBBON: Final = 46.0
_RIBBON_ALONE: Final = 34.0
_FOLDED: Final = 26.0
_NAME: Final = 16.0
_NAME_OVER_SUM: Final = 40.0
"""Pixels of a row from which a name and a sum have room one over the other."""

_LEAST_ALIGNED: Final = 40.0
"""Pixels that a row has at least where rows stand at the heights of their maps."""


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where the parts of a row lie; there may be no kernel."""

    window: Box
    kernel: Box | None
    total: Box
    name: Box

    @property
    def is_stacked(self) -> bool:
        """Whether the kernel lies under its window."""
        return self.kernel is not None and self.kernel[1] > self.window[1]

    @property
    def middle(self) -> float:
        """The row's middle, from the top."""
        return self.total[1] + self.total[3] / 2

    @property
    def is_named_over_sum(self) -> bool:
        """Whether the row's name stands over what it adds, and not over its window."""
        return self.name[0] > self.window[0] and self.name[3] > 0


@dataclass(frozen=True, slots=True)
class RowsLayout:
    """Where all rows lie.

    Attributes
    ----------
    rows
        One a row.
    folded
        Of the line about what is left out; ``None`` where nothing is.
    bracket
        Where the ribbons end, from the left.
    """

    rows: tuple[RowPlace, ...]
    folded: Box | None
    bracket: float


def lay_out_rows(
    shown: UnitRows, width: float, height: float, centres: Sequence[float] = ()
) -> RowsLayout:
    """Lay the rows out.

    Parameters
    ----------
    shown
        The rows.
    width, height
        The place, in pixels.
    centres
        Heights of the maps that the rows come from, where each can stand at its own.
    """
    bracket, width = width - _RIGHT, width - _RIGHT - EDGE
    if not shown.rows:
        return RowsLayout((), None, bracket)
    if len(shown.rows) == 1 and _has_picture(shown):
        return RowsLayout((_alone(shown, width, height),), None, bracket)
    folded = _FOLDED if shown.folded else 0.0
    room = (height - HEAD - folded) / len(shown.rows)
    middles = [HEAD + room * (index + 0.5) for index in range(len(shown.rows))]
    if len(centres) == len(shown.rows) and not folded:
        own = min(min(_steps(centres), default=room), 2 * _least_room(centres, height))
        if own >= _LEAST_ALIGNED:
            middles, room = list(centres), own
    has_kernel = any(row.kernel_hw is not None for row in shown.rows)
    grid_w, grid_h = _grid(shown, width, room, has_kernel)
    name_height = _NAME if room - grid_h >= _NAME + 2 else 0.0
    sign = _SIGN if shown.sign != "none" else _GAP
    places = []
    for middle in middles:
        top = middle - grid_h / 2
        window = (EDGE, top, grid_w, grid_h)
        left, kernel = EDGE + grid_w, None
        if has_kernel:
            kernel = (left + sign, top, grid_w, grid_h)
            left = kernel[0] + grid_w
        total = (left + _SIGN, middle - 14, _SUM, 28.0)
        if shown.has_results:
            total = (left + _SIGN, top, grid_w, grid_h)
        elif not shown.has_totals:
            total = (left, middle - 14, 0.0, 28.0)
        name = (EDGE, top - name_height, grid_w * 2 + sign, name_height)
        if not name_height and total[2] == _SUM and room >= _NAME_OVER_SUM:
            name = (left, middle - room / 2 + 2, _SIGN + _SUM, _NAME)
        places.append(RowPlace(window, kernel, total, name))
    end = places[0].total[0] + places[0].total[2]
    line = (EDGE, height - _FOLDED, end - EDGE, _FOLDED) if folded else None
    return RowsLayout(tuple(places), line, bracket)


def _has_picture(shown: UnitRows) -> bool:
    """Whether there are windows and kernels of several cells."""
    first = shown.rows[0]
    return first.kernel_hw is not None and first.size_hw != (1, 1)


def _alone(shown: UnitRows, width: float, height: float) -> RowPlace:
    """Return a single row as large as it gets: its kernel under its window."""
    rows, columns = shown.rows[0].size_hw
    beside = width - _RIBBON_ALONE - _SIGN
    free = beside / 2 if shown.has_results else beside - _SUM
    free = min((height - HEAD - _BETWEEN) / 2, free)
    side = max(min(free, _LARGEST_ALONE), 8.0)
    wide, high = side * columns / max(rows, columns), side * rows / max(rows, columns)
    top = HEAD + (height - HEAD - _BETWEEN - 2 * high) / 2
    middle = top + high + _BETWEEN / 2
    right = EDGE + wide + _SIGN
    total = (right, middle - 14, _SUM, 28.0)
    if shown.has_results:
        total = (right, middle - high / 2, wide, high)
    return RowPlace(
        window=(EDGE, top, wide, high),
        kernel=(EDGE, top + high + _BETWEEN, wide, high),
        total=total,
        name=(EDGE, top, wide, 0.0),
    )


def _least_room(centres: Sequence[float], height: float) -> float:
    """Return what the first row has above its middle, or the last below it."""
    return min(min(centres) - HEAD, height - max(centres)) + 4


def _steps(centres: Sequence[float]) -> list[float]:
    return [b - a for a, b in itertools.pairwise(centres)]


def _grid(
    shown: UnitRows, width: float, room: float, has_kernel: bool
) -> tuple[float, float]:
    """Return width and height of a window: cells are square, one alone is a chip."""
    rows, columns = shown.rows[0].size_hw
    if (rows, columns) == (1, 1):
        return _CHIP[0], min(_CHIP[1], room - 4)
    parts = (2 if has_kernel else 1) + shown.has_results
    total = _SUM if shown.has_totals and not shown.has_results else 0
    free = (width - _RIBBON - total - 2 * _SIGN) / parts
    has_names = room > (3.5 if shown.has_results else 4) * _NAME
    height = room - (_NAME + 4 if has_names else 6)
    side = max(min(height, free, _LARGEST_GRID * (1 if has_kernel else 1.6)), 8.0)
    cell = side / max(rows, columns)
    return cell * columns, cell * rows
