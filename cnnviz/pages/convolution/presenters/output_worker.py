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
    output_range,
)
from cnnviz.state.picture.layer_pictures import LayerPicture, shown_picture
from cnnviz.state.workers.latest import LatestWorker

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
    question: OutputQuestion, is_cancelled: Callable[[], bool] | None = None
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
    white = white_of(walk, question.white)
    channel, size_hw = walk.output_channel, walk.output_hw
    every = max(2, max(size_hw) // _THINNED_SIDE)
    is_large = size_hw[0] * size_hw[1] > LARGE
    if is_large and (thinned := walk.operation.thinned(every)) is not None:
        values_hw, _, totals = _after(walk, thinned.whole, white, is_cancelled)
        thin = replace(coloured(values_hw, white), size_hw=size_hw, every=every)
        yield replace(thin, channel=channel, totals=totals, walk=walk)
    values_hw, maps, totals = _after(walk, walk.operation.whole, white, is_cancelled)
    output = coloured(values_hw, white)
    yield replace(output, channel=channel, maps=maps, totals=totals, walk=walk)


def white_of(walk: Walk, white: float) -> float:
    """Return which number is white in an output: 1 after what gives 1 at most."""
    return 1.0 if walk.activation.kind in _AT_MOST_ONE else white


def whole_output(question: OutputQuestion) -> OutputPicture:
    """Return the whole output of a walk."""
    *_, whole = outputs_of(question)
    return whole


Numbers = NDArray[np.float32]
Whole = Callable[..., Numbers]
IsCancelled = Callable[[], bool] | None
Totals = tuple[float, float] | None


def _after(
    walk: Walk, whole: Whole, white: float, is_cancelled: IsCancelled
) -> tuple[Numbers, LayerPicture | None, Totals]:
    """Return the walk's own channel after the activation, and all when there are few.

    And between which numbers it lay before, when there is an activation.
    """
    channel, activation = walk.output_channel, walk.activation
    height, width = walk.output_hw
    outputs = walk.operation.outputs
    if outputs > 1 and outputs * height * width <= _MOST_MAP_CELLS:
        all_ohw = whole(None, is_cancelled)
        totals = _totals(walk, all_ohw[channel])
        if activation.kind != "none":
            all_ohw = activate(all_ohw, activation)
        looks = [output_range(values_hw, white) for values_hw in all_ohw]
        maps = shown_picture("output", all_ohw, looks)
        return all_ohw[channel], maps, totals
    own_hw = whole(channel, is_cancelled)[0]
    totals = _totals(walk, own_hw)
    if activation.kind == "softmax":
        own_hw = _softmax(walk, own_hw, whole, is_cancelled)
    elif activation.kind != "none":
        own_hw = activate(own_hw, activation)
    return own_hw, None, totals


def _totals(walk: Walk, sums_hw: Numbers) -> Totals:
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
