"""Texts in the language of the window; names that do nothing but say."""

import re
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from cnnviz.engine.datasets.catalogue import CONTEXT as DATASETS_CONTEXT
from cnnviz.engine.datasets.catalogue import KnownDataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import CONTEXT, SENTENCES
from cnnviz.engine.messages.fill import fill
from cnnviz.engine.shown_text import MOST, shown
from cnnviz.ui.i18n import current_language
from cnnviz.ui.numbers import short, whole

MOST_OF_NAME: Final = 80
"""Characters of a name that a title or a tooltip shows."""

_TAG_SIGNS: Final = str.maketrans("<>", "‹›")


def sentence(error: CnnvizError) -> str:
    """Return what an error says, its numbers written the reader's way."""
    template = QCoreApplication.translate(CONTEXT, SENTENCES[error.code])
    return fill(template, error.facts, current_language(), _written)


def filled(template: str, **facts: object) -> str:
    """Return a translated text with its facts, its counted words agreeing with them."""
    return fill(template, facts, current_language(), _written)


def _written(fact: object) -> object:
    match fact:
        case CnnvizError():  # why a file was refused, in the middle of another
            return sentence(fact).rstrip(".")
        case KnownDataset():
            return QCoreApplication.translate(DATASETS_CONTEXT, fact.title)
        case float():
            return short(fact)
        case int():
            return whole(fact)
        case _:
            return plain(str(fact), MOST)


@lru_cache(maxsize=1024)
def plain(text: str, most: int = MOST_OF_NAME) -> str:
    """Return a name, or a text from a file, as any widget can show it.

    Labels and tooltips guess whether they hold HTML, and HTML opens the files that it
    names: what HTML is made of is written with other signs.
    """
    return without_tags(shown(text, most))


def without_tags(text: str) -> str:
    """Return a text that Qt cannot take for HTML."""
    return re.sub("&(?=lt;)", "＆", text.translate(_TAG_SIGNS))


def keep_plain(root: QWidget) -> None:
    """Let no label within a widget guess whether what it shows is HTML."""
    for label in root.findChildren(QLabel):
        if label.textFormat() == Qt.TextFormat.AutoText:
            label.setTextFormat(Qt.TextFormat.PlainText)
