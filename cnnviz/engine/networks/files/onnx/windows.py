"""Windows that move over maps, read from ONNX: convolution, pooling, subsampling."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from math import prod
from typing import TYPE_CHECKING, Final, Literal

from cnnviz.engine.convolution.shapes import named_amounts
from cnnviz.engine.convolution.spec import PaddingMode, Pair, PoolKind, Sides
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.files.network_checks import LONGEST_SIDE
from cnnviz.engine.networks.files.onnx.nodes import PAD_MODES
from cnnviz.engine.networks.files.onnx.reading import OnnxReading, Value
from cnnviz.engine.networks.layers import (
    Conv2d,
    Flatten,
    GlobalPool2d,
    Pool2d,
    Subsampling,
)
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.layers.pooling import PoolAxis

if TYPE_CHECKING:
    from onnx import NodeProto

    Nodes = Sequence[NodeProto]

_MODES: Final = {name: mode for mode, name in PAD_MODES.items()}
_NONE: Final[Sides] = (0, 0, 0, 0)
_GLOBAL: Final[dict[str, PoolKind]] = {
    "GlobalAveragePool": "average",
    "GlobalMaxPool": "max",
    "ReduceMax": "max",
    "ReduceMean": "average",
    "ReduceMin": "min",
    "ReduceSum": "sum",
}


def convolution(reading: OnnxReading, nodes: "Nodes") -> Value | None:
    """Read ``[Pad] Conv [Add]``, the addition one of a number a map."""
    node = next(one for one in nodes if one.op_type == "Conv")
    weight, bias = reading.weight(node, 1), reading.optional(node, 2)
    if nodes[-1].op_type == "Add":
        if bias is not None:
            return None
        bias = _of_each_map(reading, nodes[-1], len(weight) if weight.ndim else 0)
        if bias is None:
            return None
    if weight.ndim != 4:
        raise reading.refused(node, "W", *weight.shape)
    source = reading.maps(nodes[0])
    kernel: Pair = weight.shape[2], weight.shape[3]
    stride = _pair(reading, node, "strides", (1, 1))
    dilation = _pair(reading, node, "dilations", (1, 1))
    span = dilation[0] * (kernel[0] - 1) + 1, dilation[1] * (kernel[1] - 1) + 1
    mode, outer = _before(reading, nodes[0])
    inner = _padding(reading, node, source, span, stride)
    if mode != "zeros" and inner != _NONE:
        raise reading.refused(node, "Pad, pads")
    top, bottom, left, right = map(sum, zip(outer, inner, strict=True))
    is_even = (top, left) == (bottom, right)
    layer = Conv2d(
        name=reading.name(nodes[-1]),
        channels=len(weight),
        kernel=kernel,
        stride=stride,
        padding=(top, left) if is_even else (top, bottom, left, right),
        padding_mode=mode,
        dilation=dilation,
        groups=reading.settings(node).whole("group", 1),
        bias=bias is not None,
    )
    own = {"weight": weight} if bias is None else {"weight": weight, "bias": bias}
    return reading.add(layer, [source], own)


def pooling(reading: OnnxReading, nodes: "Nodes") -> Value | None:
    """Read ``[Pad] MaxPool``, ``Neg MaxPool Neg``, ``[Pad] AveragePool [Mul]``."""
    node = next(one for one in nodes if one.op_type.endswith("Pool"))
    kind: PoolKind = "max" if node.op_type == "MaxPool" else "average"
    if nodes[0].op_type == "Neg":
        kind = "min"
    elif nodes[-1].op_type == "Mul":
        kind = "sum"
        cells = prod(_pair(reading, node, "kernel_shape", (0, 0)))
        if reading.scalar(nodes[-1]) != cells:
            return None
    layer = _pool(reading, nodes, node, kind)
    return reading.add(layer, [reading.maps(nodes[0])])


def subsampling(reading: OnnxReading, nodes: "Nodes") -> Value | None:
    """Read ``AveragePool [Mul] Mul Add``: a number a map for the last two."""
    source = reading.maps(nodes[0])
    weight, bias = (_of_each_map(reading, node, source.shape[0]) for node in nodes[-2:])
    if weight is None or bias is None:
        return None
    pool = _pool(reading, nodes, nodes[0], "average")
    kind: Literal["sum", "average"] = "sum" if len(nodes) == 4 else "average"
    is_sum = kind == "average" or reading.scalar(nodes[1]) == prod(pool.kernel)
    if not is_sum or pool.padding != (0, 0):
        return None
    layer = Subsampling(
        name=reading.name(nodes[-1]), kind=kind, kernel=pool.kernel, stride=pool.stride
    )
    return reading.add(layer, [source], {"weight": weight, "bias": bias})


def global_pooling(reading: OnnxReading, nodes: "Nodes") -> Value:
    """Read what makes one number of each map, also ``Neg GlobalMaxPool Neg``."""
    node, source = nodes[0], reading.value(nodes[0])
    kind = "min" if node.op_type == "Neg" else _GLOBAL[node.op_type]
    layer = GlobalPool2d(name=reading.name(nodes[-1]), kind=kind)
    if not node.op_type.startswith("Reduce"):
        return reading.add(layer, [reading.maps(node)])
    axes = sorted(axis % 4 for axis in reading.axes(node))
    if len(source.shape) != 3 or axes != sorted({1, 2, 3} - {source.channel_axis}):
        raise reading.refused(node, "axes", *axes)
    made = reading.add(layer, [source])
    if reading.settings(node).whole("keepdims", 1):
        return replace(made, is_channels_last=source.is_channels_last)
    return reading.add(Flatten(name=reading.free_name(f"{layer.name}_flatten")), [made])


def _pool(
    reading: OnnxReading, nodes: "Nodes", node: "NodeProto", kind: PoolKind
) -> Pool2d:
    """Return the pooling whose windows lie, and count, as the file says."""
    source, settings = reading.maps(nodes[0]), reading.settings(node)
    layer = Pool2d(
        name=reading.name(nodes[-1]),
        kind=kind,
        kernel=_pair(reading, node, "kernel_shape", (0, 0)),
        stride=_pair(reading, node, "strides", (1, 1)),
    )
    if _pair(reading, node, "dilations", (1, 1)) != (1, 1):
        raise reading.refused(node, "dilations", *settings.wholes("dilations"))
    mode, outer = _before(reading, nodes[0])
    # Zeros are never the largest number where none is below 0.
    is_harmless = kind in ("average", "sum") or not source.can_be_negative
    if mode != "zeros" or (outer != _NONE and not is_harmless):
        raise reading.refused(nodes[0], mode, *outer)
    inner = _padding(reading, node, source, layer.kernel, layer.stride)
    counts = bool(settings.whole("count_include_pad", 0))
    ceil_mode = bool(settings.whole("ceil_mode", 0))
    _, height, width = source.shape
    wanted = [
        _axis(size, layer.kernel[at], layer.stride[at], around, ceil_mode, counts)
        for at, size, around in (
            (0, height, (outer[:2], inner[:2])),
            (1, width, (outer[2:], inner[2:])),
        )
    ]
    for candidate in _candidates(layer, (wanted[0].before, wanted[1].before)):
        with suppress(CnnvizError):  # no window of that padding fits
            axes = zip(candidate.axes(height, width), wanted, layer.kernel, strict=True)
            if all(_alike(kind, *axis) for axis in axes):
                return candidate
    raise reading.refused(node, "pads", *settings.wholes("pads", _NONE))


def _candidates(layer: Pool2d, before: Pair) -> Iterator[Pool2d]:
    """Yield the poolings of our kind that the same windows could be of."""
    if before[0] * 2 <= layer.kernel[0] and before[1] * 2 <= layer.kernel[1]:
        for ceil_mode in (False, True):
            for counts in (True, False):
                yield replace(
                    layer, padding=before, ceil_mode=ceil_mode, counts_padding=counts
                )
    yield replace(layer, padding="same")


def _alike(kind: PoolKind, found: PoolAxis, wanted: PoolAxis, kernel: int) -> bool:
    """Whether windows lie alike, and a mean divides alike."""
    if kind == "average":
        return found == wanted
    # A sum is written as the mean of as many cells as the window has.
    counts_all = kind != "sum" or {*wanted.counted} == {kernel}
    return counts_all and replace(found, counted=()) == replace(wanted, counted=())


def _axis(
    size: int,
    kernel: int,
    stride: int,
    around: tuple[Sequence[int], Sequence[int]],
    ceil_mode: bool,
    counts: bool,
) -> PoolAxis:
    """Return how windows lie: cells of ``Pad`` are around, and the pooling's own."""
    (outer, outer_end), (inner, inner_end) = around
    before, cells = outer + inner, size + outer_end + inner_end
    free = before + cells - kernel
    outputs = (-(-free // stride) if ceil_mode else free // stride) + 1
    if ceil_mode and (outputs - 1) * stride >= before + size + outer_end:
        outputs -= 1  # it would begin in the padding at the end
    starts = [index * stride - before for index in range(max(outputs, 0))]
    first = -(before if counts else outer)
    last = cells if counts else size + outer_end
    counted = tuple(min(at + kernel, last) - max(at, first) for at in starts)
    end = (outputs - 1) * stride + kernel - before
    return PoolAxis(outputs, before, max(end - size, 0), counted)


def _pair(reading: OnnxReading, node: "NodeProto", setting: str, default: Pair) -> Pair:
    """Return a setting of two whole numbers."""
    values = reading.settings(node).wholes(setting, default)
    if len(values) != 2 or max(values) > LONGEST_SIDE:
        raise reading.refused(node, setting, *values)
    return values[0], values[1]


def _padding(
    reading: OnnxReading, node: "NodeProto", source: Value, span: Pair, stride: Pair
) -> Sides:
    """Return the cells that a node adds around maps: top, bottom, left, right."""
    settings = reading.settings(node)
    named = settings.text("auto_pad", "NOTSET")
    if named == "VALID":
        return _NONE
    if named in ("SAME_UPPER", "SAME_LOWER") and min(stride) > 0:
        _, *sizes = source.shape
        rows, columns = (
            named_amounts("same", *axis)
            for axis in zip(sizes, span, stride, strict=True)
        )
        if named == "SAME_LOWER":
            rows, columns = rows[::-1], columns[::-1]
        return (*rows, *columns)
    pads = settings.wholes("pads", _NONE)
    if named not in ("", "NOTSET") or not _are_sides(pads):
        raise reading.refused(node, f"auto_pad {named}, pads", *pads)
    return pads[0], pads[2], pads[1], pads[3]


def _before(reading: OnnxReading, node: "NodeProto") -> tuple[PaddingMode, Sides]:
    """Return what a node ``Pad`` adds; nothing for another one."""
    if node.op_type != "Pad":
        return "zeros", _NONE
    settings = reading.settings(node)
    mode = settings.text("mode", "constant")
    given = reading.wholes(node, 1)
    pads = settings.wholes("pads") if given is None else tuple(given)
    fill = reading.optional(node, 2)
    is_filled = (
        bool(fill.any()) if fill is not None else settings.number("value", 0) != 0
    )
    sides = (*pads[2:4], *pads[6:8])
    of_maps = len(pads) == 8 and not any((*pads[:2], *pads[4:6])) and _are_sides(sides)
    is_plain = len(node.input) < 4 or not node.input[3]  # no axes
    if mode not in _MODES or is_filled or not of_maps or not is_plain:
        raise reading.refused(node, f"{mode}, pads", *pads)
    top, left, bottom, right = sides
    return _MODES[mode], (top, bottom, left, right)


def _are_sides(values: Sequence[int]) -> bool:
    return len(values) == 4 and min(values) >= 0 and max(values) <= LONGEST_SIDE


def _of_each_map(
    reading: OnnxReading, node: "NodeProto", channels: int
) -> Array | None:
    """Return one number a map that a node adds or multiplies by."""
    for which in range(len(node.input)):
        found = reading.numbers(node, which)
        if found is not None and found.shape[-3:] == (channels, 1, 1):
            return found.reshape(-1) if found.size == channels else None
    return None
