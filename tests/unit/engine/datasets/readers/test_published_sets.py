"""EMNIST, Fashion-MNIST, Sign-language MNIST and MNIST's tables, in their usual layouts."""

from pathlib import Path

import numpy as np
import pytest

from cnnviz.engine.datasets.browse import PictureQuery, datasets_here, pick
from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.datasets.loading import find_mnist, load_dataset
from cnnviz.engine.datasets.published.families import FAMILIES
from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from tests.helpers.published_sets import (
    Row,
    rows,
    turned,
    write_idx_pair,
    write_table,
)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CNNVIZ_DATA", str(tmp_path))
    return tmp_path


def shows(split: Split, held: list[Row]) -> bool:
    expected = np.frombuffer(b"".join(pixels for _, pixels in held), np.uint8)
    return np.array_equal(split.images_nhw, expected.reshape(-1, 28, 28))


def named(found: Dataset) -> list[str]:
    return [found.labels[label] for label in found.train.labels_n.tolist()]


def test_that_the_catalogue_and_the_files_agree_on_names_and_classes() -> None:
    for key, family in FAMILIES.items():
        assert KNOWN_DATASETS[key].labels == family.labels
        assert len(set(family.labels)) == len(family.labels)
    counts = [len(family.labels) for family in FAMILIES.values()]
    assert counts == [10, 10, 26, 47, 47, 62, 10, 24]


@pytest.mark.parametrize("place", ["FashionMNIST/raw", "fashion", "data/fashion"])
@pytest.mark.parametrize("packed", [True, False])
def test_that_fashion_mnist_is_told_from_mnist_by_its_folder(
    data: Path, place: str, packed: bool
) -> None:
    learned, measured = rows([9, 0, 3]), rows([1])
    write_idx_pair(data / place, "train", learned, packed=packed)
    write_idx_pair(data / place, "t10k", measured, packed=packed)
    for asked in ("fashion-mnist", str(data / place), str(data / place.split("/")[0])):
        found = load_dataset(asked)
        assert shows(found.train, learned)
        assert shows(found.test, measured)
        assert named(found) == ["ankle boot", "T-shirt or top", "dress"]
    assert find_mnist() is None
    picked = pick(PictureQuery("fashion-mnist"))
    assert (picked.label, picked.pixels_chw.shape) == (1, (1, 28, 28))
    assert "fashion-mnist" in datasets_here()


def test_that_kaggles_tables_of_fashion_mnist_are_read(data: Path) -> None:
    learned = rows([9, 0])
    for part in ("train", "test"):
        name = f"fashion-mnist_{part}.csv"
        write_table(data / "fashionmnist" / name, learned)
    for asked in ("fashion-mnist", str(data / "fashionmnist")):
        found = load_dataset(asked)
        assert shows(found.train, learned)
        assert named(found) == ["ankle boot", "T-shirt or top"]


def write_emnist(folder: Path, split: str, labels: list[int]) -> list[Row]:
    held = rows(labels)
    lying = [(label, turned(pixels)) for label, pixels in held]
    for part in ("train", "test"):
        write_idx_pair(folder, f"emnist-{split}-{part}", lying)
    return held


@pytest.mark.parametrize(
    ("split", "labels", "names"),
    [
        ("digits", [0, 9, 4], ["0", "9", "4"]),
        ("mnist", [7], ["7"]),
        ("letters", [1, 26, 2], ["A", "Z", "B"]),
        ("balanced", [9, 10, 35, 36, 46], ["9", "A", "Z", "a", "t"]),
        ("bymerge", [37, 38], ["b", "d"]),
        ("byclass", [35, 36, 61], ["Z", "a", "z"]),
    ],
)
@pytest.mark.parametrize("place", ["EMNIST/raw", "emnist/gzip", "."])
def test_that_emnist_stands_upright_and_its_classes_have_their_names(
    data: Path, split: str, labels: list[int], names: list[str], place: str
) -> None:
    held = write_emnist(data / place, split, labels)
    for asked in (f"emnist-{split}", str(data / place)):
        found = load_dataset(asked)
        assert shows(found.train, held)
        assert shows(found.test, held)
        assert named(found) == names


def test_that_kaggles_tables_of_emnist_are_turned_too(data: Path) -> None:
    held = rows([0, 46])
    lying = [(label, turned(pixels)) for label, pixels in held]
    for part in ("train", "test"):
        write_table(data / f"emnist-balanced-{part}.csv", lying, header=False)
    found = load_dataset(str(data))
    assert shows(found.train, held)
    assert named(found) == ["0", "t"]


