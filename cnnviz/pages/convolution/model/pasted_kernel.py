"""A kernel that was copied in another program."""

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.number_tables import read_table
from cnnviz.engine.images.numbers.typed_numbers import LARGEST_NUMBER
from cnnviz.pages.convolution.model.lab_settings import LARGEST_KERNEL


def pasted_kernel(text: str) -> NDArray[np.float32]:
    """Return the numbers of one kernel, ``kh x kw``.

    Raises
    ------
    CnnvizError
        ``kernel_grids``, ``kernel_size_too_large``, and what `read_table` raises.

    Examples
    --------
    >>> pasted_kernel("[1 0; 0 -1]").tolist()
    [[1.0, 0.0], [0.0, -1.0]]
    """
    values = np.atleast_2d(read_table(text, LARGEST_NUMBER))
    *grids, height, width = values.shape
    if values.size != height * width:
        raise CnnvizError("kernel_grids", count=int(np.prod(grids)))
    if max(height, width) > LARGEST_KERNEL:
        raise CnnvizError(
            "kernel_size_too_large", height=height, width=width, limit=LARGEST_KERNEL
        )
    return values.reshape(height, width).astype(np.float32)
