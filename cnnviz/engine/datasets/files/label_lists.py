"""A pile of pictures with a list of their classes, as competitions hand them out.

``trainLabels.csv`` or ``labels.csv`` has a line a picture: its name, with or without
its ending, and its class. The pictures lie beside it, or in a folder beside it.
"""

import csv
import os
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Final

from cnnviz.engine.datasets.files.picture_names import pictures_in
from cnnviz.engine.datasets.finding import entries, squeezed
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import check_file, failing_as
from cnnviz.engine.shown_text import shown

Classes = Mapping[str, list[Path]]
"""The picture files of each class."""

_MOST_LINES: Final = 2_000_000
_PLACES: Final = ("train", "images", "trainimages", "pictures")


def listed_classes(folder: Path) -> Classes:
    """Return the pictures in a folder by the classes that a list gives them.

    Nothing where there is no list (a ``.csv`` with *label* in its name), or no pile of
    pictures.

    Raises
    ------
    CnnvizError
        ``list_row_wrong`` with the line, or ``list_without_picture``.
    """
    inside = entries(folder)
    lists = [
        path
        for path in inside
        if path.suffix.lower() == ".csv" and "label" in squeezed(path.stem)
    ]
    piles = [folder, *(path for path in inside if squeezed(path.name) in _PLACES)]
    pictures = next(filter(None, map(pictures_in, piles)), None)
    if len(lists) != 1 or not pictures:
        return {}
    named = {path.name: path for path in pictures} | {
        path.stem: path for path in pictures
    }
    classes: dict[str, list[Path]] = {}
    for line, name, label in _rows(lists[0]):
        path = named.get(os.path.basename(name))
        if path is None:
            # A header names no picture; everything else should.
            if line == 1:
                continue
            raise CnnvizError(
                "list_without_picture",
                file=lists[0].name,
                line=line,
                name=shown(name, 80),
            )
        classes.setdefault(label, []).append(path)
    return classes


def _rows(path: Path) -> Iterator[tuple[int, str, str]]:
    """Yield the number of each line, the name and the class in it."""
    check_file(path)
    with (
        failing_as("file_unreadable", path.name, (OSError, csv.Error)),
        path.open(encoding="utf-8-sig", errors="replace", newline="") as file,
    ):
        reader = csv.reader(file)
        for row in islice(reader, _MOST_LINES):
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if len(cells) < 2 or not all(cells[:2]):
                raise CnnvizError(
                    "list_row_wrong", file=path.name, line=reader.line_num
                )
            yield reader.line_num, cells[0], cells[1]