def test_that_of_several_sets_in_a_folder_one_is_named_by_its_file(data: Path) -> None:
    write_emnist(data, "letters", [1])
    write_emnist(data, "digits", [3])
    with pytest.raises(CnnvizError) as caught:
        load_dataset(str(data))
    assert caught.value.code == "dataset_several"
    assert "EMNIST letters" in sentence(caught.value)
    file = data / "emnist-letters-test-labels-idx1-ubyte.gz"
    assert load_dataset(str(file)).name == "emnist-letters"


def test_that_a_letter_that_there_is_not_is_told_by_its_byte(data: Path) -> None:
    write_emnist(data, "letters", [1, 26, 0])
    with pytest.raises(CnnvizError) as caught:
        load_dataset("emnist-letters")
    assert caught.value.code == "idx_label_outside"
    assert "Byte 10 " in sentence(caught.value)
    assert "from 1 to 26" in sentence(caught.value)


LETTERS = "ABCDEFGHIKLMNOPQRSTUVWXY"


@pytest.mark.parametrize("place", ["{}.csv", "{0}/{0}.csv"])
@pytest.mark.parametrize("hole", [True, False])
def test_that_signed_letters_are_named_with_and_without_the_hole(
    data: Path, place: str, hole: bool
) -> None:
    numbers = [n for n in range(25) if n != 9] if hole else list(range(24))
    held = rows(numbers)
    for part in ("train", "test"):
        write_table(data / "sign_mnist" / place.format(f"sign_mnist_{part}"), held)
    for asked in ("sign-mnist", str(data / "sign_mnist")):
        found = load_dataset(asked)
        assert shows(found.train, held)
        assert "".join(named(found)) == LETTERS
        assert len(found.labels) == 24


@pytest.mark.parametrize(
    ("wrong", "code"), [(9, "table_label_left_out"), (25, "table_label_outside")]
)
def test_that_a_signed_letter_that_there_is_not_is_told_by_its_line(
    data: Path, wrong: int, code: str
) -> None:
    write_table(data / "sign_mnist_train.csv", rows([24, 0]))
    write_table(data / "sign_mnist_test.csv", rows([1, wrong]))
    with pytest.raises(CnnvizError) as caught:
        load_dataset("sign-mnist")
    assert caught.value.code == code
    said = sentence(caught.value)
    assert "Line 3 of sign_mnist_test.csv" in said
    assert f"class {wrong}" in said


@pytest.mark.parametrize("header", [True, False])
@pytest.mark.parametrize("place", [".", "mnist-in-csv"])
def test_that_mnist_in_tables_is_mnist(data: Path, header: bool, place: str) -> None:
    held = rows([5, 0, 4])
    for part in ("train", "test"):
        write_table(data / place / f"mnist_{part}.csv", held, header=header)
    found = load_dataset(str(data / place))
    assert shows(found.train, held)
    assert found.train.labels_n.tolist() == [5, 0, 4]
    assert found.labels == tuple("0123456789")
    assert find_mnist() is not None
    assert pick(PictureQuery("mnist", place=2)).label == 4
    # By the name it is MNIST, and must have as many pictures.
    with pytest.raises(CnnvizError) as caught:
        load_dataset("mnist")
    assert caught.value.code == "dataset_checksum"


def test_that_a_set_that_is_not_here_is_told_with_its_files(data: Path) -> None:
    for key in FAMILIES:
        with pytest.raises(CnnvizError) as caught:
            load_dataset(key)
        assert caught.value.code == "published_not_here"
        assert str(data) in sentence(caught.value)
        assert key not in datasets_here()


def test_that_of_a_set_that_is_partly_here_the_rest_is_named(data: Path) -> None:
    write_emnist(data / "EMNIST" / "raw", "letters", [1])
    (data / "EMNIST" / "raw" / "emnist-letters-test-labels-idx1-ubyte.gz").unlink()
    write_table(data / "signs" / "sign_mnist_train.csv", rows([1]))
    for asked, missing in (
        ("emnist-letters", "emnist-letters-test-labels-idx1-ubyte"),
        (str(data / "EMNIST"), "emnist-letters-test-labels-idx1-ubyte"),
        (str(data / "signs"), "sign_mnist_test.csv"),
    ):
        with pytest.raises(CnnvizError) as caught:
            load_dataset(asked)
        assert caught.value.code == "dataset_incomplete"
        assert caught.value.facts["files"] == missing
