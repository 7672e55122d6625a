"""The small grids of one step, coloured: window, kernel, products."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.pool_stepping import PoolStep
from cnnviz.engine.convolution.pooling import PoolKind
from cnnviz.engine.convolution.stepping import Step
from cnnviz.engine.images.colour_maps import signed_range, to_indices
from cnnviz.state.lab_input import LabInput


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Numbers and their places in a colour map, both ``kh x kw``."""

    values_hw: NDArray[np.float32]
    indices_hw: NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class StepPictures:
    """What the middle of the Convolution page shows of a step.

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


def kernel_cells(
    kernel_hw: NDArray[np.float32], among: NDArray[np.float32] | None = None
) -> Cells:
    """Colour a kernel's numbers on a diverging scale up to the largest of them.

    ``among`` gives all of its planes, so that the colours of one mean the same as
    those of another.
    """
    low, high = signed_range(kernel_hw if among is None else among)
    return Cells(kernel_hw, to_indices(kernel_hw, low, high))


def group_channel(step: Step, shown_channel: int) -> int:
    """Return which of a step's own channels is looked at.

    That is the shown one of the picture's channels where the kernel reads it, else the
    first that it reads.
    """
    channel = shown_channel - step.first_channel
    return channel if 0 <= channel < len(step.window_chw) else 0


def step_pictures(step: Step, given: LabInput, channel: int = 0) -> StepPictures:
    """Colour one channel of a step, counted within the step's own channels."""
    window, kernel = step.window_chw[channel], step.kernel_chw[channel]
    return StepPictures(
        _window_cells(window, given),
        kernel_cells(kernel, step.kernel_chw),
        _product_cells(step.products_chw[channel], step.kernel_chw, given),
    )


def pool_pictures(step: PoolStep, kind: PoolKind, given: LabInput) -> StepPictures:
    """Colour the step of a pooling; a mean is a kernel of equal weights."""
    left = np.full((1, 1), step.output, np.float32)
    if kind != "average":
        size = step.cells if kind == "sum" else 1
        return StepPictures(
            _pool_window(step, given),
            None,
            Cells(left, to_indices(left, given.low * size, given.high * size)),
        )
    if step.is_large:
        return StepPictures(None, None, None)
    weights = mean_weights(step)
    return StepPictures(
        _pool_window(step, given),
        kernel_cells(weights),
        _product_cells(step.window_hw * weights, weights, given),
    )


def mean_weights(step: PoolStep) -> NDArray[np.float32]:
    """Return what each cell of a window counts for in its mean.

    Cells of the padding count for nothing when the padding does not count.
    """
    everywhere = step.divisor == step.cells
    counted = np.ones(step.size, np.bool_) if everywhere else step.inside_hw
    return (counted / step.divisor).astype(np.float32)


def _pool_window(step: PoolStep, given: LabInput) -> Cells | None:
    if step.is_large:
        return None
    return _window_cells(step.window_hw, given)


def _window_cells(window_hw: NDArray[np.float32], given: LabInput) -> Cells:
    return Cells(window_hw, to_indices(window_hw, given.low, given.high))


def _product_cells(
    products_hw: NDArray[np.float32], weights: NDArray[np.float32], given: LabInput
) -> Cells:
    low, high = signed_range(weights)
    white = max(abs(given.low), abs(given.high))
    return Cells(products_hw, to_indices(products_hw, low * white, high * white))
