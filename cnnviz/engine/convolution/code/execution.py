"""The loops at one output cell, addition by addition: which line, which values."""

from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np

from cnnviz.engine.convolution.code.loops import Loops, Role
from cnnviz.engine.convolution.operations import AnyStep
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.walk import Outcome, Walk


@dataclass(frozen=True, slots=True)
class LoopState:
    """Where the loops are, just after a line.

    Attributes
    ----------
    line
        Which line, counted from 0.
    role
        What that line does: ``start``, ``add``, ``gap`` or ``outside`` (a cell that
        gives nothing), ``finish``, ``output`` or ``softmax``.
    addition
        How many of the window's cells were looked at.
    values
        The indices, as the code calls them.
    result
        The number so far.
    count
        How many cells were inside the picture; ``None`` where the code does not count.
    pixel, weight
        What was multiplied; ``None`` where nothing was, and ``weight`` in a pooling.
    product
        Channel of the picture and cell of the kernel (in the window's own rows and
        columns); ``None`` before the first and after the last.
    """

    line: int
    role: Role
    addition: int
    values: tuple[tuple[str, int], ...]
    result: float
    count: int | None = None
    pixel: float | None = None
    weight: float | None = None
    product: tuple[int, int, int] | None = None


class LoopStates:
    """All moments of one step, each made when it is asked for.

    Examples
    --------
    >>> from cnnviz.engine.convolution.activation.activations import ActivationSpec
    >>> from cnnviz.engine.convolution.code.loops import loops_of
    >>> from cnnviz.engine.convolution.operations import Convolution
    >>> from cnnviz.engine.convolution.spec import ConvSpec
    >>> picture, kernel = np.array([[[1, 2, 3]]]), np.array([[[[10, 1]]]])
    >>> walk = Walk(Convolution(picture, kernel, ConvSpec(kernel=(1, 2))), position=1)
    >>> loops = loops_of(walk.operation, ActivationSpec())
    >>> moments = LoopStates(loops, walk, walk.step, walk.outcome)
    >>> [moments.at(number).result for number in range(moments.count)]
    [0.0, 20.0, 23.0, 23.0]
    >>> loops.lines[moments.at(2).line].text.strip()
    'total += picture[row + i][column + j] * kernel[i][j]'
    """

    def __init__(
        self, loops: Loops, walk: Walk, step: AnyStep, outcome: Outcome
    ) -> None:
        self._loops, self._walk, self._step = loops, walk, step
        self._outcome = outcome
        self._shape = (step.channels, *step.size)

    @property
    def additions(self) -> int:
        """How many cells the window has, in all channels of the sum."""
        return prod(self._shape)

    @cached_property
    def _last_roles(self) -> list[tuple[Role, int]]:
        """The lines after the last addition."""
        roles: tuple[Role, ...] = ("finish", "output", "softmax")
        lines = [(role, self._loops.line_of(role)) for role in roles]
        return [(role, line) for role, line in lines if line is not None]

    @property
    def count(self) -> int:
        """How many moments there are: the start, each addition, and what follows."""
        return 1 + self.additions + len(self._last_roles)

    @cached_property
    def _sources(self) -> list[list[int]]:
        row, column = self._walk.cell
        sweep = self._walk.sweep
        return [sweep.sources(0, row).tolist(), sweep.sources(1, column).tolist()]

    @cached_property
    def _kernel(self) -> Array | None:
        return self._step.kernel_chw if self._loops.rule.weighs else None

    def _cell(self, channel: int, i: int, j: int) -> float:
        """Return a cell of the window that is of the picture."""
        rows, columns = self._sources
        picture_hw = self._walk.operation.input_chw[self._step.first_channel + channel]
        return float(picture_hw[rows[i], columns[j]])

    def at(self, number: int) -> LoopState:
        """Return a moment, counted from 0; numbers beyond count as the ends."""
        number = min(max(number, 0), self.count - 1)
        if number == 0:
            return self._start()
        if number <= self.additions:
            return self._added(number)
        return self._ended(number - self.additions - 1)

    def _start(self) -> LoopState:
        line = self._loops.line_of("start")
        assert line is not None
        rule = self._loops.rule
        return LoopState(
            line,
            "start",
            0,
            self._outer(),
            rule.start_value,
            count=0 if rule.counts else None,
        )

    def _added(self, number: int) -> LoopState:
        channel, i, j = self._place(number - 1)
        role = self._role(i, j)
        line = self._loops.line_of(role)
        assert line is not None
        used = role == "add"
        return LoopState(
            line,
            role,
            number,
            self._outer() + self._inner(channel, i, j),
            self._step.partial(number),
            count=self._count(number),
            pixel=self._cell(channel, i, j) if used else None,
            weight=float(self._kernel[channel, i, j])
            if used and self._kernel is not None
            else None,
            product=(self._step.first_channel + channel, i, j),
        )

    def _ended(self, number: int) -> LoopState:
        role, line = self._last_roles[number]
        result = self._outcome.total if role == "finish" else self._outcome.output
        if role == "output" and self._walk.activation.kind == "softmax":
            result = self._outcome.total
        return LoopState(
            line,
            role,
            self.additions,
            self._outer() + self._inner(*self._place(self.additions - 1)),
            result,
            count=self._count(self.additions),
        )

    def _place(self, index: int) -> tuple[int, int, int]:
        _, height, width = self._shape
        channel, rest = divmod(index, height * width)
        return channel, *divmod(rest, width)

    def _role(self, i: int, j: int) -> Role:
        """Return what becomes of a cell of the window."""
        rows, columns = self._sources
        if rows[i] >= 0 and columns[j] >= 0:
            return "add"
        sweep = self._walk.sweep
        top, left = sweep.corner(*self._walk.cell)
        row, column = top + i * sweep.dilation[0], left + j * sweep.dilation[1]
        gap = row % sweep.stretch[0] or column % sweep.stretch[1]
        return "gap" if gap else "outside"

    def _count(self, number: int) -> int | None:
        """Return how many of the first cells are of the picture."""
        if not self._loops.rule.counts:
            return None
        rows, columns = (np.array(sources) >= 0 for sources in self._sources)
        whole, rest = divmod(number, len(columns))
        begun = rows[whole : whole + 1].sum() * columns[:rest].sum()
        return int(rows[:whole].sum() * columns.sum() + begun)

    def _outer(self) -> tuple[tuple[str, int], ...]:
        """Return the indices of the output cell."""
        cell = self._walk.cell[-len(self._loops.axes) :]
        words = [axis.index for axis in self._loops.axes]
        maps = self._loops.maps_word
        head = ((maps, self._walk.output_channel),) if maps else ()
        return head + tuple(zip(words, cell, strict=True))

    def _inner(self, channel: int, i: int, j: int) -> tuple[tuple[str, int], ...]:
        """Return the indices within the window, and the picture's cell there."""
        axes = self._loops.axes
        head = (("channel", channel),) if self._loops.rule.channels > 1 else ()
        taps = (i, j)[-len(axes) :]
        inner = head + tuple(zip((axis.tap for axis in axes), taps, strict=True))
        if not self._loops.names_places:
            return inner
        places = zip((axis.at for axis in axes), self._at(i, j), strict=True)
        return inner + tuple(places)

    def _at(self, i: int, j: int) -> tuple[int, ...]:
        """Return the picture's cell; beyond the picture, the place where it would be."""
        sweep = self._walk.sweep
        corner = sweep.corner(*self._walk.cell)
        used = self._role(i, j) == "add"
        numbers = (0, 1)[-len(self._loops.axes) :]
        return tuple(
            self._sources[axis][tap]
            if used
            else corner[axis] + tap * sweep.dilation[axis]
            for axis, tap in enumerate((i, j))
            if axis in numbers
        )
