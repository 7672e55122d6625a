"""Classes of one's own on the disk: a folder a class, a PNG file an example.

The files are those of `cnnviz.engine.datasets.drawings`, so any program opens them and
the Train page learns from them. Beside them ``classes.json`` says in which order the classes
are, and what those are called whose names no folder can have.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from cnnviz.engine.datasets.drawings import (
    add_drawing,
    check_class_name,
    remove_drawing,
)
from cnnviz.engine.datasets.files.picture_names import pictures_in
from cnnviz.engine.datasets.finding import entries
from cnnviz.engine.datasets.own.collection import (
    MOST_CLASSES,
    MOST_EXAMPLES,
    Example,
    OwnClass,
    OwnClasses,
    checked_name,
    example_of_picture,
    is_example,
)
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import failing_as, read_regular, write_whole
from cnnviz.engine.images.files.loading import decode_picture, read_file

INDEX: Final = "classes.json"
_MOST_INDEX_BYTES: Final = 64 * 1024
_MOST_FILE_BYTES: Final = 64 * 1024**2
_MOST_PIXELS: Final = 2**22


class KeptClasses:
    """Write the changes of a collection into its folder; for one thread.

    Parameters
    ----------
    folder
        Of the collection; made when there is something to keep.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[Example, Path] = {}

    def load(self) -> OwnClasses:
        """Return what is kept; what cannot be read is left where it is, and out."""
        places = dict(self._indexed())
        if not (self._folder / INDEX).is_file():  # drawings that others have put there
            places = {one.name: one for one in entries(self._folder) if one.is_dir()}
        classes = []
        for name, place in [*places.items()][:MOST_CLASSES]:
            examples = []
            for path in pictures_in(place)[:MOST_EXAMPLES]:
                with suppress(CnnvizError):
                    examples.append(read_example(path, is_prepared=True))
                    self._files[examples[-1]] = path
            classes.append(OwnClass(name, tuple(examples)))
        return OwnClasses(tuple(classes))

    def keep(self, wanted: OwnClasses) -> None:
        """Let the folder hold these classes, and no example of before that is gone.

        Raises
        ------
        CnnvizError
            ``file_unwritable``.
        """
        folders = self._folders(wanted)
        places = {
            example: self._folder / folders[one.name]
            for one in wanted.classes
            for example in one.examples
        }
        for example, path in [*self._files.items()]:
            if places.get(example) != path.parent:
                remove_drawing(path)
                del self._files[example]
        for example, place in places.items():
            if example not in self._files:
                path = add_drawing(self._folder, place.name, example.digit_hw)
                self._files[example] = path
        said = [{"name": one, "folder": folders[one]} for one in wanted.names]
        text = json.dumps({"classes": said}, ensure_ascii=False, indent=1)
        with failing_as("file_unwritable", str(self._folder)):
            self._folder.mkdir(parents=True, exist_ok=True)
        write_whole(self._folder / INDEX, text.encode())

    def _indexed(self) -> Iterator[tuple[str, Path]]:
        """Yield the names of the classes and their folders, in their order."""
        try:
            said = json.loads(read_regular(self._folder / INDEX, _MOST_INDEX_BYTES))
            listed = [(one["name"], one["folder"]) for one in said["classes"]]
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return
        names: list[str] = []
        for name, folder in listed:
            try:
                check_class_name(folder)
                names.append(checked_name(name, names))
            except (CnnvizError, TypeError, AttributeError):
                continue
            yield names[-1], self._folder / folder

    def _folders(self, wanted: OwnClasses) -> Mapping[str, str]:
        """Return the folder of each class: its name, or a number where that is none.

        Capital letters are the same as small ones to some systems, and no to others.
        """
        found: dict[str, str] = {}
        taken: set[str] = set()
        for number, name in enumerate(wanted.names, 1):
            folder = name
            if not _is_folder_name(name) or name.casefold() in taken:
                folder = f"class {number}"
            while folder.casefold() in taken:
                folder += "+"
            found[name] = folder
            taken.add(folder.casefold())
        return found


def read_example(path: Path, *, is_prepared: bool = False) -> Example:
    """Read a picture file as an example, prepared as the Draw page prepares it.

    One that is said to be prepared is taken as it is.

    Raises
    ------
    CnnvizError
        Why it cannot be read, or ``drawing_empty``.
    """
    data = read_file(path, at_most=_MOST_FILE_BYTES)
    picture = decode_picture(data, path.name, kept_pixels=_MOST_PIXELS)
    if is_prepared and is_example(picture):
        return Example(picture.pixels_chw[0])
    return example_of_picture(picture)


def picture_paths(path: Path) -> Mapping[str, list[Path]]:
    """Return the pictures of a file or folder by the class that they are of.

    Those of a folder itself, and a file, are of no class: ``""``. Folders inside name
    classes.
    """
    if not os.path.isdir(path):
        return {"": [path]}
    found = {"": pictures_in(path)}
    for place in entries(path):
        if os.path.isdir(place) and not place.name.startswith("."):
            found[place.name] = pictures_in(place)
    return {name: files for name, files in found.items() if files}


def _is_folder_name(name: str) -> bool:
    try:
        check_class_name(name)
    except CnnvizError:
        return False
    return True
