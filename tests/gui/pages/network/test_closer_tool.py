"""Looking closer at a number of the Network page, with the hand."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from cnnviz.engine.datasets.browse import DatasetPicture
from cnnviz.engine.datasets.builtin_digits import generate_digits
from cnnviz.engine.datasets.split import Pictures
from cnnviz.pages.network.presenters import patch_worker
from cnnviz.pages.network.presenters.patch_worker import (
    PatchesFound,
    PatchQuestion,
    searched,
)
from cnnviz.pages.network.views.closer.closer_tool import CloserTool
from cnnviz.pages.network.views.closer.field_card import FieldCard
from cnnviz.pages.network.views.closer.matrix_card import MatrixCard
from cnnviz.pages.network.views.closer.weights_card import WeightsCard
from cnnviz.state.workers.weight_file import shipped_networks
from cnnviz.ui.network_view.columns.column_painting import heading_box
from cnnviz.ui.network_view.columns.network_columns import NetworkColumns
from cnnviz.ui.numbers import short
from tests.helpers.compared_page import Compared, shown_page


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Compared]:
    yield from shown_page(qtbot, *shipped_networks())


def look_at(qtbot: QtBot, shown: Compared, block: int, tile: int) -> None:
    """Open the tool and a map, and wait for all that is known at once."""
    button = shown.page.findChild(QToolButton, "look_closer_button")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    columns = shown.page.findChild(NetworkColumns, "network_columns")
    place = columns.tile_box(block, tile).center().toPoint()
    QTest.mouseClick(columns, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: shown.closer.store.state.closer is not None)


def test_that_the_square_and_what_is_measured_belong_to_the_open_number(
    qtbot: QtBot, shown: Compared
) -> None:
    look_at(qtbot, shown, 2, 13)
    largest_hw = shown.network.store.state.answer.values("c3_relu")[13]
    at = shown.closer.store.state.closer.question.at
    assert largest_hw[at[1:]] == largest_hw.max()
    qtbot.waitUntil(lambda: shown.closer.store.state.field is not None, timeout=20_000)

    card = shown.page.findChild(FieldCard)
    assert "14 × 14" in card.words
    assert [step.size for step in card.growth.steps] == [(5, 5), (6, 6), (14, 14)]
    field_hw = shown.closer.store.state.field
    np.testing.assert_array_equal(card.canvas.values_hw, field_hw)
    assert field_hw is not None
    assert field_hw.any()


def test_that_the_matrix_product_gives_the_open_number(
    qtbot: QtBot, shown: Compared
) -> None:
    look_at(qtbot, shown, 2, 13)
    shown.network.open_cell(4, 3)

    card = shown.page.findChild(MatrixCard)
    qtbot.waitUntil(lambda: card.sum_text.startswith("Row 44 times column 14"))
    assert "150 products" in card.sum_text
    number = float(shown.network.store.state.answer.values("c3")[13, 4, 3])
    assert card.sum_text.endswith(f"it is {short(number)}.")
    assert card.view.isVisible()


def test_that_a_kernel_stands_beside_the_weights_of_a_dense_unit(
    qtbot: QtBot, shown: Compared
) -> None:
    look_at(qtbot, shown, 0, 2)

    card = shown.page.findChild(WeightsCard)
    weights = shown.network.store.state.opened.weights
    np.testing.assert_allclose(
        card.local.values_hw, weights["c1.weight"][2, 0], atol=1e-6
    )
    assert card.overall.values_hw.size == 120


def test_that_the_strongest_patches_are_found_and_a_click_takes_a_picture(
    qtbot: QtBot, shown: Compared, monkeypatch: pytest.MonkeyPatch
) -> None:
    split = generate_digits(60, seed=3)
    pictures = Pictures("test", split.images_nhw[:, np.newaxis], split.labels_n)
    reader = "cnnviz.engine.datasets.builtin_digits.builtin_test_pictures"
    monkeypatch.setattr(reader, lambda: pictures)
    look_at(qtbot, shown, 2, 13)
    search = shown.page.findChild(QPushButton, "search_patches")
    QTest.mouseClick(search, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: (
            shown.closer.store.state.found is not None
            and not shown.closer.store.state.searching
        )
    )

    found = shown.closer.store.state.found
    assert found is not None
    values = [patch.value for patch in found.search.patches]
    assert values == sorted(values, reverse=True)
    assert len(values) == 9
    outputs = [
        shown.network.store.state.opened.forward.trace(image).layers[4].values[13].max()
        for image in split.images_nhw
    ]
    np.testing.assert_allclose(values, sorted(outputs, reverse=True)[:9], rtol=1e-4)

    tile = shown.page.findChild(QToolButton, "patch_1")
    with qtbot.waitSignal(shown.picture.dataset_picture_taken):
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    taken = shown.picture.store.state.picture.pixels_chw[0]
    number = found.search.patches[1].picture
    np.testing.assert_array_equal(taken, split.images_nhw[number])


MANY = 200_000
"""More pictures than are looked through in any test."""


@dataclass
class LongSearch:
    """A search among many pictures that has begun: how far it came, whether it ended."""

    done: list[int] = field(default_factory=list)
    has_ended: bool = False

    def __call__(self, question: PatchQuestion) -> Iterator[PatchesFound]:
        try:
            for found in searched(question):
                self.done.append(found.search.done)
                yield found
        finally:
            self.has_ended = True


@pytest.fixture
def long_search(
    qtbot: QtBot, shown: Compared, monkeypatch: pytest.MonkeyPatch
) -> LongSearch:
    many = np.broadcast_to(np.uint8(0), (MANY, 1, 28, 28))
    pictures = Pictures("test", many, np.zeros(MANY, np.int64))
    reader = "cnnviz.engine.datasets.builtin_digits.builtin_test_pictures"
    monkeypatch.setattr(reader, lambda: pictures)
    made = LongSearch()
    monkeypatch.setattr(patch_worker, "searched", made)
    look_at(qtbot, shown, 2, 13)
    search = shown.page.findChild(QPushButton, "search_patches")
    QTest.mouseClick(search, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown.closer.store.state.found is not None)
    return made


def test_that_a_search_can_be_cancelled(
    qtbot: QtBot, shown: Compared, long_search: LongSearch
) -> None:
    search = shown.page.findChild(QPushButton, "search_patches")
    cancel = shown.page.findChild(QPushButton, "cancel_patches")
    assert search.isHidden()
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: long_search.has_ended)
    assert long_search.done[-1] < MANY
    assert cancel.isHidden()
    assert search.isVisibleTo(shown.page)


def test_that_a_tool_that_is_closed_searches_no_more(
    qtbot: QtBot, shown: Compared, long_search: LongSearch
) -> None:
    button = shown.page.findChild(QToolButton, "look_closer_button")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: long_search.has_ended)
    assert long_search.done[-1] < MANY
    assert not shown.closer.store.state.searching


def test_that_real_handwriting_is_searched_before_what_is_made_up(
    qtbot: QtBot, shown: Compared, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[PatchQuestion] = []
    look_at(qtbot, shown, 2, 13)
    monkeypatch.setattr(shown.closer._patches, "request", asked.append)
    search = shown.page.findChild(QPushButton, "search_patches")
    QTest.mouseClick(search, Qt.MouseButton.LeftButton)

    (question,) = asked
    assert question.datasets[0] == "mnist"
    assert question.datasets[-1] == "builtin"


def test_that_without_an_open_number_the_tool_says_what_to_do(
    qtbot: QtBot, shown: Compared
) -> None:
    look_at(qtbot, shown, 2, 13)
    shown.network.go_up()
    qtbot.waitUntil(lambda: shown.closer.store.state.closer is None)

    tool = shown.page.findChild(CloserTool)
    assert not shown.page.findChild(FieldCard).isVisible()
    assert tool._empty.isVisible()


def test_that_a_heading_tells_the_statistics_of_its_layer(
    qtbot: QtBot, shown: Compared
) -> None:
    columns = shown.page.findChild(NetworkColumns, "network_columns")
    QTest.mouseMove(columns, QPoint(2, 2))
    heading = heading_box(columns.place.layout.placed[0]).center().toPoint()
    with qtbot.waitSignal(shown.page.status_message) as said:
        QTest.mouseMove(columns, heading)

    values = shown.network.store.state.answer.values("c1_relu")
    zeros = round(100 * float((values == 0).mean()))
    (text,) = said.args
    assert text.startswith("C1 · convolution 1: 6 maps of 28 × 28 · from 0 to ")
    assert text.endswith(f"{zeros}% zeros")
    assert columns.toolTip() == text


def test_that_a_known_label_stands_beside_the_answer(
    qtbot: QtBot, shown: Compared
) -> None:
    picture = shown.picture.store.state.picture
    pixels_chw = picture.pixels_chw
    if picture.size_hw != (28, 28):
        pixels_chw = np.zeros((1, 28, 28), np.uint8)
    seven = DatasetPicture(pixels_chw, 7, "test", 0, 0, 1)
    columns = shown.page.findChild(NetworkColumns, "network_columns")
    assert columns.shown.label is None
    before = columns.grab().toImage()
    shown.network.note_label(seven)

    assert columns.shown.label == 7
    with_7 = columns.grab().toImage()
    assert with_7 != before
    shown.network.note_label(replace(seven, label=3))
    assert columns.shown.label == 3
    assert columns.grab().toImage() != with_7

    shown.picture.open_sample("three")
    qtbot.waitUntil(lambda: columns.shown.label is None)
