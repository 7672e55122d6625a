"""Products fly into their sum, and the sum into its cell: which, whence, whither, when."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnnviz.engine.convolution.operations import Convolution, Operation, Pooling
from cnnviz.engine.convolution.spec import ConvSpec, PoolSpec
from cnnviz.engine.convolution.walk import Walk, go_to_cell
from cnnviz.state.lab_input import feature_maps
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.unit_view.channel_sums import SumChip
from cnnviz.ui.unit_view.flight import MOST_FLYERS
from cnnviz.ui.unit_view.sum.sum_total import SumTotal
from cnnviz.ui.unit_view.unit import unit_at
from cnnviz.ui.unit_view.unit_view import UnitView

SLOWLY, QUICKLY = 2.0, 0.1
"""Seconds between two steps."""

MAPS = np.arange(288, dtype=np.float32).reshape(2, 12, 12) % 23 - 7


class Walker:
    """A view that is taken from cell to cell, by a clock of its own."""

    def __init__(self, view: UnitView) -> None:
        self.view, self.flight = view, view.flight
        self.seconds = 100.0
        self.operation: Operation = conv(1)
        view.flight._now = lambda: self.seconds

    def go(self, *cell: int, after: float = SLOWLY) -> None:
        self.seconds += after
        maps = MAPS[: len(self.operation.input_chw)]
        walk = go_to_cell(Walk(self.operation), *cell)
        unit = unit_at(walk, feature_maps(maps))
        self.view.render_unit(unit, self.operation.compute()[0])

    def place(self, widget: QWidget, box: QRect | QRectF) -> QRectF:
        corner = widget.mapTo(self.view, QPoint(0, 0))
        return QRectF(box).translated(QPointF(corner))

    def cell(self, canvas: str, row: int, column: int) -> QRectF:
        found = self.view.findChild(GridCanvas, f"{canvas}_canvas")
        assert found is not None
        return self.place(found, QRect(*found.view.rect(row, column)))

    def total(self) -> QRectF:
        found = self.view.findChild(SumTotal)
        assert found is not None
        return self.place(found, found.rect())


def conv(channels: int, kernel: int = 3, zeros: int = 0) -> Convolution:
    weights = np.ones((1, channels, kernel, kernel), np.float32)
    weights[0, 0].flat[:zeros] = 0
    return Convolution(MAPS[:channels], weights, ConvSpec(kernel=(kernel, kernel)))


@pytest.fixture
def walker(qtbot: QtBot) -> Walker:
    view = UnitView()
    view.resize(1000, 640)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    walker = Walker(view)
    walker.go(2, 3)
    return walker


@pytest.fixture
def flown(walker: Walker, qtbot: QtBot) -> Callable[[int, int], None]:
    """Take a step, and hold what flies as it sets out."""

    def fly(row: int, column: int) -> None:
        walker.go(row, column)
        qtbot.waitUntil(lambda: walker.flight.is_flying)
        walker.flight._animation.pause()

    return fly


def test_that_each_product_that_counts_flies_from_its_cell_into_the_sum(
    walker: Walker, flown: Callable[[int, int], None]
) -> None:
    walker.operation = conv(1, zeros=4)
    walker.go(2, 3)
    flown(2, 4)

    *products, _ = walker.flight.flyers
    numbers = MAPS[0, 2:5, 4:7] * walker.operation.kernels[0, 0]  # type: ignore[attr-defined]
    there = np.argwhere(numbers).tolist()
    assert len(products) == len(there) < 9
    for flyer, (i, j) in zip(products, there, strict=True):
        assert flyer.way.start == walker.cell("products", i, j).center()
        assert walker.total().contains(flyer.way.end)


def test_that_the_sum_flies_into_its_cell_once_the_products_are_in(
    walker: Walker, flown: Callable[[int, int], None]
) -> None:
    flown(2, 4)

    *products, total = walker.flight.flyers
    assert walker.total().contains(total.way.start)
    assert walker.cell("output", 2, 4).contains(total.way.end)
    assert total.way.leaves >= max(flyer.way.arrives for flyer in products)
    assert total.way.flown(0.0) is None
    assert total.way.at(0) == total.way.start
    assert total.way.at(1) == total.way.end


def test_that_of_several_channels_the_products_fly_to_what_theirs_gives(
    walker: Walker, flown: Callable[[int, int], None]
) -> None:
    walker.operation = conv(2)
    walker.go(2, 3)
    flown(2, 4)

    chip = walker.view.findChild(SumChip, "channel_chip_0")
    assert chip is not None
    *products, total = walker.flight.flyers
    box = walker.place(chip, chip.rect())
    assert all(box.contains(flyer.way.end) for flyer in products)
    assert walker.total().contains(total.way.start)


def test_that_of_a_pooling_the_largest_number_flies(
    walker: Walker, flown: Callable[[int, int], None]
) -> None:
    walker.operation = Pooling(MAPS[:1], PoolSpec(kind="max", size=(2, 2)))
    walker.go(2, 3)
    flown(2, 4)

    kept, _ = walker.flight.flyers
    i, j = np.unravel_index(MAPS[0, 4:6, 8:10].argmax(), (2, 2))
    assert kept.way.start == walker.cell("window", int(i), int(j)).center()


def test_that_of_many_products_the_largest_fly(
    walker: Walker, flown: Callable[[int, int], None]
) -> None:
    walker.operation = conv(1, 7)
    walker.go(2, 3)
    flown(2, 4)

    assert len(walker.flight.flyers) == MOST_FLYERS + 1


def test_that_a_further_step_ends_it_at_once(
    walker: Walker, flown: Callable[[int, int], None]
) -> None:
    flown(2, 4)
    walker.flight._animation.resume()

    walker.go(2, 5, after=QUICKLY)

    assert not walker.flight.is_flying
    assert not walker.flight.flyers
    assert not walker.flight._start.isActive()


def test_that_it_is_over_before_the_next_of_slow_steps(
    walker: Walker, flown: Callable[[int, int], None]
) -> None:
    walker.go(2, 4)
    walker.go(2, 5, after=0.4)

    takes = walker.flight._start.interval() + walker.flight._animation.duration()
    assert takes < 400
    assert walker.flight._start.isActive()


def test_that_another_kernel_lets_nothing_fly(walker: Walker) -> None:
    walker.operation = conv(1, zeros=1)

    walker.go(2, 4)

    assert not walker.flight._start.isActive()


def test_that_nothing_flies_where_things_shall_not_move(walker: Walker) -> None:
    walker.view.set_reduced_motion(True)

    walker.go(2, 4)

    assert not walker.flight._start.isActive()


def test_that_it_ends_where_the_cells_move_away(
    walker: Walker, flown: Callable[[int, int], None]
) -> None:
    flown(2, 4)
    walker.flight._animation.resume()
    output = walker.view.findChild(GridCanvas, "output_canvas")
    assert output is not None

    output.zoom_in()

    assert not walker.flight.flyers


def test_that_a_click_goes_through_what_flies(
    walker: Walker, flown: Callable[[int, int], None], qtbot: QtBot
) -> None:
    flown(2, 4)
    spot = walker.cell("output", 5, 5).center().toPoint()
    under = walker.view.childAt(spot)

    with qtbot.waitSignal(walker.view.output_cell_chosen) as chosen:
        qtbot.mouseClick(
            under, Qt.MouseButton.LeftButton, pos=under.mapFrom(walker.view, spot)
        )

    assert chosen.args == [5, 5]
