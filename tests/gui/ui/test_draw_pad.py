"""The pad is drawn on with real mouse, tablet and key events."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QInputDevice,
    QPointingDevice,
    QPointingDeviceUniqueId,
    QTabletEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnnviz.engine.images.strokes.stroke_file import StrokeDrawing, ink_of
from cnnviz.ui.canvas.draw_pad import DEFAULT_PEN_WIDTH, DrawPad

Ink = NDArray[np.uint8]


@pytest.fixture
def pad(qtbot: QtBot) -> DrawPad:
    widget = DrawPad()
    qtbot.addWidget(widget)
    widget.resize(282, 282)  # one cell of ink a pixel, inside the frame
    with qtbot.waitExposed(widget):
        widget.show()
    widget.setFocus()
    return widget


def drag(
    pad: DrawPad,
    *points: tuple[int, int],
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
) -> None:
    """Press at the first point, move through the others, release at the last."""
    places = [pad.to_widget(QPointF(x, y)).toPoint() for x, y in points]
    QTest.mousePress(pad, button, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(pad, place)
    QTest.mouseRelease(pad, button, pos=places[-1])


def last_ink(pad: DrawPad) -> tuple[list[Ink], list[Ink]]:
    """Collect what the pad says from now on: every movement, every finished stroke."""
    moved: list[Ink] = []
    finished: list[Ink] = []
    pad.ink_changed.connect(moved.append)
    pad.stroke_finished.connect(finished.append)
    return moved, finished


def test_that_a_stroke_leaves_ink_along_its_way_as_wide_as_the_pen(
    pad: DrawPad,
) -> None:
    moved, finished = last_ink(pad)
    drag(pad, (60, 140), (140, 140), (220, 140))
    assert len(moved) == 3
    assert len(finished) == 1
    ink = finished[0]
    assert ink.shape == (280, 280)
    assert ink.dtype == np.uint8
    assert ink[140, 60:220].min() == 255
    across = int(ink[:, 140].sum()) / 255
    assert across == pytest.approx(DEFAULT_PEN_WIDTH, abs=1)
    assert ink[:100].max() == 0


def test_that_ink_reaches_the_pen_at_every_movement(pad: DrawPad) -> None:
    moved, _ = last_ink(pad)
    drag(pad, (40, 40), (120, 60), (200, 200))
    assert [
        ink[y, x]
        for ink, (x, y) in zip(moved, [(40, 40), (120, 60), (200, 200)], strict=True)
    ] == [255] * 3


def test_that_a_click_leaves_a_dot(pad: DrawPad) -> None:
    _, finished = last_ink(pad)
    drag(pad, (100, 100))
    dot = finished[0]
    expected = np.pi * DEFAULT_PEN_WIDTH**2 / 4
    assert int(dot.sum()) / 255 == pytest.approx(expected, rel=0.05)


DRAWN_BY_HAND = [
    [(80, 60), (130, 58), (200, 60), (170, 130), (135, 235)],
    [(110, 140), (150, 138), (190, 141)],
    [(20, 260)],
]


@pytest.mark.parametrize("side", [282, 423])
def test_that_a_file_of_strokes_is_drawn_as_the_pad_draws_them(
    pad: DrawPad, side: int
) -> None:
    """Byte by byte, from real mouse events."""
    pad.resize(side, side)
    _, finished = last_ink(pad)
    strokes = []
    for stroke in DRAWN_BY_HAND:
        drag(pad, *stroke)
        # The mouse stands on whole pixels of the screen: these are the places it had.
        places = [pad.to_widget(QPointF(x, y)).toPoint() for x, y in stroke]
        strokes.append(tuple(pad.to_ink(QPointF(at)).toTuple() for at in places))
        assert [point[:2] for point in pad.newest_stroke] == list(strokes[-1])
    from_file = ink_of(StrokeDrawing(tuple(strokes), size=(280, 280)))
    np.testing.assert_array_equal(finished[-1], from_file)


def test_that_a_stroke_keeps_the_pointers_own_times(pad: DrawPad) -> None:
    drag(pad, (60, 140), (140, 140), (220, 140))
    times = [at_ms for *_, at_ms in pad.newest_stroke]
    assert len(times) == 3
    assert times == sorted(times)
    assert times[-1] > 0


def test_that_each_emitted_array_is_a_copy_of_its_own(pad: DrawPad) -> None:
    moved, _ = last_ink(pad)
    drag(pad, (40, 40), (120, 60), (200, 200))
    assert moved[0][200, 200] == 0
    assert moved[2][200, 200] == 255


@pytest.mark.parametrize("way", ["eraser", "right button"])
def test_that_erasing_takes_ink_away(pad: DrawPad, way: str) -> None:
    drag(pad, (60, 140), (140, 140), (220, 140))
    _, finished = last_ink(pad)
    pad.erasing = way == "eraser"
    right = Qt.MouseButton.RightButton
    left = Qt.MouseButton.LeftButton
    drag(pad, (140, 60), (140, 220), button=left if way == "eraser" else right)
    ink = finished[0]
    assert ink[140, 140] == 0
    assert ink[140, 70] == 255


def test_that_a_wider_pen_leaves_more_ink_and_stays_within_its_limits(
    pad: DrawPad,
) -> None:
    _, finished = last_ink(pad)
    pad.pen_width = 1000
    assert pad.pen_width == 48
    drag(pad, (60, 140), (220, 140))
    assert int(finished[0][:, 140].sum()) / 255 == pytest.approx(48, abs=1)
    pad.pen_width = 0
    assert pad.pen_width == 8


def test_that_rendered_ink_is_what_a_stroke_is_added_to(
    pad: DrawPad, qtbot: QtBot
) -> None:
    ink = np.zeros((280, 280), np.uint8)
    ink[10:20, 10:20] = 200
    with qtbot.assertNotEmitted(pad.ink_changed):
        pad.render_state(ink)
    _, finished = last_ink(pad)
    drag(pad, (100, 100), (200, 200))
    assert (finished[0][10:20, 10:20] == 200).all()
    assert finished[0][150, 150] == 255


def test_that_rendering_nothing_empties_the_sheet(pad: DrawPad) -> None:
    drag(pad, (60, 140), (220, 140))
    pad.render_state(None)
    _, finished = last_ink(pad)
    drag(pad, (20, 20))
    assert finished[0][140].max() == 0


def test_that_rendering_its_own_ink_back_does_not_break_a_stroke(pad: DrawPad) -> None:
    _, finished = last_ink(pad)
    pad.ink_changed.connect(pad.render_state)
    drag(pad, (60, 140), (140, 140), (220, 140))
    assert finished[0][140, 60:220].min() == 255


def test_that_the_eraser_is_laid_down_when_nothing_is_left_to_rub_out(
    pad: DrawPad, qtbot: QtBot
) -> None:
    drag(pad, (140, 140))
    pad.erasing = True
    with qtbot.waitSignal(pad.erasing_changed):
        drag(pad, (120, 140), (140, 140), (160, 140))
    assert not pad.erasing
    _, finished = last_ink(pad)
    drag(pad, (60, 60), (80, 80))
    assert finished[0].any()


def test_that_the_eraser_is_laid_down_when_the_sheet_is_cleared(pad: DrawPad) -> None:
    drag(pad, (60, 140), (220, 140))
    pad.erasing = True
    pad.render_state(np.zeros((280, 280), np.uint8))
    assert not pad.erasing


def test_that_erasing_leaves_a_picture_alone(pad: DrawPad, qtbot: QtBot) -> None:
    photo = QImage(20, 20, QImage.Format.Format_RGB32)
    photo.fill(QColor("red"))
    pad.render_state(None, photo)
    with qtbot.assertNotEmitted(pad.stroke_started):
        drag(pad, (60, 60), (80, 80), button=Qt.MouseButton.RightButton)
    assert pad.grab().toImage().pixelColor(140, 140) == QColor("red")


def test_that_a_picture_gives_way_to_a_new_drawing(pad: DrawPad) -> None:
    photo = QImage(20, 20, QImage.Format.Format_RGB32)
    photo.fill(QColor("red"))
    pad.render_state(None, photo)
    assert pad.grab().toImage().pixelColor(140, 140) == QColor("red")
    _, finished = last_ink(pad)
    drag(pad, (60, 60), (80, 80))
    assert pad.grab().toImage().pixelColor(200, 200) == QColor("white")
    assert finished[0][200, 200] == 0


def test_that_arrows_and_space_draw_a_line(pad: DrawPad, qtbot: QtBot) -> None:
    _, finished = last_ink(pad)
    qtbot.keyClick(pad, Qt.Key.Key_Space)
    for _ in range(20):
        qtbot.keyClick(pad, Qt.Key.Key_Down)
    qtbot.keyClick(pad, Qt.Key.Key_Space)
    for _ in range(5):
        qtbot.keyClick(pad, Qt.Key.Key_Right)
    (ink,) = finished
    assert ink[70:150, 140].min() == 255
    assert ink[150, 160] == 0


def test_that_losing_the_focus_lifts_the_pen(pad: DrawPad, qtbot: QtBot) -> None:
    _, finished = last_ink(pad)
    qtbot.keyClick(pad, Qt.Key.Key_Space)
    pad.clearFocus()
    assert len(finished) == 1


def tablet(pad: DrawPad, kind: QEvent.Type, x: int, y: int, *, blunt: bool) -> None:
    pen = QPointingDevice.PointerType.Pen
    device = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Eraser if blunt else pen,
        QInputDevice.Capability.Pressure,
        1,
        1,
        "",
        QPointingDeviceUniqueId(),
    )
    at = pad.to_widget(QPointF(x, y))
    left = Qt.MouseButton.LeftButton
    event = QTabletEvent(
        kind,
        device,
        at,
        pad.mapToGlobal(at),
        1.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        Qt.KeyboardModifier.NoModifier,
        left,
        left,
    )
    QApplication.sendEvent(pad, event)


def test_that_a_tablets_pen_draws_and_its_blunt_end_erases(pad: DrawPad) -> None:
    _, finished = last_ink(pad)
    for blunt in (False, True):
        tablet(pad, QEvent.Type.TabletPress, 100, 100, blunt=blunt)
        tablet(pad, QEvent.Type.TabletMove, 200, 100, blunt=blunt)
        tablet(pad, QEvent.Type.TabletRelease, 200, 100, blunt=blunt)
    drawn, erased = finished
    assert drawn[100, 150] == 255
    assert erased[100, 150] == 0


def test_that_the_sheet_stays_square_in_a_wide_place(pad: DrawPad) -> None:
    pad.resize(600, 300)
    paper = pad.paper_rect()
    assert paper.width() == paper.height() == 298
    assert pad.to_ink(QPointF(QPoint(300, 150))) == QPointF(140, 140)
