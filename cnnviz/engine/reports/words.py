"""What a report says, in the language of whoever reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.number_text import short_number, with_signs
from cnnviz.engine.images.numbers.shares import sure_percent
from cnnviz.engine.messages.catalogue import CONTEXT, SENTENCES
from cnnviz.engine.messages.fill import fill
from cnnviz.engine.messages.languages import ENGLISH, Language
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.engine.messages.translations import translate
from cnnviz.engine.shown_text import shown

TEXTS: Final[Mapping[str, str]] = {
    "title": QT_TRANSLATE_NOOP("Report", "How {network} was trained"),
    # how far it came
    "finished": QT_TRANSLATE_NOOP(
        "Report",
        "{accuracy} of the {count} validation {count|picture|pictures} correct "
        "after {epochs} {epochs|epoch|epochs}.",
    ),
    "test": QT_TRANSLATE_NOOP(
        "Report", "On the test pictures, kept for the end: {accuracy}."
    ),
    "unfinished": QT_TRANSLATE_NOOP(
        "Report", "Not finished: {done} of {epochs} {epochs|epoch is|epochs are} done."
    ),
    "nothing": QT_TRANSLATE_NOOP("Report", "The run has recorded nothing yet."),
    # headings
    "curves": QT_TRANSLATE_NOOP("Report", "Curves"),
    "confusion": QT_TRANSLATE_NOOP("Report", "What was taken for what"),
    "mistakes": QT_TRANSLATE_NOOP("Report", "The surest mistakes"),
    "kernels": QT_TRANSLATE_NOOP("Report", "Kernels of the layer {layer}"),
    "recipe": QT_TRANSLATE_NOOP("Report", "Settings"),
    "epochs_heading": QT_TRANSLATE_NOOP("Report", "Epoch by epoch"),
    "origin": QT_TRANSLATE_NOOP("Report", "Where it comes from"),
    # curves
    "loss": QT_TRANSLATE_NOOP("Report", "Loss"),
    "accuracy": QT_TRANSLATE_NOOP("Report", "Accuracy"),
    "training": QT_TRANSLATE_NOOP("Report", "training"),
    "held_out": QT_TRANSLATE_NOOP("Report", "validation"),
    "epoch": QT_TRANSLATE_NOOP("Report", "epoch"),
    "seconds": QT_TRANSLATE_NOOP("Report", "seconds"),
    "curves_say": QT_TRANSLATE_NOOP(
        "Report",
        "Training: means of neighbouring batches, the band from the smallest "
        "to the largest. Validation: measured after each epoch.",
    ),
    # confusion and mistakes
    "confusion_says": QT_TRANSLATE_NOOP(
        "Report",
        "Rows: what the validation pictures show. Columns: what the network "
        "answered after epoch {epoch}.",
    ),
    "confusion_computed": QT_TRANSLATE_NOOP(
        "Report",
        "Rows: what the validation pictures show. Columns: what the newest "
        "weights answer.",
    ),
    "many_classes": QT_TRANSLATE_NOOP(
        "Report", "Of {classes} classes, those taken for one another most often."
    ),
    "no_answers": QT_TRANSLATE_NOOP(
        "Report",
        "It is not known what the network answered for each validation picture.",
    ),
    "no_pictures": QT_TRANSLATE_NOOP(
        "Report", "The pictures cannot be shown: {reason}."
    ),
    "other_pictures": QT_TRANSLATE_NOOP(
        "Report",
        "The pictures cannot be shown: those of {data} are no longer the ones of the "
        "run.",
    ),
    "no_mistakes": QT_TRANSLATE_NOOP(
        "Report", "The network got every validation picture right."
    ),
    "taken_for": QT_TRANSLATE_NOOP("Report", "{shows}, taken for {said}: {sure} sure"),
    "shows": QT_TRANSLATE_NOOP("Report", "shows"),
    "said": QT_TRANSLATE_NOOP("Report", "said"),
    "pictures": QT_TRANSLATE_NOOP("Report", "pictures"),
    # kernels
    "kernels_say": QT_TRANSLATE_NOOP(
        "Report", "Orange above zero, blue below, white at zero; the newest weights."
    ),
    "kernels_colour": QT_TRANSLATE_NOOP(
        "Report", "In red, green and blue, grey at zero; the newest weights."
    ),
    "some_kernels": QT_TRANSLATE_NOOP("Report", "The first {shown} of {all}."),
    "no_weights": QT_TRANSLATE_NOOP("Report", "The run has kept no weights yet."),
    # recipe
    "network": QT_TRANSLATE_NOOP("Report", "network"),
    "parameters": QT_TRANSLATE_NOOP("Report", "parameters"),
    "data": QT_TRANSLATE_NOOP("Report", "data"),
    "training_pictures": QT_TRANSLATE_NOOP("Report", "training pictures"),
    "validation_pictures": QT_TRANSLATE_NOOP("Report", "validation pictures"),
    "processes": QT_TRANSLATE_NOOP("Report", "processes"),
    "changed": QT_TRANSLATE_NOOP("Report", "{value} after step {step}"),
    # origin
    "begun": QT_TRANSLATE_NOOP("Report", "begun"),
    "took": QT_TRANSLATE_NOOP("Report", "took"),
    "command": QT_TRANSLATE_NOOP("Report", "command"),
    "fingerprint": QT_TRANSLATE_NOOP("Report", "fingerprint of the pictures"),
    "versions": QT_TRANSLATE_NOOP("Report", "versions"),
    "unknown": QT_TRANSLATE_NOOP("Report", "unknown"),
}
"""All texts in English."""

NAMES: Final[Mapping[str, str]] = {
    "epochs": QT_TRANSLATE_NOOP("Report", "epochs"),
    "batch_size": QT_TRANSLATE_NOOP("Report", "pictures in a batch"),
    "optimizer": QT_TRANSLATE_NOOP("Report", "optimizer"),
    "learning_rate": QT_TRANSLATE_NOOP("Report", "learning rate"),
    "momentum": QT_TRANSLATE_NOOP("Report", "momentum"),
    "weight_decay": QT_TRANSLATE_NOOP("Report", "weight decay"),
    "label_smoothing": QT_TRANSLATE_NOOP("Report", "label smoothing"),
    "schedule": QT_TRANSLATE_NOOP("Report", "schedule of the rate"),
    "initialization": QT_TRANSLATE_NOOP("Report", "first weights"),
    "patience": QT_TRANSLATE_NOOP("Report", "patience, in epochs"),
    "seed": QT_TRANSLATE_NOOP("Report", "seed"),
    "device": QT_TRANSLATE_NOOP("Report", "device"),
    "threads": QT_TRANSLATE_NOOP("Report", "threads"),
    "use": QT_TRANSLATE_NOOP("Report", "training pictures used"),
    "validation": QT_TRANSLATE_NOOP("Report", "share of them kept for validation"),
    "label-noise": QT_TRANSLATE_NOOP("Report", "share of wrong labels"),
    "data-seed": QT_TRANSLATE_NOOP("Report", "seed of the data"),
    "augment": QT_TRANSLATE_NOOP("Report", "augmentation"),
    "precision": QT_TRANSLATE_NOOP("Report", "precision"),
    "constant": QT_TRANSLATE_NOOP("Report", "constant"),
    "step": QT_TRANSLATE_NOOP("Report", "in steps"),
    "cosine": QT_TRANSLATE_NOOP("Report", "along half a cosine wave"),
    "one_cycle": QT_TRANSLATE_NOOP("Report", "one cycle"),
}
"""What settings of a recipe, and their values, are called."""


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of a report, and how its numbers are written.

    Attributes
    ----------
    language
        Of both.
    """

    language: Language = ENGLISH

    def say(self, name: str, **facts: object) -> str:
        """Return a text with its facts.

        Examples
        --------
        >>> Words().say("unfinished", done=1, epochs=1)
        'Not finished: 1 of 1 epoch is done.'
        """
        return self._filled(translate("Report", TEXTS[name], self.language), facts)

    def named(self, name: str) -> str:
        """Return what a setting or its value is called; one without words by its name."""
        if name in NAMES:
            return translate("Report", NAMES[name], self.language)
        return shown(name)

    def sentence(self, error: CnnvizError) -> str:
        """Return what an error says."""
        template = translate(CONTEXT, SENTENCES[error.code], self.language)
        return self._filled(template, error.facts)

    def number(self, value: float, digits: int = 4) -> str:
        """Write a number with its few leading digits; a whole one with all of them."""
        if isinstance(value, int):
            gap = "," if self._point == "." else "."
            return f"{value:,}".replace(",", gap)
        return short_number(value, digits, self._point)

    def fixed(self, value: float, decimals: int) -> str:
        """Write a number with so many decimals."""
        return with_signs(f"{value:.{decimals}f}", self._point)

    def percent(self, share: float, decimals: int = 2) -> str:
        """Write a share."""
        return with_signs(f"{share:.{decimals}%}", self._point)

    def sure_percent(self, share: float) -> str:
        """Write a probability, never as if it were certain or impossible."""
        return sure_percent(share, self._point)

    @property
    def _point(self) -> str:
        return "." if self.language is ENGLISH else ","

    def _filled(self, template: str, facts: Mapping[str, object]) -> str:
        return fill(template, facts, self.language, self._written)

    def _written(self, fact: object) -> object:
        match fact:
            case CnnvizError():
                return self.sentence(fact).rstrip(".")
            case int() | float():
                return self.number(fact)
            case _:
                return shown(str(fact))
