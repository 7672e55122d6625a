from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon
from pytestqt.qtbot import QtBot

from cnnviz.engine.resources import resource
from cnnviz.ui.theme.icons import icon
from cnnviz.ui.theme.theme import palette

NAMES = sorted(Path(str(resource("icons"))).glob("*.svg"))
assert len(NAMES) > 30, "where are the icons?"


def ink(drawn: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> list[QColor]:
    image = drawn.pixmap(QSize(24, 24), 1.0, mode).toImage()
    pixels = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
    return [pixel for pixel in pixels if pixel.alpha() > 200]


@pytest.mark.parametrize("path", NAMES, ids=lambda path: path.stem)
def test_that_every_icon_draws_something(qtbot: QtBot, path: Path) -> None:
    assert ink(icon(path.stem))


@pytest.mark.parametrize("dark", [False, True])
def test_that_icons_wear_the_colour_of_the_text_around_them(
    qtbot: QtBot, own_look: None, dark: bool
) -> None:
    QGuiApplication.setPalette(palette("stage" if dark else "paper"))
    for colour in ink(icon("close")):
        assert (colour.lightness() > 128) is dark


def test_that_a_disabled_icon_is_fainter(qtbot: QtBot, own_look: None) -> None:
    QGuiApplication.setPalette(palette("paper"))
    normal = min(c.lightness() for c in ink(icon("close")))
    faded = min(c.lightness() for c in ink(icon("close"), QIcon.Mode.Disabled))
    assert faded > normal
