"""Where a window lies on a grid: the one geometry that all operations share."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.padding import source_cells
from cnnviz.engine.convolution.spec import PaddingMode, Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowGeometry:
    """Where a window lies at each step, on the grid that is drawn for an operation.

    The grid is the picture, except for a transposed convolution: there the picture's
    cells stand ``stretch`` apart, with zeros between them, and the window moves by 1.

    Attributes
    ----------
    kernel
        Cells of the window, down and to the right.
    stride
        Cells that the window moves at each step.
    dilation
        Distance between neighbouring cells of the window.
    top, bottom, left, right
        Rows and columns around the grid; negative where the grid is cut.
    grid_hw
        Height and width of the grid, without what is around it.
    output_hw
        How many places the window takes, down and to the right.
    mode
        What the cells around the grid hold.
    stretch
        Distance between neighbouring cells of the picture on the grid.

    Examples
    --------
    >>> geometry = WindowGeometry(kernel=(3, 3), stride=(2, 2), top=1, bottom=1, left=1, right=1,
    ...               grid_hw=(6, 6), output_hw=(3, 3))
    >>> geometry.corner(1, 2), geometry.span
    ((1, 3), (3, 3))
    """

    kernel: Pair
    stride: Pair = (1, 1)
    dilation: Pair = (1, 1)
    top: int = 0
    bottom: int = 0
    left: int = 0
    right: int = 0
    grid_hw: Pair
    output_hw: Pair
    mode: PaddingMode = "zeros"
    stretch: Pair = (1, 1)

    @property
    def span(self) -> Pair:
        """Rows and columns from the window's first cell to its last, gaps included."""
        (kh, kw), (dh, dw) = self.kernel, self.dilation
        return dh * (kh - 1) + 1, dw * (kw - 1) + 1

    def corner(self, row: int, col: int) -> Pair:
        """Return the window's first cell at an output cell; negative in the padding."""
        return row * self.stride[0] - self.top, col * self.stride[1] - self.left

    def cell_near(self, row: float, col: float) -> Pair:
        """Return the output cell (perhaps outside) whose window is centred nearest."""
        span = self.span
        return (
            round((row + self.top - (span[0] - 1) / 2) / self.stride[0]),
            round((col + self.left - (span[1] - 1) / 2) / self.stride[1]),
        )

    def sources(self, axis: int, output: int) -> NDArray[np.intp]:
        """Return which row (axis 0) or column of the *picture* each window cell reads.

        -1 stands for a cell that holds 0: padding, or a gap of a stretched picture.
        """
        first = output * self.stride[axis] - (self.top, self.left)[axis]
        cells = source_cells(
            first, self.dilation[axis], self.kernel[axis], self.grid_hw[axis], self.mode
        )
        return self.unstretched(axis, cells)

    def unstretched(self, axis: int, cells: NDArray[np.intp]) -> NDArray[np.intp]:
        """Return the rows (or columns) of the picture behind some of the grid, or -1."""
        stretch = self.stretch[axis]
        if stretch == 1:
            return cells
        return np.where((cells >= 0) & (cells % stretch == 0), cells // stretch, -1)
