"""The printed lines of ruled and squared paper."""

from collections.abc import Callable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.components import Bools

Levels = NDArray[np.float32]

# A line is at most this many coarse cells thick, and stands out by so many levels.
THICKEST: Final = 4
FAINTEST: Final = 8.0

# Lines go on for this share of the picture, and from one end of it to the other: so near
# the ends, in cells. Strokes seldom do, and never two of them.
LONG: Final = 0.6
NEAR_END: Final = 3
FEW: Final = 2

# Or they are many, evenly spaced, and go on for a part of it: the sheet lies on a desk.
# So far from where it should be, in gaps, a line still is one of them.
SHORT: Final = 0.35
MANY: Final = 5
UNEVEN: Final = 0.15

# In a picture of fewer cells a side strokes are as thin as lines.
LEAST_SIDE: Final = 64

# How far lines may be turned, in rows for a column, and how finely that is tried.
TURNS: Final = np.linspace(-0.07, 0.07, 15)


def lines_across(coarse_hw: Levels, few: int = FEW) -> Bools | None:
    """Return where thin dark lines go from left to right, ``None`` where none do.

    A few of them are looked for at least, right through the picture, or many: what is
    shorter may be a stroke, such as the roof of a 7, or several beside each other.

    Examples
    --------
    >>> page_hw = np.full((80, 80), 230, np.float32)
    >>> page_hw[20::20] = 150
    >>> np.flatnonzero(lines_across(page_hw)[:, 0]).tolist()
    [20, 40, 60]
    """
    height, width = coarse_hw.shape
    thin_hw = closed_down(coarse_hw, THICKEST + 1) - coarse_hw > FAINTEST
    if thin_hw.sum() < few * LONG * width:
        return None
    rows, columns = np.arange(height)[:, np.newaxis], np.arange(width)
    best_n, best_turn = np.zeros(height), 0.0
    for turn in TURNS:
        turned = (rows + _sunk(turn, columns)) % height
        share_n = thin_hw[turned, columns].mean(axis=1)
        if (share_n**2).sum() > (best_n**2).sum():
            best_n, best_turn = share_n, float(turn)
    turned = (rows + _sunk(best_turn, columns)) % height
    is_line_n = _ruled_rows(best_n, thin_hw[turned, columns], few)
    if is_line_n is None:
        return None
    lines_hw = np.zeros_like(thin_hw)
    lines_hw[turned, columns] = is_line_n[:, None]
    return lines_hw & thin_hw


def _ruled_rows(share_n: NDArray[np.float64], thin_hw: Bools, few: int) -> Bools | None:
    """Return which rows, as they are turned, belong to lines of the paper.

    Parameters
    ----------
    share_n
        How much of each row is thin and dark.
    thin_hw
        Where that is.
    few
        How many lines right through the picture are enough.
    """
    changes = np.diff(share_n >= SHORT / 2, prepend=False, append=False)
    runs = np.flatnonzero(changes).reshape(-1, 2)
    if len(runs) < few:
        return None
    peaks_n = np.array([share_n[begin:end].max() for begin, end in runs])
    through_n = (peaks_n >= LONG) & [
        _goes_through(thin_hw[begin:end]) for begin, end in runs
    ]
    # What lies at the rim may be a frame, and is counted for none.
    inner_n = (runs[:, 0] > THICKEST) & (runs[:, 1] < len(share_n) - THICKEST)
    strong_n = inner_n & (peaks_n >= SHORT)
    even_n = _evenly_spaced(runs, strong_n)
    kept_n = np.zeros(len(runs), np.bool_)
    if (through_n & inner_n).sum() >= few:
        kept_n |= through_n
    if (even_n & strong_n).sum() >= MANY:
        kept_n |= even_n
    if not kept_n.any():
        return None
    is_line_n = np.zeros(len(share_n), np.bool_)
    for (begin, end), kept in zip(runs, kept_n, strict=True):
        is_line_n[begin:end] = kept
    return is_line_n


def _goes_through(dark_hw: Bools) -> bool:
    """Return whether a line goes from one end of the picture to the other."""
    return bool(dark_hw[:, :NEAR_END].any() and dark_hw[:, -NEAR_END:].any())


