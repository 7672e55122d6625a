"""The thread that computes whole outputs: first what can be seen, then the rest."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject
from typing_extensions import override

from cnnviz.engine.convolution.activation.activations import activate
from cnnviz.engine.convolution.row_blocks import Cancelled
from cnnviz.engine.convolution.walk import Walk
from cnnviz.pages.convolution.model.output_picture import (
    OutputPicture,
    coloured,
    is_signed,
    output_range,
)
from cnnviz.state.picture.layer_pictures import shown_picture
from cnnviz.state.workers.latest import LatestWorker

Numbers = NDArray[np.float32]
Whole = Callable[..., Numbers]
IsCancelled = Callable[[], bool] | None

LARGE: Final = 1_000_000
"""Output cells from which on a thinned picture comes first: some milliseconds."""

_MOST_MAP_CELLS: Final = 2_000_000
"""Cells of all output channels together, up to which all of them are shown."""

_THINNED_SIDE: Final = 512

_AT_MOST_ONE: Final = ("sigmoid", "tanh", "softmax")


@dataclass(frozen=True, slots=True, eq=False)
class OutputQuestion:
    """Which output channel of which walk, and which number is white in its picture."""

    walk: Walk
    white: float = 255.0


def outputs_of(
    question: OutputQuestion, is_cancelled: IsCancelled = None
) -> Iterator[OutputPicture]:
    """Yield the output of a walk: of a large one every n-th cell first, then all.

    Raises
    ------
    CnnvizError
        What the operation raises when it is done.
    Cancelled
        When ``is_cancelled`` said so.
    """
    walk = question.walk
    height, width = size_hw = walk.output_hw
    every = max(2, max(size_hw) // _THINNED_SIDE)
    is_large = height * width > LARGE
    if is_large and (thinned := walk.operation.thinned(every)) is not None:
        output = _output(question, thinned.compute, is_cancelled)
        yield replace(output, size_hw=size_hw, every=every)
    yield _output(question, walk.operation.compute, is_cancelled)


def white_of(walk: Walk, white: float) -> float:
    """Return which number is white in an output: 1 after what gives 1 at most."""
    return 1.0 if walk.activation.kind in _AT_MOST_ONE else white


def whole_output(question: OutputQuestion) -> OutputPicture:
    """Return the whole output of a walk."""
    *_, whole = outputs_of(question)
    return whole


def _output(
    question: OutputQuestion, whole: Whole, is_cancelled: IsCancelled
) -> OutputPicture:
    """Return the walk's own channel, and all of them where they are few."""
    walk = question.walk
    channel, activation = walk.output_channel, walk.activation
    white = white_of(walk, question.white)
    outputs, (height, width) = walk.operation.outputs, walk.output_hw
    maps = None
    if outputs > 1 and outputs * height * width <= _MOST_MAP_CELLS:
        all_ohw = whole(None, is_cancelled)
        totals = _totals(walk, all_ohw[channel])
        if activation.kind != "none":
            all_ohw = activate(all_ohw, activation)
        walks = (replace(walk, output_channel=each) for each in range(outputs))
        looks = [
            output_range(values_hw, white, signed=is_signed(each))
            for values_hw, each in zip(all_ohw, walks, strict=True)
        ]
        maps, own_hw = shown_picture("output", all_ohw, looks), all_ohw[channel]
    else:
        own_hw = whole(channel, is_cancelled)[0]
        totals = _totals(walk, own_hw)
        if activation.kind == "softmax":
            own_hw = _softmax(walk, own_hw, whole, is_cancelled)
        elif activation.kind != "none":
            own_hw = activate(own_hw, activation)
    output = coloured(own_hw, white, signed=is_signed(walk))
    return replace(output, channel=channel, maps=maps, totals=totals, walk=walk)


def _totals(walk: Walk, sums_hw: Numbers) -> tuple[float, float] | None:
    """Return between which numbers it lay before, when there is an activation."""
    if walk.activation.kind == "none":
        return None
    return float(sums_hw.min()), float(sums_hw.max())


def _softmax(
    walk: Walk, own_hw: Numbers, whole: Whole, is_cancelled: IsCancelled
) -> Numbers:
    """Return one channel of a softmax over channels that memory cannot hold at once.

    The largest number so far, and the sum of the powers over it, are all that is kept of
    the channels that went by.
    """
    largest, powers = own_hw.copy(), np.ones_like(own_hw)
    for channel in range(walk.operation.outputs):
        if channel == walk.output_channel:
            continue
        other_hw = whole(channel, is_cancelled)[0]
        higher = np.maximum(largest, other_hw)
        powers *= np.exp(largest - higher)
        powers += np.exp(other_hw - higher)
        largest = higher
    return np.asarray(np.exp(own_hw - largest) / powers, np.float32)


class OutputWorker(LatestWorker[OutputQuestion, OutputPicture]):
    """Answers a question once or twice, and drops it when a newer one waits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(whole_output, "convolution", parent)

    @override
    def _answers(self, question: OutputQuestion) -> Iterator[OutputPicture]:
        try:
            yield from outputs_of(question, self.is_superseded)
        except Cancelled:
            return
