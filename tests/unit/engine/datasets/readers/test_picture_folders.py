"""Folders of pictures: every usual layout, sizes and colours, and what is refused."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnviz.engine.datasets.choice.fitting import Fit, numbered
from cnnviz.engine.datasets.class_names import DIGITS
from cnnviz.engine.datasets.loading import load_dataset
from cnnviz.engine.datasets.split import Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence


def write_picture(
    path: Path, level: int, *, size: tuple[int, int] = (6, 8), mode: str = "L"
) -> None:
    """Write a picture of one level, in colour with other levels of green and blue."""
    path.parent.mkdir(parents=True, exist_ok=True)
    colour = level if mode == "L" else (level, level + 1, level + 2)
    Image.new(mode, (size[1], size[0]), colour).save(path)


def write_classes(
    folder: Path, names: str, count: int = 5, *, first: int = 0, mode: str = "L"
) -> None:
    for place, name in enumerate(names.split()):
        for index in range(count):
            level = first + 10 * place + index
            write_picture(folder / name / f"{index:03}.png", level, mode=mode)


def levels(split: Split) -> list[tuple[int, int]]:
    """Return the first level of each picture, and its class."""
    pixels_n = split.images_nhw.reshape(len(split), -1)[:, 0]
    return list(zip(pixels_n.tolist(), split.labels_n.tolist(), strict=True))


EXPECTED = [(10 * label + index, label) for label in range(2) for index in range(5)]


@pytest.mark.parametrize(
    ("train", "test"),
    [
        ("train", "test"),
        ("training", "testing"),
        ("Training Set", "test_set"),
        ("asl_alphabet_train", "asl_alphabet_test"),
        ("seg_train/seg_train", "seg_test/seg_test"),
        ("archive/train", "archive/test"),
        ("data/archive/train", "data/archive/val"),
        ("train", "valid"),
    ],
)
def test_that_folders_of_parts_are_told_by_their_names(
    tmp_path: Path, train: str, test: str
) -> None:
    write_classes(tmp_path / train, "cat dog")
    write_classes(tmp_path / test, "dog", first=100, count=2)
    (tmp_path / "readme.txt").write_text("pictures")
    found = load_dataset(str(tmp_path))
    assert found.labels == ("cat", "dog")
    assert levels(found.train) == EXPECTED
    assert levels(found.test) == [(100, 1), (101, 1)]
    assert found.train.images_nhw.shape == (10, 6, 8)
    assert (found.notes, found.final, found.name) == ((), None, tmp_path.name)


def test_that_with_validation_and_test_the_test_is_for_the_end(tmp_path: Path) -> None:
    for part, first in (("train", 0), ("val", 100), ("test", 200)):
        write_classes(tmp_path / part, "a b", count=1, first=first)
    found = load_dataset(str(tmp_path))
    assert found.final is not None
    read = [levels(split) for split in (found.train, found.test, found.final)]
    assert read == [[(first, 0), (first + 10, 1)] for first in (0, 100, 200)]


@pytest.mark.parametrize("place", [".", "pictures", "a/pictures"])
def test_that_without_parts_a_fifth_of_each_class_is_held_out(
    tmp_path: Path, place: str
) -> None:
    write_classes(tmp_path / place, "cat dog")
    write_picture(tmp_path / place / "__MACOSX" / "x.png", 1)
    write_picture(tmp_path / place / "cat" / "._000.png", 1)
    (tmp_path / place / "cat" / "Thumbs.db").write_bytes(b"no picture")
    found = load_dataset(str(tmp_path))
    assert sorted(levels(found.train) + levels(found.test)) == EXPECTED
    assert found.test.labels_n.tolist() == [0, 1]
    assert [note.code for note in found.notes] == ["test_held_out"]
    again = load_dataset(str(tmp_path))
    assert levels(again.test) == levels(found.test)


def test_that_a_class_may_be_called_train(tmp_path: Path) -> None:
    write_classes(tmp_path, "bus car train")
    assert load_dataset(str(tmp_path)).labels == ("bus", "car", "train")


def test_that_classes_that_are_numbers_come_in_their_order(tmp_path: Path) -> None:
    write_classes(tmp_path, "10 9 0", count=2)
    assert load_dataset(str(tmp_path)).labels == ("0", "9", "10")


def test_that_pictures_in_colour_stay_so_and_grey_ones_among_them_become_it(
    tmp_path: Path,
) -> None:
    write_classes(tmp_path / "train", "a", mode="RGB")
    write_classes(tmp_path / "test", "a", count=1)
    found = load_dataset(str(tmp_path))
    assert found.train.images_nhw.shape == (5, 3, 6, 8)
    assert found.train.images_nhw[2, :, 3, 4].tolist() == [2, 3, 4]
    assert found.test.images_nhw[0, :, 0, 0].tolist() == [0, 0, 0]


def test_that_a_network_reads_pictures_of_any_size(tmp_path: Path) -> None:
    for index, size in enumerate([(64, 64), (10, 40), (300, 20), (32, 32)]):
        write_picture(tmp_path / "a" / f"{index}.jpg", 40, size=size, mode="RGB")
    with pytest.raises(CnnvizError) as caught:
        load_dataset(str(tmp_path))
    assert caught.value.code == "pictures_of_other_size"
    assert "1.jpg has the size 10 × 40" in sentence(caught.value)
    for channels in (1, 3):
        found = load_dataset(str(tmp_path), fit=Fit((channels, 32, 32), ("a", "b")))
        shape = (32, 32) if channels == 1 else (3, 32, 32)
        assert found.train.images_nhw.shape[1:] == shape
        assert found.notes[0].code == "pictures_resized"
        assert found.notes[0].facts["count"] == 3 + (channels == 1)


def test_that_digits_are_fitted_as_mnists_are(tmp_path: Path) -> None:
    for index in range(3):
        page = np.full((90, 120), 250, np.uint8)
        page[20:70, 30 + index : 36 + index] = 5  # a black stroke on white paper
        (tmp_path / "1").mkdir(exist_ok=True)
        Image.fromarray(page).save(tmp_path / "1" / f"{index}.png")
    found = load_dataset(str(tmp_path), fit=Fit((1, 28, 28), DIGITS))
    assert found.labels == ("1",)
    digit_hw = found.train.images_nhw[0]
    rows = np.flatnonzero(digit_hw.max(axis=1) > 100)
    assert len(rows) == 20
    assert digit_hw[0].max() == 0


def test_that_a_few_digits_keep_their_numbers(tmp_path: Path) -> None:
    write_classes(tmp_path / "train", "1 7", count=2)
    write_classes(tmp_path / "test", "7", count=1)
    alone = load_dataset(str(tmp_path))
    assert alone.train.labels_n.tolist() == [0, 0, 1, 1]
    found = numbered(alone, DIGITS)
    assert found.train.labels_n.tolist() == [1, 1, 7, 7]
    assert found.test.labels_n.tolist() == [7]
    assert found.labels == DIGITS


def test_that_a_damaged_picture_is_told_with_its_file(tmp_path: Path) -> None:
    write_classes(tmp_path, "cat dog")
    path = tmp_path / "dog" / "003.png"
    whole = path.read_bytes()
    for content in (whole[:40], b"", b"no picture at all"):
        path.write_bytes(content)
        with pytest.raises(CnnvizError) as caught:
            load_dataset(str(tmp_path))
        assert str(Path("dog") / "003.png") in sentence(caught.value)


def test_that_a_class_with_test_pictures_alone_is_told(tmp_path: Path) -> None:
    write_classes(tmp_path / "train", "cat")
    write_classes(tmp_path / "test", "cat dog")
    with pytest.raises(CnnvizError) as caught:
        load_dataset(str(tmp_path))
    assert caught.value.code == "class_only_in_test"
    assert "dog" in sentence(caught.value)


def test_that_a_folder_without_classes_is_not_found(tmp_path: Path) -> None:
    write_picture(tmp_path / "alone.png", 3)
    with pytest.raises(CnnvizError) as caught:
        load_dataset(str(tmp_path))
    assert caught.value.code == "dataset_not_found"
    assert "a folder for each class" in sentence(caught.value)


def test_that_reading_is_told_and_called_off(tmp_path: Path) -> None:
    write_classes(tmp_path, "cat dog")
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    load_dataset(str(tmp_path), on_progress=tell)
    assert told == [(done, 10) for done in range(1, 11)]
    with pytest.raises(CnnvizError) as caught:
        load_dataset(
            str(tmp_path), on_progress=tell, is_cancelled=lambda: len(told) > 14
        )
    assert caught.value.code == "reading_cancelled"
    assert len(told) == 15


def test_that_lists_beside_folders_of_classes_are_no_tables(tmp_path: Path) -> None:
    write_classes(tmp_path / "train", "cat dog")
    write_classes(tmp_path / "test", "cat dog", count=1)
    for name in ("birds.csv", "labels.csv", "sample_submission.csv"):
        (tmp_path / name).write_text("id,label\n1,cat\n")
    assert load_dataset(str(tmp_path)).labels == ("cat", "dog")


@pytest.mark.parametrize("place", ["train", "images", "."])
@pytest.mark.parametrize("ending", ["", ".png"])
@pytest.mark.parametrize("header", ["id,label\n", ""])
def test_that_a_list_tells_the_classes_of_a_pile(
    tmp_path: Path, place: str, ending: str, header: str
) -> None:
    for index in range(1, 11):
        write_picture(tmp_path / place / f"{index}.png", index)
    lines = [f"{n}{ending},{'dog' if n > 5 else 'cat'}\n" for n in range(1, 11)]
    (tmp_path / "trainLabels.csv").write_text(header + "".join(lines))
    found = load_dataset(str(tmp_path))
    assert found.labels == ("cat", "dog")
    both = sorted(levels(found.train) + levels(found.test))
    assert both == [(n, int(n > 5)) for n in range(1, 11)]


@pytest.mark.parametrize(
    ("line", "said"),
    [("7,cat", "tells the class of 7"), ("1", "Line 3"), ("1,", "Line 3")],
)
def test_that_a_wrong_line_of_a_list_is_told(
    tmp_path: Path, line: str, said: str
) -> None:
    write_picture(tmp_path / "train" / "1.png", 1)
    (tmp_path / "trainLabels.csv").write_text(f"id,label\n1,cat\n{line}\n")
    with pytest.raises(CnnvizError) as caught:
        load_dataset(str(tmp_path))
    assert said in sentence(caught.value)
    assert "trainLabels.csv" in sentence(caught.value)
