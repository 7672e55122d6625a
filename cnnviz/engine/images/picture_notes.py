"""What was done to a picture's numbers while it was read, to be said beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from cnnviz.engine.images.numbers.number_text import short_number
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

NoteKind = Literal["spread", "clipped", "dark"]


@dataclass(frozen=True, slots=True)
class PictureNote:
    """One thing to say of a picture.

    Attributes
    ----------
    kind
        ``spread``: its numbers fit no scale that is known, so their least became black
        and their greatest white; ``clipped``: a few cells lie beyond; ``dark``: it uses
        less than a quarter of its scale.
    low, high
        Of ``spread``, ``clipped``: what black and white stand for. Of ``dark``: the
        brightest number and the scale's white.
    """

    kind: NoteKind
    low: float
    high: float


NOTES: Final[Mapping[NoteKind, str]] = {
    "spread": QT_TRANSLATE_NOOP("Sentences", "spread from {low} to {high}"),
    "clipped": QT_TRANSLATE_NOOP("Sentences", "clipped at {low} and {high}"),
    "dark": QT_TRANSLATE_NOOP("Sentences", "dark: at most {low} of {high}"),
}
"""The words, for the command line as they are, for the window translated."""


def note_words(note: PictureNote) -> str:
    """Return what a note says, in English.

    Examples
    --------
    >>> note_words(PictureNote("dark", 4095, 65535))
    'dark: at most 4095 of 65535'
    """
    low, high = (short_number(value, digits=5) for value in (note.low, note.high))
    return NOTES[note.kind].format(low=low, high=high)
