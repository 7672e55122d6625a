"""Lab files written and read, away from the window's thread."""

from dataclasses import dataclass
from pathlib import Path

from cnnviz.control.lab_file import MOST_BYTES, Lab, decode_lab, encode_lab
from cnnviz.files import write_whole
from cnnviz.images.loading import read_file


@dataclass(frozen=True, slots=True)
class LabToOpen:
    """A lab file to read."""

    path: Path


@dataclass(frozen=True, slots=True, eq=False)
class LabToSave:
    """A lab, and where it is to be written."""

    path: Path
    lab: Lab


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
            lab = decode_lab(read_file(path, at_most=MOST_BYTES), path.name)
            return LabJobDone(path, lab)
        case LabToSave(path, lab):
            write_whole(path, encode_lab(lab))
            return LabJobDone(path, None)
