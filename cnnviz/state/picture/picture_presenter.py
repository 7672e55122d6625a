"""Everything that can replace the one picture: opening, pasting, drawing."""

import operator
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from cnnviz.engine.datasets.browse import PictureQuery, datasets_here
from cnnviz.engine.datasets.catalogue import CONTEXT as DATASETS_CONTEXT
from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.resizing import Box, Method
from cnnviz.engine.shown_text import shown
from cnnviz.state.lab_input import Colour, ValueRange
from cnnviz.state.picture.number_pictures import (
    Cell,
    CellEdit,
    Start,
    as_numbers,
    in_size,
    new_grid,
    numbers_picture,
    part_of,
)
from cnnviz.state.picture.picture_history import PictureHistory
from cnnviz.state.picture.picture_versions import Version, ink_of
from cnnviz.state.picture.shared_picture import (
    PAD_HW,
    PictureStore,
    SharedPicture,
    drawing,
)
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer
from cnnviz.state.workers.picture_loading import (
    Change,
    PictureWish,
    Reading,
    ReadPicture,
    dataset_picture,
    picture_in_bytes,
    picture_in_file,
    picture_in_text,
    picture_made,
    sample_picture,
)

_Look = Callable[[], tuple[str, ...]]


class PicturePresenter(QObject):
    """Turn wishes about the picture into states of its store, with undo.

    It is read in a thread; the newest wish wins; one that fails leaves it as it was.

    Attributes
    ----------
    store, history
        Where the one picture is, and the picture through its undo steps.
    undo_stack
        Where the steps of picture and kernel can be taken back.

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
    datasets_found(number, keys)
        The data sets of this computer, after `look_for_datasets`.
    loading_started(), loading_finished()
        Around the reading; finished comes after success and failure alike.
    """

    wished = Signal()
    replaced = Signal()
    picture_failed = Signal(object)
    numbers_refused = Signal(object)
    dataset_picture_taken = Signal(object)
    datasets_found = Signal(int, object)
    loading_started = Signal()
    loading_finished = Signal()

    def __init__(
        self, store: PictureStore, undo: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.undo_stack = undo
        # Beside the presenter, not below it: undo steps refer to its store, and PySide
        # deletes a presenter twice that is collected together with such a child.
        self.history = PictureHistory(store, undo, parent)
        self.history.failed.connect(self.picture_failed)
        self._before_stroke: Version | None = None
        self._wish: PictureWish | None = None  # that is being read
        # The last dark picture of more than 8 bits, and how more of it is read.
        self._dark: tuple[SharedPicture, Reading] | None = None
        self._reader: NewestAnswer[Reading, ReadPicture]
        self._reader = NewestAnswer(
            LatestWorker(operator.call, "picture-loading"), self
        )
        self._reader.arrived.connect(self._on_picture_read)
        self._reader.failed.connect(self._on_reading_failed)
        self._looking: LatestWorker[_Look, tuple[str, ...]]
        self._looking = LatestWorker(operator.call, "data-set-looking", self)
        self._looking.answered.connect(self.datasets_found)

    @property
    def is_loading(self) -> bool:
        """Whether a picture is being read."""
        return self._wish is not None

    def open_file(self, path: str) -> None:
        """Read a picture file and make it the picture."""
        name = shown(Path(path).name)
        label = self.tr("Open {name}").format(name=name)
        self._open(partial(picture_in_file, Path(path)), label)

    def open_sample(self, key: str) -> None:
        """Make one of our own pictures the picture."""
        read = partial(sample_picture, key)
        self._read(PictureWish(read, self.tr("Example picture")))

    def paste(self, data: bytes) -> None:
        """Make the bytes of a picture file (pasted or dropped) the picture."""
        read = partial(picture_in_bytes, data, self.tr("pasted picture"))
        self._open(read, self.tr("Paste picture"))

    def _open(self, read: partial[ReadPicture], label: str) -> None:
        self._read(PictureWish(read, label, lighter=partial(read, stretch=True)))

    @property
    def can_stretch(self) -> bool:
        """Whether the picture of now is dark, and can be read again as a light one."""
        now = self.store.state.picture
        return self._dark is not None and self._dark[0].picture is now

    def stretch(self) -> None:
        """Read a dark picture again, its brightest number white."""
        if self._dark is not None and self.can_stretch:
            label, now = self.tr("Stretch picture"), self.history.now
            self._read(PictureWish(self._dark[1], label, made_of=now))

    def look_for_datasets(self) -> None:
        """Find out which data sets there are; the disk may be slow."""
        self._looking.request(datasets_here)

    def open_dataset_picture(
        self, wanted: PictureQuery, labels: tuple[str, ...] = ()
    ) -> None:
        """Make one picture of a data set the picture.

        ``labels`` tells what its classes are called in the language of the window.
        """
        name = QCoreApplication.translate(
            DATASETS_CONTEXT, KNOWN_DATASETS[wanted.dataset].picture_name
        )
        read = partial(dataset_picture, wanted, name, labels)
        self._read(PictureWish(read, self.tr("Dataset picture")))

    @Slot(object)
    def take_dataset_picture(self, shared: SharedPicture) -> None:
        """Make a picture of a data set the picture that was read before."""
        self._begin_wish()
        self.history.change(shared, self.tr("Dataset picture"))
        self.replaced.emit()

    def crop(self, box: Box) -> None:
        """Keep a part of the picture only."""
        part = partial(part_of, box=box, name=self.tr("part of a drawing"))
        self._make(part, self.tr("Crop picture"))

    def resize(self, size_hw: tuple[int, int], method: Method) -> None:
        """Give the picture another height and width."""
        name = self.tr("resized drawing")
        resized = partial(in_size, size_hw=size_hw, method=method, name=name)
        self._make(resized, self.tr("Resize picture"))

    def _make(self, change: Change, label: str, *, is_edit: bool = True) -> None:
        """Make a picture of that of now, all edits included."""
        now, whole = self.history.now, self.history.to_make()
        read = partial(picture_made, whole, change)
        self._read(PictureWish(read, label, made_of=now, is_edit=is_edit))

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
        self.history.type(edit, self.tr("Change cell"))

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
            numbers = partial(
                as_numbers, size_hw=size_hw, colour=colour, value_range=value_range
            )
            self._make(numbers, label, is_edit=False)
            return
        self._begin_wish()
        self.history.change(numbers_picture(new_grid(start, size_hw)), label)
        self.replaced.emit()

    def paste_numbers(self, text: str, *, in_field: bool = True) -> None:
        """Make what is written in a text the picture.

        ``in_field`` says that a refusal has a place beside the field of the text.
        """
        read, label = partial(picture_in_text, text), self.tr("Paste numbers")
        self._read(PictureWish(read, label, in_field=in_field))

    def begin_stroke(self) -> None:
        """Remember what to come back to when the coming stroke is undone."""
        self._begin_wish()
        self._before_stroke = self.history.now

    def draw(self, ink_hw: NDArray[np.uint8]) -> None:
        """Show a stroke while it is drawn; ``ink_hw`` is a copy that nobody changes."""
        if self._before_stroke is None:
            self.begin_stroke()
        self.store.replace(drawing(ink_hw))

    def finish_stroke(self, ink_hw: NDArray[np.uint8] | None, label: str = "") -> None:
        """Make the stroke one undo step, unless something has broken into it.

        ``None`` takes it back, as if it had never begun.
        """
        before, self._before_stroke = self._before_stroke, None
        if before is None:
            return
        old_hw = ink_of(before)
        if ink_hw is None or (old_hw is not None and np.array_equal(old_hw, ink_hw)):
            self.history.versions.replace(before)
            return
        self.history.change(drawing(ink_hw), label or self.tr("Stroke"), old=before)

    def _end_stroke(self) -> None:
        """Make a step of a stroke that something else breaks into: it stays whole."""
        ink_hw = self.store.state.ink_hw
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
        self._reader.shut_down()
        self._looking.shut_down()
        self.history.shut_down()

    def _put_empty_drawing(self, label: str) -> None:
        self._end_stroke()
        ink_hw = ink_of(self.history.now)
        if ink_hw is not None and not ink_hw.any():
            return
        self._begin_wish()
        self.history.change(drawing(np.zeros(PAD_HW, np.uint8)), label)
        self.replaced.emit()

    def _read(self, wish: PictureWish) -> None:
        self.wished.emit()
        was_loading = self.is_loading
        self._wish = wish
        self._reader.request(wish.read)
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
            self._wish = None
            self._reader.forget()
            self.loading_finished.emit()

    @Slot(object)
    def _on_picture_read(self, read: ReadPicture) -> None:
        if (wish := self._answered()) is None:
            return
        note = read.shared.picture.note
        if note is not None and note.kind == "dark" and wish.lighter is not None:
            self._dark = read.shared, wish.lighter
        self._end_stroke()
        self.history.change(read.shared, wish.label)
        if not wish.is_edit:
            self.replaced.emit()
        self.loading_finished.emit()
        if read.picked is not None:
            self.dataset_picture_taken.emit(read.picked)

    @Slot(object)
    def _on_reading_failed(self, error: CnnvizError) -> None:
        if (wish := self._answered()) is None:
            return
        self.loading_finished.emit()
        refused = self.numbers_refused if wish.in_field else self.picture_failed
        refused.emit(error)

    def _answered(self) -> PictureWish | None:
        """Return the wish that an answer is for; ``None`` where it comes too late."""
        wish, self._wish = self._wish, None
        assert wish is not None
        # Undo may have put another picture where a part was cut from.
        if wish.made_of is not None and wish.made_of is not self.history.now:
            self.loading_finished.emit()
            return None
        return wish
