"""What to call pictures, in the language of the window."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from cnnviz.control.shared_picture import SharedPicture
from cnnviz.sentences import QT_TRANSLATE_NOOP

_SAMPLES: Final[Mapping[str, str]] = {
    "landscape": QT_TRANSLATE_NOOP("PictureWords", "Landscape"),
    "house": QT_TRANSLATE_NOOP("PictureWords", "House, in colour"),
    "cat": QT_TRANSLATE_NOOP("PictureWords", "Cat"),
    "mouse": QT_TRANSLATE_NOOP("PictureWords", "Mouse"),
    "coins": QT_TRANSLATE_NOOP("PictureWords", "Coins"),
    "letters": QT_TRANSLATE_NOOP("PictureWords", "Letters"),
    "stripes": QT_TRANSLATE_NOOP("PictureWords", "Stripes"),
    "test_card": QT_TRANSLATE_NOOP("PictureWords", "Test card"),
    "seven": QT_TRANSLATE_NOOP("PictureWords", "Digit seven"),
    "three": QT_TRANSLATE_NOOP("PictureWords", "Digit three"),
}


def sample_title(key: str) -> str:
    """Return the name of one of our own pictures."""
    return QCoreApplication.translate("PictureWords", _SAMPLES.get(key, key))


def picture_title(shared: SharedPicture) -> str:
    """Return the name of the picture: its file, its sample, or "Drawing"."""
    match shared.origin:
        case "drawing":
            return QCoreApplication.translate("PictureWords", "Drawing")
        case "sample":
            return sample_title(shared.picture.name)
        case _:
            return shared.picture.name
