"""Tables of pictures: what is read, what is refused, and what is said then."""

import random
from pathlib import Path

import numpy as np
import pytest

from cnnviz.engine.datasets.files import tables
from cnnviz.engine.datasets.files.tables import read_table
from cnnviz.engine.datasets.loading import load_dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from tests.helpers.mutations import mutated
from tests.helpers.published_sets import rows, write_table

HELD = rows([3, 1, 4, 1, 5, 9, 2, 6])
LABELS = [label for label, _ in HELD]
PIXELS = [list(pixels) for _, pixels in HELD]


def lines(*, label_at: int = 0) -> list[list[str]]:
    found = []
    for label, pixels in zip(LABELS, PIXELS, strict=True):
        cells = list(map(str, pixels))
        cells.insert(label_at, str(label))
        found.append(cells)
    return found


def write(path: Path, rows: list[list[str]], end: str = "\n") -> Path:
    path.write_bytes(end.join(",".join(cells) for cells in rows).encode())
    return path


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n"])
@pytest.mark.parametrize("last", ["", "\n"])
@pytest.mark.parametrize("piece", [700, 5_000, 2**22])
def test_that_every_way_to_end_a_line_gives_the_same_numbers(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    end: str,
    last: str,
    piece: int,
) -> None:
    path = write(tmp_path / "train.csv", lines(), end)
    path.write_bytes(path.read_bytes() + last.encode())
    monkeypatch.setattr(tables, "_PIECE", max(piece, 3_000))
    found = read_table(path)
    assert found.labels_n is not None
    assert found.labels_n.tolist() == LABELS
    assert found.images_nhw.reshape(len(HELD), -1).tolist() == PIXELS
    step = 2 if end == "\n\n" else 1
    assert found.lines_n.tolist() == list(range(1, 1 + step * len(HELD), step))


@pytest.mark.parametrize(
    "header",
    [
        ["label", *(f"pixel{n}" for n in range(784))],
        ["label", *(f"{n // 28}x{n % 28}" for n in range(784))],
        ['"label"', *(f'"p{n}"' for n in range(784))],
        list(map(str, range(785))),
        ["\ufefflabel", *(f"pixel{n}" for n in range(784))],
    ],
)
def test_that_a_header_of_any_kind_is_seen(tmp_path: Path, header: list[str]) -> None:
    found = read_table(write(tmp_path / "train.csv", [header, *lines()]))
    assert found.labels_n is not None
    assert found.labels_n.tolist() == LABELS
    assert found.lines_n[0] == 2


def test_that_the_header_tells_which_column_is_the_class(tmp_path: Path) -> None:
    header = [*(f"pixel{n}" for n in range(784)), "label"]
    path = write(tmp_path / "train.csv", [header, *lines(label_at=784)])
    found = read_table(path)
    assert found.labels_n is not None
    assert found.labels_n.tolist() == LABELS
    assert found.images_nhw.reshape(len(HELD), -1).tolist() == PIXELS


def test_that_numbers_may_be_quoted_and_written_as_fractions(tmp_path: Path) -> None:
    quoted = [[f'"{cell}"' for cell in cells] for cells in lines()]
    fractions = [[f" {cell}.0" for cell in cells] for cells in lines()]
    for number, held in enumerate((quoted, fractions)):
        found = read_table(write(tmp_path / f"{number}.csv", held))
        assert found.images_nhw.reshape(len(HELD), -1).tolist() == PIXELS


