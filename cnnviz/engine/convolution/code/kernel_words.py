"""What a program calls the kernels' numbers, and how PyTorch's calls are put together."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cnnviz.engine.convolution.code.loop_rule import LoopRule
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.spec import Pair

if TYPE_CHECKING:
    from cnnviz.engine.convolution.operations import Convolution, TransposedConvolution


def kernel_word(kernels: Array) -> str:
    """Return what a program calls kernels: one plane, or several."""
    return "kernel" if kernels.shape[0] * kernels.shape[1] == 1 else "kernels"


def has_bias(bias_o: Array | None) -> bool:
    """Whether a bias changes anything."""
    return bias_o is not None and bool(bias_o.any())


def products_rule(
    *,
    plane: str,
    channels: int,
    kernel: str,
    taps: Sequence[str],
    first: str = "",
    bias: str = "",
) -> LoopRule:
    """Return the rule of a sum of products; ``taps`` index one of the kernel's planes."""
    return LoopRule(
        start="total = 0",
        update=f"total += {{}} * kernel{''.join(taps)}",
        plane=plane,
        finish=(f"total += {bias}",) if bias else (),
        channels=channels,
        kernel="" if kernel == "kernel" and channels == 1 else kernel,
        first=first,
        weighs=True,
    )


def grouped_rule(
    operation: "Convolution | TransposedConvolution", maps: str
) -> LoopRule:
    """Return the rule of a convolution in groups; ``maps`` as for ``loop_rule``."""
    spec, outputs, channels = (
        operation.spec,
        operation.outputs,
        len(operation.input_chw),
    )
    own, group_outputs = channels // spec.groups, outputs // spec.groups
    plane, first = _plane(channels, spec.groups, group_outputs)
    if operation.traits.spreads_input:  # torch's transposed kernels: C x O/groups
        offset = "out_channel" if spec.groups == 1 else f"out_channel % {group_outputs}"
        indices = [plane] * bool(plane) + [offset] * (group_outputs > 1)
    else:
        indices = ["out_channel"] * (outputs > 1) + ["channel"] * (own > 1)
    indexed = "".join(f"[{index}]" for index in indices)
    is_turned = operation.is_turned
    return products_rule(
        plane=f"picture[{plane}]" if plane else "picture",
        channels=own,
        kernel=f"kernels{indexed}" if indices else "kernel",
        taps=[tap(*each, is_turned) for each in zip("ij", spec.kernel, strict=True)],
        first=first,
        bias=bias_word(operation.bias_o, maps, outputs),
    )


def _plane(channels: int, groups: int, group_outputs: int) -> tuple[str, str]:
    """Return the index of the input channel, and that of its group's first one."""
    own = channels // groups
    if channels == 1:
        return "", ""
    if groups == 1:
        return "channel", ""
    group = "out_channel" if group_outputs == 1 else f"out_channel // {group_outputs}"
    if own == 1:
        return group, ""
    return "first + channel", f"{group} * {own}"


def tap(name: str, count: int, is_turned: bool) -> str:
    """Return the index of a kernel's cell, read from its end where it lies turned."""
    return f"[{count - 1} - {name}]" if is_turned and count > 1 else f"[{name}]"


def bias_word(bias_o: Array | None, maps: str, outputs: int) -> str:
    """Return the bias of an output channel as an expression; empty where it is 0."""
    if not has_bias(bias_o):
        return ""
    return f"bias[{maps}]" if outputs > 1 else "bias"


def call(name: str, *arguments: str) -> str:
    """Return a call of PyTorch's functions; empty arguments are left out."""
    return f"F.{name}({', '.join(argument for argument in arguments if argument)})"


def setting(name: str, value: Pair | int, neutral: int) -> str:
    """Return a named argument; empty where it changes nothing."""
    text = pair_text(value) if isinstance(value, tuple) else str(value)
    return f"{name}={text}" * (text != str(neutral))


def pair_text(pair: Pair) -> str:
    """Return a pair as PyTorch takes it: one number where both are the same."""
    return str(pair[0]) if pair[0] == pair[1] else str(pair)
