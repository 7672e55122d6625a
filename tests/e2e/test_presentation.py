"""The window shown to a class: larger, alone, by the keys of a remote pointer, and back."""

import itertools
from dataclasses import replace
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from cnnviz.app import Session
from cnnviz.pages.convolution.views.first.first_look import FirstLook
from cnnviz.pages.draw.views.maps_tool import MapsTool
from cnnviz.shell.navigation_bar import NavigationBar
from cnnviz.shell.presentation.enlarged_view import LEAST, EnlargedView, enlarging
from cnnviz.shell.presentation.marks import Marks
from cnnviz.shell.presentation.pointer_layer import PointerLayer, Shown
from cnnviz.shell.presentation.tools_bar import ToolsBar
from cnnviz.ui.theme import tokens
from tests.helpers.session import session

__all__ = ["session"]

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def press(
    key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key as a hand does: whatever has the keyboard."""
    QTest.keyClick(QApplication.activeWindow().windowHandle(), key, held)  # type: ignore[union-attr]


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> EnlargedView:
    qtbot.waitUntil(session.window.isActiveWindow)
    press(KEY.Key_F5)
    shown = session.window.centralWidget()
    assert isinstance(shown, EnlargedView)
    return shown


@pytest.fixture
def layer(view: EnlargedView) -> PointerLayer:
    found = view.findChild(PointerLayer)
    assert found is not None
    return found


Found = TypeVar("Found", bound=QObject)


def named(session: Session, kind: type[Found], name: str) -> Found:
    found = session.window.centre.findChild(kind, name)
    assert found is not None, name
    return found


class Painted(QObject):
    """Hears that a widget is painted."""

    painted = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.painted.emit()
        return False


def cell(session: Session) -> tuple[int, int]:
    walk = session.walk.store.state.walk
    assert walk is not None
    return walk.cell


def test_that_f5_leaves_nothing_but_the_page_and_enlarges_it(
    session: Session, view: EnlargedView
) -> None:
    window = session.window
    assert window.isFullScreen()
    rails = window.centre.findChildren(NavigationBar)
    for chrome in (window.menuBar(), window.statusBar(), *rails):
        assert not chrome.isVisible(), chrome
    for name in ("inspector_panel", "scrub_slider"):
        part = window.centre.findChild(QWidget, name)
        assert part is None or part.isVisible() == (name == "scrub_slider")
    assert view.scale_now > 1
    assert window.page.isVisible()


def test_that_no_letter_is_smaller_than_18_pixels_on_a_small_projector(
    session: Session, view: EnlargedView, qtbot: QtBot
) -> None:
    projector = QSize(1280, 720)
    bar = view.findChild(ToolsBar)
    assert bar is not None
    assert min(each.font().pixelSize() for each in bar.findChildren(QLabel)) >= 18
    view.resize(projector)
    layout = session.window.centre.layout()
    assert layout is not None
    for page in ("convolution", "draw", "network", "train"):
        session.window.show_page(page)
        scale = enlarging(projector, layout.totalMinimumSize())
        assert scale * tokens.AXIS_PX >= 18, page


@pytest.mark.parametrize("leaving", [KEY.Key_F5, KEY.Key_Escape])
def test_that_the_window_comes_back_as_it_was(
    session: Session, qtbot: QtBot, leaving: Qt.Key
) -> None:
    window = session.window
    window.setGeometry(40, 30, 1100, 700)
    window.page.findChildren(QWidget, "output_canvas")[0].setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.centre.width() == 1100)
    QApplication.processEvents()
    shown = {w for w in window.findChildren(QWidget) if w.isVisible()}
    focus, sizes = window.focusWidget(), {w: w.size() for w in shown}
    press(KEY.Key_F5)
    assert window.isFullScreen()
    press(KEY.Key_1, Qt.KeyboardModifier.AltModifier)
    assert session.preferences.state.level == "first"
    press(leaving)
    qtbot.waitUntil(lambda: not window.isFullScreen())
    assert window.geometry().getRect() == (40, 30, 1100, 700)
    assert session.preferences.state.level == "everything"
    QApplication.processEvents()
    assert {w: w.size() for w in shown if w.size() != sizes[w]} == {}
    assert {w for w in window.findChildren(QWidget) if w.isVisible()} == shown
    assert window.focusWidget() is focus
    before = cell(session)
    press(KEY.Key_Right)
    assert cell(session) != before


def test_that_a_presentation_remembers_its_own_level(
    session: Session, view: EnlargedView
) -> None:
    press(KEY.Key_1, Qt.KeyboardModifier.AltModifier)
    press(KEY.Key_F5)
    assert session.preferences.state.level == "everything"
    press(KEY.Key_F5)
    assert session.preferences.state.level == "first"
    press(KEY.Key_F5)


def test_that_page_keys_walk_and_the_pages_own_keys_go_on(
    session: Session, view: EnlargedView
) -> None:
    cells = [cell(session)]
    for key in (KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_Right):
        press(key)
        cells.append(cell(session))
    places = [
        row * 26 + column - cells[0][0] * 26 - cells[0][1] for row, column in cells
    ]
    assert places == [0, 1, 2, 1, 2]


def test_that_page_keys_go_through_the_layers_of_a_network(
    session: Session, view: EnlargedView, qtbot: QtBot
) -> None:
    session.window.show_page("network")
    store = session.network.store
    qtbot.waitUntil(lambda: store.state.answer is not None, timeout=20_000)
    layers = [block.shown for block in store.state.shown]
    seen = []
    for key in [KEY.Key_PageDown] * 3 + [KEY.Key_PageUp] * 3:
        press(key)
        place = store.state.place
        seen.append(None if place is None else place.layer)
    assert seen == [layers[0], layers[1], layers[2], layers[1], layers[0], None]


def test_that_page_keys_change_drawings(
    session: Session, view: EnlargedView, qtbot: QtBot
) -> None:
    session.window.show_page("draw")
    drawings = session.window.page.findChild(QAction, "draw_drawings")
    assert drawings is not None
    drawings.setChecked(True)
    store, picture = session.draw.drawings.store, session.picture
    for row in (60, 200):
        picture.start_drawing()
        ink = np.zeros((280, 280), np.uint8)
        ink[row : row + 20, 100:180] = 255
        picture.draw(ink)
        qtbot.waitUntil(lambda: store.state.current is not None)
        picture.clear_drawing()
        qtbot.waitUntil(lambda: store.state.current is None)
    qtbot.waitUntil(lambda: len(store.state.drawings) == 2)
    first, second = store.state.drawings
    seen = []
    for key in (KEY.Key_PageUp, KEY.Key_PageUp, KEY.Key_PageDown):
        press(key)
        assert store.state.current is not None
        seen.append(store.state.current.number)
    assert seen == [second.number, first.number, second.number]


@pytest.mark.parametrize("key", [KEY.Key_B, KEY.Key_Period])
def test_that_the_screen_turns_black_and_comes_back(
    layer: PointerLayer, session: Session, key: Qt.Key
) -> None:
    press(key)
    image = layer.grab().toImage()
    assert image.pixelColor(5, 5) == QColor("black")
    assert image.pixelColor(image.width() // 2, image.height() // 2) == QColor("black")
    press(KEY.Key_Escape)
    assert not layer.shown.is_dark
    assert session.window.isFullScreen()  # Esc went back one level only


def test_that_the_pointer_reaches_the_page_below_the_dot_and_the_light(
    session: Session, view: EnlargedView, layer: PointerLayer
) -> None:
    canvas = session.window.centre.findChild(QWidget, "output_canvas")
    assert canvas is not None
    middle = canvas.mapTo(session.window.centre, canvas.rect().center())
    there = view.mapFromScene(middle.toPointF())
    press(KEY.Key_Home)
    for key in (KEY.Key_L, KEY.Key_H):
        first = cell(session)
        press(key, CONTROL)
        assert layer.shown.tool in ("laser", "spotlight")
        assert view.childAt(there) is view.viewport()
        QTest.mouseClick(view.viewport(), LEFT, pos=there)
        assert cell(session) != first
        press(KEY.Key_Home)


def test_that_the_light_dims_the_rest(
    session: Session, view: EnlargedView, layer: PointerLayer
) -> None:
    session.window.actions_of_window.themes.values["dark"].trigger()
    for bar in view.findChildren(ToolsBar):
        bar.hide()
    place = QPoint(view.width() // 2, view.height() // 4)
    plain = view.grab().toImage()
    press(KEY.Key_H, CONTROL)
    for bar in view.findChildren(ToolsBar):
        bar.hide()
    QTest.mouseMove(view.viewport(), place)
    lit = view.grab().toImage()
    for bar in view.findChildren(ToolsBar):
        bar.hide()
    assert lit.pixelColor(place) == plain.pixelColor(place)
    total = [
        sum(
            image.pixelColor(x, y).lightness()
            for x, y in itertools.product(
                range(4, view.width(), 9),
                range(view.height() * 3 // 4, view.height(), 9),
            )
        )
        for image in (plain, lit)
    ]
    assert total[1] < 0.9 * total[0]


def test_that_the_pen_leaves_marks_that_fade_and_takes_no_click_once_it_is_away(
    session: Session, layer: PointerLayer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(KEY.Key_P)
    before = cell(session)
    QTest.mousePress(layer, LEFT, pos=QPoint(100, 100))
    QTest.mouseMove(layer, QPoint(200, 150))
    QTest.mouseRelease(layer, LEFT, pos=QPoint(200, 150))
    assert len(layer.marks) == 1
    assert cell(session) == before
    press(KEY.Key_E, CONTROL)
    assert not len(layer.marks)
    press(KEY.Key_Escape)
    see_through = Qt.WidgetAttribute.WA_TransparentForMouseEvents
    assert layer.testAttribute(see_through)
    assert session.window.isFullScreen()


def test_that_a_mark_fades_at_the_end_of_its_time(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr(
        "cnnviz.shell.presentation.marks.time.monotonic", lambda: now[0]
    )
    marks = Marks()
    marks.begin(QPoint(1, 1).toPointF())
    now[0] = 100.0  # while the hand draws it does not age
    assert not marks.age()
    marks.finish()
    now[0] += tokens.MARK_MS / 1000 - tokens.EXPLAIN_MS / 2000
    assert marks.age()
    assert len(marks) == 1
    now[0] += tokens.EXPLAIN_MS / 1000
    assert marks.age()
    assert len(marks) == 0


def test_that_an_answer_is_covered_until_it_is_revealed(
    session: Session, layer: PointerLayer
) -> None:
    press(KEY.Key_Q)
    assert len(layer.shown.covers) == 1
    before = cell(session)
    press(KEY.Key_R)
    assert not layer.shown.covers
    press(KEY.Key_PageDown)  # the next question
    assert cell(session) != before
    assert layer.shown.covers
    now = cell(session)
    press(KEY.Key_PageDown)  # its answer
    assert cell(session) == now
    assert not layer.shown.covers


def test_that_what_is_typed_is_no_wish(session: Session, layer: PointerLayer) -> None:
    field = QLineEdit(session.window.page)
    field.show()
    field.setFocus()
    press(KEY.Key_P)
    press(KEY.Key_B)
    assert field.text().lower() == "pb"
    assert layer.shown == Shown()


def test_that_the_bar_comes_with_the_pointer_and_never_lies_over_the_page(
    session: Session, view: EnlargedView, qtbot: QtBot
) -> None:
    bar = view.findChild(ToolsBar)
    assert bar is not None
    bar.hide()
    press(KEY.Key_PageDown)  # a remote pointer wakes nothing
    press(KEY.Key_Q)
    assert not bar.isVisible()
    QTest.mouseMove(view.viewport(), QPoint(50, 60))
    assert bar.isVisible()
    assert session.window.centre.height() * view.scale_now <= bar.y() + 1
    keys = bar.findChild(QLabel, "presentation_keys")
    assert keys is not None
    assert "Page Down" in keys.text()


def test_that_the_page_is_painted_anew_when_it_goes_on(
    session: Session, view: EnlargedView, qtbot: QtBot
) -> None:
    seen = view.viewport()
    with qtbot.waitSignal(Painted(seen).painted):
        press(KEY.Key_PageDown)


def test_that_the_exercise_of_the_first_look_is_presented_as_it_is(
    session: Session, qtbot: QtBot
) -> None:
    window, preferences = session.window, session.preferences
    window.actions_of_window.levels.values["first"].trigger()
    preferences.replace(replace(preferences.state, presented_level="everything"))
    qtbot.waitUntil(window.isActiveWindow)
    press(KEY.Key_F5)
    exercise = named(session, FirstLook, "first_look")
    assert exercise.isVisible()
    asked = exercise.presenter.store.state
    assert asked.is_asked
    press(KEY.Key_PageDown)
    known = exercise.presenter.store.state
    assert (known.position, known.is_asked) == (asked.position, False)
    press(KEY.Key_PageDown)
    assert exercise.presenter.store.state.position == asked.position + 1
    press(KEY.Key_F5)
    assert preferences.state.presented_level == "everything"


def test_that_page_keys_go_through_maps_and_ways_to_explain_and_why_leads_back(
    session: Session, view: EnlargedView, qtbot: QtBot
) -> None:
    session.window.show_page("draw")
    qtbot.waitUntil(lambda: session.draw.store.state.answer is not None)
    maps = named(session, MapsTool, "maps_tool")
    opened = []
    for key in (KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_PageUp):
        press(key)
        opened.append(None if maps.view.opened is None else maps.view.opened.index)
    assert opened == [0, 1, 0, None]
    why = named(session, QAbstractButton, "why_answer")
    qtbot.waitUntil(why.isEnabled)
    why.click()
    methods = [session.draw.why.store.state.method]
    press(KEY.Key_PageDown)
    methods.append(session.draw.why.store.state.method)
    assert methods[0] != methods[1]
    why.click()
    assert maps.isVisible()
    why.click()
    press(KEY.Key_Escape)
    assert maps.isVisible()
    assert session.window.isFullScreen()


def test_that_closing_the_window_presents_no_more(
    session: Session, view: EnlargedView
) -> None:
    session.window.close()
    assert isinstance(session.window.centre.window(), type(session.window))
    assert session.preferences.state.level == "everything"


@pytest.mark.parametrize(
    ("room", "needed", "scale"),
    [
        ((1920, 1080), (500, 400), 1.8),
        ((1280, 720), (500, 400), LEAST),
        ((1280, 720), (860, 528), 1.36),
        ((3840, 2160), (500, 400), 3.6),
        ((976, 638), (1000, 700), 1.0),
    ],
)
def test_that_a_page_is_enlarged_as_much_as_it_fits(
    room: tuple[int, int], needed: tuple[int, int], scale: float
) -> None:
    assert enlarging(QSize(*room), QSize(*needed)) == pytest.approx(scale, abs=0.01)
