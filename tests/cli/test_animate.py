"""``cnnviz animate``: what it writes, and what it refuses."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnviz.cli.animate import ENDINGS
from cnnviz.cli.main import main
from cnnviz.cli.operations.channels import drawn_channel
from cnnviz.engine.animation import writer
from cnnviz.engine.convolution.operations import Convolution
from cnnviz.engine.convolution.spec import ConvSpec
from cnnviz.engine.convolution.walk import Walk
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence

PIXELS = np.random.default_rng(5).integers(0, 256, (40, 50, 3), dtype=np.uint8)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "colour.png"
    Image.fromarray(PIXELS).save(path)
    return path


def animate(picture: Path, operation: str, *words: str, ending: str = ".gif") -> Path:
    out = picture.with_name(f"animation{ending}")
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
        (("--output-channel=2",), "There is no output channel 2: there is only one."),
        (("--channel=2",), "There is no input channel 2: there is only one."),
        (
            ("--channel=4", "--channels=rgb"),
            "There is no input channel 4. Choose one from 1 to 3.",
        ),
    ],
)
def test_that_what_cannot_be_animated_is_told_in_one_line(
    picture: Path,
    words: tuple[str, ...],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = picture.with_name("animation.gif")
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
        ("--fps=nan",),
        ("--reduce=99999999999",),
        ("--width=100",),
        ("--from=0",),
        ("--to=3", "--steps=3"),
        ("--out=animation.mp4",),
        ("--reduce=0",),
        ("--theme=blue",),
    ],
)
def test_that_wrong_usage_is_told_with_exit_code_2(
    picture: Path, words: tuple[str, ...]
) -> None:
    line = ["animate", "conv", str(picture), "--kernel=sobel_x", "--out=animation.gif"]
    with pytest.raises(SystemExit) as left:
        main([*line, *words])
    assert left.value.code == 2


def test_that_a_folder_that_is_not_there_is_told(
    picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = picture.parent / "nowhere" / "animation.gif"
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
    assert ENDINGS == writer.ENDINGS


def test_that_animating_loads_no_qt(picture: Path) -> None:
    code = (
        "import sys; from cnnviz.cli.main import main; "
        f"main(['animate', 'pool', {str(picture)!r}, '--kind=max', '--size=5', "
        f"'--width=480', '--steps=2', '--out', {str(picture.with_name('f.gif'))!r}]); "
        "assert not {'PySide6', 'torch'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def said_by(
    picture: Path, *words: str, capsys: pytest.CaptureFixture[str], ending: str = ".gif"
) -> tuple[int, str]:
    """Return how an animation of few frames ended, and all that was printed."""
    out = picture.with_name(f"animation{ending}")
    ended = main(["animate", *words, "--width=480", "--out", str(out)])
    printed = capsys.readouterr()
    return ended, printed.out + printed.err


def test_that_an_animation_shows_an_input_channel_that_is_used(picture: Path) -> None:
    pixels = PIXELS.transpose(2, 0, 1)
    kernels = np.eye(3)[:, :, None, None]
    grouped = Convolution(
        pixels, np.ones((3, 1, 1, 1)), ConvSpec(kernel=(1, 1), groups=3)
    )
    for operation in (grouped, Convolution(pixels, kernels, ConvSpec(kernel=(1, 1)))):
        for channel in range(3):
            assert (
                drawn_channel(Walk(operation, output_channel=channel), None) == channel
            )
    with pytest.raises(CnnvizError) as caught:
        drawn_channel(Walk(grouped, output_channel=1), 1)
    assert sentence(caught.value).startswith(
        "Output channel 2 is not made from input channel 1: it is made from channel 2."
    )
    everything = Convolution(pixels, np.ones((1, 3, 1, 1)), ConvSpec(kernel=(1, 1)))
    assert drawn_channel(Walk(everything), 3) == 2


def test_that_either_channel_of_a_pooling_names_both(
    picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("pool", str(picture), "--kind=max", "--size=9", "--channels=rgb")
    animations = []
    for more in (("--channel=2",), ("--output-channel=2",)):
        assert said_by(picture, *words, *more, capsys=capsys)[0] == 0
        animations.append(picture.with_name("animation.gif").read_bytes())
    assert animations[0] == animations[1]
    ended, said = said_by(
        picture, *words, "--channel=1", "--output-channel=2", capsys=capsys
    )
    assert ended == 1
    assert "is not made from input channel 1" in said


def test_that_steps_beyond_the_last_are_told(
    picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("pool", str(picture), "--kind=max", "--size=9", "--from=3", "--steps=50")
    ended, said = said_by(picture, *words, capsys=capsys)
    assert ended == 0
    assert "the walk ends with step 6, so 4 steps are animated instead of 50" in said
    assert "4 frames of" in said


def test_that_a_picture_too_thin_when_made_smaller_is_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "thin.png"
    Image.fromarray(np.zeros((300, 6), np.uint8)).save(path)
    words = ("conv", str(path), "--kernel=sobel_x")
    ended, said = said_by(path, *words, capsys=capsys)
    assert ended == 1
    assert "28 × 1 cells, too few" in said
    assert "--full-size" in said
    assert said_by(path, *words, "--full-size", "--steps=2", capsys=capsys)[0] == 0


@pytest.mark.parametrize("name", ["colour.png", "kernel.gif"])
def test_that_what_is_read_is_not_written_over(
    picture: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kernel = picture.with_name("kernel.gif")
    kernel.write_text("[[1]]")
    out = picture.with_name(name)
    before = out.read_bytes()
    line = ["animate", "conv", str(picture), "--kernel", str(kernel)]
    assert main([*line, "--out", str(out)]) == 1
    assert "would overwrite it" in capsys.readouterr().err
    assert out.read_bytes() == before


def test_that_a_terminal_is_told_how_far_a_long_animation_is(
    monkeypatch: pytest.MonkeyPatch,
    picture: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ("pool", str(picture), "--kind=max", "--size=9")
    assert "\r" not in said_by(picture, *words, capsys=capsys)[1]
    monkeypatch.setattr("cnnviz.cli.operations.progress._PATIENCE", 0.0)
    monkeypatch.setattr("cnnviz.cli.operations.progress._EVERY", 0.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    said = said_by(picture, *words, capsys=capsys)[1]
    assert "\rframe 1 of 6 (17%)\r" in said
    assert said.endswith("\rframe 6 of 6 (100%)\r" + " " * 19 + "\r")
