"""Layers of each number, of vectors and of branches, read from ONNX; and what only turns."""

from dataclasses import replace
from math import prod
from typing import TYPE_CHECKING, Final

import numpy as np

from cnnviz.engine.convolution.activation.kinds import ActivationKind
from cnnviz.engine.networks.files.network_checks import LONGEST_SIDE
from cnnviz.engine.networks.files.onnx.file import FLOATS
from cnnviz.engine.networks.files.onnx.nodes import ACTIVATIONS
from cnnviz.engine.networks.files.onnx.reading import OnnxReading, Value
from cnnviz.engine.networks.layers import (
    Activation,
    Add,
    BatchNorm,
    Concatenate,
    Dropout,
    Flatten,
    Linear,
    LocalResponseNorm,
    RadialBasis,
    ScaledTanh,
    Shape,
)
from cnnviz.engine.networks.layers.layer_spec import Array

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onnx import NodeProto

    Nodes = Sequence[NodeProto]

# As the answer, the logarithm of softmax stands for the probabilities of softmax.
_ACTIVATIONS: Final[dict[str, ActivationKind]] = {
    **{operator: kind for kind, operator in ACTIVATIONS.items()},
    "LogSoftmax": "softmax",
}
_MOST_CODES: Final = 2**20


def activation(reading: OnnxReading, nodes: "Nodes") -> Value:
    """Read one of our activations."""
    (node,) = nodes
    source, settings = reading.value(node), reading.settings(node)
    kind = _ACTIVATIONS[node.op_type]
    if node.op_type == "LogSoftmax" and node.output[0] != reading.graph.output:
        raise reading.refused(node, node.output[0])
    if kind == "softmax":
        # Before version 13 all axes from this one on were taken together.
        axis = settings.whole("axis", 1 if reading.graph.opset < 13 else -1)
        is_joined = reading.graph.opset < 13 and prod(source.dims[1:]) > 1
        if is_joined or axis % (len(source.shape) + 1) != source.channel_axis:
            raise reading.refused(node, "axis", axis)
    slope = settings.number("alpha", 0.01)
    layer = Activation(name=reading.name(node), kind=kind, slope=slope)
    return _as_before(reading.add(layer, [source]), source)


def scaled_tanh(reading: OnnxReading, nodes: "Nodes") -> Value | None:
    """Read ``Mul Tanh Mul``."""
    steepness, amplitude = reading.scalar(nodes[0]), reading.scalar(nodes[2])
    if steepness is None or amplitude is None:
        return None
    source = _read_by_either(reading, nodes[0])
    layer = ScaledTanh(
        name=reading.name(nodes[-1]), steepness=steepness, amplitude=amplitude
    )
    return _as_before(reading.add(layer, [source]), source)


def batch_norm(reading: OnnxReading, nodes: "Nodes") -> Value:
    """Read batch normalisation by numbers that were measured while training."""
    (node,) = nodes
    source, settings = reading.value(node), reading.settings(node)
    if source.is_channels_last or source.rows_of or settings.whole("training_mode", 0):
        raise reading.refused(node, "NHWC, training_mode")
    layer = BatchNorm(
        name=reading.name(node),
        epsilon=settings.number("epsilon", 1e-5),
        # What of the newest batch is kept; ONNX says what of the old ones.
        momentum=round(1 - settings.number("momentum", 0.9), 7),
    )
    names = ("weight", "bias", "running_mean", "running_var")
    own = {name: reading.weight(node, at) for at, name in enumerate(names, 1)}
    return reading.add(layer, [source], own)


def local_response_norm(reading: OnnxReading, nodes: "Nodes") -> Value:
    """Read ``LRN``, whose neighbours lie as ours do where they are an odd number."""
    (node,) = nodes
    settings = reading.settings(node)
    size = settings.whole("size", 0)
    if size % 2 == 0 or size > LONGEST_SIDE:
        raise reading.refused(node, "size", size)
    layer = LocalResponseNorm(
        name=reading.name(node),
        size=size,
        alpha=settings.number("alpha", 1e-4),
        beta=settings.number("beta", 0.75),
        k=settings.number("bias", 1.0),
    )
    return reading.add(layer, [reading.maps(node)])


