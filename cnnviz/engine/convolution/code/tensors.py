"""The part of a program in which PyTorch computes the same numbers."""

from math import floor, log10
from typing import Final

import numpy as np

from cnnviz.engine.convolution.code.data import read_cells
from cnnviz.engine.convolution.code.loops import Loops
from cnnviz.engine.convolution.code.torch_line import (
    activated,
    has_bias,
    kernel_word,
    pooled,
    torch_line,
)
from cnnviz.engine.convolution.operations import (
    Convolution,
    Operation,
    Pooling,
    SignalConvolution,
    TransposedConvolution,
)
from cnnviz.engine.convolution.pool_stepping import PoolStep
from cnnviz.engine.convolution.stepping import Step
from cnnviz.engine.convolution.walk import Walk

_DOUBLE: Final = "dtype=torch.float64"


def tensor_lines(walk: Walk, loops: Loops, *, whole: bool, window: str) -> list[str]:
    """Return lines that make tensors, compute, print, and compare.

    Parameters
    ----------
    walk, loops
        The operation, and its loops.
    whole
        Whether the program holds the whole picture, or the window's cells only.
    window
        The comment that tells the latter; ``{line}`` is the line for the whole.
    """
    operation, channel = walk.operation, walk.output_channel
    line = torch_line(operation, walk.activation)
    flat = len(loops.axes) == 1
    lines = []
    if whole:
        lines += [f"ours = torch.tensor(output, {_DOUBLE})"]
        lines += _whole_tensors(operation)
        lines += [line]
        cell = ", ".join(map(str, (0, channel, *walk.cell[-len(loops.axes) :])))
        lines += [f'print("PyTorch:", output[{cell}].item())']
        compared = "output, ours.reshape(output.shape)"
    else:
        maps = f"[{channel}]" if loops.maps_word else ""
        place = "".join(f"[{index}]" for index in walk.cell[-len(loops.axes) :])
        lines += [f"ours = torch.tensor(output{maps}{place}, {_DOUBLE})"]
        lines += _window_tensors(walk)
        lines += [f"# {window.replace('{line}', line)}"]
        lines += [f"output = {activated(_on_window(walk), walk.activation)}"]
        last = "0" if flat else "0, 0"
        one = f"output[0, {channel}, {last}]"
        lines += [f'print("PyTorch:", {one}.item())']
        compared = f"{one}, ours"
    near = f"rtol=1e-06, atol={_tolerance(walk, whole):.0e}"
    return [*lines, f"assert torch.allclose({compared}, {near})"]


def _tensor(name: str, shape: tuple[int, ...], made_of: str = "") -> str:
    sizes = ", ".join(map(str, shape))
    return f"{name} = torch.tensor({made_of or name}, {_DOUBLE}).reshape({sizes})"


def _whole_tensors(operation: Operation) -> list[str]:
    if isinstance(operation, SignalConvolution):
        signal = _tensor("signal", (1, 1, len(operation.signal_n)))
        return [signal, *_kernel_tensors(operation)]
    picture = _tensor("picture", (1, *operation.input_chw.shape))
    return [picture, *_kernel_tensors(operation)]


def _kernel_tensors(operation: Operation) -> list[str]:
    match operation:
        case Pooling():
            return []
        case SignalConvolution():
            lines = [_tensor("kernel", (1, 1, len(operation.kernel_k)))]
        case Convolution():
            lines = [_tensor(kernel_word(operation), operation.kernels_oikk.shape)]
        case TransposedConvolution():
            lines = [_tensor(kernel_word(operation), operation.kernels_iokk.shape)]
    if has_bias(operation):
        lines.append(_tensor("bias", (operation.outputs,)))
    return lines


def _window_tensors(walk: Walk) -> list[str]:
    """Return lines that gather the window; cells that hold 0 have no place of their own."""
    operation, sweep = walk.operation, walk.sweep
    rows, columns = (sweep.sources(axis, walk.cell[axis]) for axis in (0, 1))
    if isinstance(operation, Pooling):
        rows, columns = read_cells(walk)  # a cell in the padding never wins
    if isinstance(operation, SignalConvolution):
        size = len(operation.kernel_k)
        return [
            f"columns = {columns}",
            "window = [signal.get(x, 0) for x in columns]",
            _tensor("window", (1, 1, size)),
            *_kernel_tensors(operation),
        ]
    channels = len(operation.input_chw)
    planes = "picture" if channels > 1 else "[picture]"
    return [
        f"rows, columns = {rows}, {columns}",
        "window = [",
        "    [[plane.get(y, {}).get(x, 0) for x in columns] for y in rows]",
        f"    for plane in {planes}",
        "]",
        _tensor("window", (1, channels, len(rows), len(columns))),
        *_kernel_tensors(operation),
    ]


def _on_window(walk: Walk) -> str:
    """Return the call that makes the walk's number of the window alone."""
    operation = walk.operation
    match operation:
        case Pooling():
            step = walk.step
            assert isinstance(step, PoolStep)
            rows, columns = read_cells(walk)
            divisor = step.divisor if operation.spec.kind == "average" else None
            size = f"({len(rows)}, {len(columns)})"
            return pooled("window", operation.spec, size, divisor)
        case SignalConvolution():
            flip = ".flip(-1)" if operation.spec.flip else ""
            bias = ", bias" * has_bias(operation)
            return f"F.conv1d(window, kernel{flip}{bias})"
        case Convolution():
            flip = ".flip(-2, -1)" if operation.spec.flip else ""
            kernels = kernel_word(operation) + flip
        case TransposedConvolution():
            kernels = _laid_on_window(operation)
    parts = ["window", kernels] + ["bias"] * has_bias(operation)
    parts += [f"groups={operation.spec.groups}"] * (operation.spec.groups > 1)
    return f"F.conv2d({', '.join(parts)})"


def _laid_on_window(operation: TransposedConvolution) -> str:
    """Return the kernels of the ordinary convolution over the stretched picture."""
    channels, offset, height, width = operation.kernels_iokk.shape
    groups, word = operation.spec.groups, kernel_word(operation)
    if groups == 1:
        made = f"{word}.transpose(0, 1)"
    else:
        own = channels // groups
        made = (
            f"{word}.reshape({groups}, {own}, {offset}, {height}, {width})"
            f".transpose(1, 2).reshape({groups * offset}, {own}, {height}, {width})"
        )
    return made if operation.spec.flip else f"{made}.flip(-2, -1)"


def _tolerance(walk: Walk, whole: bool) -> float:
    """Return how far two orders of adding may lead apart: a power of ten."""
    operation, step = walk.operation, walk.step
    weights = np.ones(walk.sweep.kernel)
    match operation:
        case SignalConvolution():
            picture, weights = operation.signal_n, np.asarray(operation.kernel_k)
        case Convolution():
            picture, weights = operation.input_chw, np.asarray(operation.kernels_oikk)
        case TransposedConvolution():
            picture, weights = operation.input_chw, np.asarray(operation.kernels_iokk)
        case Pooling():
            picture = operation.input_chw
    if not whole and isinstance(step, Step):
        picture = step.window_chw  # to look through a large picture takes too long
    elif not whole and isinstance(step, PoolStep):
        picture, _ = step.first_cells(step.cells)
    largest = max(abs(float(picture.max())), abs(float(picture.min())))
    size = largest * float(np.abs(weights.astype(np.float64)).sum())
    return float(10.0 ** floor(log10(1 + size) - 10))
