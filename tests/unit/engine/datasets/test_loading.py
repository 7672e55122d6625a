"""Data sets by name and by folder: where they are looked for, what is refused."""

import gzip
import os
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import numpy as np
import pytest

from cnnviz.engine.datasets import loading
from cnnviz.engine.datasets.idx import read_idx
from cnnviz.engine.datasets.loading import find_mnist, load_dataset, user_data_folder
from cnnviz.engine.datasets.mnist import MNIST_FILES
from cnnviz.engine.datasets.split import Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from tests.helpers.idx_folder import write_idx, write_idx_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_idx_folder(tmp_path / "digits")


def test_that_a_folder_is_read_whatever_its_content(folder: Path) -> None:
    dataset = load_dataset(str(folder))

    assert dataset.name == "digits"
    assert dataset.train.images_nhw.shape == (30, 28, 28)
    assert dataset.train.images_nhw.dtype == np.uint8
    assert dataset.train.labels_n.dtype == np.int64
    assert len(dataset.test) == 10
    assert dataset.labels == tuple("0123456789")


def test_that_a_subfolder_called_mnist_is_found(tmp_path: Path) -> None:
    write_idx_folder(tmp_path / "mnist")
    assert len(load_dataset(str(tmp_path)).train) == 30


@pytest.mark.parametrize("dotted", [False, True])
@pytest.mark.parametrize("packed", [False, True])
def test_that_the_usual_spellings_of_the_names_are_found(
    tmp_path: Path, dotted: bool, packed: bool
) -> None:
    folder = write_idx_folder(tmp_path, dotted=dotted, packed=packed)
    assert find_mnist(folder) == folder


def test_that_a_folder_with_three_of_the_files_is_not_found(folder: Path) -> None:
    next(folder.glob("t10k-labels*")).unlink()
    assert find_mnist(folder) is None


def test_that_the_given_folder_is_preferred_then_the_variable_then_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = write_idx_folder(tmp_path / "given")
    set_names = write_idx_folder(tmp_path / "named" / "mnist")
    own = write_idx_folder(user_data_folder() / "mnist")

    assert find_mnist() == own
    monkeypatch.setenv("CNNVIZ_DATA", str(set_names.parent))
    assert find_mnist() == set_names
    assert find_mnist(given) == given
    assert find_mnist(tmp_path / "nothing") == set_names


def test_that_a_missing_mnist_says_where_it_was_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CNNVIZ_DATA", str(tmp_path / "named"))
    with pytest.raises(CnnvizError) as caught:
        load_dataset("mnist", folder=tmp_path / "given")
    words = sentence(caught.value)
    for place in ("given", "named", str(user_data_folder())):
        assert place in words
    assert "built-in" in words
    assert "The dataset MNIST was" in words


def test_that_a_missing_folder_is_named() -> None:
    with pytest.raises(CnnvizError) as caught:
        load_dataset("nowhere")
    assert caught.value.code == "dataset_not_found"
    assert "nowhere" in sentence(caught.value)


def test_that_the_name_mnist_is_kept_for_the_published_content(folder: Path) -> None:
    with pytest.raises(CnnvizError) as caught:
        load_dataset("mnist", folder=folder)
    assert caught.value.code == "dataset_checksum"
    assert MNIST_FILES[0].md5 in sentence(caught.value)


def test_that_the_published_content_is_accepted_plain_or_packed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published = {
        file.part: read_idx(path).md5
        for file in MNIST_FILES
        if (path := file.find_in(folder)) is not None
    }
    monkeypatch.setattr(
        loading,
        "MNIST_FILES",
        [replace(file, md5=published[file.part]) for file in MNIST_FILES],
    )
    dataset = load_dataset("mnist", folder=folder)
    assert dataset.name == "mnist"
    assert dataset.notes == ()


def test_that_a_re_encoded_copy_of_the_right_length_is_used_with_a_note(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = {
        file.part: len(read_idx(path).values)
        for file in MNIST_FILES
        if (path := file.find_in(folder)) is not None
    }
    monkeypatch.setattr(
        loading,
        "MNIST_FILES",
        [replace(file, count=counts[file.part]) for file in MNIST_FILES],
    )
    dataset = load_dataset("mnist", folder=folder)
    assert [note.code for note in dataset.notes] == ["mnist_content_differs"] * 4
    for note in dataset.notes:
        assert str(note.facts["found"]) in sentence(note)


def test_that_pictures_of_another_size_are_refused(folder: Path) -> None:
    write_idx(folder / "train-images-idx3-ubyte.gz", np.zeros((30, 32, 32), np.uint8))
    with pytest.raises(CnnvizError) as caught:
        load_dataset(str(folder))
    assert caught.value.code == "idx_wrong_content"
    assert "30 × 32 × 32" in sentence(caught.value)


def test_that_labels_in_the_place_of_pictures_are_refused(folder: Path) -> None:
    write_idx(folder / "t10k-images-idx3-ubyte.gz", np.zeros(10, np.uint8))
    with pytest.raises(CnnvizError, match="idx_wrong_content"):
        load_dataset(str(folder))


def test_that_as_many_labels_as_pictures_are_needed(folder: Path) -> None:
    write_idx(folder / "train-labels-idx1-ubyte.gz", np.zeros(29, np.uint8))
    with pytest.raises(CnnvizError) as caught:
        load_dataset(str(folder))
    assert caught.value.code == "labels_differ_from_pictures"
    assert "30" in sentence(caught.value)
    assert "29" in sentence(caught.value)


def test_that_a_split_has_the_length_of_its_labels() -> None:
    split = Split(np.zeros((3, 28, 28), np.uint8), np.zeros(3, np.int64))
    assert len(split) == 3


def _real_folder() -> Path:
    found = find_mnist(Path(os.environ["CNNVIZ_DATA"]))
    if found is None:
        pytest.skip("CNNVIZ_DATA holds no MNIST")
    return found


@pytest.mark.mnist
def test_that_mnist_loads_in_well_under_a_second() -> None:
    folder = _real_folder()
    began = perf_counter()
    dataset = load_dataset(str(folder))
    assert perf_counter() - began < 3  # 0.3 s on a quiet machine
    assert len(dataset.train) == 60_000
    assert len(dataset.test) == 10_000
    assert np.bincount(dataset.test.labels_n).tolist() == [
        980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009,
    ]  # fmt: skip


@pytest.mark.mnist
def test_that_mnist_as_published_is_accepted_by_its_name() -> None:
    folder = _real_folder()
    for file in MNIST_FILES:
        path = file.find_in(folder)
        assert path is not None
        if (found := read_idx(path).md5) != file.md5:
            pytest.skip(f"{file.part} in CNNVIZ_DATA is not as published: MD5 {found}")
    assert load_dataset("mnist").name == "mnist"


def test_that_gzip_members_may_have_any_compression(folder: Path) -> None:
    path = folder / "train-images-idx3-ubyte.gz"
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes()), compresslevel=1))
    assert len(load_dataset(str(folder)).train) == 30


@pytest.mark.parametrize("name", ["~nobody-of-that-name/data", "n" * 300])
def test_that_a_folder_that_cannot_be_is_not_found(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CNNVIZ_DATA", name)
    for data in (name, "mnist"):
        with pytest.raises(CnnvizError) as caught:
            load_dataset(data)
        assert caught.value.code == "dataset_not_found"
        assert name in str(caught.value.facts["places"])
