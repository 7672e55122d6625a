"""The pad is drawn on with real mouse, tablet and key events."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
)
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cnnviz.engine.images.strokes.pen_strokes import (
    PenPoint,
    PenStroke,
    draw_strokes,
)
from cnnviz.engine.images.strokes.stroke_file import StrokeDrawing, ink_of
from cnnviz.ui.canvas.draw_pad import DrawPad
from cnnviz.ui.canvas.stroke_paper import DEFAULT_PEN_WIDTH
from cnnviz.ui.theme.theme import palette
from tests.helpers.hands import MouseHand, TabletHand, drawn_by_hand, strokes_of

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
        newest = pad.newest_stroke
        assert newest is not None
        assert [point[:2] for point in newest.points] == list(strokes[-1])
    from_file = ink_of(StrokeDrawing(tuple(strokes), size=(280, 280)))
    np.testing.assert_array_equal(finished[-1], from_file)


def test_that_a_stroke_keeps_the_pointers_own_times(pad: DrawPad) -> None:
    drag(pad, (60, 140), (140, 140), (220, 140))
    newest = pad.newest_stroke
    assert newest is not None
    times = [point.ms for point in newest.points]
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


def test_that_a_tablets_pen_draws_and_its_blunt_end_erases(pad: DrawPad) -> None:
    _, finished = last_ink(pad)
    line = PenStroke((PenPoint(100, 100), PenPoint(200, 100)))
    TabletHand().draw(pad, [line])
    TabletHand(blunt=True).draw(pad, [line])
    drawn, erased = finished
    assert drawn[100, 150] == 255
    assert erased[100, 150] == 0
    assert pad.newest_stroke is not None
    assert pad.newest_stroke.erases


def test_that_a_pen_that_is_pressed_fully_draws_as_a_mouse_does(pad: DrawPad) -> None:
    strokes = strokes_of(drawn_by_hand()[13])
    _, finished = last_ink(pad)
    MouseHand().draw(pad, strokes)
    pad.render_state(None)
    TabletHand(pressure=1.0).draw(pad, strokes)
    by_mouse, by_tablet = finished[len(strokes) - 1], finished[-1]
    assert by_mouse.any()
    np.testing.assert_array_equal(by_mouse, by_tablet)


@pytest.mark.parametrize(("pressure", "wide"), [(0.0, 0.6), (0.5, 0.8), (1.0, 1.0)])
def test_that_pressure_widens_the_stroke(
    pad: DrawPad, pressure: float, wide: float
) -> None:
    pad.pen_width = 40
    _, finished = last_ink(pad)
    line = PenStroke((PenPoint(60, 140), PenPoint(140, 140), PenPoint(220, 140)))
    TabletHand(pressure).draw(pad, [line])
    across = int(finished[0][:, 140].sum()) / 255
    assert across == pytest.approx(40 * wide, abs=1)


def test_that_what_the_pen_did_gives_the_same_ink_again(pad: DrawPad) -> None:
    """Place, time, pressure, width and eraser are kept, each stroke by itself."""
    finished: list[tuple[PenStroke | None, Ink]] = []
    pad.stroke_finished.connect(lambda ink: finished.append((pad.newest_stroke, ink)))
    first, second, third = drawn_by_hand()[15:18]
    TabletHand().draw(pad, strokes_of(first))
    pad.pen_width = 9
    MouseHand().draw(pad, strokes_of(second))
    pad.erasing = True
    TabletHand().draw(pad, strokes_of(third))
    strokes = [stroke for stroke, _ in finished if stroke is not None]
    assert {stroke.pen for stroke in strokes} == {DEFAULT_PEN_WIDTH, 9}
    np.testing.assert_array_equal(draw_strokes(strokes), finished[-1][1])


@pytest.mark.parametrize("by_keys", [False, True])
def test_that_escape_takes_the_stroke_under_way_back(
    pad: DrawPad, qtbot: QtBot, by_keys: bool
) -> None:
    drag(pad, (60, 40), (220, 40))
    before, finished = pad.grab().toImage(), list[Ink | None]()
    pad.stroke_finished.connect(finished.append)
    if by_keys:
        qtbot.keyClick(pad, Qt.Key.Key_Space)
        qtbot.keyClick(pad, Qt.Key.Key_Down)
    else:
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(60, 140))
        QTest.mouseMove(pad, QPoint(200, 200))
    qtbot.keyClick(pad, Qt.Key.Key_Escape)
    assert finished == [None]
    QTest.mouseMove(pad, QPoint(100, 200))  # still held: it draws no more
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(220, 40))
    assert finished == [None]
    ink = before.convertToFormat(QImage.Format.Format_Grayscale8)
    now = pad.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    assert now.pixel(120, 170) == ink.pixel(120, 170)
    drag(pad, (60, 240), (220, 240))
    newest = finished[-1]
    assert newest is not None
    assert newest[40, 140] == 255
    assert newest[170, 130] == 0


def test_that_the_guide_shows_where_mnists_digits_lie(pad: DrawPad) -> None:
    plain = pad.grab().toImage()
    pad.has_guide = True
    guided = pad.grab().toImage()
    changed = [x for x in range(282) if plain.pixel(x, 150) != guided.pixel(x, 150)]
    # 4 of 28 pixels from each edge of the sheet.
    assert changed
    assert all(min(abs(x - 41), abs(x - 241)) <= 2 for x in changed)


def test_that_the_sheet_stays_square_in_a_wide_place(pad: DrawPad) -> None:
    pad.resize(600, 300)
    paper = pad.paper_rect()
    assert paper.width() == paper.height() == 298
    assert pad.to_ink(QPointF(QPoint(300, 150))) == QPointF(140, 140)


def test_that_the_sheet_lies_in_the_colours_of_the_theme(pad: DrawPad) -> None:
    _, finished = last_ink(pad)
    drag(pad, (60, 140), (220, 140))
    for theme, is_light_ink in (("stage", True), ("paper", False), ("contrast", False)):
        pad.setPalette(palette(theme))
        shown = pad.grab().toImage()
        line, ground = (
            shown.pixelColor(*pad.to_widget(QPointF(140, y)).toPoint().toTuple())
            for y in (140, 40)
        )
        assert (line.lightness() > ground.lightness()) == is_light_ink
    assert finished[0][140, 140] == 255  # what it is, and is kept as, does not change


def test_that_an_empty_sheet_asks_for_what_it_was_told(pad: DrawPad) -> None:
    before = pad.grab().toImage()
    pad.hint = "Draw here"
    assert pad.grab().toImage() != before
