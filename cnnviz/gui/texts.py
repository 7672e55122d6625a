"""Sentences for errors, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from cnnviz.errors import CnnvizError
from cnnviz.gui.numbers import short, whole
from cnnviz.sentences import CONTEXT, SENTENCES


def sentence(error: CnnvizError) -> str:
    """Return what an error says, its numbers written the reader's way."""
    template = QCoreApplication.translate(CONTEXT, SENTENCES[error.code])
    facts = {name: _written(fact) for name, fact in error.facts.items()}
    return template.format_map(facts)


def _written(fact: object) -> object:
    match fact:
        case float():
            return short(fact)
        case int():
            return whole(fact)
        case _:
            return fact
