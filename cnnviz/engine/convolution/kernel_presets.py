"""The kernels that have names."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from cnnviz.engine.convolution.kernel_formulas import gabor_kernel
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

KernelGroup = Literal[
    "move",
    "blur",
    "sharpen",
    "first_derivative",
    "second_derivative",
    "lines",
    "relief",
    "curves",
    "gabor",
]
"""What a kernel is for; derivatives find slopes, and where slopes change."""

GROUP_TITLES: Final[dict[KernelGroup, str]] = {
    "move": QT_TRANSLATE_NOOP("KernelNames", "Keep or move"),
    "blur": QT_TRANSLATE_NOOP("KernelNames", "Blur"),
    "sharpen": QT_TRANSLATE_NOOP("KernelNames", "Sharpen"),
    "first_derivative": QT_TRANSLATE_NOOP("KernelNames", "Edges: first derivative"),
    "second_derivative": QT_TRANSLATE_NOOP("KernelNames", "Edges: second derivative"),
    "lines": QT_TRANSLATE_NOOP("KernelNames", "Lines"),
    "relief": QT_TRANSLATE_NOOP("KernelNames", "Relief"),
    "curves": QT_TRANSLATE_NOOP("KernelNames", "Curves"),
    "gabor": QT_TRANSLATE_NOOP("KernelNames", "Gabor filters"),
}
"""English texts of the context ``KernelNames``, as the titles are."""

_TITLES: Final = {
    "identity": QT_TRANSLATE_NOOP("KernelNames", "Identity"),
    "shift_right": QT_TRANSLATE_NOOP("KernelNames", "Shift right"),
    "box_blur": QT_TRANSLATE_NOOP("KernelNames", "Box blur 3 × 3"),
    "box_blur_5": QT_TRANSLATE_NOOP("KernelNames", "Box blur 5 × 5"),
    "gaussian_blur": QT_TRANSLATE_NOOP("KernelNames", "Gaussian blur 3 × 3"),
    "gaussian_blur_5": QT_TRANSLATE_NOOP("KernelNames", "Gaussian blur 5 × 5"),
    "motion_blur": QT_TRANSLATE_NOOP("KernelNames", "Motion blur"),
    "sharpen": QT_TRANSLATE_NOOP("KernelNames", "Sharpen"),
    "sharpen_strong": QT_TRANSLATE_NOOP("KernelNames", "Sharpen strongly"),
    "unsharp_mask": QT_TRANSLATE_NOOP("KernelNames", "Unsharp masking"),
    "derivative_x": QT_TRANSLATE_NOOP("KernelNames", "Derivative x"),
    "derivative_y": QT_TRANSLATE_NOOP("KernelNames", "Derivative y"),
    "sobel_x": QT_TRANSLATE_NOOP("KernelNames", "Sobel x"),
    "sobel_y": QT_TRANSLATE_NOOP("KernelNames", "Sobel y"),
    "prewitt_x": QT_TRANSLATE_NOOP("KernelNames", "Prewitt x"),
    "prewitt_y": QT_TRANSLATE_NOOP("KernelNames", "Prewitt y"),
    "scharr_x": QT_TRANSLATE_NOOP("KernelNames", "Scharr x"),
    "scharr_y": QT_TRANSLATE_NOOP("KernelNames", "Scharr y"),
    "roberts": QT_TRANSLATE_NOOP("KernelNames", "Roberts cross"),
    "second_derivative_x": QT_TRANSLATE_NOOP("KernelNames", "Second derivative x"),
    "second_derivative_y": QT_TRANSLATE_NOOP("KernelNames", "Second derivative y"),
    "laplacian": QT_TRANSLATE_NOOP("KernelNames", "Laplacian, 4 neighbours"),
    "laplacian8": QT_TRANSLATE_NOOP("KernelNames", "Laplacian, 8 neighbours"),
    "outline": QT_TRANSLATE_NOOP("KernelNames", "Outline"),
    "laplacian_of_gaussian": QT_TRANSLATE_NOOP("KernelNames", "Laplacian of Gaussian"),
    "horizontal_line": QT_TRANSLATE_NOOP("KernelNames", "Horizontal line"),
    "vertical_line": QT_TRANSLATE_NOOP("KernelNames", "Vertical line"),
    "diagonal_line": QT_TRANSLATE_NOOP("KernelNames", "Diagonal line, falling"),
    "rising_line": QT_TRANSLATE_NOOP("KernelNames", "Diagonal line, rising"),
    "emboss": QT_TRANSLATE_NOOP("KernelNames", "Emboss"),
    "curve": QT_TRANSLATE_NOOP("KernelNames", "Curve, light on dark"),
    "dark_curve": QT_TRANSLATE_NOOP("KernelNames", "Curve, dark on light"),
    "gabor_horizontal": QT_TRANSLATE_NOOP("KernelNames", "Gabor, horizontal"),
    "gabor_vertical": QT_TRANSLATE_NOOP("KernelNames", "Gabor, vertical"),
    "gabor_falling": QT_TRANSLATE_NOOP("KernelNames", "Gabor, falling"),
    "gabor_rising": QT_TRANSLATE_NOOP("KernelNames", "Gabor, rising"),
}


@dataclass(frozen=True, slots=True, eq=False)
class KernelPreset:
    """A kernel with a name.

    Attributes
    ----------
    key
        What the command line calls it; never translated.
    title
        What it is called in the window, in English: a text of the context ``KernelNames``.
    group
        What it is for.
    values_hw
        float32, ``kh x kw``, read-only.
    """

    key: str
    title: str
    group: KernelGroup
    values_hw: NDArray[np.float32]


def _preset(
    key: str, group: KernelGroup, rows: ArrayLike, divisor: float = 1
) -> KernelPreset:
    values = (np.array(rows, np.float64) / divisor).astype(np.float32)
    values.flags.writeable = False
    return KernelPreset(key, _TITLES[key], group, values)


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
    _preset("derivative_x", "first_derivative", [[-1, 0, 1]], 2),
    _preset("derivative_y", "first_derivative", [[-1], [0], [1]], 2),
    _preset("sobel_x", "first_derivative", [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]),
    _preset("sobel_y", "first_derivative", [[-1, -2, -1], [0, 0, 0], [1, 2, 1]]),
    _preset("prewitt_x", "first_derivative", [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]),
    _preset("prewitt_y", "first_derivative", [[-1, -1, -1], [0, 0, 0], [1, 1, 1]]),
    _preset("scharr_x", "first_derivative", [[-3, 0, 3], [-10, 0, 10], [-3, 0, 3]]),
    _preset("scharr_y", "first_derivative", [[-3, -10, -3], [0, 0, 0], [3, 10, 3]]),
    _preset("roberts", "first_derivative", [[1, 0], [0, -1]]),
    _preset("second_derivative_x", "second_derivative", [[1, -2, 1]]),
    _preset("second_derivative_y", "second_derivative", [[1], [-2], [1]]),
    _preset("laplacian", "second_derivative", [[0, 1, 0], [1, -4, 1], [0, 1, 0]]),
    _preset("laplacian8", "second_derivative", [[1, 1, 1], [1, -8, 1], [1, 1, 1]]),
    _preset("outline", "second_derivative", [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]),
    _preset(
        "laplacian_of_gaussian",
        "second_derivative",
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
