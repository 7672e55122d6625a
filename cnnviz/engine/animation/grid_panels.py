"""The two large grids of an animation: the picture under the window, the output that grows."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cnnviz.engine.animation.cells import (
    Box,
    cell_box,
    cover,
    cross_out,
    draw_edge,
    draw_outline,
    painted,
    write_numbers,
)
from cnnviz.engine.animation.fitting import lettered
from cnnviz.engine.animation.framing import Framing
from cnnviz.engine.animation.grids import input_part
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.scale import Scale, output_scale
from cnnviz.engine.animation.style import UNREACHED_VEIL
from cnnviz.engine.convolution.dependencies import unreached
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.walk import Walk
from cnnviz.engine.images.weight_hues import hues_of


class InputPanel:
    """The picture with its padding, the window on it, a hue for each weight's cell."""

    def __init__(
        self,
        walk: Walk,
        channel: int,
        scale: Scale,
        framed: Framing,
        words: AnimationLabels,
    ) -> None:
        self._channel, self._scale = channel, scale
        self._framed, self._words = framed, words
        values = walk.operation.input_chw[channel]
        self._how = lettered(values, framed.cell - 4, words)
        self._unreached = unreached(walk.sweep)
        self._origin: Pair | None = None
        self._base = Image.new("RGB", (1, 1))

    def at(self, walk: Walk) -> Image.Image:
        """Return the panel at a step."""
        sweep, cell = walk.sweep, self._framed.cell
        corner, span = sweep.corner(*walk.cell), sweep.span
        # From here on cells are counted from the first of the padding.
        top, left = corner[0] + sweep.top, corner[1] + sweep.left
        middle = (top + span[0] / 2, left + span[1] / 2)
        origin = self._framed.origin(middle)
        if origin != self._origin:
            self._origin = origin
            self._base = self._painted(walk, origin)
        image = self._base.copy()
        top, left = top - origin[0], left - origin[1]
        for i, line in enumerate(hues_of(*sweep.kernel)):
            for j, hue in enumerate(line):
                place = (top + i * sweep.dilation[0], left + j * sweep.dilation[1])
                draw_edge(image, cell_box(*place, cell), cell, hue)
        box = cell_box(top, left, cell, *span)
        draw_outline(image, (box[0], box[1], box[2] - 1, box[3] - 1))
        return image

    def _painted(self, walk: Walk, origin: Pair) -> Image.Image:
        sweep, framed = walk.sweep, self._framed
        part = input_part(
            walk.operation,
            self._channel,
            origin[0] - sweep.top,
            origin[1] - sweep.left,
            framed.rows,
            framed.columns,
        )
        colours = self._scale.colours(part.values_hw)
        image = painted(colours, framed.cell, part.kinds_hw)
        lost = self._unreached
        if len(lost.rows) or len(lost.columns):
            rows, columns = lost.rows - part.top, lost.columns - part.left
            cross_out(image, rows, columns, framed.cell)
        plain = colours.copy()
        plain[part.kinds_hw > 0] = 0  # padding and gaps are dark
        for axis, lines in enumerate((lost.rows - part.top, lost.columns - part.left)):
            seen = lines[(lines >= 0) & (lines < plain.shape[axis])]
            plain[(seen,) if axis == 0 else (slice(None), seen)] = UNREACHED_VEIL
        write_numbers(image, part.values_hw, plain, framed.cell, self._how, self._words)
        return image


class OutputPanel:
    """The output up to the step of now; the cells to come are covered."""

    def __init__(
        self,
        values_hw: NDArray[np.float32],
        white: float,
        framed: Framing,
        words: AnimationLabels,
    ) -> None:
        self._values_hw, self._framed, self._words = values_hw, framed, words
        self._scale = output_scale(values_hw, white)
        self._how = lettered(values_hw, framed.cell - 4, words)
        self._origin: Pair | None = None
        self._all = Image.new("RGB", (1, 1))

    def at(self, walk: Walk) -> Image.Image:
        """Return the panel at a step."""
        origin = self._framed.origin(_middle(walk.cell))
        if origin != self._origin:
            self._origin = origin
            self._all = self._painted(origin)
        image = self._all.copy()
        (row, column), framed = walk.cell, self._framed
        row, column = row - origin[0], column - origin[1]
        _, top, right, bottom = cell_box(row, column, framed.cell)
        cover(image, (right, top, image.width, bottom))
        cover(image, (0, bottom, image.width, image.height))
        return image

    def box(self, walk: Walk) -> Box:
        """Return where the cell of now is on the panel."""
        origin = self._framed.origin(_middle(walk.cell))
        row, column = walk.cell[0] - origin[0], walk.cell[1] - origin[1]
        return cell_box(row, column, self._framed.cell)

    def _painted(self, origin: Pair) -> Image.Image:
        framed = self._framed
        part = self._values_hw[
            origin[0] : origin[0] + framed.rows, origin[1] : origin[1] + framed.columns
        ]
        colours = self._scale.colours(part)
        image = painted(colours, framed.cell)
        write_numbers(image, part, colours, framed.cell, self._how, self._words)
        return image


def _middle(cell: Pair) -> tuple[float, float]:
    return cell[0] + 0.5, cell[1] + 0.5
