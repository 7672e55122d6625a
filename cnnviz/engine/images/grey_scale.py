"""Numbers of any depth brought down to 8 bits: which one is black, and which white."""

from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.picture_notes import PictureNote

Samples = NDArray[Any]

# Numbers looked at in one go: their copies stay in the cache and cost no memory.
_BLOCK: Final = 262_144

_WHITES: Final = (1.0, 255.0, 65535.0)
"""What programs take for white in numbers that say no depth of their own."""

_FEW: Final = 1000
"""One cell in so many (one at least) may lie beyond a scale that holds all others."""


@dataclass(frozen=True, slots=True)
class GreyScale:
    """Which numbers become 0 and 255, and what is to be said of it."""

    black: float
    white: float
    note: PictureNote | None = None


def full_scale(samples: Samples, white: int) -> GreyScale:
    """Return the scale of unsigned numbers of a known depth: all of it.

    Examples
    --------
    >>> full_scale(np.array([0, 4095], np.uint16), 65535).note
    PictureNote(kind='dark', low=4095, high=65535)
    """
    return GreyScale(0.0, white, _dark(int(samples.max(initial=0)), white))


def stretched(scale: GreyScale) -> GreyScale:
    """Return the scale that makes the brightest number of a dark picture white.

    Examples
    --------
    >>> stretched(full_scale(np.array([0, 4095], np.uint16), 65535)).white
    4095
    """
    if scale.note is None or scale.note.kind != "dark":
        return scale
    brightest = scale.note.low
    return GreyScale(0.0, brightest, PictureNote("spread", 0.0, brightest))


def guessed_scale(samples: Samples) -> GreyScale:
    """Return the scale of fractions, signed or long numbers, which do not tell theirs.

    They are taken as 0..1, 0..255 or 0..65535 where they fit, and use a quarter of it
    at least (whole numbers up to 255 are grey levels, however few). A few cells beyond
    move white up to twice as far, or are clipped; they never decide how the others look.
    Everything else is spread from the least to the greatest.

    Examples
    --------
    >>> guessed_scale(np.array([0.0, 0.5, 1.0]))
    GreyScale(black=0.0, white=1.0, note=None)
    >>> guessed_scale(np.array([-3.0, 0.0, 5.0])).note
    PictureNote(kind='spread', low=-3.0, high=5.0)
    """
    seen, flat = _Survey(), samples.reshape(-1)
    for first in range(0, flat.size, _BLOCK):
        seen.look(flat[first : first + _BLOCK])
    if not seen.count:
        return GreyScale(0.0, 1.0)
    low, high, few = seen.low, seen.high, max(1, seen.count // _FEW)
    is_clipped = False
    if low < 0:
        if seen.below > few or -low <= 2 * abs(high) or high <= 0:
            return _spread(low, high if seen.is_whole else max(high, 1.0))
        is_clipped, low = True, 0.0
    for white, above, rest in zip(_WHITES, seen.above, seen.rests, strict=True):
        if above > few or not _is_used(rest, white, is_whole=seen.is_whole):
            continue
        if above and high <= 2 * white:
            return GreyScale(0.0, high, PictureNote("spread", 0.0, high))
        if above or is_clipped:
            return GreyScale(0.0, white, PictureNote("clipped", 0.0, white))
        return GreyScale(0.0, white, _dark(high, white) if seen.is_whole else None)
    return _spread(low, high)


def to_bytes(samples: Samples, scale: GreyScale) -> NDArray[np.uint8]:
    """Return 0 to 255 for black to white, halves rounded up; what is no number is 0.

    Examples
    --------
    >>> to_bytes(np.array([128, 129, 65535], np.uint16), GreyScale(0, 65535))
    array([  0,   1, 255], dtype=uint8)
    """
    if samples.dtype.kind == "u" and samples.itemsize < 4:
        if samples.dtype == np.uint8 and (scale.black, scale.white) == (0, 255):
            return samples
        every = np.arange(256**samples.itemsize, dtype=np.uint32)
        return to_bytes(every, scale)[samples]
    levels = np.empty(samples.shape, np.uint8)
    flat, places = samples.reshape(-1), levels.reshape(-1)
    # Halves, because two huge numbers may be further apart than a number can say.
    black = scale.black / 2
    factor = 255.0 / (scale.white / 2 - black)
    with np.errstate(all="ignore"):
        for first in range(0, flat.size, _BLOCK):
            numbers = flat[first : first + _BLOCK].astype(np.float64)
            numbers = (numbers / 2 - black) * factor + 0.5
            # Unlike clip these leave no NaN, which would have no byte.
            places[first : first + _BLOCK] = np.fmin(np.fmax(numbers, 0.0), 255.0)
    return levels


@dataclass(slots=True)
class _Survey:
    """What numbers there are, gathered block by block."""

    count: int = 0
    below: int = 0
    low: float = np.inf
    high: float = -np.inf
    is_whole: bool = True
    above: list[int] = field(default_factory=lambda: [0] * len(_WHITES))
    rests: list[float] = field(default_factory=lambda: [0.0] * len(_WHITES))

    def look(self, block: Samples) -> None:
        """Take the finite numbers of one more block of the picture into account."""
        numbers = block[np.isfinite(block)].astype(np.float64)
        if not numbers.size:
            return
        self.count += numbers.size
        self.below += int((numbers < 0).sum())
        self.low = min(self.low, float(numbers.min()))
        self.high = max(self.high, float(numbers.max()))
        self.is_whole = self.is_whole and not (numbers % 1).any()
        for place, white in enumerate(_WHITES):
            rest = numbers[numbers <= white]
            self.above[place] += numbers.size - rest.size
            self.rests[place] = max(self.rests[place], float(rest.max(initial=0)))


def _is_used(rest: float, white: float, *, is_whole: bool) -> bool:
    """Return whether numbers that reach so far are at home on a scale."""
    if white == 1:
        return rest == 1 if is_whole else rest > 0
    return (is_whole and white == 255) or rest >= white / 4


def _spread(low: float, high: float) -> GreyScale:
    if low == high:
        # A sheet of one number: white above 0, black from there on down.
        return GreyScale(min(0.0, low), max(high, np.nextafter(low, np.inf)))
    return GreyScale(low, high, PictureNote("spread", low, high))


def _dark(brightest: float, white: float) -> PictureNote | None:
    is_dark = 0 < 4 * brightest < white
    return PictureNote("dark", brightest, white) if is_dark else None
