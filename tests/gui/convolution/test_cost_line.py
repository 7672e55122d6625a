"""The cost line: parameters and products, beside those of a fully connected layer."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnnviz.control.lab_settings import initial_settings
from cnnviz.control.lab_state import LabState
from cnnviz.gui.pages.convolution.cost_line import CostLine
from tests.helpers.lab_states import asked, state_of

KERNEL = np.ones((1, 1, 3, 3))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


def test_that_the_cost_line_compares_with_a_fully_connected_layer(
    qtbot: QtBot,
) -> None:
    line = CostLine()
    qtbot.addWidget(line)

    line.render_state(state_of(asked(KERNEL), np.zeros((1, 28, 28))))

    text = line.findChild(QLabel, "cost_line")
    assert text is not None
    assert text.text() == (
        "Convolution: 10 parameters, 6,084 multiplications · fully connected:"
        " 530,660 parameters (53,066 times as many), 529,984 multiplications"
    )
    assert "at most 9 of the 784 input numbers" in text.toolTip()
    assert "784 × 676 = 529,984" in text.toolTip()
    assert line.height() == 22


def test_that_the_cost_line_of_a_pooling_counts_comparisons(qtbot: QtBot) -> None:
    line = CostLine()
    qtbot.addWidget(line)
    settings = asked(KERNEL, operation="pooling")

    line.render_state(state_of(settings, np.zeros((1, 24, 24))))

    text = line.findChild(QLabel, "cost_line")
    assert text is not None
    assert text.text().startswith("Pooling: 0 parameters, 432 comparisons · ")
    assert "nothing to learn" in text.toolTip()


def test_that_huge_counts_are_written_with_a_word(qtbot: QtBot) -> None:
    line = CostLine()
    qtbot.addWidget(line)

    line.render_state(state_of(asked(np.ones((1, 3, 3, 3))), np.zeros((3, 128, 128))))

    text = line.findChild(QLabel, "cost_line")
    assert text is not None
    assert "780 million parameters (27.9 million times as many)" in text.text()
    assert "780,353,028 parameters" in text.toolTip()

    line.render_state(LabState(initial_settings()))

    assert text.text() == ""


def test_that_the_page_has_a_cost_line_of_the_operation(lab: Any) -> None:
    line = lab.find(QLabel, "cost_line")
    assert line.text().startswith("Convolution: 10 parameters, ")

    lab.walk.wishes.choose_operation("pooling")

    assert line.text().startswith("Pooling: 0 parameters, ")
