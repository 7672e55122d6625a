"""The kernels that have names."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from cnnviz.engine.convolution.kernel_formulas import gabor_kernel
from cnnviz.engine.errors import CnnvizError

KernelGroup = Literal[
    "move",
    "blur",
    "sharpen",
    "first",
    "second",
    "lines",
    "relief",
    "curves",
    "gabor",
]
"""``first`` and ``second`` are derivatives: slopes, and where slopes change."""


@dataclass(frozen=True, slots=True, eq=False)
class KernelPreset:
    """A kernel with a name.

    Attributes
    ----------
    key
        What the command line calls it; never translated.
    group
        What it is for.
    values_hw
        float32, ``kh x kw``, read-only.
    """

    key: str
    group: KernelGroup
    values_hw: NDArray[np.float32]


def _preset(
    key: str, group: KernelGroup, rows: ArrayLike, divisor: float = 1
) -> KernelPreset:
    values = (np.array(rows, np.float64) / divisor).astype(np.float32)
    values.flags.writeable = False
    return KernelPreset(key, group, values)


_GAUSS_5: Final = (
    (1, 4, 6, 4, 1),
    (4, 16, 24, 16, 4),
    (6, 24, 36, 24, 6),
    (4, 16, 24, 16, 4),
    (1, 4, 6, 4, 1),
)

# "A Beginner's Guide To Understanding Convolutional Neural Networks" (A. Deshpande,
# 2016) shows this curve; laid on the back of its mouse it makes 6600.
_CURVE: Final = (
    (0, 0, 0, 0, 0, 30, 0),
    (0, 0, 0, 0, 30, 0, 0),
    (0, 0, 0, 30, 0, 0, 0),
    (0, 0, 0, 30, 0, 0, 0),
    (0, 0, 0, 30, 0, 0, 0),
    (0, 0, 0, 30, 0, 0, 0),
    (0, 0, 0, 0, 0, 0, 0),
)
# The same curve for ink on paper, where paper is the larger number: the ink counts
# against it, the paper beside it for it, and paper alone makes 0.
_DARK_CURVE: Final = (
    (0, 0, 0, 0, 15, -30, 15),
    (0, 0, 0, 15, -30, 15, 0),
    (0, 0, 15, -30, 15, 0, 0),
    (0, 0, 15, -30, 15, 0, 0),
    (0, 0, 15, -30, 15, 0, 0),
    (0, 0, 15, -30, 15, 0, 0),
    (0, 0, 0, 0, 0, 0, 0),
)

PRESETS: Final[tuple[KernelPreset, ...]] = (
    _preset("identity", "move", [[0, 0, 0], [0, 1, 0], [0, 0, 0]]),
    _preset("shift_right", "move", [[0, 0, 0], [1, 0, 0], [0, 0, 0]]),
    _preset("box_blur", "blur", np.ones((3, 3)), 9),
    _preset("box_blur_5", "blur", np.ones((5, 5)), 25),
    _preset("gaussian_blur", "blur", [[1, 2, 1], [2, 4, 2], [1, 2, 1]], 16),
    _preset("gaussian_blur_5", "blur", _GAUSS_5, 256),
    _preset("motion_blur", "blur", np.eye(5), 5),
    _preset("sharpen", "sharpen", [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]),
    _preset("sharpen_strong", "sharpen", [[-1, -1, -1], [-1, 9, -1], [-1, -1, -1]]),
    _preset(
        "unsharp_mask",
        "sharpen",
        2 * 256 * np.pad([[1]], 2) - np.array(_GAUSS_5),
        256,
    ),
    _preset("derivative_x", "first", [[-1, 0, 1]], 2),
    _preset("derivative_y", "first", [[-1], [0], [1]], 2),
    _preset("sobel_x", "first", [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]),
    _preset("sobel_y", "first", [[-1, -2, -1], [0, 0, 0], [1, 2, 1]]),
    _preset("prewitt_x", "first", [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]),
    _preset("prewitt_y", "first", [[-1, -1, -1], [0, 0, 0], [1, 1, 1]]),
    _preset("scharr_x", "first", [[-3, 0, 3], [-10, 0, 10], [-3, 0, 3]]),
    _preset("scharr_y", "first", [[-3, -10, -3], [0, 0, 0], [3, 10, 3]]),
    _preset("roberts", "first", [[1, 0], [0, -1]]),
    _preset("second_derivative_x", "second", [[1, -2, 1]]),
    _preset("second_derivative_y", "second", [[1], [-2], [1]]),
    _preset("laplacian", "second", [[0, 1, 0], [1, -4, 1], [0, 1, 0]]),
    _preset("laplacian8", "second", [[1, 1, 1], [1, -8, 1], [1, 1, 1]]),
    _preset("outline", "second", [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]),
    _preset(
        "laplacian_of_gaussian",
        "second",
        [
            [0, 0, 1, 0, 0],
            [0, 1, 2, 1, 0],
            [1, 2, -16, 2, 1],
            [0, 1, 2, 1, 0],
            [0, 0, 1, 0, 0],
        ],
    ),
    _preset("horizontal_line", "lines", [[-1, -1, -1], [2, 2, 2], [-1, -1, -1]]),
    _preset("vertical_line", "lines", [[-1, 2, -1], [-1, 2, -1], [-1, 2, -1]]),
    _preset("diagonal_line", "lines", [[2, -1, -1], [-1, 2, -1], [-1, -1, 2]]),
    _preset("rising_line", "lines", [[-1, -1, 2], [-1, 2, -1], [2, -1, -1]]),
    _preset("emboss", "relief", [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]]),
    _preset("curve", "curves", _CURVE),
    _preset("dark_curve", "curves", _DARK_CURVE),
    _preset("gabor_horizontal", "gabor", gabor_kernel(90)),
    _preset("gabor_vertical", "gabor", gabor_kernel(0)),
    _preset("gabor_falling", "gabor", gabor_kernel(135)),
    _preset("gabor_rising", "gabor", gabor_kernel(45)),
)

_BY_KEY: Final = {preset.key: preset for preset in PRESETS}


def preset(key: str) -> KernelPreset:
    """Return the preset of a key.

    Raises
    ------
    CnnvizError
        ``kernel_unknown``.

    Examples
    --------
    >>> preset("sobel_x").values_hw.tolist()[1]
    [-2.0, 0.0, 2.0]
    """
    try:
        return _BY_KEY[key]
    except KeyError:
        raise CnnvizError(
            "kernel_unknown", name=key, names=", ".join(_BY_KEY)
        ) from None
