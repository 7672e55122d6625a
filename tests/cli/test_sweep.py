"""``cnnviz sweep``: settings side by side, gone on with, none stopping the others."""

import json
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from cnnviz.cli.main import main
from cnnviz.cli.sweeps.processes import Processes
from cnnviz.engine.training.run_folder import RunFolder
from tests.helpers.idx_folder import write_idx_folder
from tests.helpers.unheard import CLOSED, FULL, be_unheard


@pytest.fixture
def asked(tmp_path: Path) -> list[str]:
    data = str(write_idx_folder(tmp_path / "bars", train=200, test=40))
    words = ["sweep", "lenet5", "--data", data, "--epochs", "2", "--batch-size", "20"]
    return [*words, "--device", "cpu", "--threads", "1", "--out", str(tmp_path / "out")]


@pytest.fixture
def began(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Run the commands of a sweep in this process, one after another; return them."""
    began: list[list[str]] = []

    def run_here(self: Processes, words: Sequence[str]) -> str:
        with self._lock:
            began.append(list(words))
            return "" if main(list(words)) == 0 else "it failed"

    monkeypatch.setattr(Processes, "_run", run_here)
    return began


def results(words: list[str], capsys: pytest.CaptureFixture[str]) -> list[Any]:
    main([*words, "--json"])
    found: list[Any] = json.loads(capsys.readouterr().out.splitlines()[-1])
    return found


def test_that_every_choice_is_a_run_and_the_best_comes_first(
    asked: list[str],
    began: list[list[str]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    vary = ["--vary", "lr=0.005,0.00001", "--vary", "optimizer=sgd,adam"]
    found = results([*asked, *vary], capsys)
    assert len(began) == 4
    assert {tuple(one["settings"].items()) for one in found} == {
        (("lr", rate), ("optimizer", name))
        for rate in ("0.005", "0.00001")
        for name in ("sgd", "adam")
    }
    right = [one["validation_accuracy"] for one in found]
    assert right == sorted(right, reverse=True)
    assert found[0]["settings"] == {"lr": "0.005", "optimizer": "adam"}
    assert all(one["condition"] == "finished" for one in found)
    # Each is an ordinary run, with the recipe that was asked for.
    for one in found:
        config = json.loads(Path(one["folder"], "settings.json").read_bytes())["config"]
        assert config["learning_rate"] == float(one["settings"]["lr"])
        assert config["optimizer"] == one["settings"]["optimizer"]
        assert config["epochs"] == 2
    assert main(["runs", str(tmp_path / "out"), "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert {one["folder"] for one in listed} == {one["folder"] for one in found}

    assert main([*asked, *vary]) == 0  # all is done
    assert len(began) == 4
    table = capsys.readouterr().out.splitlines()[-5:]
    assert table[0].split() == ["lr", "optimizer", "right", "loss", "epochs", "seconds"]
    assert table[1].split()[:2] == ["0.005", "adam"]


def test_that_what_is_not_finished_goes_on_and_what_fails_stops_no_other(
    asked: list[str],
    began: list[list[str]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = [*asked, "--vary", "lr=0.001,1e30", "--vary", "optimizer=sgd"]
    found = results(words, capsys)
    assert [one["condition"] for one in found] == ["finished", "failed"]
    assert found[1]["message"]
    assert main(words) == 1

    good = Path(found[0]["folder"])
    lines = (good / "events.jsonl").read_text(encoding="utf-8").splitlines(True)
    (good / "events.jsonl").write_text("".join(lines[:8]), encoding="utf-8")
    for name in ("weights.safetensors", "checkpoint.safetensors"):
        (good / name).unlink()
    began.clear()
    again = results(words, capsys)
    assert ["train", "--resume", str(good)] in began
    assert again[0]["validation_loss"] == found[0]["validation_loss"]


def test_that_a_run_in_use_is_left_alone(
    asked: list[str], began: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    words = [*asked, "--vary", "seed=1"]
    (done,) = results(words, capsys)
    folder = Path(done["folder"])
    with RunFolder(folder):
        (found,) = results(words, capsys)
    assert found["condition"] == "running"
    assert len(began) == 1


def test_that_a_run_that_another_sweep_is_about_to_begin_has_not_failed(
    asked: list[str], began: list[list[str]], tmp_path: Path
) -> None:
    with RunFolder(tmp_path / "out" / "seed=1"):  # without settings yet
        assert main([*asked, "--vary", "seed=1"]) == 0


def test_that_each_machine_takes_its_part(
    asked: list[str],
    began: list[list[str]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    vary = [*asked, "--epochs", "1", "--vary", "seed=0,1,2"]
    first = results([*vary, "--part", "1/2"], capsys)
    second = results([*vary, "--part", "2/2"], capsys)
    assert sorted(one["settings"]["seed"] for one in first) == ["0", "2"]
    assert [one["settings"]["seed"] for one in second] == ["1"]
    assert len(results(vary, capsys)) == len(began) == 3


def test_that_a_preset_names_what_learns(
    asked: list[str], began: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    words = [one for one in asked if one != "lenet5"]
    (found,) = results([*words, "--vary", "preset=lenet5-fast"], capsys)
    config = json.loads(Path(found["folder"], "settings.json").read_bytes())["config"]
    assert config["network"] == "lenet5"
    assert (config["schedule"], config["batch_size"]) == ("one_cycle", 20)


def test_that_other_settings_in_a_folder_are_refused(
    asked: list[str], began: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    words = [*asked, "--vary", "seed=0"]
    assert main(words) == 0
    capsys.readouterr()
    assert main([*words, "--batch-size", "10"]) == 1
    assert "other settings" in capsys.readouterr().err
    assert main([*words, "--data", "builtin"]) == 1
    assert "other settings" in capsys.readouterr().err
    # How many cores it has changes no recipe.
    assert main([*words, "--threads", "2"]) == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--vary", "rate=1"], "cannot vary"),
        (["--vary", "lr=fast"], "invalid float value"),
        (["--vary", "lr=-1"], "learning rate"),
        (["--vary", "lr"], "NAME=VALUE"),
        (["--vary", "lr=1", "--vary", "lr=2"], "given twice"),
        (["--vary", "lr=1", "--part", "3/2"], "K/N"),
        (["--vary", "lr=1", "--jobs", "0"], "--jobs"),
        ([], "--vary"),
    ],
)
def test_that_a_sweep_that_makes_no_sense_is_wrong_usage(
    words: list[str],
    said: str,
    asked: list[str],
    began: list[list[str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as left:
        main([*asked, *words])
    assert left.value.code == 2
    assert said in capsys.readouterr().err
    assert began == []


@pytest.mark.parametrize("error", [CLOSED, FULL])
def test_that_a_sweep_that_nobody_hears_begins_no_other_run(
    error: OSError,
    asked: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    begun = list[object]()

    class OfAnother:
        """A process: the first fails at once, others wait to be told to stop."""

        returncode = 1

        def __init__(self, *_: object, **__: object) -> None:
            self.told = Event()
            if not begun:
                self.told.set()
            begun.append(self)

        def __enter__(self) -> "OfAnother":
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def communicate(self) -> tuple[bytes, bytes]:
            assert self.told.wait(20)
            return b"", b"broken"

        def send_signal(self, _number: int) -> None:
            self.told.set()

    monkeypatch.setattr("subprocess.Popen", OfAnother)
    words = [*asked, "--vary", "seed=0,1,2,3", "--jobs", "1"]
    with monkeypatch.context() as patch:
        be_unheard(patch, 0, error)
        assert main(words) == 1
    assert len(begun) <= 2
    assert "stopped" in capsys.readouterr().err


@pytest.mark.long
def test_that_runs_are_processes_side_by_side(
    asked: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [*asked, "--vary", "lr=0.001,1e30,0.01", "--vary", "optimizer=sgd"]
    found = results([*words, "--jobs", "2"], capsys)
    assert [one["condition"] for one in found] == ["finished", "finished", "failed"]
    assert "learning rate" in found[2]["message"]
