"""The output size, with the numbers put into the formula."""

from cnnviz.convolution.shapes import output_size, padding_amounts
from cnnviz.convolution.spec import ConvSpec, Pair


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
    before, after = padding
    added = f"2·{before}" if before == after else f"{before} + {after}"
    kernel, stride, dilation = spec.kernel[axis], spec.stride[axis], spec.dilation[axis]
    return (
        f"⌊({size} + {added} − {dilation}·({kernel}−1) − 1) / {stride}⌋ + 1 = {output}"
    )
