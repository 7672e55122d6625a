"""``cnnviz train``: what it reads, what it uses of it, and what it says of it."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnviz.cli.main import main
from tests.helpers.idx_folder import write_idx_folder
from tests.helpers.published_sets import Row, write_table

QUICK = ["--epochs", "1", "--batch-size", "50", "--device", "cpu", "--threads", "1"]


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(write_idx_folder(tmp_path / "bars", train=300, test=50))


def started(text: str) -> dict[str, object]:
    first = json.loads(text.splitlines()[0])
    assert first["event"] == "started"
    return first


def test_that_a_run_says_and_keeps_what_it_uses(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--use", "200", "--validation", "0.25", "--label-noise", "0.1"]
    words += ["--data-seed", "3", "--augment", "digits,noise=0.05", "--json"]
    run = tmp_path / "run"
    asked = ["train", "lenet5", "--data", folder, *QUICK, *words, "--run", str(run)]
    assert main(asked) == 0
    said = capsys.readouterr().out
    assert started(said)["training_pictures"] == 150
    assert started(said)["validation_pictures"] == 50
    assert "test_accuracy" in json.loads(said.splitlines()[-1])
    config = json.loads((run / "settings.json").read_text())["config"]
    assert config["data_use"] == {
        "pictures": 200, "validation": 0.25, "label_noise": 0.1, "seed": 3
    }  # fmt: skip
    assert (config["augmentation"]["rotate"], config["augmentation"]["noise"]) == (
        10,
        0.05,
    )
    card = (run / "model_card.md").read_text(encoding="utf-8")
    assert "of the test pictures, at the end" in card
    assert "--augment rotate=10" in card


@pytest.mark.parametrize(
    "asked",
    [["--data", "bars:0.5+other:2"], ["--data", "bars:0.5", "--mix", "other:2"]],
    ids=["data", "mix"],
)
def test_that_a_mixture_is_one_data_set_and_resumes(
    asked: list[str],
    folder: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other, run = write_idx_folder(tmp_path / "other", train=40, test=10), tmp_path / "r"
    monkeypatch.chdir(tmp_path)
    words = ["train", "lenet5", *asked, *QUICK, "--json"]
    assert main([*words, "--run", str(run)]) == 0
    assert started(capsys.readouterr().out)["training_pictures"] == 150 + 80
    settings = json.loads((run / "settings.json").read_text())
    assert settings["data"] == f"{folder}:0.5+{other}:2"
    # As a kill before the end would have left it.
    (run / "weights.safetensors").unlink()
    monkeypatch.chdir("/")
    assert main(["train", "--resume", str(run)]) == 0
    assert "Saved" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["train", "--resume", str(run), "--mix", "other"])
    assert "takes network and data from its folder" in capsys.readouterr().err


def test_that_pictures_of_a_folder_are_read_for_the_network(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = np.random.default_rng(0)
    for label in ("cat", "dog"):
        (tmp_path / "pets" / label).mkdir(parents=True)
        for index in range(5):
            pixels = chance.integers(0, 256, (40, 30 + index, 3), np.uint8)
            Image.fromarray(pixels).save(tmp_path / "pets" / label / f"{index}.png")
    words = ["--data", str(tmp_path / "pets"), *QUICK]
    assert main(["train", "cifar10", *words]) == 0
    said = capsys.readouterr().out
    assert "brought to 3 × 32 × 32" in said
    assert "kept for validation, and the network does not learn from" in said


def letters(numbers: Sequence[int], each: int, seed: int) -> list[Row]:
    """Return pictures of signs that are easy to tell apart: a square, somewhere else."""
    rng = np.random.default_rng(seed)
    held: list[Row] = []
    for place, number in enumerate(numbers):
        for _ in range(each):
            pixels_hw = rng.integers(0, 40, (28, 28), np.uint8)
            row, column = 2 + place // 5 * 5, 2 + place % 5 * 5
            pixels_hw[row : row + 5, column : column + 5] = rng.integers(150, 250)
            held.append((number, pixels_hw.tobytes()))
    return held


@pytest.mark.parametrize("hole", [9, None])
def test_that_signed_letters_are_learned_by_their_network_with_and_without_a_hole(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    hole: int | None,
) -> None:
    numbers = [number for number in range(25) if number != hole][:24]
    for part, each, seed in (("train", 4, 1), ("test", 2, 2)):
        held = letters(numbers, each, seed)
        write_table(tmp_path / f"sign_mnist_{part}.csv", held)
    monkeypatch.setenv("CNNVIZ_DATA", str(tmp_path))
    words = ["train", "--preset", "sign-language", "--epochs", "8", "--batch-size", "4"]
    assert main([*words, "--device", "cpu", "--threads", "1", "--json"]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert events[0]["training_pictures"] == 96
    epochs = [event for event in events if event["event"] == "epoch"]
    assert epochs[-1]["train_accuracy"] > 0.9
    # What batch normalization runs with lags behind in so few batches; 1 in 24 is chance.
    assert epochs[-1]["validation_accuracy"] > 0.25

    assert main(["train", "lenet5", "--data", "sign-mnist", *QUICK]) == 1
    error = capsys.readouterr().err
    assert "The labels of sign-mnist go from 0 to 23" in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--use", "301"], 1, "300 training pictures, fewer than the 301"),
        (["--use", "0"], 2, "Choose 1 or more"),
        (["--validation", "1"], 2, "is 1.0"),
        (["--label-noise", "-1"], 2, "is -1.0"),
        (["--augment", "turn=3"], 2, "“turn”"),
        (["--augment", "zoom=5"], 2, "zoom is 5.0"),
    ],
)
def test_that_what_cannot_be_is_told_before_anything_is_learned(
    words: list[str],
    code: int,
    said: str,
    folder: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ["train", "lenet5", "--data", folder, *QUICK, *words]
    if code == 2:
        with pytest.raises(SystemExit) as ended:
            main(asked)
        assert ended.value.code == 2
    else:
        assert main(asked) == code
    assert said in capsys.readouterr().err
