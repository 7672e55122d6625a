"""Weights in files of PyTorch: numbers come back, and nothing is run."""

import pickle
import pickletools
import sys
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any
from zipfile import ZipFile

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.layers import Flatten, Linear, Network
from cnnviz.engine.networks.shapes import weight_shapes
from cnnviz.engine.networks.weights import load_weights, read_metadata
from tests.helpers.torch_oracle import around, random_weights

SIGN_LANGUAGE = network("sign-language")
SMALL = around(
    Flatten(name="f"), Linear(name="a", units=3), Linear(name="b", units=2),
    input_chw=(1, 2, 2),
)  # fmt: skip


def tensors(described: Network) -> "OrderedDict[str, Tensor]":
    weights = random_weights(described)
    return OrderedDict((name, torch.tensor(v)) for name, v in weights.items())


def saved(held: object, path: Path, **options: Any) -> Path:
    torch.save(held, path, **options)
    return path


def refusal(path: Path, described: Network = SMALL) -> CnnvizError:
    with pytest.raises(CnnvizError) as caught:
        load_weights(path, described)
    assert len(sentence(caught.value)) < 300
    return caught.value


@pytest.mark.parametrize("new", [True, False])
@pytest.mark.parametrize("ending", ["pt", "bin", "safetensors"])
def test_that_a_state_dict_comes_back(tmp_path: Path, new: bool, ending: str) -> None:
    module = build(SIGN_LANGUAGE)
    path = tmp_path / f"w.{ending}"
    saved(module.state_dict(), path, _use_new_zipfile_serialization=new)
    found = load_weights(path, SIGN_LANGUAGE)
    assert found.keys() == weight_shapes(SIGN_LANGUAGE).keys()
    for name, values in module.state_dict().items():
        np.testing.assert_array_equal(found[name], values.float().numpy())
        assert found[name].dtype == np.float32
    assert read_metadata(path) == {}


@pytest.mark.parametrize(
    "wrap",
    [
        lambda held: {f"module.{name}": v for name, v in held.items()},
        lambda held: {f"_orig_mod.module.{name}": v for name, v in held.items()},
        lambda held: {f"model.{name}": v for name, v in held.items()},
        lambda held: {"state_dict": held, "epoch": 3, "best": 0.5},
        lambda held: {"epoch": 3, "model": {"state_dict": held}},
        lambda held: {"model_state_dict": held, "optimizer": {"state": {0: [1]}}},
        lambda held: {name: nn.Parameter(v) for name, v in held.items()},
        lambda held: {name: v.double() for name, v in held.items()},
        lambda held: {**held, "epoch": 7},
    ],
)
@pytest.mark.parametrize("new", [True, False])
def test_that_wrappers_and_checkpoints_are_seen_through(
    wrap: Callable[[Any], object], new: bool, tmp_path: Path
) -> None:
    held = tensors(SMALL)
    path = tmp_path / "w.pt"
    saved(wrap(held), path, _use_new_zipfile_serialization=new)
    found = load_weights(path, SMALL)
    for name, values in held.items():
        np.testing.assert_array_equal(found[name], values.numpy())


@pytest.mark.parametrize("new", [True, False])
def test_that_a_checkpoint_with_the_state_of_its_optimizer_is_read(
    new: bool, tmp_path: Path
) -> None:
    module = build(SIGN_LANGUAGE)
    first, *rest = module.parameters()
    adam = torch.optim.Adam(
        [{"params": [first], "betas": (0.5, 0.6)}, {"params": rest}], amsgrad=True
    )
    for parameter in module.parameters():
        parameter.grad = torch.ones_like(parameter)
    adam.step()
    checkpoint = {
        "model": module.state_dict(),
        "ema": module.state_dict(),
        "optimizer": adam.state_dict(),
        "scheduler": torch.optim.lr_scheduler.StepLR(adam, 3).state_dict(),
    }
    path = tmp_path / "w.pt"
    saved(checkpoint, path, _use_new_zipfile_serialization=new)
    found = load_weights(path, SIGN_LANGUAGE)
    for name, values in module.state_dict().items():
        np.testing.assert_array_equal(found[name], values.float().numpy())


class WithAttributes:
    """Becomes an ordered dict that has attributes called as its methods are."""

    def __init__(self, held: dict[str, Any]) -> None:
        self._held = held

    def __reduce__(self) -> tuple[Any, ...]:
        attributes = dict.fromkeys(("items", "get", "keys", "__getitem__"), 5)
        return OrderedDict, (), attributes, None, iter(self._held.items())


