"""Where the files of a published set lie, whatever folder was named."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from cnnviz.engine.datasets.finding import entries, folders_below, squeezed
from cnnviz.engine.datasets.mnist import find_named
from cnnviz.engine.datasets.published.families import FAMILIES, MNIST_TABLES, Family
from cnnviz.engine.errors import CnnvizError

FamilyFiles = tuple[Path, ...]
"""Pictures and labels of training, then of the test; or two tables, in this order."""

ENDING: Final = ".csv"


def find_family(family: Family, folders: Iterable[Path]) -> FamilyFiles | None:
    """Return the files of a set in the first folder, or usual one below it, with all."""
    places = (
        place
        for folder in folders
        for place in folders_below(folder, family.folders, depth=3)
    )
    return next(filter(None, (_files(family, place) for place in places)), None)


def family_at(given: Path) -> tuple[Family, FamilyFiles] | None:
    """Return the set that lies at a path, a folder or one of its files.

    Raises
    ------
    CnnvizError
        ``dataset_several`` where a folder holds more than one.
    """
    folder = given.parent if os.path.isfile(given) else given
    known = (*FAMILIES.values(), MNIST_TABLES)
    found = [
        (family, files)
        for family in known
        if (files := find_family(family, (folder,))) is not None
    ]
    if os.path.isfile(given):
        named = given.absolute()
        found = [one for one in found if named in {path.absolute() for path in one[1]}]
    if len(found) > 1:
        titles = ", ".join(family.title for family, _ in found)
        raise CnnvizError(
            "dataset_several",
            place=str(given),
            found=titles,
            example=found[0][1][0].name,
        )
    return found[0] if found else None


def tables_at(given: Path) -> tuple[Path, Path | None] | None:
    """Return the tables of training and of the test at a path; there may be one only.

    Raises
    ------
    CnnvizError
        ``tables_unclear`` where it cannot be told which one is which.
    """
    if os.path.isfile(given):
        if given.suffix.lower() != ENDING:
            return None
        return (given, None) if _part(given) != "test" else _pair(given.parent)
    return _pair(given)


def _pair(folder: Path) -> tuple[Path, Path | None] | None:
    tables = list(_tables(folder))
    if len(tables) == 1:
        return tables[0], None
    parts = {part: [one for one in tables if _part(one) == part] for part in _PARTS}
    train, test = parts["train"], parts["test"]
    if len(train) == 1 and len(test) <= 1:
        return train[0], (test[0] if test else None)
    if tables:
        names = ", ".join(path.name for path in tables)
        raise CnnvizError("tables_unclear", place=str(folder), files=names)
    return None


_PARTS: Final = ("train", "test")


def _part(path: Path) -> str:
    name = squeezed(path.stem)
    return next((part for part in _PARTS if part in name), "")


def _tables(folder: Path) -> Iterator[Path]:
    """Yield the tables in a folder; also those with a folder of the same name round them."""
    for path in entries(folder):
        if path.suffix.lower() != ENDING and not os.path.isdir(path):
            continue
        if not os.path.isdir(path):
            yield path
            continue
        for inner in entries(path):
            is_own = squeezed(inner.stem) == squeezed(path.name.removesuffix(ENDING))
            if is_own and inner.suffix.lower() == ENDING and os.path.isfile(inner):
                yield inner


def what_is_missing(
    families: Iterable[Family], folders: Iterable[Path]
) -> CnnvizError | None:
    """Say which files of a set are not there where some of them are, ``dataset_incomplete``."""
    places = list(folders)
    for family in families:
        for folder in places:
            for place in folders_below(folder, family.folders, depth=3):
                for found in (_idx_files(family, place), _table_files(family, place)):
                    missing = [name for name, path in found.items() if path is None]
                    if 0 < len(missing) < len(found):
                        return CnnvizError(
                            "dataset_incomplete",
                            place=str(place),
                            files=", ".join(missing),
                        )
    return None


def _files(family: Family, place: Path) -> FamilyFiles | None:
    for found in (_idx_files(family, place), _table_files(family, place)):
        if found and None not in found.values():
            return tuple(path for path in found.values() if path is not None)
    return None


def _idx_files(family: Family, place: Path) -> dict[str, Path | None]:
    """Return where the IDX files of a set are in a folder, by their names."""
    parts = (squeezed(part) for part in place.absolute().parts[-3:])
    if not any(family.place_says in part for part in parts):
        return {}
    listed = entries(place)
    names = (
        f"{begin}-{what}-ubyte"
        for begin in family.idx
        for what in ("images-idx3", "labels-idx1")
    )
    return {name: find_named(name, listed) for name in names}


def _table_files(family: Family, place: Path) -> dict[str, Path | None]:
    """Return where the tables of a set are in a folder, by their names."""
    tables: dict[str, Path] = {}
    for path in _tables(place):
        tables.setdefault(squeezed(path.stem), path)
    return {
        f"{name}{ENDING}": tables.get(squeezed(name)) for name in family.table_names
    }
