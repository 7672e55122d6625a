"""Two numbers, down and across, that are one until somebody parts them."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QToolButton

Lab = Any


def test_that_two_numbers_are_one_at_first(lab: Lab) -> None:
    lab.reach(QSpinBox, "stride_v")

    lab.type_spin("stride_v", "2")

    assert lab.state.settings.stride == (2, 2)


def test_that_numbers_that_differ_do_not_follow_each_other(lab: Lab) -> None:
    link = lab.reach(QToolButton, "stride_link")
    lab.walk.commands.set("stride", (1, 3))
    assert not link.isChecked()

    lab.type_spin("stride_v", "2")
    assert lab.state.settings.stride == (2, 3)

    lab.bot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert lab.state.settings.stride == (2, 2)
