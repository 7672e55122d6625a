"""Classes of one's own on the disk: ordinary pictures, and no other file is touched."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnviz.engine.datasets.loading import load_dataset
from cnnviz.engine.datasets.own.collection import Example, OwnClass, OwnClasses
from cnnviz.engine.datasets.own.keeping import (
    INDEX,
    KeptClasses,
    picture_paths,
    read_example,
)
from cnnviz.engine.errors import CnnvizError


def example(seed: int) -> Example:
    return Example(np.random.default_rng(seed).integers(0, 256, (28, 28), np.uint8))


def made(*names: str, each: int = 3) -> OwnClasses:
    return OwnClasses(
        tuple(
            OwnClass(name, tuple(example(100 * at + number) for number in range(each)))
            for at, name in enumerate(names)
        )
    )


def same(one: OwnClasses, other: OwnClasses) -> bool:
    pixels = [
        [[example.digit_hw.tolist() for example in each.examples] for each in which]
        for which in (one.classes, other.classes)
    ]
    return one.names == other.names and pixels[0] == pixels[1]


def files(folder: Path) -> set[str]:
    return {one.relative_to(folder).as_posix() for one in folder.rglob("*.png")}


NAMES = ("smile", "😀", "?", "a", "A", "con", "<i>x</i>", "../up")


def test_that_all_names_come_back_in_their_order(tmp_path: Path) -> None:
    before = made(*NAMES)
    KeptClasses(tmp_path / "mine").keep(before)
    assert same(KeptClasses(tmp_path / "mine").load(), before)
    assert [*tmp_path.iterdir()] == [tmp_path / "mine"]
    places = {one.name.casefold() for one in (tmp_path / "mine").iterdir()}
    assert len(places) == len(NAMES) + 1  # also where capitals are the same


def test_that_the_folder_follows_each_change(tmp_path: Path) -> None:
    kept = KeptClasses(tmp_path)
    first = made("smile", "sad")
    kept.keep(first)
    begun = files(tmp_path)
    for changed in (
        first.without_example(0, 1),
        first.renamed(0, "glad"),
        first.without_class(1),
        first.with_class("neutral"),
        made("other", "ones"),
        OwnClasses(),
    ):
        kept.keep(changed)
        assert same(KeptClasses(tmp_path).load(), changed)
        assert len(files(tmp_path)) == changed.total
    kept.keep(first)  # undone, all the way
    assert same(KeptClasses(tmp_path).load(), first)
    assert files(tmp_path) == begun


def test_that_another_program_learns_from_it(tmp_path: Path) -> None:
    KeptClasses(tmp_path).keep(made("smile", "sad", each=5))
    found = load_dataset(str(tmp_path))
    assert found.labels == ("sad", "smile")
    assert found.train.images_nhw.shape[1:] == (28, 28)


def test_that_what_others_put_there_is_read_or_left(tmp_path: Path) -> None:
    for name in ("sun", "moon"):
        (tmp_path / name).mkdir()
        Image.fromarray(example(3).digit_hw).save(tmp_path / name / "0001.png")
    (tmp_path / "moon" / "notes.txt").write_text("mine")
    (tmp_path / "moon" / "0002.png").write_bytes(b"no picture")
    kept = KeptClasses(tmp_path)
    found = kept.load()
    assert found.names == ("sun", "moon")
    assert [len(one.examples) for one in found.classes] == [1, 1]
    kept.keep(OwnClasses())
    left = {one.name for one in (tmp_path / "moon").iterdir()}
    assert left == {"notes.txt", "0002.png"}
    assert KeptClasses(tmp_path).load().names == ()


@pytest.mark.parametrize(
    "said",
    [
        "",
        "[" * 9_000,
        "7",
        json.dumps({"classes": 7}),
        json.dumps({"classes": [{"name": 7, "folder": "smile"}]}),
        json.dumps({"classes": [{"name": "a", "folder": "../outside"}]}),
        json.dumps({"classes": [{"name": "a" * 500, "folder": "smile"}]}),
        json.dumps({"classes": [{"name": "", "folder": 7}]}),
    ],
)
def test_that_a_damaged_list_of_classes_harms_nothing(
    tmp_path: Path, said: str
) -> None:
    KeptClasses(tmp_path / "in").keep(made("smile"))
    (tmp_path / "outside").mkdir()
    Image.fromarray(example(3).digit_hw).save(tmp_path / "outside" / "0001.png")
    (tmp_path / "in" / INDEX).write_text(said)
    assert KeptClasses(tmp_path / "in").load().total == 0
    assert (tmp_path / "outside" / "0001.png").exists()


def test_that_a_folder_that_cannot_be_made_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CnnvizError, match="file_unwritable"):
        KeptClasses(tmp_path / "file").keep(made("smile"))


def test_that_pictures_are_prepared_and_folders_name_classes(tmp_path: Path) -> None:
    page = np.full((90, 120), 240, np.uint8)
    page[20:70, 50:60] = 20
    for place in (tmp_path, tmp_path / "bar"):
        place.mkdir(exist_ok=True)
        Image.fromarray(page).save(place / "one.png")
    one = read_example(tmp_path / "one.png").digit_hw
    assert one.shape == (28, 28)
    assert one.max() == 255
    assert (np.flatnonzero(one.any(axis=1))[[0, -1]] == (4, 23)).all()
    assert picture_paths(tmp_path / "one.png") == {"": [tmp_path / "one.png"]}
    assert picture_paths(tmp_path) == {
        "": [tmp_path / "one.png"],
        "bar": [tmp_path / "bar" / "one.png"],
    }
