"""``cnnviz pool``: what it writes, and what it refuses."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from cnnviz.cli.main import main

COLOUR = np.random.default_rng(12).integers(0, 256, (13, 16, 3), dtype=np.uint8)
GREY = np.asarray(Image.fromarray(COLOUR).convert("L"))
GREY_TENSOR = torch.tensor(GREY[None, None], dtype=torch.float32)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "colour.png"
    Image.fromarray(COLOUR).save(path)
    return path


def pool(picture: Path, *words: str, ending: str = ".npy") -> Path:
    """Run the command and return the file that it wrote."""
    out = picture.with_name(f"out{ending}")
    assert main(["pool", str(picture), *words, "--out", str(out)]) == 0
    return out


def by_torch(kind: str, *settings: Any, **more: Any) -> NDArray[np.float32]:
    functions = torch.nn.functional
    result = {
        "max": lambda: functions.max_pool2d(GREY_TENSOR, *settings),
        "min": lambda: -functions.max_pool2d(-GREY_TENSOR, *settings),
        "avg": lambda: functions.avg_pool2d(GREY_TENSOR, *settings, **more),
        "sum": lambda: functions.avg_pool2d(GREY_TENSOR, *settings, divisor_override=1),
    }[kind]()
    return np.asarray(result[0].numpy())


@pytest.mark.parametrize("kind", ["max", "avg", "sum", "min"])
def test_that_windows_touch_unless_a_stride_is_given(picture: Path, kind: str) -> None:
    result = np.load(pool(picture, "--kind", kind, "--size", "2"))
    assert result.dtype == np.float32
    assert result.shape == (1, 6, 8)
    assert (result == by_torch(kind, 2)).all()


@pytest.mark.parametrize("kind", ["max", "avg", "sum", "min"])
def test_that_pairs_are_vertical_then_horizontal(picture: Path, kind: str) -> None:
    words = ("--kind", kind, "--size", "3,4", "--stride", "2,1", "--padding", "1,2")
    result = np.load(pool(picture, *words))
    assert (result == by_torch(kind, (3, 4), (2, 1), (1, 2))).all()


def test_that_a_mean_may_leave_the_padding_out(picture: Path) -> None:
    words = ("--kind=avg", "--size=3", "--padding=1", "--exclude-padding")
    expected = by_torch("avg", 3, None, 1, count_include_pad=False)
    assert (np.load(pool(picture, *words)) == expected).all()


def test_that_each_colour_is_pooled_by_itself(picture: Path) -> None:
    result = np.load(pool(picture, "--kind=max", "--size=global", "--channels=rgb"))
    assert result[:, 0, 0].tolist() == COLOUR.max(axis=(0, 1)).tolist()


def test_that_a_picture_of_the_maxima_can_be_written(picture: Path) -> None:
    out = pool(picture, "--kind=max", "--size=2", "--channels=rgb", ending=".png")
    with Image.open(out) as image:
        assert (image.mode, image.size) == ("RGB", (8, 6))
        pixels = np.asarray(image)
    blocks = COLOUR[:12].reshape(6, 2, 8, 2, 3)
    assert (pixels == blocks.max(axis=(1, 3))).all()


def test_that_a_table_has_whole_numbers(picture: Path) -> None:
    out = pool(picture, "--kind=sum", "--size=13,16", ending=".csv")
    assert out.read_text("ascii") == f"{GREY.sum(dtype=int)}\n"


def test_that_it_says_what_was_written(
    picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = pool(picture, "--kind=min", "--size=global")
    low = GREY.min()
    assert capsys.readouterr().out == f"{out}: 1 × 1 × 1, from {low} to {low}\n"


def refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Return how a run ended, and its last line on stderr."""
    try:
        ended = main(["pool", *words])
    except SystemExit as leaving:
        ended = int(leaving.code or 0)
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    lines = err.strip().splitlines()
    assert ended != 1 or len(lines) == 1
    return ended, lines[-1]


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        (["--kind", "median"], 2, "invalid choice"),
        (["--size", "0"], 2, "at least 1 row and 1 column"),
        (["--size", "all"], 2, "'all' is not a whole number"),
        (["--size", "1,2,3"], 2, "not a whole number"),
        (["--stride", "0"], 2, "The stride is 0"),
        (["--padding=-1"], 2, "The padding is -1"),
        (["--out", "half.gif"], 2, "must end in .npy"),
        (["--padding", "2"], 2, "at most 1 row and 1 column,"),
        (
            ["--exclude-padding"],
            2,
            "Only a mean can leave out the padding; max does not divide",
        ),
        (["--size", "99"], 1, "covers 99 × 99 cells"),
        (["--size", "global", "--stride", "2"], 2, "never moves"),
        (["--size", "global", "--padding", "1"], 2, "never moves"),
        (["--out", "{folder}/absent/o.npy"], 1, "no folder"),
    ],
)
def test_that_what_cannot_be_is_refused_in_words(
    words: list[str],
    code: int,
    expected: str,
    picture: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = picture.with_name("o.npy")
    start = [str(picture), "--kind=max", "--size=2", "--out", str(out)]
    filled = [word.replace("{folder}", str(picture.parent)) for word in words]
    ended, line = refused(start + filled, capsys)
    assert ended == code, line
    assert expected in line
    assert not out.exists()


def test_that_missing_words_are_asked_for(
    picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ended, line = refused([str(picture)], capsys)
    assert ended == 2
    assert "--kind, --size, --out" in line
