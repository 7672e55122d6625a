"""In the real window: a file of drawings is dropped, hands draw them again, all agree."""

import numpy as np
import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.engine.images.strokes.pen_strokes import draw_strokes
from cnnviz.ui.canvas.draw_pad import DrawPad
from tests.helpers.draw_stage import SHIPPED
from tests.helpers.drops import drop
from tests.helpers.hands import (
    DATA,
    MouseHand,
    TabletHand,
    as_seen,
    drawn_by_hand,
    strokes_of,
)
from tests.helpers.session import session

__all__ = ["session"]


@pytest.mark.skipif(not SHIPPED, reason="needs the shipped weights")
def test_that_dropped_drawings_and_hands_are_read_alike(
    session: Session, qtbot: QtBot
) -> None:
    window, presenter = session.window, session.draw
    window.show_page("draw")
    drop(session, DATA / "digits.json")
    qtbot.waitUntil(lambda: len(presenter.drawings.store.state.drawings) == 20)

    def read() -> str:
        def is_read() -> bool:
            current = presenter.drawings.store.state.current
            ink_hw = session.pictures.state.ink_hw
            is_of_now = current is not None and current.ink_hw is ink_hw
            return is_of_now and current is not None and current.label is not None

        qtbot.waitUntil(is_read, timeout=20_000)
        current = presenter.drawings.store.state.current
        assert current is not None
        return str(current.label)

    pad = window.findChild(DrawPad, "draw_pad")
    assert pad is not None
    for number, hand in ((7, MouseHand()), (18, TabletHand(pressure=1.0))):
        drawing = drawn_by_hand()[number - 1]
        presenter.drawings.bring_back(number)
        assert read() == drawing.label
        session.picture.clear_drawing()
        strokes = as_seen(pad, strokes_of(drawing))
        hand.draw(pad, strokes)
        assert read() == drawing.label
        np.testing.assert_array_equal(
            session.pictures.state.ink_hw, draw_strokes(strokes)
        )


def test_that_what_is_drawn_on_the_convolution_page_is_kept_with_its_strokes(
    session: Session, qtbot: QtBot
) -> None:
    window, drawings = session.window, session.draw.drawings
    window.show_page("convolution")
    draw = window.findChild(QAction, "draw_action")
    assert draw is not None
    draw.trigger()
    pads = window.page.findChildren(DrawPad)
    qtbot.waitUntil(lambda: any(pad.isVisible() for pad in pads))
    (pad,) = (pad for pad in pads if pad.isVisible())
    inks = []
    for drawing in drawn_by_hand()[:2]:
        session.picture.clear_drawing()
        MouseHand().draw(pad, as_seen(pad, strokes_of(drawing)))
        inks.append(session.pictures.state.ink_hw)
    kept = drawings.store.state.drawings
    assert [drawn.ink_hw for drawn in kept] == inks
    for drawn in kept:
        assert drawn.strokes is not None
        assert drawn.ink_hw is not None
        np.testing.assert_array_equal(draw_strokes(drawn.strokes), drawn.ink_hw)
    window.show_page("draw")
    qtbot.waitUntil(lambda: drawings.store.state.drawings[-1].label is not None)
    assert len(drawings.store.state.drawings) == 2
    session.undo.undo()  # the last stroke of it
    current = drawings.store.state.current
    assert current is None or current.number == 2
