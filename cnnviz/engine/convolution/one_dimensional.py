"""Convolution of one row of numbers: the same sums, without the second direction."""

import json

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from cnnviz.engine.convolution.json_values import read_typed
from cnnviz.engine.convolution.operands import shape_words
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.shapes import named_amounts
from cnnviz.engine.convolution.spec import SignalSpec
from cnnviz.engine.errors import CnnvizError


def signal_padding(spec: SignalSpec, length: int, kernel: int) -> tuple[int, int]:
    """Return how many zeros are added before and after a signal.

    Examples
    --------
    >>> signal_padding(SignalSpec(padding="same"), length=7, kernel=4)
    (1, 2)
    """
    return named_amounts(spec.padding, length, kernel, spec.stride)


def signal_outputs(spec: SignalSpec, length: int, kernel: int) -> int:
    """Return the output length: ``floor((padded - kernel) / stride) + 1``.

    Raises
    ------
    CnnvizError
        ``kernel_longer_than_signal``.

    Examples
    --------
    >>> signal_outputs(SignalSpec(stride=2), length=8, kernel=3)
    3
    """
    padded = length + sum(signal_padding(spec, length, kernel))
    if kernel > padded:
        raise CnnvizError("kernel_longer_than_signal", kernel=kernel, signal=padded)
    return (padded - kernel) // spec.stride + 1


def signal_unused(spec: SignalSpec, length: int, kernel: int) -> int:
    """Return the cells at the end of the padded signal that no window reaches.

    Examples
    --------
    >>> signal_unused(SignalSpec(stride=2), length=8, kernel=3)
    1
    """
    padded = length + sum(signal_padding(spec, length, kernel))
    outputs = signal_outputs(spec, length, kernel)
    return padded - (outputs - 1) * spec.stride - kernel


def convolve_signal(
    signal_n: Array, kernel_k: Array, spec: SignalSpec, bias: float = 0.0
) -> NDArray[np.float64]:
    """Return every output of a convolution along a signal.

    Parameters
    ----------
    signal_n, kernel_k
        Finite numbers in one row, at least one each.
    spec
        Stride, padding, flip.
    bias
        What is added to every sum.

    Returns
    -------
    ndarray
        float64, one axis.

    Raises
    ------
    CnnvizError
        What `check_rows` and `signal_outputs` raise.

    Examples
    --------
    >>> signal, kernel = np.array([0, 0, 1, 1]), np.array([-1, 1])
    >>> convolve_signal(signal, kernel, SignalSpec()).tolist()
    [0.0, 1.0, 0.0]
    """
    check_rows(signal_n, kernel_k)
    signal = np.asarray(signal_n, np.float64)
    kernel = np.asarray(kernel_k[::-1] if spec.flip else kernel_k, np.float64)
    signal_outputs(spec, len(signal), len(kernel))
    padded = np.pad(signal, signal_padding(spec, len(signal), len(kernel)))
    windows = sliding_window_view(padded, len(kernel))[:: spec.stride]
    return np.asarray(windows @ kernel + bias, np.float64)


def check_rows(signal_n: Array, kernel_k: Array) -> None:
    """Refuse anything that is not a non-empty row of numbers.

    Raises
    ------
    CnnvizError
        ``signal_not_flat``, ``signal_empty`` or ``signal_kernel_empty``.
    """
    for row in (signal_n, kernel_k):
        if row.ndim != 1:
            raise CnnvizError("signal_not_flat", shape=shape_words(row.shape))
    if not signal_n.size:
        raise CnnvizError("signal_empty")
    if not kernel_k.size:
        raise CnnvizError("signal_kernel_empty")


def parse_signal(text: str) -> NDArray[np.float64]:
    """Read a row of numbers written as JSON, or as other programs print one.

    Raises
    ------
    CnnvizError
        ``signal_not_json``, ``signal_not_numbers``, ``signal_empty``,
        ``signal_not_finite``, ``signal_too_large``, ``signal_not_flat``, and what
        `read_table` raises.

    Examples
    --------
    >>> parse_signal("[0, 1, 0.5]").tolist()
    [0.0, 1.0, 0.5]
    >>> parse_signal("array([0. , 1. , 0.5])").tolist()
    [0.0, 1.0, 0.5]
    """
    return read_typed(
        text,
        from_json=_from_json,
        from_table=as_signal,
        not_json="signal_not_json",
        not_finite="signal_not_finite",
    )


def _from_json(numbers: object) -> NDArray[np.float64]:
    for number in numbers if isinstance(numbers, list) else [numbers]:
        # bool is an int in Python, but "true" is no number in a signal.
        if isinstance(number, bool) or not isinstance(number, int | float):
            raise CnnvizError("signal_not_numbers", value=json.dumps(number)[:40])
    if not isinstance(numbers, list):
        raise CnnvizError("signal_not_numbers", value=json.dumps(numbers)[:40])
    if not numbers:
        raise CnnvizError("signal_empty")
    return _finite(np.array(numbers, np.float64))


def as_signal(values: NDArray[np.generic]) -> NDArray[np.float64]:
    """Return one row or one column of numbers, of a file for example, as a signal.

    Raises
    ------
    CnnvizError
        ``signal_not_flat``, ``signal_empty``, ``signal_not_finite`` or
        ``signal_too_large``.

    Examples
    --------
    >>> as_signal(np.ones((3, 1))).tolist()
    [1.0, 1.0, 1.0]
    """
    if not values.size:
        raise CnnvizError("signal_empty")
    if values.size != max(values.shape, default=0):
        raise CnnvizError("signal_not_flat", shape=shape_words(values.shape))
    return _finite(values.astype(np.float64).reshape(-1))


def _finite(signal: NDArray[np.float64]) -> NDArray[np.float64]:
    if np.isnan(signal).any():
        raise CnnvizError("signal_not_finite", value="NaN")
    # Products and sums must stay finite, too.
    if not (np.abs(signal) < 1e100).all():
        raise CnnvizError("signal_too_large")
    return signal
