"""A program that can be copied and run: the numbers, the loops, and PyTorch's answer."""

import json
from dataclasses import dataclass
from math import prod
from typing import Final

from cnnviz.engine.convolution.code.data import cell_data, whole_data
from cnnviz.engine.convolution.code.loops import Line, Loops, loops_of
from cnnviz.engine.convolution.code.tensors import tensor_lines
from cnnviz.engine.convolution.pool_stepping import MOST_CELLS
from cnnviz.engine.convolution.walk import Walk
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

LARGEST_WHOLE: Final = 32
"""Rows and columns of a picture that is written out whole."""

_MOST_PRODUCTS: Final = 2_000_000  # about a second of plain Python

_FUNCTIONS: Final = {
    "sigmoid": """\
def sigmoid(x):
    return 1 / (1 + exp(-x)) if x >= 0 else exp(x) / (1 + exp(x))
""",
    "softmax": """\
def softmax(output, *cell):
    def number(plane):
        for index in cell:
            plane = plane[index]
        return plane

    largest = max(number(plane) for plane in output)
    powers = [exp(number(plane) - largest) for plane in output]
    for plane, power in zip(output, powers):
        for index in cell[:-1]:
            plane = plane[index]
        plane[cell[-1]] = power / sum(powers)
""",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptTexts:
    """The sentences of a program, in the reader's language.

    Attributes
    ----------
    title
        What the program does.
    exact
        How its numbers are written.
    part
        That only one cell is computed; ``{cell}`` is the cell.
    window
        That PyTorch gets the window only; ``{line}`` does it for the whole picture.
    missing, agrees
        What is printed when PyTorch is not there, and when it says the same.
    """

    title: str = QT_TRANSLATE_NOOP(
        "CopiedProgram",
        "Run this program: it prints the same numbers as on the screen.",
    )
    exact: str = QT_TRANSLATE_NOOP(
        "CopiedProgram",
        "Python counts from 0, and prints all digits; the screen rounds to a few.",
    )
    part: str = QT_TRANSLATE_NOOP(
        "CopiedProgram",
        "The picture is large, so only the part that {cell} needs is included.",
    )
    window: str = QT_TRANSLATE_NOOP(
        "CopiedProgram",
        "On the window alone. On the whole picture it would be: {line}",
    )
    missing: str = QT_TRANSLATE_NOOP("CopiedProgram", "PyTorch is not installed here.")
    agrees: str = QT_TRANSLATE_NOOP("CopiedProgram", "PyTorch computes the same.")


def script_of(
    walk: Walk,
    texts: ScriptTexts | None = None,
    *,
    largest_whole: int = LARGEST_WHOLE,
) -> str:
    """Return a program that prints the number of the walk's output cell.

    A small picture is written out whole, and then all numbers of the output channel
    are printed. Of a large one only the cells that the window reads are written, at
    their own places, so that the loops stay the same but for where they run.

    Parameters
    ----------
    walk
        The operation with its numbers, and the output cell.
    texts
        Its sentences; English when ``None``.
    largest_whole
        Rows and columns of a picture that is written out whole, at most.

    Raises
    ------
    CnnvizError
        ``program_too_long``: the window has too many cells to write them out.

    Examples
    --------
    >>> import numpy as np
    >>> from cnnviz.engine.convolution.operations import Pooling
    >>> from cnnviz.engine.convolution.pooling import PoolSpec
    >>> walk = Walk(Pooling(np.array([[[1, 5, 0, 2]]]), PoolSpec(size=(1, 2))))
    >>> script = script_of(walk)
    >>> loops_of(walk.operation, walk.activation).text in script
    True
    """
    words = texts or ScriptTexts()
    loops = loops_of(walk.operation, walk.activation)
    whole = is_whole(walk, largest_whole)
    height, width = walk.geometry.kernel
    if not whole and height * width > MOST_CELLS:
        raise CnnvizError(
            "program_too_long", height=height, width=width, limit=MOST_CELLS
        )
    data = whole_data(walk, loops) if whole else cell_data(walk, loops)
    cell = loops.output_cell(walk)
    head = [f"# {_one_line(words.title)}", f"# {_one_line(words.exact)}"]
    if not whole:
        head.append(f"# {_one_line(words.part).format(cell=cell)}")
    parts = [
        "\n".join(head),
        _imports(loops),
        *(text for name, text in _FUNCTIONS.items() if f"{name}(" in loops.text),
        "\n".join(f"{name} = {text}" for name, text in data),
        "\n".join(run_lines(walk, loops, whole=whole)),
        "\n".join(_prints(cell, walk, loops, whole)),
        "\n".join(_check(walk, loops, words, whole)),
    ]
    return "\n\n".join(part.rstrip("\n") for part in parts if part) + "\n"


def is_whole(walk: Walk, largest: int = LARGEST_WHOLE) -> bool:
    """Whether the picture is small enough to be written out, and quickly computed."""
    operation, step = walk.operation, walk.step
    products = walk.steps * operation.outputs * prod(step.size) * step.channels
    return max(operation.input_hw) <= largest and products <= _MOST_PRODUCTS


def run_lines(walk: Walk, loops: Loops, *, whole: bool) -> list[str]:
    """Return the loops as they are run: at every place, or at the walk's cell alone."""
    if whole:
        return [line.text for line in loops.lines]
    places = loops.places(walk)
    if walk.activation.kind == "softmax":
        places.pop(loops.maps_word, None)  # it compares all channels
    return [_at_place(line, places) for line in loops.lines]


def _at_place(line: Line, places: dict[str, int]) -> str:
    if line.over not in places:
        return line.text
    return f"{line.text.partition(' in ')[0]} in [{places[line.over]}]:"


def _imports(loops: Loops) -> str:
    text = loops.text
    names = [
        name
        for name, used in (
            ("exp", "sigmoid(" in text or "softmax(" in text),
            ("inf", " = inf" in text or "-inf" in text),
            ("tanh", "tanh(" in text),
        )
        if used
    ]
    return f"from math import {', '.join(names)}" if names else ""


def _prints(cell: str, walk: Walk, loops: Loops, whole: bool) -> list[str]:
    lines = [f'print("{cell} =", {cell})']
    if whole:
        plane = f"output[{walk.output_channel}]" if loops.maps_word else "output"
        if loops.is_flat:
            plane = f"[{plane}]"
        lines.append(f"for line in {plane}:")
        lines.append('    print(" ".join(f"{number:.8g}" for number in line))')
    return lines


def _check(walk: Walk, loops: Loops, words: ScriptTexts, whole: bool) -> list[str]:
    """Return the part that compares with PyTorch."""
    body = tensor_lines(walk, loops, whole=whole, window=_one_line(words.window))
    return [
        "try:",
        "    import torch",
        "    import torch.nn.functional as F",
        "except ImportError:",
        f"    print({_quoted(words.missing)})",
        "else:",
        *(f"    {line}" for line in body),
        f"    print({_quoted(words.agrees)})",
    ]


def _quoted(text: str) -> str:
    return json.dumps(_one_line(text), ensure_ascii=False)


def _one_line(text: str) -> str:
    return " ".join(text.split())
