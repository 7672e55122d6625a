"""Ctrl+Z in the real window: what it takes back, where, and what it says of it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.pages.convolution.model.lab_settings import SignalSettings
from cnnviz.pages.convolution.views.inspector.kernel.number_table import NumberTable
from cnnviz.pages.convolution.views.signal.signal_scene import Spot
from cnnviz.pages.convolution.views.signal.signal_stage import SignalStage
from cnnviz.ui.canvas.draw_pad import DrawPad
from tests.helpers.session import session

__all__ = ["session"]

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE = Qt.MouseButton.NoButton
CTRL = Qt.KeyboardModifier.ControlModifier


def send(
    on: QWidget,
    kind: QEvent.Type,
    at: QPoint,
    button: Qt.MouseButton,
    held: Qt.MouseButton,
) -> None:
    """Send a mouse event with exactly these buttons held after it."""
    place = QPointF(at)
    event = QMouseEvent(
        kind,
        place,
        on.mapToGlobal(place),
        button,
        held,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(on, event)


def press(on: QWidget, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
    send(on, QEvent.Type.MouseButtonPress, at, button, button)


def move(on: QWidget, at: QPoint, held: Qt.MouseButton = LEFT) -> None:
    send(on, QEvent.Type.MouseMove, at, NONE, held)


def release(on: QWidget, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
    send(on, QEvent.Type.MouseButtonRelease, at, button, NONE)


def undo(session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)


def redo(session: Session, qtbot: QtBot) -> None:
    held = CTRL | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, held)


def said(session: Session) -> str:
    return session.window.statusBar().currentMessage()


class TestWhere:
    def test_that_undo_goes_to_the_page_that_it_changes_and_says_what(
        self, session: Session, qtbot: QtBot
    ) -> None:
        session.walk.commands.set("stride", (2, 2))
        session.window.show_page("draw")
        undo(session, qtbot)
        assert session.window.page.key == "convolution"
        assert session.walk.store.state.settings.stride == (1, 1)
        assert said(session) == "Undone: Change stride (2 → 1)"
        session.window.show_page("train")
        redo(session, qtbot)
        assert session.window.page.key == "convolution"
        assert said(session) == "Redone: Change stride (1 → 2)"

    def test_that_it_is_said_in_portuguese_too(
        self, session: Session, qtbot: QtBot
    ) -> None:
        session.window.actions_of_window.languages.values["pt_BR"].trigger()
        session.walk.commands.set_bias(0.5)
        undo(session, qtbot)
        assert said(session).startswith("Desfeito: ")
        assert said(session).endswith(" (0,5 → 0)")

    def test_that_the_picture_is_seen_on_every_page(
        self, session: Session, qtbot: QtBot
    ) -> None:
        session.window.actions_of_window.new_drawing.trigger()
        session.window.show_page("draw")
        undo(session, qtbot)
        assert session.window.page.key == "draw"
        assert said(session) == "Undone: New drawing"

    def test_that_the_button_of_the_draw_page_says_so_too(
        self, session: Session, qtbot: QtBot
    ) -> None:
        session.walk.commands.set("stride", (2, 3))
        session.window.show_page("draw")
        qtbot.mouseClick(
            session.window.page.findChild(QToolButton, "undo_stroke"), LEFT
        )
        assert session.window.page.key == "convolution"
        assert said(session) == "Undone: Change stride (2 × 3 → 1 × 1)"


class TestStroke:
    @pytest.fixture(params=["draw", "convolution"])
    def pad(self, session: Session, request: pytest.FixtureRequest) -> DrawPad:
        """Return the pad of a page, with one stroke on it."""
        session.window.actions_of_window.new_drawing.trigger()
        session.window.show_page(request.param)
        if request.param == "convolution":
            for action in session.window.page.page_actions():
                if action.objectName() == "draw_action":
                    action.trigger()
        pad = next(
            p for p in session.window.page.findChildren(DrawPad) if p.isVisible()
        )
        pad.setFocus()
        press(pad, self.at(pad, 0.3))
        release(pad, self.at(pad, 0.3))
        return pad

    def at(self, pad: DrawPad, share: float) -> QPoint:
        paper = pad.paper_rect()
        return (paper.topLeft() + QPointF(share * paper.width(), 60.0)).toPoint()

    def ink(self, session: Session) -> int:
        ink_hw = session.pictures.state.ink_hw
        assert ink_hw is not None
        return int((ink_hw > 0).sum())

    def test_that_undo_during_a_stroke_takes_back_the_whole_stroke(
        self, session: Session, qtbot: QtBot, pad: DrawPad
    ) -> None:
        dot, steps = self.ink(session), session.undo.index()
        press(pad, self.at(pad, 0.4))
        move(pad, self.at(pad, 0.6))
        drawn = self.ink(session)
        undo(session, qtbot)
        assert self.ink(session) == dot
        move(pad, self.at(pad, 0.9))
        release(pad, self.at(pad, 0.9))
        assert (self.ink(session), session.undo.index()) == (dot, steps)
        redo(session, qtbot)
        assert self.ink(session) == drawn
        undo(session, qtbot)
        undo(session, qtbot)
        assert self.ink(session) == 0

    @pytest.mark.parametrize("way", ["clear_drawing", "start_drawing"])
    def test_that_a_stroke_that_is_broken_into_is_one_step(
        self, session: Session, qtbot: QtBot, pad: DrawPad, way: str
    ) -> None:
        dot = self.ink(session)
        press(pad, self.at(pad, 0.4))
        move(pad, self.at(pad, 0.6))
        drawn = self.ink(session)
        getattr(session.picture, way)()
        assert self.ink(session) == 0
        release(pad, self.at(pad, 0.6))
        undo(session, qtbot)
        assert self.ink(session) == drawn
        undo(session, qtbot)
        assert self.ink(session) == dot

    def test_that_only_the_button_that_began_a_stroke_ends_it(
        self, session: Session, pad: DrawPad
    ) -> None:
        steps = session.undo.index()
        press(pad, self.at(pad, 0.4))
        press(pad, self.at(pad, 0.45), RIGHT)
        send(pad, QEvent.Type.MouseButtonRelease, self.at(pad, 0.5), RIGHT, LEFT)
        before = self.ink(session)
        move(pad, self.at(pad, 0.8))
        assert self.ink(session) > before
        assert session.undo.index() == steps
        release(pad, self.at(pad, 0.8))
        assert session.undo.index() == steps + 1

    def test_that_keys_leave_the_stroke_of_a_hand_alone(
        self, session: Session, qtbot: QtBot, pad: DrawPad
    ) -> None:
        steps = session.undo.index()
        press(pad, self.at(pad, 0.4))
        ink = self.ink(session)
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Down):
            qtbot.keyClick(pad, key)
        assert (self.ink(session), session.undo.index()) == (ink, steps)
        release(pad, self.at(pad, 0.4))
        assert session.undo.index() == steps + 1

    def test_that_a_mouse_leaves_the_stroke_of_the_keys_alone(
        self, session: Session, qtbot: QtBot, pad: DrawPad
    ) -> None:
        steps = session.undo.index()
        qtbot.keyClick(pad, Qt.Key.Key_Space)
        press(pad, self.at(pad, 0.7))
        move(pad, self.at(pad, 0.9))
        release(pad, self.at(pad, 0.9))
        assert session.undo.index() == steps
        for _ in range(5):
            qtbot.keyClick(pad, Qt.Key.Key_Right)
        qtbot.keyClick(pad, Qt.Key.Key_Space)
        assert session.undo.index() == steps + 1


class TestKernel:
    @pytest.fixture
    def table(self, session: Session, qtbot: QtBot) -> NumberTable:
        """Return the kernel's numbers, to be painted with 5."""
        page = session.window.page
        page.findChild(QToolButton, "kernel_paint").click()
        table = page.findChild(NumberTable, "kernel_table")
        table.setFocus()
        return table

    def at(self, table: NumberTable, row: int, column: int) -> QPoint:
        return table.visualRect(table.model().index(row, column)).center()

    def test_that_undo_during_a_painted_stroke_takes_it_back_whole(
        self, session: Session, qtbot: QtBot, table: NumberTable
    ) -> None:
        before = session.walk.settings_store.state
        hand = table.viewport()
        press(hand, self.at(table, 0, 0))
        move(hand, self.at(table, 0, 2))
        assert session.undo.count() == 1
        undo(session, qtbot)
        move(hand, self.at(table, 2, 2))
        release(hand, self.at(table, 2, 2))
        assert session.walk.settings_store.state == before
        assert session.undo.index() == 0

    def test_that_only_the_button_that_began_to_paint_ends_it(
        self, session: Session, table: NumberTable
    ) -> None:
        hand = table.viewport()
        press(hand, self.at(table, 0, 0))
        press(hand, self.at(table, 0, 0), RIGHT)
        send(hand, QEvent.Type.MouseButtonRelease, self.at(table, 0, 0), RIGHT, LEFT)
        move(hand, self.at(table, 2, 0))
        release(hand, self.at(table, 2, 0))
        assert session.undo.count() == 1
        weights = session.walk.settings_store.state.bank.weights_oikk[0, 0]
        assert len(set(weights[:, 0].tolist())) == 1


