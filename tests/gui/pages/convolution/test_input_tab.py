"""The picture's tab, and the panels of numbers and data sets."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.samples import load_sample
from cnnviz.pages.convolution.views.source.dataset_flyout import DatasetFlyout
from cnnviz.pages.convolution.views.source.numbers_flyout import NumbersFlyout
from cnnviz.state.picture.number_pictures import numbers_picture
from cnnviz.state.picture.shared_picture import SharedPicture
from tests.helpers.idx_folder import write_idx_folder

Lab = Any


@pytest.fixture
def tab(lab: Lab) -> Lab:
    lab.page._inspector.open_section("input")
    return lab


def click(lab: Lab, name: str, kind: type[QWidget] = QPushButton) -> None:
    lab.bot.mouseClick(lab.find(kind, name), Qt.MouseButton.LeftButton)


def open_source(lab: Lab, name: str) -> None:
    """Choose an entry of the menu that the picture's name is, with the mouse."""
    click(lab, "source_button", QToolButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = lab.find(QAction, f"source_{name}_action")
    spot = menu.actionGeometry(action).center()
    lab.bot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=spot)


def described(lab: Lab) -> str:
    return str(lab.find(QLabel, "picture_description").text())


def choose(lab: Lab, name: str, text: str) -> None:
    combo = lab.find(QComboBox, name)
    combo.setFocus()
    while combo.currentText().partition(" · ")[0] != text:
        before = combo.currentIndex()
        lab.bot.keyClick(combo, Qt.Key.Key_Down)
        assert combo.currentIndex() > before, text


def put(lab: Lab, shared: SharedPicture) -> None:
    lab.pictures.store.replace(shared)


def test_that_the_tab_says_what_the_picture_is(tab: Lab) -> None:
    assert described(tab) == "28 × 28, grey, Digit seven"

    with tab.bot.waitSignal(tab.pictures.loading_finished):
        tab.pictures.open_sample("house")

    assert described(tab) == "128 × 128, colour, House"


def test_that_a_grey_picture_offers_no_colours_and_says_why(tab: Lab) -> None:
    colours = tab.find(QComboBox, "colour_combo")
    assert not colours.isEnabled()
    assert "The picture is grey" in colours.toolTip()

    put(tab, SharedPicture(load_sample("house"), "sample"))

    assert colours.isEnabled()


def test_that_typed_numbers_have_no_scale_and_say_why(tab: Lab) -> None:
    scale = tab.find(QComboBox, "value_range_combo")
    assert scale.isEnabled()

    put(tab, numbers_picture(np.zeros((1, 6, 6), np.float32)))

    assert not scale.isEnabled()
    assert scale.placeholderText() == "as typed"
    assert "without a scale" in scale.toolTip()
    assert described(tab) == "6 × 6, Typed numbers"


def test_that_the_value_range_is_one_step(tab: Lab) -> None:
    choose(tab, "value_range_combo", "−1 … 1")

    assert tab.state.settings.value_range == "-1..1"
    assert tab.state.given.values_chw.min() == -1

    tab.undo.undo()

    assert tab.find(QComboBox, "value_range_combo").currentText() == "0 … 1"


def test_that_cropping_is_one_step(tab: Lab) -> None:
    for name, text in (
        ("crop_height", "9"),
        ("crop_width", "8"),
        ("crop_top", "5"),
        ("crop_left", "11"),
    ):
        tab.type_spin(name, text)

    with tab.bot.waitSignal(tab.pictures.loading_finished):
        click(tab, "crop_button")

    shared = tab.pictures.store.state
    expected = load_sample("seven").pixels_chw[:, 4:13, 10:18]
    assert (shared.picture.pixels_chw == expected).all()
    assert described(tab) == "9 × 8, grey, Digit seven, cropped"
    assert tab.undo.undoText() == "Crop picture"
    assert tab.find(QSpinBox, "crop_top").value() == 1

    tab.undo.undo()

    assert described(tab) == "28 × 28, grey, Digit seven"


