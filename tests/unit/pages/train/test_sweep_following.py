"""A folder of many runs is read as other programs write them, the best first."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnnviz.engine.training.run_folder import SETTINGS
from cnnviz.pages.train.presenters.lanes import sweep_following
from cnnviz.pages.train.presenters.lanes.sweep_following import SweepFollowing
from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.views.lanes.lane_words import difference_names
from cnnviz.state.run.lanes import Lane, best_first
from cnnviz.state.run.moments import holds_runs
from tests.helpers.other_program import CONFIG, OtherProgram
from tests.helpers.told_runs import told_run
from tests.helpers.training_fakes import FakeEngine, digit_store, network_store


@pytest.fixture
def sweep(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[SweepFollowing]:
    monkeypatch.setattr(sweep_following, "_LOOK_EVERY_S", 0.02)
    parent = digit_store()
    made = SweepFollowing(parent)
    yield made
    made.shut_down()


@pytest.fixture
def others(tmp_path: Path) -> Iterator[list[OtherProgram]]:
    rates = (0.1, 0.01)
    made = [
        OtherProgram(tmp_path / f"lr-{rate}", replace(CONFIG, learning_rate=rate))
        for rate in rates
    ]
    yield made
    for one in made:
        one.writer.close()
        one.kept.folder.close()


def batches(sweep: SweepFollowing) -> list[int]:
    state = sweep.store.state
    return [] if state is None else [one.run.curves.batches for one in state.lanes]


def test_that_the_runs_of_a_folder_grow_while_they_are_written(
    sweep: SweepFollowing, others: list[OtherProgram], tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "damaged").mkdir()
    (tmp_path / "damaged" / SETTINGS).write_text("{")
    others[0].write(4)
    sweep.open(str(tmp_path))
    qtbot.waitUntil(lambda: sorted(batches(sweep)) == [0, 1])
    state = sweep.store.state
    assert state is not None
    assert state.going == 2
    assert set(difference_names(state.lanes)) == {"0.1", "0.01"}
    others[1].write(40)  # two epochs: it is the best by now
    qtbot.waitUntil(lambda: max(batches(sweep)) > 10)
    best = sweep.store.state.lanes[0]
    assert best.run.folder == others[1].folder
    assert len(best.run.epochs) >= 1
    assert best.run.epochs[0].predictions is None
    for other in others:
        other.end()
    qtbot.waitUntil(lambda: batches(sweep) == [15, 15])
    qtbot.waitUntil(lambda: sweep.store.state.going == 0)
    third = OtherProgram(tmp_path / "lr-1", replace(CONFIG, learning_rate=1.0))
    qtbot.waitUntil(lambda: len(batches(sweep)) == 3)
    third.end()


def test_that_what_is_no_folder_is_said(
    sweep: SweepFollowing, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(sweep.failed) as failed:
        sweep.open(str(tmp_path / "nowhere"))
    assert failed.args[0].code == "runs_not_there"
    sweep.close()
    assert sweep.store.state is None


def test_that_a_folder_is_shown_as_what_it_holds(
    qtbot: QtBot, others: list[OtherProgram], tmp_path: Path
) -> None:
    train = TrainPresenter(digit_store(), network_store(), engine=FakeEngine())
    beside = train.beside
    assert holds_runs(str(tmp_path))
    assert not holds_runs(str(others[0].folder))
    assert not holds_runs(str(tmp_path / "nowhere"))
    with qtbot.waitSignal(beside.run_wanted) as one:
        beside.open(str(others[0].folder))
    assert one.args == [str(others[0].folder)]
    with qtbot.waitSignal(beside.compare_wanted):
        beside.open(str(tmp_path))
    qtbot.waitUntil(lambda: beside.sweep.store.state is not None)
    beside.kept.show((others[0].folder, others[1].folder))
    assert beside.sweep.store.state is None
    qtbot.waitUntil(lambda: len(beside.kept.store.state.lanes) == 2)
    train.shut_down()


def test_that_who_ended_and_was_right_the_most_comes_first() -> None:
    def lane(name: str, phase: str, losses: list[tuple[float, float]]) -> Lane:
        run = told_run([1.0] * 10 * len(losses), [0.5] * 10 * len(losses), losses)
        return Lane(name, replace(run, phase=phase))  # type: ignore[arg-type]

    lanes = [
        lane("failed", "failed", [(1.0, 0.1)]),
        lane("worse", "finished", [(1.0, 0.4)]),
        lane("new", "followed", []),
        lane("better", "finished", [(1.0, 0.3)]),  # as often right, at a smaller loss
        lane("going", "followed", [(1.0, 0.2)]),
    ]
    names = [each.name for each in best_first(lanes)]
    assert names == ["better", "worse", "going", "new", "failed"]
