"""``cnnviz train --run`` and ``--resume``: killed, stopped, full, unheard; nothing is lost."""

import json
import os
import random
import signal
import sys
from pathlib import Path

import pytest

from cnnviz.cli.main import main
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.files.network_json import network_json
from cnnviz.engine.networks.weights import load_weights
from cnnviz.engine.training.run_saving import LearnedSoFar
from cnnviz.engine.training.session import Session
from tests.helpers.chance_network import CHANCE
from tests.helpers.idx_folder import write_idx_folder
from tests.helpers.train_processes import assert_same_end, told, training
from tests.helpers.unheard import FULL, be_unheard

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")


@pytest.fixture
def data(tmp_path: Path) -> str:
    return str(write_idx_folder(tmp_path / "bars", train=300, test=50))


@pytest.fixture
def recipe(data: str, tmp_path: Path) -> list[str]:
    (tmp_path / "chance.json").write_text(network_json(CHANCE), encoding="utf-8")
    words = [str(tmp_path / "chance.json"), "--data", data, "--epochs", "30"]
    return [*words, "--batch-size", "20", "--device", "cpu", "--threads", "1"]


@pytest.fixture
def whole(recipe: list[str], tmp_path: Path) -> Path:
    folder = tmp_path / "whole"
    assert main(["train", *recipe, "--run", str(folder)]) == 0
    return folder


