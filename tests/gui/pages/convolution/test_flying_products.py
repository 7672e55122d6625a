"""The products of a step by hand fly into the sum; nothing waits for them."""

from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel

from cnnviz.ui.unit_view.flight import Flight
from cnnviz.ui.unit_view.sum.sum_row import SumRow

Lab = Any  # the fixture's type lives in conftest, which is no module to import from


def stepped(lab: Lab) -> Flight:
    """Take a step by key, and return what flies of it."""
    flight = lab.find(Flight, "flight")
    lab.page.set_reduced_motion(False)
    lab.click_cell("output", 4, 12)
    flight._stepped = 0.0  # long ago
    lab.bot.keyClick(lab.page, Qt.Key.Key_Right)
    assert lab.find(QLabel, "sum_total").text() == total_of(lab)
    lab.bot.waitUntil(lambda: flight.is_flying)
    return flight


def total_of(lab: Lab) -> str:
    return f"= {lab.state.outcome.output:g}".replace("-", "−")


def output_cell(lab: Lab) -> QRect:
    cell = lab.canvas("output").view.rect(*lab.state.walk.cell)
    corner = lab.canvas("output").mapTo(lab.page, QPoint(0, 0))
    return QRect(*cell).translated(corner)


def test_that_they_fly_after_a_step_and_are_gone_then(lab: Lab) -> None:
    flight = stepped(lab)

    assert len(flight.flyers) > 1
    assert output_cell(lab).contains(flight.flyers[-1].way.end.toPoint())
    lab.bot.waitUntil(lambda: not flight.is_flying)
    assert not flight.flyers


def test_that_without_a_sum_they_fly_straight_into_the_cell(lab: Lab) -> None:
    lab.page.findChild(SumRow).hide()

    flight = stepped(lab)

    assert flight.flyers
    for flyer in flight.flyers:
        assert output_cell(lab).contains(flyer.way.end.toPoint())


def test_that_a_fast_walk_lets_nothing_fly(lab: Lab) -> None:
    flight = stepped(lab)

    now = flight._stepped
    flight._now = lambda: now

    lab.walk.set_speed(30)
    lab.walk.play()
    start = lab.position

    lab.bot.waitUntil(lambda: lab.position > start + 3)
    assert not flight.flyers
    assert not flight._start.isActive()
    lab.walk.pause()
