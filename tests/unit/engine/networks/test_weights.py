"""Weight files: what comes back, and which files are refused."""

import io
import json
import re
import struct
import zipfile
from pathlib import Path

import numpy as np
import pytest
import safetensors.numpy
import safetensors.torch as torch_file
import torch
from safetensors.numpy import save_file
from safetensors.torch import save_file as save_module

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.files import safetensors_file
from cnnviz.engine.networks.shapes import parameter_shapes, weight_shapes
from cnnviz.engine.networks.weights import (
    load_weights,
    read_metadata,
    save_weights,
    shipped_metadata,
    shipped_weights,
)
from tests.helpers.known_networks import KNOWN_NETWORKS, SIGN_LANGUAGE
from tests.helpers.torch_oracle import random_weights

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


def test_that_a_missing_parameter_is_named_with_what_there_is(
    tmp_path: Path, weights: dict[str, np.ndarray]
) -> None:
    del weights["f6.bias"]
    save_file(weights, tmp_path / "w.safetensors")
    error = refusal(tmp_path / "w.safetensors")
    assert error.code == "weights_missing"
    assert "f6.bias is missing" in sentence(error)
    assert "c1.bias, " in sentence(error)


@pytest.mark.parametrize("shape", [(), (3,), (0, 4)])
def test_that_a_parameter_too_many_is_named(
    tmp_path: Path, weights: dict[str, np.ndarray], shape: tuple[int, ...]
) -> None:
    weights["steps"] = np.zeros(shape, np.float32)
    save_file(weights, tmp_path / "w.safetensors")
    error = refusal(tmp_path / "w.safetensors")
    assert error.code == "weights_extra"
    assert "steps is not part of it" in sentence(error)


def test_that_a_single_number_in_place_of_many_is_said_to_be_one(
    tmp_path: Path, weights: dict[str, np.ndarray]
) -> None:
    weights["c1.bias"] = np.zeros((), np.float32)
    save_file(weights, tmp_path / "w.safetensors")
    said = sentence(refusal(tmp_path / "w.safetensors"))
    assert "c1.bias should have the shape 6 and has 1." in said


def test_that_a_file_without_any_weights_is_refused(tmp_path: Path) -> None:
    save_file({}, tmp_path / "w.safetensors")
    assert refusal(tmp_path / "w.safetensors").code == "weights_empty"


@pytest.mark.parametrize(
    "prefix", ["module.", "_orig_mod.", "module._orig_mod.", "_orig_mod.module."]
)
def test_that_what_torch_puts_before_names_is_taken_off(
    tmp_path: Path, weights: dict[str, np.ndarray], prefix: str
) -> None:
    path = tmp_path / "w.safetensors"
    save_file({f"{prefix}{name}": values for name, values in weights.items()}, path)
    found = load_weights(path, LENET5)
    for name, values in weights.items():
        np.testing.assert_array_equal(found[name], values)


def test_that_a_name_with_and_without_a_prefix_is_not_taken_for_one(
    tmp_path: Path, weights: dict[str, np.ndarray]
) -> None:
    weights["module.c1.bias"] = weights["c1.bias"] + 1
    save_file(weights, tmp_path / "w.safetensors")
    error = refusal(tmp_path / "w.safetensors")
    assert (error.code, error.facts["parameter"]) == ("weights_extra", "module.c1.bias")


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


@pytest.mark.parametrize("content", [b"", b"hello", b"\0" * 64, b"\xff" * 64])
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
        shipped_weights(network("sign-language"))
    assert "cnnviz train sign-language" in sentence(caught.value)
    assert shipped_metadata(network("sign-language")) == {}


@pytest.mark.parametrize("kind", ["int64", "bool", "complex64"])
def test_that_what_is_no_floating_point_number_is_refused(
    tmp_path: Path, kind: str
) -> None:
    shapes = parameter_shapes(LENET5)
    path = tmp_path / "w.safetensors"
    save_file({name: np.zeros(shape, kind) for name, shape in shapes.items()}, path)
    error = refusal(path)
    assert error.code == "weights_number_type"
    assert error.facts["kind"] in ("I64", "BOOL", "C64")


@pytest.mark.parametrize("kind", ["float8_e4m3fn", "float8_e5m2"])
def test_that_eight_bit_floats_are_refused_by_their_name(
    tmp_path: Path, kind: str
) -> None:
    shapes = parameter_shapes(LENET5)
    path = tmp_path / "w.safetensors"
    torch_file.save_file(
        {
            name: torch.zeros(shape).to(getattr(torch, kind))
            for name, shape in shapes.items()
        },
        path,
    )
    error = refusal(path)
    assert error.code == "weights_number_type"
    assert str(error.facts["kind"]).startswith("F8_")


def test_that_bfloat16_is_read_as_torch_reads_it(
    tmp_path: Path, weights: dict[str, np.ndarray]
) -> None:
    weights["c1.bias"][:4] = 3e38, -1e-39, 0.0, -0.0
    short = {name: torch.from_numpy(v).bfloat16() for name, v in weights.items()}
    path = tmp_path / "w.safetensors"
    torch_file.save_file(short, path)
    found = load_weights(path, LENET5)
    for name, values in short.items():
        np.testing.assert_array_equal(found[name], values.float().numpy())
        assert found[name].dtype == np.float32


def zip_bytes(name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, b"content")
    return file.getvalue()


