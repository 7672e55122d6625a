"""The small grids of one step, coloured: window, kernel, products."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.images.colour_maps import DIVERGING, signed_range, to_indices
from cnnviz.ui.unit_view.unit import Unit, input_lut


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Numbers and their places in a colour map, both ``kh x kw``."""

    values_hw: Array
    indices_hw: NDArray[np.uint8]
    lut: NDArray[np.uint8]

    def equals(self, other: "Cells") -> bool:
        """Whether the numbers and their colours are the same."""
        return (
            self.lut is other.lut
            and np.array_equal(self.values_hw, other.values_hw)
            and np.array_equal(self.indices_hw, other.indices_hw)
        )


def _cells(
    values_hw: Array, low: float, high: float, lut: NDArray[np.uint8] = DIVERGING
) -> Cells:
    return Cells(values_hw, to_indices(values_hw, low, high), lut)


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
    return _cells(kernel_hw, *signed_range(kernel_hw if among is None else among))


def step_pictures(unit: Unit) -> StepPictures:
    """Colour what a unit's step reads and makes in the channel that is looked at."""
    step, given, channel = unit.step, unit.given, unit.own_channel
    assert given is not None
    lut, window = input_lut(given, unit.seen_channel), None
    if not step.is_large:
        window_hw = np.asarray(step.window_chw[channel], np.float32)
        window = _cells(window_hw, given.low, given.high, lut)
    if step.kernel_chw is None:
        left = np.full((1, 1), step.total, np.float32)
        size = 1 if unit.expression.function else step.size[0] * step.size[1]
        made = _cells(left, given.low * size, given.high * size, lut)
        return StepPictures(window, None, made)
    if step.is_large:
        return StepPictures(None, None, None)
    kernel_chw, products_chw = step.kernel_chw, step.products_chw
    assert products_chw is not None
    low, high = signed_range(kernel_chw)
    white = max(abs(given.low), abs(given.high))
    return StepPictures(
        window,
        kernel_cells(kernel_chw[channel], kernel_chw),
        _cells(products_chw[channel], low * white, high * white),
    )
