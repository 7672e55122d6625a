"""Numbers typed straight into the input's cells, with real keys and clicks."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.samples import load_sample
from cnnviz.pages.convolution.model.lab_settings import TransposedSettings
from cnnviz.state.picture.number_pictures import numbers_picture
from cnnviz.state.picture.shared_picture import SharedPicture

Lab = Any
Key = Qt.Key


def line(lab: Lab) -> QLineEdit:
    return lab.find(QLineEdit, "cell_line")


def note(lab: Lab) -> str:
    label = lab.find(QLabel, "cell_note")
    return label.text() if label.isVisible() else ""


def double_click(lab: Lab, row: int, column: int) -> None:
    canvas, spot = lab.canvas("input"), lab.spot("input", row, column)
    lab.bot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot)
    lab.bot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=spot)


def type_into(lab: Lab, row: int, column: int, text: str, key: Key) -> None:
    double_click(lab, row, column)
    lab.bot.keyClicks(line(lab), text)
    lab.bot.keyClick(line(lab), key)


def level(lab: Lab, row: int, column: int) -> float:
    return float(lab.state.given.values_chw[0, row, column])


def test_that_a_double_click_opens_a_line_over_the_cell(lab: Lab) -> None:
    double_click(lab, 16, 14)

    x, y, width, height = lab.canvas("input").view.rect(16, 14)
    assert line(lab).isVisible()
    assert line(lab).width() >= 48
    assert abs(line(lab).geometry().center().x() - (x + width // 2)) <= 2
    assert abs(line(lab).geometry().center().y() - (y + height // 2)) <= 2
    assert line(lab).selectedText() == str(load_sample("seven").pixels_chw[0, 16, 14])


def test_that_return_takes_the_number_as_one_step(lab: Lab) -> None:
    steps = lab.undo.count()

    type_into(lab, 3, 4, "77", Key.Key_Return)

    assert not line(lab).isVisible()
    assert level(lab, 3, 4) == 77
    assert lab.pictures.store.state.origin == "numbers"
    assert lab.pictures.store.state.numbers_chw is None
    assert (lab.undo.count(), lab.undo.undoText()) == (steps + 1, "Change cell")
    assert lab.canvas("input").hasFocus()

    lab.undo.undo()

    assert level(lab, 3, 4) == 0
    assert lab.pictures.store.state.origin == "sample"


def test_that_the_walk_stays_and_its_sum_follows(lab: Lab) -> None:
    lab.walk.go_to_cell(3, 3)
    before = lab.state.outcome.total

    type_into(lab, 4, 5, "100", Key.Key_Return)

    lab.walk.go_to_cell(3, 3)
    assert lab.state.outcome.total == before + 2 * 100  # Sobel x: weight 2 at (1, 2)


def test_that_tab_and_arrows_go_on_to_the_next_cell(lab: Lab) -> None:
    type_into(lab, 3, 27, "1", Key.Key_Tab)
    lab.bot.keyClicks(line(lab), "2")
    lab.bot.keyClick(line(lab), Key.Key_Down)
    lab.bot.keyClicks(line(lab), "3")
    lab.bot.keyClick(line(lab), Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    lab.bot.keyClicks(line(lab), "4")
    lab.bot.keyClick(line(lab), Key.Key_Up)
    lab.bot.keyClick(line(lab), Key.Key_Escape)

    # from (3, 27) to (4, 0), down to (5, 0), back to (4, 27), up to (3, 27)
    assert [level(lab, *at) for at in ((3, 27), (4, 0), (5, 0), (4, 27))] == [
        1,
        2,
        3,
        4,
    ]
    assert not line(lab).isVisible()


def test_that_escape_leaves_the_cell_as_it_was(lab: Lab) -> None:
    steps = lab.undo.count()

    type_into(lab, 3, 4, "77", Key.Key_Escape)

    assert level(lab, 3, 4) == 0
    assert lab.undo.count() == steps


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("abc", "“abc” is not a number"),
        (" ", "The cell is empty"),
        ("1e99", "“1e99” is too large"),
    ],
)
def test_that_what_is_no_number_stays_with_the_reason(
    lab: Lab, text: str, words: str
) -> None:
    type_into(lab, 3, 4, text, Key.Key_Return)

    assert line(lab).isVisible()
    assert line(lab).text() == text
    assert words in note(lab)
    assert level(lab, 3, 4) == 0

    line(lab).selectAll()
    lab.bot.keyClicks(line(lab), "5")
    lab.bot.keyClick(line(lab), Key.Key_Return)

    assert note(lab) == ""
    assert level(lab, 3, 4) == 5


@pytest.mark.parametrize("key", [Key.Key_E, Key.Key_F2])
def test_that_a_key_opens_the_cell_under_the_pointer(lab: Lab, key: Key) -> None:
    lab.bot.mouseMove(lab.canvas("input"), lab.spot("input", 5, 6))
    lab.key(key)

    assert line(lab).accessibleName() == "Number of row 6, column 7"


def test_that_without_a_pointer_the_windows_middle_is_opened(lab: Lab) -> None:
    lab.walk.go_to_cell(2, 8)

    lab.key(Key.Key_E)

    assert line(lab).accessibleName() == "Number of row 4, column 10"


def test_that_digits_and_signs_still_zoom(lab: Lab) -> None:
    canvas = lab.canvas("input")
    fitted = canvas.view.scale

    lab.key(Key.Key_Plus)
    assert canvas.view.scale > fitted
    lab.key(Key.Key_Minus)
    lab.key(Key.Key_0)

    assert canvas.view.scale == fitted
    assert not line(lab).isVisible()


def test_that_typing_reaches_no_shortcut_of_the_page(lab: Lab) -> None:
    double_click(lab, 3, 4)
    position, scale = lab.position, lab.canvas("input").view.scale

    lab.bot.keyClicks(line(lab), "d-0+o ")
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End):
        lab.bot.keyClick(line(lab), key)

    assert line(lab).text() == "d-0+o "
    assert (lab.position, lab.canvas("input").view.scale) == (position, scale)
    assert lab.pictures.store.state.origin == "sample"


def test_that_a_click_elsewhere_takes_the_number(lab: Lab) -> None:
    double_click(lab, 3, 4)
    lab.bot.keyClicks(line(lab), "9")

    lab.canvas("output").setFocus()

    assert level(lab, 3, 4) == 9
    assert not line(lab).isVisible()


def test_that_padding_cells_say_why_they_cannot_be_typed_into(lab: Lab) -> None:
    lab.walk.commands.set("padding", (1, 1))

    double_click(lab, -1, 5)

    assert not line(lab).isVisible()
    assert "padding" in note(lab)

    lab.bot.mouseMove(lab.canvas("input"), lab.spot("input", 8, 8))
    assert note(lab) == ""


def settled(lab: Lab) -> None:
    """Wait until the picture with all edits is the one that is shown."""
    pictures = lab.pictures

    def is_shown() -> bool:
        shared, given = pictures.store.state, lab.state.given
        numbers = shared.numbers_chw
        if numbers is None:
            numbers = shared.picture.pixels_chw
        return pictures.history.is_settled and np.array_equal(given.values_chw, numbers)

    lab.bot.waitUntil(is_shown)


def show_large(lab: Lab, channels: int) -> np.ndarray:
    """Show a picture that no edit changes within a frame, enlarged around (700, 600)."""
    rng = np.random.default_rng(5)
    pixels = rng.integers(0, 256, (channels, 1200, 1000), np.uint8)
    lab.walk.commands.set("colour", "rgb")
    lab.pictures.store.replace(SharedPicture(Picture(pixels, "large"), "file"))
    settled(lab)
    lab.walk.go_to_cell(700, 600)
    lab.canvas("input").zoom_to_cells(698, 598, 5, 5)
    return pixels


@pytest.mark.parametrize("channels", [1, 3])
def test_that_cells_of_a_large_picture_are_typed_one_after_the_other(
    lab: Lab, channels: int
) -> None:
    expected = show_large(lab, channels)
    steps = lab.undo.count()

    type_into(lab, 700, 600, "11", Key.Key_Tab)
    lab.bot.keyClicks(line(lab), "12")
    lab.bot.keyClick(line(lab), Key.Key_Down)
    lab.bot.keyClicks(line(lab), "13")
    lab.bot.keyClick(line(lab), Key.Key_Return)

    assert lab.undo.count() == steps + 3
    expected[0, 700, 600:602], expected[0, 701, 601] = (11, 12), 13
    settled(lab)
    assert (lab.pictures.store.state.picture.pixels_chw == expected).all()
    assert lab.pictures.store.state.numbers_chw is None
    assert lab.canvas("input").hasFocus()


def test_that_a_line_stays_open_when_the_cell_before_arrives(lab: Lab) -> None:
    show_large(lab, 1)
    type_into(lab, 700, 600, "-1,5", Key.Key_Tab)
    lab.bot.keyClicks(line(lab), "4")

    settled(lab)

    assert line(lab).isVisible()
    assert line(lab).text() == "4"
    assert level(lab, 700, 600) == -1.5


def test_that_a_cell_shows_what_was_just_typed_into_it(lab: Lab) -> None:
    show_large(lab, 1)
    type_into(lab, 700, 600, "1234", Key.Key_Return)

    double_click(lab, 700, 600)

    assert not lab.pictures.history.is_settled
    assert line(lab).text() == "1234"
    settled(lab)


def test_that_undo_holds_between_quick_edits_of_a_large_picture(lab: Lab) -> None:
    before = show_large(lab, 1)[0, 700, 600:603].tolist()
    type_into(lab, 700, 600, "0.5", Key.Key_Return)
    type_into(lab, 700, 601, "7", Key.Key_Return)
    lab.undo.undo()
    type_into(lab, 700, 602, "9", Key.Key_Return)
    settled(lab)
    assert level(lab, 700, 600) == 0.5
    assert (level(lab, 700, 601), level(lab, 700, 602)) == (before[1], 9)

    lab.undo.undo()
    lab.undo.undo()

    settled(lab)
    assert [level(lab, 700, 600 + i) for i in range(3)] == before
    assert lab.pictures.store.state.origin == "file"
    assert lab.undo.undoText() != "Change cell"


def test_that_the_line_follows_zoom_and_goes_with_another_picture(lab: Lab) -> None:
    double_click(lab, 14, 14)
    canvas = lab.canvas("input")
    canvas.zoom_in()
    lab.bot.waitUntil(
        lambda: (
            abs(line(lab).geometry().center().x() - lab.spot("input", 14, 14).x()) <= 2
        )
    )

    lab.pictures.store.replace(SharedPicture(load_sample("three"), "sample"))

    assert not line(lab).isVisible()


def test_that_undo_while_typing_puts_the_line_away(lab: Lab) -> None:
    type_into(lab, 3, 4, "7", Key.Key_Tab)
    assert line(lab).isVisible()

    lab.undo.undo()

    assert not line(lab).isVisible()


def test_that_fractions_make_typed_numbers(lab: Lab) -> None:
    type_into(lab, 3, 4, "-1,5", Key.Key_Return)

    shared = lab.pictures.store.state
    assert shared.numbers_chw is not None
    assert level(lab, 3, 4) == -1.5
    assert lab.state.given.palette == "diverging"
    assert shared.picture.size_hw == (28, 28)


def test_that_the_scale_says_what_a_number_means(lab: Lab) -> None:
    lab.walk.commands.set("value_range", "0..1")

    type_into(lab, 3, 4, "0.5", Key.Key_Return)

    assert level(lab, 3, 4) == 0.5
    assert lab.pictures.store.state.picture.pixels_chw[0, 3, 4] == 128


def test_that_the_shown_channel_is_typed_into(lab: Lab) -> None:
    numbers = np.zeros((3, 5, 5), np.float32)
    lab.pictures.store.replace(numbers_picture(numbers))
    lab.walk.commands.set("colour", "rgb")
    lab.walk.show_input_channel(2)

    type_into(lab, 1, 1, "8", Key.Key_Return)

    changed = lab.pictures.store.state.numbers_chw
    assert changed is not None
    assert np.argwhere(changed).tolist() == [[2, 1, 1]]


@pytest.mark.parametrize("shape", [(5, 6), (1, 6), (5, 1)])
@pytest.mark.parametrize("stride", [(1, 2), (2, 1), (2, 2), (1, 1)])
def test_that_a_stretched_cell_is_the_pictures(
    lab: Lab, stride: tuple[int, int], shape: tuple[int, int]
) -> None:
    lab.pictures.store.replace(numbers_picture(np.zeros((1, *shape), np.float32)))
    transposed = TransposedSettings(stride=stride)
    lab.walk.commands.apply(
        replace(lab.state.settings, operation="transposed", transposed=transposed)
    )
    row, column = min(3, shape[0] - 1), min(4, shape[1] - 1)

    type_into(lab, row * stride[0], column * stride[1], "7", Key.Key_Return)

    changed = lab.pictures.store.state.numbers_chw
    assert changed is not None
    assert np.argwhere(changed[0]).tolist() == [[row, column]]
    for axis, step in enumerate(stride):
        if step > 1 and shape[axis] > 1:
            gap = (1, 0) if axis == 0 else (0, 1)
            double_click(lab, *gap)
            assert not line(lab).isVisible()
            assert "gap" in note(lab)


def test_that_a_line_closes_when_its_cell_comes_to_lie_elsewhere(lab: Lab) -> None:
    lab.pictures.store.replace(numbers_picture(np.zeros((1, 6, 6), np.float32)))
    lab.walk.commands.set("operation", "transposed")
    lab.walk.commands.set("transposed_stride", (1, 1))
    double_click(lab, 5, 5)
    assert line(lab).isVisible()

    lab.walk.commands.set("transposed_stride", (2, 2))

    assert not line(lab).isVisible()


@pytest.mark.parametrize("stride", [(1, 2), (2, 1), (2, 2)])
def test_that_tab_and_down_skip_the_gaps(lab: Lab, stride: tuple[int, int]) -> None:
    lab.pictures.store.replace(numbers_picture(np.zeros((1, 5, 6), np.float32)))
    transposed = TransposedSettings(stride=stride)
    lab.walk.commands.apply(
        replace(lab.state.settings, operation="transposed", transposed=transposed)
    )

    type_into(lab, 0, 0, "1", Key.Key_Tab)
    lab.bot.keyClicks(line(lab), "2")
    lab.bot.keyClick(line(lab), Key.Key_Down)
    lab.bot.keyClicks(line(lab), "3")
    lab.bot.keyClick(line(lab), Key.Key_Return)

    assert level(lab, 0, 0) == 1
    assert level(lab, 0, 1) == 2
    assert level(lab, 1, 1) == 3
