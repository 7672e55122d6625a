"""The wheel over the tool that changes weights, and the Play action."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.pages.network.views.change.kernel_pad import KernelPad
from cnnviz.ui.controls.number_spin import ExactSpin
from tests.helpers.session import session

__all__ = ["session"]


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> QWidget:
    """Open a number with the tool that changes weights beside it."""
    session.window.show_page("network")
    shown = session.network.store
    qtbot.waitUntil(lambda: shown.state.answer is not None, timeout=10_000)
    session.network.open_map("c3_relu", 2)
    session.network.open_cell(3, 4)
    qtbot.keyClick(session.window.page, Qt.Key.Key_E)
    pad = session.window.page.findChild(KernelPad)
    qtbot.waitUntil(pad.isVisible)
    return session.window.page


def turn(widget: QWidget) -> None:
    here = QPointF(widget.rect().center())
    turned = QWheelEvent(
        here,
        QPointF(widget.mapToGlobal(here)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, turned)


@pytest.mark.parametrize(
    ("kind", "name"), [(QComboBox, "layer_activation"), (ExactSpin, "weight_value")]
)
def test_that_what_is_scrolled_past_does_not_change(
    session: Session, page: QWidget, kind: type[QWidget], name: str
) -> None:
    turn(page.findChild(kind, name))
    assert session.undo.count() == 0


def test_that_the_wheel_over_the_kernel_steps_the_weight(
    session: Session, page: QWidget
) -> None:
    before = session.looking.changes.store.state.value
    turn(page.findChild(KernelPad))
    assert session.looking.changes.store.state.value == pytest.approx(before - 0.1)
    assert session.undo.count() == 1


def test_that_what_plays_offers_to_pause(page: QWidget, qtbot: QtBot) -> None:
    play = page.findChild(QAction, "unit_play")
    assert play.text() == "Play"
    play.trigger()
    assert play.text() == "Pause"
    play.trigger()
    assert play.text() == "Play"
