"""What follows from picture and settings: the walk, its output, or why there is none."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cnnviz.engine.convolution.walk import Walk
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.incremental_output import quick_output
from cnnviz.pages.convolution.model.lab_settings import LabSettings
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.model.lab_walk import at, walk_of
from cnnviz.pages.convolution.model.output_picture import OutputPicture
from cnnviz.pages.convolution.model.validation import explain_invalid
from cnnviz.pages.convolution.presenters.output_source import OutputSource
from cnnviz.state.lab_input import InputQuestion, LabInput, is_quick, lab_input
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer

_STILL_MS: Final = 200
"""A pen on another page is followed once it rests: each movement would be late there."""


class LabPipeline(QObject):
    """Keep the state of the page in step with picture and settings.

    Signals
    -------
    picture_taken()
        The picture of now is the one that is walked across (or that cannot be).
    output_taken()
        The state has another output, of its walk: thinned, or whole.
    failed(error)
        Numbers to work on, or an output, could not be computed: a ``CnnvizError``.
    """

    picture_taken = Signal()
    output_taken = Signal()
    failed = Signal(object)

    def __init__(
        self,
        pictures: PictureStore,
        settings: Store[LabSettings],
        store: Store[LabState],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._settings = settings
        self._store = store
        self._given: LabInput | None = None
        self._last_walk: Walk | None = None
        self._good: LabSettings | None = None
        self._holds = 0
        self._behind: Callable[[], None] | None = None
        # Turning 16 million coloured pixels grey takes longer than a frame.
        self._inputs = NewestAnswer(LatestWorker(lab_input, "lab-input"), self)
        self._inputs.arrived.connect(self._on_input_arrived)
        self._inputs.failed.connect(self._on_input_failed)
        self._outputs = OutputSource(self)
        self._outputs.arrived.connect(self._on_output_arrived)
        self._outputs.failed.connect(self._on_output_failed)
        self._is_watched = True
        self._pen = QTimer(self, singleShot=True, interval=_STILL_MS)
        self._pen.timeout.connect(self._take_picture)
        settings.changed.connect(self._on_settings_changed)
        pictures.changed.connect(self._on_picture_changed)
        self._take_picture()

    @property
    def is_waiting(self) -> bool:
        """Whether the picture of now is still being made ready."""
        return self._inputs.is_waiting

    def set_watched(self, watched: bool) -> None:
        """Learn whether anybody looks; while nobody does, a pen is followed when it rests."""
        self._is_watched = watched
        if watched and self._pen.isActive():
            self._take_picture()

    @contextmanager
    def batch_updates(self) -> Iterator[None]:
        """Follow picture and settings when all are replaced, not one by one."""
        if not self._holds:  # what was possible before is nothing to come back to
            self._good = self._last_walk = None
        self._holds += 1
        try:
            yield
        finally:
            self._holds -= 1
            behind = self._behind
            if not self._holds and behind is not None:
                self._behind = None
                behind()

    def request_output(self, walk: Walk) -> None:
        """Compute the whole output of the walk of now."""
        white = 255.0 if self._given is None else self._given.high
        self._outputs.ask(walk, white)

    def shut_down(self) -> None:
        """End the threads."""
        self._pen.stop()
        self._outputs.shut_down()
        self._inputs.shut_down()

    @Slot(object, object)
    def _on_settings_changed(self, new: LabSettings, old: LabSettings) -> None:
        if (new.colour, new.value_range) != (old.colour, old.value_range):
            self._take_picture()
        else:
            self._derive()

    @Slot(object, object)
    def _on_picture_changed(self, new: SharedPicture, old: SharedPicture) -> None:
        if not differs(new, old):
            return
        is_pen = new.ink_hw is not None and old.ink_hw is not None
        if is_pen and not self._is_watched and not self._holds:
            self._pen.start()
        else:
            self._take_picture()

    @Slot()
    def _take_picture(self) -> None:
        self._pen.stop()
        if self._holds:
            self._behind = self._take_picture  # the walk follows from it
            return
        settings = self._settings.state
        question = InputQuestion(
            self._pictures.state, settings.colour, settings.value_range
        )
        if is_quick(question):
            self._inputs.forget()
            self._on_input_arrived(lab_input(question))
        else:
            self._inputs.request(question)

    @Slot(object)
    def _on_input_arrived(self, given: LabInput) -> None:
        self._given = given
        self._derive()
        self.picture_taken.emit()

    @Slot(object)
    def _on_input_failed(self, error: CnnvizError) -> None:
        self._derive()
        self.failed.emit(error)

    def _derive(self) -> None:
        """Make the walk that picture and settings ask for, or say why there is none.

        Not while one of them is still to come: the mixture was never asked for.
        """
        if self._holds:
            self._behind = self._behind or self._derive
            return
        state, settings, given = self._store.state, self._settings.state, self._given
        if given is None:
            self._store.replace(replace(state, settings=settings))
            return
        if self._inputs.is_waiting:
            return
        channel = min(state.shown_channel, given.channels - 1)
        state = replace(state, settings=settings, shown_channel=channel)
        try:
            walk = walk_of(given, settings, state.walk or self._last_walk)
            new = at(replace(state, given=given, invalid=None), walk)
        except CnnvizError as error:
            self._explain(given, state, error)
            return
        self._good = settings
        self._outputs.forget()
        quick = quick_output(state.output, walk, given.high)
        if quick is None:
            self._store.replace(new)
            self.request_output(walk)
        else:
            self._store.replace(replace(new, output=quick))
            self._outputs.request_debounced(walk, given.high)

    def _explain(self, given: LabInput, state: LabState, error: CnnvizError) -> None:
        """Say why there is no such walk; the last good one stays, on its picture only."""
        settings = state.settings
        invalid = explain_invalid(error, settings, self._good, given)
        other = self._good is not None and self._good.operation != settings.operation
        if state.walk is not None and (state.given is not given or other):
            self._last_walk = state.walk  # the way back begins where it stood
            state = replace(state, walk=None, step=None, outcome=None, output=None)
        self._store.replace(replace(state, given=given, invalid=invalid))

    @Slot(object)
    def _on_output_arrived(self, output: OutputPicture) -> None:
        # Of a picture that the kernel could not walk nothing is to be shown.
        if self._store.state.walk is not None:
            self._store.replace(replace(self._store.state, output=output))
            self.output_taken.emit()

    @Slot(object)
    def _on_output_failed(self, error: CnnvizError) -> None:
        self._store.replace(replace(self._store.state, output=None))
        self.failed.emit(error)


def differs(new: SharedPicture, old: SharedPicture) -> bool:
    """Whether two shared pictures are not the same one to walk across."""
    return new.picture is not old.picture or new.numbers_chw is not old.numbers_chw
