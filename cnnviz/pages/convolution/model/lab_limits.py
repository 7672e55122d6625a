"""How far a setting can be moved while all others stay as they are.

The rules are those of the engine's specs, written for many values at a time, so that a
slider knows its ends at once; a test holds both against each other.
"""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.padding import MAX_CELLS
from cnnviz.engine.convolution.spec import Pair
from cnnviz.pages.convolution.model.lab_settings import (
    LARGEST_KERNEL,
    LARGEST_PADDING,
    LabSettings,
)
from cnnviz.state.lab_input import LabInput

LimitedField = Literal[
    "kernel_size",
    "stride",
    "dilation",
    "padding",
    "output_padding",
    "pool_size",
    "pool_stride",
    "pool_padding",
]


@dataclass(frozen=True, slots=True)
class Limits:
    """The smallest and the largest value, all between them possible too."""

    least: int
    most: int


OWN_LIMITS: Final[dict[LimitedField, Limits]] = {
    "kernel_size": Limits(1, LARGEST_KERNEL),
    "stride": Limits(1, 99),
    "dilation": Limits(1, 99),
    "padding": Limits(0, LARGEST_PADDING),
    "output_padding": Limits(0, 98),
    "pool_size": Limits(1, 9999),
    "pool_stride": Limits(1, 9999),
    "pool_padding": Limits(0, 4999),
}
"""What each field takes when nothing else stands in its way."""

# How far a slider goes where more would be possible: beyond, a hand finds no number.
_REACH: Final[dict[LimitedField, int]] = {
    "kernel_size": LARGEST_KERNEL,
    "stride": 16,
    "dilation": 16,
    "padding": 32,
    "output_padding": 15,
    "pool_size": 32,
    "pool_stride": 32,
    "pool_padding": 16,
}

# One number, or every number that is tried.
_Numbers: TypeAlias = NDArray[np.int64]
_Asked: TypeAlias = dict[LimitedField, list[_Numbers]]
_Fits: TypeAlias = NDArray[np.bool_]


def limits(
    settings: LabSettings,
    given: LabInput,
    field: LimitedField,
    places: tuple[int, ...] = (0, 1),
) -> Limits | None:
    """Return how far a field can be moved on a picture; ``None`` where it cannot help.

    Parameters
    ----------
    settings
        What is asked for, possible or not.
    given
        The picture.
    field
        Which field of the settings' operation is moved. A padding with a name cannot
        be: put its amounts in its place first.
    places
        Which of the field's numbers are moved together, counted from 0.

    Returns
    -------
    Limits or None
        All values between the two are possible, and the present one is among them if it
        is possible itself. ``None`` when no value is: something else is in the way.
    """
    own = OWN_LIMITS[field]
    values = np.arange(own.least, own.most + 1, dtype=np.int64)
    asked = _asked(settings)
    now = int(asked[field][places[0]][0])
    for place in places:
        asked[field][place] = values
    fits = np.broadcast_to(_fits(settings, given, asked), values.shape)
    return _around(fits, own, now)


def slider_limits(
    settings: LabSettings,
    given: LabInput,
    field: LimitedField,
    places: tuple[int, ...] = (0, 1),
) -> Limits | None:
    """Return the `limits` without what no hand could find on a short slider."""
    found = limits(settings, given, field, places)
    if found is None:
        return None
    now = int(_asked(settings)[field][places[0]][0])
    reach = max(_REACH[field], found.least + 1, now)
    return Limits(found.least, min(found.most, reach))


def _around(fits: _Fits, own: Limits, now: int) -> Limits | None:
    """Return the run of possible values that is nearest to the present one."""
    possible = np.flatnonzero(fits)
    if not len(possible):
        return None
    nearest = possible[np.abs(possible - (now - own.least)).argmin()]
    refused = np.flatnonzero(~fits)
    below, above = refused[refused < nearest], refused[refused > nearest]
    first = below[-1] + 1 if len(below) else 0
    last = above[0] - 1 if len(above) else len(fits) - 1
    return Limits(own.least + int(first), own.least + int(last))


def _asked(settings: LabSettings) -> _Asked:
    """Return the numbers of the settings' operation by field."""
    match settings.operation:
        case "convolution":
            padding = settings.padding
            amounts = () if isinstance(padding, str) else padding
            found: dict[LimitedField, tuple[int, ...]] = {
                "kernel_size": settings.kernel_size,
                "stride": settings.stride,
                "dilation": settings.dilation,
                "padding": amounts,
            }
        case "transposed":
            transposed = settings.transposed
            found = {
                "kernel_size": settings.kernel_size,
                "stride": transposed.stride,
                "dilation": transposed.dilation,
                "padding": transposed.padding,
                "output_padding": transposed.output_padding,
            }
        case _:
            pooling = settings.pooling
            found = {
                "pool_size": pooling.size,
                "pool_stride": pooling.stride or pooling.size,
                "pool_padding": pooling.padding,
            }
    return {field: [_one(value) for value in found[field]] for field in found}


