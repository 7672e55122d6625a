"""The first exercises: a picture and a kernel so small that a sum is done in the head."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from cnnviz.engine.convolution.operations import Convolution
from cnnviz.engine.convolution.spec import ConvSpec
from cnnviz.engine.convolution.stepping import Step
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

_LINE: Final = (
    (1, 1, 1, 0, 0),
    (0, 1, 1, 1, 0),
    (0, 0, 1, 1, 1),
    (0, 0, 1, 1, 0),
    (0, 1, 1, 0, 0),
)
"""A bow of light cells: every kernel below makes numbers of one digit of it."""


@dataclass(frozen=True, eq=False)
class Exercise:
    """A picture, a kernel, and all that follows from them.

    Attributes
    ----------
    key
        Never translated.
    title
        What the kernel is called, in English: a text of the context ``Exercises``.
    picture_hw, kernel_hw
        float32, 5 x 5 and 3 x 3, whole numbers.

    Examples
    --------
    >>> EXERCISES[0].output_hw.astype(int).tolist()
    [[4, 3, 4], [2, 4, 3], [2, 3, 4]]
    """

    key: str
    title: str
    picture_hw: NDArray[np.float32]
    kernel_hw: NDArray[np.float32]

    @cached_property
    def operation(self) -> Convolution:
        """What is done at each place."""
        return Convolution(
            self.picture_hw[None], self.kernel_hw[None, None], ConvSpec(kernel=(3, 3))
        )

    @cached_property
    def output_hw(self) -> NDArray[np.float32]:
        """All sums, float32, 3 x 3."""
        return np.asarray(self.operation.compute()[0], np.float32)

    def step(self, position: int) -> Step:
        """Return the step that makes a cell, counted from 0 along the rows."""
        row, column = divmod(position, self.output_hw.shape[1])
        return self.operation.step_at(row, column, 0)

    def value(self, position: int) -> int:
        """Return the number of a cell."""
        return int(self.output_hw.flat[position])

    def guesses(self, position: int) -> tuple[int, int, int]:
        """Return three numbers in order, one of them right, the others likely mistakes.

        Who forgets to multiply adds up the cells of the window; who forgets a sign has
        the other one; who forgets a cell is one beside the sum.

        Examples
        --------
        >>> EXERCISES[0].guesses(3)
        (2, 3, 4)
        """
        right = self.value(position)
        mistakes = [int(self.step(position).window_chw.sum())]
        if (self.kernel_hw < 0).any():
            mistakes.append(-right)
        others = dict.fromkeys((*mistakes, right + 1, right - 1))
        wrong = [guess for guess in others if guess != right]
        low, middle, high = sorted((right, *wrong[:2]))
        return low, middle, high


def _exercise(key: str, title: str, rows: ArrayLike) -> Exercise:
    return Exercise(key, title, np.array(_LINE, np.float32), np.array(rows, np.float32))


EXERCISES: Final = (
    _exercise(
        "cross",
        QT_TRANSLATE_NOOP("Exercises", "Diagonal cross"),
        [[1, 0, 1], [0, 1, 0], [1, 0, 1]],
    ),
    _exercise(
        "edge",
        QT_TRANSLATE_NOOP("Exercises", "Edges"),
        [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]],
    ),
    _exercise(
        "count",
        QT_TRANSLATE_NOOP("Exercises", "Counts light cells"),
        [[1, 1, 1], [1, 1, 1], [1, 1, 1]],
    ),
    _exercise(
        "line",
        QT_TRANSLATE_NOOP("Exercises", "Horizontal line"),
        [[-1, -1, -1], [2, 2, 2], [-1, -1, -1]],
    ),
)
"""In the order in which they are offered."""
