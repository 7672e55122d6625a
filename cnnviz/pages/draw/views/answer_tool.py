"""What the tools about an answer share: they follow it while they are in front."""

from typing import Protocol

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.draw.presenters.draw_presenter import DrawState
from cnnviz.state.level import Level, set_level
from cnnviz.state.workers.inference import DrawAnswer
from cnnviz.ui.page import Retranslated


class FollowsAnswer(Protocol):
    """A presenter that computes something about an answer."""

    def show_answer(self, answer: DrawAnswer | None) -> None:
        """Take another answer."""

    def rest(self) -> None:
        """Compute nothing more."""


class AnswerTool(Retranslated):
    """Let a presenter follow the newest answer, and rest while nobody looks."""

    def __init__(
        self, follower: FollowsAnswer, name: str, level: Level, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        set_level(self, level)
        self._follower = follower

    def render_state(self, state: DrawState) -> None:
        """Show what there is to show about the newest answer."""
        self._follower.show_answer(state.answer)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._follower.rest()
