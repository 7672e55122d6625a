"""``cnnviz train``: what it prints, what it leaves, how it ends."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from cnnviz.cli.main import main
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.files.described_weights import network_said
from cnnviz.engine.networks.files.network_json import network_json, read_network_json
from cnnviz.engine.networks.files.onnx.writer import onnx_bytes
from cnnviz.engine.networks.layers import Activation, Flatten, Linear, Pool2d
from cnnviz.engine.networks.weights import (
    encode_weights,
    load_weights,
    read_metadata,
    shipped_weights,
)
from tests.helpers.idx_folder import write_idx_folder

QUICK = ["--epochs", "2", "--batch-size", "50", "--device", "cpu", "--threads", "1"]


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(write_idx_folder(tmp_path / "bars", train=300, test=50))


def events(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_that_json_is_one_object_an_event(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", "lenet5", "--data", folder, *QUICK, "--json"]) == 0
    captured = capsys.readouterr()
    found = events(captured.out)
    b = ["batch"] * 6
    assert [entry["event"] for entry in found] == [
        "started", "snapshot", *b, "epoch", *b, "epoch", "snapshot", "finished",
    ]  # fmt: skip
    first, second = (entry for entry in found if entry["event"] == "epoch")
    assert (first["epoch"], second["epoch"]) == (1, 2)
    for key in (
        "train_loss",
        "train_accuracy",
        "validation_loss",
        "validation_accuracy",
        "seconds",
    ):
        assert isinstance(first[key], float)
    assert captured.err == ""


def test_that_the_same_seed_prints_the_same_losses(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def losses(*words: str) -> list[object]:
        assert (
            main(["train", "lenet5", "--data", folder, *QUICK, "--json", *words]) == 0
        )
        return [
            entry["loss"]
            for entry in events(capsys.readouterr().out)
            if entry["event"] == "batch"
        ]

    assert losses("--seed", "5") == losses("--seed", "5")
    assert losses("--seed", "5") != losses("--seed", "6")


def test_that_weights_and_card_are_saved(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "run"
    words = ["train", "lenet5", "--data", folder, *QUICK, "--seed", "8"]
    assert main([*words, "--out", str(out)]) == 0

    said = capsys.readouterr().out
    assert "epoch 2 of 2" in said
    assert "validation: loss" in said
    assert str(out / "weights.safetensors") in said
    assert sorted(path.name for path in out.iterdir()) == [
        "model_card.md",
        "weights.safetensors",
    ]
    load_weights(out / "weights.safetensors", network("lenet5"))
    facts = read_metadata(out / "weights.safetensors")
    assert (facts["network"], facts["data"], facts["seed"]) == ("lenet5", "bars", "8")
    card = (out / "model_card.md").read_text(encoding="utf-8")
    assert "--lr 0.001" in card
    assert "--seed 8" in card


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Write LeNet-5 with one layer more, as the editor saves it."""
    lenet5 = network("lenet5")
    layers = (*lenet5.layers, Activation(name="softmax", kind="softmax"))
    path = tmp_path / "mine.json"
    described = replace(lenet5, name="mine", title="Mine", layers=layers)
    path.write_text(network_json(described))
    return path


