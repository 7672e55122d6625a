"""The loops beside the coloured sum, and how long they take, on demand."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from cnnviz.engine.explain.loop_times import LoopTimes
from cnnviz.pages.convolution.views.algorithm.algorithm_panel import AlgorithmPanel
from cnnviz.ui.unit_view.sum.sum_row import SumRow

Lab = Any


@pytest.mark.parametrize(("width", "beside"), [(1192, False), (1800, True)])
def test_that_the_loops_stand_beside_the_sum_and_not_in_its_place(
    lab: Lab, width: int, beside: bool
) -> None:
    lab.page.resize(width, 900)
    algorithm, row = lab.page.findChild(AlgorithmPanel), lab.page.findChild(SumRow)
    button = lab.find(QToolButton, "algorithm_button")

    lab.bot.mouseClick(button, Qt.MouseButton.LeftButton)

    lab.bot.waitUntil(lambda: algorithm.isVisible() and row.isVisible())

    def is_apart() -> bool:
        if beside:
            return row.geometry().right() < algorithm.geometry().left()
        return row.geometry().bottom() < algorithm.geometry().top()

    lab.bot.waitUntil(is_apart)
    lab.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert algorithm.isHidden()
    assert row.isVisible()


def test_that_the_loops_are_timed_in_a_thread_when_it_is_asked_for(lab: Lab) -> None:
    lab.find(QAction, "algorithm_action").trigger()
    button, said = lab.find(QPushButton, "time_loops"), lab.find(QLabel, "loop_times")
    lab.bot.waitUntil(button.isVisible)
    assert said.text() == ""

    with lab.bot.waitSignal(lab.presenters.timing.arrived, timeout=20_000):
        lab.bot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert not button.isEnabled()

    assert "Python" in said.text()
    assert "NumPy" in said.text()
    assert button.isEnabled()

    lab.walk.commands.set("stride", (2, 2))
    lab.bot.waitUntil(lambda: said.text() == "")


def test_that_what_was_worked_out_says_so(lab: Lab) -> None:
    lab.find(QAction, "algorithm_action").trigger()
    panel, said = lab.page.findChild(AlgorithmPanel), lab.find(QLabel, "loop_times")
    lab.page.resize(1900, 900)
    panel._timing._is_waiting = True

    panel.show_times(LoopTimes(3.4, 0.0033, None, 123, 1022, 9_400_356))

    assert "≈ 3.4 s" in said.text()
    assert "3.3 ms" in said.text()
    assert "PyTorch" not in said.text()
    assert "123 of 1022 rows" in said.toolTip()
