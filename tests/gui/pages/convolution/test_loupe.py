"""A loupe on large pictures: the window is never a dot."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from cnnviz.engine.images.picture import Picture
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.unit_view.loupe import Loupe

Lab = Any
LEFT = Qt.MouseButton.LeftButton


def show(lab: Lab, side: int) -> np.ndarray:
    pixels = np.random.default_rng(3).integers(0, 256, (1, side, side), np.uint8)
    lab.pictures.store.replace(SharedPicture(Picture(pixels, "noise"), "file"))
    lab.bot.waitUntil(
        lambda: (
            lab.state.output is not None
            and lab.state.output.size_hw == (side - 2, side - 2)
        )
    )
    return pixels[0]


def loupes(lab: Lab) -> tuple[Loupe, Loupe]:
    return lab.find(Loupe, "input_loupe"), lab.find(Loupe, "output_loupe")


def spot(loupe: Loupe, row: int, column: int) -> QPoint:
    x, y, width, height = loupe.view.rect(row, column)
    return QPoint(x + width // 2, y + height // 2)


def test_that_small_pictures_need_no_loupe(lab: Lab) -> None:
    assert not any(loupe.isVisible() for loupe in loupes(lab))


@pytest.mark.parametrize("side", [64, 128, 1024])
def test_that_the_neighbourhood_of_the_window_is_seen_in_numbers(
    lab: Lab, side: int
) -> None:
    pixels = show(lab, side)

    for cell in ((0, 0), (side // 2, side // 3), (side - 3, side - 3)):
        lab.walk.go_to_cell(*cell)
        lab.bot.waitUntil(lambda: all(loupe.isVisible() for loupe in loupes(lab)))
        for loupe, size in zip(loupes(lab), (3, 1), strict=True):
            rows, columns = loupe.view.visible(loupe.width(), loupe.height())
            assert rows.start <= cell[0]
            assert columns.start <= cell[1]
            assert cell[0] + size <= rows.stop
            assert cell[1] + size <= columns.stop
            assert loupe.view.scale >= 24
        assert loupes(lab)[0].value_at(*cell) == pixels[cell]
        window = lab.page._stages.picture.input.window_box
        box = loupes(lab)[0].geometry()
        assert not box.contains(QPoint(window[0], window[1]))


def test_that_a_click_in_the_loupe_goes_there_and_pointing_reads(lab: Lab) -> None:
    pixels = show(lab, 128)
    lab.walk.go_to_cell(40, 50)
    given, made = loupes(lab)
    lab.bot.waitUntil(given.isVisible)
    told: list[str] = []
    lab.page._stages.notified.connect(told.append)

    lab.bot.mouseMove(given, spot(given, 41, 52))
    assert f"row 42, column 53: {pixels[41, 52]}" in told[-1]
    lab.bot.mouseClick(made, LEFT, pos=spot(made, 41, 51))

    assert lab.state.walk.cell == (41, 51)
    lab.bot.waitUntil(lambda: given.value_at(41, 51) == pixels[41, 51])


def test_that_the_wheel_over_the_loupe_enlarges_the_picture_and_ends_it(
    lab: Lab,
) -> None:
    show(lab, 128)
    given, _ = loupes(lab)
    lab.bot.waitUntil(given.isVisible)
    before = lab.canvas("input").view.scale
    at = QPointF(given.rect().center())
    turned = QWheelEvent(
        at,
        QPointF(given.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(given, turned)
    if not turned.isAccepted():
        QApplication.sendEvent(lab.canvas("input"), turned)

    assert lab.canvas("input").view.scale > before
    assert not given.isVisible()
    lab.page._actions.zoom_fit.trigger()
    lab.bot.waitUntil(given.isVisible)
