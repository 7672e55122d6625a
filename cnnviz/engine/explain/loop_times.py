"""How long the loops of an operation take, beside what libraries take for the same."""

import importlib.util
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.code.loops import Loops, loops_of
from cnnviz.engine.convolution.operations.protocol import Operation

_LOOPS_S: Final = 0.4
"""How long loops are watched; of a large picture only some rows are computed then."""

_LIBRARY_S: Final = 0.25
_TRIES: Final = 40


@dataclass(frozen=True, slots=True)
class LoopTimes:
    """Seconds for all numbers of an operation.

    Attributes
    ----------
    loops_s
        Of the loops in plain Python; from ``rows_timed`` of the ``rows`` of the output.
    ours_s
        Of this program, which uses NumPy.
    torch_s
        Of PyTorch; ``None`` where it is not installed.
    rows_timed, rows
        How many rows were computed by the loops, and how many there are.
    multiplications
        How many there are in all.
    """

    loops_s: float
    ours_s: float
    torch_s: float | None
    rows_timed: int
    rows: int
    multiplications: int

    @property
    def is_estimate(self) -> bool:
        """Whether the loops were timed on some of the rows only."""
        return self.rows_timed < self.rows


def loop_times(
    operation: Operation, is_cancelled: Callable[[], bool] = lambda: False
) -> LoopTimes:
    """Time the loops that are shown, and libraries, on the same numbers.

    The loops see the picture as lists of numbers, as in the program that is copied.

    Examples
    --------
    >>> from cnnviz.engine.convolution.operations import Convolution
    >>> from cnnviz.engine.convolution.spec import ConvSpec
    >>> spec = ConvSpec(kernel=(3, 3))
    >>> times = loop_times(Convolution(np.ones((1, 9, 9)), np.ones((1, 1, 3, 3)), spec))
    >>> times.rows_timed, times.rows, times.loops_s > 0
    (7, 7, True)
    """
    timed, seconds = _timed_rows(operation, is_cancelled)
    rows = operation.geometry.output_hw[0]
    return LoopTimes(
        loops_s=seconds * rows / max(timed, 1),
        ours_s=_shortest(lambda: operation.compute(), is_cancelled),
        torch_s=_torch_s(operation, is_cancelled),
        rows_timed=timed,
        rows=rows,
        multiplications=operation.cost().multiplications,
    )


def _timed_rows(
    operation: Operation, is_cancelled: Callable[[], bool]
) -> tuple[int, float]:
    """Run the loops row by row, from the middle on; return how many, and how long."""
    loops = loops_of(operation, ActivationSpec())
    run, rows = _function(loops), operation.geometry.output_hw[0]
    output = _Output()
    spent = 0.0
    # From the middle on, where no padding makes a row shorter than the others.
    for done, row in enumerate((rows // 2 + step) % rows for step in range(rows)):
        if done and (spent > _LOOPS_S or is_cancelled()):
            return done, spent
        given = _given(operation, loops, row) | {"output": output}
        start = time.perf_counter()
        run([row], **given)
        spent += time.perf_counter() - start
    return rows, spent


class _Output(dict[int, Any]):
    """Numbers at any place, as nested lists of the right size would have them."""

    def __missing__(self, key: int) -> "_Output":
        inner = self[key] = _Output()
        return inner


def _function(loops: Loops) -> Callable[..., None]:
    """Return the loops as a function of the rows that are wanted, and their data."""
    row = loops.axes[0].index if not loops.is_flat else ""
    lines = [
        f"{line.text.partition(' in ')[0]} in rows:"
        if row and line.over == row
        else line.text
        for line in loops.lines
    ]
    body = "\n".join(f"    {line}" for line in lines)
    names = f"{loops.picture_word}, output, kernel=None, kernels=None, bias=None"
    made: dict[str, Any] = {}
    source = f"from math import inf\ndef run(rows, {names}, biases=None):\n{body}\n"
    exec(source, made)
    run: Callable[..., None] = made["run"]
    return run


def _given(operation: Operation, loops: Loops, row: int) -> dict[str, Any]:
    """Return the numbers that one row of the output needs, as lists."""
    given: dict[str, Any] = {}
    for name, values in operation.weights():
        outer = values.shape[: 1 if values.ndim == 1 else 2]
        kept = [count for count in outer if count > 1]
        given[name] = values.reshape((*kept, *values.shape[len(outer) :])).tolist()
    picture = operation.input_chw
    if loops.is_flat:
        given[loops.picture_word] = picture[0, 0].tolist()
        return given
    sources = operation.geometry.sources(0, row)
    read = np.unique(sources[sources >= 0]).tolist()
    planes = [{y: plane[y].tolist() for y in read} for plane in picture]
    given[loops.picture_word] = planes if len(planes) > 1 else planes[0]
    return given


def _shortest(work: Callable[[], object], is_cancelled: Callable[[], bool]) -> float:
    """Return the shortest of some runs: the first one still fills caches."""
    best, begin = float("inf"), time.perf_counter()
    for _ in range(_TRIES):
        start = time.perf_counter()
        work()
        now = time.perf_counter()
        best = min(best, now - start)
        if now - begin > _LIBRARY_S or is_cancelled():
            break
    return best


def _torch_s(operation: Operation, is_cancelled: Callable[[], bool]) -> float | None:
    if importlib.util.find_spec("torch") is None:
        return None
    import torch
    from torch.nn import functional

    is_flat = operation.traits.is_flat
    batch = (1, *operation.input_chw.shape[int(is_flat) :])
    pixels = np.ascontiguousarray(operation.input_chw, np.float32).reshape(batch)
    names: dict[str, Any] = {"torch": torch, "F": functional}
    names["signal" if is_flat else "picture"] = torch.from_numpy(pixels)
    for name, values in operation.weights():
        names[name] = torch.from_numpy(np.ascontiguousarray(values, np.float32))
    call = compile(operation.torch_call(), "<torch>", "eval")
    with torch.inference_mode():
        return _shortest(lambda: eval(call, names), is_cancelled)
