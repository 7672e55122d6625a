"""One picture out of a data set: built-in digits, IDX files, CIFAR-10's batches."""

import io
import tarfile
from pathlib import Path

import numpy as np
import pytest

from cnnviz.engine.datasets.browse import PictureQuery, datasets_here, pick
from cnnviz.engine.datasets.builtin_digits import generate_digits
from cnnviz.engine.datasets.cifar10 import RECORD_BYTES, find_cifar10, read_batch
from cnnviz.engine.errors import CnnvizError
from tests.helpers.idx_folder import write_idx_folder


def records(count: int) -> bytes:
    rng = np.random.default_rng(4)
    made = rng.integers(0, 256, (count, RECORD_BYTES), dtype=np.uint8)
    made[:, 0] = np.arange(count) % 10
    return made.tobytes()


def write_batch(folder: Path, name: str = "test_batch", count: int = 20) -> Path:
    place = folder / "cifar-10-batches-bin"
    place.mkdir(parents=True, exist_ok=True)
    path = place / f"{name}.bin"
    path.write_bytes(records(count))
    return path


def write_archive(folder: Path, form: str, member: str, data: bytes) -> Path:
    path = folder / f"cifar-10-binary.tar.{form}"
    with tarfile.open(path, f"w:{form}") as archive:  # type: ignore[call-overload]
        entry = tarfile.TarInfo(f"cifar-10-batches-bin/{member}")
        entry.size = len(data)
        archive.addfile(entry, io.BytesIO(data))
    return path


def test_that_built_in_digits_are_those_that_networks_are_measured_on() -> None:
    test = generate_digits(5_000, seed=2)

    picked = pick(PictureQuery("builtin", place=17))

    assert (picked.pixels_chw[0] == test.images_nhw[17]).all()
    assert picked.label == test.labels_n[17]
    assert (picked.index, picked.place, picked.count) == (17, 17, 5_000)


def test_that_a_class_is_counted_by_itself() -> None:
    test = generate_digits(5_000, seed=2)
    sevens = np.flatnonzero(test.labels_n == 7)

    picked = pick(PictureQuery("builtin", label=7, place=3))

    assert picked.label == 7
    assert picked.index == sevens[3]
    assert picked.count == len(sevens)


def test_that_chance_stays_within_the_class() -> None:
    picked = [pick(PictureQuery("builtin", label=4), seed=seed) for seed in range(20)]

    assert {one.label for one in picked} == {4}
    assert len({one.index for one in picked}) > 10


def test_that_a_number_beyond_the_last_is_refused() -> None:
    with pytest.raises(CnnvizError) as refused:
        pick(PictureQuery("builtin", label=0, place=9_999))

    assert refused.value.code == "dataset_index_outside"
    assert refused.value.facts["index"] == 9_999


def test_that_mnist_is_taken_from_its_test_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_idx_folder(tmp_path, test=10)
    monkeypatch.setenv("CNNVIZ_DATA", str(tmp_path))

    picked = pick(PictureQuery("mnist", label=3, place=0))

    assert datasets_here() == ("builtin", "mnist")
    assert (picked.index, picked.part, picked.count) == (3, "test", 1)
    assert picked.pixels_chw[0, 10, 4:24].min() == 255  # the bar of class 3


@pytest.mark.parametrize("key", ["mnist", "cifar10"])
def test_that_a_set_that_is_not_here_says_where_it_was_looked_for(key: str) -> None:
    with pytest.raises(CnnvizError) as refused:
        pick(PictureQuery(key))

    assert refused.value.code == "dataset_not_here"
    assert "cnnviz" in str(refused.value.facts["places"])


def test_that_a_cifar_record_is_red_then_green_then_blue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_batch(tmp_path / "cifar-10")
    monkeypatch.setenv("CNNVIZ_DATA", str(tmp_path))
    raw = np.frombuffer(records(20), np.uint8).reshape(20, RECORD_BYTES)[13]

    picked = pick(PictureQuery("cifar10", label=3, place=1))

    assert (picked.index, picked.part, picked.label) == (13, "test_batch", 3)
    assert picked.pixels_chw.shape == (3, 32, 32)
    assert picked.pixels_chw[1, 2, 5] == raw[1 + 1024 + 2 * 32 + 5]


def test_that_a_file_is_taken_before_an_archive_and_test_before_training(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CNNVIZ_DATA", str(tmp_path))
    assert find_cifar10() is None

    archive = write_archive(tmp_path, "gz", "data_batch_2.bin", records(3))
    assert find_cifar10() == archive

    training = write_batch(tmp_path, "data_batch_1")
    assert find_cifar10() == training

    assert find_cifar10() != write_batch(tmp_path, "data_batch_3")
    assert find_cifar10() == training

    assert write_batch(tmp_path) == find_cifar10()


@pytest.mark.parametrize("form", ["gz", "xz"])
def test_that_an_archive_is_read_in_place(tmp_path: Path, form: str) -> None:
    path = write_archive(tmp_path, form, "data_batch_4.bin", records(12))

    batch = read_batch(path)

    assert (batch.part, len(batch.labels_n)) == ("data_batch_4", 12)
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "cifar_wrong_size"),
        (records(2)[:-1], "cifar_wrong_size"),
        (b"\x0a" + records(1)[1:], "cifar_damaged"),
    ],
)
def test_that_a_batch_that_is_none_is_refused(
    tmp_path: Path, data: bytes, code: str
) -> None:
    path = tmp_path / "test_batch.bin"
    path.write_bytes(data)

    with pytest.raises(CnnvizError) as refused:
        read_batch(path)

    assert refused.value.code == code


@pytest.mark.parametrize("damage", ["cut", "text", "other", "empty"])
def test_that_a_damaged_archive_is_refused(tmp_path: Path, damage: str) -> None:
    member = "readme.txt" if damage == "other" else "test_batch.bin"
    path = write_archive(tmp_path, "gz", member, records(40))
    whole = path.read_bytes()
    path.write_bytes(
        {"cut": whole[:3000], "text": b"hello" * 300, "other": whole, "empty": b""}[
            damage
        ]
    )

    with pytest.raises(CnnvizError) as refused:
        read_batch(path)

    assert refused.value.code == "cifar_damaged"
