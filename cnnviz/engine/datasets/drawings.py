"""Drawings of one's own, kept as ordinary pictures: a folder a class, a PNG a drawing.

`cnnviz.engine.datasets.files.picture_folders` reads such a folder to learn from.
"""

import io
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cnnviz.engine.datasets.finding import entries
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import failing_as

_USABLE: Final = re.compile(r"[^\W_][\w .+-]{0,59}")
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""

_NUMBERED: Final = re.compile(r"(\d{1,9})\.png", re.IGNORECASE)


def add_drawing(folder: Path, label: str, ink_hw: NDArray[np.uint8]) -> Path:
    """Keep a drawing as a picture of its class; nothing that is there is written over.

    Parameters
    ----------
    folder
        Of the collection; made when it is not there.
    label
        The class, which is the name of the folder inside.
    ink_hw
        uint8, ``H x W``: 0 paper, 255 ink, as a network reads it.

    Returns
    -------
    Path
        The file: the next number in its folder.

    Raises
    ------
    CnnvizError
        ``class_name_unusable``, or ``file_unwritable``.
    """
    check_class_name(label)
    place = folder / label
    png = io.BytesIO()
    Image.fromarray(ink_hw).save(png, "PNG")
    with failing_as("file_unwritable", str(place)):
        place.mkdir(parents=True, exist_ok=True)
        number = 1 + max(map(_number, entries(place)), default=0)
        while True:
            path = place / f"{number:04}.png"
            try:
                # Another program may have taken the number meanwhile.
                with path.open("xb") as file:
                    file.write(png.getbuffer())
            except FileExistsError:
                number += 1
            except OSError:
                path.unlink(missing_ok=True)  # half of it, on a full disk
                raise
            else:
                return path


def count_drawings(folder: Path) -> Mapping[str, int]:
    """Return how many drawings each class of a collection has, by its name."""
    return {
        place.name: count
        for place in entries(folder)
        if os.path.isdir(place)
        and (count := sum(map(bool, map(_number, entries(place)))))
    }


def remove_drawing(path: Path) -> None:
    """Take a drawing out of its collection, and its class with the last of them.

    Raises
    ------
    CnnvizError
        ``file_unwritable``.
    """
    with failing_as("file_unwritable", str(path)):
        path.unlink(missing_ok=True)
    with suppress(OSError):  # others are there, or other files
        path.parent.rmdir()


def check_class_name(label: str) -> None:
    """Refuse what is no name of a folder everywhere: ``class_name_unusable``.

    Examples
    --------
    >>> check_class_name("7"), check_class_name("two dots")
    (None, None)
    """
    is_usable = _USABLE.fullmatch(label) and not label.endswith((" ", "."))
    if not is_usable or _RESERVED.fullmatch(label):
        raise CnnvizError("class_name_unusable", label=label)


def _number(path: Path) -> int:
    found = _NUMBERED.fullmatch(path.name)
    return int(found[1]) if found else 0
