"""What the fields of a recipe are called, what is said about each, and what it takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.engine.training.config import DeviceName
from cnnviz.engine.training.initializations import CONTEXT as INITIALIZATIONS_CONTEXT
from cnnviz.engine.training.initializations import INITIALIZATIONS
from cnnviz.engine.training.optimizers import CONTEXT as OPTIMIZERS_CONTEXT
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.engine.training.precisions import PRECISIONS
from cnnviz.engine.training.schedules import SCHEDULES
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
        name=QT_TRANSLATE_NOOP("RecipeBar", "Dataset"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "The pictures to train on, and the validation pictures that measure "
            "the network",
        ),
        level="first",
    ),
    "network": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "&Network"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Network"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "The network to train. Every run starts from new random weights",
        ),
    ),
    "optimizer": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "&Optimizer"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Optimizer"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "How a gradient changes the weights; RMSprop as Keras has it: decay 0.9, "
            "epsilon 1e-7",
        ),
    ),
    "learning_rate": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "&Learning rate"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Learning rate"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "How much the weights change after each batch. A number above 0",
        ),
    ),
    "batch_size": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "&Batch size"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Batch size"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "How many pictures the network sees before each update of the weights",
        ),
    ),
    "epochs": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "E&pochs"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Epochs"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar", "How many times the network sees every training picture"
        ),
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
            "RecipeBar",
            "Where to compute. Devices that this computer does not have cannot be "
            "chosen",
        ),
        level="everything",
    ),
    "pictures": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "Pictures"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Pictures to learn from"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "How many of the training pictures are used, each class with its share",
        ),
    ),
    "validation": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "Validation"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Share kept for validation"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "Share of the training pictures to measure on after each epoch; with 0 those "
            "are the test pictures",
        ),
        level="everything",
    ),
    "label_noise": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "Label noise"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Label noise"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar", "Share of the training pictures that get a wrong class"
        ),
        level="everything",
    ),
    "data_seed": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "Data seed"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Seed of the data"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "Which pictures are used, kept for validation or given a "
            "wrong class: the same seed gives the same ones, whatever "
            "the seed of the run",
        ),
        level="everything",
    ),
    "momentum": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "Momentum"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Momentum"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "Of SGD: the share of the last change that goes into the next, 0 up to 1",
        ),
    ),
    "schedule": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "Schedule"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Schedule of the learning rate"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "How the learning rate changes from the first batch to the last",
        ),
    ),
    "weight_decay": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "Weight decay"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Weight decay"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "The share that is taken off each weight at a batch, times the rate; 0 is "
            "none, but with AdamW 0.01",
        ),
        level="everything",
    ),
    "label_smoothing": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "Label smoothing"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Label smoothing"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "The share of the probability that all classes get alike; 0 is none",
        ),
        level="everything",
    ),
    "initialization": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "First weights"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "First weights"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar", "How the weights are drawn before the first batch"
        ),
    ),
    "patience": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "Early stop"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Early stop"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "Stop after this many epochs without a lower validation loss",
        ),
    ),
    "threads": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "Threads"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Threads of the processor"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "How many cores compute; automatic: all but one, which is "
            "left to the window",
        ),
        level="everything",
    ),
    "precision": FieldTexts(
        label=QT_TRANSLATE_NOOP("RecipeBar", "Precision"),
        name=QT_TRANSLATE_NOOP("RecipeBar", "Precision of a step"),
        tip=QT_TRANSLATE_NOOP(
            "RecipeBar",
            "bfloat16 has fewer digits: faster where the processor knows it, above all "
            "with many maps",
        ),
        level="everything",
    ),
}
"""Of the fields by their names in the recipe."""

IN_ROW: Final = (
    "data",
    "network",
    "optimizer",
    "learning_rate",
    "batch_size",
    "epochs",
)
"""What stands in the row of the page, from left to right: the words of the recipe's line."""

LEARNING: Final = ("momentum", "schedule", "initialization", "patience")
DATA: Final = ("pictures", "validation")
"""What stands in the two groups of the sheet, from top to bottom."""

MORE_LEARNING: Final = ("weight_decay", "label_smoothing", "label_noise", "precision")
MORE_RUN: Final = ("seed", "data_seed", "device", "threads")
"""What few need: folded up below them."""

RANGES: Final = {
    # More than can be had, so that it is refused in words, not digit by digit.
    "batch_size": (1, 99_999),
    "epochs": (1, 1000),
    "patience": (0, 1000),
    "pictures": (0, 9_999_999),
    "seed": (0, 999_999),
    "data_seed": (0, 999_999),
    "threads": (0, 256),
}
"""Of the whole numbers."""

ZERO_MEANS: Final = {
    "pictures": QT_TRANSLATE_NOOP("RecipeBar", "all"),
    "patience": QT_TRANSLATE_NOOP("RecipeBar", "never"),
    "threads": QT_TRANSLATE_NOOP("RecipeBar", "automatic"),
}
"""What 0 is called where it is no number."""

_SCHEDULES: Final = {
    "constant": QT_TRANSLATE_NOOP("RecipeBar", "Constant"),
    "step": QT_TRANSLATE_NOOP("RecipeBar", "In steps"),
    "cosine": QT_TRANSLATE_NOOP("RecipeBar", "Cosine"),
    "one_cycle": QT_TRANSLATE_NOOP("RecipeBar", "One cycle"),
}

DEVICES: Final[tuple[DeviceName, ...]] = ("auto", "cpu", "cuda", "mps")
_AUTOMATIC: Final = QT_TRANSLATE_NOOP("RecipeBar", "Automatic")

CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "optimizer": tuple(OPTIMIZERS),
    "schedule": tuple(SCHEDULES),
    "initialization": tuple(INITIALIZATIONS),
    "device": DEVICES,
    "precision": PRECISIONS,
}
"""The keys that a field chooses from."""


def choice_title(name: str, key: str) -> str:
    """Return what one of the `CHOICES` is called, in the language of the window."""
    translate = QCoreApplication.translate
    match name:
        case "optimizer":
            return translate(OPTIMIZERS_CONTEXT, OPTIMIZERS[key].title)
        case "initialization":
            return translate(INITIALIZATIONS_CONTEXT, INITIALIZATIONS[key].title)
        case "schedule":
            return translate(CONTEXT, _SCHEDULES.get(key, key))
        case "precision":
            return key
        case _:
            return translate(CONTEXT, _AUTOMATIC) if key == "auto" else key.upper()


def choice_meaning(name: str, key: str) -> str:
    """Return a sentence about one of the `CHOICES`; most say all by their names."""
    if name != "initialization":
        return ""
    translate = QCoreApplication.translate
    return translate(INITIALIZATIONS_CONTEXT, INITIALIZATIONS[key].meaning)
