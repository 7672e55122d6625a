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

    def write(self, path: Path) -> None:
        """Write the lab; raise ``CnnvizError`` when that cannot be done."""
        lab = Lab(self.picture.make(), self.settings, self.view)
        with writing_whole(path) as file:
            file.writelines(lab_pieces(lab))

    def save(self) -> Path:
        """Write the lab where it was to go, and return where that is."""
        self.write(self.path)
        return self.path


def read_lab(path: Path) -> Lab:
    """Read a lab file; raise ``CnnvizError`` when that cannot be done."""
    return decode_lab(read_file(path, at_most=MOST_BYTES), path.name)
