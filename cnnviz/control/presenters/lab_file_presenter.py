"""Saving the lab as a file, and opening one again exactly so."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from cnnviz.control.lab_file import SUFFIX, Lab, LabView
from cnnviz.control.presenters.walk_presenter import WalkPresenter
from cnnviz.control.shared_picture import PictureStore
from cnnviz.control.undo import change
from cnnviz.control.workers.lab_files import (
    LabJobDone,
    LabToOpen,
    LabToSave,
    do_lab_job,
)
from cnnviz.control.workers.newest_wins import NewestWinsWorker
from cnnviz.errors import CnnvizError


class LabFilePresenter(QObject):
    """Turn wishes about lab files into files, or into picture, settings and place.

    Opening is one undo step; a file that cannot be used changes nothing.

    Signals
    -------
    opened(path), saved(path)
        A lab file was opened, or written whole.
    failed(error)
        A ``CnnvizError``: nothing was changed.
    """

    opened = Signal(str)
    saved = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        pictures: PictureStore,
        walk: WalkPresenter,
        undo: QUndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._walk = walk
        self._undo = undo
        self._reader = NewestWinsWorker(do_lab_job, "lab-reading", self)
        self._writer = NewestWinsWorker(do_lab_job, "lab-writing", self)
        for worker in (self._reader, self._writer):
            worker.answered.connect(self._on_done)
            worker.failed.connect(self._on_failed)

    def open(self, path: str) -> None:
        """Read a lab file, and show it when all of it is good."""
        self._reader.request(LabToOpen(Path(path)))

    def save(self, path: str) -> None:
        """Write the lab of now; a name without an ending gets ours."""
        named = path if Path(path).suffix else path + SUFFIX
        self._writer.request(LabToSave(Path(named), self.lab_of_now()))

    def lab_of_now(self) -> Lab:
        """Return picture, settings and place as they are."""
        state = self._walk.store.state
        walk = state.walk
        view = LabView(
            cell=(0, 0) if walk is None else walk.cell,
            output_channel=state.output_channel,
            input_channel=state.shown_channel,
            whole_output_shown=state.whole_output_shown,
            steps_per_second=state.steps_per_second,
        )
        return Lab(self._pictures.state, self._walk.settings_store.state, view)

    def shut_down(self) -> None:
        """End the threads; what is being written is written whole."""
        self._reader.shut_down()
        self._writer.finish()

    @Slot(int, object)
    def _on_done(self, number: int, done: LabJobDone) -> None:
        if done.lab is None:
            self.saved.emit(str(done.path))
        elif number == self._reader.newest:
            self._show(done.lab, self.tr("Open {name}").format(name=done.path.name))
            self.opened.emit(str(done.path))

    def _show(self, lab: Lab, label: str) -> None:
        self._walk.pause()
        self._undo.beginMacro(label)
        change(self._undo, self._walk.settings_store, lab.settings, label)
        change(self._undo, self._pictures, lab.picture, label)
        self._undo.endMacro()
        self._walk.look_at(lab.view)

    @Slot(int, object)
    def _on_failed(self, _number: int, error: CnnvizError) -> None:
        self.failed.emit(error)
