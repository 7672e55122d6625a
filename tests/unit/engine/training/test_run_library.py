"""The folders of the window's runs: which one is offered, and which ones go."""

import json
import os
from pathlib import Path

import pytest

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.run_checkpoints import write_checkpoint
from cnnviz.engine.training.run_folder import (
    CHECKPOINT,
    EVENTS,
    SETTINGS,
    RunFolder,
    RunSettings,
    write_settings,
)
from cnnviz.engine.training.runs.run_keeping import absolute, new_run
from cnnviz.engine.training.runs.run_library import (
    make_room,
    new_run_path,
    newest_unfinished,
    pass_over,
    remove_run,
)
from cnnviz.engine.training.runs.run_room import RunRoom
from tests.helpers.training_fakes import checkpoint

STARTED = {
    "event": "started",
    "device": "cpu",
    "training_pictures": 80,
    "validation_pictures": 20,
    "batches_per_epoch": 5,
}


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    return tmp_path / "runs"


def made(runs: Path, name: str, *, at: int, end: str = "") -> Path:
    """Make the folder of a run that has come into its third epoch."""
    path = runs / name
    path.mkdir(parents=True)
    settings = RunSettings(TrainingConfig(), "builtin", "0", "cnnviz train lenet5")
    write_settings(path, settings)
    records: list[dict[str, object]] = [STARTED]
    if end:
        records.append({"event": end})
    lines = "".join(f"{json.dumps(record)}\n" for record in records)
    (path / EVENTS).write_text(lines)
    write_checkpoint(path, checkpoint(12, 3, 2))
    os.utime(path / EVENTS, (at, at))
    return path


def test_that_the_newest_interrupted_run_is_found(runs: Path) -> None:
    assert newest_unfinished(runs) is None
    made(runs, "b", at=100)
    newest = made(runs, "a", at=200)
    made(runs, "c", at=300, end="finished")
    found = newest_unfinished(runs)
    assert found is not None
    assert found.path == newest
    assert found.epoch == 3
    assert found.settings.config == TrainingConfig()
    # Looking leaves nothing behind that would keep anybody from it.
    RunFolder(newest).close()


@pytest.mark.parametrize("end", ["finished", "failed"])
def test_that_a_run_with_an_end_is_not_found(end: str, runs: Path) -> None:
    made(runs, "a", at=100, end=end)
    assert newest_unfinished(runs) is None


def test_that_a_stopped_run_is_over(runs: Path) -> None:
    (made(runs, "a", at=100) / "weights.safetensors").touch()
    assert newest_unfinished(runs) is None


def test_that_a_run_passed_over_is_not_found_again(runs: Path) -> None:
    pass_over(made(runs, "a", at=100))
    assert newest_unfinished(runs) is None


def test_that_a_run_that_learned_nothing_is_not_found(runs: Path) -> None:
    (made(runs, "a", at=100) / CHECKPOINT).unlink()
    assert newest_unfinished(runs) is None


@pytest.mark.parametrize("file", [SETTINGS, EVENTS, CHECKPOINT])
def test_that_a_damaged_run_is_left_alone(file: str, runs: Path) -> None:
    other, path = made(runs, "b", at=50), made(runs, "a", at=100)
    (path / file).write_bytes(b"{}\n")
    os.utime(path / EVENTS, (100, 100))
    found = newest_unfinished(runs)
    assert found is not None
    assert found.path == other
    assert (path / file).read_bytes() == b"{}\n"


def test_that_a_run_in_use_is_not_found_and_not_removed(runs: Path) -> None:
    path = made(runs, "a", at=100)
    with RunFolder(path):
        assert newest_unfinished(runs) is None
        with pytest.raises(CnnvizError) as refused:
            remove_run(path)
    assert refused.value.code == "run_in_use"
    assert newest_unfinished(runs) is not None


def test_that_a_removed_run_leaves_nothing(runs: Path) -> None:
    remove_run(made(runs, "a", at=100))
    assert list(runs.iterdir()) == []


def test_that_the_oldest_runs_make_room_for_one_more(runs: Path) -> None:
    for at in range(RunRoom().runs + 2):
        made(runs, f"run-{at:02}", at=100 + at, end="finished")
    make_room(runs)
    left = sorted(path.name for path in runs.iterdir())
    assert left == [f"run-{at:02}" for at in range(3, RunRoom().runs + 2)]


def test_that_what_was_never_offered_or_is_in_use_stays(runs: Path) -> None:
    interrupted = made(runs, "interrupted", at=1)
    passed_over = made(runs, "passed-over", at=2)
    pass_over(passed_over)
    used = made(runs, "used", at=3, end="finished")
    for at in range(RunRoom().runs):
        made(runs, f"run-{at:02}", at=100 + at, end="finished")
    with RunFolder(used):
        make_room(runs)
    assert interrupted.exists()
    assert used.exists()
    assert not passed_over.exists()


def test_that_large_runs_go_sooner(runs: Path) -> None:
    for at in range(3):
        made(runs, f"run-{at}", at=100 + at, end="finished")
    size = sum(file.stat().st_size for file in (runs / "run-0").rglob("*"))
    make_room(runs, RunRoom(size=int(2.5 * size)))
    assert sorted(path.name for path in runs.iterdir()) == ["run-1", "run-2"]
    make_room(runs, RunRoom(size=size // 2))
    assert [path.name for path in runs.iterdir()] == ["run-2"]


def test_that_two_runs_of_a_second_have_folders_of_their_own(runs: Path) -> None:
    first = new_run_path(runs, "../my net")
    assert first.parent == runs
    first.mkdir(parents=True)
    assert not new_run_path(runs, "../my net").exists()


def test_that_nothing_that_is_no_run_of_ours_is_removed(
    runs: Path, tmp_path: Path
) -> None:
    for number in range(RunRoom().runs + 3):
        made(runs, f"{number}", at=number, end="finished")
    (runs / "notes").mkdir()
    (runs / "notes" / "thesis.txt").touch()
    elsewhere = made(tmp_path / "elsewhere", "run", at=1, end="finished")
    (runs / "link").symlink_to(elsewhere)
    make_room(runs)
    assert (runs / "notes" / "thesis.txt").exists()
    assert (elsewhere / SETTINGS).exists()
    assert not (runs / "0").exists()


def test_that_a_new_run_is_no_sequel_of_what_lies_in_its_folder(runs: Path) -> None:
    path = made(runs, "a", at=1)
    (path / SETTINGS).unlink()
    other = path / "other"
    other.mkdir()
    (other / ".cnnviz-0.tmp").touch()
    kept = new_run(path)
    with kept.folder:
        assert kept.told.started is None
        assert kept.checkpoint is None
        assert not (path / EVENTS).exists()
        assert not (path / CHECKPOINT).exists()
    assert (other / ".cnnviz-0.tmp").exists()  # of another run, perhaps at work


def test_that_a_folder_is_let_go_once(runs: Path) -> None:
    first = RunFolder(made(runs, "a", at=1))
    first.close()
    with RunFolder(first.path):
        first.close()
        assert (first.path / "in-use.json").exists()


def test_that_a_key_of_known_data_is_no_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("builtin", "mine"):
        (tmp_path / name).mkdir()
    assert absolute("builtin") == "builtin"
    assert absolute("mine") == str(tmp_path / "mine")
