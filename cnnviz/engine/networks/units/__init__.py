"""Any number of any layer, opened: what it is made of, and where that comes from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import (
    PICTURE,
    Activation,
    Add,
    BatchNorm,
    Concatenate,
    Conv2d,
    Dropout,
    Flatten,
    GlobalPool2d,
    LayerSpec,
    Linear,
    LocalResponseNorm,
    Network,
    Pool2d,
    RadialBasis,
    ScaledTanh,
    Subsampling,
)
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.shapes import layer_inputs
from cnnviz.engine.networks.trace import Trace
from cnnviz.engine.networks.units import numbers, windows
from cnnviz.engine.networks.units.parts import At, Parts, Read
from cnnviz.engine.shown_text import shortened

_MOST_NAMED: Final = 30
"""Layers that a refusal names."""

_Opening = Callable[[Any, Sequence[Read], Mapping[str, Array], At], Parts]

OPENINGS: Final[Mapping[type[LayerSpec], _Opening]] = MappingProxyType(
    {
        Conv2d: windows.convolution,
        Pool2d: windows.pooling,
        GlobalPool2d: windows.global_pooling,
        Subsampling: windows.subsampling,
        Activation: numbers.activation,
        ScaledTanh: numbers.scaled_tanh,
        BatchNorm: numbers.batch_norm,
        LocalResponseNorm: numbers.local_response_norm,
        Dropout: numbers.dropout,
        Flatten: numbers.flatten,
        Linear: numbers.linear,
        RadialBasis: numbers.radial_basis,
        Add: numbers.add,
        Concatenate: numbers.concatenate,
    }
)
"""How a number of each kind of layer is opened."""


@dataclass(frozen=True, slots=True, eq=False)
class NetworkUnit:
    """One number of a network's layer for one picture.

    Attributes
    ----------
    layer
        The layer's description.
    at
        Which number.
    value
        What the network computed, in single precision.
    parts
        What it is made of.
    """

    layer: LayerSpec
    at: At
    value: float
    parts: Parts


def network_unit(
    network: Network,
    weights: Mapping[str, Array],
    trace: Trace,
    layer: str,
    at: At,
) -> NetworkUnit:
    """Open one number.

    Parameters
    ----------
    network, weights
        The description, and every number of `weight_shapes`.
    trace
        What the network made of a picture, as after training or as while training.
    layer, at
        The layer's name; channel, row and column, or the index in a vector, from 0.

    Raises
    ------
    CnnvizError
        ``layer_unknown`` with the names that there are, ``unit_place_axes`` when
        ``at`` has too few or too many numbers, ``unit_beyond`` when it lies outside.
    """
    check_layer(network, layer)
    names = [one.name for one in network.layers]
    index = names.index(layer)
    values = trace.layers[index].values
    check_place(layer, at, values.shape)
    spec = network.layers[index]
    own = {
        name.removeprefix(f"{layer}."): numbers_
        for name, numbers_ in weights.items()
        if name.rpartition(".")[0] == layer
    }
    own.update(trace.layers[index].batch_statistics)
    read = [
        Read(PICTURE, trace.input_chw)
        if place < 0
        else Read(names[place], trace.layers[place].values)
        for place in layer_inputs(network)[index]
    ]
    parts = OPENINGS[type(spec)](spec, read, own, at)
    return NetworkUnit(spec, at, float(values[at]), parts)


def check_layer(network: Network, layer: str) -> None:
    """Refuse a layer that a network does not have.

    Raises
    ------
    CnnvizError
        ``layer_unknown`` with the names that there are.
    """
    names = [one.name for one in network.layers]
    if layer not in names:
        known = ", ".join(names[:_MOST_NAMED]) + ", …" * (len(names) > _MOST_NAMED)
        raise CnnvizError(
            "layer_unknown", layer=shortened(layer), title=network.title, known=known
        )


def check_place(layer: str, at: At, shape: tuple[int, ...]) -> None:
    """Refuse a place that a layer's output does not have.

    Raises
    ------
    CnnvizError
        ``unit_place_axes`` or ``unit_beyond``.
    """
    if len(at) != len(shape):
        raise CnnvizError(
            "unit_place_axes", layer=layer, expected=len(shape), found=len(at)
        )
    if not all(0 <= place < size for place, size in zip(at, shape, strict=True)):
        raise CnnvizError(
            "unit_beyond",
            layer=layer,
            at=", ".join(map(str, at)),
            last=", ".join(str(size - 1) for size in shape),
        )
