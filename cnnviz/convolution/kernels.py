"""Kernels worth knowing, and kernels that people write themselves."""

import json
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from cnnviz.errors import CnnvizError

KernelGroup = Literal["move", "blur", "sharpen", "edges", "lines", "relief"]


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
    _preset("sobel_x", "edges", [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]),
    _preset("sobel_y", "edges", [[-1, -2, -1], [0, 0, 0], [1, 2, 1]]),
    _preset("prewitt_x", "edges", [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]),
    _preset("prewitt_y", "edges", [[-1, -1, -1], [0, 0, 0], [1, 1, 1]]),
    _preset("scharr_x", "edges", [[-3, 0, 3], [-10, 0, 10], [-3, 0, 3]]),
    _preset("scharr_y", "edges", [[-3, -10, -3], [0, 0, 0], [3, 10, 3]]),
    _preset("roberts", "edges", [[1, 0], [0, -1]]),
    _preset("laplacian", "edges", [[0, 1, 0], [1, -4, 1], [0, 1, 0]]),
    _preset("laplacian8", "edges", [[1, 1, 1], [1, -8, 1], [1, 1, 1]]),
    _preset("outline", "edges", [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]),
    _preset(
        "laplacian_of_gaussian",
        "edges",
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


def parse_kernel(text: str) -> NDArray[np.float32]:
    """Read a kernel written as JSON.

    Parameters
    ----------
    text
        Rows in brackets, ``[[1, 0], [0, -1]]``; one level more for a kernel over
        channels (``C x kh x kw``), two for several kernels (``O x C x kh x kw``).

    Returns
    -------
    ndarray
        float32 with 2, 3 or 4 axes, none of them empty, all numbers finite.

    Raises
    ------
    CnnvizError
        ``kernel_not_json``, ``kernel_not_numbers``, ``kernel_ragged``,
        ``kernel_empty``, ``kernel_axes`` or ``kernel_not_finite``.

    Examples
    --------
    >>> parse_kernel("[[1, 0], [0, -1]]")
    array([[ 1.,  0.],
           [ 0., -1.]], dtype=float32)
    """
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise CnnvizError(
            "kernel_not_json", line=error.lineno, column=error.colno
        ) from error
    except (RecursionError, ValueError) as error:
        # ValueError: an integer of more digits than Python cares to read.
        raise CnnvizError("kernel_not_json", line=1, column=1) from error
    shape = _shape(value)
    if 0 in shape:
        raise CnnvizError("kernel_empty")
    if len(shape) not in (2, 3, 4):
        raise CnnvizError("kernel_axes", axes=len(shape))
    return _finite(value)


def _shape(value: object) -> tuple[int, ...]:
    """Return the shape of nested lists, refusing what is not a full box of numbers."""
    if not isinstance(value, list):
        # bool is an int in Python, but "true" is no number in a kernel.
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise CnnvizError("kernel_not_numbers", value=json.dumps(value)[:40])
        return ()
    shapes = [_shape(item) for item in value]
    if len(set(shapes)) > 1:
        raise CnnvizError(
            "kernel_ragged",
            shapes=", ".join(" × ".join(map(str, s)) or "1" for s in shapes[:6]),
        )
    return (len(value), *(shapes[0] if shapes else ()))


def _finite(value: object) -> NDArray[np.float32]:
    try:
        with np.errstate(over="ignore"):
            kernel = np.array(value, np.float64).astype(np.float32)
    except OverflowError as error:
        raise CnnvizError("kernel_not_finite") from error
    if not np.isfinite(kernel).all():
        raise CnnvizError("kernel_not_finite")
    return kernel


def kernels_for(
    kernel: NDArray[np.float32], channels: int, groups: int = 1
) -> NDArray[np.float32]:
    """Return a kernel of 2, 3 or 4 axes as ``O x C/groups x kh x kw``, for a picture.

    Parameters
    ----------
    kernel
        float32; ``kh x kw`` works on each channel by itself (``O = C``),
        ``C/groups x kh x kw`` sums over those of a group (``O = groups``), and four
        axes stay as they are.
    channels
        Channels of the picture.
    groups
        Into how many parts they are divided.

    Raises
    ------
    CnnvizError
        ``kernel_axes``, ``channels_differ`` or ``groups_do_not_divide``.

    Examples
    --------
    >>> kernels_for(preset("sobel_x").values_hw, channels=3).shape
    (3, 3, 3, 3)
    >>> kernels_for(preset("sobel_x").values_hw, channels=3, groups=3).shape
    (3, 1, 3, 3)
    """
    if kernel.ndim not in (2, 3, 4):
        raise CnnvizError("kernel_axes", axes=kernel.ndim)
    if kernel.ndim == 2:
        return _each_by_itself(kernel, channels, groups)
    group_channels = kernel.shape[-3]
    if group_channels * groups != channels:
        raise CnnvizError(
            "channels_differ",
            kernel_channels=group_channels * groups,
            input_channels=channels,
        )
    return np.stack([kernel] * groups) if kernel.ndim == 3 else kernel


def transposed_kernels_for(
    kernel: NDArray[np.float32], channels: int, groups: int = 1
) -> NDArray[np.float32]:
    """Return a kernel of 2, 3 or 4 axes as ``C x O/groups x kh x kw``, for a picture.

    Parameters
    ----------
    kernel
        float32; ``kh x kw`` works on each channel by itself (``O = C``),
        ``C x kh x kw`` sums over those of a group (``O = groups``), and four axes stay
        as they are.
    channels, groups
        As for `kernels_for`.

    Raises
    ------
    CnnvizError
        ``kernel_axes``, ``channels_differ`` or ``groups_do_not_divide``.

    Examples
    --------
    >>> transposed_kernels_for(np.ones((3, 2, 2), np.float32), channels=3).shape
    (3, 1, 2, 2)
    """
    if kernel.ndim not in (2, 3, 4):
        raise CnnvizError("kernel_axes", axes=kernel.ndim)
    if kernel.ndim == 2:
        return _each_by_itself(kernel, channels, groups)
    kernels = kernel[:, np.newaxis] if kernel.ndim == 3 else kernel
    if len(kernels) != channels:
        raise CnnvizError(
            "channels_differ", kernel_channels=len(kernels), input_channels=channels
        )
    return kernels


def _each_by_itself(
    kernel_hw: NDArray[np.float32], channels: int, groups: int
) -> NDArray[np.float32]:
    """Return a kernel for each channel, which looks at that channel only."""
    if channels % groups:
        raise CnnvizError(
            "groups_do_not_divide", groups=groups, channels=channels, outputs=channels
        )
    # Zeros off the diagonal, which starts anew in each group.
    each = np.tile(np.eye(channels // groups, dtype=np.float32), (groups, 1))
    return each[:, :, np.newaxis, np.newaxis] * kernel_hw
