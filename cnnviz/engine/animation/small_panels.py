"""The small grids of an animation: window, kernel and products."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from cnnviz.engine.animation.cells import (
    cell_box,
    draw_hues,
    draw_outline,
    painted,
    write_numbers,
)
from cnnviz.engine.animation.fitting import Lettered, lettered
from cnnviz.engine.animation.grids import CELL, PADDED
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.layout import Layout
from cnnviz.engine.animation.scale import Scale, signed_scale
from cnnviz.engine.animation.style import Look
from cnnviz.engine.animation.text import draw_text, fitted, line_height
from cnnviz.engine.convolution.expression import outside_cells
from cnnviz.engine.convolution.operations import AnyStep
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.walk import Walk

_MOST_DRAWN = 256
"""Rows and columns of a window that are drawn: a panel has no more pixels."""

_MARGIN = 8
"""Pixels of a cell that its coloured edge and the hairlines take."""


@dataclass(frozen=True, slots=True)
class _Small:
    """How one of the small grids is coloured, lettered and called."""

    name: str
    scale: Scale
    how: Lettered | None


class SmallPanels:
    """Window, kernel and products of one channel; of a pooling, the window only."""

    def __init__(
        self,
        walk: Walk,
        channel: int,
        scale: Scale,
        lay: Layout,
        words: AnimationLabels,
    ) -> None:
        self._channel, self._lay = channel, lay
        self._geometry = walk.geometry
        values: Array = walk.operation.input_chw
        room = lay.small_cell - _MARGIN
        self._grids = [
            _Small(words.say("window"), scale, lettered(values, room, words))
        ]
        step = walk.step
        self._is_weighted = walk.operation.expression(step).is_weighted
        if not self._is_weighted or step.kernel_chw is None:
            return
        kernel = step.kernel_chw[channel]
        products = np.outer(_some(values), kernel)
        weights, made = signed_scale(kernel), signed_scale(products)
        self._grids += [
            _Small(words.say("kernel"), weights, lettered(kernel, room, words)),
            _Small(words.say("products"), made, lettered(products, room, words)),
        ]

    def draw(self, image: Image.Image, step: AnyStep, look: Look) -> None:
        """Draw the grids of a step into their places."""
        numbers = [self._window(step)]
        if self._is_weighted:
            grids = (step.kernel_chw, step.products_chw)
            numbers += [grid[self._channel] for grid in grids if grid is not None]
        for small, values, top in zip(
            self._grids, numbers, self._lay.small_tops, strict=True
        ):
            self._draw_grid(image, small, values, top, look)
        if step.winner is not None:
            self._mark(image, step.winner, step.size[1])

    def _window(self, step: AnyStep) -> Array:
        """Return the window's cells; padding that takes no part is no number."""
        window_hw: Array = step.window_chw[self._channel]
        if self._is_weighted:
            return window_hw
        rows, columns = outside_cells(step, self._geometry)
        if not (rows.any() or columns.any()):
            return window_hw
        outside: Array = np.where(rows[:, np.newaxis] | columns, np.nan, window_hw)
        return outside

    def _draw_grid(
        self, image: Image.Image, small: _Small, values: Array, top: int, look: Look
    ) -> None:
        lay, cell = self._lay, self._lay.small_cell
        if (every := _every(values.shape)) > 1:  # no more than a pixel shows of them
            values, cell = values[::every, ::every], cell * every
        colours = small.scale.colours(values)
        kinds = np.where(np.isnan(values), PADDED, CELL).astype(np.uint8)
        grid = painted(colours, cell, kinds)
        write_numbers(grid, values, colours, cell, small.how, _MARGIN)
        draw_hues(grid, (values.shape[0], values.shape[1]), cell)
        x = self._left(grid.width)
        image.paste(grid, (x, top))
        name = fitted(small.name, lay.type.small, lay.type.middle)
        y = top - line_height(lay.type.small) - 3
        draw_text(image, (x, y), name, lay.type.small, look.faded)

    def _left(self, width: int) -> int:
        return self._lay.middle_x + (self._lay.type.middle - width) // 2

    def _mark(self, image: Image.Image, winner: Pair, columns: int) -> None:
        """Outline the cell that makes the number."""
        cell, top = self._lay.small_cell, self._lay.small_tops[0]
        left = self._left(cell_box(0, columns, cell)[0])
        draw_outline(image, cell_box(*winner, cell), (left, top))


def _every(shape: tuple[int, ...]) -> int:
    """Return which rows and columns of a large window are drawn: every n-th."""
    return max(1, max(shape) // _MOST_DRAWN)


def _some(values: Array) -> Array:
    """Return the extreme numbers of a picture and some between."""
    return (
        np.quantile(np.asarray(values[:, ::7, ::7], np.float64), np.linspace(0, 1, 9))
        if (values.size > 4096)
        else np.unique(np.asarray(values, np.float64))
    )
