"""The fields of how far pictures are changed, each in the unit that is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

CONTEXT: Final = "ChangesPart"
"""Translation context of the texts."""

MOST_SEED: Final = 999_999


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A field: its words in English, and what it takes, in the unit that is shown."""

    label: str
    tip: str
    suffix: str = ""
    scale: int = 1
    decimals: int = 1
    step: float = 1.0


AMOUNTS: Final[Mapping[str, Amount]] = {
    "shift": Amount(
        label=QT_TRANSLATE_NOOP("ChangesPart", "Shift"),
        tip=QT_TRANSLATE_NOOP("ChangesPart", "Pixels at most, in all directions"),
        suffix=QT_TRANSLATE_NOOP("ChangesPart", " px"),
    ),
    "rotate": Amount(
        label=QT_TRANSLATE_NOOP("ChangesPart", "Rotate"),
        tip=QT_TRANSLATE_NOOP("ChangesPart", "Degrees at most, to either side"),
        suffix="°",
        step=5,
    ),
    "zoom": Amount(
        label=QT_TRANSLATE_NOOP("ChangesPart", "Zoom"),
        tip=QT_TRANSLATE_NOOP("ChangesPart", "How much larger or smaller at most"),
        suffix=" %",
        scale=100,
        step=5,
    ),
    "shear": Amount(
        label=QT_TRANSLATE_NOOP("ChangesPart", "Shear"),
        tip=QT_TRANSLATE_NOOP(
            "ChangesPart", "Degrees that upright lines lean at most, to either side"
        ),
        suffix="°",
        step=5,
    ),
    "elastic": Amount(
        label=QT_TRANSLATE_NOOP("ChangesPart", "Elastic"),
        tip=QT_TRANSLATE_NOOP(
            "ChangesPart", "Pixels by which neighbourhoods bend by themselves"
        ),
        suffix=QT_TRANSLATE_NOOP("ChangesPart", " px"),
        step=0.5,
        decimals=2,
    ),
    "thickness": Amount(
        label=QT_TRANSLATE_NOOP("ChangesPart", "Thickness"),
        tip=QT_TRANSLATE_NOOP(
            "ChangesPart", "Pixels by which ink grows or shrinks at most, on each side"
        ),
        suffix=QT_TRANSLATE_NOOP("ChangesPart", " px"),
        step=0.5,
        decimals=2,
    ),
    "mirror": Amount(
        label=QT_TRANSLATE_NOOP("ChangesPart", "Mirror"),
        tip=QT_TRANSLATE_NOOP(
            "ChangesPart", "How often left and right are exchanged; not for digits"
        ),
        suffix=" %",
        scale=100,
        step=10,
    ),
    "noise": Amount(
        label=QT_TRANSLATE_NOOP("ChangesPart", "Noise"),
        tip=QT_TRANSLATE_NOOP(
            "ChangesPart", "Standard deviation of what is added to each pixel"
        ),
        suffix=" %",
        scale=100,
        step=5,
    ),
    "erase": Amount(
        label=QT_TRANSLATE_NOOP("ChangesPart", "Erase"),
        tip=QT_TRANSLATE_NOOP(
            "ChangesPart", "Largest side of a rectangle that is made 0"
        ),
        suffix=" %",
        scale=100,
        step=10,
    ),
}
"""Of the changes, in the order of the fields."""
