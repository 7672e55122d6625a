"""One number of a layer with everything behind it: what a unit view shows."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from cnnviz.engine.convolution.expression import ChannelPart, SumExpression
from cnnviz.engine.convolution.operations import AnyStep, Operation
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.walk import Outcome, Walk
from cnnviz.engine.images.colour_maps import DIVERGING, GREY
from cnnviz.engine.images.picture import COLOUR_LETTERS
from cnnviz.state.lab_input import LabInput

ALL: Final = -1
"""All channels of a colour picture together, as it looks."""


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

    def part(self) -> ChannelPart:
        """Return what the channel that is seen adds to the sum."""
        return self.expression.part(self.shown_channel)

    def name(self, channel: int) -> str:
        """Return what an input channel is called in a sentence."""
        names = self.given.names if self.given is not None else ()
        return names[channel] if names else _channel_name(channel, self.input_channels)

    def mark(self, channel: int) -> str:
        """Return what stands before an input channel's numbers."""
        names = self.given.names if self.given is not None else ()
        return names[channel] if names else _channel_mark(channel, self.input_channels)


def unit_at(walk: Walk, given: LabInput | None = None, shown_channel: int = 0) -> Unit:
    """Return the unit that a walk stands at.

    Parameters
    ----------
    walk
        The operation with its numbers, and the output cell.
    given
        The input as it is coloured; its numbers are those of the operation.
    shown_channel
        Which input channel is seen, counted from 0.
    """
    step = walk.step
    expression = walk.operation.expression(step)
    outcome = walk.outcome_of(step)
    return Unit(walk, step, outcome, expression, given, shown_channel)


def _channel_name(channel: int, channels: int) -> str:
    """Return what a channel is called in a sentence: red, or by its number."""
    translate = QCoreApplication.translate
    if channels == len(COLOUR_LETTERS):
        names = (
            translate("ChannelNames", "red"),
            translate("ChannelNames", "green"),
            translate("ChannelNames", "blue"),
        )
        return names[channel]
    text = translate("ChannelNames", "channel {number}")
    return text.format(number=channel + 1)


def _channel_mark(channel: int, channels: int) -> str:
    """Return what stands before a channel's numbers: R, or a short word and number."""
    if channels == len(COLOUR_LETTERS):
        return COLOUR_LETTERS[channel]
    text = QCoreApplication.translate("ChannelNames", "ch. {number}")
    return text.format(number=channel + 1)


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