@pytest.mark.parametrize("nest", [None, "model"])
def test_that_attributes_of_a_state_dict_do_nothing(
    nest: str | None, tmp_path: Path
) -> None:
    odd: object = WithAttributes(tensors(SMALL))
    path = saved({nest: odd} if nest else odd, tmp_path / "w.pt")
    assert load_weights(path, SMALL).keys() == weight_shapes(SMALL).keys()
    odd = WithAttributes({"a": 5})
    path = saved({nest: odd} if nest else odd, tmp_path / "w.pt")
    assert refusal(path).code == "weights_empty"


def test_that_a_pickle_of_a_hundred_thousand_operations_is_read_soon(
    tmp_path: Path,
) -> None:
    held = {f"layer{n}.weight": torch.zeros(1) for n in range(3500)}
    path = saved({"other": held, **tensors(SMALL)}, tmp_path / "w.pt")
    with ZipFile(path) as archive:
        pickled = archive.read("w/data.pkl")
    assert sum(1 for _ in pickletools.genops(pickled)) > 100_000
    begun = process_time()
    load_weights(path, SMALL)
    assert process_time() - begun < 2


def test_that_a_layer_called_as_a_prefix_keeps_its_name(tmp_path: Path) -> None:
    odd = around(Flatten(name="f"), Linear(name="model", units=3), input_chw=(1, 1, 2))
    found = load_weights(saved(tensors(odd), tmp_path / "w.pt"), odd)
    assert [*found] == ["model.weight", "model.bias"]


@pytest.mark.parametrize("kind", [torch.float16, torch.bfloat16])
def test_that_short_numbers_are_read_as_torch_reads_them(
    kind: torch.dtype, tmp_path: Path
) -> None:
    held = {name: v.to(kind) for name, v in tensors(SMALL).items()}
    found = load_weights(saved(held, tmp_path / "w.pt"), SMALL)
    for name, values in held.items():
        np.testing.assert_array_equal(found[name], values.float().numpy())


def test_that_views_and_turned_tensors_are_read_right(tmp_path: Path) -> None:
    held = tensors(SMALL)
    weight = held["a.weight"].clone()
    held["a.weight"] = weight.T.contiguous().T
    held["b.bias"] = torch.arange(10.0)[2:8:3]
    found = load_weights(saved(held, tmp_path / "w.pt"), SMALL)
    np.testing.assert_array_equal(found["a.weight"], weight.numpy())
    assert found["b.bias"].tolist() == [2.0, 5.0]


def test_that_weights_outlive_their_file(tmp_path: Path) -> None:
    held = tensors(SMALL)
    path = saved(held, tmp_path / "w.pt")
    found = load_weights(path, SMALL)
    with path.open("r+b") as file:
        file.write(bytes(path.stat().st_size))
    np.testing.assert_array_equal(found["a.weight"], held["a.weight"].numpy())


def test_that_a_mismatch_names_the_first_layer_and_both_shapes(tmp_path: Path) -> None:
    held = tensors(SMALL)
    held["a.weight"] = torch.zeros(5, 4)
    held["b.weight"] = torch.zeros(5, 3)
    error = refusal(saved(held, tmp_path / "w.pt"))
    assert error.code == "weights_mismatch"
    for part in ("a.weight", "3 × 4", "5 × 4"):
        assert part in sentence(error)
    assert "b.weight" not in sentence(error)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda v: v.long(), "weights_number_type"),
        (lambda v: v.to(torch.complex64), "weights_number_type"),
        (lambda v: v.to_sparse(), "weights_run_code"),
        (lambda v: v / 0, "weights_not_finite"),
        (lambda v: v.numpy(), "weights_run_code"),
        (lambda v: v.tolist(), "weights_missing"),
    ],
)
def test_that_numbers_of_another_kind_are_refused(
    change: Callable[[Tensor], object], code: str, tmp_path: Path
) -> None:
    held: dict[str, object] = dict(tensors(SMALL))
    held["a.weight"] = change(tensors(SMALL)["a.weight"])
    assert refusal(saved(held, tmp_path / "w.pt")).code == code


def test_that_a_whole_model_is_refused_with_the_way_to_save_its_weights(
    tmp_path: Path,
) -> None:
    error = refusal(saved(nn.Sequential(nn.Linear(2, 2)), tmp_path / "w.pt"))
    assert error.code == "weights_run_code"
    assert "torch.nn.modules.container.Sequential" in sentence(error)
    assert "model.state_dict()" in sentence(error)


