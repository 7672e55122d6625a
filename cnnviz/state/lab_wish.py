"""What another page wishes to be seen on the Convolution page."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.spec import ConvSpec, Pair, PoolSpec


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class LabWish:
    """Numbers, what is done with them, and the number that is looked at.

    Attributes
    ----------
    name
        What the numbers are called, as a picture.
    numbers_chw
        float32, one or three maps: the lab has no other channels.
    spec
        The settings of the convolution, or of the pooling.
    kernels_oikk
        Of a convolution, float32, one kernel with a plane for each map.
    bias
        What is added to its sum.
    activation
        What is done with each number after.
    cell
        Row and column of the output where the window shall stand.
    said
        What the status line says of it all.
    """

    name: str
    numbers_chw: NDArray[np.float32]
    spec: ConvSpec | PoolSpec
    kernels_oikk: NDArray[np.float32] | None = None
    bias: float = 0.0
    activation: ActivationSpec = field(default_factory=ActivationSpec)
    cell: Pair = (0, 0)
    said: str = ""
