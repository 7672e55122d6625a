"""What each channel adds to a sum, in lines: every partial sum can be read."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.operations import Convolution
from cnnviz.engine.convolution.spec import ConvSpec
from cnnviz.engine.convolution.walk import Walk
from cnnviz.state.lab_input import feature_maps
from cnnviz.ui.unit_view.channel_sums import ChannelSums, SumChip
from cnnviz.ui.unit_view.sum.sum_row import SumRow
from cnnviz.ui.unit_view.unit import unit_at


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def row(qtbot: QtBot) -> SumRow:
    row = SumRow()
    row.resize(1168, 120)
    qtbot.addWidget(row)
    with qtbot.waitExposed(row):
        row.show()
    return row


def show(row: SumRow, channels: int, shown: int = 0) -> list[SumChip]:
    rng = np.random.default_rng(channels)
    maps = rng.normal(0, 2, (channels, 5, 5)).astype(np.float32)
    kernels = rng.normal(0, 0.1, (1, channels, 5, 5)).astype(np.float32)
    bias = np.array([-0.04206], np.float32)
    operation = Convolution(maps, kernels, ConvSpec(kernel=(5, 5)), bias)
    names = tuple(f"S2 · map {number + 1}" for number in range(channels))
    walk = Walk(operation, ActivationSpec(kind="relu"))
    row.render_unit(unit_at(walk, feature_maps(maps, names), shown))
    QApplication.processEvents()
    found = [chip for chip in row.findChildren(SumChip) if chip.channel >= 0]
    return sorted(found, key=lambda chip: chip.channel)


def area(row: SumRow) -> ChannelSums:
    found = row.findChild(ChannelSums)
    assert found is not None
    return found


def seen(row: SumRow, chip: SumChip) -> bool:
    """Whether all of a chip is seen, and it has room for its text."""
    view = area(row).viewport()
    box = QRect(chip.mapTo(view, QPoint(0, 0)), chip.size())
    return view.rect().contains(box) and chip.width() >= chip.sizeHint().width()


def test_that_six_partial_sums_are_all_seen_each_with_its_sign(
    row: SumRow, qtbot: QtBot
) -> None:
    chips = show(row, 6)
    qtbot.waitUntil(lambda: all(seen(row, chip) for chip in chips))
    assert len({chip.y() for chip in chips}) == 2
    assert not area(row).verticalScrollBar().isVisible()
    signs = [label for label in area(row).findChildren(QLabel) if label.text() == "+"]
    assert len(signs) == 5
    for chip, sign in zip(chips, signs, strict=False):
        assert sign.geometry().left() > chip.geometry().right()
        assert sign.y() == chip.y()
    bias = row.findChild(SumChip, "bias_chip")
    assert bias is not None
    end = chips[-1].mapTo(row, chips[-1].rect().bottomRight())
    assert end.x() < bias.x() < end.x() + 120  # they are read in one go
    assert abs(bias.geometry().bottom() - end.y()) <= 1


def test_that_three_partial_sums_stand_in_one_line_of_the_height_it_had(
    row: SumRow, qtbot: QtBot
) -> None:
    chips = show(row, 3)
    qtbot.waitUntil(lambda: all(seen(row, chip) for chip in chips))
    assert len({chip.y() for chip in chips}) == 1
    assert area(row).height() == 32
    three = row.sizeHint().height()
    show(row, 6)
    assert row.sizeHint().height() - three <= 8  # products give up a line for it


def test_that_more_lines_are_scrolled_to_with_the_wheel_and_with_the_keyboard(
    row: SumRow, qtbot: QtBot
) -> None:
    chips = show(row, 16)
    bar = area(row).verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    assert seen(row, chips[0])
    assert not seen(row, chips[-1])
    middle = area(row).viewport().rect().center()
    found = set()
    for _ in range(8):
        found |= {chip.channel for chip in chips if seen(row, chip)}
        turn = QWheelEvent(
            QPointF(middle),
            QPointF(area(row).viewport().mapToGlobal(middle)),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(area(row).viewport(), turn)
    assert found == set(range(16))
    row.activateWindow()
    chips[0].setFocus(Qt.FocusReason.TabFocusReason)
    for chip in chips:
        assert seen(row, chip)
        qtbot.keyClick(chip, Qt.Key.Key_Tab)


def test_that_the_chip_of_the_channel_that_is_seen_is_scrolled_to(
    row: SumRow, qtbot: QtBot
) -> None:
    chips = show(row, 16, shown=15)
    qtbot.waitUntil(lambda: seen(row, chips[15]))


def test_that_a_narrow_row_has_more_lines_and_a_wide_one_fewer(
    row: SumRow, qtbot: QtBot
) -> None:
    chips = show(row, 6)
    row.resize(1900, 120)
    qtbot.waitUntil(lambda: len({chip.y() for chip in chips}) == 1)
    assert all(seen(row, chip) for chip in chips)
    row.resize(800, 120)
    qtbot.waitUntil(lambda: len({chip.y() for chip in chips}) > 2)
    assert area(row).verticalScrollBar().isVisible()
