"""Reading or making a picture, away from the window's thread."""

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
from cnnviz.engine.images.resizing import Box, Method
from cnnviz.engine.images.samples import load_sample
from cnnviz.state.lab_input import Colour, ValueRange
from cnnviz.state.picture.number_pictures import (
    as_numbers,
    in_size,
    numbers_picture,
    part_of,
)
from cnnviz.state.picture.picture_versions import PictureToMake
from cnnviz.state.picture.shared_picture import SharedPicture

_BEGINNING: Final = 16


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A file to open, and whether a dark picture is made light."""

    path: Path
    stretch: bool = False


@dataclass(frozen=True, slots=True)
class PictureData:
    """The bytes of a picture file, what to call it, whether it is made light."""

    data: bytes
    name: str
    stretch: bool = False


@dataclass(frozen=True, slots=True)
class PictureSample:
    """One of our own pictures, by its key."""

    key: str


@dataclass(frozen=True, slots=True)
class PictureOfDataset:
    """One picture of a data set.

    Attributes
    ----------
    wanted
        Which one.
    name
        What to call it, with places for ``part``, ``index`` and ``label``.
    labels
        What its classes are called in the language of the window.
    """

    wanted: PictureQuery
    name: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PastedNumbers:
    """Numbers as text; those of a field are refused beside it."""

    text: str
    in_field: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class PicturePart:
    """A part of the picture of now, and what a part of a drawing is called."""

    whole: PictureToMake
    box: Box
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class PictureInSize:
    """The picture of now with another height and width."""

    whole: PictureToMake
    size_hw: tuple[int, int]
    method: Method
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class PictureAsNumbers:
    """The picture of now as a small grid of numbers, as it is worked on."""

    whole: PictureToMake
    size_hw: tuple[int, int]
    colour: Colour
    value_range: ValueRange


PictureSource = (
    PictureFile
    | PictureData
    | PictureSample
    | PictureOfDataset
    | PastedNumbers
    | PicturePart
    | PictureInSize
    | PictureAsNumbers
)


@dataclass(frozen=True, slots=True, eq=False)
class ReadPicture:
    """The picture, and what a data set says of it, when it is from one."""

    shared: SharedPicture
    picked: DatasetPicture | None = None


def read_source(source: PictureSource) -> ReadPicture:
    """Read or make one picture; raise ``CnnvizError`` when that cannot be done."""
    match source:
        case PictureOfDataset():
            return _from_dataset(source)
        case PictureFile(path, stretch):
            shared = _from_file(path, stretch=stretch)
        case PictureData(data, name, stretch):
            picture = decode_picture(data, name, stretch=stretch)
            shared = SharedPicture(picture, "file")
        case PictureSample(key):
            shared = SharedPicture(load_sample(key), "sample")
        case PastedNumbers(text, _):
            shared = numbers_picture(read_numbers(text))
        case PicturePart(whole, box, name):
            shared = part_of(whole.make(), box, name)
        case PictureInSize(whole, size_hw, method, name):
            shared = in_size(whole.make(), size_hw, method, name)
        case PictureAsNumbers(whole, size_hw, colour, value_range):
            shared = as_numbers(whole.make(), size_hw, colour, value_range)
    return ReadPicture(shared)


def _from_file(path: Path, *, stretch: bool) -> SharedPicture:
    data = read_file(path)
    if is_numbers_file(path.name, data[:_BEGINNING]):
        return numbers_picture(picture_of_numbers(data, path.name), path.name)
    return SharedPicture(decode_picture(data, path.name, stretch=stretch), "file")


def _from_dataset(source: PictureOfDataset) -> ReadPicture:
    picked = pick(source.wanted)
    labels = source.labels or KNOWN_DATASETS[source.wanted.dataset].labels
    known = picked.label < len(labels)
    name = source.name.format(
        part=picked.part,
        index=picked.index,
        label=labels[picked.label] if known else picked.label,
    )
    shared = SharedPicture(Picture(picked.pixels_chw, name), "dataset")
    return ReadPicture(shared, picked)
