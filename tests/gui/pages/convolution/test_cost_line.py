"""The cost line: parameters and products, beside those of a fully connected layer."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnnviz.pages.convolution.model.lab_settings import (
    PoolSettings,
    SignalSettings,
    initial_settings,
)
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.views.sum.cost_line import CostLine
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.i18n import Translation
from tests.helpers.lab_states import asked, state_of

KERNEL = np.ones((1, 1, 3, 3))
WIDE, NARROW = 868, 612
"""Pixels that the page has for the line in a window of 1280, and of 1024."""

STATES = {
    "sobel, 28 x 28": lambda: state_of(asked(KERNEL), np.zeros((1, 28, 28))),
    "eight kernels, 512 x 512 RGB": lambda: state_of(
        asked(np.ones((8, 1, 3, 3))), np.zeros((3, 512, 512))
    ),
    "4096 x 4096": lambda: state_of(asked(KERNEL), np.zeros((1, 4096, 4096))),
    "pooling": lambda: state_of(
        asked(KERNEL, operation="pooling"), np.zeros((1, 28, 28))
    ),
    "average of 4096 x 4096 RGB": lambda: state_of(
        asked(KERNEL, operation="pooling", pooling=PoolSettings(kind="average")),
        np.zeros((3, 4096, 4096)),
    ),
    "transposed, 28 x 28": lambda: state_of(
        asked(KERNEL, operation="transposed"), np.zeros((1, 28, 28))
    ),
    "transposed, 1024 x 1024 RGB": lambda: state_of(
        asked(np.ones((8, 1, 3, 3)), operation="transposed"), np.zeros((3, 1024, 1024))
    ),
    "signal": lambda: state_of(asked(KERNEL, operation="signal"), np.zeros((1, 1, 1))),
    "signal of 256": lambda: state_of(
        asked(
            KERNEL,
            operation="signal",
            signal=SignalSettings(values=(1.0,) * 256, kernel=(1.0,) * 31),
        ),
        np.zeros((1, 1, 1)),
    ),
}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def translation(qtbot: QtBot) -> Iterator[Translation]:
    translation = Translation()
    yield translation
    translation.apply("en")


@pytest.fixture
def line(qtbot: QtBot) -> CostLine:
    line = CostLine()
    line.setFixedWidth(1200)
    qtbot.addWidget(line)
    with qtbot.waitExposed(line):
        line.show()
    return line


def label(line: CostLine) -> FittingLabel:
    text = line.findChild(FittingLabel, "cost_line")
    assert text is not None
    return text


def said(line: CostLine) -> str:
    """Return both lines as one."""
    layer = line.findChild(FittingLabel, "cost_of_layer")
    assert layer is not None
    return f"{label(line).text()} · {layer.text()}"


def painted(text: FittingLabel) -> str:
    metrics = QFontMetrics(text.fitted_font())
    return metrics.elidedText(text.text(), Qt.TextElideMode.ElideRight, text.width())


def test_that_the_cost_line_compares_with_a_fully_connected_layer(
    line: CostLine,
) -> None:
    line.render_state(STATES["sobel, 28 x 28"]())

    assert said(line) == (
        "10 parameters, 6,084 multiplications · fully connected:"
        " 530,660 parameters (53,066 times as many), 529,984 multiplications"
    )
    tip = label(line).toolTip()
    assert tip.splitlines()[0] == f"Convolution: {said(line)}"
    assert "at most 9 of the 784 input numbers" in tip
    assert "784 × 676 = 529,984" in tip


def test_that_the_cost_line_of_a_pooling_counts_comparisons(line: CostLine) -> None:
    settings = asked(KERNEL, operation="pooling")

    line.render_state(state_of(settings, np.zeros((1, 24, 24))))

    assert said(line) == (
        "0 parameters, 432 comparisons · fully connected: 82,944 parameters,"
        " 82,944 multiplications"
    )
    assert "nothing to learn" in label(line).toolTip()


@pytest.mark.parametrize(
    ("language", "told", "shared"),
    [
        (
            "en",
            "2 parameters, 1 multiplication · fully connected:"
            " 2 parameters (1 time as many), 1 multiplication",
            "of the 1 input number.",
        ),
        (
            "pt_BR",
            "2 parâmetros, 1 multiplicação · totalmente conectada:"
            " 2 parâmetros (1 vez o número de parâmetros), 1 multiplicação",
            "1 do 1 número da entrada.",
        ),
    ],
)
def test_that_words_agree_with_a_one(
    line: CostLine, translation: Translation, language: str, told: str, shared: str
) -> None:
    translation.apply(language)  # type: ignore[arg-type]

    line.render_state(state_of(asked(np.ones((1, 1, 1, 1))), np.zeros((1, 1, 1))))

    assert said(line) == told
    assert shared in label(line).toolTip()


def test_that_huge_counts_are_written_with_a_word(line: CostLine) -> None:
    line.render_state(state_of(asked(np.ones((1, 3, 3, 3))), np.zeros((3, 128, 128))))

    text = label(line)
    assert "780 million parameters (27.9 million times as many)" in said(line)
    assert "780,353,028 parameters" in text.toolTip()
    assert "780,353,028 parameters" in text.accessibleDescription()

    line.render_state(LabState(initial_settings()))

    assert text.text() == text.toolTip() == ""


def test_that_less_room_takes_words_and_no_numbers(
    line: CostLine, qtbot: QtBot
) -> None:
    line.render_state(STATES["eight kernels, 512 x 512 RGB"]())
    text = label(line)

    heard = {}
    for width in range(1200, 300, -4):
        line.setFixedWidth(width)
        qtbot.waitUntil(lambda width=width: text.width() == width)
        heard.setdefault(said(line), width)

    assert list(heard) == [
        "224 parameters, 56.2 million multiplications · fully connected:"
        " 1.64 trillion parameters (7.31 billion times as many), 1.64 trillion"
        " multiplications",
        "224 parameters, 56.2 million multiplications · fully connected:"
        " 1.64 trillion parameters (×7.31 billion), 1.64 trillion multiplications",
        "224 parameters, 56.2 million multiplications · fully connected: 1.64 trillion"
        " parameters, 1.64 trillion multiplications",
        "224 parameters, 56.2 million multiplications · fully connected: 1.64 trillion"
        " and 1.64 trillion",
    ]
    assert "fully connected: 1,636,409,786,400 parameters" in text.toolTip()


@pytest.mark.parametrize("language", ["en", "pt_BR"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", STATES)
def test_that_no_cost_is_cut_in_a_small_window(
    line: CostLine,
    translation: Translation,
    qtbot: QtBot,
    name: str,
    width: int,
    language: str,
) -> None:
    translation.apply(language)  # type: ignore[arg-type]
    line.setFixedWidth(width)
    text = label(line)
    qtbot.waitUntil(lambda: text.width() == width)

    line.render_state(STATES[name]())

    assert text.text()
    assert painted(text) == text.text()


def test_that_the_page_has_a_cost_line_of_the_operation(lab: Any) -> None:
    line = lab.find(QLabel, "cost_line")
    assert line.text().startswith("10 parameters, ")

    lab.walk.commands.set("operation", "pooling")

    assert line.text().startswith("0 parameters, ")
