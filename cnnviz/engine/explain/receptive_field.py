"""How far a number of a network sees: layer by layer, and measured on a picture."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.networks.forward import normalized
from cnnviz.engine.networks.layers import PICTURE, Network
from cnnviz.engine.networks.shapes import layer_inputs, layer_shapes
from cnnviz.engine.networks.summary import summarize
from cnnviz.engine.networks.units import check_layer, check_place
from cnnviz.engine.networks.units.parts import At
from cnnviz.engine.networks.weights import Weights


@dataclass(frozen=True, slots=True)
class FieldStep:
    """How far the numbers of one layer see.

    Attributes
    ----------
    layer
        Its name; ``input`` for the picture.
    size
        Rows and columns of the picture, with its padding, that one number can see.
    jump
        Rows and columns between what two neighbours see.
    """

    layer: str
    size: Pair
    jump: Pair


def field_growth(network: Network, layer: str) -> tuple[FieldStep, ...]:
    """Return how far each layer sees, from the picture to a layer, by those it reads.

    Raises
    ------
    CnnvizError
        ``layer_unknown``.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> [step.size[0] for step in field_growth(network("lenet5"), "s4")]
    [1, 5, 5, 6, 14, 14, 16]
    """
    check_layer(network, layer)
    index, reads = _place(network, layer), layer_inputs(network)
    way, waiting = {index}, [index]
    while waiting:
        new = {one for one in reads[waiting.pop()] if one >= 0} - way
        way |= new
        waiting += new
    lines = [summarize(network).layers[one] for one in sorted(way)]
    return (
        FieldStep(PICTURE, (1, 1), (1, 1)),
        *(FieldStep(one.name, one.receptive_field, one.jump) for one in lines),
    )


def measured_field(
    network: Network,
    weights: Weights,
    picture: NDArray[np.uint8],
    layer: str,
    at: At,
    *,
    batch_statistics: bool = False,
) -> NDArray[np.float32]:
    """Return how much a number changes with each pixel of a picture: its gradient.

    For a thread that answers: torch is loaded.

    Parameters
    ----------
    network, weights
        The description, and every number of it.
    picture
        uint8, of `Network.picture_shape`.
    layer, at
        The layer's name; channel, row and column, or the index in a vector, from 0.
    batch_statistics
        Whether batch normalization computes as while training, see `ForwardPass`: then a
        pixel also changes a number by what it does to the mean and the variance.

    Returns
    -------
    ndarray
        float32, ``C x H x W``: change of the number for each of a pixel's 255 levels.

    Raises
    ------
    CnnvizError
        ``digit_shape_differs``, ``layer_unknown``, ``unit_place_axes`` or
        ``unit_beyond``.
    """
    check_layer(network, layer)
    index = _place(network, layer)
    check_place(layer, at, layer_shapes(network)[index][1])
    batch_nchw = normalized(network, picture[np.newaxis])

    import torch

    from cnnviz.engine.networks.build import build

    part = replace(network, layers=network.layers[: index + 1])
    module = build(part).eval()
    held = {name: torch.from_numpy(weights[name]) for name in module.state_dict()}
    module.load_state_dict(held, assign=True)  # the same memory
    if batch_statistics:
        for spec, computing in zip(part.layers, module.children(), strict=True):
            if spec.normalizes_batch:
                # While training it would write to its running numbers, which are ours.
                own = computing.state_dict()
                copied = {name: values.clone() for name, values in own.items()}
                computing.load_state_dict(copied, assign=True)
                computing.train()
    batch = torch.from_numpy(batch_nchw).requires_grad_()
    (gradient,) = torch.autograd.grad(
        module(batch)[(0, *at)], batch, materialize_grads=True
    )
    _, deviations = np.array(network.channel_normalizations, np.float32).T
    gradient_chw: NDArray[np.float32] = gradient[0].numpy()
    gradient_chw /= 255 * deviations[:, np.newaxis, np.newaxis]
    return gradient_chw


def _place(network: Network, layer: str) -> int:
    return [one.name for one in network.layers].index(layer)
