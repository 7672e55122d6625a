"""Autoplay yields to a hand, and to nothing else."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from cnnviz.pages.convolution.views.signal.signal_stage import SignalStage

Lab = Any
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def play(lab: Lab) -> None:
    lab.walk.set_speed(0.25)
    lab.walk.go_first()
    lab.walk.play()
    assert lab.state.playing


def turn_wheel(widget: QWidget, at: QPoint) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("name", ["input", "window", "kernel", "products", "output"])
def test_that_a_movement_within_a_cell_is_a_touch(lab: Lab, name: str) -> None:
    spot = lab.spot(name, 1, 1)
    lab.bot.mouseMove(lab.canvas(name), spot)
    play(lab)

    lab.bot.mouseMove(lab.canvas(name), spot + QPoint(1, 1))

    assert not lab.state.playing


def test_that_a_movement_beside_the_grid_is_a_touch(lab: Lab) -> None:
    canvas = lab.canvas("input")
    lab.page.resize(1600, 740)
    canvas.set_largest_cell(4)
    lab.bot.mouseMove(canvas, QPoint(2, 2))
    assert canvas.view.cell_at(4, 4) is None
    play(lab)

    lab.bot.mouseMove(canvas, QPoint(4, 4))

    assert not lab.state.playing


def test_that_the_wheel_is_a_touch_even_where_nothing_grows(lab: Lab) -> None:
    canvas = lab.canvas("input")
    for _ in range(40):
        canvas.zoom_in()
    play(lab)

    turn_wheel(canvas, QPoint(30, 30))

    assert not lab.state.playing


def test_that_dragging_an_enlarged_grid_is_a_touch(lab: Lab) -> None:
    canvas = lab.canvas("input")
    for _ in range(6):
        canvas.zoom_in()
    lab.bot.mousePress(canvas, LEFT, pos=QPoint(100, 100))
    lab.bot.mouseMove(canvas, QPoint(130, 130))
    play(lab)

    lab.bot.mouseMove(canvas, QPoint(131, 130))

    assert not lab.state.playing
    lab.bot.mouseRelease(canvas, LEFT, pos=QPoint(131, 130))


@pytest.mark.parametrize("key", ["zoom_in", "zoom_out", "zoom_fit", "zoom_window"])
def test_that_the_zoom_actions_are_touches(lab: Lab, key: str) -> None:
    play(lab)

    getattr(lab.page._actions, key).trigger()

    assert not lab.state.playing


@pytest.mark.parametrize("operation", ["convolution", "signal"])
def test_that_resizing_the_window_is_no_touch(lab: Lab, operation: str) -> None:
    lab.walk.commands.apply(replace(lab.state.settings, operation=operation))
    play(lab)
    scale = lab.canvas("input").view.scale

    lab.page.resize(1500, 900)
    QApplication.processEvents()
    lab.page.resize(1000, 700)
    QApplication.processEvents()

    if operation == "convolution":
        assert lab.canvas("input").view.scale != scale
    assert lab.state.playing


@pytest.mark.parametrize("beside", [False, True])
def test_that_a_movement_over_the_bars_is_a_touch(lab: Lab, beside: bool) -> None:
    lab.walk.commands.apply(replace(lab.state.settings, operation="signal"))
    stage = lab.page.findChild(SignalStage)
    at = QPoint(2, 2) if beside else QPoint(stage.width() // 2, stage.height() // 4)
    lab.bot.mouseMove(stage, at)
    play(lab)

    lab.bot.mouseMove(stage, at + QPoint(1, 0))

    assert not lab.state.playing
