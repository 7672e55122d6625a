"""The size of the output, with the numbers put into the formula."""

from cnnviz.convolution.operations import (
    Operation,
    SignalConvolution,
    TransposedConvolution,
)
from cnnviz.films.words import FilmWords


def size_formula(operation: Operation, words: FilmWords) -> str:
    """Return the formula of the output's rows and columns, once where both are equal.

    Examples
    --------
    >>> import numpy as np
    >>> from cnnviz.convolution.operations import Convolution
    >>> from cnnviz.convolution.spec import ConvSpec
    >>> spec = ConvSpec(kernel=(3, 3), stride=(2, 2), padding=(1, 1))
    >>> same = Convolution(np.zeros((1, 6, 6)), np.ones((1, 1, 3, 3)), spec)
    >>> size_formula(same, FilmWords())
    '⌊(6 + 2·1 − 3) / 2⌋ + 1 = 3'
    """
    if isinstance(operation, SignalConvolution):
        return _along(operation, 1)
    rows, columns = _along(operation, 0), _along(operation, 1)
    if rows == columns:
        return rows
    return f"{words.rows}: {rows}      {words.columns}: {columns}"


def _along(operation: Operation, axis: int) -> str:
    sweep, output = operation.sweep, operation.sweep.output_hw[axis]
    if isinstance(operation, TransposedConvolution):
        spec, size = operation.spec, operation.input_hw[axis]
        return (
            f"{spec.stride[axis]}·({size} − 1) + "
            f"{_span(spec.dilation[axis], spec.kernel[axis])} − "
            f"2·{spec.padding[axis]} + {spec.output_padding[axis]} = {output}"
        )
    before, after = ((sweep.top, sweep.bottom), (sweep.left, sweep.right))[axis]
    added = f"2·{before}" if before == after else f"{before} + {after}"
    span = _span(sweep.dilation[axis], sweep.kernel[axis])
    return (
        f"⌊({sweep.grid_hw[axis]} + {added} − {span}) / {sweep.stride[axis]}⌋ + 1 "
        f"= {output}"
    )


def _span(dilation: int, kernel: int) -> str:
    """Return what a kernel spans: its size, or the formula when it is spread out."""
    return str(kernel) if dilation == 1 else f"({dilation}·({kernel} − 1) + 1)"
