"""The numbers that the loops of a program need, as assignments."""

import numpy as np

from cnnviz.engine.convolution.code.literals import cells, nested, number, row_cells
from cnnviz.engine.convolution.code.loops import Loops
from cnnviz.engine.convolution.code.torch_line import has_bias, kernel_word
from cnnviz.engine.convolution.operations import (
    Convolution,
    Operation,
    SignalConvolution,
    TransposedConvolution,
)
from cnnviz.engine.convolution.walk import Walk

Data = list[tuple[str, str]]
"""Names and what stands for their values, in order."""


def whole_data(walk: Walk, loops: Loops) -> Data:
    """Return the whole picture, the kernels, and an output full of zeros."""
    operation = walk.operation
    if isinstance(operation, SignalConvolution):
        picture = ("signal", nested(np.asarray(operation.signal_n)))
    else:
        planes = operation.input_chw
        picture = ("picture", nested(planes if len(planes) > 1 else planes[0]))
    return [picture, *_kernels(operation), ("output", _zeros(walk, loops))]


def cell_data(walk: Walk, loops: Loops) -> Data:
    """Return the picture's cells that the window reads, and the kernels."""
    operation = walk.operation
    rows, columns = (sorted(set(kept)) for kept in read_cells(walk))
    if isinstance(operation, SignalConvolution):
        picture = ("signal", row_cells(np.asarray(operation.signal_n), columns))
    else:
        planes = [cells(plane, rows, columns) for plane in operation.input_chw]
        listed = ",\n".join(planes)
        picture = ("picture", planes[0] if len(planes) == 1 else f"[\n{listed},\n]")
    empty = "{}" if len(loops.axes) == 1 else f"{{{walk.cell[0]}: {{}}}}"
    if loops.maps_word:
        maps = walk.operation.outputs
        empty = f"[{empty} for {loops.maps_word} in range({maps})]"
    return [picture, *_kernels(operation), ("output", empty)]


def read_cells(walk: Walk) -> tuple[list[int], list[int]]:
    """Return the rows and the columns of the picture that the window reads, in order."""
    rows, columns = (
        [cell for cell in walk.sweep.sources(axis, walk.cell[axis]) if cell >= 0]
        for axis in (0, 1)
    )
    return rows, columns


def _kernels(operation: Operation) -> Data:
    match operation:
        case SignalConvolution():
            return [
                ("kernel", nested(np.asarray(operation.kernel_k))),
                *[("bias", number(operation.bias))] * has_bias(operation),
            ]
        case Convolution():
            kernels = operation.kernels_oikk
        case TransposedConvolution():
            kernels = operation.kernels_iokk
        case _:
            return []
    # The loops have no index where there is but one.
    first, second, *size = kernels.shape
    shape = [count for count in (first, second) if count > 1]
    data = [(kernel_word(operation), nested(kernels.reshape(*shape, *size)))]
    if operation.bias_o is not None and has_bias(operation):
        bias = np.asarray(operation.bias_o, np.float32)
        text = nested(bias) if len(bias) > 1 else number(bias[0])
        data.append(("bias", text))
    return data


def _zeros(walk: Walk, loops: Loops) -> str:
    height, width = walk.output_hw
    if len(loops.axes) == 1:
        zeros = f"[0] * {width}"
    else:
        zeros = f"[[0] * {width} for row in range({height})]"
    if not loops.maps_word:
        return zeros
    inner = zeros if zeros.endswith("]") else f"({zeros})"
    return f"[{inner} for {loops.maps_word} in range({walk.operation.outputs})]"
