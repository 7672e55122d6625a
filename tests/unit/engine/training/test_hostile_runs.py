"""Files of a run that nobody could have written: refused in a sentence, at once."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load, save

from cnnviz.cli.main import main
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.files.network_json import network_json
from cnnviz.engine.training.predictions import read_predictions
from cnnviz.engine.training.run_checkpoints import read_checkpoint
from cnnviz.engine.training.run_events import read_told
from cnnviz.engine.training.run_folder import read_settings
from cnnviz.engine.training.run_writing import RunWriter
from cnnviz.engine.training.runs.checkpoint_check import check_checkpoint
from tests.helpers.chance_network import CHANCE
from tests.helpers.idx_folder import write_idx_folder

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")

Numbers = dict[str, Any]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run that was killed in its second epoch of 4 batches."""
    place = tmp_path_factory.mktemp("hostile")
    data = write_idx_folder(place / "bars", train=80, test=20)
    (place / "chance.json").write_text(network_json(CHANCE), encoding="utf-8")
    words = [str(place / "chance.json"), "--data", str(data), "--epochs", "3"]
    words += ["--batch-size", "20", "--device", "cpu", "--threads", "1"]
    with pytest.MonkeyPatch.context() as patch:
        take = RunWriter.take

        def killed(writer: RunWriter, event: Any) -> bool:
            if getattr(event, "step", 0) == 7:
                raise SystemExit
            return take(writer, event)

        patch.setattr(RunWriter, "take", killed)
        patch.setattr(RunWriter, "checkpoint_wanted", lambda _: True)
        with pytest.raises(SystemExit):
            main(["train", *words, "--run", str(place / "run")])
    return place / "run"


@pytest.fixture
def run(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept, tmp_path / "run"))


def assert_refused(run: Path, words: list[str], capsys: Any, said: str) -> None:
    capsys.readouterr()
    assert main([*words, str(run)]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert said in error


def change_line(file: Path, kind: str, **values: object) -> None:
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    next(line for line in lines if line["event"] == kind).update(values)
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines))


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("started", {"batches_per_epoch": 0}),
        ("started", {"training_pictures": "many"}),
        ("started", {"processes": None}),
        ("snapshot", {"step": "0"}),
        ("batch", {"step": 10**30}),
        ("batch", {"step": -1}),
        ("batch", {"step": 1.5}),
        ("batch", {"epoch": {}}),
        ("batch", {"loss": float("nan")}),
        ("batch", {"loss": 10**400}),
        ("batch", {"accuracy": True}),
        ("batch", {"compute_seconds": "long"}),
        ("epoch", {"validation_loss": "low"}),
        ("epoch", {"seconds": float("inf")}),
    ],
)
def test_that_events_of_no_run_are_damage(
    kind: str, values: Mapping[str, object], run: Path
) -> None:
    change_line(run / "events.jsonl", kind, **values)
    with pytest.raises(CnnvizError) as caught:
        read_told(run)
    assert caught.value.code == "run_damaged"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("epochs", 1.5),
        ("batch_size", True),
        ("learning_rate", "0.1"),
        ("seed", 0.5),
        ("patience", {}),
        ("device", 1),
        ("data_use", {"pictures": 1.5}),
        ("augmentation", {"rotate": True}),
    ],
)
def test_that_settings_of_no_recipe_are_damage(
    name: str, value: object, run: Path
) -> None:
    file = run / "settings.json"
    said = json.loads(file.read_bytes())
    said["config"][name] = value
    file.write_text(json.dumps(said))
    with pytest.raises(CnnvizError) as caught:
        read_settings(run)
    assert caught.value.code == "run_damaged"


def test_that_a_recipe_may_ask_for_any_number_of_epochs(run: Path) -> None:
    file = run / "settings.json"
    said = json.loads(file.read_bytes())
    said["config"]["epochs"] = 10**30
    file.write_text(json.dumps(said))
    assert read_settings(run).config.epochs == 10**30


def change_checkpoint(run: Path, change: Callable[[Numbers, Numbers], object]) -> None:
    """Write the checkpoint anew, its numbers and its arrays changed."""
    file = run / "checkpoint.safetensors"
    data = file.read_bytes()
    head = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])
    numbers = json.loads(head["__metadata__"]["checkpoint"])
    arrays = dict(load(data))
    change(numbers, arrays)
    file.write_bytes(save(arrays, {"checkpoint": json.dumps(numbers)}))


@pytest.mark.parametrize(
    "values",
    [{"best_loss": {}}, {"waited": -1}, {"step": 2.0}, {"seconds": float("nan")}],
)
def test_that_numbers_of_no_checkpoint_are_damage(values: Numbers, run: Path) -> None:
    change_checkpoint(run, lambda numbers, _: numbers.update(values))
    with pytest.raises(CnnvizError) as caught:
        read_checkpoint(run)
    assert caught.value.code == "run_damaged"


@pytest.mark.parametrize(
    "change",
    [
        lambda numbers, _: numbers.update(epoch=10**9),  # it would never end
        lambda numbers, _: numbers.update(batch=10**9),
        lambda numbers, _: numbers.update(step=5),
        lambda numbers, _: numbers.update(epoch_pictures=0),
        lambda _, arrays: arrays.pop("optimizer.0.exp_avg"),
        lambda _, arrays: arrays.update({"optimizer.99.exp_avg": np.zeros(3, "f4")}),
        lambda _, arrays: arrays.update({"optimizer.x": np.zeros(3, "f4")}),
        lambda _, arrays: arrays.update({"optimizer.0.exp_avg": np.zeros(3, "f4")}),
        lambda _, arrays: arrays.update({"optimizer.0.step": np.zeros((), "i8")}),
        lambda _, arrays: arrays.pop("weights.c1.weight"),
    ],
)
def test_that_a_checkpoint_of_another_run_is_refused(
    change: Callable[[Numbers, Numbers], object], run: Path
) -> None:
    change_checkpoint(run, change)
    checkpoint = read_checkpoint(run)
    assert checkpoint is not None
    with pytest.raises(CnnvizError):
        check_checkpoint(checkpoint, read_settings(run).config, 4)


def test_that_a_run_says_what_of_its_checkpoint_does_not_fit(
    run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change_checkpoint(run, lambda _, arrays: arrays.update(order=np.zeros(3, "u1")))
    words = ["train", "--resume"]
    assert_refused(run, words, capsys, "Delete checkpoint.safetensors")
    (run / "checkpoint.safetensors").unlink()
    assert main([*words, str(run)]) == 0


def test_that_a_run_that_lost_its_events_does_not_go_on(
    run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (run / "events.jsonl").write_bytes(b"")
    assert_refused(run, ["train", "--resume"], capsys, "events.jsonl")


@POSIX
@pytest.mark.timeout(60)
def test_that_no_pipe_and_no_device_is_waited_for(
    kept: Path, run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("events.jsonl", "layers.jsonl", "checkpoint.safetensors"):
        (run / name).unlink()
        os.mkfifo(run / name)
        assert_refused(run, ["train", "--resume"], capsys, name)
        (run / name).unlink()
        (run / name).symlink_to("/dev/zero")
        assert_refused(run, ["train", "--resume"], capsys, name)
        (run / name).unlink()
        shutil.copy(kept / name, run / name)
    said = run / "predictions" / "000001.safetensors"
    said.unlink()
    said.symlink_to("/dev/zero")
    assert read_predictions(run, 1, 10) is None
