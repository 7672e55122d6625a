"""The small grids of one step, coloured: window, kernel, products."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.convolution.stepping import Step
from cnnviz.images.colour_maps import signed_range, to_indices

_WHITE = 255.0


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
        Grey levels, on the scale of the picture.
    kernel
        The weights as applied, on a diverging scale up to the largest of them.
    products
        On a diverging scale up to the largest weight times white: the same at every
        step of a walk, so that colours can be compared along it.
    """

    window: Cells
    kernel: Cells
    products: Cells


def kernel_cells(kernel_hw: NDArray[np.float32]) -> Cells:
    """Colour a kernel's numbers on a diverging scale up to the largest of them."""
    return Cells(kernel_hw, to_indices(kernel_hw, *signed_range(kernel_hw)))


def step_pictures(step: Step) -> StepPictures:
    """Colour the first channel of a step."""
    window, kernel = step.window_chw[0], step.kernel_chw[0]
    products = step.products_chw[0]
    low, high = signed_range(kernel)
    return StepPictures(
        Cells(window, to_indices(window, 0.0, _WHITE)),
        kernel_cells(kernel),
        Cells(products, to_indices(products, low * _WHITE, high * _WHITE)),
    )