def _one(value: int) -> _Numbers:
    return np.array([value], np.int64)


def _fits(settings: LabSettings, given: LabInput, asked: _Asked) -> _Fits:
    match settings.operation:
        case "convolution":
            return (
                _groups_fit(settings, given)
                & _convolution_fits(settings, asked, 0, given.size_hw)
                & _convolution_fits(settings, asked, 1, given.size_hw)
            )
        case "transposed":
            return _groups_fit(settings, given) & _transposed_fits(
                asked, given.size_hw, settings.bank.outputs
            )
        case _:
            return _pooling_fits(settings, asked, given)


def _groups_fit(settings: LabSettings, given: LabInput) -> np.bool_:
    groups = settings.groups
    return np.bool_(
        groups >= 1
        and given.channels % groups == 0
        and settings.bank.outputs % groups == 0
    )


def _convolution_fits(
    settings: LabSettings, asked: _Asked, axis: int, input_hw: Pair
) -> _Fits:
    size, kernel = input_hw[axis], asked["kernel_size"][axis]
    stride, dilation = asked["stride"][axis], asked["dilation"][axis]
    span = dilation * (kernel - 1) + 1
    before, after = _padding(settings, asked, axis, size, span)
    named = isinstance(settings.padding, str)
    largest = np.maximum(before, after)
    fits: _Fits = _kernel_fits(kernel) & (stride >= 1) & (dilation >= 1)
    fits = fits & (span <= size + before + after)
    if not named:
        fits = fits & (np.minimum(before, after) >= 0) & (largest <= LARGEST_PADDING)
    match settings.padding_mode:
        case "reflect":
            return fits & (largest <= size - 1)
        case "circular":
            return fits & (largest <= size)
        case _:
            return fits


def _padding(
    settings: LabSettings, asked: _Asked, axis: int, size: int, span: _Numbers
) -> tuple[_Numbers, _Numbers]:
    """Return what is added before and after, as in ``shapes.padding_amounts``."""
    none = np.zeros_like(span)
    match settings.padding:
        case "valid":
            return none, none
        case "full":
            return span - 1, span - 1
        case "same":
            stride = np.maximum(asked["stride"][axis], 1)
            outputs = -(-size // stride)
            added = np.maximum((outputs - 1) * stride + span - size, 0)
            return added // 2, added - added // 2
        case _:
            amounts = asked["padding"]
            if len(amounts) == 2:
                return amounts[axis], amounts[axis]
            return amounts[2 * axis], amounts[2 * axis + 1]


def _kernel_fits(kernel: _Numbers) -> _Fits:
    return (kernel >= 1) & (kernel <= LARGEST_KERNEL)


def _transposed_fits(asked: _Asked, input_hw: Pair, outputs: int) -> _Fits:
    fits: _Fits = np.ones(1, np.bool_)
    cells: _Numbers = _one(outputs)
    for axis in (0, 1):
        kernel, stride = asked["kernel_size"][axis], asked["stride"][axis]
        dilation, added = asked["dilation"][axis], asked["output_padding"][axis]
        padding = asked["padding"][axis]
        uncut = (input_hw[axis] - 1) * stride + dilation * (kernel - 1) + 1 + added
        fits = fits & _kernel_fits(kernel) & (stride >= 1) & (dilation >= 1)
        fits = fits & (padding >= 0) & (padding <= LARGEST_PADDING)
        fits = fits & (added >= 0) & (added < np.maximum(stride, dilation))
        fits = fits & (uncut - 2 * padding >= 1)
        cells = cells * uncut
    return fits & (cells <= MAX_CELLS)


def _pooling_fits(settings: LabSettings, asked: _Asked, given: LabInput) -> _Fits:
    fits: _Fits = np.ones(1, np.bool_)
    if settings.pooling.is_global:
        return fits
    cells: _Numbers = _one(given.channels)
    follows = settings.pooling.stride is None
    for axis in (0, 1):
        size, padding = asked["pool_size"][axis], asked["pool_padding"][axis]
        stride = size if follows else asked["pool_stride"][axis]
        padded = given.size_hw[axis] + 2 * padding
        fits = fits & (size >= 1) & (stride >= 1) & (size <= padded)
        fits = fits & (padding >= 0) & (padding <= size // 2)
        cells = cells * padded
    return fits & (cells <= MAX_CELLS)
