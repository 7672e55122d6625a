"""ONNX files from strangers: each is refused in one sentence, and nothing else happens."""

import sys
from dataclasses import replace
from pathlib import Path
from time import process_time

import numpy as np
import pytest
from onnx import ModelProto

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.networks.files.network_json import network_from_json, network_json
from cnnviz.engine.networks.files.onnx.file import MOST_BYTES
from cnnviz.engine.networks.files.onnx.reader import read_onnx
from cnnviz.engine.networks.files.onnx.writer import onnx_bytes
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers import (
    PICTURE,
    Activation,
    Concatenate,
    Conv2d,
    Flatten,
    GlobalPool2d,
)
from cnnviz.engine.networks.seeded_weights import seeded_weights
from cnnviz.engine.networks.shapes import weight_shapes
from cnnviz.engine.shown_text import escaped, shown
from tests.helpers.hostile_onnx import HIDDEN, NAUGHTY, NETWORK, files, whole
from tests.helpers.mutations import mutated
from tests.helpers.torch_oracle import around

LONGEST_S = 1.0
OPENED: list[str] = []
"""What Python opens, noted for as long as the program runs."""


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        OPENED.append(str(arguments[0]))


@pytest.fixture(scope="module", autouse=True)
def opened() -> list[str]:
    sys.addaudithook(_note)
    return OPENED


def refusal(path: Path) -> str:
    """Return the sentence of a refusal, which comes soon and opens nothing else."""
    OPENED.clear()
    begun = process_time()
    with pytest.raises(CnnvizError) as caught:
        read_onnx(path)
    assert process_time() - begun < LONGEST_S
    assert {*OPENED} <= {str(path)}
    return sentence(caught.value)


def test_that_hostile_files_are_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "net.onnx"
    path.write_bytes(whole())
    read_onnx(path)  # what is imported is imported
    (tmp_path / "weights.bin").write_bytes(bytes(1000))
    cases = dict(files())
    assert len(cases) >= 120
    for name, content in cases.items():
        path.write_bytes(content)
        said = refusal(path)
        assert len(said) < 300, name
        assert escaped(said) == said, name
        assert "net.onnx" in said, name
    assert {entry.name for entry in tmp_path.iterdir()} == {"net.onnx", "weights.bin"}


def test_that_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "net.onnx"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 2**20)
    assert "1025 MB" in refusal(path)


@pytest.mark.parametrize("name", ["missing.onnx", "folder"])
def test_that_what_is_no_file_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert name in refusal(tmp_path / name)


def test_that_operators_that_are_lacking_are_counted(tmp_path: Path) -> None:
    model = ModelProto.FromString(whole())
    for node, kind in zip(model.graph.node, ("Loop", "Resize", "Loop"), strict=False):
        node.op_type = kind
    path = tmp_path / "net.onnx"
    path.write_bytes(model.SerializeToString())
    assert "Loop (2), Resize (1)" in refusal(path)


ENDS = GlobalPool2d(name="mean"), Flatten(name="flatten")
TOO_LARGE = {
    "columns laid out": around(
        Conv2d(name="conv", channels=1, kernel=(31, 31)), *ENDS, input_chw=(1, 1500, 1500)
    ),
    "padding": around(
        Conv2d(name="conv", channels=60, kernel=(1, 1), padding=(2000, 2000)), *ENDS,
        input_chw=(1, 9, 9),
    ),
    "channels that double": around(
        *(Concatenate(name=f"twice{n}", inputs=(f"twice{n - 1}",) * 2 if n else (PICTURE,) * 2)
          for n in range(40)),
        *ENDS, input_chw=(1, 8, 8),
    ),
    "answers that double": around(
        Flatten(name="flatten"),
        *(Concatenate(name=f"twice{n}", inputs=(f"twice{n - 1}" if n else "flatten",) * 2)
          for n in range(40)),
        input_chw=(1, 8, 8),
    ),
    "many maps": around(
        *(Activation(name=f"relu{n}") for n in range(20)), *ENDS, input_chw=(4, 2048, 2048)
    ),
}  # fmt: skip
"""Networks of a few kilobytes that ask for more memory than there is."""


