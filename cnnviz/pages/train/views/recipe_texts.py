"""What the fields of a recipe are called, and what is said about each."""

from dataclasses import dataclass
from typing import Final

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.state.level import Level

CONTEXT: Final = "RecipeBar"
"""Translation context of the texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldTexts:
    """The English texts of one field; their translations stand in `CONTEXT`.

    Attributes
    ----------
    label
        What stands above it; ``&`` marks the mnemonic.
    name
        What a screen reader calls it.
    tip
        What it means for a run.
    level
        From which on it is shown.
    """

    label: str
    name: str
    tip: str
    level: Level = "standard"


FIELD_TEXTS: Final = {
    "data": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "&Data"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Data set"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "The pictures to learn from, and the held-out ones to measure on",
        ),
        level="first",
    ),
    "network": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "&Network"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Network"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar", "What learns; each run begins with fresh random weights"
        ),
    ),
    "optimizer": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "&Optimizer"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Optimizer"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "How a gradient changes the weights; the momentum of SGD is 0.9",
        ),
    ),
    "learning_rate": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "&Learning rate"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Learning rate"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar", "How far the weights move at each batch, above 0"
        ),
    ),
    "batch_size": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "&Batch"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Batch size"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar", "Pictures looked at before each change of the weights"
        ),
    ),
    "epochs": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "E&pochs"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Epochs"),
        tip=QT_TRANSLATE_NOOP("RecipeBar", "How many times every picture is seen"),
    ),
    "seed": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "See&d"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Seed"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar", "The same seed gives the same weights and order of pictures"
        ),
        level="everything",
    ),
    "device": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "Dev&ice"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Device"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar", "Where to compute; what this machine lacks cannot be chosen"
        ),
        level="everything",
    ),
}
"""Of the fields by their names in the recipe, from left to right."""
