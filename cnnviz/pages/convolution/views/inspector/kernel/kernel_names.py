"""What kernels and their groups are called, in the language of the window."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_NAMES: Final = {
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
    "diagonal_line": QT_TRANSLATE_NOOP("KernelNames", "Falling line"),
    "rising_line": QT_TRANSLATE_NOOP("KernelNames", "Rising line"),
    "emboss": QT_TRANSLATE_NOOP("KernelNames", "Emboss"),
    "curve": QT_TRANSLATE_NOOP("KernelNames", "Curve, light on dark"),
    "dark_curve": QT_TRANSLATE_NOOP("KernelNames", "Curve, dark on light"),
    "gabor_horizontal": QT_TRANSLATE_NOOP("KernelNames", "Gabor, horizontal"),
    "gabor_vertical": QT_TRANSLATE_NOOP("KernelNames", "Gabor, vertical"),
    "gabor_falling": QT_TRANSLATE_NOOP("KernelNames", "Gabor, falling"),
    "gabor_rising": QT_TRANSLATE_NOOP("KernelNames", "Gabor, rising"),
    "random": QT_TRANSLATE_NOOP("KernelNames", "Random numbers"),
}
_GROUPS: Final = {
    "move": QT_TRANSLATE_NOOP("KernelNames", "Keep or move"),
    "blur": QT_TRANSLATE_NOOP("KernelNames", "Blur"),
    "sharpen": QT_TRANSLATE_NOOP("KernelNames", "Sharpen"),
    "first": QT_TRANSLATE_NOOP("KernelNames", "Edges: first derivative"),
    "second": QT_TRANSLATE_NOOP("KernelNames", "Edges: second derivative"),
    "lines": QT_TRANSLATE_NOOP("KernelNames", "Lines"),
    "relief": QT_TRANSLATE_NOOP("KernelNames", "Relief"),
    "curves": QT_TRANSLATE_NOOP("KernelNames", "Curves"),
    "gabor": QT_TRANSLATE_NOOP("KernelNames", "Waves (Gabor)"),
    "random": QT_TRANSLATE_NOOP("KernelNames", "Chance"),
}


def kernel_name(key: str) -> str:
    """Return what a preset is called; one without a name is called by its key."""
    return QCoreApplication.translate("KernelNames", str(_NAMES.get(key, key)))


def group_name(key: str) -> str:
    """Return what a group of presets is called."""
    return QCoreApplication.translate("KernelNames", str(_GROUPS.get(key, key)))