@pytest.mark.parametrize("name", TOO_LARGE)
def test_that_a_network_is_refused_as_it_is_in_json(name: str, tmp_path: Path) -> None:
    path, network = tmp_path / "net.onnx", TOO_LARGE[name]
    few = {key: np.ones(shape, "f4") for key, shape in weight_shapes(network).items()}
    path.write_bytes(onnx_bytes(network, few))
    said = refusal(path)
    with pytest.raises(CnnvizError) as caught:
        network_from_json(network_json(network).encode())
    assert sentence(caught.value).removesuffix(".") in said
    assert "net.onnx" in said


def test_that_odd_metadata_and_names_are_made_harmless(tmp_path: Path) -> None:
    model = ModelProto.FromString(whole())
    for entry in model.metadata_props:
        entry.value = {
            "labels": "[" * 100_000,
            "normalization": '[["a", 1], [0, 0]]',
        }.get(entry.key, "A title\x1b")
    for node in model.graph.node:
        node.name = "<b>../input.\x1b" + node.name[:3]
    path = tmp_path / "net.onnx"
    path.write_bytes(model.SerializeToString())
    network, weights = read_onnx(path)
    assert network.labels == ("0", "1", "2")
    assert network.channel_normalizations == ((0.0, 1.0),) * 2
    names = [layer.name for layer in network.layers]
    assert len({*names}) == len(NETWORK.layers)
    assert all(name.replace("_", "a").isalnum() for name in names)
    assert ForwardPass(network, weights).last(np.zeros((1, 2, 8, 8), "f4")).shape == (
        1,
        3,
    )


@pytest.mark.parametrize("text", [NAUGHTY, HIDDEN, "\ud800", "\r\n\0\u2028x"])
def test_that_texts_are_made_harmless_as_they_are_in_json(
    text: str, tmp_path: Path
) -> None:
    odd = replace(NETWORK, title=text, labels=(text, "b", "c"))
    path = tmp_path / "net.onnx"
    path.write_bytes(onnx_bytes(odd, seeded_weights(odd)))
    found, _ = read_onnx(path)
    described = network_from_json(network_json(odd).encode("utf-8", "replace"))
    for held in (found, described):
        for said in (held.title, *held.labels):
            assert escaped(said) == said
            assert len(said) <= 80
    assert found.labels == tuple(shown(label, 80) for label in odd.labels)


def test_that_a_file_of_any_name_gives_harmless_names(tmp_path: Path) -> None:
    path = tmp_path / f"\u202e<b>\x1b\udce9{'x' * 100}.ONNX"
    whole_model = ModelProto.FromString(whole())
    del whole_model.metadata_props[:]
    path.write_bytes(whole_model.SerializeToString())
    network, _ = read_onnx(path)
    assert network.name == "b-" + "x" * 57 + ".onnx"
    assert escaped(network.title) == network.title
    assert len(network.title) <= 80


@pytest.mark.parametrize("odd", [10**309, -(10**309), "1e999", "NaN", 10**4])
def test_that_a_normalization_that_makes_no_sense_is_left_out(
    odd: float | str, tmp_path: Path
) -> None:
    model = ModelProto.FromString(whole())
    for entry in model.metadata_props:
        if entry.key == "normalization":
            entry.value = f"[[0.5, 0.5], [{odd}, {odd}]]"
    path = tmp_path / "net.onnx"
    path.write_bytes(model.SerializeToString())
    expected = (0.5, 0.5), (1e4, 1e4)
    network, _ = read_onnx(path)
    known = expected if odd == 10**4 else ((0.0, 1.0),) * 2
    assert network.channel_normalizations == known


def test_that_a_file_changed_at_random_is_read_or_refused_in_words(
    tmp_path: Path,
) -> None:
    path, good, refused = tmp_path / "net.onnx", whole(), 0
    for seed in range(400):
        path.write_bytes(mutated(good, seed))
        begun = process_time()
        try:
            read_onnx(path)
        except CnnvizError as error:
            refused += 1
            said = sentence(error)
            assert len(said) < 300
            assert escaped(said) == said
        assert process_time() - begun < LONGEST_S
    assert refused > 200
