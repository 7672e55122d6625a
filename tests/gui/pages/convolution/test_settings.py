"""Setting kernel and geometry, and what happens when that cannot be."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QToolButton,
)

from cnnviz.engine.images.picture import Picture
from cnnviz.pages.convolution.model.lab_settings import preset_of
from cnnviz.state.picture.shared_picture import SharedPicture

Lab = Any


@pytest.fixture(autouse=True)
def unlinked(lab: Lab) -> None:
    """Let each of two numbers be set by itself: linked they are the same."""
    for link in lab.page.findChildren(QToolButton):
        if link.objectName().endswith("_link"):
            link.setChecked(False)


def card(lab: Lab) -> str:
    text = str(lab.find(QLabel, "size_text").text())
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_that_a_typed_number_changes_the_kernel(lab: Lab) -> None:
    lab.type_weight(1, 1, "2.5")

    assert lab.state.settings.bank.plane(0)[1].tolist() == [-2.0, 2.5, 2.0]
    assert preset_of(lab.state.settings) == ""
    assert lab.find(QComboBox, "kernel_combo").currentText() == "Your own kernel"


def test_that_what_is_no_number_stays_visible_with_the_reason(lab: Lab) -> None:
    before = lab.state.settings

    lab.type_weight(0, 0, "x")

    table = lab.find(QTableView, "kernel_table")
    assert table.model().index(0, 0).data() == "x"
    assert "“x” is not a number" in lab.find(QLabel, "kernel_note").text()
    assert lab.state.settings == before


@pytest.mark.parametrize(
    ("text", "words"),
    [("1e99", "“1e99” is too large. The largest"), (" ", "The cell is empty")],
)
def test_that_a_refused_cell_says_what_is_wrong_with_it(
    lab: Lab, text: str, words: str
) -> None:
    lab.type_weight(0, 0, text)

    assert words in lab.find(QLabel, "kernel_note").text()
    assert lab.state.settings.bank.plane(0)[0, 0] == -1


def test_that_a_refused_cell_stays_while_another_is_changed(lab: Lab) -> None:
    lab.type_weight(0, 1, "abc")

    lab.type_weight(2, 2, "4")

    model = lab.find(QTableView, "kernel_table").model()
    assert (model.index(0, 1).data(), model.index(2, 2).data()) == ("abc", "4")
    assert "“abc” is not a number" in lab.find(QLabel, "kernel_note").text()

    lab.walk.commands.choose_kernel("sharpen")

    assert model.index(0, 1).data() == "−1"
    assert "Click a number" in lab.find(QLabel, "kernel_note").text()


def test_that_a_click_and_fast_typing_give_the_whole_number(lab: Lab) -> None:
    table = lab.find(QTableView, "kernel_table")
    table.setFocus()
    spot = table.visualRect(table.model().index(0, 0)).center()
    usual = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(20)  # what Qt waits for a second click

    lab.bot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    lab.bot.keyClick(table, Qt.Key.Key_0)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    lab.bot.keyClicks(editor, ",5", delay=40)
    lab.bot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.setDoubleClickInterval(usual)

    lab.bot.waitUntil(lambda: table.state() == QTableView.State.NoState)
    assert lab.state.settings.bank.plane(0)[0, 0] == 0.5


@pytest.mark.parametrize("text", ["1.5", "1,5"])
def test_that_a_bias_with_decimals_can_be_typed(lab: Lab, text: str) -> None:
    spin = lab.find(QDoubleSpinBox, "bias_spin")
    spin.setFocus()
    spin.selectAll()

    lab.bot.keyClicks(spin, text)

    lab.bot.waitUntil(lambda: lab.state.settings.biases[0] == 1.5)
    assert spin.text() == text


@pytest.mark.parametrize("name", ["stride_v", "bias_spin"])
def test_that_a_number_field_leaves_undo_to_the_window(lab: Lab, name: str) -> None:
    spin = lab.find(QAbstractSpinBox, name)
    undo = QShortcut(QKeySequence.StandardKey.Undo, lab.page)
    undo.activated.connect(lab.undo.undo)
    before = lab.state.settings
    spin.setFocus()
    spin.selectAll()
    lab.bot.keyClicks(spin, "2")
    assert lab.state.settings == before, "nothing half-typed counts"

    lab.bot.keyClick(spin, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert lab.state.settings == before
    assert lab.undo.canRedo(), "what was typed was made a step, and undone"
    lab.undo.redo()
    assert lab.state.settings != before


@pytest.mark.parametrize(("text", "taken"), [("7", True), ("a picture", False)])
def test_that_a_number_field_takes_pasted_numbers_only(
    lab: Lab, text: str, taken: bool
) -> None:
    pasted: list[bool] = []
    paste = QShortcut(QKeySequence.StandardKey.Paste, lab.page)
    paste.activated.connect(lambda: pasted.append(True))
    spin = lab.find(QSpinBox, "padding_v")
    spin.setFocus()
    spin.selectAll()
    QGuiApplication.clipboard().setText(text)

    lab.bot.keyClick(spin, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    lab.bot.keyClick(spin, Qt.Key.Key_Return)
    assert (spin.value() == 7) == taken
    assert bool(pasted) != taken


def test_that_a_picture_smaller_than_the_kernel_is_shown_with_the_reason(
    lab: Lab,
) -> None:
    pixels = np.full((1, 2, 2), 130, np.uint8)
    lab.pictures.store.replace(SharedPicture(Picture(pixels, "tiny"), "file"))

    canvas = lab.canvas("input")
    assert canvas.values_hw.shape == (2, 2)
    assert lab.page._stages.picture.input._window.corner is None
    assert lab.canvas("output").values_hw is None
    assert lab.canvas("kernel").values_hw.tolist()[1] == [-2, 0, 2]
    assert lab.find(QLabel, "sum_total").text() == ""
    assert "3 × 3 cells but the padded picture has only 2 × 2" in card(lab)

    lab.bot.mouseClick(lab.find(QPushButton, "fix_1"), Qt.MouseButton.LeftButton)

    lab.bot.waitUntil(lambda: lab.canvas("output").values_hw is not None)
    assert lab.page._stages.picture.input._window.corner is not None


def test_that_typing_a_presets_numbers_names_it(lab: Lab) -> None:
    lab.walk.commands.set_weight(1, 1, 5)

    lab.walk.commands.set_weight(1, 1, 0)

    assert lab.state.settings.preset == "sobel_x"


def test_that_a_kernel_change_is_undone_and_redone(lab: Lab) -> None:
    before = lab.state.settings
    lab.walk.commands.choose_kernel("gaussian_blur_5")
    after = lab.state.settings

    lab.undo.undo()
    assert lab.state.settings == before
    assert lab.find(QSpinBox, "kernel_size_v").value() == 3

    lab.undo.redo()
    assert lab.state.settings == after
    assert lab.find(QSpinBox, "kernel_size_v").value() == 5


def test_that_turning_a_spin_box_is_one_undo_step(lab: Lab) -> None:
    spin = lab.find(QSpinBox, "dilation_v")
    spin.setFocus()
    for _ in range(3):
        lab.bot.keyClick(spin, Qt.Key.Key_Up)
    assert lab.state.settings.dilation == (4, 1)

    lab.undo.undo()

    assert lab.state.settings.dilation == (1, 1)


def test_that_stride_0_is_refused_beside_its_field(lab: Lab) -> None:
    walk = lab.state.walk

    lab.type_spin("stride_v", "0")

    assert card(lab) == (
        "The stride is 0; the window would never move. Choose 1 or more."
    )
    assert lab.find(QSpinBox, "stride_v").value() == 0
    assert lab.state.walk is walk

    lab.bot.mouseClick(lab.find(QPushButton, "fix_1"), Qt.MouseButton.LeftButton)

    assert lab.state.invalid is None
    assert lab.find(QSpinBox, "stride_v").value() == 1


def test_that_a_kernel_larger_than_the_padded_picture_is_refused(lab: Lab) -> None:
    lab.type_spin("kernel_size_v", "15")
    walk = lab.state.walk

    lab.type_spin("dilation_v", "3")

    assert "covers 43 × 3 cells but the padded picture has only 28 × 28" in card(lab)
    assert lab.state.invalid.field == "dilation"
    assert lab.state.walk is walk
    offers = [lab.find(QPushButton, f"fix_{n}").text() for n in (1, 2)]
    assert offers == ["Dilation 1", "Padding 8 × 0"]

    lab.bot.mouseClick(lab.find(QPushButton, "fix_2"), Qt.MouseButton.LeftButton)

    assert lab.state.invalid is None
    assert lab.state.settings.padding == (8, 0)
    assert lab.state.walk.output_hw == (2, 26)


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("kernel_size_h", "0", "at least 1 row and 1 column; this one has 3 × 0"),
        ("kernel_size_v", "16", "The kernel is 16 × 3; up to 15 × 15"),
        ("dilation_h", "0", "The dilation is 0"),
        ("padding_v", "-1", "The padding is −1"),
        ("padding_h", "600", "The padding is 600; at most 512"),
    ],
)
def test_that_impossible_numbers_are_refused_with_a_way_out(
    lab: Lab, field: str, text: str, words: str
) -> None:
    lab.type_spin(field, text)

    assert words in card(lab)
    assert lab.find(QSpinBox, field).value() == int(text)

    lab.bot.mouseClick(lab.find(QPushButton, "fix_1"), Qt.MouseButton.LeftButton)

    assert lab.state.invalid is None


def test_that_undo_takes_back_a_refused_number(lab: Lab) -> None:
    lab.type_spin("stride_h", "0")

    lab.undo.undo()

    assert lab.state.invalid is None
    assert lab.find(QSpinBox, "stride_h").value() == 1


def test_that_a_named_padding_shows_its_amounts(lab: Lab) -> None:
    combo = lab.find(QComboBox, "padding_combo")
    combo.setFocus()
    lab.bot.keyClick(combo, Qt.Key.Key_Down)

    assert lab.state.settings.padding == "same"
    assert lab.find(QSpinBox, "padding_v").value() == 1
    assert lab.canvas("input").view.frame.height == 30
    assert lab.state.walk.output_hw == (28, 28)


def test_that_the_formula_has_its_numbers(lab: Lab) -> None:
    assert "⌊(28 + 2·0 − 1·(3−1) − 1) / 1⌋ + 1 = 26" in card(lab)


def test_that_rows_and_columns_have_a_formula_each_when_they_differ(lab: Lab) -> None:
    lab.walk.commands.set("stride", (2, 3))

    assert "/ 2⌋ + 1 = 13" in card(lab)
    assert "/ 3⌋ + 1 = 9" in card(lab)
    assert "Rows never reached: 1; columns: 1" in card(lab)


def test_that_flip_turns_the_kernel_on_its_canvas(lab: Lab) -> None:
    flip = lab.reach(QCheckBox, "flip_check")
    lab.bot.mouseClick(flip, Qt.MouseButton.LeftButton)

    assert lab.state.settings.flip
    assert lab.canvas("kernel").values_hw.tolist()[1] == [2.0, 0.0, -2.0]


def test_that_a_kernel_keeps_its_middle_when_it_grows(lab: Lab) -> None:
    lab.type_spin("kernel_size_v", "5")

    assert lab.state.settings.bank.plane(0)[0].tolist() == [0.0, 0.0, 0.0]
    assert lab.state.settings.bank.plane(0)[2].tolist() == [-2.0, 0.0, 2.0]


def test_that_the_window_stays_in_its_place_when_the_stride_changes(lab: Lab) -> None:
    lab.walk.go_to_cell(20, 20)

    lab.walk.commands.set("stride", (4, 4))

    assert (lab.state.step.top, lab.state.step.left) == (20, 20)


def test_that_the_inspector_can_be_put_away(lab: Lab) -> None:
    width = lab.canvas("output").width()

    lab.bot.mouseClick(
        lab.find(QToolButton, "inspector_button"), Qt.MouseButton.LeftButton
    )

    lab.bot.waitUntil(lambda: lab.canvas("output").width() > width)


class Shouting(QTranslator):
    """A language in which every text is written in capitals."""

    def translate(
        self, context: str, text: str, note: str | None = None, number: int = -1
    ) -> str:
        return "" if "{" in text else text.upper()

    def isEmpty(self) -> bool:
        return False


def test_that_a_language_switch_reaches_every_text(lab: Lab) -> None:
    locale, translator = QLocale(), Shouting()
    QLocale.setDefault(QLocale("pt_BR"))
    QCoreApplication.installTranslator(translator)
    try:
        lab.bot.waitUntil(
            lambda: lab.find(QCheckBox, "flip_check").text() == "FLIP BY 180°"
        )
        assert lab.page.title() == "CONVOLUTION"
        assert lab.find(QToolButton, "draw_button").accessibleName() == "DRAW INPUT"
        assert "N INPUT" in card(lab)
        combo = lab.find(QComboBox, "kernel_combo")
        assert combo.currentText().strip() == "SOBEL X"
        lab.walk.commands.set_weight(0, 0, 0.5)
        table = lab.find(QTableView, "kernel_table")
        assert table.model().index(0, 0).data() == "0,5"
    finally:
        QCoreApplication.removeTranslator(translator)
        QLocale.setDefault(locale)
    assert lab.page.title() == "Convolution"


def test_that_everything_interactive_has_a_name(lab: Lab) -> None:
    kinds = (QToolButton, QComboBox, QSpinBox, QCheckBox, QPushButton, QTableView)
    for kind in kinds:
        for widget in lab.page.findChildren(kind):
            if widget.objectName().startswith("qt_"):
                continue
            assert widget.accessibleName(), widget
            assert widget.objectName(), widget


def test_that_typing_a_larger_size_does_not_cut_the_kernel_on_the_way(lab: Lab) -> None:
    spin = lab.reach(QSpinBox, "kernel_size_v")
    spin.setFocus()
    spin.selectAll()
    lab.bot.keyClicks(spin, "15")
    lab.bot.waitUntil(lambda: lab.state.settings.bank.size == (15, 3))

    spin.selectAll()
    lab.bot.keyClicks(spin, "3")

    lab.bot.waitUntil(lambda: preset_of(lab.state.settings) == "sobel_x")


@pytest.mark.parametrize("ending", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [("kernel_size_v", "15", (15, 3)), ("kernel_size_h", "11", (3, 11))],
)
def test_that_no_half_typed_size_is_ever_applied(
    lab: Lab, ending: Qt.Key, name: str, text: str, expected: tuple[int, int]
) -> None:
    seen: list[tuple[int, int]] = []
    lab.walk.store.changed.connect(
        lambda new, _old: seen.append(new.settings.bank.size)
    )
    spin = lab.reach(QSpinBox, name)
    spin.setFocus()
    spin.selectAll()
    lab.bot.keyClicks(spin, text)
    assert not seen
    lab.bot.keyClick(spin, ending)
    assert set(seen) == {expected}


def test_that_an_arrow_is_applied_at_once(lab: Lab) -> None:
    spin = lab.reach(QSpinBox, "kernel_size_v")
    spin.setFocus()
    lab.bot.keyClick(spin, Qt.Key.Key_Up)
    assert lab.state.settings.bank.size[0] == 4


def test_that_a_list_gives_the_keyboard_back_after_the_mouse_chose(lab: Lab) -> None:
    combo = lab.reach(QComboBox, "kernel_combo")
    lab.bot.mouseClick(combo, Qt.MouseButton.LeftButton)
    view = combo.view()
    index = combo.model().index(combo.findText("Sobel y"), 0)
    view.scrollTo(index)
    spot = view.visualRect(index).center()

    def is_chosen() -> bool:
        # Qt takes no click for its own until the list has been open for a moment.
        if view.isVisible():
            lab.bot.mouseMove(view.viewport(), spot)
            lab.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        return preset_of(lab.state.settings) == "sobel_y"

    lab.bot.waitUntil(is_chosen)

    assert lab.canvas("input").hasFocus()


def test_that_f2_in_the_kernels_table_edits_the_kernel(lab: Lab) -> None:
    table = lab.reach(QTableView, "kernel_table")
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 1))
    picture = lab.pictures.store.state

    lab.bot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    lab.bot.keyClicks(editor, "7")
    lab.bot.keyClick(editor, Qt.Key.Key_Return)

    lab.bot.waitUntil(lambda: lab.state.settings.bank.plane(0)[1, 1] == 7.0)
    assert lab.pictures.store.state is picture


def test_that_a_preset_of_another_size_says_that_all_kernels_take_it(lab: Lab) -> None:
    told: list[str] = []
    lab.page.notified.connect(told.append)
    combo = lab.find(QComboBox, "kernel_combo")

    def choose(key: str) -> None:
        index = combo.findData(key)
        assert index >= 0, key
        combo.setCurrentIndex(index)
        combo.activated.emit(index)

    choose("gaussian_blur_5")
    assert told == [], "there is only one kernel"
    lab.walk.commands.set("kernels", 2)
    lab.walk.show_output_channel(1)
    choose("sobel_y")
    assert told == ["All kernels have one size: the others are now 3 × 3 too."]
    choose("sobel_x")
    assert len(told) == 1, "the same size"
