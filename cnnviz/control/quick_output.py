"""A changed kernel number, shown at once: only what it changes is added to the output.

A sum is linear in each of its weights, so the old output and one shifted picture make the
new one, in a fraction of a millisecond. It differs from the whole computation by
rounding only, and gives way to it as soon as the worker has it.
"""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.control.output_picture import OutputPicture, coloured
from cnnviz.convolution.apply import group_of
from cnnviz.convolution.operations import Convolution
from cnnviz.convolution.padding import Array, source_cells
from cnnviz.convolution.walk import Walk

MOST_CHANGES: Final = 2
"""Weights that may differ; with more the worker is nearly as quick."""

MOST_CELLS: Final = 1_100_000
"""Output cells, at most: about two milliseconds."""


def quick_output(
    output: OutputPicture, walk: Walk, white: float
) -> OutputPicture | None:
    """Return the output of a walk from that of another, where that is quick.

    Parameters
    ----------
    output
        The whole output that is shown, with the walk that it is of.
    walk
        The walk whose output is wanted.
    white
        Which number is white in its picture.

    Returns
    -------
    OutputPicture or None
        ``None`` unless the walks differ in one or two weights (or the bias) of the shown
        kernel only, without an activation, on the same picture.
    """
    before = output.walk
    if before is None or not _is_alike(output, before, walk):
        return None
    old, new = before.operation, walk.operation
    assert isinstance(old, Convolution)
    assert isinstance(new, Convolution)
    channel = walk.output_channel
    changes_chw = np.subtract(
        new.kernels_oikk[channel], old.kernels_oikk[channel], dtype=np.float32
    )
    places = np.argwhere(changes_chw)
    if len(places) > MOST_CHANGES:
        return None
    values_hw = output.values_hw + np.float32(_bias(new, channel) - _bias(old, channel))
    group = group_of(channel, new.outputs, new.spec, len(new.input_chw))
    for plane, row, col in places.tolist():
        meets_hw = _met(new, group.start + plane, row, col)
        values_hw += meets_hw * changes_chw[plane, row, col]
    shown = coloured(values_hw, white=white, channel=channel, maps=output.maps)
    return replace(shown, walk=walk)


def _is_alike(output: OutputPicture, before: Walk, walk: Walk) -> bool:
    old, new = before.operation, walk.operation
    return (
        isinstance(old, Convolution)
        and isinstance(new, Convolution)
        and old.input_chw is new.input_chw
        and old.spec == new.spec
        and old.kernels_oikk.shape == new.kernels_oikk.shape
        and before.activation.kind == walk.activation.kind == "none"
        and before.output_channel == walk.output_channel == output.channel
        and output.every == 1
        and output.values_hw.size <= MOST_CELLS
    )


def _bias(operation: Convolution, channel: int) -> float:
    return 0.0 if operation.bias_o is None else float(operation.bias_o[channel])


def _met(
    operation: Convolution, channel: int, row: int, col: int
) -> NDArray[np.float32]:
    """Return what one weight meets at each place of the window, ``H' x W'``."""
    sweep, spec = operation.sweep, operation.spec
    if spec.flip:
        row, col = spec.kernel[0] - 1 - row, spec.kernel[1] - 1 - col
    picture_hw: Array = operation.input_chw[channel]
    rows, cols = (
        source_cells(
            tap * sweep.dilation[axis] - (sweep.top, sweep.left)[axis],
            sweep.stride[axis],
            sweep.output_hw[axis],
            sweep.grid_hw[axis],
            sweep.mode,
        )
        for axis, tap in ((0, row), (1, col))
    )
    if min(rows[0], cols[0]) >= 0 <= min(rows[-1], cols[-1]) and sweep.mode == "zeros":
        down, across = sweep.stride  # nothing but the picture: no need to gather
        inside = picture_hw[
            rows[0] : rows[-1] + 1 : down, cols[0] : cols[-1] + 1 : across
        ]
        return inside.astype(np.float32)
    met_hw = picture_hw[rows].take(cols, axis=1).astype(np.float32)
    # -1, a cell that holds 0, has read the last one here.
    met_hw[rows < 0] = 0
    met_hw[:, cols < 0] = 0
    return met_hw
