"""Each kind of layer as a line of PyTorch."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import prod
from types import MappingProxyType
from typing import Final, cast

from cnnviz.engine.convolution.shapes import Amounts, padding_amounts
from cnnviz.engine.networks.files.code_lines import CodeLine, size
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
    LocalResponseNorm,
    Pool2d,
    RadialBasis,
    ScaledTanh,
    Subsampling,
)

_PADS: Final = {
    "zeros": "ZeroPad2d",
    "reflect": "ReflectionPad2d",
    "replicate": "ReplicationPad2d",
    "circular": "CircularPad2d",
}
_NONE: Final = Amounts(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class TorchLayer:
    """One layer in a program.

    Attributes
    ----------
    result
        Its output, as an expression.
    modules
        What has to be made for it, by its attribute.
    helper
        A class of `HELPERS` that it needs.
    """

    result: str
    modules: Mapping[str, str] = field(default_factory=dict)
    helper: str = ""


def _module(
    line: CodeLine, made: str, *, pad: str = "", helper: str = ""
) -> TorchLayer:
    """Return a layer that is a module, with another before it that pads."""
    (read,) = line.reads
    if pad:
        read = f"self.{line.pad}({read})"
    padding = {line.pad: pad} if pad else {}
    return TorchLayer(f"self.{line.name}({read})", {**padding, line.name: made}, helper)


def _options(**settings: tuple[object, object]) -> str:
    """Return the settings that are not as usual, each with the usual one beside it."""
    return "".join(
        f", {name}={value}"
        for name, (value, usual) in settings.items()
        if value != usual
    )


def _sides(amounts: Amounts) -> str:
    """Return what is added, in the order of torch: left, right, top, bottom."""
    return str((amounts.left, amounts.right, amounts.top, amounts.bottom))


def _conv(line: CodeLine) -> TorchLayer:
    layer = cast("Conv2d", line.layer)
    channels, *hw = line.inputs[0]
    amounts = padding_amounts(layer.spec, (hw[0], hw[1]))
    is_partial = layer.connections_table is not None
    is_even = amounts.top == amounts.bottom and amounts.left == amounts.right
    is_own = is_even and not is_partial
    pad = f"nn.{_PADS[layer.padding_mode]}({_sides(amounts)})"
    moves = _options(
        stride=(size(layer.stride), "1"), dilation=(size(layer.dilation), "1")
    )
    bias = _options(bias=(layer.bias, True))
    if is_partial:
        made = f"PartialConv2d({channels}, {table_name(line)}, {layer.kernel}{moves}{bias})"
    else:
        own = (amounts.top, amounts.left) if is_own else (0, 0)
        mode = layer.padding_mode if own != (0, 0) else "zeros"
        more = _options(
            padding=(size(own), "0"),
            padding_mode=(repr(mode), repr("zeros")),
            groups=(layer.groups, 1),
        )
        kernel = f"kernel_size={size(layer.kernel)}"
        made = f"nn.Conv2d({channels}, {layer.channels}, {kernel}{moves}{more}{bias})"
    return _module(
        line,
        made,
        pad="" if is_own or amounts == _NONE else pad,
        helper="PartialConv2d" if is_partial else "",
    )


def table_name(line: CodeLine) -> str:
    """Return what the table of connections of a layer is called."""
    return f"{line.name.upper()}_TABLE"


_POOLS: Final = {
    "max": "nn.MaxPool2d",
    "min": "MinPool2d",
    "average": "nn.AvgPool2d",
    "sum": "nn.AvgPool2d",
}


def _pool(line: CodeLine) -> TorchLayer:
    layer = cast("Pool2d", line.layer)
    rows, columns = layer.axes(*line.inputs[0][1:])
    amounts = Amounts(rows.before, rows.after, columns.before, columns.after)
    is_same = layer.padding == "same"
    if is_same and layer.kind == "average" and amounts != _NONE:
        sizes = f"{layer.kernel}, {layer.stride}, {_sides(amounts)}"
        return _module(line, f"MeanPool2d({sizes})", helper="MeanPool2d")
    pad = ""
    if is_same and amounts != _NONE:
        cell = {"max": '-float("inf")', "min": 'float("inf")'}.get(layer.kind, "0.0")
        pad = f"nn.ConstantPad2d({_sides(amounts)}, {cell})"
    padding = (0, 0) if layer.padding == "same" else layer.padding
    is_mean = layer.kind == "average"
    options = _options(
        stride=(size(layer.stride), size(layer.kernel)),
        padding=(size(padding), "0"),
        ceil_mode=(layer.ceil_mode and not is_same, False),
        count_include_pad=(layer.counts_padding or not is_mean or is_same, True),
        divisor_override=(1 if layer.kind == "sum" else None, None),
    )
    name = _POOLS[layer.kind]
    made = f"{name}({size(layer.kernel)}{options})"
    return _module(line, made, pad=pad, helper="" if "." in name else name)


def _global_pool(line: CodeLine) -> TorchLayer:
    (read,) = line.reads
    match cast("GlobalPool2d", line.layer).kind:
        case "average":
            return _module(line, "nn.AdaptiveAvgPool2d(1)")
        case "max":
            return _module(line, "nn.AdaptiveMaxPool2d(1)")
        case kind:
            function = {"sum": "sum", "min": "amin"}[kind]
            return TorchLayer(f"{read}.{function}((2, 3), keepdim=True)")


def _subsampling(line: CodeLine) -> TorchLayer:
    layer = cast("Subsampling", line.layer)
    divisor = prod(layer.kernel) if layer.kind == "average" else 1
    more = _options(divisor=(divisor, 1))
    sizes = f"{line.inputs[0][0]}, {size(layer.kernel)}, {size(layer.stride)}"
    return _module(line, f"Subsampling({sizes}{more})", helper="Subsampling")


def _activation(line: CodeLine) -> TorchLayer:
    layer = cast("Activation", line.layer)
    made = {
        "none": "nn.Identity()",
        "relu": "nn.ReLU()",
        "leaky_relu": f"nn.LeakyReLU({layer.slope!r})",
        "sigmoid": "nn.Sigmoid()",
        "tanh": "nn.Tanh()",
        "softmax": "nn.Softmax(dim=1)",
    }
    return _module(line, made[layer.kind])


def _scaled_tanh(line: CodeLine) -> TorchLayer:
    layer = cast("ScaledTanh", line.layer)
    (read,) = line.reads
    return TorchLayer(f"{layer.amplitude!r} * torch.tanh({layer.steepness!r} * {read})")


def _batch_norm(line: CodeLine) -> TorchLayer:
    layer = cast("BatchNorm", line.layer)
    axes = "2d" if len(line.output) == 3 else "1d"
    more = _options(eps=(layer.epsilon, 1e-5), momentum=(layer.momentum, 0.1))
    return _module(line, f"nn.BatchNorm{axes}({line.output[0]}{more})")


def _local_response_norm(line: CodeLine) -> TorchLayer:
    layer = cast("LocalResponseNorm", line.layer)
    more = f"alpha={layer.alpha!r}, beta={layer.beta!r}, k={layer.k!r}"
    return _module(line, f"nn.LocalResponseNorm({layer.size}, {more})")


def _linear(line: CodeLine) -> TorchLayer:
    layer = cast("Linear", line.layer)
    bias = _options(bias=(layer.bias, True))
    return _module(line, f"nn.Linear({line.inputs[0][0]}, {layer.units}{bias})")


def _radial_basis(line: CodeLine) -> TorchLayer:
    numbers = f"{line.inputs[0][0]}, {line.output[0]}"
    return _module(line, f"RadialBasis({numbers})", helper="RadialBasis")


def _dropout(line: CodeLine) -> TorchLayer:
    return _module(line, f"nn.Dropout({cast('Dropout', line.layer).rate!r})")


TORCH_LAYERS: Final[Mapping[str, Callable[[CodeLine], TorchLayer]]] = MappingProxyType(
    {
        Conv2d.key: _conv,
        Pool2d.key: _pool,
        GlobalPool2d.key: _global_pool,
        Subsampling.key: _subsampling,
        Activation.key: _activation,
        ScaledTanh.key: _scaled_tanh,
        BatchNorm.key: _batch_norm,
        LocalResponseNorm.key: _local_response_norm,
        Dropout.key: _dropout,
        Flatten.key: lambda line: _module(line, "nn.Flatten()"),
        Linear.key: _linear,
        RadialBasis.key: _radial_basis,
        Add.key: lambda line: TorchLayer(" + ".join(line.reads)),
        Concatenate.key: lambda line: TorchLayer(
            f"torch.cat([{', '.join(line.reads)}], dim=1)"
        ),
    }
)
"""What writes a layer, by its kind."""
