"""The small grids of one step, coloured: window, kernel, products."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.images.colour_maps import signed_range, to_indices
from cnnviz.ui.unit_view.unit import Unit


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Numbers and their places in a colour map, both ``kh x kw``."""

    values_hw: Array
    indices_hw: NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class StepPictures:
    """What is shown of a step.

    Attributes
    ----------
    window
        On the scale of the picture; ``None`` when there are too many cells.
    kernel
        The weights as applied, on a diverging scale up to the largest of them;
        ``None`` where there are none, or too many.
    products
        On a diverging scale up to the largest weight times white: the same at every
        step of a walk, so that colours can be compared along it. Where nothing is
        multiplied, the one number that is left; ``None`` when there are too many.
    """

    window: Cells | None
    kernel: Cells | None
    products: Cells | None


def kernel_cells(kernel_hw: Array, among: Array | None = None) -> Cells:
    """Colour a kernel's numbers on a diverging scale up to the largest of them.

    ``among`` gives all of its planes, so that the colours of one mean the same as
    those of another.
    """
    low, high = signed_range(kernel_hw if among is None else among)
    return Cells(kernel_hw, to_indices(kernel_hw, low, high))


def step_pictures(unit: Unit) -> StepPictures:
    """Colour what a unit's step reads and makes in the channel that is looked at."""
    step, given, channel = unit.step, unit.given, unit.own_channel
    assert given is not None
    if step.kernel_chw is None:
        left = np.full((1, 1), step.total, np.float32)
        size = 1 if unit.expression.function else step.size[0] * step.size[1]
        made = Cells(left, to_indices(left, given.low * size, given.high * size))
        return StepPictures(_window_cells(unit), None, made)
    if step.is_large:
        return StepPictures(None, None, None)
    kernel_chw, products_chw = step.kernel_chw, step.products_chw
    assert products_chw is not None
    low, high = signed_range(kernel_chw)
    white = max(abs(given.low), abs(given.high))
    products_hw = products_chw[channel]
    return StepPictures(
        _window_cells(unit),
        kernel_cells(kernel_chw[channel], kernel_chw),
        Cells(products_hw, to_indices(products_hw, low * white, high * white)),
    )


def _window_cells(unit: Unit) -> Cells | None:
    given = unit.given
    if unit.step.is_large or given is None:
        return None
    window_hw = np.asarray(unit.step.window_chw[unit.own_channel], np.float32)
    return Cells(window_hw, to_indices(window_hw, given.low, given.high))
