"""What a thread says late, or cannot say, on the Network page."""

from collections.abc import Iterator
from threading import Event

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.network.model.closer import CloserQuestion, measured
from cnnviz.pages.network.model.comparison import AnswerCurve, answer_curve
from cnnviz.pages.network.presenters import closer, curve_worker
from cnnviz.pages.network.views.compare.curve_card import CurveCard
from cnnviz.state.workers.weight_file import shipped_networks
from tests.helpers.compared_page import Compared, shown_page
from tests.helpers.session import session

__all__ = ["session"]

PATIENCE = 10_000


def test_that_a_network_that_is_chosen_stays_when_an_edited_one_comes_late(
    session: Session, qtbot: QtBot
) -> None:
    session.window.show_page("network")
    page, choices = session.network.store, session.looking.choices
    qtbot.waitUntil(lambda: page.state.answer is not None, timeout=PATIENCE)
    session.looking.built.set_open(True)
    editor = session.looking.built.editor
    editor.choose(editor.draft.ids[0])
    with qtbot.assertNotEmitted(editor.network_ready, wait=300):
        editor.duplicate()  # its thread answers to the event loop, which is later
        other = next(
            one for one in choices.store.state if one.network.name == "convnet"
        )
        choices.choose(other)
        qtbot.waitUntil(lambda: page.state.answering is other, timeout=PATIENCE)
    assert choices.current.state is other


def test_that_a_change_after_another_choice_is_seen(
    session: Session, qtbot: QtBot
) -> None:
    session.window.show_page("network")
    page, choices = session.network.store, session.looking.choices
    qtbot.waitUntil(lambda: page.state.answer is not None, timeout=PATIENCE)
    session.looking.built.set_open(True)
    editor, first = session.looking.built.editor, choices.current.state
    editor.choose(editor.draft.ids[0])
    editor.duplicate()
    other = next(one for one in choices.store.state if one.network.name == "convnet")
    choices.choose(other)
    qtbot.waitUntil(lambda: page.state.answering is other, timeout=PATIENCE)
    choices.choose(first)
    qtbot.waitUntil(lambda: page.state.answering is first, timeout=PATIENCE)
    editor.choose(editor.draft.ids[0])
    editor.duplicate()
    qtbot.waitUntil(lambda: choices.current.state.origin == "built", timeout=PATIENCE)


class Slow:
    """Measure the field only when it is let go."""

    def __init__(self) -> None:
        self.may_go = Event()
        self.may_go.set()

    def __call__(self, question: CloserQuestion) -> np.ndarray:
        assert self.may_go.wait(10)
        return measured(question)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    made = Slow()
    monkeypatch.setattr(closer, "measured", made)
    return made


@pytest.fixture
def shown(slow: Slow, qtbot: QtBot) -> Iterator[Compared]:
    yield from shown_page(qtbot, *shipped_networks())
    slow.may_go.set()


def test_that_what_is_measured_of_one_number_does_not_stand_with_the_next(
    shown: Compared, slow: Slow, qtbot: QtBot
) -> None:
    known = shown.closer.store
    shown.closer.set_on(True)
    shown.network.open_map("c3_relu", 2)
    shown.network.open_cell(1, 1)
    qtbot.waitUntil(lambda: known.state.field is not None, timeout=PATIENCE)
    slow.may_go.clear()
    shown.network.open_cell(8, 8)
    qtbot.waitUntil(lambda: known.state.closer.question.at == (2, 8, 8))
    assert known.state.field is None
    slow.may_go.set()
    qtbot.waitUntil(lambda: known.state.field is not None, timeout=PATIENCE)


def test_that_a_curve_that_cannot_be_drawn_says_why_and_is_tried_again(
    monkeypatch: pytest.MonkeyPatch, shown: Compared, qtbot: QtBot
) -> None:
    fails = [True]

    def curve(*question: object) -> AnswerCurve | None:
        if fails:
            raise CnnvizError("answer_not_finite", title="LeNet-5")
        return answer_curve(*question)  # type: ignore[arg-type]

    monkeypatch.setattr(curve_worker, "answer_curve", curve)
    state = shown.comparison.store
    shown.page._actions.compare.setChecked(True)
    shown.comparison.set_on(True)
    qtbot.waitUntil(lambda: state.state.curve_error is not None, timeout=PATIENCE)
    card = shown.page.findChild(CurveCard)
    said = [label.text() for label in card.findChildren(QLabel)]
    assert any("The answer of LeNet-5 is not a number" in text for text in said)
    assert "Computing…" not in said
    fails.clear()
    shown.comparison.use_axis("down")
    qtbot.waitUntil(lambda: state.state.curve is not None, timeout=PATIENCE)
    assert state.state.curve_error is None