@pytest.mark.parametrize(
    "held", [[torch.zeros(2)], torch.zeros(2), {"a": {"b": {}}}, 3]
)
def test_that_what_is_no_state_dict_is_refused(held: object, tmp_path: Path) -> None:
    error = refusal(saved(held, tmp_path / "w.pt"))
    assert error.code in ("weights_not_named", "weights_empty")


def test_that_a_program_of_torchscript_is_named(tmp_path: Path) -> None:
    path = tmp_path / "w.pt"
    with ZipFile(path, "w") as archive:
        archive.writestr("m/data.pkl", pickle.dumps({}))
        archive.writestr("m/constants.pkl", pickle.dumps(()))
    assert "TorchScript" in sentence(refusal(path))


def test_that_without_torch_the_file_is_named_and_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tensors(SMALL), tmp_path / "w.pt")
    monkeypatch.setitem(sys.modules, "torch", None)
    error = refusal(path)
    assert error.code == "torch_not_installed"
    assert "w.pt" in sentence(error)


def torchvision_alexnet() -> "OrderedDict[str, Tensor]":
    """Names and shapes as torchvision writes them; views of one number: no memory."""
    features = {0: (64, 3, 11), 3: (192, 64, 5), 6: (384, 192, 3), 8: (256, 384, 3),
                10: (256, 256, 3)}  # fmt: skip
    shapes = {f"features.{n}": (o, i, k, k) for n, (o, i, k) in features.items()}
    classifier = {1: (4096, 9216), 4: (4096, 4096), 6: (1000, 4096)}
    shapes |= {f"classifier.{n}": shape for n, shape in classifier.items()}
    held: OrderedDict[str, Tensor] = OrderedDict()
    for index, (name, shape) in enumerate(shapes.items()):
        held[f"{name}.weight"] = torch.full((1,), index + 1.0).expand(shape)
        held[f"{name}.bias"] = torch.full((1,), index + 0.5).expand(shape[0])
    return held


def test_that_torchvisions_names_of_alexnet_are_known(tmp_path: Path) -> None:
    path = saved(torchvision_alexnet(), tmp_path / "alexnet.pth")
    found = load_weights(path, network("alexnet"))
    firsts = {name: float(values.flat[0]) for name, values in found.items()}
    layers = ("conv1", "conv2", "conv3", "conv4", "conv5", "fc6", "fc7", "fc8")
    for index, layer in enumerate(layers):
        assert firsts[f"{layer}.weight"] == index + 1
        assert firsts[f"{layer}.bias"] == index + 0.5


BRANCHES = ("branch1", "branch2.0", "branch2.1", "branch3.0", "branch3.1", "branch4.1")
INCEPTIONS = [
    f"inception{key}" for key in ("3a", "3b", "4a", "4b", "4c", "4d", "4e", "5a", "5b")
]


def torchvision_googlenet(*, normalized: bool) -> dict[str, Tensor]:
    """Names as torchvision writes them, in the order of our layers."""
    names = [f"conv{n}" for n in (1, 2, 3)]
    names += [f"{block}.{branch}" for block in INCEPTIONS for branch in BRANCHES]
    convs = [f"{name}.conv" for name in names]
    held: dict[str, Tensor] = {"aux1.fc2.bias": torch.zeros(1000)}
    shapes = list(weight_shapes(network("googlenet")).items())
    for layer, number in zip([*convs, "fc"], range(0, len(shapes), 2), strict=True):
        for kind, (_, shape) in zip(("weight", "bias"), shapes[number:], strict=False):
            held[f"{layer}.{kind}"] = torch.full((1,), number + 1.0).expand(shape)
    if normalized:
        held |= {f"{name}.bn.running_mean": torch.zeros(3) for name in names}
    return held


def test_that_torchvisions_names_of_googlenet_are_known(tmp_path: Path) -> None:
    held = torchvision_googlenet(normalized=False)
    found = load_weights(saved(held, tmp_path / "g.pth"), network("googlenet"))
    firsts = [float(values.flat[0]) for values in found.values()]
    assert firsts == [n + 1 for n in range(0, len(firsts), 2) for _ in "wb"]


def test_that_torchvisions_googlenet_is_said_to_be_another(tmp_path: Path) -> None:
    held = torchvision_googlenet(normalized=True)
    error = refusal(saved(held, tmp_path / "g.pth"), network("googlenet"))
    assert "batch normalization" in sentence(error)
