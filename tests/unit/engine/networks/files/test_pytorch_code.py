"""Networks as programs of PyTorch: they run by themselves, and answer as ours do."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from torch import nn

from cnnviz.engine.networks.catalogue import NETWORKS, network
from cnnviz.engine.networks.files.code_lines import identifiers
from cnnviz.engine.networks.files.pytorch_code import pytorch_code
from cnnviz.engine.networks.files.pytorch_helpers import MODULE_NAMES
from cnnviz.engine.networks.files.pytorch_layers import TORCH_LAYERS
from cnnviz.engine.networks.forward import normalized
from cnnviz.engine.networks.layers import (
    LAYER_KINDS,
    Activation,
    Flatten,
    Linear,
    Network,
)
from cnnviz.engine.networks.weights import save_weights, shipped_weights
from tests.helpers.drawn_networks import networks
from tests.helpers.exported_code import check_torch_code, imported
from tests.helpers.torch_oracle import around

SMALL = [
    name for name in NETWORKS if name not in ("alexnet", "alexnet-2012", "googlenet")
]


@pytest.mark.parametrize("name", SMALL)
def test_that_a_network_of_the_catalogue_answers_alike(
    name: str, tmp_path: Path
) -> None:
    module = check_torch_code(network(name), tmp_path)
    pixels = np.random.default_rng(1).integers(
        0, 256, (2, *network(name).input_chw), dtype=np.uint8
    )
    shaped = pixels.reshape(2, *network(name).picture_shape)
    np.testing.assert_allclose(
        module.normalized(torch.tensor(pixels)).numpy(),
        normalized(network(name), shaped),
        atol=1e-5,
    )


@settings(max_examples=50, deadline=None)
@given(drawn=networks())
def test_that_any_network_answers_alike(
    drawn: Network, tmp_path_factory: pytest.TempPathFactory
) -> None:
    check_torch_code(drawn, tmp_path_factory.mktemp("code"))


def test_that_every_kind_of_layer_can_be_written() -> None:
    assert TORCH_LAYERS.keys() == LAYER_KINDS.keys()


@pytest.mark.parametrize("name", ["alexnet", "alexnet-2012", "googlenet"])
def test_that_a_large_network_has_the_parameters_that_it_should(name: str) -> None:
    code = pytorch_code(network(name), "w.safetensors")
    known: dict[str, object] = {"__file__": "x.py"}
    exec(code, known)
    with torch.device("meta"):
        made = known["Network"]()  # type: ignore[operator]
    ours = {"alexnet": 61_100_840, "alexnet-2012": 60_965_224, "googlenet": 6_998_552}
    assert sum(values.numel() for values in made.parameters()) == ours[name]
    assert max(map(len, code.splitlines())) < 120


def test_that_the_program_runs_where_nothing_else_is(tmp_path: Path) -> None:
    lenet5 = network("lenet5")
    save_weights(tmp_path / "l.safetensors", lenet5, shipped_weights(lenet5))
    (tmp_path / "l.py").write_text(pytorch_code(lenet5, "l.safetensors"))
    words = "import l, torch; print(l.build()(torch.zeros(1, 1, 28, 28)).shape)"
    done = subprocess.run(
        [sys.executable, "-c", words],
        cwd=tmp_path,
        env={"PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "torch.Size([1, 10])\n"


def test_that_a_module_keeps_its_own_names() -> None:
    assert set(MODULE_NAMES) >= {
        name for name in dir(nn.Module()) if not name.startswith("_")
    }


ODD = ("1x1", "class", "forward", "x", "torch", "a b", "a-b", "É", "'", "half", "A_B")


def test_that_layers_of_any_name_are_written_and_keep_their_weights(
    tmp_path: Path,
) -> None:
    layers = (Linear(name=name, units=3) for name in ODD)
    check_torch_code(
        around(Flatten(name="picture"), *layers, input_chw=(1, 2, 2)), tmp_path
    )


def test_that_no_two_layers_get_one_name() -> None:
    found = identifiers([*ODD, "c1", "C1", "c1_pad", "c1_2", ""], ["F"])
    folded = [name.lower() for name in found.values()]
    assert len(set(folded)) == len(folded)
    assert all(name.isidentifier() for name in folded)
    assert found["c1"] == "c1"


def test_that_texts_of_a_network_run_nothing(tmp_path: Path) -> None:
    evil = '"""\nopen("ran", "w")\n"""\\'
    odd = replace(
        around(Flatten(name=evil), Activation(name="'\n#"), input_chw=(1, 1, 2)),
        title=evil,
        labels=(evil, "\\"),
    )
    path = tmp_path / "odd.py"
    path.write_text(pytorch_code(odd, f"{evil}.safetensors"), encoding="utf-8")
    module = imported(path)
    assert list(module.LABELS) == [evil, "\\"]
    assert not Path("ran").exists()
    assert not (tmp_path / "ran").exists()
