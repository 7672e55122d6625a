"""Everything that can replace the one picture: opening, pasting, drawing."""

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from cnnviz.control.shared_picture import Origin, PictureStore, SharedPicture
from cnnviz.control.undo import change
from cnnviz.control.workers.newest_wins import NewestWinsWorker
from cnnviz.control.workers.picture_loading import (
    PictureData,
    PictureFile,
    PictureSample,
    PictureSource,
    read_source,
)
from cnnviz.errors import CnnvizError
from cnnviz.images.picture import Picture
from cnnviz.images.preparation import reduce_drawing

PAD_HW: Final = (280, 280)
"""Rows and columns of ink on the draw pad: ten for each pixel of a digit."""


def drawing(ink_hw: NDArray[np.uint8]) -> SharedPicture:
    """Return the shared picture that a drawing makes."""
    return SharedPicture(reduce_drawing(ink_hw), "drawing", ink_hw)


class PicturePresenter(QObject):
    """Turn wishes about the picture into states of its store, with undo.

    Reading happens in a thread; the newest wish wins, and a wish that fails leaves
    the picture as it was.

    Signals
    -------
    picture_failed(error)
        A picture could not be read: a ``CnnvizError``.
    loading_started(), loading_finished()
        Around the reading; finished comes after success and failure alike.
    """

    picture_failed = Signal(object)
    loading_started = Signal()
    loading_finished = Signal()

    def __init__(
        self, store: PictureStore, undo: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._undo = undo
        self._before_stroke: SharedPicture | None = None
        self._awaited: int | None = None
        self._source: PictureSource | None = None
        self._worker = NewestWinsWorker(read_source, "picture-loading", self)
        self._worker.answered.connect(self._on_picture_read)
        self._worker.failed.connect(self._on_reading_failed)

    @property
    def store(self) -> PictureStore:
        """Where the one picture is."""
        return self._store

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
        self._read(PictureFile(Path(path)))

    def open_sample(self, key: str) -> None:
        """Make one of our own pictures the picture."""
        self._read(PictureSample(key))

    def paste(self, data: bytes) -> None:
        """Make the bytes of a picture file (pasted or dropped) the picture."""
        self._read(PictureData(data, self.tr("pasted picture")))

    def begin_stroke(self) -> None:
        """Remember what to come back to when the coming stroke is undone."""
        self._forget_loading()
        self._before_stroke = self._store.state

    def draw(self, ink_hw: NDArray[np.uint8]) -> None:
        """Show a stroke while it is drawn; ``ink_hw`` is a copy that nobody changes."""
        if self._before_stroke is None:
            self.begin_stroke()
        self._store.replace(drawing(ink_hw))

    def finish_stroke(self, ink_hw: NDArray[np.uint8]) -> None:
        """Make the stroke one undo step."""
        before = self._before_stroke or self._store.state
        self._before_stroke = None
        if before.ink_hw is not None and np.array_equal(before.ink_hw, ink_hw):
            self._store.replace(before)
            return
        label = self.tr("Stroke")
        change(self._undo, self._store, drawing(ink_hw), label, old=before)

    def clear_drawing(self) -> None:
        """Take all ink off the pad; an empty pad stays as it is."""
        ink_hw = self._store.state.ink_hw
        if ink_hw is not None and not ink_hw.any():
            return
        self._put_empty_drawing(self.tr("Clear"))

    def start_drawing(self) -> None:
        """Begin a new drawing; undo brings the picture of now back."""
        ink_hw = self._store.state.ink_hw
        if ink_hw is not None and not ink_hw.any():
            return
        self._put_empty_drawing(self.tr("New drawing"))

    def shut_down(self) -> None:
        """End the reading thread."""
        self._forget_loading()
        self._worker.shut_down()

    def _put_empty_drawing(self, label: str) -> None:
        self._forget_loading()
        self._before_stroke = None
        empty_hw = np.zeros(PAD_HW, np.uint8)
        change(self._undo, self._store, drawing(empty_hw), label)

    def _read(self, source: PictureSource) -> None:
        was_loading = self.is_loading
        self._source = source
        self._awaited = self._worker.request(source)
        if not was_loading:
            self.loading_started.emit()

    def _forget_loading(self) -> None:
        """Let a late answer find nobody: the hand at the pad comes first."""
        if self.is_loading:
            self._awaited = None
            self.loading_finished.emit()

    @Slot(int, object)
    def _on_picture_read(self, number: int, picture: Picture) -> None:
        if number != self._awaited:
            return
        self._awaited = None
        is_sample = isinstance(self._source, PictureSample)
        origin: Origin = "sample" if is_sample else "file"
        new = SharedPicture(picture, origin)
        change(self._undo, self._store, new, self._label(picture))
        self.loading_finished.emit()

    @Slot(int, object)
    def _on_reading_failed(self, number: int, error: CnnvizError) -> None:
        if number != self._awaited:
            return
        self._awaited = None
        self.loading_finished.emit()
        self.picture_failed.emit(error)

    def _label(self, picture: Picture) -> str:
        match self._source:
            case PictureSample():
                return self.tr("Sample picture")
            case PictureData():
                return self.tr("Paste picture")
            case _:
                return self.tr("Open {name}").format(name=picture.name)
