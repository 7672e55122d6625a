"""The colours of an animation, light or dark; those of the numbers are the same in both."""

from dataclasses import dataclass
from typing import Final

from cnnviz.engine.animation.text import Colour

OUTLINE: Final[Colour] = (255, 226, 64)
OUTLINE_EDGE: Final[Colour] = (0, 0, 0)
PADDING: Final[Colour] = (58, 68, 84)
PADDING_HATCH: Final[Colour] = (112, 126, 148)
GAP: Final[Colour] = (92, 100, 116)
PENDING: Final[Colour] = (128, 134, 148)
PENDING_HATCH: Final[Colour] = (150, 157, 171)
UNREACHED_VEIL: Final[Colour] = (164, 140, 156)
UNREACHED_CROSSES: Final[Colour] = (92, 62, 88)
HAIRLINE: Final[Colour] = (128, 128, 128)


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of what is not data."""

    ground: Colour
    ink: Colour
    faded: Colour
    accent: Colour


LIGHT: Final = Look((255, 255, 255), (27, 31, 39), (92, 100, 114), (68, 83, 196))
DARK: Final = Look((29, 32, 39), (230, 232, 238), (169, 178, 193), (163, 173, 255))


def mixed(colour: Colour, ground: Colour, share: float) -> Colour:
    """Return a colour laid over a ground; ``share`` 1 is the colour itself."""
    red, green, blue = (
        round(share * over + (1 - share) * under)
        for over, under in zip(colour, ground, strict=True)
    )
    return red, green, blue
