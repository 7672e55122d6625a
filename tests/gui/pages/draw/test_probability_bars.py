"""What the bars remember of a painting never shows in another one."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from cnnviz.pages.draw.views.probability_bars import ProbabilityBars
from cnnviz.ui.theme.theme import palette

DIGITS = tuple("0123456789")
MOODS = ("glad", "sad", "a very long name of a mood that is cut short")
SURE = np.full(10, 0.01, np.float32)
SURE[3] = 0.91
MOODY = np.array([0.2, 0.7, 0.1], np.float32)


def painted(bars: ProbabilityBars) -> QImage:
    return bars.grab().toImage()


def new_bars(qtbot: QtBot) -> ProbabilityBars:
    bars = ProbabilityBars()
    qtbot.addWidget(bars)
    bars.resize(QSize(190, 260))
    bars.setPalette(palette("paper"))
    bars.render_state(DIGITS, SURE)
    return bars


def change_size(bars: ProbabilityBars) -> None:
    bars.resize(QSize(320, 600))


def change_labels(bars: ProbabilityBars) -> None:
    bars.render_state(MOODS, MOODY)


def change_theme(bars: ProbabilityBars) -> None:
    bars.setPalette(palette("stage"))


def change_belief(bars: ProbabilityBars) -> None:
    bars.pale = True


@pytest.mark.parametrize(
    "change", [change_size, change_labels, change_theme, change_belief]
)
def test_that_bars_that_were_painted_before_look_as_new_ones(
    qtbot: QtBot, change: Callable[[ProbabilityBars], None]
) -> None:
    old, new = new_bars(qtbot), new_bars(qtbot)
    before = painted(old)
    change(old)
    change(new)
    assert painted(old) == painted(new)
    assert painted(old) != before
