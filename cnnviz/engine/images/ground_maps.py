"""Colours for numbers that leave the ground of the page: light on a stage, ink on paper.

What is near 0 is nearly the ground, so that what is large stands out.

The stops lie evenly; between them colours are mixed in sRGB. Strength grows faster than
the number at first, so that small ones are seen: the exponent is in the table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.uint8]

_SIGNED_EXPONENT: Final = 0.85
_MAPS_EXPONENT: Final = 0.78


@dataclass(frozen=True, slots=True, eq=False)
class GroundMaps:
    """The 256 x 3 tables of one theme.

    Attributes
    ----------
    signed
        0 between entries 127 and 128, below it blue, above it orange.
    maps
        Numbers from 0 up.
    grey
        Pictures.
    """

    signed: Table
    maps: Table
    grey: Table


def _table(stops: str, places: NDArray[np.float64]) -> Table:
    """Return the colours at places 0..1 of evenly spaced stops ``rrggbb``.

    A bar between two runs of stops is a leap, in the middle.
    """
    runs = [
        np.array([list(bytes.fromhex(stop)) for stop in run.split()], np.float64)
        for run in stops.split("|")
    ]
    which = np.minimum((places * len(runs)).astype(np.intp), len(runs) - 1)
    mixed = np.empty((len(places), 3))
    for number, rgb in enumerate(runs):
        within, evenly = places * len(runs) - number, np.linspace(0, 1, len(rgb))
        there = which == number
        for axis, stop in enumerate(rgb.T):
            mixed[there, axis] = np.interp(within[there], evenly, stop)
    made: Table = np.rint(mixed).astype(np.uint8)
    made.flags.writeable = False
    return made


def _signed(negative: str, positive: str) -> Table:
    strength = np.abs(np.linspace(-1, 1, 256)) ** _SIGNED_EXPONENT
    below, above = _table(negative, strength[:128]), _table(positive, strength[128:])
    made: Table = np.concatenate([below, above])
    made.flags.writeable = False
    return made


def _ground_maps(parts: Sequence[str]) -> GroundMaps:
    negative, positive, maps, grey = parts
    evenly = np.linspace(0, 1, 256)
    return GroundMaps(
        _signed(negative, positive),
        _table(maps, evenly**_MAPS_EXPONENT),
        _table(grey, evenly),
    )


ON_STAGE: Final = _ground_maps(
    (
        "1b1d2e 173f73 2870be 6db6f7 cbe9ff",
        "1b1d2e 6e3112 d9691a ffa34a ffdda6",
        "181a2b 215079 1e9091 69d087 f8f4a0",
        "090a12 f2f0fa",
    )
)
"""For a dark page."""

ON_PAPER: Final = _ground_maps(
    (
        "fffcf5 bcdaf2 5fa3dc 1e66ae 0a2f5c",
        "fffcf5 fad3a5 ee9440 bf5510 6b2503",
        "fffcf5 cde8cf 62bba0 1f7488 2b1c5a",
        "090a12 ffffff",
    )
)
"""For a light page; a picture stays a picture, white on black."""

ON_WHITE: Final = _ground_maps(
    (
        "ffffff c9e0f5 86b9e6|0b4f96 062a52",
        "ffffff ffd9b0 f2a350|8f3a00 4d1c00",
        "ffffff c9e8cc 7cc9ad|14595f 1d0f45",
        "000000 575757|979797 ffffff",
    )
)
"""For black on white: each colour has 7:1 with black or with white.

Between the light ones and the dark ones is a leap: colours amid have neither.
"""
