"""A run that gets no better ends before its last epoch."""

from contextlib import closing
from dataclasses import replace

import pytest

from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import (
    BatchDone,
    Checkpoint,
    EpochDone,
    Finished,
    Snapshot,
)
from cnnviz.engine.training.loop import train
from cnnviz.engine.training.session import Session
from tests.helpers.bar_digits import bar_dataset
from tests.helpers.chance_network import CHANCE

QUICK = TrainingConfig(
    network=CHANCE,
    epochs=9,
    batch_size=40,
    device="cpu",
    threads=1,
    patience=2,
    snapshot_every=1,
)
BEST_SECOND = (1.0, 0.5, 0.5, 0.6, 0.4)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return bar_dataset(80, 20)


def measuring(
    monkeypatch: pytest.MonkeyPatch, losses: tuple[float, ...] = BEST_SECOND
) -> None:
    """Let the validation pictures give these losses, epoch by epoch."""
    given, measure = iter(losses), Session.validate
    monkeypatch.setattr(
        Session, "validate", lambda self: replace(measure(self), loss=next(given))
    )


def test_that_a_run_ends_after_as_many_epochs_without_a_lower_loss(
    monkeypatch: pytest.MonkeyPatch, dataset: Dataset
) -> None:
    measuring(monkeypatch)
    events = list(train(QUICK, dataset))
    finished = events[-1]
    assert isinstance(finished, Finished)
    assert finished.stopped_early
    assert [one.epoch for one in events if isinstance(one, EpochDone)] == [1, 2, 3, 4]
    steps = [one.step for one in events if isinstance(one, Snapshot)]
    assert steps == [*range(9)]  # the last one is given once


def test_that_a_run_goes_to_its_end_without_patience(
    monkeypatch: pytest.MonkeyPatch, dataset: Dataset
) -> None:
    measuring(monkeypatch)
    *_, finished = train(replace(QUICK, patience=None, epochs=5), dataset)
    assert isinstance(finished, Finished)
    assert not finished.stopped_early


def test_that_waiting_for_the_very_last_epoch_is_no_early_stop(
    monkeypatch: pytest.MonkeyPatch, dataset: Dataset
) -> None:
    measuring(monkeypatch)
    *_, finished = train(replace(QUICK, epochs=4), dataset)
    assert isinstance(finished, Finished)
    assert not finished.stopped_early


def test_that_a_run_that_goes_on_has_waited_as_long(
    monkeypatch: pytest.MonkeyPatch, dataset: Dataset
) -> None:
    measure = Session.validate
    measuring(monkeypatch)
    with closing(train(QUICK, dataset, checkpoint_wanted=lambda: True)) as events:
        in_fourth = next(
            one
            for one in events
            if isinstance(one, Checkpoint) and (one.epoch, one.batch) == (4, 1)
        )
    assert (in_fourth.best_loss, in_fourth.waited) == (0.5, 1)
    monkeypatch.setattr(Session, "validate", measure)
    measuring(monkeypatch, BEST_SECOND[3:])
    rest = list(train(QUICK, dataset, resumed=in_fourth))
    assert [one.step for one in rest if isinstance(one, BatchDone)] == [8]
    assert isinstance(rest[-1], Finished)
    assert rest[-1].stopped_early
