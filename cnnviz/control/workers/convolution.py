"""The thread that computes whole outputs: first what can be seen, then the rest."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject
from typing_extensions import override

from cnnviz.control.layer_pictures import LayerPicture, layer_picture
from cnnviz.control.output_picture import OutputPicture, coloured
from cnnviz.control.workers.newest_wins import NewestWinsWorker
from cnnviz.convolution.activations import activate
from cnnviz.convolution.operations import Convolution
from cnnviz.convolution.row_blocks import Cancelled
from cnnviz.convolution.walk import Walk
from cnnviz.networks.trace import LayerOutput

_LARGE: Final = 1_000_000
"""Output cells from which on a thinned picture comes first: some milliseconds."""

_MOST_MAP_CELLS: Final = 2_000_000
"""Cells of all output channels together, up to which all of them are shown."""

_THINNED_SIDE: Final = 512


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
    walk, white = question.walk, question.white
    channel, size_hw = walk.output_channel, walk.output_hw
    if size_hw[0] * size_hw[1] > _LARGE and isinstance(walk.operation, Convolution):
        every = max(2, max(size_hw) // _THINNED_SIDE)
        thinned = walk.operation.thinned(every)
        values_hw, _, totals = _after(walk, thinned.whole, is_cancelled)
        yield coloured(
            values_hw,
            white=white,
            size_hw=size_hw,
            every=every,
            channel=channel,
            totals=totals,
        )
    values_hw, maps, totals = _after(walk, walk.operation.whole, is_cancelled)
    yield coloured(values_hw, white=white, channel=channel, maps=maps, totals=totals)


def whole_output(question: OutputQuestion) -> OutputPicture:
    """Return the whole output of a walk."""
    *_, whole = outputs_of(question)
    return whole


def _after(
    walk: Walk,
    whole: Callable[..., NDArray[np.float32]],
    is_cancelled: Callable[[], bool] | None,
) -> tuple[NDArray[np.float32], LayerPicture | None, tuple[float, float] | None]:
    """Return the walk's own channel after the activation, and all when there are few.

    And between which numbers it lay before, when there is an activation.
    """
    totals = None
    outputs, channel = walk.operation.outputs, walk.output_channel
    height, width = walk.output_hw
    is_small = outputs * height * width <= _MOST_MAP_CELLS
    if walk.activation.kind == "softmax" or (outputs > 1 and is_small):
        all_ohw = whole(None, is_cancelled)
        if walk.activation.kind != "none":
            totals = float(all_ohw[channel].min()), float(all_ohw[channel].max())
            all_ohw = activate(all_ohw, walk.activation)
        maps = None
        if outputs > 1 and is_small:
            kind = "conv2d" if all_ohw.min() < 0 else "activation"
            maps = layer_picture(LayerOutput("output", kind, all_ohw))
        return all_ohw[channel], maps, totals
    one_hw = whole(channel, is_cancelled)
    if walk.activation.kind != "none":
        totals = float(one_hw.min()), float(one_hw.max())
        one_hw = activate(one_hw, walk.activation)
    return one_hw[0], None, totals


class OutputWorker(NewestWinsWorker[OutputQuestion, OutputPicture]):
    """Answers a question once or twice, and drops it when a newer one waits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(whole_output, "convolution", parent)

    @override
    def _answers(self, question: OutputQuestion) -> Iterator[OutputPicture]:
        try:
            yield from outputs_of(question, self.is_superseded)
        except Cancelled:
            return
