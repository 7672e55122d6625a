"""Where data sets lie: every layout that the usual sources leave behind is found."""

import gzip
import io
import lzma
import os
import struct
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from cnnviz.engine.datasets.browse import PictureQuery, pick
from cnnviz.engine.datasets.cifar10 import RECORD_BYTES, find_cifar10, read_batch
from cnnviz.engine.datasets.loading import find_mnist, load_dataset
from cnnviz.engine.datasets.mnist import MNIST_FILES
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence

RNG = np.random.default_rng(8)
PICTURES = {
    "train-images": RNG.integers(0, 256, (12, 28, 28), np.uint8),
    "train-labels": (np.arange(12) % 10).astype(np.uint8),
    "t10k-images": RNG.integers(0, 256, (7, 28, 28), np.uint8),
    "t10k-labels": (np.arange(7) % 10).astype(np.uint8),
}
NAMES = {file.part: file.file_name for file in MNIST_FILES}


def idx(values: np.ndarray) -> bytes:
    head = struct.pack(f">BBBB{values.ndim}I", 0, 0, 8, values.ndim, *values.shape)
    return head + values.tobytes()


def lay_out(root: Path, place: str, change: Callable[[str], str] = str) -> None:
    """Write the four files; in ``place`` stands {} for what each is called."""
    for part, values in PICTURES.items():
        path = root / place.format(change(NAMES[part]))
        path.parent.mkdir(parents=True, exist_ok=True)
        packed = ".gz" in path.name
        path.write_bytes(gzip.compress(idx(values)) if packed else idx(values))


def check_read(name: str) -> None:
    dataset = load_dataset(name)
    np.testing.assert_array_equal(dataset.train.images_nhw, PICTURES["train-images"])
    np.testing.assert_array_equal(dataset.train.labels_n, PICTURES["train-labels"])
    np.testing.assert_array_equal(dataset.test.images_nhw, PICTURES["t10k-images"])
    np.testing.assert_array_equal(dataset.test.labels_n, PICTURES["t10k-labels"])


def dotted(name: str) -> str:
    return name.replace("-idx", ".idx")


@pytest.mark.parametrize(
    "place",
    [
        "{}",
        "{}.gz",
        "MNIST/raw/{}",  # torchvision's root
        "mnist/raw/{}.gz",
        "raw/{}",
        "MNIST/{}",
        "Mnist/{}.gz",
        "MNIST_data/{}.gz",
        "{0}/{0}",  # each unpacked into a folder of its own
        "MNIST/{0}/{0}.gz",
        "{}.txt",
        "{}.gz.txt",
        "{}.bin",
        "{}.idx",
        "{} (1).gz",  # fetched a second time
    ],
)
@pytest.mark.parametrize(
    "change", [str, dotted, str.upper, lambda name: name.replace("-", "_")]
)
def test_that_every_usual_layout_is_read(
    tmp_path: Path, place: str, change: Callable[[str], str]
) -> None:
    lay_out(tmp_path, place, change)
    check_read(str(tmp_path))
    assert find_mnist(tmp_path) is not None


def test_that_kaggles_folder_and_its_twin_are_read(tmp_path: Path) -> None:
    # Its archive holds a folder with dashes round the file, and the file with dots.
    lay_out(tmp_path, "{0}/{0}")
    lay_out(tmp_path, "{}", dotted)
    check_read(str(tmp_path))


def test_that_one_of_the_files_may_be_named(tmp_path: Path) -> None:
    lay_out(tmp_path, "{}.gz")
    check_read(str(tmp_path / "t10k-labels-idx1-ubyte.gz"))


BROKEN = {
    "empty": b"",
    "cut": idx(PICTURES["train-images"])[:-5],
    "longer": idx(PICTURES["train-images"]) + b"x",
    "text": b"<html>not found</html>",
    "magic": b"\0\0\x08\x03",
    "packed and cut": gzip.compress(idx(PICTURES["train-images"]))[:-9],
    "packed and empty": gzip.compress(b""),
}


@pytest.mark.parametrize("damage", BROKEN)
@pytest.mark.parametrize(
    ("broken", "good"), [("{}", "{}.gz"), ("{}.gz", "{}"), ("{}", "{}.txt")]
)
def test_that_a_damaged_file_does_not_hide_a_whole_one(
    tmp_path: Path, damage: str, broken: str, good: str
) -> None:
    lay_out(tmp_path, good)
    (tmp_path / broken.format(NAMES["train-images"])).write_bytes(BROKEN[damage])
    check_read(str(tmp_path))


@pytest.mark.parametrize("damage", BROKEN)
def test_that_a_damaged_file_alone_is_named(tmp_path: Path, damage: str) -> None:
    lay_out(tmp_path, "{}")
    (tmp_path / NAMES["train-images"]).write_bytes(BROKEN[damage])
    with pytest.raises(CnnvizError) as caught:
        load_dataset(str(tmp_path))
    assert caught.value.code.startswith("idx_")
    assert NAMES["train-images"] in sentence(caught.value)


