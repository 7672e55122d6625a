"""Comparing on the Network page, with the hand."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSlider, QToolButton
from pytestqt.qtbot import QtBot

from cnnviz.engine.images.placement import Placement, placed
from cnnviz.engine.networks.catalogue import network
from cnnviz.pages.network.presenters.comparison import PICTURES
from cnnviz.pages.network.views.compare.answer_bars import AnswerBars
from cnnviz.pages.network.views.compare.compare_tool import CompareTool
from cnnviz.pages.network.views.compare.map_pair import MapPair
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.workers.weight_file import shipped_networks
from cnnviz.ui.network_view.columns.network_columns import NetworkColumns
from cnnviz.ui.numbers import short
from cnnviz.ui.plots.answer_plot import AnswerPlot
from tests.helpers.compared_page import Compared, shown_page
from tests.helpers.torch_oracle import random_weights


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Compared]:
    mlp = network("mlp")
    other = CurrentNetwork(mlp, random_weights(mlp), "file", file="mlp.safetensors")
    for made in shown_page(qtbot, shipped_networks()[0], other):
        button = made.page.findChild(QToolButton, "compare_button")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda made=made: made.comparison.store.state.curve is not None)
        yield made


def second(shown: Compared) -> NetworkColumns:
    return shown.page.findChild(NetworkColumns, "second_columns")


def first(shown: Compared) -> NetworkColumns:
    return shown.page.findChild(NetworkColumns, "network_columns")


def choose(shown: Compared, name: str, index: int) -> None:
    choice = shown.page.findChild(QComboBox, name)
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Home)
    for _ in range(index):
        QTest.keyClick(choice, Qt.Key.Key_Down)


def test_that_a_slider_moves_the_second_picture_and_the_mark_on_the_curve(
    qtbot: QtBot, shown: Compared
) -> None:
    slider = shown.page.findChild(QSlider, "place_right")
    slider.setFocus()
    for _ in range(3):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    answer = shown.network.store.state.answer
    assert answer is not None
    expected = placed(answer.given.pixels, Placement(right=5))

    def is_moved() -> bool:
        pixels = second(shown).shown.pixels
        return np.array_equal(pixels, expected)

    qtbot.waitUntil(is_moved)
    plot = shown.page.findChild(AnswerPlot)
    assert plot.marked == 5
    assert plot._marker.scene() is not None  # the mark is one of what is drawn
    np.testing.assert_array_equal(first(shown).shown.pixels, answer.given.pixels)


def test_that_a_map_in_one_points_at_the_same_map_in_the_other(
    qtbot: QtBot, shown: Compared
) -> None:
    QTest.mouseMove(second(shown), QPoint(2, 2))
    unmarked = first(shown).grab().toImage()
    place = second(shown).tile_box(2, 9).center().toPoint()
    QTest.mouseMove(second(shown), place)
    assert first(shown).echo == (2, 9)
    assert first(shown).grab().toImage() != unmarked

    QTest.mouseMove(first(shown), first(shown).tile_box(0, 4).center().toPoint())
    assert second(shown).echo == (0, 4)


def test_that_a_click_below_opens_the_map_above_and_both_numbers_are_told(
    qtbot: QtBot, shown: Compared
) -> None:
    place = second(shown).tile_box(2, 13).center().toPoint()
    QTest.mouseClick(second(shown), Qt.MouseButton.LeftButton, pos=place)

    opened = shown.network.store.state.place
    assert opened is not None
    assert (opened.layer, opened.channel) == ("c3_relu", 13)
    pair = shown.page.findChild(MapPair)
    qtbot.waitUntil(pair.isVisible)
    a, b, difference = (canvas.values_hw for canvas in pair.canvases)
    np.testing.assert_allclose(difference, b - a, atol=1e-5)
    shown.network.open_cell(0, 5)
    number = shown.network.store.state.unit().value
    np.testing.assert_allclose(a[0, 5], number, rtol=1e-5)
    told = [value.text() for value in pair.values]
    assert told == [short(float(map_hw[0, 5])) for map_hw in (a, b, difference)]
    assert told[0] == short(number)


def colours_of_a_tile(columns: NetworkColumns, block: int, tile: int) -> np.ndarray:
    """Return the red, green and blue levels that a map is painted with."""
    place = columns.tile_box(block, tile).toRect()
    image = columns.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    levels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return levels[:, : image.width(), 2::-1].astype(int)


def test_that_the_difference_is_shown_in_signed_colours(
    qtbot: QtBot, shown: Compared
) -> None:
    choose(shown, "compare_view", 1)

    qtbot.waitUntil(
        lambda: second(shown).shown.pictures["c1_relu"].kind == "difference"
    )
    answer = shown.comparison.store.state.answer
    assert answer is not None
    assert second(shown).shown.pictures is answer.differences
    red, _, blue = np.moveaxis(colours_of_a_tile(second(shown), 0, 0), -1, 0)
    assert (blue > red + 40).any()  # below 0
    assert (red > blue + 40).any()  # above


def test_that_another_network_answers_beside_the_first_and_says_what_has_no_difference(
    qtbot: QtBot, shown: Compared
) -> None:
    choose(shown, "compare_network", 1)

    def has_both() -> bool:
        curve = shown.comparison.store.state.curve
        return curve is not None and len(curve.answers) == 2

    qtbot.waitUntil(has_both)
    plotted = shown.page.findChild(AnswerPlot).shown
    assert [shares.shape for shares in plotted.shares] == [(29, 10), (29, 10)]
    assert shown.page.findChild(AnswerBars).rows == tuple(range(10))
    tool = shown.page.findChild(QComboBox, "compare_network").window()
    said = [
        label.text() for label in tool.findChildren(type(shown.page._hint).__base__)
    ]
    assert any("No difference can be shown for 7 layers" in text for text in said)


def test_that_a_network_that_names_no_class_yet_is_compared_all_the_same(
    qtbot: QtBot, shown: Compared
) -> None:
    state = shown.network.store.state
    layers = state.network.layers[:3]  # maps, as while a network is being built
    built = replace(state.network, name="built", layers=layers)
    weights = {
        name: values
        for name, values in state.opened.weights.items()
        if name.startswith(layers[0].name)
    }
    unfinished = CurrentNetwork(built, weights, "built", names_classes=False)
    shown.comparison.choices.current.replace(unfinished)
    store = shown.comparison.store

    def is_compared() -> bool:
        answer, curve = store.state.answer, store.state.curve
        first = None if answer is None else answer.question.first.question.opened
        drawn = () if curve is None else curve.question.opened
        return first is not None and first.current is unfinished and first in drawn

    qtbot.waitUntil(is_compared)
    assert store.state.curve.answers == (None,)
    texts = [label.text() for label in shown.page.findChildren(QLabel)]
    assert "First: no class. Second: no class." in texts


def test_that_a_sample_becomes_the_second_picture_only(
    qtbot: QtBot, shown: Compared
) -> None:
    choose(shown, "compare_picture", PICTURES.index("three"))

    def is_three() -> bool:
        answer = shown.comparison.store.state.answer
        return answer is not None and answer.second.question.picture.picture.name == (
            "three"
        )

    qtbot.waitUntil(is_three)
    assert shown.network.store.state.picture.picture.name == "seven"
    bars = shown.page.findChild(AnswerBars)
    read = [bars.reading_of(3, answer) for answer in range(2)]
    assert read == ["3, First: < 0.1%", "3, Second: > 99%"]
    for cell in ((3, 0), (3, 1)):
        assert bars.cell_at(bars.box_of(*cell).center()) == cell


def test_that_a_closed_tool_compares_no_more(
    qtbot: QtBot, shown: Compared, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown.comparison.place(Placement(right=7))
    button = shown.page.findChild(QToolButton, "compare_button")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert not second(shown).isVisible()
    assert not shown.comparison.store.state.is_on
    assert not shown.comparison._answering.is_waiting
    asked: list[object] = []
    monkeypatch.setattr(shown.comparison._answering, "request", asked.append)
    shown.picture.open_sample("three")
    store = shown.network.store

    def is_three() -> bool:
        answer = store.state.answer
        return answer is not None and answer.question.picture.picture.name == "three"

    qtbot.waitUntil(is_three)
    assert asked == []


def test_that_the_wheel_scrolls_the_tool_and_changes_no_slider(
    qtbot: QtBot, shown: Compared
) -> None:
    tool = shown.page.findChild(CompareTool)
    slider = shown.page.findChild(QSlider, "place_right")
    before = slider.value()
    here = QPointF(slider.rect().center())
    nowhere = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turned = QWheelEvent(
        here,
        QPointF(slider.mapToGlobal(here)),
        QPoint(),
        QPoint(0, -240),
        *nowhere,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(slider, turned)

    assert slider.value() == before
    assert tool.verticalScrollBar().value() > 0
