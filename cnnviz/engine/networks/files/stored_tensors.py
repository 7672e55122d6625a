"""Numbers in a file of weights, before any of them is read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.networks.layers import Shape

FLOATS: Final = {"F16": "<f2", "BF16": "<u2", "F32": "<f4", "F64": "<f8"}
"""The floating-point numbers that are read, as safetensors and as NumPy call them; NumPy
has no bfloat16, which is the upper half of a float32."""

COUNTER: Final = "I64"
"""Torch counts the batches of batch normalization in whole numbers, without axes."""

LEVELS: Final = "U8"
"""Pixels, of pictures that lie beside the weights."""


@dataclass(frozen=True, slots=True)
class StoredTensor:
    """Numbers in a file.

    Attributes
    ----------
    shape
        How many there are along each axis.
    kind
        Their type, as safetensors calls it: F32.
    read
        Returns them as float32; what that cannot hold is infinite.
    """

    shape: Shape
    kind: str
    read: Callable[[], NDArray[np.float32]]
