"""How far a number can be moved while all other settings stay as they are.

Nothing of the arithmetic of sizes is known here: the operation itself is asked, value
by value, outward from the one of now.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np

from cnnviz.engine.convolution.spec import Pair
from cnnviz.pages.convolution.model.fields import Field
from cnnviz.pages.convolution.model.kernel_bank import KernelBank
from cnnviz.pages.convolution.model.lab_operation import error_code
from cnnviz.pages.convolution.model.lab_settings import LabSettings
from cnnviz.state.lab_input import LabInput

_STEPS: Final = 16
"""How far from the number of now every value is tried, before steps are doubled."""

_WALKED: Final = 128
"""How far a run of possible values is walked before its end is found by halving: only
strides leave gaps, and none is larger."""

Fits = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Limits:
    """The smallest and the largest value, all between them possible too."""

    least: int
    most: int


def slider_limits(
    settings: LabSettings,
    given: LabInput,
    field: Field,
    places: tuple[int, ...] | None = None,
    end: int | None = None,
) -> Limits | None:
    """Return how far a field can be moved on a picture; ``None`` where it cannot help.

    Parameters
    ----------
    settings, given
        What is asked for, possible or not, and on which picture.
    field
        Which field of the settings' operation is moved.
    places
        Which of the field's numbers are moved together, counted from 0; all by default.
    end
        How far at most, unless the value of now is beyond; by default where no hand
        finds a number on the slider any more.

    Returns
    -------
    Limits or None
        All values between the two are possible, and the present one is among them if it
        is possible itself. ``None`` when no value is: something else is in the way.
    """
    numbers = field.numbers(settings, given)
    if places is None:
        places = tuple(range(len(numbers)))
    return _limits(
        outline(field.with_numbers(settings, numbers)),
        given.size_hw,
        given.channels,
        field,
        places,
        field.slider_end if end is None else end,
    )


def moved(
    numbers: tuple[int, ...], places: tuple[int, ...], value: int
) -> tuple[int, ...]:
    """Return numbers of which those at some places are another."""
    return tuple(value if at in places else old for at, old in enumerate(numbers))


def closest(fits: Fits, start: int, least: int, most: int) -> int | None:
    """Return a fitting number near to another, with one that does not fit in between.

    Examples
    --------
    >>> closest(lambda number: number <= 70, 1000, 0, 9999)
    70
    """
    start = min(max(start, least), most)
    if fits(start):
        return start
    refused = {-1: start, 1: start}
    step = 1
    while refused[-1] > least or refused[1] < most:
        for way, last in refused.items():
            tried = min(max(start + way * step, least), most)
            if tried == last:
                continue
            if fits(tried):
                return _edge_between(fits, tried, last)
            refused[way] = tried
        step += 1 if step < _STEPS else step
    return None


@lru_cache(maxsize=1024)
def _limits(
    settings: LabSettings,
    size_hw: Pair,
    channels: int,
    field: Field,
    places: tuple[int, ...],
    end: int,
) -> Limits | None:
    given = _blank(size_hw, channels)
    numbers = field.numbers(settings, given)

    def code_at(value: int) -> str:
        """Return what makes a value impossible; "" when nothing does."""
        return error_code(
            field.with_numbers(settings, moved(numbers, places, value)), given
        )

    def fits(value: int) -> bool:
        """Whether the settings are possible at a value."""
        return not code_at(value)

    least, most = field.range
    now = min(max(numbers[places[0]], least), most)
    if code_at(now) not in ("", *field.answers_for):
        return None  # not this field's fault, whatever it holds
    begin = closest(fits, now, least, most)
    if begin is None:
        return None
    lowest = _end_of_run(fits, begin, least)
    reach = min(max(end, begin, lowest + 1), most)
    return Limits(lowest, _end_of_run(fits, begin, reach))


def _end_of_run(fits: Fits, begin: int, end: int) -> int:
    """Return the last fitting number on the way from a fitting one to an end."""
    way = 1 if end > begin else -1
    for value in range(begin + way, begin + way * _WALKED, way):
        if (value - end) * way > 0:
            return end
        if not fits(value):
            return value - way
    if fits(end):
        return end
    return _edge_between(fits, begin + way * (_WALKED - 1), end)


def _edge_between(fits: Fits, fitting: int, refused: int) -> int:
    """Return the fitting number beside one that is refused, by halving."""
    while abs(fitting - refused) > 1:
        middle = (fitting + refused) // 2
        if fits(middle):
            fitting = middle
        else:
            refused = middle
    return fitting


def outline(settings: LabSettings) -> LabSettings:
    """Return the settings without the numbers that no size depends on."""
    bank = settings.bank
    blank = np.broadcast_to(np.float32(0), (bank.outputs, 1, *bank.size))
    return replace(
        settings,
        bank=KernelBank(blank),
        preset="",
        biases=(0.0,) * len(settings.biases),
        learned_biases=frozenset(),
    )


@lru_cache(maxsize=8)
def _blank(size_hw: Pair, channels: int) -> LabInput:
    """Return a picture of a size that needs no memory."""
    black = np.broadcast_to(np.uint8(0), (channels, *size_hw))
    return LabInput(black, black, "grey", 0.0, 255.0)
