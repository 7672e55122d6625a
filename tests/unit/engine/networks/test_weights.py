"""Weight files: what comes back, and which files are refused."""

import json
import os
import struct
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from cnnviz.engine.datasets.catalogue import find_mnist
from cnnviz.engine.datasets.idx import read_idx_content
from cnnviz.engine.datasets.mnist import MNIST_FILES, find_files
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.sentences import sentence
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.shapes import parameter_shapes
from cnnviz.engine.networks.weights import (
    load_weights,
    read_metadata,
    save_weights,
    shipped_metadata,
    shipped_weights,
)
from cnnviz.engine.networks.zoo import network
from cnnviz.engine.resources import resource

LENET5 = network("lenet5")


@pytest.fixture
def weights() -> dict[str, np.ndarray]:
    rng = np.random.default_rng(1)
    return {
        name: rng.normal(size=shape).astype(np.float32)
        for name, shape in parameter_shapes(LENET5).items()
    }


def refusal(path: Path) -> CnnvizError:
    with pytest.raises(CnnvizError) as caught:
        load_weights(path, LENET5)
    assert sentence(caught.value)
    return caught.value


def test_that_weights_and_metadata_come_back(
    tmp_path: Path, weights: dict[str, np.ndarray]
) -> None:
    path = tmp_path / "new folder" / "weights.safetensors"
    save_weights(path, LENET5, weights, data="mnist", seed=7)

    found = load_weights(path, LENET5)

    assert list(found) == list(parameter_shapes(LENET5))
    for name, values in weights.items():
        np.testing.assert_array_equal(found[name], values)
        assert found[name].dtype == np.float32
    assert read_metadata(path) == {"network": "lenet5", "data": "mnist", "seed": "7"}
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_that_layouts_other_than_rows_first_are_saved_right(
    tmp_path: Path, weights: dict[str, np.ndarray]
) -> None:
    turned = {n: np.asfortranarray(values) for n, values in weights.items()}
    save_weights(tmp_path / "w.safetensors", LENET5, turned)
    found = load_weights(tmp_path / "w.safetensors", LENET5)
    np.testing.assert_array_equal(found["c3.weight"], weights["c3.weight"])


def test_that_a_failed_save_keeps_the_old_file(
    tmp_path: Path, weights: dict[str, np.ndarray]
) -> None:
    path = tmp_path / "w.safetensors"
    save_weights(path, LENET5, weights)
    before = path.read_bytes()
    weights["c1.bias"][0] = np.nan
    with pytest.raises(CnnvizError, match="weights_not_finite"):
        save_weights(path, LENET5, weights)
    assert path.read_bytes() == before


def test_that_a_place_that_cannot_be_written_is_named(
    tmp_path: Path, weights: dict[str, np.ndarray]
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CnnvizError) as caught:
        save_weights(tmp_path / "file" / "w.safetensors", LENET5, weights)
    assert "w.safetensors" in sentence(caught.value)


def test_that_another_networks_weights_are_refused_with_name_and_shapes(
    tmp_path: Path, weights: dict[str, np.ndarray]
) -> None:
    weights["c3.weight"] = np.zeros((16, 3, 5, 5), np.float32)
    save_file(weights, tmp_path / "w.safetensors")
    error = refusal(tmp_path / "w.safetensors")
    assert error.code == "weights_mismatch"
    words = sentence(error)
    assert "c3.weight" in words
    assert "16 × 6 × 5 × 5" in words
    assert "16 × 3 × 5 × 5" in words
    assert "LeNet-5" in words


@pytest.mark.parametrize("change", ["missing", "extra"])
def test_that_missing_and_extra_parameters_are_refused(
    tmp_path: Path, weights: dict[str, np.ndarray], change: str
) -> None:
    if change == "missing":
        del weights["f6.bias"]
    else:
        weights["f7.bias"] = np.zeros(3, np.float32)
    save_file(weights, tmp_path / "w.safetensors")
    error = refusal(tmp_path / "w.safetensors")
    assert error.code == "weights_mismatch"
    assert error.facts["parameter"] in {"f6.bias", "f7.bias"}


def test_that_numbers_that_are_not_finite_are_refused(
    tmp_path: Path, weights: dict[str, np.ndarray]
) -> None:
    weights["f6.weight"][3, :2] = np.inf, np.nan
    save_file(weights, tmp_path / "w.safetensors")
    error = refusal(tmp_path / "w.safetensors")
    assert error.code == "weights_not_finite"
    assert (error.facts["parameter"], error.facts["count"]) == ("f6.weight", 2)


