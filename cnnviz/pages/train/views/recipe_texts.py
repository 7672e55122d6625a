"""What the fields of a recipe are called, and what is said about each."""

from dataclasses import dataclass
from typing import Final

from cnnviz.engine.messages.catalogue import QT_TRANSLATE_NOOP

CONTEXT: Final = "RecipeBar"
"""Translation context of the texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldTexts:
    """The English texts of one field; their translations stand in `CONTEXT`.

    Attributes
    ----------
    key
        Object name of the field.
    label
        What stands above it; ``&`` marks the mnemonic.
    name
        What a screen reader calls it.
    tip
        What it means for a run.
    """

    key: str
    label: str
    name: str
    tip: str


FIELD_TEXTS: Final = (
    FieldTexts(
        key="train_data",
        label=QT_TRANSLATE_NOOP("RecipeBar", "&Data"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Data set"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "The pictures to learn from, and the held-out ones to measure on",
        ),
    ),
    FieldTexts(
        key="train_network",
        label=QT_TRANSLATE_NOOP("RecipeBar", "&Network"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Network"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar", "What learns; each run begins with fresh random weights"
        ),
    ),
    FieldTexts(
        key="train_optimizer",
        label=QT_TRANSLATE_NOOP("RecipeBar", "&Optimizer"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Optimizer"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "How a gradient changes the weights; the momentum of SGD is 0.9",
        ),
    ),
    FieldTexts(
        key="train_learning_rate",
        label=QT_TRANSLATE_NOOP("RecipeBar", "&Learning rate"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Learning rate"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar", "How far the weights move at each batch, above 0"
        ),
    ),
    FieldTexts(
        key="train_batch_size",
        label=QT_TRANSLATE_NOOP("RecipeBar", "&Batch"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Batch size"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar", "Pictures looked at before each change of the weights"
        ),
    ),
    FieldTexts(
        key="train_epochs",
        label=QT_TRANSLATE_NOOP("RecipeBar", "E&pochs"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Epochs"),
        tip=QT_TRANSLATE_NOOP("RecipeBar", "How many times every picture is seen"),
    ),
    FieldTexts(
        key="train_seed",
        label=QT_TRANSLATE_NOOP("RecipeBar", "See&d"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Seed"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar", "The same seed gives the same weights and order of pictures"
        ),
    ),
    FieldTexts(
        key="train_device",
        label=QT_TRANSLATE_NOOP("RecipeBar", "Dev&ice"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Device"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar", "Where to compute; what this machine lacks cannot be chosen"
        ),
    ),
)
"""Of the fields from left to right."""
