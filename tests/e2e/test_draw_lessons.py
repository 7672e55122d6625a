"""Doing what the guide to the Draw page says leads to what it says."""

import importlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.pages.draw.views.probability_bars import ProbabilityBars
from cnnviz.tour.driver import Driver
from cnnviz.tour.robot import Hand
from tests.e2e.test_guide import ROOT, guide_steps
from tests.helpers.session import session_in

SEVEN = 7


def is_read(session: Session, digit: int) -> None:
    answer = session.draw.store.state.answer
    assert answer is not None
    assert answer.trace is not None
    assert answer.trace.best == digit
    assert answer.judgement is not None
    assert answer.judgement.digit
    assert answer.trace.probabilities is not None
    assert answer.trace.probabilities.sum() == pytest.approx(1)


def answer(session: Session) -> None:
    is_read(session, 3)
    shown = session.window.findChild(QLabel, "answer_percent")
    assert shown is not None
    assert shown.text().endswith("%")
    assert "100" not in shown.text()


def small(session: Session) -> None:
    is_read(session, SEVEN)
    done = session.draw.store.state.answer.preparation
    top, left, height, width = done.box
    assert min(top, left) > 140  # in the lower right quarter of the sheet
    assert max(height, width) < 140
    assert max(done.fitted_hw.shape) == 20
    assert done.digit_hw.size == 784
    assert ((done.digit_hw > 0) * np.arange(28)).max() > 17  # as large as any other


def stages(session: Session) -> None:
    state = session.draw.stages.store.state
    assert state.without == {"crop"}
    assert state.outcome.whole.best == SEVEN
    ink = [
        (prepared.digit_hw > 127).sum()
        for prepared in (state.answer.preparation, state.outcome.preparation)
    ]
    assert ink[1] < ink[0] / 2  # a tiny seven
    assert set(state.outcome.alone) >= {"crop", "fit", "smooth", "range", "centre"}


def maps(session: Session) -> None:
    layers = session.draw.store.state.answer.layers
    assert {name: layers[name].tile_hw for name in ("c1", "s2")} == {
        "c1": (28, 28),
        "s2": (14, 14),
    }
    assert layers["c1"].count == 6


def explained(session: Session, method: str) -> Any:
    state = session.draw.why.store.state
    assert (state.method, state.label) == (method, SEVEN)
    assert state.explanation is not None
    assert state.explanation.question.method == method
    return state.explanation


def why(session: Session) -> None:
    pixels_hw = explained(session, "occlusion").pixels_hw
    inked = session.draw.store.state.answer.seen > 127
    assert pixels_hw[inked].mean() > 0 > pixels_hw.min()
    assert pixels_hw[inked].mean() > pixels_hw[~inked].mean()


def ink(session: Session) -> None:
    pixels_hw = explained(session, "ink").pixels_hw
    assert pixels_hw.min() < 0 < pixels_hw.max()


def change(session: Session) -> None:
    found = explained(session, "change").change
    assert found.label != SEVEN
    assert found.noise_flips < 50  # chance does it more seldom


def what_if(session: Session) -> None:
    outcome = session.draw.what_if.store.state.outcome
    assert abs(outcome.question.change.placement.degrees) == 30
    assert not outcome.question.prepared
    middle = outcome.shifts.reach
    near = outcome.shifts.best_rc[middle - 1 : middle + 2, middle - 1 : middle + 2]
    assert (near == SEVEN).all()  # some pixels do no harm
    assert outcome.shifts.kept < 1  # beyond that it breaks off


def scribble(session: Session) -> None:
    assert not session.draw.store.state.answer.judgement.digit
    bars = session.window.findChild(ProbabilityBars, "probability_bars")
    assert bars is not None
    assert bars.pale


def two(session: Session) -> None:
    assert session.draw.store.state.answer.judgement.several == (0, 1)


def drawings(session: Session) -> None:
    state = session.draw.drawings.store.state
    assert len(state.drawings) == len(LESSONS)
    assert [drawn.label for drawn in state.drawings][-1] == "3"
    assert [drawn.doubted for drawn in state.drawings].count(True) == 2
    assert state.current.strokes
    assert session.draw.drawings.replay.is_shown is False


LESSONS: dict[str, Callable[[Session], None]] = {
    check.__name__.replace("_", "-"): check
    for check in (
        answer,
        small,
        stages,
        maps,
        why,
        ink,
        change,
        what_if,
        scribble,
        two,
        drawings,
    )
}


@pytest.mark.long
@pytest.mark.parametrize("language", ["pt_BR"])
def test_that_doing_what_the_draw_guide_says_leads_to_what_it_says(
    language: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "packaging")
    guide = importlib.import_module("guide_draw").DrawGuide
    folder = language.replace("_", "-")
    told = [lesson.picture for lesson in guide_steps().lessons(folder, "draw")]
    assert told == list(LESSONS)

    class Reader(guide):  # type: ignore[misc, valid-type]
        """Looks at the page where a picture would be taken."""

        def _teach(self, _reader: object) -> Iterator[Callable[[], bool]]:
            yield lambda: True  # `test_own_classes` does what that guide says

        def _take(self, name: str) -> Iterator[Callable[[], bool]]:
            yield self._ready
            LESSONS[name](self.session)
            self.numbers[name] = {}

    with session_in(language, qtbot, tmp_path) as session:
        hand = Hand(session.window, tmp_path, time.perf_counter())
        reader = Reader(hand, session, folder, None)
        driver = Driver(reader.script(), session.window)
        with qtbot.waitSignal(driver.ended, timeout=100_000):
            driver.begin()
        assert driver.failure == ""
        assert list(reader.numbers) == list(LESSONS)