def test_that_a_part_beyond_the_picture_is_refused_in_words(tab: Lab) -> None:
    tab.type_spin("crop_top", "20")

    with tab.bot.waitSignal(tab.pictures.picture_failed) as failed:
        click(tab, "crop_button")

    assert failed.args[0].code == "crop_outside"
    assert tab.find(QSpinBox, "crop_top").value() == 20


def test_that_the_part_can_be_the_windows_neighbourhood(tab: Lab) -> None:
    tab.walk.go_to_cell(13, 4)

    click(tab, "crop_window_button")

    names = ("crop_top", "crop_left", "crop_height", "crop_width")
    assert [tab.find(QSpinBox, name).value() for name in names] == [8, 1, 15, 15]


def test_that_the_part_can_be_a_square(tab: Lab) -> None:
    put(tab, SharedPicture(Picture(np.zeros((1, 20, 31), np.uint8), "wide"), "file"))

    click(tab, "crop_square_button")

    names = ("crop_top", "crop_left", "crop_height", "crop_width")
    assert [tab.find(QSpinBox, name).value() for name in names] == [1, 6, 20, 20]


def test_that_resizing_keeps_proportions_and_names_its_method(tab: Lab) -> None:
    put(tab, SharedPicture(load_sample("house").to_grey(), "file"))
    tab.type_spin("resize_height", "32")
    assert tab.find(QSpinBox, "resize_width").value() == 32
    choose(tab, "resize_method_combo", "Lanczos")

    with tab.bot.waitSignal(tab.pictures.loading_finished):
        click(tab, "resize_button")

    assert tab.pictures.store.state.picture.size_hw == (32, 32)
    assert described(tab).endswith("resized")
    assert tab.undo.undoText() == "Resize picture"


def test_that_height_and_width_can_go_apart(tab: Lab) -> None:
    kept = tab.find(QCheckBox, "resize_keep_check")
    kept.setFocus()
    tab.bot.keyClick(kept, Qt.Key.Key_Space)
    tab.type_spin("resize_height", "7")

    with tab.bot.waitSignal(tab.pictures.loading_finished):
        click(tab, "resize_button")

    assert tab.pictures.store.state.picture.size_hw == (7, 28)


def test_that_the_tab_fits_its_place(tab: Lab) -> None:
    panel = tab.find(QComboBox, "colour_combo").parentWidget()

    assert panel.minimumSizeHint().width() <= 276
    assert panel.minimumSizeHint().height() <= 470


# numbers


@pytest.fixture
def numbers(lab: Lab) -> NumbersFlyout:
    open_source(lab, "numbers")
    flyout: NumbersFlyout = lab.page._source.numbers
    lab.bot.waitUntil(flyout.isVisible)
    return flyout


def test_that_a_new_grid_counts_on(lab: Lab, numbers: NumbersFlyout) -> None:
    lab.type_spin("numbers_rows_spin", "3")
    lab.type_spin("numbers_columns_spin", "4")

    click(lab, "numbers_make_button")

    shared = lab.pictures.store.state
    assert shared.origin == "numbers"
    assert shared.numbers_chw.tolist() == [[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]]
    assert not numbers.isVisible()
    assert lab.state.given.values_chw is shared.numbers_chw
    assert lab.undo.undoText() == "New numbers"


def test_that_the_picture_of_now_gives_its_means(
    lab: Lab, numbers: NumbersFlyout
) -> None:
    lab.type_spin("numbers_rows_spin", "7")
    lab.type_spin("numbers_columns_spin", "7")
    choose(lab, "numbers_start_combo", "the current picture")

    with lab.bot.waitSignal(lab.pictures.loading_finished):
        click(lab, "numbers_make_button")

    levels = load_sample("seven").pixels_chw[0].astype(np.float64)
    means = levels.reshape(7, 4, 7, 4).mean(axis=(1, 3))
    np.testing.assert_allclose(
        lab.pictures.store.state.numbers_chw[0], means, rtol=1e-6
    )


