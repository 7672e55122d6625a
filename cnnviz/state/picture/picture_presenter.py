"""Everything that can replace the one picture: opening, pasting, drawing."""

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from cnnviz.engine.datasets.browse import PictureQuery, datasets_here
from cnnviz.engine.datasets.catalogue import CONTEXT as DATASETS_CONTEXT
from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.resizing import Box, Method
from cnnviz.engine.shown_text import shown
from cnnviz.state.lab_input import Colour, ValueRange
from cnnviz.state.picture.number_pictures import (
    Cell,
    CellEdit,
    Start,
    new_grid,
    numbers_picture,
)
from cnnviz.state.picture.picture_history import PictureHistory
from cnnviz.state.picture.picture_versions import Version, ink_of
from cnnviz.state.picture.shared_picture import PAD_HW, PictureStore, drawing
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.picture_loading import (
    PastedNumbers,
    PictureAsNumbers,
    PictureData,
    PictureFile,
    PictureInSize,
    PictureOfDataset,
    PicturePart,
    PictureSample,
    PictureSource,
    ReadPicture,
    read_source,
)


class PicturePresenter(QObject):
    """Turn wishes about the picture into states of its store, with undo.

    Reading happens in a thread; the newest wish wins, and a wish that fails leaves
    the picture as it was.

    Signals
    -------
    wished()
        Another picture is wished for: one that is still awaited elsewhere is late.
    replaced()
        Another picture has come: no edit of the one before, nor an undo step.
    picture_failed(error)
        A picture could not be read or changed: a ``CnnvizError``.
    numbers_refused(error)
        What was typed into a field for numbers is none; then ``picture_failed`` is silent.
    dataset_picture_taken(picked)
        The picture of now is this one of a data set: a ``DatasetPicture``.
    datasets_found(keys)
        The data sets of this computer, after `look_for_datasets`.
    loading_started(), loading_finished()
        Around the reading; finished comes after success and failure alike.
    """

    wished = Signal()
    replaced = Signal()
    picture_failed = Signal(object)
    numbers_refused = Signal(object)
    dataset_picture_taken = Signal(object)
    datasets_found = Signal(object)
    loading_started = Signal()
    loading_finished = Signal()

    def __init__(
        self, store: PictureStore, undo: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._undo = undo
        # Beside the presenter, not below it: undo steps refer to its store, and PySide
        # deletes a presenter twice that is collected together with such a child.
        self._history = PictureHistory(store, undo, parent)
        self._history.failed.connect(self.picture_failed)
        self._before_stroke: Version | None = None
        self._awaited: int | None = None
        self._source: PictureSource | None = None
        self._label = ""
        # The last dark picture of more than 8 bits, and where more of it can be read.
        self._dark: tuple[Picture, PictureFile | PictureData] | None = None
        # Of which picture a part (or the like) is being made.
        self._made_of: Version | None = None
        self._worker = LatestWorker(read_source, "picture-loading", self)
        self._worker.answered.connect(self._on_picture_read)
        self._worker.failed.connect(self._on_reading_failed)
        self._looking: LatestWorker[None, tuple[str, ...]]
        self._looking = LatestWorker(_look, "data-set-looking", self)
        self._looking.answered.connect(self._on_datasets_found)

    @property
    def store(self) -> PictureStore:
        """Where the one picture is."""
        return self._store

    @property
    def history(self) -> PictureHistory:
        """The picture through its undo steps."""
        return self._history

    @property
    def undo_stack(self) -> QUndoStack:
        """Where the steps of picture and kernel can be taken back."""
        return self._undo

    @property
    def is_loading(self) -> bool:
        """Whether a picture is being read."""
        return self._awaited is not None

    def open_file(self, path: str) -> None:
        """Read a picture file and make it the picture."""
        name = shown(Path(path).name)
        label = self.tr("Open {name}").format(name=name)
        self._read(PictureFile(Path(path)), label)

    def open_sample(self, key: str) -> None:
        """Make one of our own pictures the picture."""
        self._read(PictureSample(key), self.tr("Sample picture"))

    def paste(self, data: bytes) -> None:
        """Make the bytes of a picture file (pasted or dropped) the picture."""
        source = PictureData(data, self.tr("pasted picture"))
        self._read(source, self.tr("Paste picture"))

    @property
    def can_stretch(self) -> bool:
        """Whether the picture of now is dark, and can be read again as a light one."""
        return self._dark is not None and self._dark[0] is self._store.state.picture

    def stretch(self) -> None:
        """Read a dark picture again, its brightest number white."""
        if self._dark is not None and self.can_stretch:
            source = replace(self._dark[1], stretch=True)
            self._read(source, self.tr("Stretch picture"), self._history.now)

    def look_for_datasets(self) -> None:
        """Find out which data sets there are; the disk may be slow."""
        self._looking.request(None)

    def open_dataset_picture(
        self, wanted: PictureQuery, labels: tuple[str, ...] = ()
    ) -> None:
        """Make one picture of a data set the picture.

        ``labels`` tells what its classes are called in the language of the window.
        """
        name = QCoreApplication.translate(
            DATASETS_CONTEXT, KNOWN_DATASETS[wanted.dataset].picture_name
        )
        source = PictureOfDataset(wanted, name, labels)
        self._read(source, self.tr("Data set picture"))

    def crop(self, box: Box) -> None:
        """Keep a part of the picture only."""
        name = self.tr("part of a drawing")
        part = PicturePart(self._history.to_make(), box, name)
        self._read(part, self.tr("Crop picture"), self._history.now)

    def resize(self, size_hw: tuple[int, int], method: Method) -> None:
        """Give the picture another height and width."""
        name = self.tr("resized drawing")
        resized = PictureInSize(self._history.to_make(), size_hw, method, name)
        self._read(resized, self.tr("Resize picture"), self._history.now)

    def change_cell(
        self,
        cell: Cell,
        value: float,
        colour: Colour = "grey",
        value_range: ValueRange = "0..255",
    ) -> None:
        """Change one number of the picture as it is worked on.

        It is a step at once; a large picture is shown with it some moments later.
        """
        self._begin_wish()
        edit = CellEdit(cell, value, colour, value_range)
        self._history.type(edit, self.tr("Change cell"))

    def number_at(
        self, cell: Cell, colour: Colour = "grey", value_range: ValueRange = "0..255"
    ) -> float | None:
        """Return one number of the picture as it is worked on, all edits included."""
        return self._history.number(CellEdit(cell, 0, colour, value_range))

    def make_grid(
        self,
        start: Start,
        size_hw: tuple[int, int],
        colour: Colour = "grey",
        value_range: ValueRange = "0..255",
    ) -> None:
        """Make a small grid of numbers the picture.

        The last two say how the picture of now is worked on, where it is to begin with.
        """
        label = self.tr("New numbers")
        if start == "picture":
            whole = self._history.to_make()
            numbers = PictureAsNumbers(whole, size_hw, colour, value_range)
            self._read(numbers, label, self._history.now)
            return
        self._begin_wish()
        self._history.change(numbers_picture(new_grid(start, size_hw)), label)
        self.replaced.emit()

    def paste_numbers(self, text: str, *, in_field: bool = True) -> None:
        """Make what is written in a text the picture.

        ``in_field`` says that a refusal has a place beside the field of the text.
        """
        self._read(PastedNumbers(text, in_field), self.tr("Paste numbers"))

    def begin_stroke(self) -> None:
        """Remember what to come back to when the coming stroke is undone."""
        self._begin_wish()
        self._before_stroke = self._history.now

    def draw(self, ink_hw: NDArray[np.uint8]) -> None:
        """Show a stroke while it is drawn; ``ink_hw`` is a copy that nobody changes."""
        if self._before_stroke is None:
            self.begin_stroke()
        self._store.replace(drawing(ink_hw))

    def finish_stroke(self, ink_hw: NDArray[np.uint8]) -> None:
        """Make the stroke one undo step, unless something has broken into it."""
        before, self._before_stroke = self._before_stroke, None
        if before is None:
            return
        old_hw = ink_of(before)
        if old_hw is not None and np.array_equal(old_hw, ink_hw):
            self._history.versions.replace(before)
            return
        self._history.change(drawing(ink_hw), self.tr("Stroke"), old=before)

    def _end_stroke(self) -> None:
        """Make a step of a stroke that something else breaks into: it stays whole."""
        ink_hw = self._store.state.ink_hw
        if self._before_stroke is not None and ink_hw is not None:
            self.finish_stroke(ink_hw)
        self._before_stroke = None

    def clear_drawing(self) -> None:
        """Take all ink off the pad; an empty pad stays as it is."""
        self._put_empty_drawing(self.tr("Clear"))

    def start_drawing(self) -> None:
        """Begin a new drawing; undo brings the picture of now back."""
        self._put_empty_drawing(self.tr("New drawing"))

    def shut_down(self) -> None:
        """End the threads."""
        self.forget_loading()
        self._worker.shut_down()
        self._looking.shut_down()
        self._history.shut_down()

    def _put_empty_drawing(self, label: str) -> None:
        self._end_stroke()
        ink_hw = ink_of(self._history.now)
        if ink_hw is not None and not ink_hw.any():
            return
        self._begin_wish()
        self._history.change(drawing(np.zeros(PAD_HW, np.uint8)), label)
        self.replaced.emit()

    def _read(
        self, source: PictureSource, label: str, made_of: Version | None = None
    ) -> None:
        self.wished.emit()
        was_loading = self.is_loading
        self._source, self._label, self._made_of = source, label, made_of
        self._awaited = self._worker.request(source)
        if not was_loading:
            self.loading_started.emit()

    def _begin_wish(self) -> None:
        """Let the hand come first: what is still being read is late."""
        self._end_stroke()
        self.wished.emit()
        self.forget_loading()

    def forget_loading(self) -> None:
        """Let a late answer find nobody: another picture has come."""
        if self.is_loading:
            self._awaited = None
            self.loading_finished.emit()

    @Slot(int, object)
    def _on_picture_read(self, number: int, read: ReadPicture) -> None:
        if number != self._awaited:
            return
        self._awaited = None
        if self._is_late():
            self.loading_finished.emit()
            return
        self._remember_dark(read.shared.picture)
        self._end_stroke()
        self._history.change(read.shared, self._label)
        if not isinstance(self._source, PicturePart | PictureInSize):
            self.replaced.emit()
        self.loading_finished.emit()
        if read.picked is not None:
            self.dataset_picture_taken.emit(read.picked)

    def _remember_dark(self, picture: Picture) -> None:
        source, note = self._source, picture.note
        is_dark = note is not None and note.kind == "dark"
        if is_dark and isinstance(source, PictureFile | PictureData):
            self._dark = picture, source

    @Slot(int, object)
    def _on_reading_failed(self, number: int, error: CnnvizError) -> None:
        if number != self._awaited:
            return
        self._awaited = None
        self.loading_finished.emit()
        if self._is_late():
            return
        if isinstance(self._source, PastedNumbers) and self._source.in_field:
            self.numbers_refused.emit(error)
        else:
            self.picture_failed.emit(error)

    def _is_late(self) -> bool:
        """Whether undo has put another picture where a part was cut from."""
        made_of = self._made_of
        return made_of is not None and made_of is not self._history.now

    @Slot(int, object)
    def _on_datasets_found(self, _number: int, keys: object) -> None:
        self.datasets_found.emit(keys)


def _look(_question: None) -> tuple[str, ...]:
    return datasets_here()
