"""Reading a picture, away from the window's thread."""

from dataclasses import dataclass
from pathlib import Path

from cnnviz.images.loading import decode_picture, load_picture
from cnnviz.images.picture import Picture
from cnnviz.images.samples import load_sample


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A file to open."""

    path: Path


@dataclass(frozen=True, slots=True)
class PictureData:
    """The bytes of a picture file, and what to call it."""

    data: bytes
    name: str


@dataclass(frozen=True, slots=True)
class PictureSample:
    """One of our own pictures, by its key."""

    key: str


PictureSource = PictureFile | PictureData | PictureSample


def read_source(source: PictureSource) -> Picture:
    """Read and decode one source; raise ``CnnvizError`` when that cannot be done."""
    match source:
        case PictureFile(path):
            return load_picture(path)
        case PictureData(data, name):
            return decode_picture(data, name)
        case PictureSample(key):
            return load_sample(key)
