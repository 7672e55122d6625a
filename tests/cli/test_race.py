"""``cnnviz race``: runs that differ in one thing, and what came out."""

import json
import os
import signal
from pathlib import Path

import pytest

from cnnviz.cli.main import main
from cnnviz.cli.training.race_run import RaceReport
from cnnviz.engine.training.events import BatchDone, TrainingEvent
from cnnviz.engine.training.run_checkpoints import read_checkpoint
from cnnviz.engine.training.run_folder import RunFolder
from tests.helpers.idx_folder import write_idx_folder
from tests.helpers.train_processes import told
from tests.helpers.unheard import CLOSED, FULL, be_unheard


@pytest.fixture
def data(tmp_path: Path) -> str:
    return str(write_idx_folder(tmp_path / "bars", train=130, test=20))


def test_that_a_race_tells_every_run_and_what_came_out(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "race"
    words = ["race", "pooling", "--data", data, "--epochs", "1", "--threads", "1"]
    assert main([*words, "--run", str(folder), "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    batches = [line for line in lines if line.get("event") == "batch"]
    assert [(one["run"], one["step"]) for one in batches] == [
        (run, step) for step in (1, 2, 3) for run in ("pooled", "unpooled")
    ]
    said = lines[-1]
    assert said["event"] == "outcome"
    assert said["verdict"] in ("holds", "partly", "fails")
    assert said["runs"]["pooled"]["parameters"] < said["runs"]["unpooled"]["parameters"]
    assert "Numbers to learn: 9,098 with pooling" in said["words"]

    assert main(["runs", str(folder), "--json"]) == 0
    kept = json.loads(capsys.readouterr().out)
    assert [one["condition"] for one in kept] == ["finished", "finished"]
    accuracy = said["runs"]["unpooled"]["validation_accuracy"]
    assert kept[1]["validation_accuracy"] == pytest.approx(accuracy)


def test_that_people_read_the_claim_first_and_the_outcome_last(
    data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        main(["race", "Dense", "--data", data, "--epochs", "1", "--threads", "1"]) == 0
    )
    first, *middle, last = capsys.readouterr().out.splitlines()
    assert first.startswith("Claimed: Convolutions find")
    assert middle[-2].startswith("convolutions, epoch 1:")
    assert last.startswith("Came out: ")


def test_that_a_kept_run_on_shuffled_pictures_can_go_on(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [
        "train",
        "mlp",
        "--data",
        f"shuffled:{data}",
        "--epochs",
        "1",
        "--threads",
        "1",
    ]
    assert main([*words, "--run", str(tmp_path / "run")]) == 0
    (tmp_path / "run" / "weights.safetensors").unlink()  # as if it had been killed
    assert main(["train", "--resume", str(tmp_path / "run")]) == 0
    settings = json.loads((tmp_path / "run" / "settings.json").read_text())
    assert settings["data"] == f"shuffled:{data}"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["speed", "--data", "builtin"], 2, "no race called speed"),
        (["dense"], 2, "--data"),
        (["dense", "--data", "builtin", "--epochs", "0"], 2, "epochs"),
        (["dense", "--data", "nowhere"], 1, "nowhere"),
    ],
)
def test_that_what_cannot_be_run_is_said(
    words: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        found = main(["race", *words])
    except SystemExit as left:
        found = int(left.code or 0)
    assert found == code
    assert said in capsys.readouterr().err


def assert_each_goes_on(folder: Path) -> None:
    """Check that no batch that was told is lost, and that each run comes to its end."""
    for run in (folder / "convolution", folder / "dense"):
        batches = [one["step"] for one in told(run) if one["event"] == "batch"]
        assert batches
        assert (run / "weights.safetensors").is_file()
        checkpoint = read_checkpoint(run)
        assert checkpoint is not None
        assert checkpoint.step == batches[-1]
        assert main(["train", "--resume", str(run)]) == 0
        assert told(run)[-1]["event"] == "finished"
        batches = [one["step"] for one in told(run) if one["event"] == "batch"]
        assert batches == [1, 2, 3]


@pytest.mark.parametrize(
    ("error", "said"), [(CLOSED, "goes on"), (FULL, "No space left")]
)
def test_that_a_race_that_nobody_hears_loses_nothing(
    error: OSError,
    said: str,
    data: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["race", "dense", "--data", data, "--epochs", "1", "--threads", "1"]
    with monkeypatch.context() as patch:
        be_unheard(patch, 5, error)
        assert main([*words, "--run", str(tmp_path / "race"), "--json"]) == 1
    assert said in capsys.readouterr().err.splitlines()[-1]
    assert_each_goes_on(tmp_path / "race")


def test_that_a_race_that_is_stopped_loses_nothing(
    data: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stop(self: RaceReport, number: int, event: TrainingEvent) -> None:
        if isinstance(event, BatchDone):
            os.kill(os.getpid(), signal.SIGINT)

    words = ["race", "dense", "--data", data, "--epochs", "1", "--threads", "1"]
    with monkeypatch.context() as patch:
        patch.setattr(RaceReport, "say", stop)
        assert main([*words, "--run", str(tmp_path / "race")]) == 130
    assert capsys.readouterr().err.count("\n") == 1
    assert_each_goes_on(tmp_path / "race")


def test_that_a_race_beside_a_run_of_another_lets_go_of_all_folders(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["race", "dense", "--data", data, "--run", str(tmp_path)]
    with RunFolder(tmp_path / "dense"):
        assert main(words) == 1
    assert "in use" in capsys.readouterr().err
    RunFolder(tmp_path / "convolution").close()


@pytest.mark.parametrize("command", ["race", "sweep"])
def test_that_no_runs_are_hidden_in_the_folder_of_a_run(
    command: str, data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "settings.json").write_text("{}")
    words = {
        "race": ["race", "dense", "--data", data, "--run", str(tmp_path)],
        "sweep": ["sweep", "mlp", "--data", data, "--vary", "seed=0"],
    }
    where = [] if command == "race" else ["--out", str(tmp_path)]
    assert main([*words[command], *where]) == 1
    assert "already holds a run" in capsys.readouterr().err


def test_that_a_race_with_a_run_that_fails_ends_so(
    data: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def no_memory(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("cnnviz.engine.training.session.Session.step", no_memory)
    words = ["race", "dense", "--data", data, "--epochs", "1", "--threads", "1"]
    assert main([*words, "--run", str(tmp_path)]) == 1
    assert not list(tmp_path.rglob("weights.safetensors"))
