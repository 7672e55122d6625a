"""What to call pictures, in the language of the window."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.datasets.catalogue import CONTEXT as DATASETS_CONTEXT
from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.images.picture_notes import NOTES, PictureNote
from cnnviz.engine.messages.catalogue import CONTEXT
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.engine.shown_text import shortened as shortened
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.numbers import short
from cnnviz.ui.texts import plain

_SAMPLES: Final[Mapping[str, str]] = {
    "landscape": QT_TRANSLATE_NOOP("PictureWords", "Landscape"),
    "house": QT_TRANSLATE_NOOP("PictureWords", "House"),
    "cat": QT_TRANSLATE_NOOP("PictureWords", "Cat"),
    "fruit": QT_TRANSLATE_NOOP("PictureWords", "Fruit"),
    "balloons": QT_TRANSLATE_NOOP("PictureWords", "Balloons"),
    "parrot": QT_TRANSLATE_NOOP("PictureWords", "Macaw"),
    "sunflower": QT_TRANSLATE_NOOP("PictureWords", "Sunflower"),
    "reef": QT_TRANSLATE_NOOP("PictureWords", "Reef"),
    "beach": QT_TRANSLATE_NOOP("PictureWords", "Beach"),
    "valley": QT_TRANSLATE_NOOP("PictureWords", "Valley"),
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


def dataset_title(key: str) -> str:
    """Return what a data set is called."""
    return _of_dataset(KNOWN_DATASETS[key].title)


def class_names(key: str) -> tuple[str, ...]:
    """Return what the classes of a data set are called."""
    return tuple(_of_dataset(label) for label in KNOWN_DATASETS[key].labels)


def dataset_way_out(key: str, folder: str) -> str:
    """Say how a data set that is not on this computer can be had."""
    return _of_dataset(KNOWN_DATASETS[key].way_out).format(folder=folder)


def _of_dataset(text: str) -> str:
    return QCoreApplication.translate(DATASETS_CONTEXT, text)


def picture_title(shared: SharedPicture) -> str:
    """Return the name of the picture: its file, its sample, "Drawing", "Numbers"."""
    translate = QCoreApplication.translate
    name = plain(shared.picture.name)
    match shared.origin:
        case "drawing":
            return translate("PictureWords", "Drawing")
        case "sample":
            return sample_title(name)
        case "numbers" if not name:
            return translate("PictureWords", "Typed numbers")
        case "numbers" if name == "drawing":
            return translate("PictureWords", "Drawing, cells changed")
        case "numbers":
            changed = translate("PictureWords", "{name}, cells changed")
            return changed.format(name=sample_title(name))
        case _:
            return name


def picture_note(note: PictureNote) -> str:
    """Return what was done to a picture's numbers when it was read."""
    words = QCoreApplication.translate(CONTEXT, NOTES[note.kind])
    return words.format(low=short(note.low, 5), high=short(note.high, 5))


def picture_description(shared: SharedPicture) -> str:
    """Return what the picture is, in one line: size, colours, name, what was done."""
    height, width = shared.picture.size_hw
    if shared.numbers_chw is not None:
        kind = QCoreApplication.translate("PictureWords", "numbers")
    elif shared.picture.is_grey:
        kind = QCoreApplication.translate("PictureWords", "grey")
    else:
        kind = QCoreApplication.translate("PictureWords", "colour")
    edits = {
        "cropped": QCoreApplication.translate("PictureWords", "cropped"),
        "resized": QCoreApplication.translate("PictureWords", "resized"),
    }
    is_nameless = shared.origin == "numbers" and not shared.picture.name
    parts = [
        f"{height} × {width}",
        *(() if is_nameless else (kind,)),  # the title says it
        shortened(picture_title(shared)),
        *(edits[edit] for edit in shared.edits),
    ]
    return ", ".join(parts)
