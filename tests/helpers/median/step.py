"""One window of a median filter."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.spec import Pair


@dataclass(frozen=True, slots=True, eq=False)
class MedianStep:
    """One window, and the number in the middle of its sorted cells."""

    row: int
    col: int
    output_channel: int
    window_chw: Array

    kernel_chw = products_chw = None
    is_large = False
    channels = 1
    bias = 0.0

    @property
    def top(self) -> int:
        return self.row

    @property
    def left(self) -> int:
        return self.col

    @property
    def size(self) -> Pair:
        return self.window_chw.shape[1], self.window_chw.shape[2]

    @property
    def first_channel(self) -> int:
        return self.output_channel

    @property
    def total(self) -> float:
        return self.partial(self.window_chw.size)

    @property
    def channel_sums_c(self) -> NDArray[np.float64]:
        return np.array([self.total])

    @property
    def winner(self) -> Pair:
        found = int(np.flatnonzero(self.window_chw.ravel() == self.total)[0])
        row, column = divmod(found, self.size[1])
        return row, column

    def partial(self, cells: int) -> float:
        """Return the lower of the middle numbers, as torch does."""
        some = np.sort(self.window_chw.ravel()[:cells])
        return float(some[(len(some) - 1) // 2]) if cells else 0.0
