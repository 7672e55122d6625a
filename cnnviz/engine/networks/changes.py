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
    Conv2d,
    LayerSpec,
    Network,
    ScaledTanh,
)
from cnnviz.engine.networks.layers.layer_spec import Array, Indices
from cnnviz.engine.networks.shapes import layer_shapes
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


def with_kernel(
    network: Network,
    weights: Weights,
    layer: str,
    output: int,
    channel: int,
    kernel_hw: ArrayLike,
) -> Weights:
    """Return weights in which one kernel is another.

    Parameters
    ----------
    network, weights
        The description, and every number of it.
    layer
        The name of a convolution.
    output, channel
        The map that the kernel makes, and the map of the layer before that it reads.
    kernel_hw
        The new kernel, of the old one's size.

    Raises
    ------
    CnnvizError
        ``layer_unknown``, ``layer_without_kernels``, ``unit_beyond``,
        ``maps_not_joined`` or ``kernel_size_differs``.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> from cnnviz.engine.networks.seeded_weights import seeded_weights
    >>> lenet5 = network("lenet5")
    >>> changed = with_kernel(lenet5, seeded_weights(lenet5), "c3", 2, 0, np.eye(5))
    >>> changed["c3.weight"][2, 0].diagonal().tolist()
    [1.0, 1.0, 1.0, 1.0, 1.0]
    """
    spec = _convolution(network, layer)
    check_place(layer, (output,), (spec.channels,))
    place = spec.kernel_place(_inputs(network, layer)[0][0], output, channel)
    kernel = np.asarray(kernel_hw, np.float32)
    if kernel.shape != spec.kernel:
        raise CnnvizError(
            "kernel_size_differs",
            layer=layer,
            expected=" × ".join(map(str, spec.kernel)),
            found=" × ".join(map(str, kernel.shape)),
        )
    return with_numbers(weights, f"{layer}.weight", place, kernel)


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


def zeroed(
    network: Network,
    weights: Weights,
    layer: str,
    output: int | None = None,
    channel: int | None = None,
) -> Weights:
    """Return weights in which the kernels of a convolution are 0; biases stay.

    All of them; those of one output map; or the one that also reads ``channel``.

    Raises
    ------
    CnnvizError
        As for `with_kernel`.
    """
    spec = _convolution(network, layer)
    changed = np.array(weights[f"{layer}.weight"], np.float32)
    if output is None:
        changed[:] = 0
    else:
        check_place(layer, (output,), (spec.channels,))
        inputs = _inputs(network, layer)
        (seen,) = spec.channels_read(inputs, np.array([output]))
        for one in seen.tolist() if channel is None else [channel]:
            changed[spec.kernel_place(inputs[0][0], output, one)] = 0
    return {**weights, f"{layer}.weight": changed}


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


def _convolution(network: Network, layer: str) -> Conv2d:
    check_layer(network, layer)
    (spec,) = (one for one in network.layers if one.name == layer)
    if not isinstance(spec, Conv2d):
        raise CnnvizError("layer_without_kernels", layer=layer)
    return spec


def _inputs(network: Network, layer: str) -> tuple[tuple[int, ...], ...]:
    names = [one.name for one in network.layers]
    return layer_shapes(network)[names.index(layer)][0]
