from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter
from pytestqt.qtbot import QtBot

from cnnviz.engine.resources import resource
from cnnviz.ui.theme.icons import icon, paint_icon
from cnnviz.ui.theme.theme import palette

NAMES = sorted(Path(str(resource("icons"))).glob("*.svg"))
assert len(NAMES) > 30, "where are the icons?"

DRAWN = [path for path in NAMES if path.stem != "app"]
"""All but the program's own sign, which has colours."""

ONE_WAY: Final = {
    "viewBox": "0 0 24 24",
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "2",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
"""One grid, one weight (1.7 px at 20), one kind of caps, one ink."""


def ink(drawn: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> list[QColor]:
    image = drawn.pixmap(QSize(24, 24), 1.0, mode).toImage()
    pixels = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
    return [pixel for pixel in pixels if pixel.alpha() > 200]


@pytest.mark.parametrize("path", NAMES, ids=lambda path: path.stem)
def test_that_every_icon_draws_something(qtbot: QtBot, path: Path) -> None:
    assert ink(icon(path.stem))


def test_that_all_icons_are_drawn_with_one_pen_on_one_grid() -> None:
    for path in DRAWN:
        root = ElementTree.parse(path).getroot()
        assert root.attrib == ONE_WAY, path.stem
        for part in list(root.iter())[1:]:
            others = {
                name for name in part.attrib if "stroke" in name or "opac" in name
            }
            assert not others, f"{path.stem} has a line of its own: {others}"
            assert part.get("fill", "currentColor") == "currentColor", path.stem


def test_that_no_icon_comes_nearer_than_a_pixel_to_the_edge_of_its_grid(
    qtbot: QtBot,
) -> None:
    for path in DRAWN:
        image = QImage(240, 240, QImage.Format.Format_Alpha8)
        image.fill(0)
        with QPainter(image) as painter:
            paint_icon(painter, path.stem, image.rect(), QColor("black"))
        inside = QRect(9, 9, 222, 222)
        with QPainter(image) as painter:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
            painter.fillRect(inside, QColor("black"))
        assert not any(image.constBits().tobytes()), path.stem


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