def test_that_pasted_numbers_become_the_picture(
    lab: Lab, numbers: NumbersFlyout
) -> None:
    field = lab.find(QPlainTextEdit, "numbers_text")
    field.setFocus()
    lab.bot.keyClicks(field, "1;0,5;2")
    lab.bot.keyClick(field, Qt.Key.Key_Return)
    lab.bot.keyClicks(field, "3;4;-5")

    with lab.bot.waitSignal(lab.pictures.loading_finished):
        click(lab, "numbers_use_button")

    assert lab.pictures.store.state.numbers_chw.tolist() == [[[1, 0.5, 2], [3, 4, -5]]]
    assert not numbers.isVisible()

    lab.undo.undo()

    assert lab.pictures.store.state.origin == "sample"


def test_that_pasted_text_is_refused_with_its_place(
    lab: Lab, numbers: NumbersFlyout
) -> None:
    field = lab.find(QPlainTextEdit, "numbers_text")
    field.setPlainText("1 2\n3 four")

    with lab.bot.waitSignal(lab.pictures.numbers_refused):
        click(lab, "numbers_use_button")

    said = lab.find(QLabel, "numbers_note")
    assert "Row 2, column 2 contains “four”" in said.text()
    assert numbers.isVisible()
    assert field.toPlainText() == "1 2\n3 four"

    field.appendPlainText("5")
    assert "Spaces, tabs" in said.text()


def test_that_a_spreadsheet_is_pasted_into_the_field_not_as_a_picture(
    lab: Lab, numbers: NumbersFlyout
) -> None:
    pasted: list[bool] = []
    paste = QShortcut(QKeySequence.StandardKey.Paste, lab.page)
    paste.activated.connect(lambda: pasted.append(True))
    QGuiApplication.clipboard().setText("1,5\t2\r\n3\t4\r\n")
    field = lab.find(QPlainTextEdit, "numbers_text")
    field.setFocus()

    lab.bot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    with lab.bot.waitSignal(lab.pictures.loading_finished):
        click(lab, "numbers_use_button")

    assert not pasted
    assert lab.pictures.store.state.numbers_chw.tolist() == [[[1.5, 2], [3, 4]]]


def test_that_escape_puts_the_panel_away_from_any_field(
    lab: Lab, numbers: NumbersFlyout
) -> None:
    for kind, name in (
        (QSpinBox, "numbers_rows_spin"),
        (QComboBox, "numbers_start_combo"),
        (QPlainTextEdit, "numbers_text"),
        (QPushButton, "numbers_use_button"),
    ):
        lab.find(QAction, "source_numbers_action").setChecked(True)
        field = lab.find(kind, name)
        field.setFocus()
        lab.bot.keyClick(field, Qt.Key.Key_Escape)
        assert not numbers.isVisible(), name
        assert lab.page.window().focusWidget() is lab.find(QToolButton, "source_button")


def test_that_the_whole_panel_lies_within_the_page(
    lab: Lab, numbers: NumbersFlyout
) -> None:
    assert lab.page.rect().contains(numbers.geometry())


# data sets


@pytest.fixture
def dataset(lab: Lab) -> DatasetFlyout:
    with lab.bot.waitSignal(lab.pictures.datasets_found):
        open_source(lab, "dataset")
    flyout: DatasetFlyout = lab.page._source.dataset
    return flyout


def take(lab: Lab, name: str) -> SharedPicture:
    with lab.bot.waitSignal(lab.pictures.dataset_picture_taken):
        click(lab, name)
    shared: SharedPicture = lab.pictures.store.state
    return shared


def test_that_a_digit_of_a_class_is_taken(lab: Lab, dataset: DatasetFlyout) -> None:
    choose(lab, "class_combo", "7")
    lab.type_spin("dataset_index_spin", "3")
    lab.bot.waitUntil(lambda: lab.pictures.store.state.origin == "dataset")

    shared = lab.pictures.store.state
    assert shared.picture.name.startswith("Built-in digit ")
    assert shared.picture.name.endswith(": 7")
    assert shared.picture.size_hw == (28, 28)
    assert lab.undo.undoText() == "Dataset picture"
    lab.bot.waitUntil(
        lambda: lab.find(QLabel, "dataset_note").text().startswith("Number 3 of 5")
    )


