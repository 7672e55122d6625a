"""Reading or making a picture, away from the window's thread."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cnnviz.engine.datasets.browse import DatasetPicture, PictureQuery, pick
from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.images.files.loading import decode_picture, read_file
from cnnviz.engine.images.numbers.number_files import (
    is_numbers_file,
    picture_of_numbers,
)
from cnnviz.engine.images.numbers.typed_numbers import read_numbers
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.samples import load_sample
from cnnviz.state.picture.number_pictures import numbers_picture
from cnnviz.state.picture.picture_versions import PictureToMake, Version
from cnnviz.state.picture.shared_picture import SharedPicture

_BEGINNING: Final = 16


@dataclass(frozen=True, slots=True, eq=False)
class ReadPicture:
    """The picture, and what a data set says of it, when it is from one."""

    shared: SharedPicture
    picked: DatasetPicture | None = None


Reading = Callable[[], ReadPicture]
"""Read or make one picture; raise ``CnnvizError`` when that cannot be done."""

Change = Callable[[SharedPicture], SharedPicture]
"""Make a picture of another one."""


@dataclass(frozen=True, slots=True, eq=False)
class PictureWish:
    """A picture that is to be read or made, and what becomes of it.

    Attributes
    ----------
    read
        How it is had, in a thread.
    label
        What its undo step is called.
    lighter
        How it is had once more with its brightest number white, should it be dark.
    in_field
        Whether a refusal has a place beside the field in which it was typed.
    made_of
        The picture that it is made of: it is late when undo has put another there.
    is_edit
        Whether it is still the picture that it is made of, changed.
    """

    read: Reading
    label: str
    lighter: Reading | None = None
    in_field: bool = False
    made_of: Version | None = None
    is_edit: bool = False


def picture_in_file(path: Path, *, stretch: bool = False) -> ReadPicture:
    """Open a file of a picture or of numbers; ``stretch`` makes a dark one light."""
    data = read_file(path)
    if is_numbers_file(path.name, data[:_BEGINNING]):
        numbers_chw = picture_of_numbers(data, path.name)
        return ReadPicture(numbers_picture(numbers_chw, path.name))
    return picture_in_bytes(data, path.name, stretch=stretch)


def picture_in_bytes(data: bytes, name: str, *, stretch: bool = False) -> ReadPicture:
    """Read the bytes of a picture file, and what to call it."""
    picture = decode_picture(data, name, stretch=stretch)
    return ReadPicture(SharedPicture(picture, "file"))


def sample_picture(key: str) -> ReadPicture:
    """Read one of our own pictures."""
    return ReadPicture(SharedPicture(load_sample(key), "sample"))


def picture_in_text(text: str) -> ReadPicture:
    """Read numbers as people type them."""
    return ReadPicture(numbers_picture(read_numbers(text)))


def picture_made(whole: PictureToMake, change: Change) -> ReadPicture:
    """Make a picture of another one, which may have to be made first."""
    return ReadPicture(change(whole.make()))


def dataset_picture(
    wanted: PictureQuery, name: str, labels: tuple[str, ...] = ()
) -> ReadPicture:
    """Read one picture of a data set.

    Parameters
    ----------
    wanted
        Which one.
    name
        What to call it, with places for ``part``, ``index`` and ``label``.
    labels
        What its classes are called in the language of the window.
    """
    picked = pick(wanted)
    labels = labels or KNOWN_DATASETS[wanted.dataset].labels
    known = picked.label < len(labels)
    name = name.format(
        part=picked.part,
        index=picked.index,
        label=labels[picked.label] if known else picked.label,
    )
    shared = SharedPicture(Picture(picked.pixels_chw, name), "dataset")
    return ReadPicture(shared, picked)
