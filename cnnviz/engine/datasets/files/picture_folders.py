"""A folder of pictures: a folder a class, with or without train and test round them.

So torchvision's ImageFolder has it, and most picture sets of Kaggle; so drawings of
one's own are kept.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from cnnviz.engine.datasets.choice.fitting import Fit
from cnnviz.engine.datasets.choice.portions import held_out
from cnnviz.engine.datasets.files.class_folders import parts_of_folder
from cnnviz.engine.datasets.files.label_lists import Classes
from cnnviz.engine.datasets.files.same_size import SameSize
from cnnviz.engine.datasets.progress import tell
from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.files.loading import decode_picture, read_file

TEST_SHARE: Final = 1 / 5
"""What is held out of each class where there is no folder of test pictures."""

_MOST_CLASSES: Final = 1_000
_MOST_FILE_BYTES: Final = 64 * 1024**2
_MOST_PIXELS: Final = 2**22
"""A larger picture is reduced to this many: no network here reads so many."""


def load_picture_folder(folder: Path, fit: Fit | None = None) -> Dataset | None:
    """Read a folder of pictures; ``None`` where it is none.

    Parameters
    ----------
    folder
        With a folder a class; or with ``train`` and ``test`` (and ``val``) folders that
        have these; or pictures with a list of their classes beside them, see
        `label_lists`. Where there are no test pictures a fifth of each class is held out;
        with both, ``val`` is measured after every epoch and ``test`` at the end.
    fit
        What a network reads: pictures of another size are brought to its size, by their
        largest middle part, and all to its channels; for a network of handwritten
        digits, their ink is fitted as MNIST's is. Without it all must have one size.

    Returns
    -------
    Dataset
        Classes in the order of their names; numbers in their own.

    Raises
    ------
    CnnvizError
        ``pictures_of_other_size``, ``too_many_classes``, ``pictures_too_large``,
        ``class_only_in_test``, ``reading_cancelled``, or why a picture cannot be read,
        with its file.
    """
    parts = {
        name: part
        for name, part in parts_of_folder(folder).items()
        if any(part.values())
    }
    if "train" not in parts:
        return None
    labels = tuple(sorted(parts["train"], key=_by_number))
    if len(labels) > _MOST_CLASSES:
        raise CnnvizError(
            "too_many_classes",
            place=str(folder),
            classes=len(labels),
            limit=_MOST_CLASSES,
        )
    splits, notes = _read(folder, parts, labels, fit)
    name = folder.resolve().name or "data"
    measured = [splits[part] for part in ("validation", "test") if part in splits]
    train = splits["train"]
    if not measured:
        train, held = held_out(train, TEST_SHARE)
        measured.append(held)
        notes.append(CnnvizError("test_held_out", name=name, count=len(held)))
    final = measured[1] if len(measured) > 1 else None
    return Dataset(name, train, measured[0], labels, tuple(notes), final)


def _read(
    folder: Path, parts: Mapping[str, Classes], labels: Sequence[str], fit: Fit | None
) -> tuple[dict[str, Split], list[CnnvizError]]:
    """Read all pictures, part after part."""
    total = sum(len(files) for part in parts.values() for files in part.values())
    pictures, places, done = SameSize(fit), dict[str, slice](), 0
    numbers: list[int] = []
    for part, classes in parts.items():
        begin = done
        for label in sorted(classes, key=_by_number):
            if label not in labels:
                raise CnnvizError("class_only_in_test", place=str(folder), label=label)
            for path in classes[label]:
                _add(pictures, path, folder, fit)
                numbers.append(labels.index(label))
                done += 1
                tell(done, total)
        places[part] = slice(begin, done)
    images, labels_n = pictures.stacked(), np.array(numbers, np.int64)
    name = folder.resolve().name or "data"
    notes = pictures.notes(name)
    return {
        part: Split(images[place], labels_n[place]) for part, place in places.items()
    }, notes


def _add(pictures: SameSize, path: Path, folder: Path, fit: Fit | None) -> None:
    name = os.path.relpath(path, folder)
    data = read_file(path, at_most=_MOST_FILE_BYTES)
    pictures.add(decode_picture(data, name, kept_pixels=_MOST_PIXELS))


def _by_number(name: str) -> tuple[int, str]:
    """Order names that are numbers by these, and all others after them."""
    is_number = name.isascii() and name.isdigit() and len(name) < 10
    return (int(name), name) if is_number else (10**9, name)
