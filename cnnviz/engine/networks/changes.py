"""A network changed by hand: kernels, biases, activations. What was given stays as it was.

Arrays that a change does not touch are handed on and not copied, so that
`cnnviz.engine.networks.forward.ForwardPass` sees which layers are still the same.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from cnnviz.engine.convolution.activation.kinds import ActivationKind
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import (
    Activation,
    LayerSpec,
    Network,
    ScaledTanh,
)
from cnnviz.engine.networks.layers.layer_spec import Array, Indices
from cnnviz.engine.networks.units import check_layer, check_place

Weights = Mapping[str, Array]
Place = tuple[int | Indices, ...]


def with_numbers(
    weights: Weights, name: str, place: Place, values: ArrayLike
) -> Weights:
    """Return weights in which some numbers of one array are others.

    Parameters
    ----------
    weights
        Every number of a network.
    name, place
        Which array (``f6.weight``), and where in it: a number, some along an axis, or
        what lies along the axes that are left.
    values
        What stands there then, as a number or an array of that shape.

    Examples
    --------
    >>> weights = {"c1.bias": np.zeros(2, np.float32)}
    >>> changed = with_numbers(weights, "c1.bias", (1,), 5)
    >>> changed["c1.bias"].tolist(), weights["c1.bias"].tolist()
    ([0.0, 5.0], [0.0, 0.0])
    """
    changed = np.array(weights[name], np.float32)
    changed[place] = values
    return {**weights, name: changed}


def with_bias(
    network: Network, weights: Weights, layer: str, output: int, value: float
) -> Weights:
    """Return weights in which the bias of one map or unit is another.

    Raises
    ------
    CnnvizError
        ``layer_unknown``, ``layer_without_bias`` or ``unit_beyond``.
    """
    check_layer(network, layer)
    if f"{layer}.bias" not in weights:
        raise CnnvizError("layer_without_bias", layer=layer)
    check_place(layer, (output,), weights[f"{layer}.bias"].shape)
    return with_numbers(weights, f"{layer}.bias", (output,), value)


def with_activation(network: Network, layer: str, kind: ActivationKind) -> Network:
    """Return a network with another activation; the names stay, so weights fit.

    ``none`` lets the numbers through as they are.

    Raises
    ------
    CnnvizError
        ``layer_unknown`` or ``layer_is_no_activation``.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> with_activation(network("lenet5"), "c1_relu", "tanh").layers[1].kind
    'tanh'
    """
    check_layer(network, layer)

    def changed(one: LayerSpec) -> LayerSpec:
        if one.name != layer:
            return one
        if not isinstance(one, Activation | ScaledTanh):
            raise CnnvizError("layer_is_no_activation", layer=layer)
        return Activation(name=one.name, inputs=one.inputs, kind=kind)

    return replace(network, layers=tuple(changed(one) for one in network.layers))


def is_linear(network: Network) -> bool:
    """Whether a network is one linear map and a constant, however many layers it has.

    A softmax at the end does not count: it makes probabilities of the numbers, and
    changes nothing of which is the largest.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> is_linear(network("mlp"))
    False
    """
    *before, last = network.layers
    ends_in_softmax = isinstance(last, Activation) and last.compares_channels
    counted = before if ends_in_softmax else network.layers
    return all(layer.is_linear for layer in counted)
