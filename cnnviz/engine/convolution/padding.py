"""What lies around a picture: zeros, its reflection, its edge, or itself again."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.shapes import Amounts
from cnnviz.engine.convolution.spec import PaddingMode, Pair
from cnnviz.engine.errors import CnnvizError

Array = NDArray[np.generic]

# Cells of one array (1 GiB of float32): more is a slip of the pen, not a lesson.
MAX_CELLS: Final = 2**28


def check_cells(channels: int, height: int, width: int) -> None:
    """Refuse an array that is too large to be allocated.

    Raises
    ------
    CnnvizError
        ``too_many_cells``.
    """
    if channels * height * width > MAX_CELLS:
        raise CnnvizError(
            "too_many_cells",
            channels=channels,
            height=height,
            width=width,
            limit=MAX_CELLS // 10**6,
        )


def check_padding(mode: PaddingMode, amounts: Amounts, input_hw: Pair) -> None:
    """Refuse more padding than a mode can take from the picture, as torch does.

    A reflection leaves out the edge itself, so a picture of ``n`` rows has ``n - 1`` to
    give; a picture that goes round has ``n``.

    Raises
    ------
    CnnvizError
        ``padding_beyond_reflection`` or ``padding_beyond_circle``.

    Examples
    --------
    >>> check_padding("reflect", Amounts(2, 2, 2, 2), (3, 3))
    """
    if mode not in ("reflect", "circular"):
        return
    rows, cols = max(amounts.top, amounts.bottom), max(amounts.left, amounts.right)
    most_rows, most_cols = (size - (mode == "reflect") for size in input_hw)
    if rows <= most_rows and cols <= most_cols:
        return
    raise CnnvizError(
        "padding_beyond_reflection" if mode == "reflect" else "padding_beyond_circle",
        rows=rows,
        cols=cols,
        height=input_hw[0],
        width=input_hw[1],
        most_rows=most_rows,
        most_cols=most_cols,
    )


def fill_padded(
    padded_hw: NDArray[np.float32],
    channel_hw: Array,
    amounts: Amounts,
    mode: PaddingMode,
    first: int = 0,
) -> None:
    """Write some rows of a padded channel into an array of their own.

    Parameters
    ----------
    padded_hw
        Where to: ``n x (left + W + right)``.
    channel_hw
        The channel, ``H x W``.
    amounts, mode
        What lies around it.
    first
        Which row of the padded channel comes first.
    """
    (height, width), rows = channel_hw.shape, len(padded_hw)
    inside = padded_hw[:, amounts.left : amounts.left + width]
    top, bottom = amounts.top - first, amounts.top + height - first
    begin, end = (min(max(row, 0), rows) for row in (top, bottom))
    inside[begin:end] = channel_hw[begin - top : end - top]
    above = source_cells(-top, 1, begin, height, mode)
    below = source_cells(end - top, 1, rows - end, height, mode)
    before = source_cells(-amounts.left, 1, amounts.left, width, mode)
    after = source_cells(width, 1, amounts.right, width, mode)
    zeros = mode == "zeros"
    inside[:begin] = 0 if zeros else channel_hw[above]
    inside[end:] = 0 if zeros else channel_hw[below]
    padded_hw[:, : amounts.left] = 0 if zeros else inside[:, before]
    padded_hw[:, amounts.left + width :] = 0 if zeros else inside[:, after]


def source_cells(
    first: int, step: int, count: int, size: int, mode: PaddingMode
) -> NDArray[np.intp]:
    """Return which row (or column) of the picture each cell of a window holds.

    Parameters
    ----------
    first, step, count
        The window's first row in the picture's count, which may be negative; how far
        apart its rows are; and how many it has.
    size
        Rows of the picture.
    mode
        What lies around it.

    Returns
    -------
    ndarray
        intp; -1 stands for a cell that holds 0.

    Examples
    --------
    >>> source_cells(-2, 1, 6, 3, "zeros").tolist()
    [-1, -1, 0, 1, 2, -1]
    >>> source_cells(-2, 1, 6, 3, "circular").tolist()
    [1, 2, 0, 1, 2, 0]
    """
    rows: NDArray[np.intp] = first + step * np.arange(count, dtype=np.intp)
    if mode == "zeros":
        return np.where((rows >= 0) & (rows < size), rows, -1)
    if mode == "replicate":
        return np.minimum(np.maximum(rows, 0), size - 1)
    if mode == "circular":
        return np.remainder(rows, size)
    # There and back again takes twice the way, and the ends are not said twice.
    there: NDArray[np.intp] = np.abs(rows) % max(2 * size - 2, 1)
    return np.minimum(there, 2 * size - 2 - there)


def evenly(places: NDArray[np.intp]) -> slice | NDArray[np.intp]:
    """Return evenly spaced rows (or columns) as a slice, and others as given.

    A slice looks at an array where an array of places copies from it: many times faster.

    Examples
    --------
    >>> evenly(np.array([1, 3, 5])), evenly(np.array([1, 0, 1]))
    (slice(1, 6, 2), array([1, 0, 1]))
    """
    if not places.size or places[0] < 0:
        return places
    apart = int(places[1] - places[0]) if len(places) > 1 else 1
    if apart < 1 or (np.diff(places) != apart).any():
        return places
    return slice(int(places[0]), int(places[-1]) + 1, apart)
