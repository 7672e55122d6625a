"""Where windows, kernels and sums of a unit lie: arithmetic without widgets."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cnnviz.ui.unit_view.unit_rows import UnitRows

Box = tuple[float, float, float, float]
"""Left, top, width, height, in pixels."""

HEAD: Final = 26.0
_SIGN: Final = 30.0
_GAP: Final = 14.0
_LARGEST_GRID: Final = 112.0
_CHIP: Final = (66.0, 30.0)
_SUM: Final = 78.0
_RIBBON: Final = 64.0
_FOLDED: Final = 26.0
_NAME: Final = 16.0


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where the parts of a row lie; there may be no kernel."""

    window: Box
    kernel: Box | None
    total: Box
    name: Box

    @property
    def middle(self) -> float:
        """The row's middle, from the top."""
        return self.total[1] + self.total[3] / 2


@dataclass(frozen=True, slots=True)
class RowsLayout:
    """Where all rows lie.

    Attributes
    ----------
    rows
        One a row.
    folded
        Of the line about what is left out; ``None`` where nothing is.
    width
        Of rows and ribbons.
    bracket
        Left of where the ribbons end.
    """

    rows: tuple[RowPlace, ...]
    folded: Box | None
    width: float
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
    if not shown.rows:
        return RowsLayout((), None, width, width)
    folded = _FOLDED if shown.folded else 0.0
    room = (height - HEAD - folded) / len(shown.rows)
    middles = [HEAD + room * (index + 0.5) for index in range(len(shown.rows))]
    if len(centres) == len(shown.rows) and not folded and _fits(centres, height):
        middles = list(centres)
        room = min(room, min(_steps(centres), default=room))
    has_kernel = any(row.kernel_hw is not None for row in shown.rows)
    grid_w, grid_h = _grid(shown, width, room, has_kernel)
    sign = _SIGN if shown.sign != "none" else _GAP
    places = []
    for middle in middles:
        top = middle - grid_h / 2
        window = (0.0, top, grid_w, grid_h)
        left, kernel = grid_w, None
        if has_kernel:
            kernel = (grid_w + sign, top, grid_w, grid_h)
            left = kernel[0] + grid_w
        total = (left + _SIGN, middle - 14, _SUM, 28.0)
        name = (0.0, top - _NAME, grid_w * 2 + sign, _NAME)
        places.append(RowPlace(window, kernel, total, name))
    end = places[0].total[0] + _SUM
    line = (0.0, height - _FOLDED, end, _FOLDED) if folded else None
    return RowsLayout(tuple(places), line, end + _RIBBON, end + _RIBBON)


def _fits(centres: Sequence[float], height: float) -> bool:
    return min(centres) >= HEAD + 12 and max(centres) <= height - 12


def _steps(centres: Sequence[float]) -> list[float]:
    return [b - a for a, b in itertools.pairwise(centres)]


def _grid(
    shown: UnitRows, width: float, room: float, has_kernel: bool
) -> tuple[float, float]:
    """Return width and height of a window: cells are square, one alone is a chip."""
    rows, columns = shown.rows[0].size_hw
    if (rows, columns) == (1, 1):
        return _CHIP[0], min(_CHIP[1], room - 4)
    parts = 2 if has_kernel else 1
    free = (width - _RIBBON - _SUM - 2 * _SIGN) / parts
    has_names = room > 5 * _NAME
    height = room - (_NAME + 8 if has_names else 8)
    side = max(min(height, free, _LARGEST_GRID * (1 if has_kernel else 1.6)), 8.0)
    cell = side / max(rows, columns)
    return cell * columns, cell * rows
