"""The first look: a number is said before it is shown, and then comes one's own picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from cnnviz.engine.images.picture import Picture
from cnnviz.pages.convolution.model.first.exercise_state import ExerciseState
from cnnviz.pages.convolution.views.first.first_look import FirstLook
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.canvas.draw_pad import DrawPad
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from tests.gui.pages.convolution.conftest import Lab

W = TypeVar("W", bound=QObject)


@dataclass(frozen=True)
class Pupil:
    """Hands on the exercise."""

    lab: Lab

    def find(self, kind: type[W], name: str) -> W:
        return self.lab.find(kind, name)

    @property
    def state(self) -> ExerciseState:
        return self.find(FirstLook, "first_look").presenter.store.state

    @property
    def pad(self) -> DrawPad:
        found = self.lab.page.findChild(DrawPad)
        assert found is not None
        return found

    @property
    def sentence(self) -> str:
        return self.find(QLabel, "exercise_sentence").text()

    @property
    def sum(self) -> str:
        return self.find(QLabel, "exercise_sum").text()

    def click(self, name: str) -> None:
        button = self.find(QAbstractButton, name)
        self.lab.bot.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, text: str) -> None:
        self.lab.bot.keyClicks(self.lab.page.focusWidget() or self.lab.page, text)

    def press(self, key: Qt.Key) -> None:
        self.lab.bot.keyClick(self.lab.page.focusWidget() or self.lab.page, key)

    def click_cell(self, row: int, column: int) -> None:
        grid = self.find(GridCanvas, "exercise_output")
        x, y, width, height = grid.view.rect(row, column)
        spot = QPoint(x + width // 2, y + height // 2)
        self.lab.bot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=spot)


@pytest.fixture
def pupil(lab: Lab) -> Iterator[Pupil]:
    lab.page.render_level("first")
    lab.page.set_reduced_motion(True)
    lab.page.set_shown(True)
    yield Pupil(lab)
    lab.page.render_level("everything")


def test_that_the_number_is_not_told_before_it_is_said(pupil: Pupil) -> None:
    grid = pupil.find(GridCanvas, "exercise_output")
    assert pupil.sentence == "Which number comes next?"
    assert [grid.number_at(0, column) for column in range(3)] == ["4", "3", "4"]
    assert grid.number_at(1, 0) == "?"
    assert grid.number_at(1, 1) == ""


def test_that_a_typed_number_is_said_to_be_right(pupil: Pupil) -> None:
    pupil.type("2")
    pupil.press(Qt.Key.Key_Return)
    assert pupil.sentence == "Right: it is 2!"
    assert pupil.sum == "1 × 1 + 1 × 1 = 2; the other 7 products are 0."
    assert pupil.find(GridCanvas, "exercise_output").number_at(1, 0) == "2"


def test_that_a_wrong_guess_is_told_the_sum(pupil: Pupil) -> None:
    pupil.click("exercise_guess_2")
    assert pupil.sentence == "Not quite: it is 2, not 3."


def test_that_a_click_on_the_question_mark_answers(pupil: Pupil) -> None:
    pupil.click_cell(1, 0)
    assert pupil.sentence == "The sum is 2."
    assert pupil.state.answered == 0


def test_that_enter_checks_and_then_goes_on(pupil: Pupil) -> None:
    for number in ("2", "4"):
        pupil.type(number)
        pupil.press(Qt.Key.Key_Return)
        pupil.press(Qt.Key.Key_Return)
    assert pupil.state.position == 5
    assert pupil.state.is_asked


def test_that_the_arrow_keys_look_back_and_ask_again(pupil: Pupil) -> None:
    before = pupil.lab.position
    pupil.find(GridCanvas, "exercise_picture").setFocus()
    pupil.press(Qt.Key.Key_Left)
    assert pupil.sentence == "The sum is 4."
    pupil.press(Qt.Key.Key_Right)
    assert pupil.sentence == "Which number comes next?"
    assert pupil.lab.position == before  # the lab behind it does not walk


def test_that_another_kernel_begins_anew(pupil: Pupil) -> None:
    pupil.find(FirstLook, "first_look").presenter.choose("edge")
    assert pupil.state.exercise.key == "edge"
    assert pupil.state.position == 3
    assert pupil.find(GridCanvas, "exercise_kernel").number_at(0, 0) == "−1"


def test_that_after_the_last_cell_the_pupil_is_asked_to_draw(pupil: Pupil) -> None:
    for _ in range(6):
        pupil.click_cell(*divmod(pupil.state.position, 3))
        if not pupil.state.is_done:
            pupil.click("exercise_next")
    assert pupil.find(QAbstractButton, "exercise_next").text() == "Draw mine"
    pupil.click("exercise_next")
    assert pupil.pad.isVisible()
    assert not pupil.find(FirstLook, "first_look").isVisible()


def test_that_the_way_back_from_the_drawing_asks_again(pupil: Pupil) -> None:
    pupil.click("exercise_draw")
    assert pupil.find(QLabel, "first_sentence").text().startswith("Draw on the pad")
    pupil.click("first_exercise")
    assert pupil.find(FirstLook, "first_look").isVisible()
    assert not pupil.pad.isVisible()


def test_that_an_opened_picture_is_seen(pupil: Pupil) -> None:
    pupil.lab.pictures.open_sample("seven")
    pupil.lab.bot.waitUntil(lambda: not pupil.find(FirstLook, "first_look").isVisible())
    assert pupil.lab.canvas("input").isVisible()


def test_that_higher_levels_show_the_lab(pupil: Pupil) -> None:
    pupil.lab.page.render_level("standard")
    assert pupil.lab.canvas("input").isVisible()
    before = pupil.lab.position
    pupil.press(Qt.Key.Key_Right)
    assert pupil.lab.position == before + 1


def test_that_only_numbers_can_be_typed(pupil: Pupil) -> None:
    pupil.type("x-3")
    assert pupil.find(QLineEdit, "exercise_field").text() == "-3"  # as it was typed


def test_that_the_sum_of_all_channels_is_on_the_stage(pupil: Pupil) -> None:
    colours = np.arange(75, dtype=np.uint8).reshape(3, 5, 5)
    picture = SharedPicture(Picture(colours, "colours.png"), "file")
    pupil.lab.pictures.store.replace(picture)
    pupil.lab.bot.waitUntil(lambda: pupil.lab.state.input_channels == 3)
    total = pupil.find(QLabel, "sum_total")
    assert total.isVisible()
    chips = (pupil.find(QAbstractButton, f"channel_chip_{c}").text() for c in range(3))
    sums = [float(text.split()[-1].replace("\N{MINUS SIGN}", "-")) for text in chips]
    unit = pupil.lab.state.outcome
    assert unit is not None
    assert sum(sums) == pytest.approx(unit.output)
