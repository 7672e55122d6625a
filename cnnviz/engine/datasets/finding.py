"""Files of a data set below a folder, whatever the places and names they were given."""

import os
import re
from collections.abc import Callable, Collection, Iterable
from itertools import islice
from pathlib import Path
from typing import Final

_MOST_ENTRIES: Final = 20_000
"""Entries of a folder that are looked at: a folder of data has fewer."""

_MOST_FOLDERS: Final = 100


def squeezed(name: str) -> str:
    """Return a name without case, dots, dashes and spaces: so spellings are compared.

    Examples
    --------
    >>> squeezed("train-images.idx3-ubyte"), squeezed("Train_Images-IDX3-ubyte")
    ('trainimagesidx3ubyte', 'trainimagesidx3ubyte')
    """
    return re.sub(r"[\W_]", "", name.lower())


def entries(folder: Path) -> list[Path]:
    """Return what is in a folder, the shortest names first; nothing of one not read."""
    try:
        with os.scandir(folder) as found:
            names = [entry.name for entry in islice(found, _MOST_ENTRIES)]
    except (OSError, ValueError):  # not there, forbidden, or no name that can be
        return []
    return [folder / name for name in sorted(names, key=lambda name: (len(name), name))]


def folders_below(folder: Path, names: Collection[str], depth: int = 2) -> list[Path]:
    """Return a folder, and those down to a depth that are called as is usual.

    Parameters
    ----------
    folder
        Where to begin.
    names
        What folders of the data set are called, squeezed.
    depth
        How many folders deep; every one of them must have such a name.
    """
    found = level = [folder]
    for _ in range(depth):
        level = [
            path
            for above in level
            for path in entries(above)
            if squeezed(path.name) in names and os.path.isdir(path)
        ]
        found = found + level[:_MOST_FOLDERS]
    return found


def first_whole(paths: Iterable[Path], is_whole: Callable[[Path], bool]) -> Path | None:
    """Return the first file that is whole, or the first one to say what is wrong with."""
    # Unlike Path.is_file, this says no where the system forbids to look.
    files = list(filter(os.path.isfile, paths))
    return next(filter(is_whole, files), files[0] if files else None)
