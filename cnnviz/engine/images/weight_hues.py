"""A hue for each weight of a kernel: the cell that it meets wears the same one."""

from functools import lru_cache
from typing import Final

import numpy as np

from cnnviz.engine.images.colour_maps import oklab_to_srgb

Rgb = tuple[int, int, int]

MOST_HUES: Final = 225
"""Cells of a window up to which each has a hue: a global pooling has far more."""

_ON_LIGHT: Final = (0.58, 0.16)
_ON_DARK: Final = (0.78, 0.14)
"""Lightness and chroma of OKLCH, the polar form of Oklab."""

_FIRST_DEGREES: Final = 25.0


@lru_cache(maxsize=64)
def weight_hues(
    rows: int, columns: int, *, on_dark: bool = False
) -> tuple[tuple[Rgb, ...], ...]:
    """Return red, green and blue (0..255) for each cell of a kernel.

    Once round the wheel of OKLCH, row by row, all looking equally strong and equally
    light; lighter ones for a dark ground.

    Examples
    --------
    >>> weight_hues(1, 2)
    (((199, 75, 71), (0, 146, 167)),)
    """
    lightness, chroma = _ON_DARK if on_dark else _ON_LIGHT
    count = rows * columns
    angles = np.radians(_FIRST_DEGREES + 360 * np.arange(count) / count)
    around = chroma * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    lab = np.column_stack([np.full(count, lightness), around])
    rgb = np.rint(255 * oklab_to_srgb(lab)).astype(int).tolist()
    flat = [(red, green, blue) for red, green, blue in rgb]
    return tuple(
        tuple(flat[row * columns : (row + 1) * columns]) for row in range(rows)
    )


def hues_of(rows: int, columns: int) -> tuple[tuple[Rgb, ...], ...]:
    """Return the hues of a window's cells; none where there are too many to tell apart."""
    return weight_hues(rows, columns) if rows * columns <= MOST_HUES else ()
