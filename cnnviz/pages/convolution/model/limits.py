"""How far a number can be moved while all other settings stay as they are.

Nothing of the arithmetic of sizes is known here: the operation itself is asked, value
by value, outward from the one of now.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache, partial
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
CodeAt = Callable[[int], str]
"""What makes a number impossible; "" when nothing does."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The smallest and the largest value, all between them possible too."""

    least: int
    most: int


def slider_limits(
    settings: LabSettings, given: LabInput, field: Field
) -> Limits | None:
    """Return how far a field's numbers can be moved together on a picture.

    The end is where no hand finds a number on the slider any more, unless the value of
    now is beyond.

    Parameters
    ----------
    settings, given
        What is asked for, possible or not, and on which picture.
    field
        Which field of the settings' operation is moved.

    Returns
    -------
    Limits or None
        All values between the two are possible, and the present one is among them if it
        is possible itself. ``None`` when no value is: something else is in the way.
    """
    asked = field.with_numbers(settings, field.numbers(settings, given))
    return _limits(outline(asked), given.size_hw, given.channels, field)


def closest(code_at: CodeAt, start: int, least: int, most: int) -> int | None:
    """Return a possible number near to another, with one that is not in between.

    Far from the start some are passed over: where the error is another one than before,
    what is possible may lie between.

    Examples
    --------
    >>> closest(lambda number: "" if number <= 70 else "large", 1000, 0, 9999)
    70
    """
    start = min(max(start, least), most)
    code = code_at(start)
    if not code:
        return start
    refused = {-1: (start, code), 1: (start, code)}
    step = 1
    while refused[-1][0] > least or refused[1][0] < most:
        for way, (last, code) in refused.items():
            tried = min(max(start + way * step, least), most)
            if tried == last:
                continue
            found = code_at(tried)
            if not found:
                return _edge_between(lambda value: not code_at(value), tried, last)
            if found != code:
                edge = _edge_between(partial(_differs, code_at, code), tried, last)
                if not code_at(edge):
                    return edge
            refused[way] = tried, found
        step += 1 if step < _STEPS else step
    return None


def _differs(code_at: CodeAt, code: str, value: int) -> bool:
    return code_at(value) != code


@lru_cache(maxsize=1024)
def _limits(
    settings: LabSettings, size_hw: Pair, channels: int, field: Field
) -> Limits | None:
    given = _blank(size_hw, channels)
    numbers = field.numbers(settings, given)

    def code_at(value: int) -> str:
        """Return what makes a value impossible; "" when nothing does."""
        alike = field.with_numbers(settings, (value,) * len(numbers))
        return error_code(alike, given)

    def fits(value: int) -> bool:
        """Whether the settings are possible at a value."""
        return not code_at(value)

    least, most = field.range
    now = min(max(numbers[0], least), most)
    if code_at(now) not in ("", *field.answers_for):
        return None  # not this field's fault, whatever it holds
    begin = closest(code_at, now, least, most)
    if begin is None:
        return None
    lowest = _end_of_run(fits, begin, least)
    reach = min(max(field.slider_end, begin, lowest + 1), most)
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
