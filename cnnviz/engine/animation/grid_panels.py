"""The two large grids of an animation: the picture under the window, the output that grows."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cnnviz.engine.animation.cells import (
    Box,
    cell_box,
    cover,
    cross_out,
    draw_hues,
    draw_outline,
    painted,
    write_numbers,
)
from cnnviz.engine.animation.fitting import lettered
from cnnviz.engine.animation.framing import Framing
from cnnviz.engine.animation.grids import CELL, input_part
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.scale import Scale
from cnnviz.engine.animation.style import UNREACHED_VEIL
from cnnviz.engine.convolution.dependencies import unreached
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.walk import Walk


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
        self._operation, self._channel = walk.operation, channel
        self._scale, self._framed = scale, framed
        values = walk.operation.input_chw[channel]
        self._how = lettered(values, framed.cell - 4, words)
        self._unreached = unreached(walk.geometry)
        self._last: tuple[Pair, Image.Image] | None = None

    def at(self, walk: Walk) -> Image.Image:
        """Return the panel at a step."""
        geometry, cell = walk.geometry, self._framed.cell
        corner, span = geometry.corner(*walk.cell), geometry.span
        # From here on cells are counted from the first of the padding.
        top, left = corner[0] + geometry.top, corner[1] + geometry.left
        origin = self._framed.origin((top + span[0] / 2, left + span[1] / 2))
        if self._last is None or self._last[0] != origin:
            self._last = origin, self._paint(origin)
        image = self._last[1].copy()
        top, left = top - origin[0], left - origin[1]
        draw_hues(image, geometry.kernel, cell, (top, left), geometry.dilation)
        draw_outline(image, cell_box(top, left, cell, *span))
        return image

    def _paint(self, origin: Pair) -> Image.Image:
        geometry, framed = self._operation.geometry, self._framed
        top, left = origin[0] - geometry.top, origin[1] - geometry.left
        size = (framed.rows, framed.columns)
        values_hw, kinds_hw = input_part(
            self._operation, self._channel, (top, left), size
        )
        colours = self._scale.colours(values_hw)
        image = painted(colours, framed.cell, kinds_hw)
        rows, columns = self._unreached.rows - top, self._unreached.columns - left
        if len(rows) or len(columns):
            cross_out(image, rows, columns, framed.cell)
        ground = colours.copy()
        ground[kinds_hw != CELL] = 0  # padding and gaps are dark
        ground[np.isin(range(framed.rows), rows)] = UNREACHED_VEIL
        ground[:, np.isin(range(framed.columns), columns)] = UNREACHED_VEIL
        write_numbers(image, values_hw, ground, framed.cell, self._how)
        return image


class OutputPanel:
    """The output up to the step of now; the cells to come are covered."""

    def __init__(
        self,
        values_hw: NDArray[np.float32],
        scale: Scale,
        framed: Framing,
        words: AnimationLabels,
    ) -> None:
        self._values_hw, self._scale, self._framed = values_hw, scale, framed
        self._how = lettered(values_hw, framed.cell - 4, words)
        self._last: tuple[Pair, Image.Image] | None = None

    def at(self, walk: Walk) -> Image.Image:
        """Return the panel at a step."""
        origin = self._origin(walk)
        if self._last is None or self._last[0] != origin:
            self._last = origin, self._paint(origin)
        image = self._last[1].copy()
        _, top, right, bottom = self.box(walk)
        cover(image, (right, top, image.width, bottom))
        cover(image, (0, bottom, image.width, image.height))
        return image

    def box(self, walk: Walk) -> Box:
        """Return where the cell of now is on the panel."""
        (row, column), (top, left) = walk.cell, self._origin(walk)
        return cell_box(row - top, column - left, self._framed.cell)

    def _origin(self, walk: Walk) -> Pair:
        return self._framed.origin((walk.cell[0] + 0.5, walk.cell[1] + 0.5))

    def _paint(self, origin: Pair) -> Image.Image:
        framed, (top, left) = self._framed, origin
        part = self._values_hw[top : top + framed.rows, left : left + framed.columns]
        colours = self._scale.colours(part)
        image = painted(colours, framed.cell)
        write_numbers(image, part, colours, framed.cell, self._how)
        return image
