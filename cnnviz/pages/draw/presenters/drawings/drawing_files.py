"""Drawings read from files of strokes, and written: as strokes, or as a picture."""

from codecs import BOM_UTF8
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import check_regular, write_whole
from cnnviz.engine.images.files.loading import read_file
from cnnviz.engine.images.files.saving import encode_png
from cnnviz.engine.images.strokes.pen_strokes import PenStroke
from cnnviz.engine.images.strokes.stroke_file import (
    MOST_BYTES,
    ink_of,
    pen_strokes,
    read_strokes,
    strokes_json,
)
from cnnviz.engine.shown_text import shown
from cnnviz.state.workers.file_writing import FileWriting
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer

MOST_OPENED: Final = 100
"""Drawings that are taken from one file."""


@dataclass(frozen=True, slots=True, eq=False)
class OpenedDrawings:
    """What was read: the first drawings of a file, and how many it has."""

    drawings: tuple[tuple[tuple[PenStroke, ...], NDArray[np.uint8]], ...]
    count: int


class DrawingFiles(QObject):
    """Read and write in threads.

    Signals
    -------
    opened(drawings)
        The ``OpenedDrawings`` of a file.
    saved(path)
        A file is there.
    failed(error)
        A ``CnnvizError``: it could not be read, or written.
    """

    opened = Signal(object)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writing = FileWriting(self)
        self._writing.saved.connect(self.saved)
        self._writing.failed.connect(self.failed)
        self._reader = NewestAnswer(LatestWorker(read_drawings, "strokes"), self)
        self._reader.arrived.connect(self.opened)
        self._reader.failed.connect(self.failed)

    def open(self, path: str) -> None:
        """Read a file of strokes."""
        self._reader.request(Path(path))

    def save_strokes(self, path: str, strokes: tuple[PenStroke, ...]) -> None:
        """Write one drawing as strokes, with times and pens."""
        self._write(path, ".json", strokes_json([strokes]))

    def save_sheet(self, path: str, ink_hw: NDArray[np.uint8]) -> None:
        """Write the sheet as a picture: dark ink on white paper."""
        self._write(path, ".png", encode_png(255 - ink_hw[np.newaxis]))

    @Slot()
    def shut_down(self) -> None:
        """End the threads."""
        self._reader.shut_down()
        self._writing.shut_down()

    def _write(self, path: str, ending: str, data: bytes) -> None:
        file = Path(path)
        if file.suffix.lower() != ending:
            self.failed.emit(CnnvizError("view_ending", file=file.name, ending=ending))
        else:
            self._writing.write(file, lambda _: write_whole(file, data))


def read_drawings(path: Path) -> OpenedDrawings:
    """Read the first drawings of a file, whatever their labels.

    Raises
    ------
    CnnvizError
        What `read_file` and `read_strokes` raise, or ``strokes_none``.
    """
    name = shown(path.name)
    found = read_strokes(read_file(path, at_most=MOST_BYTES), name)
    if not any(drawing.strokes for drawing in found):
        raise CnnvizError("strokes_none", file=name)
    some = [drawing for drawing in found if drawing.strokes][:MOST_OPENED]
    inks = tuple((pen_strokes(drawing), ink_of(drawing)) for drawing in some)
    return OpenedDrawings(inks, len(found))


def looks_like_strokes(path: str) -> bool:
    """Whether a file is a list of objects, as drawings are, from its first letters."""
    if not path.lower().endswith(".json"):
        return False
    try:
        check_regular(Path(path))
        with Path(path).open("rb") as file:
            start = b"".join(file.read(256).removeprefix(BOM_UTF8).split())
    except OSError:
        return False
    return start.startswith(b"[{")