def test_that_a_pipe_or_a_folder_in_place_of_a_file_is_passed_over(
    tmp_path: Path,
) -> None:
    lay_out(tmp_path, "{}.gz")
    os.mkfifo(tmp_path / NAMES["train-images"])
    (tmp_path / NAMES["t10k-images"]).mkdir()
    check_read(str(tmp_path))


def test_that_what_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(CnnvizError) as caught:
        load_dataset(str(tmp_path))
    for name in NAMES.values():
        assert name in sentence(caught.value)

    lay_out(tmp_path, "MNIST/raw/{}")
    (tmp_path / "MNIST" / "raw" / NAMES["t10k-labels"]).unlink()
    with pytest.raises(CnnvizError) as caught:
        load_dataset(str(tmp_path))
    assert caught.value.code == "dataset_incomplete"
    assert caught.value.facts["files"] == NAMES["t10k-labels"]
    assert "raw" in sentence(caught.value)


def test_that_other_data_below_a_folder_is_not_taken_for_mnist(tmp_path: Path) -> None:
    lay_out(tmp_path, "FashionMNIST/raw/{}")
    assert find_mnist(tmp_path) is None
    check_read(str(tmp_path / "FashionMNIST"))


ARRAYS = {
    "x_train": PICTURES["train-images"],
    "y_train": PICTURES["train-labels"],
    "x_test": PICTURES["t10k-images"],
    "y_test": PICTURES["t10k-labels"],
}


@pytest.mark.parametrize("place", ["mnist.npz", "MNIST/mnist.npz", "mnist/MNIST.npz"])
@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_that_keras_archive_is_read(
    tmp_path: Path, place: str, save: Callable[..., None]
) -> None:
    path = tmp_path / place
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        save(file, **ARRAYS)
    check_read(str(tmp_path))
    check_read(str(path))


def test_that_the_archive_counts_as_published_where_its_arrays_do(
    tmp_path: Path,
) -> None:
    lay_out(tmp_path / "files", "{}")
    np.savez(tmp_path / "mnist.npz", **ARRAYS)  # type: ignore[arg-type]
    with pytest.raises(CnnvizError) as of_files:
        load_dataset("mnist", folder=tmp_path / "files")
    with pytest.raises(CnnvizError) as of_archive:
        load_dataset("mnist", folder=tmp_path)
    assert of_files.value.code == of_archive.value.code == "dataset_checksum"
    assert of_files.value.facts["found"] == of_archive.value.facts["found"]


def npy(head: str, payload: bytes = b"", version: int = 1) -> bytes:
    text = head.encode() + b"\n"
    return (
        b"\x93NUMPY" + bytes((version, 0)) + struct.pack("<H", len(text)) + text
    ) + payload


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (npy("{'descr': '|u1', 'fortran_order': False, 'shape': (9,)}"), "npz_damaged"),
        (
            npy("{'descr': '|u1', 'fortran_order': False, 'shape': (2**40,)}"),
            "npz_damaged",
        ),
        (
            npy(
                "{'descr': '|u1', 'fortran_order': False, 'shape': (4000000000000,)}",
                b"12",
            ),
            "npz_damaged",
        ),
        (
            npy("{'descr': '|O', 'fortran_order': False, 'shape': (1,)}", b"cos\n."),
            "npz_damaged",
        ),
        (npy("{'descr': '<f8', 'fortran_order': False, 'shape': (0,)}"), "npz_damaged"),
        (npy("not a header"), "npz_damaged"),
        (b"\x93NUMPY\x09\x00", "npz_damaged"),
        (b"", "npz_damaged"),
        (None, "npz_lacks"),
    ],
)
def test_that_an_archive_that_lies_is_refused(
    tmp_path: Path, content: bytes | None, code: str
) -> None:
    with zipfile.ZipFile(tmp_path / "mnist.npz", "w") as archive:
        for name, values in ARRAYS.items():
            file = io.BytesIO()
            np.save(file, values)
            archive.writestr(f"{name}.npy", file.getvalue())
            if name == "x_train":
                break
        if content is not None:
            for name in ("y_train", "x_test", "y_test"):
                archive.writestr(f"{name}.npy", content)
    with pytest.raises(CnnvizError) as caught:
        load_dataset(str(tmp_path))
    assert caught.value.code == code
    assert "mnist.npz" in sentence(caught.value)


