"""Signals and kernels in one dimension that have names, and the row of a picture."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.picture import Picture
from cnnviz.pages.convolution.model.lab_settings import SignalSettings
from cnnviz.state.lab_input import RANGES, ValueRange
from cnnviz.state.picture.shared_picture import SharedPicture

Row = tuple[float, ...]

LENGTH: Final = 24
"""Numbers of a signal with a name."""
MOST_OF_A_PICTURE: Final = 64
"""Numbers that a row of a picture is reduced to, at most."""
PICTURE_ROW: Final = "picture_row"
RANDOM: Final = "random"

_NOISE_SEED: Final = 7


_STEP: Final = (0.0,) * 12 + (1.0,) * 12


def _rounded(line: NDArray[np.floating]) -> Row:
    """Return numbers of four digits: more are not read, and make the field long."""
    return tuple(float(f"{number:.4g}") + 0.0 for number in line)


def _sine() -> Row:
    return _rounded(np.round(np.sin(2 * np.pi * np.arange(LENGTH) / 12), 3))


def _noisy_step() -> Row:
    """Return what a blur is good for, and what it costs."""
    noise = np.random.default_rng(_NOISE_SEED).normal(0, 0.2, LENGTH)
    return _rounded(np.round(np.array(_STEP) + noise, 1))


_SIGNALS: Final[dict[str, Row]] = {
    "mixed": SignalSettings().values,
    "step": _STEP,
    "impulse": (0.0,) * 12 + (1.0,) + (0.0,) * 11,
    "pulse": (0.0,) * 8 + (1.0,) * 8 + (0.0,) * 8,
    "two_pulses": (0.0,) * 4 + (1.0,) * 4 + (0.0,) * 7 + (2.0,) * 3 + (0.0,) * 6,
    "ramp": (0.0,) * 5 + tuple(map(float, range(13))) + (12.0,) * 6,
    "sine": _sine(),
    "noise": _noisy_step(),
}
SIGNALS: Final[tuple[str, ...]] = (*_SIGNALS, RANDOM, PICTURE_ROW)
"""Keys of the signals that have names, in the order of the list."""

KERNELS: Final[dict[str, Row]] = {
    "identity": (0, 1, 0),
    "shift": (0, 0, 1),
    "average_3": (1 / 3,) * 3,
    "average_5": (1 / 5,) * 5,
    "gaussian": (1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16),
    "sharpen": (-1, 3, -1),
    "difference": (1, -1),
    "derivative": (1, 0, -1),
    "second_difference": (1, -2, 1),
    "echo": (1, 0, 0, 0, 0.6, 0, 0, 0, 0.3),
}
"""Kernels that have names, as they are written: a true convolution turns them."""


def signal_preset(key: str) -> Row:
    """Return a signal by its key (not ``picture_row``: that needs a picture).

    Examples
    --------
    >>> signal_preset("step")[10:14]
    (0.0, 0.0, 1.0, 1.0)
    """
    if key == RANDOM:  # whole numbers, others at each call
        return tuple(map(float, np.random.default_rng().integers(-4, 10, LENGTH)))
    return _SIGNALS[key]


def signal_key(values: Row) -> str:
    """Return the key of the signal that some numbers are, or empty."""
    return _key_of(values, _SIGNALS)


def kernel_key(values: Row) -> str:
    """Return the key of the kernel that some numbers are, or empty.

    Examples
    --------
    >>> kernel_key((1.0, 0.0, -1.0)), kernel_key((2.0,))
    ('derivative', '')
    """
    return _key_of(values, KERNELS)


def picture_row(
    shared: SharedPicture, row: int, value_range: ValueRange = "0..255"
) -> Row:
    """Return the grey numbers of one row of a picture, at most 64 of them.

    A wider row is cut into equal parts, and each number is the mean of its part.

    Parameters
    ----------
    shared
        The picture, or the numbers that were typed in its place.
    row
        Which row, clamped to the picture.
    value_range
        What black and white stand for; typed numbers are taken as they are.
    """
    typed = shared.numbers_chw
    if typed is not None:
        line = typed[:, _clamped(row, typed.shape[1])].mean(axis=0, dtype=np.float64)
        return _rounded(_reduced(line))
    place = _clamped(row, shared.picture.size_hw[0])
    strip = Picture(shared.picture.pixels_chw[:, place : place + 1], "")
    low, high = RANGES[value_range]
    levels = strip.to_grey().pixels_chw[0, 0].astype(np.float64)
    return _rounded(_reduced(low + levels * (high - low) / 255))


def _key_of(values: Row, rows: dict[str, Row]) -> str:
    return next((key for key, row in rows.items() if row == values), "")


def _clamped(row: int, rows: int) -> int:
    return min(max(row, 0), rows - 1)


def _reduced(line: NDArray[np.float64]) -> NDArray[np.float64]:
    if len(line) <= MOST_OF_A_PICTURE:
        return line
    parts = np.array_split(line, MOST_OF_A_PICTURE)
    return np.array([part.mean() for part in parts])