def test_that_a_file_cut_short_is_refused(
    tmp_path: Path, weights: dict[str, np.ndarray]
) -> None:
    path = tmp_path / "w.safetensors"
    save_weights(path, LENET5, weights)
    whole = path.read_bytes()
    for length in (0, 5, 100, len(whole) - 1):
        path.write_bytes(whole[:length])
        assert refusal(path).code == "weights_unreadable"


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04" * 40, b"\xff" * 64])
def test_that_another_kind_of_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "w.safetensors"
    path.write_bytes(content)
    assert refusal(path).code == "weights_unreadable"
    with pytest.raises(CnnvizError, match="weights_unreadable"):
        read_metadata(path)


def test_that_a_missing_file_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "absent").code == "file_not_found"


def test_that_half_precision_is_read_as_float32(
    tmp_path: Path, weights: dict[str, np.ndarray]
) -> None:
    save_file(
        {name: values.astype(np.float16) for name, values in weights.items()},
        tmp_path / "w.safetensors",
    )
    found = load_weights(tmp_path / "w.safetensors", LENET5)
    assert found["c1.weight"].dtype == np.float32


def test_that_an_untrained_network_says_how_to_train_it() -> None:
    with pytest.raises(CnnvizError) as caught:
        shipped_weights(network("convnet"))
    assert "cnnviz train convnet" in sentence(caught.value)
    assert shipped_metadata(network("convnet")) == {}


def test_that_the_shipped_lenet5_is_whole_and_says_where_it_comes_from() -> None:
    weights = shipped_weights(LENET5)
    assert sum(values.size for values in weights.values()) == 61_706
    facts = shipped_metadata(LENET5)
    assert facts["network"] == "lenet5"
    assert float(facts["validation_accuracy"]) >= 0.99
    card = resource("weights", "lenet5.md").read_text(encoding="utf-8")
    assert f"{float(facts['validation_accuracy']):.2%}" in card
    assert facts["seed"] in card


def test_that_the_shipped_lenet5_tells_a_bar_from_a_ring() -> None:
    rows, columns = np.mgrid[:28, :28] - 13.5
    bar_hw = ((abs(columns) < 1.6) & (abs(rows) < 10)).astype(np.uint8) * 255
    radius = np.hypot(rows / 10, columns / 7.5)
    ring_hw = ((radius < 1) & (radius > 0.7)).astype(np.uint8) * 255
    classifier = Classifier(LENET5, shipped_weights(LENET5))
    answers = classifier.probabilities(np.stack([bar_hw, ring_hw])).argmax(axis=1)
    assert answers.tolist() == [1, 0]


@pytest.mark.mnist
def test_that_the_shipped_lenet5_reads_99_percent_of_mnists_test_pictures() -> None:
    folder = find_mnist(Path(os.environ["CNNVIZ_DATA"]))
    paths = None if folder is None else find_files(folder)
    if paths is None:
        pytest.skip("CNNVIZ_DATA holds no MNIST")
    images, labels = (
        read_idx_content(paths[part]) for part in ("t10k-images", "t10k-labels")
    )
    # These two must be the published ones: the figure is quoted.
    published = {file.part: file.md5 for file in MNIST_FILES}
    assert images.md5 == published["t10k-images"]
    assert labels.md5 == published["t10k-labels"]

    classifier = Classifier(LENET5, shipped_weights(LENET5))
    answers_n = classifier.probabilities(images.values).argmax(axis=1)

    accuracy = float((answers_n == labels.values).mean())
    assert accuracy >= 0.99
    told = float(shipped_metadata(LENET5)["validation_accuracy"])
    assert accuracy == pytest.approx(told, abs=0.0005)


@pytest.mark.parametrize("kind", ["int64", "bool", "complex64"])
def test_that_what_is_no_floating_point_number_is_refused(
    tmp_path: Path, kind: str
) -> None:
    shapes = parameter_shapes(LENET5)
    path = tmp_path / "w.safetensors"
    save_file({name: np.zeros(shape, kind) for name, shape in shapes.items()}, path)
    error = refusal(path)
    assert error.code == "weights_unreadable"
    assert "is of type" in str(error.facts["reason"])


def test_that_eight_bit_floats_that_numpy_lacks_are_refused(tmp_path: Path) -> None:
    header: dict[str, object] = {}
    at = 0
    for name, shape in parameter_shapes(LENET5).items():
        size = int(np.prod(shape))
        header[name] = {
            "dtype": "F8_E4M3",
            "shape": shape,
            "data_offsets": [at, at + size],
        }
        at += size
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path = tmp_path / "w.safetensors"
    path.write_bytes(struct.pack("<Q", len(text)) + text + bytes(at))
    assert refusal(path).code == "weights_unreadable"


def test_that_doubles_beyond_float32_are_refused_without_a_warning(
    tmp_path: Path,
) -> None:
    shapes = parameter_shapes(LENET5)
    path = tmp_path / "w.safetensors"
    save_file({name: np.full(shape, 1e300) for name, shape in shapes.items()}, path)
    assert refusal(path).code == "weights_not_finite"


def test_that_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "file_is_folder"
