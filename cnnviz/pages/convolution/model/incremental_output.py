"""A changed kernel number, shown at once: only what it changes is added to the output.

A sum is linear in each of its weights, so the old output and one shifted picture make the
new one, in a fraction of a millisecond. It differs from the whole computation by
rounding only, and gives way to it as soon as the worker has it.
"""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.operands import group_of
from cnnviz.engine.convolution.operations import Convolution
from cnnviz.engine.convolution.padding import Array, evenly, source_cells
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.walk import Walk
from cnnviz.pages.convolution.model.output_picture import (
    OutputPicture,
    coloured,
    is_signed,
)

MOST_CHANGES: Final = 2
"""Weights that may differ; with more the worker is nearly as quick."""

MOST_CELLS: Final = 1_100_000
"""Output cells, at most: about two milliseconds."""

_ROWS: Final = 64
"""Rows that are added to at a time: what is between stays in the processor's cache."""


def quick_output(
    output: OutputPicture | None, walk: Walk, white: float
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
    before = None if output is None else output.walk
    if output is None or before is None or not _is_alike(output, before, walk):
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
    for plane, *tap in places.tolist():
        change = changes_chw[plane, tap[0], tap[1]]
        _add_met(values_hw, new, group.start + plane, (tap[0], tap[1]), change)
    shown = coloured(values_hw, white, signed=is_signed(walk))
    return replace(shown, channel=channel, maps=output.maps, walk=walk)


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


def _add_met(
    values_hw: NDArray[np.float32],
    operation: Convolution,
    channel: int,
    tap: Pair,
    change: np.float32,
) -> None:
    """Add what one weight meets at each place of the window, times its change."""
    geometry, spec = operation.geometry, operation.spec
    picture_hw: Array = operation.input_chw[channel]
    if spec.flip:
        tap = spec.kernel[0] - 1 - tap[0], spec.kernel[1] - 1 - tap[1]
    rows, cols = (
        source_cells(
            tap[axis] * geometry.dilation[axis] - (geometry.top, geometry.left)[axis],
            geometry.stride[axis],
            geometry.output_hw[axis],
            geometry.grid_hw[axis],
            geometry.mode,
        )
        for axis in (0, 1)
    )
    # Padding of zeros adds nothing, and what is left of rows and columns lies together.
    down, across = np.flatnonzero(rows >= 0), np.flatnonzero(cols >= 0)
    if not (down.size and across.size):
        return
    inside = slice(across[0], across[-1] + 1)
    columns = evenly(cols[inside])
    end = int(down[-1]) + 1
    for first in range(int(down[0]), end, _ROWS):
        block = slice(first, min(first + _ROWS, end))
        met_hw = picture_hw[evenly(rows[block])][:, columns]
        values_hw[block, inside] += np.multiply(met_hw, change, dtype=np.float32)
