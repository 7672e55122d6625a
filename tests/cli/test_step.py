"""``cnnviz step``: one training step on a picture, against torch."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from cnnviz.cli.main import main
from cnnviz.engine.networks.build import build, normalized
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.weights import shipped_weights
from cnnviz.engine.training.run_checkpoints import read_checkpoint
from tests.helpers.idx_folder import write_idx_folder


@pytest.fixture
def digit(tmp_path: Path) -> Path:
    levels = np.zeros((28, 28), np.uint8)
    levels[4:24, 12:17] = 255  # as MNIST lays its digits: it is taken as it is
    Image.fromarray(levels).save(tmp_path / "digit.png")
    return tmp_path / "digit.png"


def test_that_a_step_is_that_of_torch(
    digit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["step", str(digit), "--label", "7", "--optimizer", "sgd", "--lr", "0.1"]
    words += ["--momentum", "0", "--layer", "c3", "--at", "14,0,2,2", "--json"]
    assert main(words) == 0
    found = json.loads(capsys.readouterr().out)
    lenet = network("lenet5")
    module = build(lenet)
    weights = shipped_weights(lenet)
    module.load_state_dict({n: torch.tensor(w) for n, w in weights.items()})
    levels = torch.tensor(np.asarray(Image.open(digit))[None])
    logits = module.logits(normalized(lenet, levels))
    loss = -torch.log_softmax(logits, 1)[0, 7]
    (gradient,) = torch.autograd.grad(loss, [module.get_parameter("c3.weight")])
    expected, before = (
        float(gradient[14, 0, 2, 2]),
        float(weights["c3.weight"][14, 0, 2, 2]),
    )
    assert found["loss"] == pytest.approx(loss.item(), rel=1e-5)
    assert found["classes"][7]["part"] == pytest.approx(loss.item(), rel=1e-5)
    assert found["gradient"] == pytest.approx(expected, rel=1e-4)
    parts = [term["part"] for term in found["terms"]]
    assert len(parts) == 100
    assert sum(parts) == pytest.approx(expected, rel=1e-4)
    assert found["before"] == before
    assert found["after"] == pytest.approx(before - 0.1 * expected, rel=1e-5)
    assert [term["symbol"] for term in found["update"]] == ["g", "Δ", "w"]


def test_that_a_run_gives_its_weights_and_what_its_optimiser_remembers(
    digit: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = str(tmp_path / "run")
    data = str(write_idx_folder(tmp_path / "data"))
    words = ["train", "mlp", "--data", data, "--epochs", "1", "--threads", "1"]
    assert main([*words, "--run", run]) == 0
    capsys.readouterr()
    words = ["step", str(digit), "--label", "1", "--run", run, "--json"]
    assert main(words) == 0
    found = json.loads(capsys.readouterr().out)
    kept = read_checkpoint(tmp_path / "run")
    assert kept is not None
    at = tuple(found["at"])
    assert found["before"] == float(kept.weights[found["parameter"]][at])
    mean = next(term for term in found["update"] if term["symbol"] == "m")
    remembered = float(kept.arrays["optimizer.0.exp_avg"][at])
    assert mean["value"] == pytest.approx(0.9 * remembered + 0.1 * found["gradient"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--label", "ten"], "has no class ten. Its classes: 0, 1"),
        (["--label", "7", "--layer", "f6", "--at", "84,0"], "go from 0 to 83,119"),
        (["--label", "7", "--layer", "s2"], "learns nothing that is called s2.weight"),
        (["--label", "7", "--layer", "c9"], "no layer c9"),
        (["--label", "7", "--parameter", "slope"], "learns nothing that is called"),
        (["--label", "7", "--run", "nowhere"], "nowhere"),
    ],
)
def test_that_what_cannot_be_is_refused_in_a_sentence(
    digit: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main(["step", str(digit), *words]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["--lr", "0.1"],
        ["--optimizer", "adam"],
        ["--momentum", "0.9"],
        ["--weight-decay", "0"],
        ["--label-smoothing", "0"],
        ["--network", "mlp"],
        ["--weights", "mine.safetensors"],
    ],
)
def test_that_what_a_run_has_is_not_said_beside_it(
    digit: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["step", str(digit), "--label", "7", "--run", "mine", *words])
    assert left.value.code == 2
    assert f"from its folder, not {words[0]}" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["--lr", "-1"],
        ["--lr", "nan"],
        ["--momentum", "2"],
        ["--weight-decay", "-1"],
        ["--label-smoothing", "1"],
    ],
)
def test_that_a_value_that_cannot_be_is_wrong_usage(
    digit: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["step", str(digit), "--label", "7", *words])
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("usage: cnnviz step")


def test_that_the_words_have_the_sum_and_the_update(
    digit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["step", str(digit), "--label", "1"]) == 0
    said = capsys.readouterr().out
    assert "the sum of 784:" in said
    assert "774 others" in said
    assert "v′" in said
