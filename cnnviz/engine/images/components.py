"""Cells that hang together."""

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]
Labels = NDArray[np.intp]


def zones(alike_right: Bools, alike_down: Bools) -> Labels:
    """Give numbers to the zones of cells that are joined by their sides.

    Parameters
    ----------
    alike_right
        ``H x W-1``: whether a cell belongs together with the next one of its row.
    alike_down
        ``H-1 x W``: the same with the cell below.

    Returns
    -------
    NDArray
        ``H x W``: the number of each cell's zone, from 0.

    Examples
    --------
    >>> zones(np.array([[True, False]]), np.zeros((0, 3), bool)).tolist()
    [[0, 0, 1]]
    """
    runs_hw = _runs(alike_right)
    return _joined(runs_hw, runs_hw[:-1][alike_down], runs_hw[1:][alike_down])


def parts(mask_hw: Bools) -> tuple[Labels, int]:
    """Give numbers to the parts of a mask, joined by sides or corners; -1 outside.

    Returns
    -------
    labels_hw, count

    Examples
    --------
    >>> parts(np.array([[1, 0, 0, 1], [0, 1, 0, 0]], bool))
    (array([[ 0, -1, -1,  1],
           [-1,  0, -1, -1]]), 2)
    """
    runs_hw = _runs(mask_hw[:, 1:] & mask_hw[:, :-1])
    above, below = [], []
    for upper, lower in (
        (np.s_[:-1, :], np.s_[1:, :]),
        (np.s_[:-1, :-1], np.s_[1:, 1:]),
        (np.s_[:-1, 1:], np.s_[1:, :-1]),
    ):
        both = mask_hw[upper] & mask_hw[lower]
        above.append(runs_hw[upper][both])
        below.append(runs_hw[lower][both])
    joined_hw = _joined(runs_hw, np.concatenate(above), np.concatenate(below))
    is_part = np.zeros(int(joined_hw.max()) + 1, bool)
    is_part[joined_hw[mask_hw]] = True
    numbers = np.where(is_part, is_part.cumsum() - 1, -1)
    return numbers[joined_hw], int(is_part.sum())


def _runs(alike_right: Bools) -> Labels:
    """Give numbers to the runs of cells along the rows."""
    starts = np.pad(~alike_right, ((0, 0), (1, 0)), constant_values=True)
    return np.asarray(starts.ravel().cumsum() - 1).reshape(starts.shape)


def _joined(runs_hw: Labels, some: Labels, others: Labels) -> Labels:
    """Give runs that are joined the same number, and count on without holes."""
    parent = np.arange(int(runs_hw[-1, -1]) + 1)
    while some.size:
        low, high = np.minimum(some, others), np.maximum(some, others)
        np.minimum.at(parent, high, low)
        while (parent != (older := parent[parent])).any():
            parent = older
        some, others = parent[some], parent[others]
        apart = some != others
        some, others = some[apart], others[apart]
    is_first = parent == np.arange(len(parent))
    return np.asarray((is_first.cumsum() - 1)[parent][runs_hw])
