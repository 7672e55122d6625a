"""The cells of a grid: which colours they have, which numbers, and where those come from.

A grid shows a picture, or more than that: around it, rows and columns of padding that
may repeat the picture's own, and in it zeros that were put between its cells.
"""

import sys
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from cnnviz.engine.convolution.padding import evenly
from cnnviz.ui.canvas.grid_geometry import Frame

Indices = NDArray[np.intp]

_OPAQUE: Final = np.uint32(0xFF000000)
_RED_GREEN_BLUE: Final = (2, 1, 0, 3) if sys.byteorder == "little" else (1, 2, 3, 0)
"""Which byte of ARGB is red, green, blue, and how opaque it is."""


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Colours and numbers of a grid's cells.

    Attributes
    ----------
    indices_hw, lut
        uint8: the picture, and the colour of each index.
    values_hw
        The picture's numbers.
    rgb_chw
        uint8, ``3 x H x W``: colours to be shown instead of indices.
    sources
        Which row (and column) of the picture each row (and column) of the frame shows,
        border included; -1 for none. ``None`` when the frame is the picture, with a
        border that shows nothing.
    blank
        The number of a cell that shows nothing of the picture; ``None`` when it has none.
    """

    indices_hw: NDArray[np.uint8]
    lut: NDArray[np.uint8]
    values_hw: NDArray[np.generic] | None = None
    rgb_chw: NDArray[np.uint8] | None = None
    sources: tuple[Indices, Indices] | None = None
    blank: float | None = None

    @property
    def size_hw(self) -> tuple[int, int]:
        """Rows and columns of the picture."""
        shape = self.indices_hw.shape if self.rgb_chw is None else self.rgb_chw.shape
        return shape[-2], shape[-1]

    def looks_like(self, other: "Cells") -> bool:
        """Whether the picture has the same colours, cell by cell."""
        return (
            self.indices_hw is other.indices_hw
            and self.lut is other.lut
            and self.rgb_chw is other.rgb_chw
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """A block of a frame: which rows and columns of the picture it shows, -1 for none."""

    rows: Indices
    columns: Indices


def spot(
    cells: Cells, frame: Frame, rows: range, columns: range, step: int = 1
) -> Spot:
    """Return what a block shows, counted as in ``GridView``; every ``step``-th of it."""
    down = np.arange(rows.start, rows.stop, step)
    across = np.arange(columns.start, columns.stop, step)
    if cells.sources is not None:
        return Spot(
            cells.sources[0][down + frame.top], cells.sources[1][across + frame.left]
        )
    down[(down < 0) | (down >= frame.rows)] = -1
    across[(across < 0) | (across >= frame.columns)] = -1
    return Spot(down, across)


def numbers(cells: Cells, shown: Spot) -> NDArray[np.float64]:
    """Return the numbers of a block; what has none counts as NaN."""
    assert cells.values_hw is not None
    blank = np.nan if cells.blank is None else cells.blank
    block = taken(cells.values_hw, shown).astype(np.float64)
    block[shown.rows < 0] = blank
    block[:, shown.columns < 0] = blank
    return block


def colours(cells: Cells, shown: Spot) -> NDArray[np.uint32]:
    """Return the colours of a block as ARGB, transparent where there is nothing."""
    argb: NDArray[np.uint32]
    if cells.rgb_chw is None:
        argb = argb_table(cells.lut)[taken(cells.indices_hw, shown)]
    else:
        bytes_hw4 = np.empty((len(shown.rows), len(shown.columns), 4), np.uint8)
        bytes_hw4[..., _RED_GREEN_BLUE[3]] = 255
        for plane, place in zip(cells.rgb_chw, _RED_GREEN_BLUE[:3], strict=True):
            bytes_hw4[..., place] = taken(plane, shown)
        argb = bytes_hw4.view(np.uint32)[..., 0]
    argb[shown.rows < 0] = 0
    argb[:, shown.columns < 0] = 0
    return argb


def taken(plane_hw: NDArray[np.generic], shown: Spot) -> NDArray[Any]:
    """Return the cells of a block; where it shows nothing, any cell."""
    rows, columns = evenly(shown.rows), evenly(shown.columns)
    if isinstance(rows, slice) and isinstance(columns, slice):
        return plane_hw[rows, columns]
    return plane_hw[np.ix_(shown.rows, shown.columns)]


def argb_table(lut: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """Return the colours of a map as ARGB."""
    return _argb_table(lut.tobytes())


@lru_cache(maxsize=16)
def _argb_table(lut: bytes) -> NDArray[np.uint32]:
    colours_n3 = np.frombuffer(lut, np.uint8).reshape(-1, 3).astype(np.uint32)
    red, green, blue = colours_n3.T
    table = _OPAQUE | (red << np.uint32(16)) | (green << np.uint32(8)) | blue
    table.flags.writeable = False
    return table


def block_image(
    argb_hw: NDArray[np.uint32],
    form: QImage.Format = QImage.Format.Format_ARGB32_Premultiplied,
) -> QImage:
    """Return colours as an image that owns its pixels."""
    height, width = argb_hw.shape
    image = QImage(width, height, form)
    # No row is padded: four bytes a pixel are what Qt aligns rows to.
    np.frombuffer(image.bits(), np.uint32).reshape(height, width)[:] = argb_hw
    return image


_MOST_LOOKED_UP: Final = 2_000_000
"""Cells whose colours are kept as such; more would take four times the memory."""


def index_image(cells: Cells, step: int = 1) -> QImage:
    """Return (every ``step``-th of) the indices as an image with its own colours."""
    indices = np.ascontiguousarray(cells.indices_hw[::step, ::step])
    height, width = indices.shape
    view = QImage(
        indices.data, width, height, indices.strides[0], QImage.Format.Format_Indexed8
    )
    view.setColorTable(argb_table(cells.lut).tolist())
    if indices.size <= _MOST_LOOKED_UP:
        # Else the colours would be looked up at each painting.
        return view.convertToFormat(QImage.Format.Format_RGB32)
    return view.copy()  # owns its pixels: nobody keeps the array alive for us
