"""From an output to a pixel and back, by clicks in the real window; every sum checked."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.pages.network.views.opened.value_card import ValueCard
from cnnviz.state.picture.shared_picture import drawing
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.network_view.columns.network_columns import NetworkColumns
from cnnviz.ui.unit_view.rows.rows_view import RowsView
from tests.helpers.session import session

__all__ = ["session"]

WAYS = 30


def drawn_seven() -> np.ndarray:
    """Return the ink of a seven: a bar, and a stroke down to the left."""
    ink = np.zeros((280, 280), np.uint8)
    ink[60:82, 80:205] = 255
    for row in range(82, 240):
        left = 183 - (row - 82) // 3
        ink[row, left : left + 22] = 255
    return ink


def click(widget: QWidget, at: QPointF) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at.toPoint())


class Walker:
    """Clicks on from number to number, and checks what the window says of each."""

    def __init__(self, session: Session, seed: int) -> None:
        self.session, self.page = session, session.window.page
        self.random = np.random.default_rng(seed)
        self.columns = self.page.findChild(NetworkColumns)
        self.rows = self.page.findChild(RowsView)
        self.card = self.page.findChild(ValueCard)
        self.opened = self.page.findChild(GridCanvas, "opened_map")

    @property
    def state(self) -> NetworkState:
        return self.session.network.store.state

    def open(self, layer: str, tile: int) -> None:
        block = self.state.block(layer).place
        click(self.columns, self.columns.tile_box(block, tile).center())

    def check(self) -> None:
        """Check the sum that is on the screen, the bias, and what bends the number."""
        unit, rows = self.state.unit(), self.rows.shown
        assert unit is not None
        total = sum(row.total for row in rows.rows) + rows.folded_total
        for row in rows.rows:
            if row.kernel_hw is not None:
                products = float((row.cells_hw * row.kernel_hw).sum())
                assert row.total == pytest.approx(products, abs=1e-9)
        facts = unit.unit.parts.facts
        if "bias" in facts:
            total += float(facts["bias"])
        if len(unit.chain) > 1:  # LeNet-5 has no other
            total = max(total, 0.0)
        assert total == pytest.approx(unit.value, abs=2e-4)
        answer = self.state.answer
        assert answer is not None
        made = answer.values(unit.block.shown)[unit.at]
        assert unit.value == float(made)
        place = self.state.place
        assert place is not None
        if unit.block.map_hw != (1, 1):
            row, column = place.cell
            said = self.opened.number_at(row, column)
            assert said
            assert said in self.card.accessibleName()

    def go_on(self) -> None:
        """Click one of the numbers of the windows, at random, but none of the padding."""
        rows = self.rows.shown
        height, width = rows.rows[0].size_hw
        while True:
            index = int(self.random.integers(len(rows.rows)))
            row = int(self.random.integers(height))
            column = int(self.random.integers(width))
            if rows.rows[index].source(row, column) is not None:
                break
        number = float(rows.rows[index].cells_hw[row, column])
        click(self.rows, self.rows.box_of(index * height + row, column).center())
        unit, pixel = self.state.unit(), self.state.pixel()
        there = unit or pixel
        assert there is not None
        assert there.value == pytest.approx(number, abs=1e-5)

    def walk(self) -> int:
        """Go from an output to a pixel, and back with Esc; return how many were open."""
        self.open("output", int(self.random.integers(10)))
        while self.state.pixel() is None:
            self.check()
            self.go_on()
        length = len(self.state.way.trail)
        assert self.state.way.trail[-1].layer == "input"
        for _ in range(length):
            QTest.keyClick(self.rows, Qt.Key.Key_Escape)
        assert self.state.place is None
        return length


def test_that_random_ways_by_clicks_hold_every_sum_from_output_to_pixel(
    session: Session, qtbot: QtBot
) -> None:
    window = session.window
    window.resize(1280, 800)
    window.actions_of_window.reduced_motion.setChecked(True)
    session.pictures.replace(drawing(drawn_seven()))
    window.show_page("network")

    def is_answered() -> bool:
        state = session.network.store.state
        return (
            state.answer is not None and state.answer.question.picture is state.picture
        )

    qtbot.waitUntil(is_answered, timeout=20_000)
    answer = session.network.store.state.answer
    assert answer is not None
    assert answer.network.labels[answer.trace.best] == "7"

    walker = Walker(session, seed=3)
    lengths = [walker.walk() for _ in range(WAYS)]

    # Output, F6, the numbers in a row, C5, S4, C3, S2, C1 and the pixel: none is passed over.
    assert set(lengths) == {9}
