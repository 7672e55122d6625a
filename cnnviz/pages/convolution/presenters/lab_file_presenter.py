"""Saving the window's work as a lab file, and opening one again exactly so."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.shown_text import shown
from cnnviz.pages.convolution.model.lab_file import SUFFIX, Lab, LabView, is_lab_name
from cnnviz.pages.convolution.presenters.lab_files import (
    LabToSave,
    OpenedLab,
    Parts,
    read_whole_lab,
)
from cnnviz.pages.convolution.presenters.settings_commands import PAGE
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.state.document import Document
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.undo import Part, Replacement, change_together
from cnnviz.state.workers.latest import LatestWorker, QueueWorker
from cnnviz.state.workers.newest import NewestAnswer


class LabFilePresenter(QObject):
    """Save the lab, and what other pages put beside it, as a file; open one as all that.

    Opening is one undo step; a file that cannot be used changes nothing. Of labs and
    pictures that are still being read, the one that was asked for last is shown.

    Attributes
    ----------
    document
        The file that the work has its name of.

    Signals
    -------
    opened(path), saved(path)
        A lab file was opened, or written whole.
    failed(error)
        A ``CnnvizError``: nothing was changed. Silent about a lab that was superseded.
    open_failed(path, error), save_failed()
        The same, for who waits for this file.
    """

    opened = Signal(str)
    saved = Signal(str)
    failed = Signal(object)
    open_failed = Signal(str, object)
    save_failed = Signal()

    def __init__(
        self,
        pictures: PicturePresenter,
        walk: WalkPresenter,
        undo: QUndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._walk = walk
        self._undo = undo
        self._asked = Path()
        self._parts: Parts = ()
        self.document = Document(self)
        reader = LatestWorker(read_whole_lab, "lab-reading")
        self._reader: NewestAnswer[tuple[Path, Parts], OpenedLab]
        self._reader = NewestAnswer(reader, self)
        self._reader.arrived.connect(self._on_read)
        self._reader.failed.connect(self._on_reading_failed)
        # Each lab goes to a file of its own: none may be dropped for a newer one.
        self._writer = QueueWorker(LabToSave.save, "lab-writing", self)
        self._writer.answered.connect(self._on_written)
        self._writer.failed.connect(self._on_writing_failed)
        pictures.wished.connect(self._reader.forget)

    def carry(self, parts: Parts) -> None:
        """Put what these parts keep into each file, beside the lab."""
        self._parts = parts

    def open(self, path: str) -> None:
        """Read a lab file, and show it when all of it is good."""
        self._asked = Path(path).absolute()
        self._reader.request((self._asked, self._parts))

    def save(self, path: str) -> None:
        """Write the work of now; a name that is none of a lab gets our ending."""
        named = path if is_lab_name(path) else path + SUFFIX
        parts = {part.file_name: part.writing() for part in self._parts}
        stamps = self.document.stamps_of_now()
        lab = self.lab_of_now(Path(named))
        self._writer.request(replace(lab, parts=parts, stamps=stamps))

    def lab_of_now(self, path: Path) -> LabToSave:
        """Return the lab of now, to be written in a thread: ``write`` does it."""
        # The picture may still have to be made: the thread that writes does so.
        return LabToSave(
            path,
            self._pictures.history.to_make(),
            self._walk.settings_store.state,
            self.view_of_now(),
        )

    def view_of_now(self) -> LabView:
        """Return what is looked at."""
        state = self._walk.store.state
        walk = state.walk
        return LabView(
            cell=(0, 0) if walk is None else walk.cell,
            output_channel=state.output_channel,
            input_channel=state.shown_channel,
            whole_output_shown=state.whole_output_shown,
            steps_per_second=state.steps_per_second,
        )

    def shut_down(self) -> None:
        """End the threads; what is being written is written whole."""
        self._reader.shut_down()
        self._writer.finish()

    @contextmanager
    def batch_updates(self) -> Iterator[None]:
        """Let nobody follow new settings before the picture is there that they are for."""
        with ExitStack() as held:
            held.enter_context(self._walk.batch_updates())
            yield
            self._pictures.history.when_settled(held.pop_all().close)

    @property
    def stamp(self) -> object:
        """What is another one when picture or settings are."""
        return self._walk.settings_store.state, self._pictures.history.now

    @Slot(object)
    def _on_read(self, opened: OpenedLab) -> None:
        name, found = str(opened.path), opened.found
        label = self.tr("Open {name}").format(name=shown(opened.path.name))
        others = (each for part in found for each in part.replacements(found[part]))
        named = Replacement(self.document.name, name)
        replacements = (*self.replacements(opened.lab), *others, named)
        change_together(self._undo, replacements, label, self.batch_updates, PAGE)
        self._walk.look_at(opened.lab.view)
        self.opened.emit(name)
        for part in found:
            part.show(found[part])
        self.document.note(name, self.document.stamps_of_now())

    @Slot(object)
    def _on_reading_failed(self, error: CnnvizError) -> None:
        self.failed.emit(error)
        self.open_failed.emit(str(self._asked), error)

    @Slot(int, object)
    def _on_written(self, _number: int, written: LabToSave) -> None:
        path = str(written.path)
        self.document.note(path, written.stamps)
        self.saved.emit(path)

    @Slot(int, object)
    def _on_writing_failed(self, _number: int, error: CnnvizError) -> None:
        self.failed.emit(error)
        self.save_failed.emit()

    def replacements(self, lab: Lab) -> tuple[Part, Part]:
        """Return what a lab replaces, as parts of one undo step (within `batch_updates`).

        Picture and settings are followed together: old ones may not fit new ones.
        """
        self._walk.pause()
        self._pictures.forget_loading()
        history = self._pictures.history
        return (
            Replacement(self._walk.settings_store, lab.settings),
            Replacement(history.versions, history.kept(lab.picture)),
        )
