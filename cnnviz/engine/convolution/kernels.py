"""Kernels that people write themselves, and kernels fitted to a picture's channels."""

import json

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.json_values import read_typed
from cnnviz.engine.convolution.operands import shape_words
from cnnviz.engine.errors import CnnvizError

_DEEPEST = 4
"""Lists in lists: outputs, channels, rows, columns."""


def parse_kernel(text: str) -> NDArray[np.float32]:
    """Read a kernel written as JSON, or as `cnnviz.engine.images.numbers.number_tables` reads numbers.

    Parameters
    ----------
    text
        Rows in brackets, ``[[1, 0], [0, -1]]``; one level more for a kernel over
        channels (``C x kh x kw``), two for several kernels (``O x C x kh x kw``). Or
        rows as other programs print them.

    Returns
    -------
    ndarray
        float32 with 2, 3 or 4 axes, none of them empty, all numbers finite.

    Raises
    ------
    CnnvizError
        ``kernel_not_json``, ``kernel_not_numbers``, ``kernel_ragged``,
        ``kernel_empty``, ``kernel_axes``, ``kernel_not_finite``, ``kernel_too_large``,
        and what `read_table` raises.

    Examples
    --------
    >>> parse_kernel("[[1, 0], [0, -1]]")
    array([[ 1.,  0.],
           [ 0., -1.]], dtype=float32)
    >>> parse_kernel("[1 0; 0 -1]").tolist()
    [[1.0, 0.0], [0.0, -1.0]]
    """
    return read_typed(
        text,
        from_json=_from_json,
        from_table=as_kernel,
        not_json="kernel_not_json",
        not_finite="kernel_not_finite",
    )


def _from_json(value: object) -> NDArray[np.float32]:
    shape = _shape(value)
    if 0 in shape:
        raise CnnvizError("kernel_empty")
    if len(shape) not in (2, 3, 4):
        raise CnnvizError("kernel_axes", axes=len(shape))
    return _finite(np.array(value, np.float64))


def as_kernel(values: NDArray[np.generic]) -> NDArray[np.float32]:
    """Return numbers, of a file for example, as a kernel.

    Raises
    ------
    CnnvizError
        ``kernel_axes``, ``kernel_empty``, ``kernel_not_finite`` or ``kernel_too_large``.

    Examples
    --------
    >>> as_kernel(np.eye(2)).dtype
    dtype('float32')
    """
    if values.ndim not in (2, 3, 4):
        raise CnnvizError("kernel_axes", axes=values.ndim)
    if not values.size:
        raise CnnvizError("kernel_empty")
    return _finite(values.astype(np.float64))


def _shape(value: object, depth: int = 0) -> tuple[int, ...]:
    """Return the shape of nested lists, refusing what is not a regular array of numbers."""
    if depth > _DEEPEST:
        raise CnnvizError("kernel_axes", axes=depth)
    if not isinstance(value, list):
        # bool is an int in Python, but "true" is no number in a kernel.
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise CnnvizError("kernel_not_numbers", value=json.dumps(value)[:40])
        return ()
    shapes = [_shape(item, depth + 1) for item in value]
    if len(set(shapes)) > 1:
        raise CnnvizError(
            "kernel_ragged",
            shapes=", ".join(map(shape_words, shapes[:6])),
        )
    return (len(value), *(shapes[0] if shapes else ()))


def _finite(values: NDArray[np.float64]) -> NDArray[np.float32]:
    if np.isnan(values).any():
        raise CnnvizError("kernel_not_finite", value="NaN")
    with np.errstate(over="ignore"):
        kernel = values.astype(np.float32)
    if not np.isfinite(kernel).all():
        raise CnnvizError("kernel_too_large")
    return kernel


def kernels_for(
    kernel: NDArray[np.float32],
    channels: int,
    groups: int = 1,
    *,
    transposed: bool = False,
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
    transposed
        Whether the input channels come first: ``C x O/groups x kh x kw``, from
        ``C x kh x kw``.

    Raises
    ------
    CnnvizError
        ``kernel_axes``, ``channels_differ``, ``group_channels_differ`` or
        ``groups_do_not_divide``.

    Examples
    --------
    >>> kernels_for(np.ones((2, 2), np.float32), channels=3).shape
    (3, 3, 2, 2)
    >>> kernels_for(np.ones((2, 2), np.float32), channels=3, groups=3).shape
    (3, 1, 2, 2)
    >>> kernels_for(np.ones((3, 2, 2), np.float32), channels=3, transposed=True).shape
    (3, 1, 2, 2)
    """
    if kernel.ndim not in (2, 3, 4):
        raise CnnvizError("kernel_axes", axes=kernel.ndim)
    if kernel.ndim == 2:
        return _each_by_itself(kernel, channels, groups)
    if transposed:
        if len(kernel) != channels:
            raise CnnvizError(
                "channels_differ", kernel_channels=len(kernel), input_channels=channels
            )
        return kernel[:, np.newaxis] if kernel.ndim == 3 else kernel
    if kernel.shape[-3] * groups != channels:
        raise _channels_differ(kernel, channels, groups)
    return np.stack([kernel] * groups) if kernel.ndim == 3 else kernel


def _channels_differ(
    kernel: NDArray[np.float32], channels: int, groups: int
) -> CnnvizError:
    """Say how many channels a kernel should have: of all, or of those of a group."""
    if groups == 1:
        return CnnvizError(
            "channels_differ",
            kernel_channels=kernel.shape[-3],
            input_channels=channels,
        )
    if channels % groups:
        outputs = groups if kernel.ndim == 3 else len(kernel)
        return CnnvizError(
            "groups_do_not_divide", groups=groups, channels=channels, outputs=outputs
        )
    return CnnvizError(
        "group_channels_differ",
        groups=groups,
        kernel_channels=kernel.shape[-3],
        group_channels=channels // groups,
        input_channels=channels,
    )


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
