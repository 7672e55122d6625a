"""Drawings of one's own: ordinary PNG files by class, and never one over another."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnviz.engine.datasets.choice.fitting import numbered
from cnnviz.engine.datasets.class_names import DIGITS
from cnnviz.engine.datasets.drawings import add_drawing, count_drawings
from cnnviz.engine.datasets.loading import load_dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence


def drawing(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (28, 28), np.uint8)


def test_that_drawings_are_ordinary_pictures_that_are_learned_from(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "mine"
    kept = {
        add_drawing(folder, label, drawing(10 * int(label) + number)): label
        for label in ("7", "1")
        for number in range(3)
    }
    assert sorted(path.relative_to(folder).as_posix() for path in kept) == [
        f"{label}/{number:04}.png" for label in "17" for number in (1, 2, 3)
    ]
    with Image.open(folder / "7" / "0002.png") as picture:
        assert (picture.format, picture.mode) == ("PNG", "L")
        assert np.array_equal(np.asarray(picture), drawing(71))
    assert count_drawings(folder) == {"1": 3, "7": 3}
    found = numbered(load_dataset(str(folder)), DIGITS)
    labels = [*found.train.labels_n, *found.test.labels_n]
    assert sorted(labels) == [1, 1, 1, 7, 7, 7]


def test_that_no_drawing_is_written_over(tmp_path: Path) -> None:
    place = tmp_path / "7"
    place.mkdir()
    (place / "0041.png").write_bytes(b"mine")
    (place / "notes.txt").write_bytes(b"7")
    assert add_drawing(tmp_path, "7", drawing(1)).name == "0042.png"
    assert (place / "0041.png").read_bytes() == b"mine"
    assert count_drawings(tmp_path) == {"7": 2}


def test_that_a_number_taken_meanwhile_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_drawing(tmp_path, "7", drawing(1))
    monkeypatch.setattr("cnnviz.engine.datasets.drawings.entries", lambda _: [])
    assert add_drawing(tmp_path, "7", drawing(2)).name == "0002.png"


@pytest.mark.parametrize(
    "label",
    ["", "..", "../x", "a/b", "a\\b", "nul", "COM1", ".a", "x" * 61, "a ", "a.", "a\n"],
)
def test_that_a_class_that_cannot_be_a_folder_is_refused(
    tmp_path: Path, label: str
) -> None:
    with pytest.raises(CnnvizError) as caught:
        add_drawing(tmp_path / "mine", label, drawing(1))
    assert caught.value.code == "class_name_unusable"
    assert sentence(caught.value)
    assert not (tmp_path / "mine").exists()


def test_that_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "7").write_bytes(b"a file")
    with pytest.raises(CnnvizError) as caught:
        add_drawing(tmp_path, "7", drawing(1))
    assert caught.value.code == "file_unwritable"
    assert count_drawings(tmp_path / "absent") == {}
