"""``cnnviz train --preset`` and the options that change a recipe."""

import json
from pathlib import Path
from typing import Any

import pytest

from cnnviz.cli.main import main
from cnnviz.engine.training.presets import PRESETS


@pytest.fixture(autouse=True)
def few_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, count in (("TRAINING_PICTURES", 128), ("TEST_PICTURES", 16)):
        monkeypatch.setattr(f"cnnviz.engine.datasets.builtin_digits.{name}", count)


def config_of(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    """Return the recipe that a run of one epoch on a few pictures begins with."""
    assert main(["train", *words, "--data", "builtin", "--json"]) == 0
    started = json.loads(capsys.readouterr().out.splitlines()[0])
    config: dict[str, Any] = started["config"]
    return config


def test_that_a_preset_gives_what_is_not_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    config = config_of(capsys, "--preset", "lenet5-fast")
    wanted = PRESETS["lenet5-fast"]
    assert config["network"] == wanted.network
    for name, value in wanted.settings.items():
        assert config[name] == value


def test_that_each_option_takes_the_place_of_the_presets(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["mlp", "--preset", "lenet5-fast", "--epochs", "1", "--optimizer", "sgd"]
    config = config_of(capsys, *words, "--initialization", "he", "--patience", "3")
    assert config["network"] == "mlp"
    assert (config["epochs"], config["optimizer"]) == (1, "sgd")
    assert config["learning_rate"] == 0.01  # not the preset's, which is Adam's
    assert (config["initialization"], config["patience"]) == ("he", 3)
    assert config["batch_size"] == PRESETS["lenet5-fast"].settings["batch_size"]


def test_that_a_preset_uses_as_many_pictures_as_it_says_unless_others_are_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["--preset", "over-fit", "--epochs", "1", "--use", "64"]
    config = config_of(capsys, *words, "--label-noise", "0.1")
    assert config["data_use"]["pictures"] == 64
    assert config["data_use"]["label_noise"] == 0.1
    wanted = PRESETS["over-fit"].settings["data_use"]
    assert wanted.pictures == 1000


def test_that_help_lists_every_preset_with_its_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["train", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    for preset in PRESETS.values():
        assert f"{preset.key} {preset.network} on {preset.data}." in said
        assert preset.meaning in said


def test_that_an_unknown_preset_is_wrong_usage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["train", "--preset", "lenet5-great"])
    assert caught.value.code == 2
    assert "lenet5-good" in capsys.readouterr().err


def test_that_an_early_stop_says_so_and_so_does_its_card(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    # With weights that are all zero only the last biases learn: soon nothing is better.
    words = ["lenet5", "--data", "builtin", "--epochs", "40", "--patience", "2"]
    words += ["--initialization", "zeros", "--lr", "0.5", "--seed", "1"]
    assert main(["train", *words, "--out", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "Early stop: 2 epochs without a lower validation loss." in said
    card = (tmp_path / "model_card.md").read_text(encoding="utf-8")
    assert "of 40: the held-out loss fell no more" in card
    assert "initialization zeros, patience 2" in card
    assert "--initialization zeros --patience 2" in card
