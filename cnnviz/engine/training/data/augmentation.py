"""How pictures are changed before a network learns from them, as it was asked for."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Final

from cnnviz.engine.errors import CnnvizError

LOTS: Final = 0x5EED_A06
"""So that a run's seed gives other numbers here than for the order of its pictures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Augmentation:
    """How far each picture may be changed, anew each time; 0 leaves it alone.

    Attributes
    ----------
    rotate
        Degrees, to either side.
    shift
        Pixels, in all directions.
    zoom
        Share of its size, larger or smaller.
    shear
        Degrees that upright lines lean, to either side.
    elastic
        Pixels that neighbourhoods move by themselves, a third of them further (the
        standard deviation).
    thickness
        Pixels that ink grows or shrinks, on each side of a line.
    mirror
        How often left and right are exchanged: 0.5 for every other picture.
    noise
        Standard deviation of what is added to each pixel; 1 is from black to white.
    erase
        Largest side of a rectangle that is made 0, as a share of the picture's.

    Raises
    ------
    CnnvizError
        ``augmentation_out_of_range``.
    """

    rotate: float = 0.0
    shift: float = 0.0
    zoom: float = 0.0
    shear: float = 0.0
    elastic: float = 0.0
    thickness: float = 0.0
    mirror: float = 0.0
    noise: float = 0.0
    erase: float = 0.0

    def __post_init__(self) -> None:
        for name, most in MOST.items():
            value = getattr(self, name)
            if not 0 <= value <= most:  # also what is no number
                raise CnnvizError(
                    "augmentation_out_of_range", name=name, value=value, most=most
                )

    @property
    def changes(self) -> bool:
        """Whether any picture is changed at all."""
        return self != UNCHANGED

    @property
    def moves(self) -> bool:
        """Whether pixels are taken from other places."""
        return any((self.rotate, self.shift, self.zoom, self.shear, self.mirror)) or (
            self.elastic > 0
        )


MOST: Final[Mapping[str, float]] = MappingProxyType(
    {
        "rotate": 180,
        "shift": 64,
        "zoom": 0.9,
        "shear": 60,
        "elastic": 16,
        "thickness": 4,
        "mirror": 1,
        "noise": 1,
        "erase": 1,
    }
)
"""How far each change can go; the names, in the order in which they are written."""

UNCHANGED: Final = Augmentation()

PRESETS: Final[Mapping[str, Augmentation]] = MappingProxyType(
    {
        "digits": Augmentation(
            rotate=10, shift=2, zoom=0.1, shear=10, elastic=0.5, thickness=0.5
        ),
        "photos": Augmentation(rotate=5, shift=3, zoom=0.1, mirror=0.5),
    }
)
"""Sensible changes with a name: of handwriting nothing is mirrored."""

_BARE: Final[Mapping[str, float]] = MappingProxyType({"mirror": 0.5})
"""What a name without a number means, where it does."""


def parse_augmentation(text: str) -> Augmentation:
    """Return what is written like ``rotate=10,shift=2``, or by the name of a preset.

    Both together are a preset with other amounts: ``digits,noise=0.1``.

    Raises
    ------
    CnnvizError
        ``augmentation_unknown``, ``augmentation_value`` or
        ``augmentation_out_of_range``.

    Examples
    --------
    >>> parse_augmentation("rotate=10, mirror").mirror
    0.5
    >>> written(parse_augmentation("digits,elastic=0"))
    'rotate=10,shift=2,zoom=0.1,shear=10,thickness=0.5'
    """
    asked = UNCHANGED
    for part in filter(None, map(str.strip, text.split(","))):
        name, equals, number = (piece.strip() for piece in part.partition("="))
        name = name.lower()
        if name in PRESETS and not equals:
            asked = PRESETS[name]
        elif name not in MOST:
            known = ", ".join((*PRESETS, *MOST))
            raise CnnvizError("augmentation_unknown", name=name, known=known)
        elif not equals and name in _BARE:
            asked = replace(asked, **{name: _BARE[name]})
        else:
            asked = replace(asked, **{name: _number(name, number)})
    return asked


def written(augmentation: Augmentation) -> str:
    """Return amounts as `parse_augmentation` reads them; nothing for none."""
    return ",".join(
        f"{field.name}={value:g}"
        for field in fields(augmentation)
        if (value := getattr(augmentation, field.name))
    )


def _number(name: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise CnnvizError("augmentation_value", name=name, text=text)
    return value
