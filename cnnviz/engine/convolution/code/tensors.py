"""The part of a program in which PyTorch computes the same numbers."""

from math import floor, log10
from typing import Final

import numpy as np

from cnnviz.engine.convolution.code.data import read_cells
from cnnviz.engine.convolution.code.loops import Loops
from cnnviz.engine.convolution.code.torch_line import activated, torch_line
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
    lines = []
    if whole:
        lines += [f"ours = torch.tensor(output, {_DOUBLE})"]
        batch = (1, *operation.input_chw.shape[int(loops.is_flat) :])
        lines += [_tensor(loops.picture_word, batch), *_weight_tensors(walk)]
        lines += [line]
        cell = ", ".join(map(str, (0, channel, *walk.cell[-len(loops.axes) :])))
        lines += [f'print("PyTorch:", output[{cell}].item())']
        compared = "output, ours.reshape(output.shape)"
    else:
        lines += [f"ours = torch.tensor({loops.output_cell(walk)}, {_DOUBLE})"]
        lines += _window_tensors(walk, loops)
        lines += [f"# {window.replace('{line}', line)}"]
        rows, columns = _read_cells(walk)
        call = operation.torch_on_window((len(rows), len(columns)))
        lines += [f"output = {activated(call, walk.activation)}"]
        last = "0" if loops.is_flat else "0, 0"
        one = f"output[0, {channel}, {last}]"
        lines += [f'print("PyTorch:", {one}.item())']
        compared = f"{one}, ours"
    near = f"rtol=1e-06, atol={_tolerance(walk, whole):.0e}"
    return [*lines, f"assert torch.allclose({compared}, {near})"]


def _tensor(name: str, shape: tuple[int, ...]) -> str:
    sizes = ", ".join(map(str, shape))
    return f"{name} = torch.tensor({name}, {_DOUBLE}).reshape({sizes})"


def _weight_tensors(walk: Walk) -> list[str]:
    return [_tensor(name, array.shape) for name, array in walk.operation.weights()]


def _read_cells(walk: Walk) -> tuple[list[int], list[int]]:
    """Return the rows and columns that the window reads; -1 stands for a 0."""
    if walk.operation.traits.leaves_out_padding:
        return read_cells(walk)
    rows, columns = (walk.geometry.sources(axis, walk.cell[axis]) for axis in (0, 1))
    return rows.tolist(), columns.tolist()


def _window_tensors(walk: Walk, loops: Loops) -> list[str]:
    """Return lines that gather the window; cells that hold 0 have no place of their own."""
    rows, columns = _read_cells(walk)
    if loops.is_flat:
        return [
            f"columns = {columns}",
            "window = [signal.get(x, 0) for x in columns]",
            _tensor("window", (1, 1, len(columns))),
            *_weight_tensors(walk),
        ]
    channels = len(walk.operation.input_chw)
    planes = "picture" if channels > 1 else "[picture]"
    return [
        f"rows, columns = {rows}, {columns}",
        "window = [",
        "    [[plane.get(y, {}).get(x, 0) for x in columns] for y in rows]",
        f"    for plane in {planes}",
        "]",
        _tensor("window", (1, channels, len(rows), len(columns))),
        *_weight_tensors(walk),
    ]


def _tolerance(walk: Walk, whole: bool) -> float:
    """Return how much two orders of addition may differ: a power of ten."""
    picture = walk.operation.input_chw
    if not whole:  # to look through a large picture takes too long
        window = walk.step.window_chw
        picture = window[np.isfinite(window)]
    weights = next(iter(walk.operation.weights()), ("", np.ones(walk.geometry.kernel)))[
        1
    ]
    largest = max(abs(float(picture.max())), abs(float(picture.min())))
    size = largest * float(np.abs(weights.astype(np.float64)).sum())
    return float(10.0 ** floor(log10(1 + size) - 10))
