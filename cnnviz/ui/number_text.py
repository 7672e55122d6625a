"""Why a text is not taken as a number."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.number_marks import number_of
from cnnviz.ui.numbers import decimal_mark
from cnnviz.ui.texts import sentence

_LONGEST: Final = 11


def refused_number(text: str) -> str:
    """Say what is wrong with a text that `read_usable_number` does not take."""
    translate = QCoreApplication.translate
    if not text.strip():
        return translate(
            "NumberWords", "The cell is empty. Type a number, for example 0."
        )
    try:
        value = number_of(text, decimal_mark())
    except CnnvizError as error:
        return sentence(error)
    if value is None:
        note = translate(
            "NumberWords",
            "“{text}” is not a number. Write a number such as 0.5 or 1/9.",
        )
    else:
        note = translate(
            "NumberWords",
            "“{text}” is too large. The largest number allowed is one billion.",
        )
    return _about(text, note)


def refused_whole_number(text: str) -> str:
    """Say what is wrong with a text that a field for whole numbers does not take."""
    note = QCoreApplication.translate(
        "NumberWords", "“{text}” is not a whole number that is allowed here. Try 3."
    )
    return _about(text, note)


def _about(text: str, note: str) -> str:
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    return note.format(text=shown)