def _evenly_spaced(runs: NDArray[np.intp], strong_n: Bools) -> Bools:
    """Return which lines, weak ones too, lie where evenly spaced ones would.

    Parameters
    ----------
    runs
        First row of each, and the one below the last: more than the line's own where a
        stroke lies beside it.
    strong_n
        Which of them tell how wide the gaps are.
    """
    best_n = np.zeros(len(runs), np.bool_)
    if strong_n.sum() < MANY:
        return best_n
    first_n, last_n = runs[:, 0], runs[:, 1] - 1
    middles_n = (first_n + last_n) / 2
    gap = float(np.median(np.diff(middles_n[strong_n])))
    slack = max(1.0, UNEVEN * gap)
    for middle in middles_n[strong_n]:
        nearest_n = middle + gap * np.rint((middles_n - middle) / gap)
        even_n = (nearest_n >= first_n - slack) & (nearest_n <= last_n + slack)
        if even_n.sum() > best_n.sum():
            best_n = even_n
    return best_n


def closed_down(levels_hw: NDArray[Any], cells: int) -> NDArray[Any]:
    """Fill what is dark and lower than some cells with the levels above and below."""
    before = cells // 2
    padded_hw = np.pad(levels_hw, ((before, cells - 1 - before), (0, 0)), mode="edge")
    highest_hw = _windows(padded_hw, cells, np.maximum)
    padded_hw = np.pad(highest_hw, ((cells - 1 - before, before), (0, 0)), mode="edge")
    return _windows(padded_hw, cells, np.minimum)


def _windows(levels_hw: NDArray[Any], cells: int, best: np.ufunc) -> NDArray[Any]:
    """Return the best level of every window of so many rows."""
    reach = 1
    while reach < cells:
        step = min(reach, cells - reach)
        levels_hw = best(levels_hw[:-step], levels_hw[step:])
        reach += step
    return levels_hw


def _sunk(turn: float, columns: NDArray[np.intp]) -> NDArray[np.intp]:
    return np.asarray(np.rint(turn * (columns - len(columns) / 2)), np.intp)


def without_rules(
    grey_hw: NDArray[np.uint8], coarse_hw: Levels
) -> tuple[NDArray[np.uint8], bool]:
    """Take the printed lines of the paper out of a picture, and say whether any were.

    Strokes that cross them stay: each cell of a line gets the level just above and below
    it, which is ink where a stroke comes through.

    Parameters
    ----------
    grey_hw
        uint8, H x W.
    coarse_hw
        The same, reduced by a whole number.
    """
    if min(coarse_hw.shape) < LEAST_SIDE:
        return grey_hw, False
    factor, found = -(-grey_hw.shape[0] // coarse_hw.shape[0]), False
    for light in (False, True):
        for turned in (False, True):
            see = _turned_and_inverted(turned=turned, light=light)
            # On a ruled page a single line down is its margin's.
            lines_hw = lines_across(see(coarse_hw), 1 if found and turned else FEW)
            if lines_hw is None:
                continue
            found = True
            level_hw = see(grey_hw)
            height, width = level_hw.shape
            band_hw = _taller(lines_hw).repeat(factor, axis=0).repeat(factor, axis=1)
            band_hw = band_hw[:height, :width]
            closed_hw = closed_down(level_hw, _thickness(level_hw, band_hw, factor))
            grey_hw = see(np.where(band_hw, closed_hw, level_hw))
    return grey_hw, found


def _thickness(level_hw: NDArray[Any], band_hw: Bools, factor: int) -> int:
    """Return what is higher than the lines by as little as possible, in pixels.

    Strokes along a line are thicker, and are to stay.
    """
    most = (THICKEST + 1) * factor
    depth_hw = (closed_down(level_hw, most).astype(np.float32) - level_hw) * band_hw
    dark_hw = depth_hw > np.maximum(FAINTEST / 2, depth_hw.max(axis=0) / 4)
    starts_hw = dark_hw[1:] & ~dark_hw[:-1]
    high_n = dark_hw.sum(axis=0) / np.maximum(1, starts_hw.sum(axis=0))
    if not high_n.any():
        return most
    return min(most, int(np.ceil(np.median(high_n[high_n > 0]))) + 2)


def _turned_and_inverted(
    *, turned: bool, light: bool
) -> Callable[[NDArray[Any]], NDArray[Any]]:
    """Return a way to look at a picture, and back at what was seen."""

    def see(levels_hw: NDArray[Any]) -> NDArray[Any]:
        levels_hw = levels_hw.T if turned else levels_hw
        return 255 - levels_hw if light else levels_hw

    return see


def _taller(mask_hw: Bools) -> Bools:
    """Return a mask with a row more above and below."""
    padded_hw = np.pad(mask_hw, ((1, 1), (0, 0)))
    return np.asarray(padded_hw[:-2] | padded_hw[1:-1] | padded_hw[2:])
