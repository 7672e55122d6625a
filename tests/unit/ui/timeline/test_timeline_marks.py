"""Where the moments of a run lie on its timeline."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cnnviz.engine.training.events import EpochDone, Started
from cnnviz.state.run.probe_scores import Scores
from cnnviz.state.run.recipe import Recipe, training_config
from cnnviz.state.run.run_state import TrainingUpdate, advanced, new_run
from cnnviz.ui.timeline.timeline_marks import (
    TimelineMarks,
    epoch_of,
    marks_of,
    round_stride,
)
from tests.helpers.training_fakes import LENET5
from tests.unit.state.run.test_run_state import shot


def test_that_epochs_and_the_best_one_are_marked_where_they_end() -> None:
    config = training_config(Recipe(epochs=3), LENET5)
    losses = (0.5, 0.25, 0.75)
    epochs = (EpochDone(n, 1, 0.5, loss, 0.5, 1) for n, loss in enumerate(losses, 1))
    run = advanced(
        new_run(1, LENET5, config, "builtin"),
        TrainingUpdate(1, (Started(config, "cpu", 640, 20, 10), *epochs), shot(30)),
    )
    answers = {0: np.array([0.9, 0.1]), 30: np.array([0.2, 0.8])}
    marks = marks_of(run, Scores(answers, 1))
    assert marks.epochs == ((1, 10), (2, 20), (3, 30))
    assert marks.best == (2, 20)
    assert marks.bars == ((0, 0.1), (30, 0.8))
    assert [epoch_of(run, step) for step in (0, 1, 10, 11, 30)] == [0, 1, 1, 2, 3]


@given(st.sets(st.integers(0, 5000), min_size=1), st.integers(-100, 6000))
def test_that_the_nearest_moment_is_found(steps: set[int], wanted: int) -> None:
    marks = TimelineMarks(tuple(sorted(steps)), max(steps) + 1)
    found = marks.steps[marks.nearest(wanted)]
    assert abs(found - wanted) == min(abs(step - wanted) for step in steps)


@given(st.floats(0.001, 1e6))
def test_that_a_stride_is_round_and_no_larger_than_it_must_be(least: float) -> None:
    stride = round_stride(least)
    assert str(stride).rstrip("0") in ("1", "2", "5")
    assert least <= stride <= max(1, 2.5 * least)
