"""``cnnviz animate``: what it writes, and what it refuses."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnviz.cli.animate import ENDINGS
from cnnviz.cli.main import main
from cnnviz.films import filming

PIXELS = np.random.default_rng(5).integers(0, 256, (40, 50, 3), dtype=np.uint8)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "colour.png"
    Image.fromarray(PIXELS).save(path)
    return path


def animate(picture: Path, operation: str, *words: str, ending: str = ".gif") -> Path:
    out = picture.with_name(f"film{ending}")
    assert main(["animate", operation, str(picture), *words, "--out", str(out)]) == 0
    return out


def frames(path: Path) -> tuple[int, tuple[int, int], str | None]:
    with Image.open(path) as image:
        return image.n_frames, image.size, image.format  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("ending", "format_name"),
    [(".gif", "GIF"), (".png", "PNG"), (".apng", "PNG"), (".webp", "WEBP")],
)
def test_that_the_ending_decides_the_format(
    picture: Path, ending: str, format_name: str
) -> None:
    words = ("--kernel", "sobel_x", "--reduce", "6", "--width", "480")
    count, size, found = frames(animate(picture, "conv", *words, ending=ending))
    assert (count, size[0], found) == (3 * 4, 480, format_name)


def test_that_it_says_what_it_made_smaller_and_what_it_wrote(
    picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = animate(picture, "pool", "--kind=max", "--size=2", "--from=3", "--to=7")
    reduced, told = capsys.readouterr().out.splitlines()
    assert "from 40 × 50 to 22 × 28 cells" in reduced
    width, height = frames(out)[1]
    kilobytes = out.stat().st_size // 1000
    assert told == (
        f"{out}: 5 frames of {width} × {height}, 3.5 seconds, {kilobytes} kB"
    )


def test_that_the_whole_picture_can_be_kept(
    picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--kind=avg", "--size=10", "--full-size", "--channels=rgb", "--width=480")
    assert frames(animate(picture, "pool", *words))[0] == 4 * 5
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_that_so_many_steps_can_be_asked_for(picture: Path) -> None:
    words = ("--kernel=box_blur", "--padding=same", "--steps=4", "--width=480")
    assert frames(animate(picture, "conv", *words))[0] == 4


def test_that_colours_bias_transposed_and_activation_are_understood(
    picture: Path,
) -> None:
    words = ("--kernel=box_blur", "--channels=rgb", "--reduce=3", "--width=480")
    more = ("--bias=5", "--activation=softmax", "--output-channel=2", "--theme=dark")
    assert frames(animate(picture, "conv", *words, *more, "--padding=1"))[0] == 6
    assert frames(animate(picture, "conv", *words, "--transposed"))[0] == 4 * 5


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from=700",), "Steps 700 to"),
        (("--full-size", "--padding=30"), "more than the 2000 frames"),
        (("--output-channel=2",), "There is no channel 2"),
        (("--channel=2",), "There is no channel 2"),
    ],
)
def test_that_what_cannot_be_filmed_is_told_in_one_line(
    picture: Path,
    words: tuple[str, ...],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = picture.with_name("film.gif")
    line = ["animate", "conv", str(picture), "--kernel=sobel_x", "--out", str(out)]
    assert main([*line, *words]) == 1
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert not out.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("--fps=60",),
        ("--fps=fast",),
        ("--width=100",),
        ("--from=0",),
        ("--to=3", "--steps=3"),
        ("--out=film.mp4",),
        ("--reduce=0",),
        ("--theme=blue",),
    ],
)
def test_that_wrong_usage_is_told_with_exit_code_2(
    picture: Path, words: tuple[str, ...]
) -> None:
    line = ["animate", "conv", str(picture), "--kernel=sobel_x", "--out=film.gif"]
    with pytest.raises(SystemExit) as left:
        main([*line, *words])
    assert left.value.code == 2


def test_that_a_folder_that_is_not_there_is_told(
    picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = picture.parent / "nowhere" / "film.gif"
    line = [
        "animate",
        "pool",
        str(picture),
        "--kind=max",
        "--size=2",
        "--out",
        str(out),
    ]
    assert main(line) == 1
    assert "nowhere" in capsys.readouterr().err


def test_that_endings_agree_with_those_of_the_engine() -> None:
    assert ENDINGS == filming.ENDINGS


def test_that_filming_loads_no_qt(picture: Path) -> None:
    code = (
        "import sys; from cnnviz.cli.main import main; "
        f"main(['animate', 'pool', {str(picture)!r}, '--kind=max', '--size=5', "
        f"'--width=480', '--steps=2', '--out', {str(picture.with_name('f.gif'))!r}]); "
        "assert not {'PySide6', 'torch'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
