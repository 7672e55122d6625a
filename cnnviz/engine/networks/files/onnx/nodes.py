"""How each kind of layer is written in ONNX's operators.

What ONNX has no operator for is a chain of several, which `onnx_layers` reads back.
"""

from collections.abc import Callable, Mapping, Sequence
from math import prod
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.activation.kinds import ActivationKind
from cnnviz.engine.convolution.shapes import padding_amounts
from cnnviz.engine.convolution.spec import PaddingMode
from cnnviz.engine.networks.layers import (
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
    Pool2d,
    RadialBasis,
    ScaledTanh,
    Shape,
    Subsampling,
)
from cnnviz.engine.networks.layers.layer_spec import Array

if TYPE_CHECKING:
    from onnx import NodeProto

PAD_MODES: Final[Mapping[PaddingMode, str]] = MappingProxyType(
    {
        "zeros": "constant",
        "reflect": "reflect",
        "replicate": "edge",
        "circular": "wrap",
    }
)
"""What ONNX calls the modes of a padding."""

ACTIVATIONS: Final[Mapping[ActivationKind, str]] = MappingProxyType(
    {
        "none": "Identity",
        "relu": "Relu",
        "leaky_relu": "LeakyRelu",
        "sigmoid": "Sigmoid",
        "tanh": "Tanh",
        "softmax": "Softmax",
    }
)
"""What ONNX calls the activations."""


class LayerNodes:
    """The nodes of one layer, each reading what the one before makes.

    Parameters
    ----------
    name
        The layer's name.
    reads, inputs
        The values that it reads, and their shapes.
    weights
        The layer's own numbers.
    """

    def __init__(
        self,
        name: str,
        reads: Sequence[str],
        inputs: Sequence[Shape],
        weights: Mapping[str, Array],
    ) -> None:
        self.reads, self.inputs, self.weights = reads, inputs, weights
        self.nodes: list[NodeProto] = []
        self.numbers: dict[str, NDArray[np.generic]] = {}
        self.value = reads[0]
        self._name = name

    def number(self, name: str, values: NDArray[np.generic]) -> str:
        """Add numbers of that name; return what nodes call them."""
        # No name of a layer has a dot, so these names are nobody else's.
        own = f"{self._name}.{name}"
        self.numbers[own] = values
        return own

    def places(self, name: str, *values: int) -> str:
        """Add whole numbers, as operators take axes and sides."""
        return self.number(name, np.array(values, np.int64))

    def scalar(self, name: str, value: float) -> str:
        """Add one number."""
        return self.number(name, np.array(value, np.float32))

    def weight(self, name: str) -> str:
        """Add one of the layer's own weights."""
        return self.number(name, self.weights[name])

    def then(
        self,
        operator: str,
        *others: str,
        reads: Sequence[str] | None = None,
        **attributes: Any,  # noqa: ANN401 (as ONNX's own function takes them)
    ) -> "LayerNodes":
        """Add a node that reads the value so far and ``others``, or ``reads``."""
        from onnx import helper

        made = f"{self._name}.{operator}_{len(self.nodes)}"
        read = (self.value, *others) if reads is None else reads
        self.nodes.append(
            helper.make_node(operator, read, [made], name=made, **attributes)
        )
        self.value = made
        return self

    def finish(self, value: str) -> None:
        """Call the last node as the layer, and what it makes as given."""
        self.nodes[-1].name, self.nodes[-1].output[0] = self._name, value


def _pad(nodes: LayerNodes, mode: PaddingMode, sides: Sequence[int]) -> None:
    """Pad maps: top, left, bottom, right."""
    pads = nodes.places("pads", 0, 0, *sides[:2], 0, 0, *sides[2:])
    nodes.then("Pad", pads, mode=PAD_MODES[mode])


def _convolution(nodes: LayerNodes, layer: Conv2d) -> None:
    channels, height, width = nodes.inputs[0]
    amounts = padding_amounts(layer.spec, (height, width))
    sides = [amounts.top, amounts.left, amounts.bottom, amounts.right]
    if layer.padding_mode != "zeros" and any(sides):
        _pad(nodes, layer.padding_mode, sides)
        sides = [0, 0, 0, 0]
    kernels_oikk = layer.kernels_oikk(nodes.weights["weight"], channels)
    nodes.then(
        "Conv",
        nodes.number("weight", kernels_oikk),
        *([nodes.weight("bias")] if layer.bias else []),
        kernel_shape=layer.kernel,
        strides=layer.stride,
        pads=sides,
        dilations=layer.dilation,
        group=layer.groups,
    )


def _pooling(nodes: LayerNodes, layer: Pool2d) -> None:
    _, height, width = nodes.inputs[0]
    rows, columns = layer.axes(height, width)
    window: dict[str, Any] = {
        "kernel_shape": layer.kernel,
        "strides": layer.stride,
        # Not `ceil_mode`, on which programs differ.
        "pads": (rows.before, columns.before, rows.after, columns.after),
    }
    match layer.kind:
        case "max":
            nodes.then("MaxPool", **window)
        case "min":
            nodes.then("Neg").then("MaxPool", **window).then("Neg")
        case "sum":
            nodes.then("AveragePool", count_include_pad=1, **window)
            nodes.then("Mul", nodes.scalar("cells", prod(layer.kernel)))
        case "average":
            _average(nodes, layer, window)


