"""``cnnviz maps`` and ``cnnviz unit``: what a layer makes, and one number of it opened."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.numpy import save_file

from cnnviz.cli.main import main
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.files.network_json import network_json
from cnnviz.engine.networks.seeded_weights import seeded_weights
from cnnviz.engine.networks.weights import shipped_weights

Paths = tuple[Path, Path]


@pytest.fixture
def digit(tmp_path: Path) -> Path:
    """A ready digit, as in MNIST: taken as it is."""
    levels = np.zeros((28, 28), np.uint8)
    levels[4:24, 12:17] = 255
    Image.fromarray(levels).save(tmp_path / "digit.png")
    return tmp_path / "digit.png"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    pixels = np.random.default_rng(3).integers(0, 256, (80, 120, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(tmp_path / "photo.png")
    return tmp_path / "photo.png"


def seen(digit: Path) -> torch.Tensor:
    """What LeNet-5 sees of a ready digit."""
    levels = np.asarray(Image.open(digit), np.float32)
    return torch.from_numpy((levels / 255 - 0.1307) / 0.3081)[None, None]


def numbers(network_name: str) -> dict[str, torch.Tensor]:
    weights = shipped_weights(network(network_name))
    return {name: torch.from_numpy(np.array(w)) for name, w in weights.items()}


def unit(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["unit", *words, "--json"]) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    found: dict[str, Any] = json.loads(out)
    return found


def test_that_the_maps_of_a_layer_are_those_of_torch(
    digit: Path, tmp_path: Path
) -> None:
    out = tmp_path / "c1.npy"
    assert main(["maps", str(digit), "--layer", "c1", "--out", str(out)]) == 0
    w = numbers("lenet5")
    expected = torch.conv2d(seen(digit), w["c1.weight"], w["c1.bias"], padding=2)[0]
    found = np.load(out)
    assert (found.dtype, found.shape) == (np.float32, (6, 28, 28))
    np.testing.assert_allclose(found, expected.numpy(), atol=1e-5)


def test_that_a_vector_has_one_number_a_map(digit: Path, tmp_path: Path) -> None:
    out = tmp_path / "output.npy"
    assert main(["maps", str(digit), "--layer", "output", "--out", str(out)]) == 0
    assert np.load(out).shape == (10, 1, 1)


def test_that_a_table_holds_every_row_and_a_picture_every_map(
    digit: Path, tmp_path: Path
) -> None:
    csv, png = tmp_path / "s2.csv", tmp_path / "s2.png"
    assert main(["maps", str(digit), "--layer", "s2", "--out", str(csv)]) == 0
    assert main(["maps", str(digit), "--layer", "s2", "--out", str(png)]) == 0
    blocks = csv.read_text(encoding="utf-8").strip().split("\n\n")
    assert [len(block.splitlines()) for block in blocks] == [14] * 6
    with Image.open(png) as sheet:
        # 14 cells of 4 pixels, 3 maps a row in 2 rows, 4 pixels between them.
        assert sheet.size == (3 * 56 + 2 * 4, 2 * 56 + 4)


def test_that_a_number_of_a_convolution_is_opened_into_its_products(
    digit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    w = numbers("lenet5")
    c1 = torch.conv2d(seen(digit), w["c1.weight"], w["c1.bias"], padding=2)
    s2 = torch.max_pool2d(c1.relu(), 2)[0].double().numpy()
    kernels = w["c3.weight"][14].double().numpy()
    found = unit(capsys, str(digit), "--layer", "c3", "--at", "14,2,6")
    assert (found["layer"], found["at"]) == ("c3", [14, 2, 6])
    assert [channel["channel"] for channel in found["channels"]] == [0, 1, 2, 3, 4, 5]
    for index, channel in enumerate(found["channels"]):
        window = s2[index, 2:7, 6:11]
        np.testing.assert_allclose(channel["window"], window, atol=1e-5)
        np.testing.assert_allclose(channel["kernel"], kernels[index])
        np.testing.assert_allclose(
            channel["products"], window * kernels[index], atol=1e-5
        )
        assert channel["partial_sum"] == pytest.approx(np.sum(channel["products"]))
    total = sum(channel["partial_sum"] for channel in found["channels"])
    assert found["before_activation"] == pytest.approx(total + found["bias"])
    assert found["value"] == pytest.approx(found["before_activation"], abs=1e-5)


def test_that_a_window_in_the_padding_has_the_shape_of_the_kernel(
    digit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (channel,) = unit(capsys, str(digit), "--layer", "c1", "--at", "0,0,27")["channels"]
    assert np.shape(channel["window"]) == np.shape(channel["kernel"]) == (5, 5)
    assert channel["rows"] == [-1, -1, 0, 1, 2]
    assert channel["columns"] == [25, 26, 27, -1, -1]
    assert channel["window"][0] == [0.0] * 5


def test_that_other_kinds_are_opened_by_the_same_idea(
    digit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pooled = unit(capsys, str(digit), "--layer", "s2", "--at", "1,4,6")
    (window,) = pooled["channels"]
    row, column = window["chosen"]
    assert window["window"][row][column] == pooled["value"] == np.max(window["window"])
    dense = unit(capsys, str(digit), "--layer", "f6", "--at", "12")
    assert len(dense["terms"]) == 120
    parts = sum(term["value"] * term["weight"] for term in dense["terms"])
    assert parts + dense["bias"] == pytest.approx(dense["value"], abs=1e-4)
    flat = unit(capsys, str(digit), "--layer", "flatten", "--at", "77")
    assert flat["terms"][0]["at"] == [77, 0, 0]


def test_that_only_the_channels_of_its_group_are_told(
    photo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--network", "alexnet-2012", "--layer", "conv2", "--at", "200,5,5")
    found = unit(capsys, str(photo), *words)
    assert [channel["channel"] for channel in found["channels"]] == [*range(48, 96)]


def map_of(digit: Path, layer: str, out: Path, *words: str) -> np.ndarray:
    asked = [str(digit), "--network", "sign-language", "--layer", layer, *words]
    assert main(["maps", *asked, "--out", str(out)]) == 0
    found: np.ndarray = np.load(out)
    return found


def test_that_maps_and_units_are_normalized_as_while_training(
    digit: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "maps.npy"
    drawn = dict(seeded_weights(network("sign-language"), 3))
    drawn["bn1.running_mean"] = np.full_like(drawn["bn1.running_mean"], 0.5)
    drawn["bn1.bias"] = np.full_like(drawn["bn1.bias"], 0.25)
    save_file(drawn, tmp_path / "own.safetensors")
    own = ("--weights", str(tmp_path / "own.safetensors"))
    read = torch.from_numpy(map_of(digit, "bn1", out, *own))
    names = [layer.name for layer in network("sign-language").layers]
    before = names[names.index("bn1") - 1]
    given = torch.from_numpy(map_of(digit, before, out, *own))
    found = map_of(digit, "bn1", out, *own, "--batch-statistics")
    scale, shift = (torch.from_numpy(drawn[f"bn1.{n}"]) for n in ("weight", "bias"))
    expected = torch.nn.functional.batch_norm(
        given[None], None, None, scale, shift, training=True, eps=1e-3
    )[0]
    np.testing.assert_allclose(found, expected.numpy(), atol=1e-4)
    assert not np.allclose(found, read.numpy(), atol=1e-2)
    capsys.readouterr()
    words = ("--network", "sign-language", "--layer", "bn1", "--at", "2,9,9", *own)
    after = unit(capsys, str(digit), *words)
    during = unit(capsys, str(digit), *words, "--batch-statistics")
    assert (after["statistics"], during["statistics"]) == ("running", "batch")
    assert (after["mean"], after["variance"]) == (0.5, 1.0)
    values = given[2].double()
    assert during["mean"] == pytest.approx(float(values.mean()), rel=1e-5)
    variance = float(values.var(correction=0))
    assert during["variance"] == pytest.approx(variance, rel=1e-5)
    assert during["value"] == pytest.approx(float(expected[2, 9, 9]), abs=1e-4)
    normalized = (during["terms"][0]["value"] - during["mean"]) / (
        during["variance"] + during["epsilon"]
    ) ** 0.5
    assert during["normalized"] == pytest.approx(normalized)
    assert main(["unit", str(digit), *words, "--batch-statistics"]) == 0
    assert "       batch  statistics\n" in capsys.readouterr().out


def test_that_a_network_without_batch_normalization_says_that_nothing_changes(
    digit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["unit", str(digit), "--layer", "c1", "--at", "2,10,12"]
    assert main(words) == 0
    after = capsys.readouterr()
    assert main([*words, "--batch-statistics"]) == 0
    during = capsys.readouterr()
    assert during.out == after.out
    assert during.err.count("\n") == 1
    assert "LeNet-5 has no batch normalization" in during.err


def test_that_an_untrained_network_says_that_its_weights_are_random(
    photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "maps.npy"
    words = ["maps", str(photo), "--network", "tiny-vgg", "--layer", "conv_1_1"]
    assert main([*words, "--out", str(out)]) == 0
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    assert "random (seed 0)" in captured.err
    random = np.load(out)
    assert random.shape == (10, 62, 62)

    weights = dict(seeded_weights(network("tiny-vgg"), 5))
    save_file(weights, tmp_path / "own.safetensors")
    own = [*words, "--weights", str(tmp_path / "own.safetensors"), "--out", str(out)]
    assert main(own) == 0
    assert capsys.readouterr().err == ""
    assert not np.allclose(np.load(out), random)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--layer", "c9", "--at", "0,0,0"), "has no layer c9"),
        (("--layer", "c1", "--at", "6,0,0"), "the last one is 5, 27, 27"),
        (("--layer", "c1", "--at=-1,0,0"), "no number at -1, 0, 0"),
        (("--layer", "c1", "--at", "3"), "named by 3 numbers, not 1"),
        (("--layer", "f6", "--at", "0,0,0"), "named by 1 number, not 3"),
        (("--network", "vgg", "--layer", "c1", "--at", "3"), "vgg"),
        (("--weights", "none.safetensors", "--layer", "c1", "--at", "3"), "none"),
    ],
)
def test_that_what_is_not_there_is_refused_in_one_line(
    digit: Path,
    words: tuple[str, ...],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["unit", str(digit), *words]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert said in captured.err


@pytest.mark.parametrize("place", ["", "1,2", "a,b,c", "1.5", "1,2,3,4"])
def test_that_a_place_that_is_none_is_wrong_usage(digit: Path, place: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["unit", str(digit), "--layer", "c1", f"--at={place}"])
    assert caught.value.code == 2


def test_that_the_readable_form_names_the_largest_parts(
    digit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["unit", str(digit), "--layer", "c1", "--at", "2,10,12"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("c1 [2, 10, 12] = ")
    assert any(line.endswith("bias") for line in lines)
    assert main(["unit", str(digit), "--layer", "f6", "--at", "12"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith("110 others")


def test_that_a_picture_is_never_written_over(digit: Path) -> None:
    before = digit.read_bytes()
    assert main(["maps", str(digit), "--layer", "c1", "--out", str(digit)]) == 1
    assert digit.read_bytes() == before


def saved(network_name: str, folder: Path, **changes: Any) -> str:
    """Write a network of the catalogue as a file, some of it changed."""
    path = folder / "own.json"
    written = json.loads(network_json(network(network_name))) | changes
    path.write_text(json.dumps(written), encoding="utf-8")
    return str(path)


def test_that_a_file_of_a_network_is_as_good_as_a_name(
    digit: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = saved("lenet5", tmp_path)
    for words in (
        ["summary", "lenet5", "--json"],
        ["unit", str(digit), "--network", "lenet5", "--layer", "f6", "--at", "3"],
        ["classify", str(digit), "--network", "lenet5", "--json"],
    ):
        assert main(words) == 0
        by_name = capsys.readouterr()
        assert main([file if word == "lenet5" else word for word in words]) == 0
        assert capsys.readouterr() == by_name


def test_that_labels_of_a_file_are_answered(
    digit: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labels = [f"digit {n}" for n in range(10)]
    file = saved("lenet5", tmp_path, labels=labels, name="mine")
    save_file(dict(shipped_weights(network("lenet5"))), tmp_path / "own.safetensors")
    weights = ["--weights", str(tmp_path / "own.safetensors")]
    assert main(["classify", str(digit), "--network", file, *weights, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["label"] in labels


def test_that_another_network_of_a_known_name_has_no_weights_here(
    digit: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = saved("lenet5", tmp_path, title="Mine", labels=[*"abcdefghij"])
    assert main(["classify", str(digit), "--network", file]) == 1
    assert "Mine comes untrained" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["absent.json", "bad.json", "folder.json"])
@pytest.mark.parametrize("command", ["summary", "unit", "classify"])
def test_that_a_file_that_is_no_network_is_refused_in_one_line(
    command: str,
    name: str,
    digit: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "bad.json").write_text('{"format": "cnnviz network"')
    (tmp_path / "folder.json").mkdir()
    words = {
        "summary": [],
        "unit": [str(digit), "--layer", "c1", "--at", "3", "--network"],
        "classify": [str(digit), "--network"],
    }[command]
    assert main([command, *words, str(tmp_path / name)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert name in captured.err
