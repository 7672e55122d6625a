"""One step of a convolution: everything behind one number of the result."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.window_geometry import WindowGeometry

Floats = NDArray[np.floating]


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One position of the kernel, and the sum that it makes.

    Attributes
    ----------
    row, col
        The output cell.
    output_channel
        Which kernel was laid on the picture.
    top, left
        The window's first cell in the picture's own rows and columns; negative inside
        the padding.
    window_chw
        float32 (float64 along a signal), ``C x kh x kw``: the cells under the kernel, in the padding what the
        padding mode says. With groups, ``C`` counts the channels of one group.
    kernel_chw
        float32, ``C x kh x kw``: the kernel as applied, turned when the spec says so.
    products_chw
        float32, ``C x kh x kw``: window times kernel, cell by cell.
    channel_sums_c
        float64, ``C``: the products of each input channel, added.
    bias
        What is added to the sum; 0 when there is none.
    total
        The number that goes into the output cell.
    first_channel
        Which channel of the picture comes first in the window; 0 without groups.
    """

    is_large: ClassVar[bool] = False
    winner: ClassVar[None] = None

    row: int
    col: int
    output_channel: int
    top: int
    left: int
    window_chw: Floats
    kernel_chw: Floats
    products_chw: Floats
    channel_sums_c: NDArray[np.float64]
    bias: float
    total: float
    first_channel: int = 0

    @property
    def size(self) -> Pair:
        """Rows and columns of the window."""
        return self.window_chw.shape[1], self.window_chw.shape[2]

    @property
    def channels(self) -> int:
        """How many input channels the window takes in."""
        return len(self.window_chw)

    def partial(self, cells: int) -> float:
        """Return the sum of the first products in float64, as Python itself adds."""
        window = self.window_chw.astype(np.float64).ravel()[:cells]
        added = np.cumsum(window * self.kernel_chw.astype(np.float64).ravel()[:cells])
        return float(added[-1]) if cells else 0.0


def window_at(input_chw: Array, geometry: WindowGeometry, row: int, col: int) -> Array:
    """Return a copy of the cells under the window, ``C x kh x kw``; 0 where none lies.

    Only the window is read, so it costs the same on a large picture.

    Examples
    --------
    >>> geometry = WindowGeometry(kernel=(1, 2), left=1, grid_hw=(1, 2), output_hw=(1, 2))
    >>> window_at(np.array([[[5, 6]]]), geometry, 0, 0).tolist()
    [[[0, 5]]]
    """
    rows, cols = geometry.sources(0, row), geometry.sources(1, col)
    # -1, a cell that holds 0, reads the last one here and is cleared after.
    window = input_chw[:, rows[:, np.newaxis], cols]
    window[:, rows < 0] = 0
    window[:, :, cols < 0] = 0
    return window
