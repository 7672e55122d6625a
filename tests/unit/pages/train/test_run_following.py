"""Runs of folders are shown while another program writes them, and as far as they can be read."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from cnnviz.engine.training.run_folder import EVENTS, SETTINGS
from cnnviz.engine.training.runs.run_tail import RunTail
from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.state.run import run_following
from tests.helpers.other_program import CONFIG, OtherProgram
from tests.helpers.training_fakes import (
    FakeEngine,
    digit_store,
    network_store,
)


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


def test_that_a_tail_tells_of_processes_and_of_the_end(tmp_path: Path) -> None:
    started = dict.fromkeys(("training_pictures", "validation_pictures"), 20)
    batch = dict.fromkeys(("epoch", "batch", "step", "pictures_seen"), 1)
    batch |= {"loss": 2.3, "accuracy": 0.1, "seconds": 1.5}
    waits = {"compute_seconds": 0.3, "wait_seconds": 0.1}
    records = [
        {"event": "started", "device": "cpu", "batches_per_epoch": 3, "processes": 2}
        | started,
        {"event": "batch", **batch, **waits},
        {
            "event": "finished",
            "validation_accuracy": 0.9,
            "seconds": 3.0,
            "stopped_early": True,
            "test_accuracy": 0.8,
        },
    ]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (tmp_path / EVENTS).write_text(lines)
    begun, done, finished = RunTail(tmp_path, CONFIG).more()
    assert begun.processes == 2
    assert (done.compute_seconds, done.wait_seconds) == (0.3, 0.1)
    assert (finished.test_accuracy, finished.stopped_early) == (0.8, True)
    (tmp_path / EVENTS).write_text(
        lines.replace('"wait_seconds": 0.1', '"wait_seconds": ""')
    )
    tail = RunTail(tmp_path, CONFIG)
    assert len(tail.more()) == 1
    assert tail.damage is not None
