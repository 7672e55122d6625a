"""The collection of own drawings: kept, counted and taken back in a thread."""

import operator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Slot

from cnnviz.engine.datasets.drawings import (
    add_drawing,
    count_drawings,
    newest_drawing,
    remove_drawing,
)
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.preparation import prepare_drawing
from cnnviz.pages.train.model.data_state import OwnDrawings
from cnnviz.state.picture.shared_picture import PictureStore
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import QueueWorker

if TYPE_CHECKING:
    from collections.abc import Callable


class OwnDrawingsPresenter(QObject):
    """Keep the picture of now as a drawing of a class; ``store`` says what is there.

    Attributes
    ----------
    folder
        Of the collection: a folder a class, a PNG file a drawing.
    """

    def __init__(self, pictures: PictureStore, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.pictures, self.folder = pictures, folder
        self.store: Store[OwnDrawings] = Store(OwnDrawings(), self)
        self._worker: QueueWorker[Callable[[], OwnDrawings], OwnDrawings]
        self._worker = QueueWorker(operator.call, "own-drawings", self)
        self._worker.answered.connect(self._on_answered)
        self._worker.failed.connect(self._on_failed)

    @property
    def can_add(self) -> bool:
        """Whether the picture of now is a drawing with ink in it."""
        shared = self.pictures.state
        return shared.origin == "drawing" and bool(shared.picture.pixels_chw.any())

    def look(self) -> None:
        """Count what is there."""
        self._worker.request(self._counted)

    def add(self, label: str) -> None:
        """Keep the drawing of now, as a network reads it."""
        shared = self.pictures.state
        if self.can_add:
            ink_hw = shared.ink_hw
            if ink_hw is None:
                ink_hw = shared.picture.pixels_chw[0]
            self._worker.request(partial(self._add, label.strip(), ink_hw))

    def take_back(self) -> None:
        """Delete the drawing that was kept last."""
        self._worker.request(self._take_back)

    def shut_down(self) -> None:
        """End the thread, after all that was asked."""
        self._worker.finish()

    def _counted(self, added: str = "") -> OwnDrawings:
        return OwnDrawings(counts=dict(count_drawings(self.folder)), added=added)

    def _add(self, label: str, ink_hw: NDArray[np.uint8]) -> OwnDrawings:
        add_drawing(self.folder, label, prepare_drawing(ink_hw).digit_hw)
        return self._counted(label)

    def _take_back(self) -> OwnDrawings:
        path = newest_drawing(self.folder)
        if path is not None:
            remove_drawing(path)
        return self._counted()

    @Slot(int, object)
    def _on_answered(self, _number: int, found: OwnDrawings) -> None:
        self.store.replace(found)

    @Slot(int, object)
    def _on_failed(self, _number: int, error: CnnvizError) -> None:
        self.store.replace(replace(self.store.state, problem=error))