def test_that_an_array_of_another_kind_is_not_unpacked(tmp_path: Path) -> None:
    many = {**ARRAYS, "x_train": np.zeros(20_000_000)}
    np.savez_compressed(tmp_path / "mnist.npz", **many)
    tracemalloc.start()
    with pytest.raises(CnnvizError) as caught:
        load_dataset(str(tmp_path))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "20000000 float64" in sentence(caught.value)
    assert most < 20e6


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x03\x04" + bytes(500), b"x"])
def test_that_an_archive_that_is_none_is_refused(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "mnist.npz").write_bytes(content)
    with pytest.raises(CnnvizError) as caught:
        load_dataset(str(tmp_path))
    assert caught.value.code in ("npz_damaged", "idx_bad_magic")


# CIFAR-10


def cifar(count: int = 4) -> bytes:
    made = np.zeros((count, RECORD_BYTES), np.uint8)
    made[:, 0] = np.arange(count)
    return made.tobytes()


def archive_of(path: Path, members: dict[str, bytes], mode: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return path


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CNNVIZ_DATA", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    "place",
    [
        "test_batch.bin",
        "cifar-10/test_batch.bin",
        "cifar-10-batches-bin/test_batch.bin",
        "CIFAR10/cifar-10-batches-bin/test_batch.bin",
        "cifar-10-binary/cifar-10-batches-bin/Test_Batch.bin",
        "cifar_10/data_batch_3.bin",
    ],
)
def test_that_a_batch_of_cifar_is_found(data: Path, place: str) -> None:
    path = data / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(cifar())
    assert find_cifar10() == path
    assert pick(PictureQuery("cifar10", label=2, place=0)).label == 2


@pytest.mark.parametrize(
    ("place", "mode"),
    [
        ("cifar-10-binary.tar.gz", "w:gz"),
        ("CIFAR-10/cifar-10-binary (1).tar.gz", "w:gz"),
        ("cifar10/cifar-10-binary.tgz", "w:gz"),
        ("cifar-10-binary.tar.xz", "w:xz"),
        ("cifar-10-binary.tar", "w"),
    ],
)
@pytest.mark.parametrize("long_name", [False, True])
def test_that_an_archive_of_cifar_is_found_and_read(
    data: Path, place: str, mode: str, long_name: bool
) -> None:
    before = {"x" * 150 if long_name else "batches.meta.txt": b"airplane\n" * 90}
    members = {**before, "cifar-10-batches-bin/data_batch_1.bin": cifar(3)}
    path = archive_of(data / place, members, mode)
    assert find_cifar10() == path
    batch = read_batch(path)
    assert (batch.part, batch.labels_n.tolist()) == ("data_batch_1", [0, 1, 2])


@pytest.mark.parametrize("content", [b"", b"\x01" * 100, cifar()[:-1]])
def test_that_a_damaged_batch_does_not_hide_an_archive(
    data: Path, content: bytes
) -> None:
    (data / "test_batch.bin").write_bytes(content)
    assert find_cifar10() == data / "test_batch.bin"
    path = archive_of(
        data / "cifar-10-binary.tar.gz", {"test_batch.bin": cifar()}, "w:gz"
    )
    assert find_cifar10() == path


@pytest.mark.parametrize(
    "place", ["cifar-10-python.tar.gz", "cifar-10-batches-py/test_batch"]
)
def test_that_a_pickle_that_asks_for_a_program_is_refused(
    data: Path, place: str
) -> None:
    path, content = data / place, b"cos\nsystem\n(S'false'\ntR."
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    if ".tar" in place:
        archive_of(path, {"test_batch": content}, "w:gz")
    with pytest.raises(CnnvizError) as caught:
        pick(PictureQuery("cifar10"))
    assert caught.value.code == "pickle_runs_code"
    assert "os.system" in sentence(caught.value)


def head(name: bytes, size: bytes, kind: bytes = b"0") -> bytes:
    block = name.ljust(100, b"\0") + b"\0" * 24 + size.ljust(12, b"\0")
    return block.ljust(156, b"\0") + kind.ljust(356, b"\0")


BOMBS = {
    "a long name of 8 GiB": head(b"././@LongLink", b"77777777777", b"L"),
    "attributes without end": head(b"x", b"1000000000", b"x") + b"9 a=b\n" * 10**6,
    "a batch of 8 GiB": head(b"test_batch.bin", b"77777777777"),
    "a size below nothing": head(b"x", b"-1"),
    "a size that is none": head(b"x", b"\xff" * 11),
    "many empty files": head(b"x", b"0") * 20_000,
    "nothing": bytes(3_000_000),
}


@pytest.mark.parametrize("bomb", BOMBS)
@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress])
def test_that_an_archive_made_to_fill_the_memory_is_refused(
    tmp_path: Path, bomb: str, pack: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "cifar-10-binary.tar.gz"
    path.write_bytes(pack(BOMBS[bomb]))
    with pytest.raises(CnnvizError) as caught:
        read_batch(path)
    assert caught.value.code in ("cifar_damaged", "cifar_wrong_size")
    assert sentence(caught.value)
