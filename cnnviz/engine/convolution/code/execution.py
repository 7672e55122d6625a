"""The loops at one output cell, addition by addition: which line, which values."""

from dataclasses import dataclass, replace
from functools import cached_property
from math import prod

import numpy as np

from cnnviz.engine.convolution.code.loops import Loops, Role
from cnnviz.engine.convolution.operations import AnyStep
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.walk import Outcome, Walk


@dataclass(frozen=True, slots=True)
class LoopState:
    """The state of the loops just after a line.

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
    """All states of the loops in one step, each computed when it is asked for.

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
    def _last_roles(self) -> list[Role]:
        """What the lines after the last addition do."""
        roles: tuple[Role, ...] = ("finish", "output", "softmax")
        return [role for role in roles if self._loops.line_of(role) is not None]

    @property
    def count(self) -> int:
        """How many states there are: the start, each addition, and what follows."""
        return 1 + self.additions + len(self._last_roles)

    @cached_property
    def _sources(self) -> list[list[int]]:
        row, column = self._walk.cell
        geometry = self._walk.geometry
        return [geometry.sources(0, row).tolist(), geometry.sources(1, column).tolist()]

    def at(self, number: int) -> LoopState:
        """Return a state by its number from 0, clamped to the first and last."""
        number = min(max(number, 0), self.count - 1)
        if number == 0:
            return self._state("start", 0, self._loops.rule.start_value)
        cell = self._place(min(number, self.additions) - 1)
        if number > self.additions:
            role = self._last_roles[number - self.additions - 1]
            is_total = role == "finish" or (
                role == "output" and self._walk.activation.kind == "softmax"
            )
            result = self._outcome.total if is_total else self._outcome.output
            return self._state(role, self.additions, result, cell)
        channel, i, j = cell
        role, first = self._role(i, j), self._step.first_channel
        state = self._state(role, number, self._step.partial(number), cell)
        state = replace(state, product=(first + channel, i, j))
        if role != "add":
            return state
        rows, columns = self._sources
        pixel = self._walk.operation.input_chw[first + channel, rows[i], columns[j]]
        kernel = self._step.kernel_chw if self._loops.rule.weighs else None
        weight = None if kernel is None else float(kernel[cell])
        return replace(state, pixel=float(pixel), weight=weight)

    def _state(
        self,
        role: Role,
        addition: int,
        result: float,
        cell: tuple[int, int, int] | None = None,
    ) -> LoopState:
        """Return the state after the last line of a role, in a cell of the window."""
        line = self._loops.line_of(role)
        assert line is not None
        inner = () if cell is None else self._inner(*cell)
        outer = tuple(self._loops.places(self._walk).items())
        return LoopState(
            line, role, addition, outer + inner, result, self._count(addition)
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
        (row, column), stretch = self._on_grid(i, j), self._walk.geometry.stretch
        gap = row % stretch[0] or column % stretch[1]
        return "gap" if gap else "outside"

    def _count(self, number: int) -> int | None:
        """Return how many of the first cells are of the picture."""
        if not self._loops.rule.counts:
            return None
        rows, columns = (np.array(sources) >= 0 for sources in self._sources)
        whole, rest = divmod(number, len(columns))
        begun = rows[whole : whole + 1].sum() * columns[:rest].sum()
        return int(rows[:whole].sum() * columns.sum() + begun)

    def _inner(self, channel: int, i: int, j: int) -> tuple[tuple[str, int], ...]:
        """Return the indices within the window, and the picture's cell there."""
        axes = self._loops.axes
        head = (("channel", channel),) if self._loops.rule.channels > 1 else ()
        taps = (i, j)[-len(axes) :]
        inner = head + tuple(zip((axis.tap for axis in axes), taps, strict=True))
        if not self._loops.names_places:
            return inner
        place = self._on_grid(i, j)
        if self._role(i, j) == "add":  # where a copy of the picture's cells comes from
            rows, columns = self._sources
            place = rows[i], columns[j]
        places = zip((axis.at for axis in axes), place[-len(axes) :], strict=True)
        return inner + tuple(places)

    def _on_grid(self, i: int, j: int) -> Pair:
        """Return where a cell of the window lies on the grid, or beyond it."""
        geometry = self._walk.geometry
        top, left = geometry.corner(*self._walk.cell)
        return top + i * geometry.dilation[0], left + j * geometry.dilation[1]
