"""What the page says at the foot of the window."""

from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

Lab = Any


def test_that_the_step_is_said_again_when_nothing_is_pointed_at(lab: Lab) -> None:
    lab.walk.go_to_cell(2, 6)
    said: list[str] = []
    lab.page.status_message.connect(said.append)
    lab.bot.mouseMove(lab.canvas("input"), lab.spot("input", 16, 14))
    assert said[-1].startswith("Input, row 17")
    QApplication.sendEvent(lab.canvas("input"), QEvent(QEvent.Type.Leave))
    assert said[-1].startswith("Row 3, column 7: ")
