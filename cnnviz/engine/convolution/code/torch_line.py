"""The one line of PyTorch that does what the loops do."""

from cnnviz.engine.convolution.activations import ActivationSpec
from cnnviz.engine.convolution.operations import (
    Convolution,
    Operation,
    Pooling,
    SignalConvolution,
    TransposedConvolution,
)
from cnnviz.engine.convolution.pooling import PoolSpec
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.sweep import Sweep


def torch_line(operation: Operation, activation: ActivationSpec) -> str:
    """Return the line, for tensors that are named as in the loops.

    ``F`` is ``torch.nn.functional``.

    Examples
    --------
    >>> import numpy as np
    >>> from cnnviz.engine.convolution.spec import ConvSpec
    >>> spec = ConvSpec(kernel=(2, 2), stride=(2, 2), padding=(0, 1, 0, 0))
    >>> convolution = Convolution(np.ones((1, 3, 4)), np.ones((1, 1, 2, 2)), spec)
    >>> print(torch_line(convolution, ActivationSpec(kind="relu")))
    output = torch.relu(F.conv2d(F.pad(picture, (0, 0, 0, 1)), kernel, stride=2))
    """
    match operation:
        case Convolution():
            made = _convolution(operation)
        case TransposedConvolution():
            made = _transposed(operation)
        case Pooling():
            made = _pooling(operation)
        case SignalConvolution():
            made = _signal(operation)
    return f"output = {activated(made, activation)}"


def activated(made: str, activation: ActivationSpec) -> str:
    """Return an expression with its activation."""
    match activation.kind:
        case "none":
            return made
        case "leaky_relu":
            return f"F.leaky_relu({made}, {float(activation.slope)!r})"
        case "softmax":
            return f"torch.softmax({made}, dim=1)"
        case kind:
            return f"torch.{kind}({made})"


def kernel_word(operation: Convolution | TransposedConvolution) -> str:
    """Return what the loops call the kernels' numbers."""
    return "kernel" if _planes(operation) == 1 else "kernels"


def has_bias(
    operation: Convolution | TransposedConvolution | SignalConvolution,
) -> bool:
    """Whether a bias changes anything."""
    return operation.bias_o is not None and bool(operation.bias_o.any())


def pooled(picture: str, spec: PoolSpec, settings: str, divisor: int | None) -> str:
    """Return the call that pools; ``divisor`` stands for that of the mean."""
    if spec.kind == "max":
        return f"F.max_pool2d({picture}, {settings})"
    if spec.kind == "min":
        return f"-F.max_pool2d(-{picture}, {settings})"
    if spec.kind == "sum":
        divisor = 1
    if divisor is not None:
        settings += f", divisor_override={divisor}"
    return f"F.avg_pool2d({picture}, {settings})"


def _convolution(operation: Convolution) -> str:
    spec, sweep = operation.spec, operation.sweep
    picture, padding = _padded("picture", sweep)
    parts = [picture, kernel_word(operation) + (".flip(-2, -1)" if spec.flip else "")]
    parts += ["bias"] * has_bias(operation)
    parts += _set("stride", spec.stride, 1)
    parts += padding
    parts += _set("dilation", spec.dilation, 1)
    parts += [f"groups={spec.groups}"] * (spec.groups > 1)
    return f"F.conv2d({', '.join(parts)})"


def _transposed(operation: TransposedConvolution) -> str:
    spec = operation.spec
    word = kernel_word(operation) + (".flip(-2, -1)" if spec.flip else "")
    parts = ["picture", word]
    parts += ["bias"] * has_bias(operation)
    parts += _set("stride", spec.stride, 1)
    parts += _set("padding", spec.padding, 0)
    parts += _set("output_padding", spec.output_padding, 0)
    parts += [f"groups={spec.groups}"] * (spec.groups > 1)
    parts += _set("dilation", spec.dilation, 1)
    return f"F.conv_transpose2d({', '.join(parts)})"


def _pooling(operation: Pooling) -> str:
    spec = operation.spec
    parts = [_pair(spec.size)]
    parts += [f"stride={_pair(spec.steps)}"] * (spec.steps != spec.size)
    parts += _set("padding", spec.padding, 0)
    if spec.kind == "average" and not spec.counts_padding and max(spec.padding):
        parts.append("count_include_pad=False")
    return pooled("picture", spec, ", ".join(parts), None)


def _signal(operation: SignalConvolution) -> str:
    sweep, spec = operation.sweep, operation.spec
    signal, parts = "signal", ["bias"] * has_bias(operation)
    parts += [f"stride={spec.stride}"] * (spec.stride > 1)
    if sweep.left != sweep.right:
        signal = f"F.pad(signal, ({sweep.left}, {sweep.right}))"
    elif sweep.left:
        parts.append(f"padding={sweep.left}")
    kernel = "kernel.flip(-1)" if spec.flip else "kernel"
    return f"F.conv1d({', '.join([signal, kernel, *parts])})"


def _padded(picture: str, sweep: Sweep) -> tuple[str, list[str]]:
    """Return the picture with the padding that ``conv2d`` cannot add, and what it can."""
    sides = (sweep.left, sweep.right, sweep.top, sweep.bottom)
    if not any(sides):
        return picture, []
    if sweep.mode != "zeros":
        return f'F.pad({picture}, {sides}, mode="{sweep.mode}")', []
    if sweep.top == sweep.bottom and sweep.left == sweep.right:
        return picture, _set("padding", (sweep.top, sweep.left), 0)
    return f"F.pad({picture}, {sides})", []


def _set(name: str, pair: Pair, neutral: int) -> list[str]:
    return [] if pair == (neutral, neutral) else [f"{name}={_pair(pair)}"]


def _pair(pair: Pair) -> str:
    return str(pair[0]) if pair[0] == pair[1] else str(pair)


def _planes(operation: Convolution | TransposedConvolution) -> int:
    kernels = (
        operation.kernels_oikk
        if isinstance(operation, Convolution)
        else operation.kernels_iokk
    )
    return int(kernels.shape[0] * kernels.shape[1])
