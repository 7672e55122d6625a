"""Each kind of layer that Keras has as a line of Keras, channels last."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import prod
from types import MappingProxyType
from typing import Final, NoReturn, cast

from cnnviz.engine.convolution.shapes import Amounts, padding_amounts
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.files.code_lines import CodeLine, quoted, size
from cnnviz.engine.networks.layers import (
    Activation,
    Add,
    BatchNorm,
    Concatenate,
    Conv2d,
    Dropout,
    Flatten,
    GlobalPool2d,
    Linear,
    Pool2d,
    ScaledTanh,
)


@dataclass(frozen=True, slots=True)
class KerasLine:
    """One layer in a program, and whether a number that it reads can be below 0."""

    code: CodeLine
    reads_negative: bool


def keras_result(line: KerasLine) -> str:
    """Return the output of a layer as an expression.

    Raises
    ------
    CnnvizError
        ``keras_has_no_layer``.
    """
    return KERAS_LAYERS.get(line.code.layer.key, _refuse)(line)


def _refuse(line: KerasLine, setting: str = "") -> NoReturn:
    layer = line.code.layer
    kind = f"{layer.key}, {setting}" if setting else layer.key
    raise CnnvizError("keras_has_no_layer", layer=layer.name, kind=kind)


def _call(
    line: KerasLine, kind: str, *settings: str, pad: Amounts | None = None
) -> str:
    """Return a layer that is called with what it reads, which may be padded before."""
    (read,) = line.code.reads
    if pad is not None and pad != Amounts(0, 0, 0, 0):
        sides = (pad.top, pad.bottom), (pad.left, pad.right)
        read = f"layers.ZeroPadding2D({sides})({read})"
    named = (*filter(None, settings), f"name={quoted(line.code.name)}")
    return f"layers.{kind}({', '.join(named)})({read})"


def _conv(line: KerasLine) -> str:
    layer = cast("Conv2d", line.code.layer)
    if layer.connections_table is not None:
        _refuse(line, "connections_table")
    _, height, width = line.code.inputs[0]
    amounts = padding_amounts(layer.spec, (height, width))
    if layer.padding_mode != "zeros" and amounts != Amounts(0, 0, 0, 0):
        _refuse(line, f"padding_mode={layer.padding_mode}")
    if max(layer.stride) > 1 and max(layer.dilation) > 1:
        _refuse(line, "stride, dilation")
    is_same = layer.padding == "same"
    return _call(
        line,
        "Conv2D",
        f"{layer.channels}, {size(layer.kernel)}",
        f"strides={size(layer.stride)}" if max(layer.stride) > 1 else "",
        'padding="same"' if is_same else "",
        f"dilation_rate={size(layer.dilation)}" if max(layer.dilation) > 1 else "",
        f"groups={layer.groups}" if layer.groups > 1 else "",
        "" if layer.bias else "use_bias=False",
        pad=None if is_same else amounts,
    )


def _pool(line: KerasLine) -> str:
    layer = cast("Pool2d", line.code.layer)
    rows, columns = layer.axes(*line.code.inputs[0][1:])
    around = Amounts(rows.before, rows.after, columns.before, columns.after)
    is_padded = around != Amounts(0, 0, 0, 0)
    area = prod(layer.kernel)
    sizes = size(layer.kernel), f"strides={size(layer.stride)}"
    if layer.kind in ("average", "sum"):
        means = _call(line, "AveragePooling2D", *sizes, pad=around)
        if layer.kind == "sum":
            return f"{area} * {means}"
        if min(rows.counted) * min(columns.counted) == area:
            return means
        # Of windows at the edge only some cells are counted.
        counted = f"np.outer({rows.counted}, {columns.counted})"
        return f"{means} * np.float32({area} / {counted})[..., None]"
    is_same = layer.padding == "same"
    # Otherwise Keras pads with zeros, which take no part where nothing is below them.
    if is_padded and not is_same and (layer.kind == "min" or line.reads_negative):
        _refuse(line, f"kind={layer.kind}, padding, ceil_mode")
    same = 'padding="same"' if is_same else ""
    pooled = _call(line, "MaxPooling2D", *sizes, same, pad=None if is_same else around)
    if layer.kind == "max":
        return pooled
    # The smallest number is the largest with its sign turned.
    called, _, read = pooled.rpartition("(")
    return f"-{called}(-{read}"


def _global_pool(line: KerasLine) -> str:
    (read,) = line.code.reads
    match cast("GlobalPool2d", line.code.layer).kind:
        case "average":
            return _call(line, "GlobalAveragePooling2D", "keepdims=True")
        case "max":
            return _call(line, "GlobalMaxPooling2D", "keepdims=True")
        case kind:
            return f"keras.ops.{kind}({read}, axis=(1, 2), keepdims=True)"


def _activation(line: KerasLine) -> str:
    layer = cast("Activation", line.code.layer)
    match layer.kind:
        case "relu":
            return _call(line, "ReLU")
        case "leaky_relu":
            return _call(line, "LeakyReLU", f"negative_slope={layer.slope!r}")
        case "softmax":
            return _call(line, "Softmax")
        case kind:
            function = "linear" if kind == "none" else kind
            return _call(line, "Activation", quoted(function))


def _scaled_tanh(line: KerasLine) -> str:
    layer = cast("ScaledTanh", line.code.layer)
    (read,) = line.code.reads
    return f"{layer.amplitude!r} * keras.ops.tanh({layer.steepness!r} * {read})"


def _batch_norm(line: KerasLine) -> str:
    layer = cast("BatchNorm", line.code.layer)
    settings = f"momentum={1 - layer.momentum!r}", f"epsilon={layer.epsilon!r}"
    return _call(line, "BatchNormalization", *settings)


def _dropout(line: KerasLine) -> str:
    return _call(line, "Dropout", repr(cast("Dropout", line.code.layer).rate))


def _flatten(line: KerasLine) -> str:
    """Return a flattening in the order of PyTorch: map after map."""
    called, _, read = _call(line, "Flatten").rpartition("(")
    return f"{called}(layers.Permute((3, 1, 2))({read})"


def _linear(line: KerasLine) -> str:
    layer = cast("Linear", line.code.layer)
    return _call(
        line, "Dense", f"{layer.units}", "" if layer.bias else "use_bias=False"
    )


def _concatenate(line: KerasLine) -> str:
    return f"keras.ops.concatenate([{', '.join(line.code.reads)}], axis=-1)"


KERAS_LAYERS: Final[Mapping[str, Callable[[KerasLine], str]]] = MappingProxyType(
    {
        Conv2d.key: _conv,
        Pool2d.key: _pool,
        GlobalPool2d.key: _global_pool,
        Activation.key: _activation,
        ScaledTanh.key: _scaled_tanh,
        BatchNorm.key: _batch_norm,
        Dropout.key: _dropout,
        Flatten.key: _flatten,
        Linear.key: _linear,
        Add.key: lambda line: " + ".join(line.code.reads),
        Concatenate.key: _concatenate,
    }
)
"""What writes a layer, by its kind; Keras has no other."""
