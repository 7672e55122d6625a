"""The output size, with the numbers put into the formula."""

from dataclasses import dataclass

from cnnviz.engine.convolution.operations import (
    Convolution,
    Operation,
    Pooling,
    SignalConvolution,
    TransposedConvolution,
)
from cnnviz.engine.convolution.shapes import output_size, padding_amounts
from cnnviz.engine.convolution.spec import ConvSpec, Pair
from cnnviz.engine.convolution.sweep import Sweep


@dataclass(frozen=True, slots=True)
class Formulas:
    """How large the output of an operation is, and why.

    Attributes
    ----------
    rows, columns
        The formula with the numbers put in; ``rows`` is empty in one dimension.
    general
        The formula in letters.
    letters
        Those that stand in it; ``w`` is a ``k`` that is a window without numbers.
    """

    rows: str
    columns: str
    general: str
    letters: str


def formulas_of(operation: Operation) -> Formulas:
    """Return the formulas of an operation's output size."""
    match operation:
        case Convolution():
            rows, columns = size_formulas(operation.spec, operation.input_hw)
            before, after = _signs(operation.sweep)
            general = f"⌊(n + {before}{after} − d·(k−1) − 1) / s⌋ + 1"
            return Formulas(rows, columns, general, "nkpds")
        case TransposedConvolution():
            rows, columns = (_transposed(operation, axis) for axis in (0, 1))
            general = "(n−1)·s − 2·p + d·(k−1) + o + 1"
            return Formulas(rows, columns, general, "nkpdso")
        case Pooling():
            rows, columns = (_plain(operation.sweep, axis) for axis in (0, 1))
            return Formulas(rows, columns, "⌊(n + 2·p − k) / s⌋ + 1", "nwps")
        case SignalConvolution():
            before, after = _signs(operation.sweep)
            columns = _plain(operation.sweep, 1)
            general = f"⌊(n + {before}{after} − k) / s⌋ + 1"
            return Formulas("", columns, general, "nkps")


def size_formulas(spec: ConvSpec, input_hw: Pair) -> tuple[str, str]:
    """Return the formula of the rows and that of the columns, their numbers put in.

    Examples
    --------
    >>> size_formulas(ConvSpec(kernel=(3, 3)), (28, 28))[0]
    '⌊(28 + 2·0 − 1·(3−1) − 1) / 1⌋ + 1 = 26'
    """
    amounts = padding_amounts(spec, input_hw)
    sides = ((amounts.top, amounts.bottom), (amounts.left, amounts.right))
    outputs = output_size(spec, input_hw)
    rows, columns = (
        _formula(spec, axis, input_hw[axis], sides[axis], outputs[axis])
        for axis in (0, 1)
    )
    return rows, columns


def _formula(spec: ConvSpec, axis: int, size: int, padding: Pair, output: int) -> str:
    kernel, stride, dilation = spec.kernel[axis], spec.stride[axis], spec.dilation[axis]
    return (
        f"⌊({size} + {_added(*padding)} − {dilation}·({kernel}−1) − 1) / {stride}⌋ "
        f"+ 1 = {output}"
    )


def _transposed(operation: TransposedConvolution, axis: int) -> str:
    spec, size = operation.spec, operation.input_hw[axis]
    return (
        f"({size}−1)·{spec.stride[axis]} − 2·{spec.padding[axis]} + "
        f"{spec.dilation[axis]}·({spec.kernel[axis]}−1) + {spec.output_padding[axis]} "
        f"+ 1 = {operation.sweep.output_hw[axis]}"
    )


def _plain(sweep: Sweep, axis: int) -> str:
    """Return the formula of a window without dilation."""
    before, after = ((sweep.top, sweep.bottom), (sweep.left, sweep.right))[axis]
    return (
        f"⌊({sweep.grid_hw[axis]} + {_added(before, after)} − {sweep.kernel[axis]}) / "
        f"{sweep.stride[axis]}⌋ + 1 = {sweep.output_hw[axis]}"
    )


def _added(before: int, after: int) -> str:
    return f"2·{before}" if before == after else f"{before} + {after}"


def _signs(sweep: Sweep) -> tuple[str, str]:
    """Return how the padding stands in a formula: twice the same, or two amounts."""
    if sweep.top == sweep.bottom and sweep.left == sweep.right:
        return "2·", "p"
    return "p₁", " + p₂"
