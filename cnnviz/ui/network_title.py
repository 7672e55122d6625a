"""The titles of networks in the window; files keep them as they were made."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

_JOINT: Final = " · "

_WAYS: Final[Mapping[str, str]] = {
    text: text
    for text in (
        QT_TRANSLATE_NOOP("NetworkTitles", "sigmoid"),
        QT_TRANSLATE_NOOP("NetworkTitles", "pooling"),
        QT_TRANSLATE_NOOP("NetworkTitles", "dropout"),
        QT_TRANSLATE_NOOP("NetworkTitles", "augmentation"),
        QT_TRANSLATE_NOOP("NetworkTitles", "shuffled"),
    )
}
"""What the program writes behind a network's title to tell it from others."""


def title_words(title: str) -> str:
    """Return a title in the window's language: ``LeNet-5 · shuffled``.

    The name itself stays, as does what somebody else wrote behind it.
    """
    name, *ways = title.split(_JOINT)
    return _JOINT.join((name, *map(_said, ways)))


def _said(way: str) -> str:
    known = _WAYS.get(way)
    return way if known is None else QCoreApplication.translate("NetworkTitles", known)
