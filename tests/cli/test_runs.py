"""``cnnviz runs``: each run in a folder, and how far it came."""

import json
from pathlib import Path

import pytest

from cnnviz.cli.main import main
from cnnviz.engine.training.run_folder import RunFolder
from tests.helpers.idx_folder import write_idx_folder


@pytest.fixture
def runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a folder with a finished run, an interrupted and a damaged one, and others."""
    data = str(write_idx_folder(tmp_path / "bars", train=60, test=20))
    runs = tmp_path / "runs"
    for name in ("a", "b", "c"):
        words = ["train", "lenet5", "--data", data, "--epochs", "2", "--threads", "1"]
        assert main([*words, "--run", str(runs / name)]) == 0
    lines = (runs / "b" / "events.jsonl").read_text(encoding="utf-8").splitlines(True)
    epoch = next(i for i, line in enumerate(lines) if '"event": "epoch"' in line)
    (runs / "b" / "events.jsonl").write_text("".join(lines[: epoch + 1]))
    changed = {"event": "change", "step": 1, "learning_rate": 0.5, "momentum": 0.1}
    with (runs / "b" / "events.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(changed) + "\n")
    (runs / "c" / "settings.json").write_text("{")
    (runs / "empty").mkdir()
    (runs / "file").touch()
    capsys.readouterr()
    return runs


def listed(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> list[dict[str, object]]:
    assert main(["runs", *words, "--json"]) == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def test_that_each_run_is_listed_with_how_far_it_came(
    runs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done, interrupted, damaged = listed([str(runs)], capsys)
    assert [one["condition"] for one in (done, interrupted, damaged)] == [
        "finished",
        "interrupted",
        "damaged",
    ]
    assert (done["network"], done["epochs"], done["epochs_done"]) == ("lenet5", 2, 2)
    assert (interrupted["epochs_done"], interrupted["step"]) == (1, 1)
    assert isinstance(done["validation_accuracy"], float)
    assert damaged["network"] is None
    assert done["changes"] == []
    assert interrupted["changes"] == [
        {"step": 1, "learning_rate": 0.5, "momentum": 0.1}
    ]
    files = [one for one in (runs / "a").rglob("*") if one.is_file()]
    assert done["bytes"] == sum(one.stat().st_size for one in files)

    assert main(["runs", str(runs)]) == 0
    first, second, third = capsys.readouterr().out.splitlines()
    assert "finished, lenet5" in first
    assert "1 of 2 epochs" in second
    assert "learning rate 0.5 and momentum 0.1 after step 1" in second
    assert "damaged" in third


def test_that_a_run_in_use_is_running(
    runs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with RunFolder(runs / "a"):
        assert listed([str(runs / "a")], capsys)[0]["condition"] == "running"
    assert listed([str(runs / "a")], capsys)[0]["condition"] == "finished"


def test_that_a_folder_without_runs_and_none_at_all_are_said(
    runs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert listed([str(runs / "empty")], capsys) == []
    assert main(["runs", str(runs / "empty")]) == 0
    assert "holds no runs" in capsys.readouterr().out
    assert main(["runs", str(runs / "none")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
