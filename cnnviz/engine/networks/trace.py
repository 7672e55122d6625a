"""What a network did with one picture, layer by layer, as copied arrays."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class LayerOutput:
    """The output of one layer for one picture.

    Attributes
    ----------
    name, kind
        The layer's name (``c1``) and kind (``conv2d``, ``activation``, ``pool2d``,
        ``flatten``, ``linear``).
    values
        float32, ``C x H x W`` (feature maps) or ``N`` (a vector); a copy that nobody
        writes to.
    """

    name: str
    kind: str
    values: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """Every layer's output for one picture, in order, and the answer.

    Attributes
    ----------
    input_chw
        float32, the normalised picture that the first layer saw.
    layers
        One output a layer of the network.
    probabilities
        float32, one a class: the softmax of the last layer; sums to 1.
    """

    input_chw: NDArray[np.float32]
    layers: tuple[LayerOutput, ...]
    probabilities: NDArray[np.float32]
