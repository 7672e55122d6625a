"""What one setting of a layer is: its value, its words, and how it is set."""

from dataclasses import dataclass
from typing import Final, Literal

from cnnviz.state.level import Level

FieldKind = Literal["whole", "number", "pair", "padding", "choice", "flag"]

LARGEST_WINDOW: Final = 99


@dataclass(frozen=True, slots=True)
class SliderRange:
    """How far a setting's slider goes, and by what; its field goes further.

    Attributes
    ----------
    least, most
        The numbers at its ends.
    step
        Between two neighbouring numbers of it.
    only_possible
        Whether it ends earlier where the layer could not work on what it reads.
    """

    least: float
    most: float
    step: float = 1
    only_possible: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerField:
    """One setting of a layer.

    Attributes
    ----------
    name
        As the layer's class has it.
    kind
        What its value is, and so with what it is set.
    label, meaning
        English texts of the context ``LayerFields``.
    range
        The least and the largest number that can be typed; impossible ones too, so that
        the reason can be said.
    slider
        How far its slider goes; ``None`` where it has none.
    choices, choice_names
        Values to choose from, and their English names; names of paddings.
    level
        From which level on it is shown.
    only_if
        Another setting and the value of it with which this one has a meaning.
    """

    name: str
    kind: FieldKind
    label: str
    meaning: str
    range: tuple[float, float] = (0, LARGEST_WINDOW)
    slider: SliderRange | None = None
    choices: tuple[str, ...] = ()
    choice_names: tuple[str, ...] = ()
    level: Level = "standard"
    only_if: tuple[str, str] | None = None

    @property
    def steps(self) -> bool:
        """Whether it is a number, so that changes in a row are one step for undo."""
        return self.kind in ("whole", "number", "pair", "padding")