def even_response_norm(reading: OnnxReading, nodes: "Nodes") -> Value | None:
    """Read what `nodes` writes for an even number of neighbours."""
    square, before, pool, after, times, plus, power, over = nodes
    settings = reading.settings(pool)
    size, *sides = settings.wholes("kernel_shape", (0,))
    pads = (size // 2, 0, 0, size // 2 - 1, 0, 0)
    alpha, k, beta = (reading.scalar(node) for node in (times, plus, power))
    is_ours = (
        {*square.input} == {over.input[0]}
        and sides == [1, 1]
        and size <= LONGEST_SIDE
        and settings.wholes("pads") == pads
        and settings.whole("count_include_pad", 0) == 1
        and reading.axes(before) == reading.axes(after) == (1,)
    )
    if not is_ours or alpha is None or k is None or beta is None:
        return None
    layer = LocalResponseNorm(
        name=reading.name(over), size=size, alpha=alpha, beta=beta, k=k
    )
    return reading.add(layer, [reading.maps(square)])


def dropout(reading: OnnxReading, nodes: "Nodes") -> Value:
    """Read dropout, which leaves all numbers as they are."""
    (node,) = nodes
    source = reading.value(node)
    given = reading.scalar(node)
    rate = reading.settings(node).number("ratio", 0.5) if given is None else given
    layer = Dropout(name=reading.name(node), rate=rate)
    return _as_before(reading.add(layer, [source]), source)


def linear(reading: OnnxReading, nodes: "Nodes") -> Value | None:
    """Read ``Gemm`` or ``MatMul [Add]``."""
    node, settings = nodes[0], reading.settings(nodes[0])
    source, weight = reading.value(node), reading.weight(node, 1)
    if weight.ndim != 2:
        raise reading.refused(node, "B", *weight.shape)
    scales = settings.number("alpha", 1), settings.number("beta", 1)
    if scales != (1.0, 1.0) or settings.whole("transA", 0):
        raise reading.refused(node, "alpha, beta, transA")
    if not settings.whole("transB", 0):
        weight = weight.T
    units = len(weight)
    bias = reading.optional(node, 2)
    if len(nodes) > 1:
        given = [reading.numbers(nodes[1], which) for which in (0, 1)]
        bias = next((one for one in given if one is not None), None)
        if bias is None:
            return None
    own = {"weight": _channels_first(weight, source.rows_of)}
    if bias is not None:
        # One number for all units is one for each.
        own["bias"] = bias.ravel() if bias.size > 1 else np.tile(bias.ravel(), units)
    layer = Linear(name=reading.name(nodes[-1]), units=units, bias=bias is not None)
    return reading.add(layer, [source], own)


def radial_basis(reading: OnnxReading, nodes: "Nodes") -> Value | None:
    """Read ``Unsqueeze Sub Mul ReduceSum``, squared distances to codes."""
    before, minus, square, total = nodes
    codes = reading.numbers(minus, 1)
    is_ours = (
        codes is not None
        and codes.ndim == 2
        and codes.size <= _MOST_CODES
        and not any(isinstance(layer, RadialBasis) for layer in reading.layers)
        and {*square.input} == {minus.output[0]}
        and reading.axes(before) == (1,)
        and reading.axes(total) == (2,)
        and reading.settings(total).whole("keepdims", 1) == 0
    )
    source = reading.value(before)
    if codes is None or not is_ours or source.rows_of:
        return None
    layer = RadialBasis(
        name=reading.name(total), codes=tuple(map(tuple, codes.tolist()))
    )
    return reading.add(layer, [source], {"codes": codes})


def add(reading: OnnxReading, nodes: "Nodes") -> Value:
    """Read a sum of branches."""
    (node,) = nodes
    sources = _branches(reading, node)
    return _as_before(reading.add(Add(name=reading.name(node)), sources), sources[0])


def concatenate(reading: OnnxReading, nodes: "Nodes") -> Value:
    """Read branches side by side, joined along their channels."""
    (node,) = nodes
    sources = _branches(reading, node)
    first = sources[0]
    axis = reading.settings(node).whole("axis", 0)
    if axis % (len(first.shape) + 1) != first.channel_axis or first.rows_of:
        raise reading.refused(node, "axis", axis)
    made = reading.add(Concatenate(name=reading.name(node)), sources)
    return _as_before(made, first)


def flatten(reading: OnnxReading, nodes: "Nodes") -> Value:
    """Read maps laid out in one row."""
    (node,) = nodes
    source = reading.value(node)
    axis = reading.settings(node).whole("axis", 1)
    if axis % (len(source.shape) + 1) != 1:
        raise reading.refused(node, "axis", axis)
    return _in_one_row(reading, node, source)


def reshape(reading: OnnxReading, nodes: "Nodes") -> Value:
    """Read a new shape that lays maps out in one row, or changes nothing."""
    (node,) = nodes
    source = reading.value(node)
    target = reading.wholes(node, 1) or [0]
    _, *sizes = target
    known = [source.dims[at] if size == 0 else size for at, size in enumerate(sizes)]
    if -1 in known:
        others = prod(size for size in known if size != -1)
        known[known.index(-1)] = prod(source.dims) // max(others, 1)
    if known == [prod(source.dims)]:
        return _in_one_row(reading, node, source)
    for value in (
        source,
        replace(source, is_channels_last=not source.is_channels_last),
    ):
        # Of one channel the axis can stand anywhere.
        if list(value.dims) == known and (value is source or source.shape[0] == 1):
            return value
    raise reading.refused(node, "shape", *target)


def squeeze(reading: OnnxReading, nodes: "Nodes") -> Value:
    """Read maps of one number each, as a vector."""
    (node,) = nodes
    source = reading.value(node)
    axes = {axis % (len(source.shape) + 1) for axis in reading.axes(node)}
    if source.shape[1:] != (1, 1) or axes != {1, 2, 3} - {source.channel_axis}:
        raise reading.refused(node, "axes", *sorted(axes))
    return _in_one_row(reading, node, source)


def transpose(reading: OnnxReading, nodes: "Nodes") -> Value:
    """Read channels put first or last; another order is refused."""
    (node,) = nodes
    source = reading.value(node)
    order = reading.settings(node).wholes("perm")
    to_last = (0, 3, 1, 2) if source.is_channels_last else (0, 2, 3, 1)
    if order == to_last and len(source.shape) == 3:
        return replace(source, is_channels_last=not source.is_channels_last)
    if order != tuple(range(len(source.shape) + 1)):
        raise reading.refused(node, "perm", *order)
    return source


def same(reading: OnnxReading, nodes: "Nodes") -> Value:
    """Read what changes nothing that we keep."""
    return reading.value(nodes[0])


def cast(reading: OnnxReading, nodes: "Nodes") -> Value:
    """Read numbers in another type; whole ones would be other numbers."""
    (node,) = nodes
    kind = reading.settings(node).whole("to", 0)
    if kind not in FLOATS:
        raise reading.refused(node, "to", kind)
    return reading.value(node)


def _read_by_either(reading: OnnxReading, node: "NodeProto") -> Value:
    """Return what a node reads beside a number."""
    which = 0 if node.input[0] in reading.values else 1
    return reading.value(node, which)


def _branches(reading: OnnxReading, node: "NodeProto") -> list[Value]:
    """Return all that a node reads, which the file must have laid out alike."""
    values = [reading.value(node, which) for which in range(len(node.input))]
    if not values:
        raise reading.graph.broken(node.name)
    if len({(value.is_channels_last, value.rows_of) for value in values}) > 1:
        raise reading.refused(node, "NCHW, NHWC")
    return values


def _in_one_row(reading: OnnxReading, node: "NodeProto", source: Value) -> Value:
    if len(source.shape) == 1:
        return source
    made = reading.add(Flatten(name=reading.name(node)), [source])
    is_other = source.is_channels_last and source.shape[0] > 1
    return replace(made, rows_of=source.shape if is_other else None)


def _as_before(made: Value, source: Value) -> Value:
    """Return a value laid out as what it was made of."""
    return replace(
        made, is_channels_last=source.is_channels_last, rows_of=source.rows_of
    )


def _channels_first(weight: Array, maps: Shape | None) -> Array:
    """Return weights of a vector that had the channels last, for ours."""
    if maps is None or weight.shape[1] != prod(maps):
        return weight
    channels, height, width = maps
    rows = weight.reshape(-1, height, width, channels)
    return rows.transpose(0, 3, 1, 2).reshape(len(weight), -1)
