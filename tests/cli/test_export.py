"""``cnnviz export``: networks as files for other programs."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.numpy import load_file

from cnnviz.cli.main import main
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.files.network_json import read_network_json
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.seeded_weights import seeded_weights
from cnnviz.engine.networks.weights import save_weights, shipped_weights
from tests.helpers.exported_code import imported


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_that_a_program_gets_its_weights_beside_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["export", "lenet5", "--out", "l.py"]) == 0
    assert capsys.readouterr() == (
        "l.py, l.safetensors: LeNet-5, 61,706 parameters\n",
        "",
    )
    lenet5 = network("lenet5")
    batch = np.random.default_rng(1).normal(size=(2, 1, 28, 28)).astype(np.float32)
    expected = ForwardPass(lenet5, shipped_weights(lenet5)).last(batch)
    found = imported(Path("l.py")).build()(torch.tensor(batch)).detach().numpy()
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-4)


def test_that_weights_and_layers_come_back_by_their_files(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["export", "LeNet-5", "--out", "l.SAFETENSORS"]) == 0
    assert main(["export", "lenet5", "--out", "l.json"]) == 0
    assert read_network_json(Path("l.json")) == network("lenet5")
    words = ["--weights", "l.SAFETENSORS", "--out", "again.safetensors"]
    assert main(["export", "l.json", *words]) == 0
    assert capsys.readouterr().err == ""
    found = load_file("again.safetensors")
    for name, values in shipped_weights(network("lenet5")).items():
        np.testing.assert_array_equal(found[name], values)


def test_that_own_weights_are_written() -> None:
    mlp = network("mlp")
    save_weights(Path("own.safetensors"), mlp, seeded_weights(mlp, 7))
    words = ["export", "mlp", "--weights", "own.safetensors", "--out", "m.py"]
    assert main(words) == 0
    assert Path("m.safetensors").read_bytes() == Path("own.safetensors").read_bytes()


def test_that_random_weights_are_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "tiny-vgg", "--out", "m.json"]) == 0
    assert capsys.readouterr().err == ""
    assert main(["export", "tiny-vgg", "--out", "m.safetensors"]) == 0
    assert "random (seed 0)" in capsys.readouterr().err


def test_that_a_program_of_keras_is_one() -> None:
    assert main(["export", "lenet5", "--keras", "--out", "l.py"]) == 0
    compile(Path("l.py").read_text(), "l.py", "exec")
    assert Path("l.safetensors").is_file()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["vgg", "--out", "v.py"], "no network called vgg"),
        (["absent.json", "--out", "v.py"], "absent.json"),
        (["bad.json", "--out", "v.py"], "bad.json"),
        (["lenet5", "--weights", "absent.pt", "--out", "v.py"], "absent.pt"),
        (["lenet5", "--out", "nowhere/v.py"], "nowhere"),
        (["lenet5", "--out", "folder.py"], "folder.py"),
        (["bad.json", "--out", "bad.json"], "overwrite"),
        (["mlp", "--weights", "w.safetensors", "--out", "w.py"], "overwrite"),
        (["googlenet", "--keras", "--out", "v.py"], "norm1"),
        (["mlp", "--out", "v.onnx"], 'pip install "cnnviz[export]"'),
    ],
)
def test_that_what_cannot_be_written_is_refused_in_one_line(
    words: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path("bad.json").write_text("{}")
    Path("w.safetensors").write_bytes(b"")
    Path("folder.py").mkdir()
    monkeypatch.setitem(sys.modules, "onnx", None)
    before = sorted(Path().iterdir())
    assert main(["export", *words]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert said in captured.err
    assert sorted(Path().iterdir()) == before


@pytest.mark.parametrize(
    "words",
    [["lenet5"], ["lenet5", "--out", "l.h5"], ["lenet5", "--keras", "--out", "l.json"]],
)
def test_that_no_file_or_another_ending_is_wrong_usage(words: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["export", *words])
    assert caught.value.code == 2


def test_that_labels_go_into_the_file() -> None:
    assert main(["export", "tiny-vgg", "--out", "t.json"]) == 0
    assert json.loads(Path("t.json").read_text())["labels"][2] == "pizza"
