"""Runs of folders are shown while another program writes them, and as far as they can be read."""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from cnnviz.engine.training.events import Finished, TrainingEvent
from cnnviz.engine.training.run_folder import EVENTS, SETTINGS
from cnnviz.engine.training.run_writing import RunWriter
from cnnviz.engine.training.runs.run_keeping import KeptRun, new_run
from cnnviz.engine.training.runs.run_tail import RunTail
from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.state.run import run_following
from cnnviz.state.run.recipe import Recipe, training_config
from tests.helpers.training_fakes import (
    LENET5,
    FakeEngine,
    digit_store,
    network_store,
    tiny_dataset,
)

CONFIG = training_config(Recipe(epochs=3), LENET5)


class OtherProgram:
    """Writes a run of three epochs of five batches into a folder, as the command does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kept: KeptRun = new_run(folder)
        self.kept.begin(tiny_dataset(), CONFIG, "builtin", "cnnviz train lenet5")
        # By a clock that stands still, saving takes no time: each snapshot is written.
        self.writer = RunWriter(folder, LENET5, self.kept.told, now=float)
        self.events: Iterator[TrainingEvent] = FakeEngine().train(
            CONFIG,
            tiny_dataset(),
            probe_hw=lambda: None,
            snapshot_wanted=lambda: True,
            checkpoint_wanted=lambda: False,
            resumed=None,
        )

    def write(self, events: int) -> None:
        for event in islice(self.events, events):
            if not isinstance(event, Finished):
                self.writer.take(event)

    def end(self) -> None:
        self.write(10**6)
        self.writer.close()
        self.kept.folder.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[OtherProgram]:
    made = OtherProgram(tmp_path / "theirs")
    yield made
    made.writer.close()
    made.kept.folder.close()


@pytest.fixture
def presenter(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> Iterator[TrainPresenter]:
    monkeypatch.setattr(run_following, "_LOOK_EVERY_S", 0.02)
    stores = digit_store(), network_store()
    made = TrainPresenter(*stores, engine=FakeEngine())
    yield made
    made.shut_down()


def test_that_a_run_is_followed_while_another_program_writes_it(
    presenter: TrainPresenter, other: OtherProgram, qtbot: QtBot
) -> None:
    run = presenter.run
    other.write(6)  # the start, the random weights, and two batches with their weights
    presenter.following.open(str(other.folder))
    qtbot.waitUntil(lambda: run.state.curves.batches == 2)
    assert run.state.phase == "followed"
    assert not run.state.is_active
    qtbot.waitUntil(lambda: run.state.timeline.newest is not None)
    other.write(2)
    qtbot.waitUntil(lambda: run.state.weights_step == 3)
    newest = run.state.timeline.newest
    assert newest is not None
    assert (newest.weights["c1.bias"] == 3).all()
    assert newest.probabilities is not None  # of the picture here
    other.end()
    qtbot.waitUntil(lambda: run.state.phase == "stopped")
    assert run.state.curves.batches == 15
    assert len(run.state.epochs) == 3
    qtbot.waitUntil(lambda: len(run.state.timeline.steps) == 16)
    presenter.timeline.look_at(7)
    qtbot.waitUntil(lambda: run.state.timeline.shown.step == 7)
    np.testing.assert_array_equal(run.state.timeline.shown.weights["c1.bias"], 7.0)


def test_that_a_run_of_ones_own_takes_the_place_of_one_that_is_followed(
    presenter: TrainPresenter, other: OtherProgram, qtbot: QtBot
) -> None:
    other.write(4)
    presenter.following.open(str(other.folder))
    qtbot.waitUntil(lambda: presenter.run.state.phase == "followed")
    presenter.start()
    qtbot.waitUntil(lambda: presenter.run.state.phase == "finished")
    other.write(6)
    qtbot.waitUntil(presenter.following._follower.isFinished)
    assert presenter.run.state.curves.batches == 25


def test_that_a_damaged_run_is_shown_up_to_the_damage(
    presenter: TrainPresenter, other: OtherProgram, qtbot: QtBot
) -> None:
    other.end()
    lines = (other.folder / EVENTS).read_text().splitlines(keepends=True)
    lines[10] = lines[10].replace(":", ";", 1)
    (other.folder / EVENTS).write_text("".join(lines))
    with qtbot.waitSignal(presenter.following.failed) as failed:
        presenter.following.open(str(other.folder))
    assert failed.args[0].code == "run_damaged"
    told = [json.loads(line)["event"] for line in lines[:10]]
    assert presenter.run.state.curves.batches == told.count("batch")


@pytest.mark.parametrize(
    ("settings", "code"),
    [(None, "run_not_there"), ('{"format"', "run_damaged"), ("", "run_damaged")],
)
def test_that_what_is_no_run_is_refused_and_what_was_shown_stays(
    presenter: TrainPresenter,
    qtbot: QtBot,
    tmp_path: Path,
    settings: str | None,
    code: str,
) -> None:
    if settings is not None:
        (tmp_path / SETTINGS).write_text(settings)
    before = presenter.run.state
    with qtbot.waitSignal(presenter.following.failed) as failed:
        presenter.following.open(str(tmp_path))
    assert failed.args[0].code == code
    assert presenter.run.state is before


def test_that_a_tail_reads_whole_lines_each_once(tmp_path: Path) -> None:
    tail = RunTail(tmp_path, CONFIG)
    assert tail.more() == []
    line = json.dumps(
        {
            "event": "batch",
            **dict.fromkeys(("epoch", "batch", "loss", "accuracy"), 1),
            **dict.fromkeys(("pictures_seen", "seconds"), 1),
        }
    )
    first, second = (line.replace("{", f'{{"step": {step}, ', 1) for step in (1, 2))
    file = tmp_path / EVENTS
    file.write_text(f"{first}\n{second[:20]}")
    assert [done.step for done in tail.more()] == [1]
    file.write_text(f"{first}\n{second}\n")
    assert [done.step for done in tail.more()] == [2]
    file.write_text(f"{first}\n")  # cut, as a run goes on after a kill
    assert tail.more() == []
    file.write_text(f"{first}\n" + second.replace('"loss": 1', '"loss": "1"') + "\n")
    assert tail.more() == []
    assert tail.damage is not None
    assert tail.damage.code == "run_damaged"
