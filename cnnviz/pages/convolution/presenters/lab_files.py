"""Lab files written and read, away from the window's thread."""

from dataclasses import dataclass
from pathlib import Path

from cnnviz.engine.files import writing_whole
from cnnviz.engine.images.files.loading import read_file
from cnnviz.pages.convolution.model.lab_file import (
    MOST_BYTES,
    Lab,
    LabView,
    decode_lab,
    lab_pieces,
)
from cnnviz.pages.convolution.model.lab_settings import LabSettings
from cnnviz.state.picture.picture_versions import PictureToMake


@dataclass(frozen=True, slots=True)
class LabToOpen:
    """A lab file to read."""

    path: Path


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
        All else.
    """

    path: Path
    picture: PictureToMake
    settings: LabSettings
    view: LabView

    def lab(self) -> Lab:
        """Make the lab."""
        return Lab(self.picture.make(), self.settings, self.view)

    def write(self, path: Path) -> None:
        """Write the lab; raise ``CnnvizError`` when that cannot be done."""
        with writing_whole(path) as file:
            file.writelines(lab_pieces(self.lab()))


def read_lab(path: Path) -> Lab:
    """Read a lab file; raise ``CnnvizError`` when that cannot be done."""
    return decode_lab(read_file(path, at_most=MOST_BYTES), path.name)


LabJob = LabToOpen | LabToSave


@dataclass(frozen=True, slots=True, eq=False)
class LabJobDone:
    """What was read (``lab``), or nothing when something was written."""

    path: Path
    lab: Lab | None


def do_lab_job(job: LabJob) -> LabJobDone:
    """Read or write a lab file; raise ``CnnvizError`` when that cannot be done."""
    match job:
        case LabToOpen(path):
            return LabJobDone(path, read_lab(path))
        case LabToSave(path):
            job.write(path)
            return LabJobDone(path, None)
