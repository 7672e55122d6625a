"""What the classes of published data sets are called, in the order of their numbers."""

from string import ascii_lowercase, ascii_uppercase, digits
from typing import Final

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

DIGITS: Final = tuple(digits)

FASHION: Final = (
    QT_TRANSLATE_NOOP("Datasets", "T-shirt or top"),
    QT_TRANSLATE_NOOP("Datasets", "trousers"),
    QT_TRANSLATE_NOOP("Datasets", "pullover"),
    QT_TRANSLATE_NOOP("Datasets", "dress"),
    QT_TRANSLATE_NOOP("Datasets", "coat"),
    QT_TRANSLATE_NOOP("Datasets", "sandal"),
    QT_TRANSLATE_NOOP("Datasets", "shirt"),
    QT_TRANSLATE_NOOP("Datasets", "sneaker"),
    QT_TRANSLATE_NOOP("Datasets", "bag"),
    QT_TRANSLATE_NOOP("Datasets", "ankle boot"),
)

LETTERS: Final = tuple(ascii_uppercase)
"""A large and a small letter are one class."""

EMNIST_62: Final = tuple(digits + ascii_uppercase + ascii_lowercase)
EMNIST_47: Final = tuple(digits + ascii_uppercase + "abdefghnqrt")
"""Small letters that look like large ones are one class with them."""

# J and Z are signed with a movement, so that no single picture shows them.
SIGNED_LETTERS: Final = tuple("ABCDEFGHIKLMNOPQRSTUVWXY")