def test_that_colours_lie_plane_after_plane(tmp_path: Path) -> None:
    cells = list(map(str, range(12)))
    found = read_table(write(tmp_path / "c.csv", [["7", *cells], ["1", *cells]]))
    assert found.images_nhw.shape == (2, 3, 2, 2)
    assert found.images_nhw[0, 1].tolist() == [[4, 5], [6, 7]]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda rows: rows[2].pop(), "Line 3 of train.csv has 784 numbers where 785"),
        (lambda rows: rows[5].__setitem__(6, "256"), "Line 6, column 7 of train.csv"),
        (lambda rows: rows[5].__setitem__(6, "-1"), "“-1” where a whole number"),
        (lambda rows: rows[0].__setitem__(9, "abc"), "Line 1, column 10"),
        (lambda rows: rows[1].__setitem__(0, "seven"), "Line 2, column 1"),
        (lambda rows: rows[1].__setitem__(0, ""), "“nothing”"),
        (lambda rows: rows[1].__setitem__(3, "1_0"), "“1_0”"),
        (lambda rows: rows[1].__setitem__(3, "0.5"), "“0.5”"),
        (lambda rows: rows[1].__setitem__(3, "nan"), "“nan”"),
        (lambda rows: rows[7].__delitem__(slice(300, None)), "Line 8 of train.csv"),
        (lambda rows: rows.clear(), "has no picture in it"),
        (lambda rows: [row.pop() for row in rows], None),
        (lambda rows: [row.__delitem__(slice(0, 9)) for row in rows], "776 columns"),
    ],
)
def test_that_a_fault_is_told_by_file_and_line(
    tmp_path: Path, change: object, said: str | None
) -> None:
    held = lines()
    assert callable(change)
    change(held)
    path = write(tmp_path / "train.csv", held)
    if said is None:  # 784 columns are pictures without classes
        assert read_table(path).labels_n is None
        with pytest.raises(CnnvizError) as caught:
            load_dataset(str(path))
        assert caught.value.code == "table_without_labels"
        return
    with pytest.raises(CnnvizError) as caught:
        read_table(path)
    assert said in sentence(caught.value)


def test_that_a_file_without_an_end_of_line_is_given_up_early(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "_PIECE", 2_000)
    path = tmp_path / "train.csv"
    path.write_bytes(b"1," * 100_000)
    with pytest.raises(CnnvizError) as caught:
        read_table(path)
    assert caught.value.code == "table_line_too_long"


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\0" * 5_000, b"\xff\xfe1,2,3"])
def test_that_other_bytes_are_refused_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "train.csv"
    path.write_bytes(content)
    with pytest.raises(CnnvizError) as caught:
        read_table(path)
    assert "train.csv" in sentence(caught.value)


def test_that_a_table_changed_at_random_is_read_or_refused(tmp_path: Path) -> None:
    whole = write_table(tmp_path / "whole.csv", HELD[:3]).read_bytes()
    path, refused = tmp_path / "changed.csv", 0
    for seed in range(200):
        path.write_bytes(mutated(whole, seed))
        try:
            read_table(path)
        except CnnvizError as error:
            refused += len(sentence(error)) < 1_000
    assert refused > 60


def test_that_reading_tells_how_far_it_is_and_can_be_called_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "_PIECE", 4_000)
    path = write_table(tmp_path / "train.csv", HELD)
    told: list[tuple[int, int]] = []
    load_dataset(str(path), on_progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (path.stat().st_size,) * 2
    assert len(told) > 2
    assert told == sorted(told)
    with pytest.raises(CnnvizError) as caught:
        load_dataset(str(path), is_cancelled=lambda: len(told) > 0)
    assert caught.value.code == "reading_cancelled"


def test_that_a_competition_without_test_classes_has_some_held_out(
    tmp_path: Path,
) -> None:
    chance = random.Random(0)
    held = rows([n % 3 for n in range(60)])
    chance.shuffle(held)
    write_table(tmp_path / "train.csv", held)
    write(tmp_path / "test.csv", [cells[1:] for cells in lines()])
    found = load_dataset(str(tmp_path))
    assert (len(found.train), len(found.test)) == (50, 10)
    assert [note.code for note in found.notes] == ["test_held_out"]
    assert found.labels == ("0", "1", "2")
    both = np.concatenate([found.train.images_nhw, found.test.images_nhw])
    assert sorted(map(bytes, both)) == sorted(pixels for _, pixels in held)


def test_that_tables_that_could_be_either_are_asked_about(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        write_table(tmp_path / name, HELD)
    with pytest.raises(CnnvizError) as caught:
        load_dataset(str(tmp_path))
    assert caught.value.code == "tables_unclear"
    assert len(load_dataset(str(tmp_path / "a.csv")).labels) == 10