def test_that_another_one_is_of_the_class_and_the_panel_stays(
    lab: Lab, dataset: DatasetFlyout
) -> None:
    choose(lab, "class_combo", "4")

    names = {take(lab, "dataset_other_button").picture.name for _ in range(6)}

    assert {name[-3:] for name in names} == {": 4"}
    assert len(names) > 1
    assert dataset.isVisible()


def test_that_a_missing_data_set_says_how_it_can_be_had(
    lab: Lab, dataset: DatasetFlyout
) -> None:
    choose(lab, "dataset_combo", "MNIST")

    assert not lab.find(QPushButton, "dataset_show_button").isEnabled()
    assert "Download it on the Train page" in lab.find(QLabel, "dataset_note").text()


def test_that_mnist_is_offered_where_it_is(
    lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_idx_folder(tmp_path, test=10)
    monkeypatch.setenv("CNNVIZ_DATA", str(tmp_path))
    with lab.bot.waitSignal(lab.pictures.datasets_found):
        open_source(lab, "dataset")
    choose(lab, "dataset_combo", "MNIST")
    choose(lab, "class_combo", "3")

    shared = take(lab, "dataset_show_button")

    assert shared.picture.name == "MNIST, test picture 3: 3"
    assert shared.picture.pixels_chw[0, 10, 4:24].min() == 255


def test_that_a_number_beyond_the_last_is_refused_in_words(
    lab: Lab, dataset: DatasetFlyout
) -> None:
    with lab.bot.waitSignal(lab.pictures.picture_failed) as failed:
        lab.type_spin("dataset_index_spin", "20000")

    assert failed.args[0].code == "dataset_index_outside"


def test_that_only_one_panel_is_open(lab: Lab, dataset: DatasetFlyout) -> None:
    open_source(lab, "numbers")

    assert not dataset.isVisible()
    assert lab.page._source.numbers.isVisible()


# the title


@pytest.mark.parametrize("width", [700, 820, 1180])
def test_that_a_long_name_gives_way_to_the_buttons_beside_it(
    lab: Lab, width: int
) -> None:
    put(lab, replace(lab.pictures.store.state, picture=named("a name " * 20)))
    lab.page.resize(width, 700)
    name = lab.find(QToolButton, "source_button")
    tool = lab.find(QToolButton, "draw_button")

    def is_within() -> bool:
        panel = lab.page._stages.picture.input
        ends = [one.mapTo(panel, one.rect().topRight()).x() for one in (name, tool)]
        return ends[0] < tool.mapTo(panel, QPoint()).x() < ends[1] <= panel.width()

    lab.bot.waitUntil(is_within)
    assert name.toolTip()


def named(name: str) -> Picture:
    return Picture(np.zeros((1, 28, 28), np.uint8), name)


def test_that_a_size_is_cut_from_the_middle_and_outlined_while_it_is_typed(
    tab: Lab,
) -> None:
    """``WxH`` of 28 x 28: 20 rows from row 5 on, 12 columns from column 9 on."""

    def outlined() -> tuple[int, ...] | None:
        layer = tab.page._stages.picture.input._crop
        box: tuple[int, ...] | None = layer.box
        return box

    assert outlined() is None
    tab.type_spin("crop_height", "20")
    tab.type_spin("crop_width", "12")
    assert tab.find(QSpinBox, "crop_top").value() == 5
    assert tab.find(QSpinBox, "crop_left").value() == 9
    assert outlined() == (4, 8, 20, 12)

    tab.type_spin("crop_left", "2")
    tab.type_spin("crop_width", "10")
    assert tab.find(QSpinBox, "crop_left").value() == 2, "typed: it stays"
    assert outlined() == (4, 1, 20, 10)

    tab.find(QComboBox, "value_range_combo").setFocus()
    tab.bot.waitUntil(lambda: outlined() is None)