def _average(nodes: LayerNodes, layer: Pool2d, window: dict[str, Any]) -> None:
    top, left, bottom, right = window["pads"]
    counts = layer.counts_padding and layer.padding != "same"
    if counts and (bottom > top or right > left):
        # Padding counts, and what a last window has beyond it does not.
        _pad(nodes, "zeros", (top, left, top, left))
        window["pads"] = (0, 0, max(bottom - top, 0), max(right - left, 0))
        counts = False
    nodes.then("AveragePool", count_include_pad=int(counts), **window)


def _global_pooling(nodes: LayerNodes, layer: GlobalPool2d) -> None:
    match layer.kind:
        case "max":
            nodes.then("GlobalMaxPool")
        case "average":
            nodes.then("GlobalAveragePool")
        case "min":
            nodes.then("Neg").then("GlobalMaxPool").then("Neg")
        case "sum":
            nodes.then("ReduceSum", nodes.places("axes", 2, 3), keepdims=1)


def _subsampling(nodes: LayerNodes, layer: Subsampling) -> None:
    nodes.then("AveragePool", kernel_shape=layer.kernel, strides=layer.stride)
    if layer.kind == "sum":
        nodes.then("Mul", nodes.scalar("cells", prod(layer.kernel)))
    for operator, name in (("Mul", "weight"), ("Add", "bias")):
        nodes.then(operator, nodes.number(name, nodes.weights[name].reshape(-1, 1, 1)))


def _activation(nodes: LayerNodes, layer: Activation) -> None:
    settings: dict[str, Any] = {}
    if layer.kind == "leaky_relu":
        settings["alpha"] = layer.slope
    elif layer.kind == "softmax":
        settings["axis"] = 1
    nodes.then(ACTIVATIONS[layer.kind], **settings)


def _scaled_tanh(nodes: LayerNodes, layer: ScaledTanh) -> None:
    nodes.then("Mul", nodes.scalar("steepness", layer.steepness)).then("Tanh")
    nodes.then("Mul", nodes.scalar("amplitude", layer.amplitude))


def _batch_norm(nodes: LayerNodes, layer: BatchNorm) -> None:
    names = ("weight", "bias", "running_mean", "running_var")
    nodes.then(
        "BatchNormalization",
        *map(nodes.weight, names),
        epsilon=layer.epsilon,
        momentum=1 - layer.momentum,
    )


def _local_response_norm(nodes: LayerNodes, layer: LocalResponseNorm) -> None:
    size, alpha, beta, k = layer.size, layer.alpha, layer.beta, layer.k
    if size % 2:
        nodes.then("LRN", size=size, alpha=alpha, beta=beta, bias=k)
        return
    # An even number of neighbours lies otherwise in ONNX, and is refused by many.
    maps = nodes.value
    nodes.then("Mul", maps).then("Unsqueeze", nodes.places("before", 1)).then(
        "AveragePool",
        kernel_shape=(size, 1, 1),
        pads=(size // 2, 0, 0, size // 2 - 1, 0, 0),
        count_include_pad=1,
    )
    nodes.then("Squeeze", nodes.places("after", 1))
    nodes.then("Mul", nodes.scalar("alpha", alpha)).then("Add", nodes.scalar("k", k))
    nodes.then("Pow", nodes.scalar("beta", beta)).then("Div", reads=(maps, nodes.value))


def _dropout(nodes: LayerNodes, layer: Dropout) -> None:
    nodes.then("Dropout", nodes.scalar("rate", layer.rate))


def _flatten(nodes: LayerNodes, layer: Flatten) -> None:
    nodes.then("Flatten", axis=1)


def _linear(nodes: LayerNodes, layer: Linear) -> None:
    bias = [nodes.weight("bias")] if layer.bias else []
    nodes.then("Gemm", nodes.weight("weight"), *bias, transB=1)


def _radial_basis(nodes: LayerNodes, layer: RadialBasis) -> None:
    nodes.then("Unsqueeze", nodes.places("before", 1))
    nodes.then("Sub", nodes.weight("codes"))
    nodes.then("Mul", nodes.value)
    nodes.then("ReduceSum", nodes.places("axes", 2), keepdims=0)


def _add(nodes: LayerNodes, layer: Add) -> None:
    nodes.then("Add" if len(nodes.reads) == 2 else "Sum", *nodes.reads[1:])


def _concatenate(nodes: LayerNodes, layer: Concatenate) -> None:
    nodes.then("Concat", *nodes.reads[1:], axis=1)


WRITERS: Final[Mapping[type[LayerSpec], Callable[[LayerNodes, Any], None]]] = (
    MappingProxyType(
        {
            Conv2d: _convolution,
            Activation: _activation,
            ScaledTanh: _scaled_tanh,
            Pool2d: _pooling,
            GlobalPool2d: _global_pooling,
            Subsampling: _subsampling,
            BatchNorm: _batch_norm,
            LocalResponseNorm: _local_response_norm,
            Dropout: _dropout,
            Flatten: _flatten,
            Linear: _linear,
            Add: _add,
            Concatenate: _concatenate,
            RadialBasis: _radial_basis,
        }
    )
)
"""How each kind of layer is written."""