class TestBars:
    @pytest.fixture
    def stage(self, session: Session) -> SignalStage:
        session.walk.commands.set("operation", "signal")
        stage = session.window.page.findChild(SignalStage)
        stage.setFocus()
        return stage

    def spot(self, stage: SignalStage) -> QPoint:
        scene = stage.scene()
        assert scene is not None
        band = scene.view.band("signal")
        x = scene.view.x(scene.place(Spot("signal", 0)) + 0.5)
        return QPoint(round(x), round(band.top + band.height / 2))

    def test_that_undo_during_a_drag_takes_it_back_whole(
        self, session: Session, qtbot: QtBot, stage: SignalStage
    ) -> None:
        at = self.spot(stage)
        press(stage, at)
        move(stage, at - QPoint(0, 20))
        move(stage, at - QPoint(0, 40))
        undo(session, qtbot)
        move(stage, at - QPoint(0, 60))
        release(stage, at - QPoint(0, 60))
        assert session.lab.signals.asked == SignalSettings()
        assert session.undo.undoText() == "Choose operation"

    def test_that_a_drag_there_and_back_is_no_step(
        self, session: Session, stage: SignalStage
    ) -> None:
        steps, at = session.undo.count(), self.spot(stage)
        press(stage, at)
        for up in (20, 40, 20, 0):
            move(stage, at - QPoint(0, up))
        release(stage, at)
        assert session.lab.signals.asked == SignalSettings()
        assert session.undo.count() == steps
