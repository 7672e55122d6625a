"""How long processes that learn together wait for each other."""

from dataclasses import replace

import pytest

from cnnviz.engine.training.events import BatchDone
from cnnviz.pages.train.views.run_text import lasting_words
from cnnviz.state.run.run_state import Run, TrainingUpdate, advanced
from cnnviz.state.run.waiting import Waiting, waiting_after
from tests.helpers.told_runs import told_run


def done(step: int, computing: float | None, waiting: float | None) -> BatchDone:
    return BatchDone(1, step, step, 2.0, 0.1, 64 * step, step, computing, waiting)


def told(computing: float, waiting: float) -> Run:
    """Return a run of three processes, each batch of which took so long."""
    run = replace(told_run([2.3], [0.1]), phase="followed")
    assert run.started is not None
    run = replace(run, started=replace(run.started, processes=3))
    batches = tuple(done(step, computing, waiting) for step in range(2, 9))
    return advanced(run, TrainingUpdate(1, batches))


def test_that_the_newest_batches_count_the_most() -> None:
    quick = [done(step, 0.9, 0.1) for step in range(1, 200)]
    waiting = waiting_after(None, quick)
    assert waiting is not None
    assert waiting.share == pytest.approx(0.1)
    slow = waiting_after(waiting, [done(step, 0.1, 0.9) for step in range(500)])
    assert slow is not None
    assert slow.share == pytest.approx(0.9, abs=0.001)


def test_that_one_process_alone_waits_for_nobody() -> None:
    assert waiting_after(None, [done(1, None, None)]) is None
    assert Waiting().share == 0.0
    assert told_run([2.3], [0.1]).waiting is None


def test_that_the_window_says_why_a_shared_run_is_not_faster() -> None:
    words = lasting_words(told(0.6, 0.4))
    assert "3 processes" in words
    assert "40%" in words
    assert "247 kB" in words  # 61,706 numbers of LeNet-5, four bytes each
    assert "larger batch" in words


def test_that_little_waiting_needs_no_advice() -> None:
    words = lasting_words(told(0.95, 0.05))
    assert "each waits 5% of the time" in words
    assert "larger" not in words
