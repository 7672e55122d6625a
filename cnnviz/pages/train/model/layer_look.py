"""What is looked at of one layer at a moment of a run: weights, maps and their gradients."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import LayerSpec, Network
from cnnviz.engine.networks.shapes import parameter_shapes
from cnnviz.engine.networks.weights import Weights
from cnnviz.state.picture.layer_pictures import LayerPicture

MOST_UNITS: Final = 256
"""Of a layer without kernels so many are shown: more would be smaller than a point."""


@dataclass(frozen=True, slots=True, eq=False)
class LayerQuestion:
    """One layer of a network at a moment.

    Attributes
    ----------
    network, layer
        The network, and the name of the layer.
    step, weights
        The moment.
    first_step, first_weights
        The first moment of the run, from which on changes are counted.
    picture
        uint8, as the network reads it; ``None`` where nothing is drawn.
    label
        The right class, where it was told.
    """

    network: Network
    layer: str
    step: int
    weights: Weights
    first_step: int
    first_weights: Weights
    picture: NDArray[np.uint8] | None
    label: int | None = None

    @property
    def spec(self) -> LayerSpec:
        """The layer."""
        return next(one for one in self.network.layers if one.name == self.layer)


@dataclass(frozen=True, slots=True, eq=False)
class LookedGradients:
    """How the loss of the picture changes with the numbers of the layer.

    Attributes
    ----------
    label, loss
        The class that the loss is measured by, and the loss.
    of_weights, of_maps
        The gradients; ``None`` where the output is a part of the loss.
    maps
        What the layer makes of the picture.
    """

    label: int
    loss: float
    of_weights: LayerPicture
    maps: LayerPicture
    of_maps: LayerPicture | None


@dataclass(frozen=True, slots=True, eq=False)
class LayerLook:
    """The layer, painted.

    Attributes
    ----------
    question
        What was asked.
    weights, change
        The kernels, or the weights of units in rows; and what they are more than at first.
    gradients
        ``None`` without a picture, or where there is a ``problem``.
    problem
        Why there are no gradients.
    """

    question: LayerQuestion
    weights: LayerPicture
    change: LayerPicture
    gradients: LookedGradients | None = None
    problem: CnnvizError | None = None


def layers_with_weights(network: Network) -> tuple[str, ...]:
    """Name the layers that can be looked at.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> layers_with_weights(network("lenet5"))
    ('c1', 'c3', 'c5', 'f6', 'output')
    """
    learned = parameter_shapes(network)
    return tuple(one.name for one in network.layers if f"{one.name}.weight" in learned)