def test_that_a_network_of_a_file_is_trained_and_its_weights_say_its_layers(
    mine: Path, folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "run"
    assert main(["train", str(mine), "--data", folder, *QUICK, "--out", str(out)]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("Training mine on 300 pictures")
    assert captured.err == ""
    described = network_said(read_metadata(out / "weights.safetensors"))
    assert described == read_network_json(mine)
    load_weights(out / "weights.safetensors", read_network_json(mine))
    card = (out / "model_card.md").read_text(encoding="utf-8")
    assert card.startswith("# Mine, trained on bars")
    assert f"cnnviz train {mine} --data" in card


def test_that_an_onnx_file_is_trained_anew_and_says_so(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, lenet5 = tmp_path / "mine.onnx", network("lenet5")
    path.write_bytes(onnx_bytes(lenet5, shipped_weights(lenet5)))
    words = [str(path), "--data", folder, *QUICK, "--json"]
    assert main(["train", *words]) == 0
    captured = capsys.readouterr()
    assert "trained anew, from random weights (seed 0)" in captured.err
    assert captured.err.count("\n") == 1
    first = next(one for one in events(captured.out) if one["event"] == "batch")
    assert float(str(first["loss"])) > 1  # the price of guessing is 2.3


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("lenet9", "There is no network called lenet9"),
        ("absent.json", "absent.json"),
        ("broken.json", "broken.json"),
        ("cifar10", "28 × 28"),
        ("three.json", "Three has 3 classes"),
        ("empty.json", "Empty has no weights"),
    ],
)
def test_that_what_cannot_be_trained_on_the_data_says_so_in_one_line(
    asked: str,
    said: str,
    folder: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    flat = Flatten(name="flatten")
    sums = Linear(name="output", units=3)
    pool = Pool2d(name="pool", kind="average", kernel=(14, 5), stride=(14, 5))
    for title, layers in (("Three", (flat, sums)), ("Empty", (pool, flat))):
        described = replace(
            network("lenet5"), name="x", title=title, labels=(), layers=layers
        )
        (tmp_path / f"{title.lower()}.json").write_text(network_json(described))
    (tmp_path / "broken.json").write_text("{")
    place = str(tmp_path / asked) if asked.endswith(".json") else asked
    assert main(["train", place, "--data", folder, *QUICK, "--json"]) == 1
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.err.count("\n") == 1
    assert [entry["event"] for entry in events(captured.out)] == ["failed"]


def test_that_a_run_that_diverges_says_so_and_saves_nothing(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["train", "lenet5", "--data", folder, *QUICK, "--json"]
    out = tmp_path / "run"
    code = main([*words, "--optimizer", "sgd", "--lr", "1e9", "--out", str(out)])
    captured = capsys.readouterr()
    assert code == 1
    last = events(captured.out)[-1]
    assert (last["event"], last["code"]) == ("failed", "training_diverged")
    assert captured.err.count("\n") == 1
    assert "learning rate" in captured.err
    assert list(out.iterdir()) == []


def test_that_a_missing_data_set_says_where_and_what_else(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["train", "lenet5", "--data", "mnist"]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "data" in error
    assert "built-in digits" in error


@pytest.mark.parametrize(
    "words",
    [
        ["--epochs", "0"],
        ["--batch-size", "-1"],
        ["--lr", "0"],
        ["--lr", "nan"],
        ["--lr", "quick"],
        ["--seed", "-3"],
        ["--momentum", "1"],
        ["--optimizer", "adagrad"],
        ["--device", "tpu"],
        ["--threads", "0"],
    ],
)
def test_that_a_value_that_cannot_be_is_wrong_usage(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["train", "lenet5", "--data", "builtin", *words])
    assert caught.value.code == 2
    assert capsys.readouterr().err


def test_that_data_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["train", "lenet5"])
    assert caught.value.code == 2
    assert "--data" in capsys.readouterr().err


def test_that_a_place_that_cannot_be_written_is_refused_before_training(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    words = ["train", "lenet5", "--data", folder, *QUICK]
    assert main([*words, "--out", str(tmp_path / "file")]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "file" in captured.err


def _hear_ctrl_c() -> None:
    # A test run in the background of a shell inherits deaf ears: a terminal's has not.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def long_run(folder: str, tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    words = ["train", "lenet5", "--data", folder, "--epochs", "100000", "--json"]
    words += ["--threads", "1"]
    process = subprocess.Popen(
        [sys.executable, "-m", "cnnviz", *words, "--out", str(tmp_path / "run")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        preexec_fn=_hear_ctrl_c if sys.platform != "win32" else None,
    )
    yield process
    process.kill()
    process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send")
def test_that_ctrl_c_stops_after_a_batch_and_keeps_what_was_learned(
    long_run: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    assert long_run.stdout is not None
    for line in long_run.stdout:
        entry = json.loads(line)
        if entry["event"] == "snapshot" and entry["step"] >= 40:
            break
    long_run.send_signal(signal.SIGINT)
    _, error = long_run.communicate(timeout=60)

    assert long_run.returncode == 130
    assert error.count("\n") == 1
    assert "stopped in epoch" in error
    assert "saved the weights" in error
    load_weights(tmp_path / "run" / "weights.safetensors", network("lenet5"))
    card = (tmp_path / "run" / "model_card.md").read_text(encoding="utf-8")
    assert "stopped early" in card


def test_that_help_is_cheap_and_complete(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["train", "--help"])
    assert caught.value.code == 0
    said = capsys.readouterr().out
    for option in (
        "--data", "--epochs", "--batch-size", "--optimizer", "--lr",
        "--seed", "--device", "--out", "--json",
    ):  # fmt: skip
        assert option in said


def test_that_json_tells_a_failure_before_the_first_event_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["train", "lenet5", "--data", str(tmp_path / "absent"), *QUICK, "--json"]
    assert main(words) == 1
    captured = capsys.readouterr()
    (event,) = events(captured.out)
    assert (event["event"], event["code"]) == ("failed", "dataset_not_found")
    assert captured.err == f"cnnviz: {event['message']}\n"


@pytest.mark.parametrize("name", ["weights.safetensors", "model_card.md"])
def test_that_a_file_that_cannot_be_written_is_told_before_training(
    name: str, folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "run" / name).mkdir(parents=True)
    words = ["train", "lenet5", "--data", folder, *QUICK, "--out"]
    assert main([*words, str(tmp_path / "run")]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert name in captured.err


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU here")
def test_that_an_absent_device_is_told_before_anything_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["train", "lenet5", "--data", "absent", "--device", "cuda", "--out"]
    assert main([*words, str(tmp_path / "run")]) == 1
    captured = capsys.readouterr()
    assert "no device cuda" in captured.err
    assert captured.err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_that_a_run_begins_with_the_weights_of_another(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lenet5 = network("lenet5")
    first, second = tmp_path / "first.safetensors", tmp_path / "second"
    left = {name: values + 0.25 for name, values in shipped_weights(lenet5).items()}
    first.write_bytes(encode_weights(lenet5, left))
    asked = ["train", "lenet5", "--data", folder, *QUICK, "--epochs", "1"]
    begin = ["--start-from", str(first)]
    assert main([*asked, *begin, "--run", str(second)]) == 0
    begun = load_weights(second / "initial.safetensors", lenet5)
    ended = load_weights(second / "weights.safetensors", lenet5)
    assert all((left[name] == begun[name]).all() for name in left)
    assert any((left[name] != ended[name]).any() for name in left)
    capsys.readouterr()

    other = ["train", "mlp", "--data", folder, *QUICK, *begin]
    assert main([*other, "--out", str(tmp_path / "third")]) == 1
    assert "weights" in capsys.readouterr().err  # they are of another network
    nowhere = [*asked, "--start-from", str(tmp_path / "nowhere.safetensors")]
    assert main([*nowhere, "--out", str(tmp_path / "fourth")]) == 1
    assert "nowhere.safetensors" in capsys.readouterr().err
