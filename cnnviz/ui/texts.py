"""Sentences for errors, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.sentences import CONTEXT, SENTENCES, singular
from cnnviz.ui.numbers import short, whole


def sentence(error: CnnvizError) -> str:
    """Return what an error says, its numbers written the reader's way."""
    english = SENTENCES[error.code]
    template = QCoreApplication.translate(CONTEXT, english)
    facts = {name: _written(fact) for name, fact in error.facts.items()}
    text = template.format_map(facts)
    return singular(text) if template == english else text


def _written(fact: object) -> object:
    match fact:
        case float():
            return short(fact)
        case int():
            return whole(fact)
        case _:
            return fact
