"""Texts with facts put in, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.fill import fill
from cnnviz.engine.messages.sentences import CONTEXT, SENTENCES, singular
from cnnviz.ui.i18n import current_language
from cnnviz.ui.numbers import short, whole


def sentence(error: CnnvizError) -> str:
    """Return what an error says, its numbers written the reader's way."""
    english = SENTENCES[error.code]
    template = QCoreApplication.translate(CONTEXT, english)
    text = fill(template, error.facts, current_language(), _written)
    return singular(text) if template == english else text


def filled(template: str, **facts: object) -> str:
    """Return a translated text with its facts, its counted words agreeing with them."""
    return fill(template, facts, current_language(), _written)


def _written(fact: object) -> object:
    match fact:
        case float():
            return short(fact)
        case int():
            return whole(fact)
        case _:
            return fact
