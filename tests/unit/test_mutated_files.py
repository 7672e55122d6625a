"""Files changed at random: each gives a result, or an error of ours that can be said."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

import numpy as np
import pytest
import torch
from safetensors.numpy import save

from cnnviz.engine.datasets.cifar10 import RECORD_BYTES, read_batch
from cnnviz.engine.datasets.idx import looks_whole, read_idx
from cnnviz.engine.datasets.npz import read_array
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.files.network_json import network_json, read_network_json
from cnnviz.engine.networks.shapes import parameter_shapes
from cnnviz.engine.networks.weights import load_weights, read_metadata
from cnnviz.engine.shown_text import escaped
from cnnviz.pages.convolution.model.lab_file import Lab, LabView, decode_lab
from cnnviz.pages.convolution.model.lab_settings import initial_settings
from cnnviz.state.picture.shared_picture import SharedPicture
from tests.helpers.lab_cases import encode_lab
from tests.helpers.mutations import mutated

LENET5 = network("lenet5")
FILES = 300
LONGEST_S = 2.0


def lab() -> bytes:
    rng = np.random.default_rng(2)
    numbers = rng.normal(size=(1, 9, 7)).astype(np.float32)
    levels = rng.integers(0, 256, (1, 9, 7), np.uint8)
    shared = SharedPicture(Picture(levels, "café.png"), "numbers", None, numbers)
    return encode_lab(Lab(shared, initial_settings(), LabView()))


def weights() -> bytes:
    rng = np.random.default_rng(3)
    shapes = parameter_shapes(LENET5)
    values = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    return save({k: v.astype(np.float16) for k, v in values.items()}, {"seed": "1"})


def torch_weights(*, new: bool) -> bytes:
    shapes, file = parameter_shapes(LENET5), io.BytesIO()
    held = {name: torch.ones(shape).half() for name, shape in shapes.items()}
    torch.save(held, file, _use_new_zipfile_serialization=new)
    return file.getvalue()


def idx() -> bytes:
    sizes = b"".join(size.to_bytes(4, "big") for size in (5, 28, 28))
    return b"\0\0\x08\x03" + sizes + bytes(range(196)) * 20


def batch() -> bytes:
    return (b"\x03" + bytes(RECORD_BYTES - 1)) * 3


def archive() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as packed:
        entry = tarfile.TarInfo("cifar-10-batches-bin/test_batch.bin")
        entry.size = len(batch())
        packed.addfile(entry, io.BytesIO(batch()))
    return file.getvalue()


def npz(change: Callable[[bytes], bytes] = bytes) -> bytes:
    array, file = io.BytesIO(), io.BytesIO()
    np.save(array, np.arange(50, dtype=np.uint8))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("x_train.npy", change(array.getvalue()))
    return file.getvalue()


def outside(data: bytes) -> Iterator[bytes]:
    """Yield a file as it is changed on the disk."""
    return (mutated(data, seed) for seed in range(FILES))


def inside(data: bytes) -> Iterator[bytes]:
    """Yield a packed file whose content was changed: the packing is sound."""
    return (gzip.compress(mutated(data, seed), 1) for seed in range(FILES))


def inside_npz() -> Iterator[bytes]:
    for seed in range(FILES):
        yield npz(lambda array, seed=seed: mutated(array, seed))  # type: ignore[misc]


def read_weights(path: Path) -> None:
    read_metadata(path)
    load_weights(path, LENET5)


def read_lab(path: Path) -> None:
    decode_lab(path.read_bytes(), path.name)


def read_x(path: Path) -> None:
    read_array(path, "x_train")


CASES: dict[str, tuple[Iterator[bytes], Callable[[Path], object]]] = {
    "lab": (outside(lab()), read_lab),
    "weights": (outside(weights()), read_weights),
    "weights of torch": (outside(torch_weights(new=True)), read_weights),
    "weights of an older torch": (outside(torch_weights(new=False)), read_weights),
    "network": (outside(network_json(LENET5).encode()), read_network_json),
    "idx": (outside(idx()), read_idx),
    "idx, packed": (outside(gzip.compress(idx())), read_idx),
    "idx, packed, looked at": (outside(gzip.compress(idx())), looks_whole),
    "idx in gzip": (inside(idx()), read_idx),
    "batch": (outside(batch()), read_batch),
    "archive": (outside(gzip.compress(archive())), read_batch),
    "archive in gzip": (inside(archive()), read_batch),
    "npz": (outside(npz()), read_x),
    "array in npz": (inside_npz(), read_x),
}


@pytest.mark.parametrize("case", CASES)
def test_that_a_file_changed_at_random_is_read_or_refused_in_words(
    case: str, tmp_path: Path
) -> None:
    files, read = CASES[case]
    path = tmp_path / ("test_batch.bin" if case == "batch" else "changed")
    refused = 0
    for content in files:
        path.write_bytes(content)
        begun = process_time()
        try:
            read(path)
        except CnnvizError as error:
            refused += 1
            said = sentence(error)
            assert escaped(said) == said
            assert len(said) < 2_000
        assert process_time() - begun < LONGEST_S
    assert refused > FILES / 3 or read is looks_whole


def test_that_the_files_are_read_before_they_are_changed(tmp_path: Path) -> None:
    for content, read in (
        (lab(), read_lab),
        (weights(), read_weights),
        (torch_weights(new=True), read_weights),
        (torch_weights(new=False), read_weights),
        (network_json(LENET5).encode(), read_network_json),
        (idx(), read_idx),
        (gzip.compress(idx()), read_idx),
        (gzip.compress(archive()), read_batch),
        (npz(), read_x),
    ):
        path = tmp_path / "whole"
        path.write_bytes(content)
        read(path)