def test_that_a_folder_holds_the_lines_of_json_and_all_that_out_writes(
    recipe: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "run"
    assert main(["train", *recipe, "--run", str(folder), "--json"]) == 0
    said = capsys.readouterr().out
    assert (folder / "events.jsonl").read_text(encoding="utf-8") == said
    load_weights(folder / "weights.safetensors", CHANCE)
    card = (folder / "model_card.md").read_text(encoding="utf-8")
    assert "| 30 |" in card
    settings = json.loads((folder / "settings.json").read_bytes())
    assert settings["config"]["batch_size"] == 20
    assert not list(folder.rglob("*.tmp"))


def test_that_snapshots_stay_under_the_size_that_was_asked_for(
    data: str, tmp_path: Path
) -> None:
    words = ["train", "lenet5", "--data", data, "--epochs", "3", "--batch-size", "5"]
    words += ["--threads", "1", "--snapshot-megabytes", "1"]
    assert main([*words, "--run", str(tmp_path / "run")]) == 0
    kept = sorted((tmp_path / "run" / "snapshots").iterdir())
    # Ten are taken, of a quarter of a megabyte each.
    assert sum(one.stat().st_size for one in kept) < 1_000_000
    assert kept[0].stem == "000000000"
    assert len(kept) >= 2


@POSIX
@pytest.mark.timeout(1200)
@pytest.mark.parametrize(
    ("kills", "epochs"), [(1, 60), pytest.param(50, 2800, marks=pytest.mark.long)]
)
def test_that_a_run_killed_at_any_moment_goes_on_to_the_same_end(
    kills: int, epochs: int, recipe: list[str], tmp_path: Path
) -> None:
    folder, chance = tmp_path / "run", random.Random(kills)
    recipe += ["--epochs", str(epochs)]
    words = [*recipe, "--run", str(folder), "--json"]
    killed = 0
    for _ in range(kills):
        seen = len(told(folder)) if (folder / "events.jsonl").exists() else 0
        with training(*words) as process:
            assert process.stdout is not None
            heard = [process.stdout.readline() for _ in range(chance.randrange(60))]
            process.kill()
            heard += process.stdout.readlines()
            process.wait()
        killed += process.returncode == -signal.SIGKILL
        # Each line that was heard is kept, and came once.
        lines = [one[:-1] for one in heard if one.endswith("\n")]
        assert (folder / "events.jsonl").exists() or not lines
        if lines:
            kept = (folder / "events.jsonl").read_text(encoding="utf-8").splitlines()
            assert kept[seen : seen + len(lines)] == lines
        if (folder / "settings.json").exists():
            words = ["--resume", str(folder), "--json"]
    assert killed == kills
    assert main(["train", *words]) == 0
    assert main(["train", *recipe, "--run", str(tmp_path / "whole")]) == 0
    assert_same_end(folder, tmp_path / "whole")


@POSIX
@pytest.mark.parametrize(
    "number", ["SIGINT", pytest.param("SIGTERM", marks=pytest.mark.long)]
)
def test_that_a_stopped_run_saves_its_last_batch_and_goes_on(
    number: str, recipe: list[str], whole: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "run"
    with training(*recipe, "--run", str(folder), "--json") as process:
        assert process.stdout is not None
        for _ in range(30):
            process.stdout.readline()
        for _ in range(3):  # whoever is impatient loses nothing
            process.send_signal(getattr(signal, number))
        rest, error = process.communicate(timeout=60)
    assert process.returncode == 128 + getattr(signal, number)
    assert error.count("\n") == 1
    assert "--resume" in error
    newest = [one for one in told(folder) if one["event"] == "batch"][-1]
    assert f"saved the weights of epoch {newest['epoch']}, batch {newest['batch']}" in (
        error
    )
    assert json.loads(rest.splitlines()[-1])["event"] in ("batch", "snapshot", "epoch")
    load_weights(folder / "weights.safetensors", CHANCE)

    assert main(["train", "--resume", str(folder)]) == 0
    assert_same_end(folder, whole)


@POSIX
def test_that_a_run_stopped_while_it_is_measured_saves_its_last_batch(
    recipe: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    validate = Session.validate

    def told_to_stop(session: Session) -> tuple[float, float]:
        os.kill(os.getpid(), signal.SIGINT)
        return validate(session)

    monkeypatch.setattr(Session, "validate", told_to_stop)
    folder = tmp_path / "run"
    assert main(["train", *recipe, "--run", str(folder)]) == 130
    assert "saved the weights of epoch 1, batch 15" in capsys.readouterr().err
    load_weights(folder / "weights.safetensors", CHANCE)


@POSIX
def test_that_a_closed_output_loses_nothing(recipe: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "run"
    with training(*recipe, "--run", str(folder), "--json") as process:
        assert process.stdout is not None
        assert "started" in process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        error = process.stderr.read()
        process.wait(timeout=60)
    assert process.returncode != 0
    assert "Traceback" not in error
    load_weights(folder / "weights.safetensors", CHANCE)
    assert main(["train", "--resume", str(folder)]) == 0


def test_that_an_output_on_a_full_disk_loses_nothing(
    recipe: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "run"
    with monkeypatch.context() as patch:
        be_unheard(patch, 10, FULL)
        assert main(["train", *recipe, "--run", str(folder), "--json"]) == 1
    saved, refused = capsys.readouterr().err.splitlines()
    newest = [one for one in told(folder) if one["event"] == "batch"][-1]
    assert f"epoch {newest['epoch']}, batch {newest['batch']}" in saved
    assert "No space left" in refused
    load_weights(folder / "weights.safetensors", CHANCE)


@POSIX
def test_that_a_full_disk_is_said_and_the_run_goes_on_when_there_is_room(
    data: str, tmp_path: Path
) -> None:
    import resource

    def leave_little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    folder = tmp_path / "run"
    words = ["lenet5", "--data", data, "--epochs", "2", "--threads", "1"]
    with training(
        *words, "--run", str(folder), "--json", prepare=leave_little_room
    ) as process:
        out, error = process.communicate(timeout=60)
    assert process.returncode == 1
    assert error.count("\n") == 1
    assert "checkpoint.safetensors" in error
    assert json.loads(out.splitlines()[-1])["code"] == "file_unwritable"
    assert main(["train", "--resume", str(folder)]) == 0
    load_weights(folder / "weights.safetensors", network("lenet5"))


def test_that_a_resumed_run_says_each_event_once(
    recipe: list[str], whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "run"
    main(["train", *recipe, "--run", str(folder), "--json"])
    lines = (folder / "events.jsonl").read_text(encoding="utf-8").splitlines(True)
    (folder / "events.jsonl").write_text("".join(lines[:-40]), encoding="utf-8")
    (folder / "weights.safetensors").unlink()
    (folder / "checkpoint.safetensors").unlink()
    capsys.readouterr()
    assert main(["train", "--resume", str(folder), "--json"]) == 0
    said = capsys.readouterr().out.splitlines(True)
    assert (folder / "events.jsonl").read_text() == "".join([*lines[:-40], *said])
    assert len(said) == 40
    assert_same_end(folder, whole)


def test_that_a_run_killed_before_its_last_save_is_not_taken_for_complete(
    recipe: list[str],
    whole: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Stopped, and so saved; gone on with to its end, and killed there."""
    (whole / "checkpoint.safetensors").unlink()
    lines = (whole / "events.jsonl").read_text(encoding="utf-8").splitlines(True)
    (whole / "events.jsonl").write_text("".join(lines[:100]), encoding="utf-8")
    with monkeypatch.context() as killing:

        def kill(*_: object) -> None:
            raise SystemExit

        killing.setattr(LearnedSoFar, "save", kill)
        with pytest.raises(SystemExit):
            main(["train", "--resume", str(whole)])
    assert told(whole)[-1]["event"] == "finished"
    assert main(["train", "--resume", str(whole)]) == 0
    load_weights(whole / "weights.safetensors", CHANCE)
    capsys.readouterr()
    assert "is finished" in refused(["--resume", str(whole)], capsys)


def refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Return the one line with which a command is refused."""
    assert main(["train", *words]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    return error


def test_that_folders_that_cannot_be_used_are_refused(
    recipe: list[str], whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    before = (whole / "events.jsonl").read_bytes()
    assert "already holds a run" in refused([*recipe, "--run", str(whole)], capsys)
    assert (whole / "events.jsonl").read_bytes() == before
    assert "is finished" in refused(["--resume", str(whole)], capsys)
    assert "holds no run" in refused(["--resume", str(tmp_path / "none")], capsys)
    assert not (tmp_path / "none").exists()
    (whole / "settings.json").write_text("{", encoding="utf-8")
    assert "damaged" in refused(["--resume", str(whole)], capsys)


def test_that_other_data_are_refused(
    data: str, whole: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (whole / "weights.safetensors").unlink()  # not finished, then
    for file in Path(data).iterdir():
        file.unlink()
    write_idx_folder(Path(data), train=310, test=50)
    capsys.readouterr()
    assert "are not those" in refused(["--resume", str(whole)], capsys)


@POSIX
def test_that_a_folder_in_use_is_left_alone(
    recipe: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "run"
    with training(*recipe, "--epochs", "9999", "--run", str(folder)) as process:
        assert process.stdout is not None
        process.stdout.readline()
        error = refused(["--resume", str(folder)], capsys)
        assert f"in use by process {process.pid}" in error


@pytest.mark.parametrize(
    "words",
    [
        ["--resume", "run", "--data", "builtin"],
        ["lenet5", "--resume", "run"],
        ["--resume", "run", "--epochs", "9"],
        ["--resume", "run", "--seed", "0"],
        ["--resume", "run", "--use", "100"],
        ["--resume", "run", "--augment", "digits"],
        ["lenet5", "--data", "builtin", "--run", "a", "--out", "b"],
        [],
    ],
)
def test_that_what_does_not_go_together_is_wrong_usage(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["train", *words])
    assert caught.value.code == 2
    assert "Traceback" not in capsys.readouterr().err
