"""One number of a layer with everything behind it: what a unit view shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from cnnviz.engine.convolution.expression import ChannelPart, SumExpression
from cnnviz.engine.convolution.operations import AnyStep, Operation
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.walk import Outcome, Walk
from cnnviz.engine.images.colour_maps import DIVERGING, GREY
from cnnviz.engine.images.picture import COLOUR_LETTERS
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.state.lab_input import LabInput

ALL: Final = -1
"""All channels of a colour picture together, as it looks."""

_COLOURS: Final = (
    QT_TRANSLATE_NOOP("ChannelNames", "red"),
    QT_TRANSLATE_NOOP("ChannelNames", "green"),
    QT_TRANSLATE_NOOP("ChannelNames", "blue"),
)
_NAME: Final = QT_TRANSLATE_NOOP("ChannelNames", "channel {number}")
_MARK: Final = QT_TRANSLATE_NOOP("ChannelNames", "ch. {number}")


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One number of a layer with everything behind it.

    Attributes
    ----------
    walk
        The operation with its numbers, the activation, and which output cell.
    step, outcome, expression
        What the walk gives there: the window and its products, what becomes of their
        sum, and how it is written.
    given
        The input as it is coloured; ``None`` for a signal, which has bars.
    shown_channel
        Which *input* channel's window, kernel and products are seen, counted from 0.
    """

    walk: Walk
    step: AnyStep
    outcome: Outcome
    expression: SumExpression
    given: LabInput | None = None
    shown_channel: int = 0

    @property
    def operation(self) -> Operation:
        """What is done at each place of the window."""
        return self.walk.operation

    @property
    def cell(self) -> Pair:
        """Row and column of the output cell."""
        return self.walk.cell

    @property
    def own_channel(self) -> int:
        """Which of the step's own channels is looked at, counted from 0.

        That is the shown one of the input's channels where the step reads it, else the
        first that it reads.
        """
        channel = self.shown_channel - self.step.first_channel
        return channel if 0 <= channel < self.step.channels else 0

    @property
    def seen_channel(self) -> int:
        """Which channel of the input is seen in the window."""
        return self.step.first_channel + self.own_channel

    @property
    def input_channels(self) -> int:
        """How many channels the input has."""
        return len(self.operation.input_chw)

    @property
    def weights_hw(self) -> Array | None:
        """What the channel that is looked at is multiplied with; ``None`` by nothing."""
        kernel_chw = self.step.kernel_chw
        return None if kernel_chw is None else kernel_chw[self.own_channel]

    def is_same(self, other: "Unit | None") -> bool:
        """Whether the other shows the same step, in the same channel."""
        return (
            other is not None
            and other.walk is self.walk
            and other.step is self.step
            and other.shown_channel == self.shown_channel
        )

    def part(self) -> ChannelPart:
        """Return what the channel that is seen adds to the sum."""
        return self.expression.part(self.shown_channel)

    def name(self, channel: int) -> str:
        """Return what an input channel is called in a sentence: red, or by its number."""
        return self._called(channel, _COLOURS, _NAME)

    def mark(self, channel: int) -> str:
        """Return what stands before an input channel's numbers: R, or a short word."""
        return self._called(channel, COLOUR_LETTERS, _MARK)

    def _called(self, channel: int, colours: Sequence[str], numbered: str) -> str:
        translate = QCoreApplication.translate
        if self.given is not None and self.given.names:
            return self.given.names[channel]
        if self.input_channels == len(colours):
            return translate("ChannelNames", colours[channel])
        return translate("ChannelNames", numbered).format(number=channel + 1)


def unit_at(
    walk: Walk,
    given: LabInput | None = None,
    shown_channel: int = 0,
    known: tuple[AnyStep, Outcome] | None = None,
) -> Unit:
    """Return the unit that a walk stands at.

    Parameters
    ----------
    walk
        The operation with its numbers, and the output cell.
    given
        The input as it is coloured; its numbers are those of the operation. That of a
        signal is left out: it has bars.
    shown_channel
        Which input channel is seen, counted from 0.
    known
        The walk's step and its outcome, where they were computed before.
    """
    step = walk.step if known is None else known[0]
    outcome = walk.outcome_of(step) if known is None else known[1]
    given = None if walk.operation.traits.is_flat else given
    expression = walk.operation.expression(step)
    return Unit(walk, step, outcome, expression, given, shown_channel)


def _tint(*shares: float) -> NDArray[np.uint8]:
    tinted: NDArray[np.uint8] = np.rint(GREY * np.array(shares)).astype(np.uint8)
    tinted.flags.writeable = False
    return tinted


_TINTS: Final = (_tint(1, 0.42, 0.38), _tint(0.42, 1, 0.45), _tint(0.5, 0.62, 1))


def input_lut(given: LabInput, channel: int) -> NDArray[np.uint8]:
    """Return the colours of one channel: grey levels, tinted where they are a colour's."""
    if given.palette == "diverging":
        return DIVERGING
    return _TINTS[channel] if given.is_colour else GREY
