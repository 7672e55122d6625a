"""What can be done to a kernel as a whole: turn it, mirror it, scale it."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Kernel = NDArray[np.float32]
"""Numbers whose last two axes are a kernel's height and width."""

Divisor = Literal["sum", "magnitudes", "nothing"]
"""What a kernel was divided by: the sum of its numbers, that of their magnitudes.

``nothing`` where all are 0.
"""

# Sums this small against the magnitudes are what rounding leaves of 0.
_AS_GOOD_AS_ZERO = 1e-6


def turned_left(kernel_hw: Kernel) -> Kernel:
    """Return a kernel turned by 90 degrees counter-clockwise; height and width are swapped.

    Examples
    --------
    >>> turned_left(np.array([[1, 2, 3]], np.float32)).tolist()
    [[3.0], [2.0], [1.0]]
    """
    return np.ascontiguousarray(np.rot90(kernel_hw, 1, axes=(-2, -1)))


def turned_right(kernel_hw: Kernel) -> Kernel:
    """Return a kernel turned by 90 degrees clockwise; height and width are swapped.

    Examples
    --------
    >>> turned_right(np.array([[1, 2, 3]], np.float32)).tolist()
    [[1.0], [2.0], [3.0]]
    """
    return np.ascontiguousarray(np.rot90(kernel_hw, -1, axes=(-2, -1)))


def mirrored_sideways(kernel_hw: Kernel) -> Kernel:
    """Return a kernel with left and right exchanged.

    Examples
    --------
    >>> mirrored_sideways(np.array([[1, 2, 3]], np.float32)).tolist()
    [[3.0, 2.0, 1.0]]
    """
    return np.ascontiguousarray(kernel_hw[..., ::-1])


def mirrored_upside_down(kernel_hw: Kernel) -> Kernel:
    """Return a kernel with top and bottom exchanged.

    Examples
    --------
    >>> mirrored_upside_down(np.array([[1], [2]], np.float32)).tolist()
    [[2.0], [1.0]]
    """
    return np.ascontiguousarray(kernel_hw[..., ::-1, :])


def negated(kernel_hw: Kernel) -> Kernel:
    """Return a kernel with the sign of every number changed; 0 stays 0.

    Examples
    --------
    >>> negated(np.array([[-1, 0, 1]], np.float32)).tolist()
    [[1.0, 0.0, -1.0]]
    """
    return np.float32(0) - kernel_hw


def normalised(kernel_hw: Kernel) -> tuple[Kernel, Divisor, float]:
    """Return a kernel whose numbers add up to 1, so that it keeps a flat picture.

    Numbers that add up to 0 cannot: their magnitudes are made to add up to 1. Nothing
    is done to zeros.

    Returns
    -------
    kernel
        float32, the shape of ``kernel_hw``.
    divisor
        What the numbers were divided by,
    by
        and how much that was; 1 for nothing.

    Examples
    --------
    >>> normalised(np.array([[1, 2, 1]], np.float32))
    (array([[0.25, 0.5 , 0.25]], dtype=float32), 'sum', 4.0)
    >>> normalised(np.array([[-1, 0, 1]], np.float32))
    (array([[-0.5,  0. ,  0.5]], dtype=float32), 'magnitudes', 2.0)
    """
    numbers = kernel_hw.astype(np.float64)
    total, magnitudes = float(numbers.sum()), float(np.abs(numbers).sum())
    divisor: Divisor = "sum"
    by = total
    if abs(total) <= _AS_GOOD_AS_ZERO * magnitudes:
        divisor, by = "magnitudes", magnitudes
    if by == 0:
        return kernel_hw, "nothing", 1.0
    # No quotient is beyond float32: none is larger than a million.
    return (numbers / by).astype(np.float32), divisor, by
