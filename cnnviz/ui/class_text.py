"""What classes are called in the window; files keep the names of the data."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.datasets.catalogue import CONTEXT as DATASETS_CONTEXT
from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.ui.texts import plain


def class_words(labels: Sequence[str]) -> tuple[str, ...]:
    """Return classes as they are shown.

    Those of a data set that is known are in the window's language, all others as they
    are: whose "cat" is a person's name keeps it.
    """
    is_known = _is_known(labels)
    return tuple(_shown(label, is_known) for label in labels)


def class_word(labels: Sequence[str], index: int) -> str:
    """Return one of the classes as it is shown."""
    return _shown(labels[index], _is_known(labels))


def _is_known(labels: Sequence[str]) -> bool:
    labels = tuple(labels)
    return any(labels == known.labels for known in KNOWN_DATASETS.values())


def _shown(label: str, is_known: bool) -> str:
    translate = QCoreApplication.translate
    return plain(translate(DATASETS_CONTEXT, label) if is_known else label)
