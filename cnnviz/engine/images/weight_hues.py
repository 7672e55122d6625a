"""A hue for each weight of a kernel: the cell that it meets wears the same one."""

import colorsys
from functools import lru_cache
from typing import Final

Rgb = tuple[int, int, int]

MOST_HUES: Final = 225
"""Cells of a window up to which each has a hue: a global pooling has far more."""

_SATURATION: Final = 0.72
_LIGHTNESS: Final = 0.55


@lru_cache(maxsize=64)
def weight_hues(rows: int, columns: int) -> tuple[tuple[Rgb, ...], ...]:
    """Return red, green and blue (0..255) for each cell of a kernel.

    Once round the wheel, row by row, all equally strong and equally light.

    Examples
    --------
    >>> weight_hues(1, 2)
    (((223, 58, 58), (58, 223, 223)),)
    """
    count = rows * columns
    return tuple(
        tuple(_hue((row * columns + column) / count) for column in range(columns))
        for row in range(rows)
    )


def hues_of(rows: int, columns: int) -> tuple[tuple[Rgb, ...], ...]:
    """Return the hues of a window's cells; none where there are too many to tell apart."""
    return weight_hues(rows, columns) if rows * columns <= MOST_HUES else ()


def _hue(turn: float) -> Rgb:
    red, green, blue = colorsys.hls_to_rgb(turn, _LIGHTNESS, _SATURATION)
    return round(255 * red), round(255 * green), round(255 * blue)
