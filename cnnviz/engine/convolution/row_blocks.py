"""Blocks of result rows: small enough for the cache, and shared among threads."""

import os
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.shifted_sums import Operation, Plan, shifted_sums
from cnnviz.engine.convolution.spec import ConvSpec, Pair

Picture = NDArray[np.float32]
_Job = TypeVar("_Job")

# More than four would only wait for the memory.
THREADS: Final = min(4, os.cpu_count() or 1)

# Kernels whose operations are remembered: more than a picture's channels, less than
# those of a large layer, each of which is needed once.
_MOST_KNOWN: Final = 64


IsCancelled = Callable[[], bool] | None
"""Asked every few milliseconds, from any thread: whether nobody waits any more."""


class Cancelled(Exception):
    """The result is no longer wanted; this is not an error."""


def parallel_map(
    jobs: Iterable[_Job],
    new_worker: Callable[[], Callable[[_Job], None]],
    *,
    threads: int,
    is_cancelled: IsCancelled,
) -> None:
    """Run jobs in threads, each thread with its own worker.

    Parameters
    ----------
    jobs
        What is to be done; whoever is free takes the next.
    new_worker
        Makes the worker of a thread, with memory that no other thread touches.
    threads
        How many; with 1 the calling thread does all.
    is_cancelled
        Asked before each job, from any of the threads.

    Raises
    ------
    Cancelled
        When it says so.

    What one worker raises ends the work of all, and is raised here.
    """
    # Taking the next item of an iterator is one step of the interpreter: no two
    # threads get the same.
    remaining = iter(list(jobs))

    def work(_: int) -> None:
        """Do one job after the other until none is left or one fails."""
        try:
            worker = new_worker()
            for job in remaining:
                if is_cancelled is not None and is_cancelled():
                    raise Cancelled
                worker(job)
        except BaseException:
            deque(remaining, maxlen=0)  # taken away: the other threads find no more
            raise

    if threads == 1:
        work(0)
        return
    with ThreadPoolExecutor(threads, thread_name_prefix="convolve") as pool:
        for _ in pool.map(work, range(threads)):
            pass


def do_all(operations: Iterable[Operation]) -> None:
    """Run operations one after the other, with as little overhead as possible.

    NumPy lets the other threads run during each, and they wait in between: the
    operations are therefore made beforehand and only done here.
    """
    for function, one, other, out in operations:
        function(one, other, out)


class _Adder(ABC):
    """Sums one block of result rows at a time, and remembers how."""

    def __init__(self, width: int, spec: ConvSpec, rows: int) -> None:
        self._width = width
        self._spec = spec
        self._total, self._tall, self._spare = np.empty((3, rows * width), np.float32)
        self._known: dict[tuple[Plan, Pair, bool], tuple[Operation, ...]] = {}

    def add_up(
        self,
        sources: Iterable[Picture],
        plans: Iterable[Plan],
        start: np.float32,
        result: Picture,
    ) -> None:
        """Fill some rows of a result.

        Parameters
        ----------
        sources
            The rows that they need of each channel, with their padding, always in the
            same memory: each is done with before the next is taken.
        plans
            How the kernel of each channel is summed.
        start
            What is added to the sums: the bias.
        result
            The rows, ``n x W'``, views of the whole; ``n`` at most ``rows``.
        """
        rows, width = result.shape
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        for number, (picture, plan) in enumerate(zip(sources, plans, strict=True)):
            key = plan, (rows, width), number == 0
            if key not in self._known:
                self._known[key] = tuple(self._operations(picture, *key))
            do_all(self._known[key])
        np.add(self._sums((rows, width)), start, out=result)

    @abstractmethod
    def _operations(
        self, picture: Picture, plan: Plan, shape: Pair, is_new: bool
    ) -> Iterator[Operation]:
        """Yield what adds one channel to the total."""

    @abstractmethod
    def _sums(self, shape: Pair) -> Picture:
        """Return the total without the cells that are not part of the result."""


class StridedAdder(_Adder):
    """Takes each kernel cell as a strided view of the picture."""

    def _operations(
        self, picture: Picture, plan: Plan, shape: Pair, is_new: bool
    ) -> Iterator[Operation]:
        rows = shape[0]
        total = self._sums(shape)
        tall, wide = (
            memory[: rows * self._width].reshape(rows, self._width)
            for memory in (self._tall, self._spare)
        )
        views = self._views(picture, shape)
        if plan.column is not None:
            columns = self._views(picture, (rows, self._width), width_stride=1)
            yield from shifted_sums(tall, wide, plan.column, columns, is_new=True)
            views = self._views(tall, shape, height_stride=1)
        spare = wide[:, : shape[1]]
        yield from shifted_sums(total, spare, plan.cells, views, is_new=is_new)

    def _sums(self, shape: Pair) -> Picture:
        return self._total[: shape[0] * shape[1]].reshape(shape)

    def _views(
        self,
        picture: Picture,
        shape: Pair,
        *,
        height_stride: int | None = None,
        width_stride: int | None = None,
    ) -> Callable[[Pair], Picture]:
        """Return what gives the cells that a kernel cell meets, as a view."""
        dh, dw = self._spec.dilation
        sh = height_stride or self._spec.stride[0]
        sw = width_stride or self._spec.stride[1]
        down, right = (shape[0] - 1) * sh + 1, (shape[1] - 1) * sw + 1

        def view(cell: Pair) -> Picture:
            """Return what one cell of the kernel meets, one number an output cell."""
            top, left = cell[0] * dh, cell[1] * dw
            return picture[top : top + down : sh, left : left + right : sw]

        return view


class FlatAdder(_Adder):
    """Takes the rows of the picture laid end to end, for a stride of 1.

    A shift is then one long row of numbers instead of many short ones, which is a third
    faster. The last cells of each row, where the kernel hangs over into the next, are
    computed in vain and left out at the end.
    """

    def _operations(
        self, picture: Picture, plan: Plan, shape: Pair, is_new: bool
    ) -> Iterator[Operation]:
        cells = shape[0] * self._width
        wanted = cells - self._spec.dilated_kernel[1] + 1
        total, spare = self._total[:wanted], self._spare[:cells]
        source = picture.reshape(-1)
        if plan.column is not None:
            tall, views = self._tall[:cells], self._views(source, cells)
            yield from shifted_sums(tall, spare, plan.column, views, is_new=True)
            source = tall
        views = self._views(source, wanted)
        yield from shifted_sums(total, spare[:wanted], plan.cells, views, is_new=is_new)

    def _sums(self, shape: Pair) -> Picture:
        rows, width = shape
        whole_rows = self._total[: rows * self._width].reshape(rows, self._width)
        return whole_rows[:, :width]

    def _views(self, flat: Picture, cells: int) -> Callable[[Pair], Picture]:
        dh, dw = self._spec.dilation

        def view(cell: Pair) -> Picture:
            """Return the numbers that one cell of the kernel meets, in one long row."""
            offset = cell[0] * dh * self._width + cell[1] * dw
            return flat[offset : offset + cells]

        return view
