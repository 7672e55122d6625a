"""What an animation says, for whoever makes it in another language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from cnnviz.engine.images.numbers.number_text import short_number
from cnnviz.engine.images.picture import COLOUR_LETTERS
from cnnviz.engine.messages.fill import fill
from cnnviz.engine.messages.languages import ENGLISH, Language
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

TEXTS: Final[dict[str, str]] = {
    # operations
    "convolution": QT_TRANSLATE_NOOP("AnimationLabels", "Convolution"),
    "true_convolution": QT_TRANSLATE_NOOP("AnimationLabels", "True convolution"),
    "transposed": QT_TRANSLATE_NOOP("AnimationLabels", "Transposed convolution"),
    "pooling": QT_TRANSLATE_NOOP("AnimationLabels", "Pooling"),
    "signal": QT_TRANSLATE_NOOP("AnimationLabels", "Convolution of a signal"),
    # what is kept of a window
    "max": QT_TRANSLATE_NOOP("AnimationLabels", "max"),
    "min": QT_TRANSLATE_NOOP("AnimationLabels", "min"),
    "average": QT_TRANSLATE_NOOP("AnimationLabels", "mean"),
    "sum": QT_TRANSLATE_NOOP("AnimationLabels", "sum"),
    # settings
    "stride": QT_TRANSLATE_NOOP("AnimationLabels", "stride {number}"),
    "padding": QT_TRANSLATE_NOOP("AnimationLabels", "padding {number}"),
    "four_sides": QT_TRANSLATE_NOOP(
        "AnimationLabels", "{numbers} (top, bottom, left, right)"
    ),
    "two_ends": QT_TRANSLATE_NOOP("AnimationLabels", "{numbers} (before, after)"),
    "reflect": QT_TRANSLATE_NOOP("AnimationLabels", "reflect"),
    "replicate": QT_TRANSLATE_NOOP("AnimationLabels", "replicate"),
    "circular": QT_TRANSLATE_NOOP("AnimationLabels", "circular"),
    "dilation": QT_TRANSLATE_NOOP("AnimationLabels", "dilation {number}"),
    # one step
    "step": QT_TRANSLATE_NOOP(
        "AnimationLabels", "Step {step} of {steps}: row {row}, column {column}"
    ),
    "signal_step": QT_TRANSLATE_NOOP("AnimationLabels", "Step {step} of {steps}"),
    "channel": QT_TRANSLATE_NOOP("AnimationLabels", "channel {channel}"),
    "bias": QT_TRANSLATE_NOOP("AnimationLabels", "bias"),
    "more_products": QT_TRANSLATE_NOOP("AnimationLabels", "and {count} more"),
    "all_numbers": QT_TRANSLATE_NOOP(
        "AnimationLabels", "{count} {count|number|numbers}"
    ),
    # headings
    "input": QT_TRANSLATE_NOOP("AnimationLabels", "Input"),
    "stretched": QT_TRANSLATE_NOOP("AnimationLabels", "Input with zeros inserted"),
    "signal_row": QT_TRANSLATE_NOOP("AnimationLabels", "Signal"),
    "window": QT_TRANSLATE_NOOP("AnimationLabels", "Window"),
    "kernel": QT_TRANSLATE_NOOP("AnimationLabels", "Kernel"),
    "products": QT_TRANSLATE_NOOP("AnimationLabels", "Products"),
    "output": QT_TRANSLATE_NOOP("AnimationLabels", "Output"),
    # below
    "rows": QT_TRANSLATE_NOOP("AnimationLabels", "rows"),
    "columns": QT_TRANSLATE_NOOP("AnimationLabels", "columns"),
    "unreached": QT_TRANSLATE_NOOP(
        "AnimationLabels",
        "Rows never reached: {rows}; columns: {columns} (crossed out).",
    ),
    "unreached_numbers": QT_TRANSLATE_NOOP(
        "AnimationLabels", "Numbers never reached: {count} (crossed out)."
    ),
    "around_signal": QT_TRANSLATE_NOOP(
        "AnimationLabels", "Only the numbers around the window are drawn, of {count}."
    ),
    "around": QT_TRANSLATE_NOOP(
        "AnimationLabels",
        "Only the cells around the window are drawn, of {rows} × {columns}.",
    ),
}
"""All texts in English. Names of functions (ReLU, tanh) are the same in every language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnimationLabels:
    """All texts of an animation, and how its numbers are written; English unless given.

    Attributes
    ----------
    decimal_point
        Point or comma.
    language
        Of the texts: counted words agree with their number by its rule.
    texts
        As `TEXTS`, under the same names.
    """

    decimal_point: str = "."
    language: Language = ENGLISH
    texts: Mapping[str, str] = field(default_factory=TEXTS.copy)

    def say(self, name: str, **facts: object) -> str:
        """Return a text with its facts.

        Examples
        --------
        >>> AnimationLabels().say("all_numbers", count=1)
        '1 number'
        """
        return fill(self.texts[name], facts, self.language)

    def named(self, name: str) -> str:
        """Return what an operation or a rule is called; one without words by its name."""
        return self.texts.get(name, name)

    @property
    def list_separator(self) -> str:
        """What stands between numbers of a list: no comma beside decimal commas."""
        return "; " if self.decimal_point == "," else ", "

    def channel_mark(self, channel: int, channels: int) -> str:
        """Return what a channel of a picture is called: R, G and B, or its number."""
        if channels == len(COLOUR_LETTERS):
            return COLOUR_LETTERS[channel]
        return self.say("channel", channel=channel + 1)

    def number(self, value: float, digits: int = 4) -> str:
        """Write a number with at most so many significant digits, as the page does.

        Examples
        --------
        >>> AnimationLabels(decimal_point=",").number(-0.12345)
        '−0,1235'
        """
        return short_number(value, digits, self.decimal_point)

    def factor(self, value: float, digits: int = 4) -> str:
        """Write a number inside a sum: a negative one in brackets, as on the blackboard.

        Examples
        --------
        >>> AnimationLabels().factor(-2)
        '(−2)'
        """
        text = self.number(value, digits)
        return f"({text})" if value < 0 else text
