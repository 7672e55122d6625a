"""What the loops read at each of their places, as expressions."""

from dataclasses import dataclass
from typing import Final

from cnnviz.engine.convolution.operations import (
    Convolution,
    Pooling,
    SignalConvolution,
    TransposedConvolution,
)

_RESULTS: Final = {
    "max": ("largest", "-inf", "largest = max(largest, {})"),
    "min": ("smallest", "inf", "smallest = min(smallest, {})"),
    "average": ("total", "0", "total += {}"),
    "sum": ("total", "0", "total += {}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Operands:
    """What is multiplied, and what is added after.

    Attributes
    ----------
    channels
        How many input channels one sum takes in.
    plane
        The input channel, as an expression.
    kernel
        The kernel's numbers for it; ``kernel`` where there are no others.
    taps
        The indices of one of them.
    first
        The first channel of the group; empty where no name is needed for it.
    bias
        What is added; empty if nothing is.
    """

    channels: int
    plane: str
    kernel: str
    taps: tuple[str, ...]
    first: str = ""
    bias: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolRule:
    """How a window becomes one number.

    Attributes
    ----------
    word, start, update
        Its name, the line that it begins with, and the line that takes in one cell.
    plane
        The channel, as an expression.
    divisor
        What the sum is divided by; empty if nothing.
    counts
        Whether the cells inside the picture are counted.
    """

    word: str
    start: str
    update: str
    plane: str
    divisor: str = ""
    counts: bool = False


def pool_rule(pooling: Pooling, maps: str) -> PoolRule:
    """Return the rule of a pooling; ``maps`` is the name of its loop over channels."""
    spec = pooling.spec
    word, start, update = _RESULTS[spec.kind]
    counts = (
        spec.kind == "average" and not spec.counts_padding and max(spec.padding) > 0
    )
    cells = spec.size[0] * spec.size[1]
    divisor = "count" if counts else str(cells) if spec.kind == "average" else ""
    return PoolRule(
        word=word,
        start="total, count = 0, 0" if counts else f"{word} = {start}",
        update=update,
        plane=f"picture[{maps}]" if pooling.outputs > 1 else "picture",
        divisor=divisor,
        counts=counts,
    )


def sum_operands(
    operation: Convolution | TransposedConvolution | SignalConvolution, maps: str
) -> Operands:
    """Return what a sum is made of; ``maps`` names the loop over output channels."""
    if isinstance(operation, SignalConvolution):
        taps = len(operation.kernel_k)
        return Operands(
            channels=1,
            plane="signal",
            kernel="kernel",
            taps=(_tap("j", taps, operation.spec.flip),),
            bias="bias" if operation.bias else "",
        )
    groups, channels = operation.spec.groups, len(operation.input_chw)
    own, outputs = channels // groups, operation.outputs
    plane, first = _plane(channels, groups, outputs // groups)
    transposed = isinstance(operation, TransposedConvolution)
    # On the stretched picture the kernel lies turned, unless it was turned before.
    turned = operation.spec.flip != transposed
    bias = operation.bias_o
    added = bias is not None and bool(bias.any())
    return Operands(
        channels=own,
        plane=f"picture[{plane}]" if plane else "picture",
        kernel=_transposed_kernel(plane, outputs // groups, groups)
        if isinstance(operation, TransposedConvolution)
        else _kernel(outputs, own),
        taps=tuple(
            _tap(name, count, turned)
            for name, count in zip("ij", operation.spec.kernel, strict=True)
        ),
        first=first,
        bias=(f"bias[{maps}]" if outputs > 1 else "bias") if added else "",
    )


def _tap(name: str, count: int, turned: bool) -> str:
    return f"[{count - 1} - {name}]" if turned and count > 1 else f"[{name}]"


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


def _kernel(outputs: int, own: int) -> str:
    """Return the expression for one plane of ``O x I x kh x kw`` numbers."""
    indices = (["out_channel"] if outputs > 1 else []) + (["channel"] * (own > 1))
    return _indexed(indices)


def _transposed_kernel(plane: str, group_outputs: int, groups: int) -> str:
    """Return the expression for one plane of ``C x O/groups x kh x kw`` numbers."""
    offset = "out_channel" if groups == 1 else f"out_channel % {group_outputs}"
    return _indexed(
        ([plane] if plane else []) + ([offset] if group_outputs > 1 else [])
    )


def _indexed(indices: list[str]) -> str:
    if not indices:
        return "kernel"
    return "kernels" + "".join(f"[{index}]" for index in indices)
