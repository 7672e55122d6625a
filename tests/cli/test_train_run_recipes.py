"""Runs that are ended at any moment, with everything on that a recipe can ask for."""

import random
import signal
import sys
from pathlib import Path

import pytest

from cnnviz.cli.main import main
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.files.network_json import network_json
from cnnviz.engine.training.devices import check_precision
from cnnviz.engine.training.events import TrainingEvent
from cnnviz.engine.training.run_writing import RunWriter
from tests.helpers.chance_network import CHANCE
from tests.helpers.idx_folder import write_idx_folder
from tests.helpers.train_processes import assert_same_end, told, training

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")

RECIPES = {
    "augment": ["--augment", "digits,noise=0.1,erase=0.3,mirror=0.5"],
    "validation": ["--validation", "0.2", "--use", "90"],
    "label-noise": ["--label-noise", "0.3"],
    "patience": ["--patience", "2", "--lr", "0.05"],
    "cosine": ["--schedule", "cosine", "--optimizer", "nesterov"],
    "bfloat16": ["--precision", "bfloat16"],
    "all": [
        *("--augment", "photos", "--validation", "0.1", "--label-noise", "0.1"),
        *("--patience", "9", "--schedule", "one_cycle", "--optimizer", "adamw"),
        *("--weight-decay", "0.01", "--label-smoothing", "0.1"),
    ],
}


QUICK = "all"


@pytest.fixture(
    params=[
        pytest.param(name, marks=() if name == QUICK else pytest.mark.long)
        for name in RECIPES
    ]
)
def recipe(request: pytest.FixtureRequest, tmp_path: Path) -> list[str]:
    """A recipe with a mixture, of a network with dropout and batch normalization."""
    if request.param == "bfloat16":
        try:
            check_precision("bfloat16", "cpu")
        except CnnvizError:
            pytest.skip("this processor computes no bfloat16")
    first = write_idx_folder(tmp_path / "bars", train=60, test=20)
    second = write_idx_folder(tmp_path / "more", train=50, test=20)
    (tmp_path / "chance.json").write_text(network_json(CHANCE), encoding="utf-8")
    words = [str(tmp_path / "chance.json"), "--data", f"{first}:1.5+{second}"]
    words += ["--batch-size", "20", "--device", "cpu", "--threads", "1"]
    return [*words, *RECIPES[request.param]]


def test_that_a_recipe_goes_on_to_the_very_end_it_would_have_had(
    recipe: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe += ["--epochs", "4"]
    folder, whole = tmp_path / "run", tmp_path / "whole"
    assert main(["train", *recipe, "--run", str(whole)]) == 0
    take, seen = RunWriter.take, list[TrainingEvent]()

    def take_some(writer: RunWriter, event: TrainingEvent) -> bool:
        seen.append(event)
        if len(seen) % 30 == 0:
            raise SystemExit
        return take(writer, event)

    monkeypatch.setattr(RunWriter, "take", take_some)
    monkeypatch.setattr(RunWriter, "checkpoint_wanted", lambda _: True)
    words = [*recipe, "--run", str(folder)]
    while not (folder / "weights.safetensors").exists():
        try:
            main(["train", *words])
        except SystemExit:
            words = ["--resume", str(folder)]
    assert words[0] == "--resume"
    assert_same_end(folder, whole)


@POSIX
@pytest.mark.long
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("number", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_that_a_recipe_goes_on_after_any_signal(
    number: str, recipe: list[str], tmp_path: Path
) -> None:
    recipe += ["--epochs", "150"]
    folder, chance = tmp_path / "run", random.Random(number)
    words = [*recipe, "--run", str(folder), "--json"]
    for _ in range(4):
        with training(*words) as process:
            assert process.stdout is not None
            for _ in range(chance.randrange(200)):
                process.stdout.readline()
            process.send_signal(getattr(signal, number))
            process.communicate()
        if told(folder)[-1]["event"] == "finished":  # its patience was over
            break
        words = ["--resume", str(folder), "--json"]
    else:
        assert main(["train", *words]) == 0
    assert main(["train", *recipe, "--run", str(tmp_path / "whole")]) == 0
    assert_same_end(folder, tmp_path / "whole")
