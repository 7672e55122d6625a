"""Lab files written and read, away from the window's thread."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import DAMAGED, failing_as, writing_whole
from cnnviz.engine.images.files.loading import read_file
from cnnviz.pages.convolution.model.lab_file import (
    MOST_BYTES,
    Lab,
    LabView,
    decode_lab,
    lab_pieces,
)
from cnnviz.pages.convolution.model.lab_settings import LabSettings
from cnnviz.state.kept_part import KeptPart
from cnnviz.state.picture.picture_versions import PictureToMake

Parts = Sequence[KeptPart[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class LabToSave:
    """A lab as it was when it was to be saved, whatever has been changed since.

    Attributes
    ----------
    path
        Where it is to be written.
    picture
        How its picture is made.
    settings, view
        All else that the Convolution page knows.
    parts
        What other pages put beside it: file name -> what writes the file.
    stamps
        What the document was then, for who compares.
    """

    path: Path
    picture: PictureToMake
    settings: LabSettings
    view: LabView
    parts: Mapping[str, Callable[[Path], None]] = field(default_factory=dict)
    stamps: object = None

    def write(self, path: Path) -> None:
        """Write the lab; raise ``CnnvizError`` when that cannot be done."""
        lab = Lab(self.picture.make(), self.settings, self.view, self._written())
        with writing_whole(path) as file:
            file.writelines(lab_pieces(lab))

    def save(self) -> "LabToSave":
        """Write the lab where it was to go."""
        self.write(self.path)
        return self

    def _written(self) -> dict[str, bytes]:
        if not self.parts:
            return {}
        found = {}
        with _room(self.path) as folder:
            for name, write in self.parts.items():
                file = folder / name
                _write(write, file, self.path)
                if file.exists():
                    found[name] = file.read_bytes()
        return found


@dataclass(frozen=True, slots=True, eq=False)
class OpenedLab:
    """A lab file that was read, with what the other pages have in it."""

    path: Path
    lab: Lab
    found: Mapping[KeptPart[Any], Any]


def read_lab(path: Path) -> Lab:
    """Read a lab file; raise ``CnnvizError`` when that cannot be done."""
    return decode_lab(read_file(path, at_most=MOST_BYTES), path.name)


def read_whole_lab(question: tuple[Path, Parts]) -> OpenedLab:
    """Read a lab file and the parts in it; what nobody here knows is passed over.

    Raises
    ------
    CnnvizError
        What `read_lab` raises, or ``lab_damaged`` for a part that is of no use.
    """
    path, parts = question
    lab = read_lab(path)
    found: dict[KeptPart[Any], Any] = {}
    known = [part for part in parts if part.file_name in lab.parts]
    if known:
        with _room(path) as folder:
            for part in known:
                file = folder / part.file_name
                file.write_bytes(lab.parts[part.file_name])
                found[part] = _read(part, file, path.name)
    return OpenedLab(path, lab, found)


def _write(write: Callable[[Path], None], file: Path, whole: Path) -> None:
    try:
        write(file)
    except CnnvizError as error:
        if error.facts.get("file") != str(file):
            raise
        # The file for a moment is nobody's: what could not be written is the whole.
        raise CnnvizError(error.code, **error.facts | {"file": str(whole)}) from error


def _read(part: KeptPart[Any], file: Path, name: str) -> object:
    # A stranger may have written it: its reader says what it would of a file of its own.
    try:
        return part.read(file)
    except (CnnvizError, *DAMAGED) as error:
        place = f"parts.{part.file_name}"
        raise CnnvizError("lab_damaged", file=name, place=place) from error


@contextmanager
def _room(path: Path) -> Iterator[Path]:
    """Make a folder for a moment: parts are written and read as files."""
    with (
        failing_as("file_unwritable", str(path)),
        TemporaryDirectory(prefix="cnnviz-") as folder,
    ):
        yield Path(folder)
