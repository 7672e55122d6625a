"""Where the pictures of each class lie, below whatever folders are round them."""

import os
import re
from pathlib import Path
from typing import Final

from cnnviz.engine.datasets.files.label_lists import Classes, listed_classes
from cnnviz.engine.datasets.files.picture_names import pictures_in
from cnnviz.engine.datasets.finding import entries

_PARTS: Final = {
    part: re.compile(rf"(.*[\W_])?({names})([\W_]?(set|data|images))?[\W_\d]*")
    for part, names in (
        ("train", "train|training"),
        ("validation", "val|valid|validation|dev"),
        ("test", "test|testing"),
    )
}
"""What the folders of a part are called, with the name of the set before it."""

_DEEPEST: Final = 3
"""Folders that lie round others and hold nothing else, as archives have them."""


def parts_of_folder(folder: Path) -> dict[str, Classes]:
    """Return the classes of each part, ``train`` first; nothing of a folder without.

    Without folders that are called after parts, all of it is ``train``.
    """
    for _ in range(_DEEPEST):
        inside = _folders(folder)
        found: dict[str, Classes] = {}
        for part, called in _PARTS.items():
            for path in inside:
                # A class may be called train, too; it has pictures in it.
                if called.fullmatch(path.name.lower()) and part not in found:
                    found[part] = _classes(path)
        if any(found.get("train", {}).values()):
            return found
        classes = listed_classes(folder) or _classes(folder)
        if classes:
            return {"train": classes}
        if len(inside) != 1:
            break
        folder = inside[0]
    return {}


def _classes(folder: Path) -> Classes:
    inside = _folders(folder)
    found = {path.name: pictures_in(path) for path in inside}
    classes = {name: files for name, files in found.items() if files}
    if not classes and len(inside) == 1:  # train/train/…
        found = {path.name: pictures_in(path) for path in _folders(inside[0])}
        classes = {name: files for name, files in found.items() if files}
    return classes


def _folders(folder: Path) -> list[Path]:
    return [
        path
        for path in entries(folder)
        if not path.name.startswith((".", "__")) and os.path.isdir(path)
    ]