def numpy_bytes(*, archive: bool) -> bytes:
    file = io.BytesIO()
    values = np.zeros(3)
    if archive:
        np.savez(file, **{"c1.weight": values})
    else:
        np.save(file, values)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (zip_bytes("lenet/data.pkl"), "weights_unreadable", "cut short"),
        (zip_bytes("metadata.json"), "weights_of_others", "Keras"),
        (zip_bytes("word/document.xml"), "weights_of_others", "ZIP"),
        (b"\x08\x08\x3a\x07" + bytes(90), "weights_of_others", "ONNX"),
        (b"GGUF" + bytes(90), "weights_of_others", "GGUF"),
        (numpy_bytes(archive=True), "weights_of_numpy", "safetensors.numpy.save_file"),
        (numpy_bytes(archive=False), "weights_of_numpy", "NumPy"),
        (b"\x89HDF\r\n\x1a\n" + bytes(90), "weights_of_others", "HDF5 (Keras, .h5)"),
        (b"\x08\x07\x12\x07pytorch" + bytes(90), "weights_of_others", "ONNX"),
        (b"<!DOCTYPE html><html>", "weights_are_text", "Download"),
        (
            b"version https://git-lfs.github.com/spec/v1\noid sha256:",
            "weights_are_text",
            "text",
        ),
    ],
    # By number: a ZIP has the time in it, and each worker makes one of its own.
    ids=range(11),
)
@pytest.mark.parametrize("ending", ["weights", "safetensors"])
def test_that_another_format_is_named_by_its_content(
    tmp_path: Path, content: bytes, code: str, words: str, ending: str
) -> None:
    path = tmp_path / f"w.{ending}"
    path.write_bytes(content)
    error = refusal(path)
    assert error.code == code
    assert words in sentence(error)


def test_that_a_conversion_that_is_told_gives_a_file_that_is_read(
    tmp_path: Path,
    weights: dict[str, np.ndarray],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    np.savez("w.npz", **weights)
    said = sentence(refusal(Path("w.npz")))
    told = re.search(r"safetensors\.\w+\.save_file\(.*\)", said)
    assert told is not None
    exec(told[0], {"safetensors": safetensors, "numpy": np})
    found = load_weights(Path("weights.safetensors"), LENET5)
    np.testing.assert_array_equal(found["f6.bias"], weights["f6.bias"])


def header_of(length: int) -> bytes:
    """Return a file whose header names one parameter, in so many bytes."""
    name = "x" * (length - 60)
    header = {name: {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + bytes(4)


def test_that_a_name_of_any_length_gives_a_sentence_that_can_be_read(
    tmp_path: Path,
) -> None:
    path = tmp_path / "w.safetensors"
    path.write_bytes(header_of(100_000))
    error = refusal(path)
    assert error.code == "weights_missing"
    assert len(sentence(error)) < 400


def test_that_a_header_larger_than_that_of_any_network_is_not_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "w.safetensors"
    path.write_bytes(header_of(1_100_000))
    monkeypatch.setattr(safetensors_file, "safe_open", lambda *_: pytest.fail("parsed"))
    error = refusal(path)
    assert error.code == "weights_unreadable"
    assert "header" in sentence(error)


def test_that_doubles_beyond_float32_are_refused_without_a_warning(
    tmp_path: Path,
) -> None:
    shapes = parameter_shapes(LENET5)
    path = tmp_path / "w.safetensors"
    save_file({name: np.full(shape, 1e300) for name, shape in shapes.items()}, path)
    assert refusal(path).code == "weights_not_finite"


def test_that_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "file_is_folder"


def test_that_what_is_not_learned_comes_back_too(tmp_path: Path) -> None:
    path = tmp_path / "w.safetensors"
    for described in KNOWN_NETWORKS.values():
        weights = random_weights(described)
        save_weights(path, described, weights)
        found = load_weights(path, described)
        assert found.keys() == weights.keys() == weight_shapes(described).keys()
        for name, values in weights.items():
            np.testing.assert_array_equal(found[name], values)
            assert found[name].shape == values.shape


def test_that_a_file_of_torch_with_its_counter_in_whole_numbers_is_read(
    tmp_path: Path,
) -> None:
    module = build(SIGN_LANGUAGE)
    module(torch.zeros(2, 1, 28, 28))  # one batch, counted
    kept = {n: values.contiguous() for n, values in module.state_dict().items()}
    save_module(kept, tmp_path / "w.safetensors")
    found = load_weights(tmp_path / "w.safetensors", SIGN_LANGUAGE)
    assert found["bn1.num_batches_tracked"] == 1
    assert found["bn1.running_var"].dtype == np.float32


def test_that_weights_in_whole_numbers_are_still_refused(
    tmp_path: Path, weights: dict[str, np.ndarray]
) -> None:
    whole = {name: values.astype(np.int64) for name, values in weights.items()}
    save_file(whole, tmp_path / "w.safetensors")
    assert refusal(tmp_path / "w.safetensors").code == "weights_number_type"


def test_that_weights_without_running_numbers_are_refused_by_name(
    tmp_path: Path,
) -> None:
    weights = dict(random_weights(SIGN_LANGUAGE))
    del weights["bn2.running_var"]
    save_file(weights, tmp_path / "w.safetensors")
    with pytest.raises(CnnvizError) as caught:
        load_weights(tmp_path / "w.safetensors", SIGN_LANGUAGE)
    assert "bn2.running_var" in sentence(caught.value)
