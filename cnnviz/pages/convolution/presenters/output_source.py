"""Whole outputs, of what was asked for last, when it is time for them."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot
from typing_extensions import override

from cnnviz.engine.convolution.walk import Walk
from cnnviz.pages.convolution.model.output_picture import OutputPicture
from cnnviz.pages.convolution.presenters.output_worker import (
    LARGE,
    OutputQuestion,
    OutputWorker,
)
from cnnviz.state.workers.newest import NewestAnswer

_A_FRAME_MS: Final = 16
"""By how much a large output waits for what is there already to be painted: on a laptop
of two cores the threads would make that take twice as long."""

_PAUSE_MS: Final = 30
"""How long a hand must rest before the exact output follows a quick one."""


class OutputSource(NewestAnswer[OutputQuestion, OutputPicture]):
    """Compute whole outputs in a thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(OutputWorker(), parent)
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

    @override
    def forget(self) -> None:
        """Let go of what was asked, and of what would have been."""
        self._pause.stop()
        self._soon = None
        super().forget()

    @override
    def shut_down(self) -> None:
        """End the thread."""
        self._pause.stop()
        super().shut_down()

    @Slot()
    def _on_pause_over(self) -> None:
        if self._soon is not None:
            self.request(self._soon)
            self._soon = None
