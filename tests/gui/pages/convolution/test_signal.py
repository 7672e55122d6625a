"""One dimension: bars that are walked along, and changed in place."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from cnnviz.engine.convolution.stepping import Step
from cnnviz.pages.convolution.model.lab_settings import SignalSettings
from cnnviz.pages.convolution.views.signal.signal_motion import SignalMotion
from cnnviz.pages.convolution.views.signal.signal_scene import Spot
from tests.helpers.signal_bars import Bars, shown_bars

LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bars(qtbot: QtBot, own_look: None) -> Iterator[Bars]:
    """Return the shown stage and tab on the signal of the first opening, in English."""
    with shown_bars(qtbot) as shown:
        yield shown


def test_that_a_click_on_an_output_goes_there(bars: Bars) -> None:
    bars.click("output", 3)

    assert bars.position == 3


def test_that_a_click_on_the_signal_brings_the_windows_middle_there(
    bars: Bars,
) -> None:
    bars.click("signal", 5)

    step = bars.walk.store.state.step
    assert isinstance(step, Step)
    assert step.left == 4


def test_that_a_drag_along_the_output_takes_the_window_along(bars: Bars) -> None:
    away = bars.spot("output", 6) - bars.spot("output", 2)
    bars.drag("output", 2, away / 2, away)

    assert bars.position == 6
    assert not bars.undo.count()


def test_that_a_drag_along_the_signal_walks_too(bars: Bars) -> None:
    away = bars.spot("signal", 12) - bars.spot("signal", 4)
    bars.drag("signal", 4, away / 2, away)

    assert bars.position == 12
    assert bars.asked == SignalSettings()


def test_that_the_kernel_is_drawn_along_the_signal(bars: Bars) -> None:
    bars.walk.go_to(4)
    bars.drag("kernel", 0, QPoint(30, 0), QPoint(round(3 * bars.scene.view.scale), 2))

    assert bars.position == 7


def test_that_a_bar_is_dragged_up_in_one_undo_step(bars: Bars) -> None:
    band = bars.scene.view.band("signal")
    up = round(band.y(0) - band.y(2))
    where = bars.position

    bars.drag("signal", 0, QPoint(0, -12), QPoint(1, -up // 2), QPoint(1, -up))

    assert bars.asked.values[0] == pytest.approx(2, abs=2 * band.per_pixel)
    assert bars.asked.values[1:] == SignalSettings().values[1:]
    assert bars.position == where  # it edits, and does not walk
    assert bars.undo.count() == 1
    bars.undo.undo()
    assert bars.asked == SignalSettings()


def test_that_a_bar_is_dragged_below_zero(bars: Bars) -> None:
    bars.drag("signal", 0, QPoint(0, 20), QPoint(0, 60))

    assert bars.asked.values[0] < 0
    assert bars.scene.view.band("signal").low < 0


def test_that_two_drags_are_two_undo_steps(bars: Bars) -> None:
    bars.drag("signal", 0, QPoint(0, -20), QPoint(0, -40))
    bars.drag("signal", 0, QPoint(0, -20), QPoint(0, -30))

    assert bars.undo.count() == 2


def test_that_a_dragged_weight_is_the_one_that_is_seen(bars: Bars) -> None:
    bars.commands.set_kernel((3, 1, -2))  # turned: -2, 1, 3
    bars.drag("kernel", 2, QPoint(0, -20), QPoint(0, -30))

    assert bars.asked.kernel[0] > 3
    assert bars.asked.kernel[1:] == (1, -2)


def test_that_with_shift_numbers_are_painted_across_the_bars(bars: Bars) -> None:
    scale = bars.scene.view.scale
    bars.drag(
        "signal",
        0,
        QPoint(round(scale), -10),
        QPoint(round(2 * scale), -20),
        held=SHIFT,
    )

    assert all(value > 0 for value in bars.asked.values[:3])
    assert bars.undo.count() == 1


def test_that_the_output_follows_a_drag_live(bars: Bars) -> None:
    bars.walk.go_to(8)
    spot = bars.spot("signal", 9)
    bars.bot.mousePress(bars.stage, LEFT, NONE, spot)
    bars.bot.mouseMove(bars.stage, spot + QPoint(0, -20))
    bars.bot.mouseMove(bars.stage, spot + QPoint(0, -50))

    values, kernel = bars.asked.values, bars.asked.kernel
    expected = np.convolve(values, kernel, "same")
    assert bars.scene.picture.output_m.tolist() == pytest.approx(expected.tolist())
    bars.bot.mouseRelease(bars.stage, LEFT, NONE, spot + QPoint(0, -50))


def test_that_shift_and_arrows_select_and_change_a_bar(bars: Bars) -> None:
    bars.click("signal", 3)
    before = bars.asked.values[4]

    bars.key(Qt.Key.Key_Right, SHIFT)
    bars.key(Qt.Key.Key_Up, SHIFT)
    bars.key(Qt.Key.Key_Up, SHIFT)

    assert bars.scene.selected == Spot("signal", 4)
    assert bars.asked.values[4] > before
    assert bars.undo.count() == 1
    bars.key(Qt.Key.Key_Down, SHIFT | Qt.KeyboardModifier.ControlModifier)
    assert bars.asked.values[4] < before


def test_that_a_number_is_typed_over_a_bar(bars: Bars) -> None:
    bars.click("signal", 3)

    bars.bot.keyClicks(bars.stage, "-")
    editor = bars.find(QLineEdit, "bar_editor")
    assert editor.isVisible()
    bars.bot.keyClicks(editor, "2,5")
    bars.bot.keyClick(editor, Qt.Key.Key_Return)

    assert bars.asked.values[3] == -2.5
    assert bars.scene.selected == Spot("signal", 4)  # on to the next one
    assert bars.stage.hasFocus()
    assert bars.undo.count() == 1


@pytest.mark.parametrize(
    ("typed", "words"),
    [("x", "“1x” is not a number"), ("e99", "“1e99” is too large. The largest")],
)
def test_that_what_is_no_number_stays_to_be_mended(
    bars: Bars, typed: str, words: str
) -> None:
    bars.click("signal", 3)
    bars.bot.keyClicks(bars.stage, "1")
    editor = bars.find(QLineEdit, "bar_editor")
    bars.bot.keyClicks(editor, typed)
    bars.bot.keyClick(editor, Qt.Key.Key_Return)

    assert editor.isVisible()
    assert words in bars.notified[-1]
    bars.bot.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert bars.asked == SignalSettings()


def test_that_a_double_click_asks_for_a_number(bars: Bars) -> None:
    bars.bot.mouseDClick(bars.stage, LEFT, pos=bars.spot("kernel", 0))

    editor = bars.find(QLineEdit, "bar_editor")
    assert editor.isVisible()
    assert editor.text() == "−1"
    bars.bot.keyClicks(editor, "5")
    bars.stage.setFocus()  # leaving the line takes the number too
    assert bars.asked.kernel == (1, 0, 5)


def test_that_tab_goes_from_the_signal_to_the_kernel_and_on(bars: Bars) -> None:
    bars.click("signal", 3)

    bars.key(Qt.Key.Key_Tab)
    assert bars.scene.selected == Spot("kernel", 1)

    bars.key(Qt.Key.Key_Tab)
    assert not bars.stage.hasFocus()
    assert bars.scene.selected is None


def test_that_delete_makes_a_bar_zero_and_escape_lets_go(bars: Bars) -> None:
    bars.click("signal", 7)
    bars.key(Qt.Key.Key_Delete)

    assert bars.asked.values[7] == 0
    bars.key(Qt.Key.Key_Escape)
    assert bars.scene.selected is None


@pytest.mark.parametrize(
    ("row", "index", "says"),
    [
        ("signal", 8, ("position 9: 4", "part of 3 outputs")),
        ("signal", -1, ("Padding", "part of 1 output.")),
        ("kernel", 0, ("number 1: −1", "multiplies 16 cells")),
        ("products", 0, ("4 × (−1) = −4",)),
        ("output", 4, ("position 5: 2",)),
        ("output", 14, ("position 15", "not computed yet")),
    ],
)
def test_that_the_bar_under_the_pointer_is_told(
    bars: Bars, row: str, index: int, says: tuple[str, ...]
) -> None:
    text = bars.hover(row, index)

    assert all(part in text for part in says), text
    assert bars.scene.hovered == Spot(row, index)  # type: ignore[arg-type]


def test_that_a_hand_on_the_bars_stops_the_walking(bars: Bars) -> None:
    bars.walk.go_to(0)
    bars.walk.play()

    bars.hover("output", 4)

    assert not bars.walk.store.state.playing


def test_that_the_kernel_glides_and_turns_unless_motion_is_reduced(bars: Bars) -> None:
    bars.walk.go_to(3)
    bars.stage.motion.reduced_motion = False
    motion = bars.stage.findChild(SignalMotion)
    assert motion is not None

    bars.walk.go_to(4)
    assert bars.scene.start == 2  # still where it was
    bars.bot.waitUntil(lambda: bars.scene.start == 3)

    bars.find(QCheckBox, "signal_flip_check").click()
    assert bars.scene.turned < 1
    bars.bot.waitUntil(lambda: bars.scene.turned == 1)

    bars.stage.motion.reduced_motion = True
    bars.walk.go_to(5)
    assert bars.scene.start == 4
    bars.find(QCheckBox, "signal_flip_check").click()
    assert bars.scene.turned == 1


def test_that_every_bar_is_found_under_its_own_pixel(bars: Bars) -> None:
    bars.walk.commands.set("signal_padding", "full")
    bars.walk.commands.set("signal_stride", 2)
    picture = bars.scene.picture
    expected = [Spot("signal", i) for i in range(picture.first, picture.end)]
    expected += [Spot("kernel", i) for i in range(len(picture.kernel_k))]
    expected += [Spot("output", i) for i in range(len(picture.output_m))]

    for spot in expected:
        at = QPointF(bars.spot(spot.row, spot.index))
        assert bars.scene.spot_at(at.x(), at.y()) == spot


def test_that_the_wheel_enlarges_and_fit_shows_everything(bars: Bars) -> None:
    at = QPointF(bars.spot("signal", 8))
    before = bars.scene.view.scale
    turn = QWheelEvent(
        at,
        bars.stage.mapToGlobal(at),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(bars.stage, turn)

    assert bars.scene.view.scale > before
    bars.walk.go_last()  # the window is brought in
    end = bars.scene.view.x(bars.scene.start + 3)
    assert end <= bars.scene.view.right + 1
    bars.stage.fit()
    assert bars.scene.view.scale == before
