"""A number of a network as a step of the lab: one operation on the maps that it reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.operations import Convolution, Operation, Pooling
from cnnviz.engine.convolution.pooling import global_pool, pooled_size
from cnnviz.engine.convolution.spec import ConvSpec, Pair, PoolSpec
from cnnviz.engine.convolution.walk import Walk, go_to_cell
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.blocks import Block
from cnnviz.engine.networks.layers import (
    PICTURE,
    Activation,
    Conv2d,
    GlobalPool2d,
    Network,
    Pool2d,
)
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.shapes import layer_inputs
from cnnviz.engine.networks.trace import Trace
from cnnviz.engine.networks.units.parts import At

NoWalk = Literal["kind", "windows"]
"""Why there is none: no window moves over maps, or windows reach beyond the padding."""


@dataclass(frozen=True, slots=True, eq=False)
class UnitWalk:
    """How an output map is made, with the window at one of its numbers.

    Attributes
    ----------
    walk
        The operation on the maps that are read, and no others; it has one output.
    source, channels
        The layer that made these maps, and which of its maps they are.
    layer
        The layer whose map is made: the sum, or the activation that follows at once.
    map_hw
        That map, as the network computed it.
    """

    walk: Walk
    source: str
    channels: tuple[int, ...]
    layer: str
    map_hw: NDArray[np.float32]

    @property
    def spec(self) -> ConvSpec | PoolSpec:
        """The settings of the operation."""
        operation = self.walk.operation
        assert isinstance(operation, Convolution | Pooling)
        return operation.spec


def walk_of(
    network: Network, weights: Mapping[str, Array], trace: Trace, block: Block, at: At
) -> UnitWalk | NoWalk:
    """Return the walk that stands at a number of a block, or why there is none.

    Parameters
    ----------
    network, weights, trace
        The description, every number of it, and what it made of a picture.
    block, at
        Where the number is; channel, row and column.
    """
    if not block.layers:
        return "kind"
    names = [layer.name for layer in network.layers]
    index = names.index(block.name)
    (read, *_) = layer_inputs(network)[index]
    given_chw = trace.input_chw if read < 0 else trace.layers[read].values
    made = _operation(block, weights, given_chw, at[0])
    if isinstance(made, str):
        return made
    operation, channels = made
    activation, layer = ActivationSpec(), block.layers[0]
    if len(block.layers) > 1 and isinstance(block.layers[1], Activation):
        activation, layer = block.layers[1].spec, block.layers[1]
    values = trace.layers[names.index(layer.name)].values
    walk = go_to_cell(Walk(operation, activation), *at[1:])
    source = PICTURE if read < 0 else names[read]
    return UnitWalk(walk, source, channels, layer.name, values[at[0]])


_Made = tuple[Operation, tuple[int, ...]]


def _operation(
    block: Block, weights: Mapping[str, Array], given_chw: Array, channel: int
) -> _Made | NoWalk:
    """Return what makes a map, and which maps it reads."""
    layer = block.layers[0]
    if isinstance(layer, Conv2d):
        return _convolution(layer, weights, given_chw, channel)
    if isinstance(layer, Pool2d | GlobalPool2d):
        spec = _pooling(layer, given_chw.shape[1:])
        if spec is None:
            return "windows"
        return Pooling(given_chw[channel : channel + 1], spec), (channel,)
    return "kind"


def _convolution(
    layer: Conv2d, weights: Mapping[str, Array], given_chw: Array, channel: int
) -> _Made:
    read, place = layer.kernels_joined(len(given_chw), channel)
    kernel_ikk = weights[f"{layer.name}.weight"][place]
    spec = ConvSpec(
        kernel=layer.kernel,
        stride=layer.stride,
        padding=layer.padding,
        padding_mode=layer.padding_mode,
        dilation=layer.dilation,
    )
    bias = weights[f"{layer.name}.bias"][channel : channel + 1] if layer.bias else None
    operation = Convolution(given_chw[list(read)], kernel_ikk[np.newaxis], spec, bias)
    return operation, tuple(read)


def _pooling(
    layer: Pool2d | GlobalPool2d, input_hw: tuple[int, ...]
) -> PoolSpec | None:
    """Return the pooling as the lab has it; ``None`` where its windows lie otherwise."""
    height, width = input_hw
    if isinstance(layer, GlobalPool2d):
        return global_pool(layer.kind, (height, width))
    axes = layer.axes(height, width)
    padding: Pair = axes[0].before, axes[1].before
    spec = PoolSpec(
        kind=layer.kind,
        size=layer.kernel,
        stride=layer.stride,
        padding=padding,
        counts_padding=layer.counts_padding and layer.padding != "same",
    )
    try:
        outputs_hw = pooled_size(spec, (height, width))
    except CnnvizError:  # one window, which reaches beyond the maps
        return None
    return spec if outputs_hw == (axes[0].outputs, axes[1].outputs) else None
