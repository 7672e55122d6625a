"""Where the walk presenter gets numbers and outputs from: threads, newest wish only."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cnnviz.engine.convolution.walk import Walk
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.output_picture import OutputPicture
from cnnviz.pages.convolution.presenters.output_worker import (
    LARGE,
    OutputQuestion,
    OutputWorker,
)
from cnnviz.state.lab_input import InputQuestion, LabInput, is_quick, lab_input
from cnnviz.state.workers.latest import LatestWorker

_A_FRAME_MS: Final = 16
"""By how much a large output waits for what is there already to be painted: on a laptop
of two cores the threads would make that take twice as long."""

_PAUSE_MS: Final = 30
"""How long a hand must rest before the exact output follows a quick one."""


class InputSource(QObject):
    """Make the numbers to work on, in a thread where it takes longer than a frame.

    Signals
    -------
    arrived(given)
        A ``LabInput``: the answer to the newest question, at once when it is quick.
    failed(error)
        There is none: a ``CnnvizError``.
    """

    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._awaited = 0
        # Turning 16 million coloured pixels grey takes longer than a frame.
        self._worker = LatestWorker(lab_input, "lab-input", self)
        self._worker.answered.connect(self._on_answered)
        self._worker.failed.connect(self._on_failed)

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._awaited > 0

    def ask(self, question: InputQuestion) -> None:
        """Ask; what was asked before is not answered any more."""
        self._awaited = 0
        if is_quick(question):
            self.arrived.emit(lab_input(question))
        else:
            self._awaited = self._worker.request(question)

    def shut_down(self) -> None:
        """End the thread."""
        self._worker.shut_down()

    @Slot(int, object)
    def _on_answered(self, number: int, given: LabInput) -> None:
        if number == self._awaited:
            self._awaited = 0
            self.arrived.emit(given)

    @Slot(int, object)
    def _on_failed(self, number: int, error: CnnvizError) -> None:
        if number == self._awaited:
            self._awaited = 0
            self.failed.emit(error)


class OutputSource(QObject):
    """Compute whole outputs in a thread.

    Signals
    -------
    arrived(output)
        An ``OutputPicture`` of the walk that was asked for last.
    failed(error)
        There is none: a ``CnnvizError``.
    """

    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = OutputWorker(self)
        self._worker.answered.connect(self._on_answered)
        self._worker.failed.connect(self._on_failed)
        self._awaited = 0
        self._soon: OutputQuestion | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._on_pause_over)

    def ask(self, walk: Walk, white: float) -> None:
        """Ask for a walk's output; what was asked before is not answered any more."""
        height, width = walk.output_hw
        pause_ms = _A_FRAME_MS if height * width > LARGE else 0
        self._ask_after(pause_ms, OutputQuestion(walk, white))

    def request_debounced(self, walk: Walk, white: float) -> None:
        """Ask once the hand rests: what is shown meanwhile differs by rounding only."""
        self._ask_after(_PAUSE_MS, OutputQuestion(walk, white))

    def _ask_after(self, pause_ms: int, question: OutputQuestion) -> None:
        self.forget()
        self._soon = question
        self._pause.start(pause_ms)

    def forget(self) -> None:
        """Let go of what was asked before: the threads are free, and nothing arrives."""
        self._pause.stop()
        self._awaited, self._soon = 0, None
        self._worker.forget()

    def shut_down(self) -> None:
        """End the thread."""
        self._pause.stop()
        self._worker.shut_down()

    @Slot()
    def _on_pause_over(self) -> None:
        if self._soon is not None:
            self._awaited = self._worker.request(self._soon)
            self._soon = None

    @Slot(int, object)
    def _on_answered(self, number: int, output: OutputPicture) -> None:
        if number == self._awaited:
            self.arrived.emit(output)

    @Slot(int, object)
    def _on_failed(self, number: int, error: CnnvizError) -> None:
        if number == self._awaited:
            self.failed.emit(error)
