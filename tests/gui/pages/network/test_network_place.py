"""Columns larger than the page, zoomed and moved by real events; panel and page of any size."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.network_stage import NetworkStageOf

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Stage = NetworkStageOf


def turn_wheel(stage: Stage, at: QPointF, notches: int) -> None:
    columns = stage.columns
    event = QWheelEvent(
        at,
        QPointF(columns.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Modifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(columns, event)


def test_that_the_wheel_zooms_about_the_pointer_and_0_fits_again(stage: Stage) -> None:
    before = stage.columns.tile_box(stage.block("c3"), 5)
    for _ in range(4):
        turn_wheel(stage, before.center(), 1)
    after = stage.columns.tile_box(stage.block("c3"), 5)
    assert after.width() > 2 * before.width()
    assert after.contains(before.center())
    stage.columns.setFocus()
    stage.press(Key.Key_0)
    assert stage.columns.tile_box(stage.block("c3"), 5) == before


def test_that_a_drag_moves_what_is_larger_and_is_no_click(stage: Stage) -> None:
    columns = stage.columns
    for _ in range(6):
        turn_wheel(stage, QPointF(columns.rect().center()), 1)
    before = columns.tile_box(0, 0)
    left, start = Qt.MouseButton.LeftButton, columns.rect().center()
    QTest.mousePress(columns, left, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(columns, start + QPoint(12 * step, 8 * step))
    QTest.mouseRelease(columns, left, pos=start + QPoint(60, 40))
    moved = columns.tile_box(0, 0).topLeft() - before.topLeft()
    assert (moved.x(), moved.y()) == pytest.approx((60, 40), abs=1)
    assert stage.place is None


def test_that_keys_zoom_about_the_map_that_was_read(stage: Stage) -> None:
    stage.columns.setFocus()
    before = stage.columns.tile_box(0, 0).width()
    stage.press(Key.Key_Plus)
    larger = stage.columns.tile_box(0, 0).width()
    assert larger == pytest.approx(1.25 * before)
    stage.press(Key.Key_Minus)
    assert stage.columns.tile_box(0, 0).width() == pytest.approx(before)
    stage.press(Key.Key_Right)
    stage.press(Key.Key_Right)
    read = stage.columns.pointed
    assert read is not None
    middle = stage.columns.tile_box(*read).center()
    for _ in range(3):
        stage.press(Key.Key_Plus)
    assert stage.columns.tile_box(*read).contains(middle)


def test_that_a_small_page_and_a_large_one_hold_panel_and_network(stage: Stage) -> None:
    stage.open_number("c3", 13)
    for width, height in ((860, 528), (1192, 740), (1880, 1000)):
        stage.page.resize(width, height)
        panel = stage.panel.geometry()
        assert panel.bottom() <= stage.columns.height()
        assert panel.right() <= stage.columns.width()
        assert stage.rows.width() > 250
