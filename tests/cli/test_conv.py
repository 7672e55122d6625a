"""``cnnviz conv``: what it writes, and what it refuses."""

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from cnnviz.cli.conv import KERNEL_NAMES
from cnnviz.cli.main import main
from cnnviz.engine.convolution.kernel_presets import PRESETS, preset

RNG = np.random.default_rng(11)
COLOUR = RNG.integers(0, 256, (12, 15, 3), dtype=np.uint8)
GREY = np.asarray(Image.fromarray(COLOUR).convert("L"))


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "colour.png"
    Image.fromarray(COLOUR).save(path)
    return path


def conv(picture: Path, kernel: object, *words: str, ending: str = ".npy") -> Path:
    """Run the command and return the file that it wrote."""
    text = kernel if isinstance(kernel, str) else json.dumps(kernel)
    out = picture.with_name(f"out{ending}")
    assert (
        main(["conv", str(picture), "--kernel", text, *words, "--out", str(out)]) == 0
    )
    return out


def by_torch(
    pixels_chw: NDArray[Any], kernels: object, **settings: Any
) -> NDArray[np.float32]:
    result = torch.nn.functional.conv2d(
        torch.tensor(pixels_chw, dtype=torch.float32)[None],
        torch.tensor(kernels, dtype=torch.float32),
        **settings,
    )
    return np.asarray(result[0].numpy())


def test_that_a_preset_gives_unscaled_sums_of_grey_levels(picture: Path) -> None:
    result = np.load(conv(picture, "sobel_x"))
    kernel = preset("sobel_x").values_hw
    assert result.dtype == np.float32
    assert result.shape == (1, 10, 13)
    assert (result == by_torch(GREY[None], kernel[None, None])).all()


def test_that_pairs_are_vertical_then_horizontal(picture: Path) -> None:
    kernel = [[1, 2], [3, -4], [5, 6]]
    result = np.load(
        conv(
            picture, kernel, "--stride", "2,1", "--padding", "3,0", "--dilation", "1,4"
        )
    )
    expected = by_torch(
        GREY[None], [[kernel]], stride=(2, 1), padding=(3, 0), dilation=(1, 4)
    )
    assert (result == expected).all()


def test_that_one_number_means_both(picture: Path) -> None:
    one = np.load(conv(picture, "emboss", "--stride", "3", "--padding", "2"))
    two = np.load(conv(picture, "emboss", "--stride", "3,3", "--padding", "2,2"))
    assert one.tolist() == two.tolist()


@pytest.mark.parametrize("stride", [1, 2, 3, 5])
def test_that_same_gives_size_over_stride_rounded_up(
    picture: Path, stride: int
) -> None:
    result = np.load(
        conv(picture, "sharpen", "--padding", "same", "--stride", str(stride))
    )
    assert result.shape == (1, -(-12 // stride), -(-15 // stride))


def test_that_same_adds_the_odd_row_and_column_at_the_end(picture: Path) -> None:
    result = np.load(conv(picture, [[0, 0], [0, 1]], "--padding", "same"))
    assert (result[0, :-1, :-1] == GREY[1:, 1:]).all()
    assert not result[0, -1].any()
    assert not result[0, :, -1].any()


def test_that_full_meets_every_overlap(picture: Path) -> None:
    kernel = [[1, 2, 3], [4, 5, 6]]
    result = np.load(conv(picture, kernel, "--padding", "full", "--dilation", "2,1"))
    expected = by_torch(GREY[None], [[kernel]], padding=(2, 2), dilation=(2, 1))
    assert (result == expected).all()


def test_that_flip_turns_the_kernel(picture: Path) -> None:
    turned = np.load(conv(picture, [[1, 2], [3, 4]], "--flip"))
    assert turned.tolist() == np.load(conv(picture, [[4, 3], [2, 1]])).tolist()


def test_that_rows_alone_work_on_each_colour_by_itself(picture: Path) -> None:
    result = np.load(conv(picture, "emboss", "--channels", "rgb"))
    kernel = preset("emboss").values_hw
    expected = by_torch(
        COLOUR.transpose(2, 0, 1), np.stack([kernel[None]] * 3), groups=3
    )
    assert result.shape == (3, 10, 13)
    assert (result == expected).all()


def test_that_a_kernel_over_channels_sums_them(picture: Path) -> None:
    kernel = RNG.integers(-3, 4, (3, 2, 3)).tolist()
    result = np.load(conv(picture, kernel, "--channels", "rgb"))
    assert (result == by_torch(COLOUR.transpose(2, 0, 1), [kernel])).all()


def test_that_four_axes_give_as_many_outputs(picture: Path) -> None:
    kernel = RNG.integers(-3, 4, (5, 3, 3, 3)).tolist()
    result = np.load(conv(picture, kernel, "--channels", "rgb", "--padding", "1"))
    assert (result == by_torch(COLOUR.transpose(2, 0, 1), kernel, padding=1)).all()


def test_that_a_grey_picture_read_as_rgb_has_three_equal_channels(
    tmp_path: Path,
) -> None:
    path = tmp_path / "grey.png"
    Image.fromarray(GREY).save(path)
    result = np.load(conv(path, "identity", "--channels", "rgb"))
    assert result.shape == (3, 10, 13)
    assert (result == GREY[1:-1, 1:-1]).all()


@pytest.mark.parametrize("prefix", ["", "\ufeff", "\n  "])
def test_that_a_kernel_comes_from_a_file(picture: Path, prefix: str) -> None:
    file = picture.with_name("kernel.json")
    file.write_text(prefix + "[[0, 1],\n [2, 3]]\n", encoding="utf-8")
    from_file = np.load(conv(picture, str(file)))
    assert from_file.tolist() == np.load(conv(picture, [[0, 1], [2, 3]])).tolist()


def test_that_a_table_has_a_row_a_line_and_exact_numbers(picture: Path) -> None:
    numbers = np.load(conv(picture, "gaussian_blur"))
    table = np.loadtxt(conv(picture, "gaussian_blur", ending=".csv"), delimiter=",")
    assert (table.astype(np.float32) == numbers[0]).all()


def test_that_whole_numbers_are_written_without_a_point(picture: Path) -> None:
    text = conv(picture, "sobel_x", ending=".csv").read_text("ascii")
    assert "." not in text
    assert len(text.splitlines()) == 10
    assert {line.count(",") for line in text.splitlines()} == {12}


def test_that_outputs_in_a_table_are_parted_by_an_empty_line(picture: Path) -> None:
    text = conv(picture, "identity", "--channels", "rgb", ending=".csv").read_text()
    blocks = [
        [[int(cell) for cell in row.split(",")] for row in block.split()]
        for block in text.split("\n\n")
    ]
    assert (np.array(blocks) == COLOUR.transpose(2, 0, 1)[:, 1:-1, 1:-1]).all()


@pytest.mark.parametrize(("channels", "mode"), [("grey", "L"), ("rgb", "RGB")])
def test_that_a_png_is_rounded_and_clipped(
    picture: Path, channels: str, mode: str
) -> None:
    words = ("--channels", channels)
    numbers = np.load(conv(picture, "sharpen", *words))
    with Image.open(conv(picture, "sharpen", *words, ending=".PNG")) as image:
        assert image.mode == mode
        pixels = np.atleast_3d(np.asarray(image)).transpose(2, 0, 1)
    assert numbers.min() < 0
    assert numbers.max() > 255
    assert (pixels == np.clip(np.rint(numbers), 0, 255)).all()


def refused(words: list[str], capsys: pytest.CaptureFixture[str], *, code: int) -> str:
    """Return the last line on stderr of a run that must end with a code."""
    try:
        ended = main(["conv", *words])
    except SystemExit as leaving:
        ended = int(leaving.code or 0)
    out, err = capsys.readouterr()
    assert ended == code, err
    assert out == ""
    assert "Traceback" not in err
    lines = err.strip().splitlines()
    assert code != 1 or len(lines) == 1
    return lines[-1]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--stride", "0"], "The stride is 0"),
        (["--stride", "1,0"], "The stride is 0"),
        (["--stride", "1.5"], "'1.5' is not a whole number"),
        (["--stride", "1,2,3"], "not a whole number"),
        (["--dilation", "0"], "The dilation is 0"),
        (["--dilation", "99999999999999999999"], "too large: the most is"),
        (["--padding", "-1"], "The padding is -1"),
        (["--padding=-1,2"], "The padding is -1"),
        (["--padding", "most"], "no padding called most"),
        (["--padding", "1,2,3"], "has 3 numbers: give 1, 2"),
        (["--padding", "1,2,-3,4"], "The padding is -3"),
        (["--padding-mode", "mirror"], "invalid choice"),
        (["--groups", "0"], "The number of groups is 0"),
        (["--groups", "2,2"], "not a whole number"),
        (["--bias", "much"], "is not a number"),
        (["--bias", "nan"], "'nan' is not a finite number"),
        (["--bias", "1,-inf"], "'-inf' is not a finite number"),
        (["--bias", "-1e40"], "is too large: use numbers below 10^38"),
        (["--bias", "1e400"], "is too large: use numbers below 10^38"),
        (["--bias", "1,"], "is not a number"),
        (["--activation", "gelu"], "invalid choice"),
        (["--transposed", "--output-padding=-1"], "The output padding is -1"),
        (["--channels", "cmyk"], "invalid choice"),
        (
            ["--kernel", "sobel"],
            "no kernel called 'sobel'. Did you mean sobel_x or sobel_y?",
        ),
        (["--kernel", "Sobelx"], "Did you mean sobel_x?"),
        (["--kernel", "[[1, 2], [3]]"], "not equally long"),
        (["--kernel", "[1, 2]"], "1 bracket deep"),
        (["--kernel", "[[NaN]]"], "holds NaN, which is not a finite number"),
        (["--kernel", "[[1e400]]"], "too large. Use numbers below 10^38"),
        (["--kernel", "[[" + "9" * 5000 + "]]"], "too large. Use numbers below"),
        (["--out", "edges.jpg"], "must end in .npy"),
        (["--out", "edges"], "must end in .npy"),
        (["--frobnicate"], "unrecognized arguments"),
        (["--kern", "emboss"], "unrecognized arguments"),
    ],
)
def test_that_wrong_words_are_refused_with_two(
    words: list[str],
    expected: str,
    picture: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = picture.with_name("o.npy")
    start = [str(picture), "--kernel", "sobel_x", "--out", str(out)]
    assert expected in refused(start + words, capsys, code=2)
    assert not out.exists()


def test_that_missing_words_are_asked_for(
    picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "--kernel, --out" in refused([str(picture)], capsys, code=2)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--kernel", "absent.json"], "no file absent.json"),
        (
            ["--kernel", "{folder}/broken.json"],
            "broken.json cannot be used: The kernel",
        ),
        (["--kernel", "{folder}/binary.json"], "is not a text file"),
        (["--kernel", "{folder}"], "is a folder"),
        (["--kernel", "[[[1]], [[1]]]"], "made for 2 channels"),
        (["--dilation", "7"], "covers 15 × 15 cells"),
        (["--padding", "999999999"], "more than the 268 million"),
        (["--padding", "12", "--padding-mode", "reflect"], "at most 11 rows and 14"),
        (["--padding", "0,0,0,16", "--padding-mode", "circular"], "15 columns"),
        (
            ["--kernel", "[[[1]], [[1]], [[1]]]", "--channels=rgb", "--groups=3"],
            "With 3 groups each kernel takes 1 channel (3 of the picture / 3); this one "
            "has 3.",
        ),
        (["--out", "{folder}/kept.npy"], "read-only"),
        (["--groups", "2"], "cannot be divided into 2 equal groups"),
        (["--bias", "1,2"], "shape 2 but there is 1 kernel."),
        (["--output-padding", "1"], "belongs to a transposed convolution"),
        (["--transposed", "--output-padding", "1"], "Choose 0 or less"),
        (["--transposed", "--padding", "same"], "same does not say how much"),
        (["--transposed", "--padding", "1,2,3,4"], "1, 2, 3, 4 does not say"),
        (["--transposed", "--padding-mode", "circular"], "circular says nothing"),
        (["--transposed", "--padding", "9"], "nothing is left"),
        (["--transposed", "--kernel", "[[[1]], [[1]]]"], "made for 2 channels"),
        (["--out", "{folder}/absent/o.npy"], "no folder"),
        (["--out", "{folder}/taken.npy"], "is a folder"),
        (
            [
                "--kernel",
                "[[[[1]], [[1]], [[1]]], [[[1]], [[1]], [[1]]]]",
                "--channels=rgb",
                "--out={folder}/o.png",
            ],
            "result has 2. Write it as .npy",
        ),
    ],
)
def test_that_what_cannot_be_done_is_one_line_and_one(
    words: list[str],
    expected: str,
    picture: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = picture.parent
    (folder / "broken.json").write_text("[[1, 2],\n")
    (folder / "binary.json").write_bytes(b"\xff\xfe[[1]]")
    (folder / "taken.npy").mkdir()
    (folder / "kept.npy").touch(0o444)
    start = [str(picture), "--kernel", "sobel_x", "--out", str(folder / "o.npy")]
    filled = [word.replace("{folder}", str(folder)) for word in words]
    before = sorted(folder.iterdir())
    assert expected in refused(start + filled, capsys, code=1)
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, "There is no file"),
        (b"", "is empty"),
        (b"not a picture at all", "is not a picture"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture"),
    ],
)
def test_that_a_bad_picture_is_one_line_and_one(
    content: bytes | None,
    expected: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "bad.png"
    if content is not None:
        path.write_bytes(content)
    words = [str(path), "--kernel", "emboss", "--out", str(tmp_path / "o.npy")]
    assert expected in refused(words, capsys, code=1)


def test_that_a_file_that_is_there_is_replaced_whole(picture: Path) -> None:
    out = picture.with_name("out.npy")
    out.write_bytes(b"old")
    conv(picture, "identity")
    assert np.load(out).shape == (1, 10, 13)
    assert {path.name for path in picture.parent.iterdir()} == {"colour.png", "out.npy"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_that_writing_to_a_link_keeps_the_link(picture: Path) -> None:
    real = picture.with_name("real.npy")
    picture.with_name("out.npy").symlink_to(real)
    out = conv(picture, "identity")
    assert out.is_symlink()
    assert np.load(real).shape == (1, 10, 13)


def test_that_it_says_what_was_written(
    picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = conv(picture, [[1]])
    low, high = GREY.min(), GREY.max()
    assert capsys.readouterr().out == f"{out}: 1 × 12 × 15, from {low} to {high}\n"


def test_that_a_large_photo_keeps_every_pixel(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    Image.new("L", (4200, 4100), 3).save(path)
    result = np.load(conv(path, [[2]], "--stride", "10"))
    assert result.shape == (1, 410, 420)
    assert (result == 6).all()


def test_that_help_lists_every_preset() -> None:
    assert KERNEL_NAMES.split() == [preset.key for preset in PRESETS]


def test_that_a_kernel_file_too_large_to_be_one_is_refused_unread(
    picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = picture.with_name("huge.json")
    with path.open("wb") as file:
        file.truncate(100 * 1024**2)
    words = [
        str(picture),
        "--kernel",
        str(path),
        "--out",
        str(path.with_suffix(".npy")),
    ]
    assert "100 MB; at most 8 MB" in refused(words, capsys, code=1)


def test_that_sums_beyond_float32_are_one_line_and_no_file(
    picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = picture.with_name("o.png")
    words = [str(picture), "--kernel", "[[3e38, -3e38]]", "--out", str(out)]
    assert "3 × 10^38" in refused(words, capsys, code=1)
    assert not out.exists()


@pytest.mark.parametrize("bias", ["-1", "-1,", "-.5", "-1e3", "-2.5e-1"])
def test_that_a_bias_may_be_negative(picture: Path, bias: str) -> None:
    words = ["--channels", "rgb", "--bias", bias + "2,3" if bias == "-1," else bias]
    plain = np.load(conv(picture, "identity", *words[:2]))
    added = np.load(conv(picture, "identity", *words)) - plain
    expected = [-1, 2, 3] if bias == "-1," else [float(bias)] * 3
    assert added[:, 0, 0].tolist() == expected


@pytest.mark.parametrize("name", ["colour.png", "kernel.csv", "link.png"])
def test_that_what_is_read_is_not_written_over(
    picture: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kernel = picture.with_name("kernel.csv")
    kernel.write_text("[[1]]")
    picture.with_name("link.png").symlink_to(picture)
    before = picture.read_bytes(), kernel.read_bytes()
    out = str(picture.parent / "." / name)
    words = [str(picture), "--kernel", str(kernel), "--out", out]
    assert "would overwrite it" in refused(words, capsys, code=1)
    assert (picture.read_bytes(), kernel.read_bytes()) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_that_a_pipe_is_not_replaced_by_a_picture(
    picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe, link = picture.with_name("pipe"), picture.with_name("link.png")
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    words = [str(picture), "--kernel", "identity", "--out", str(link)]
    assert "is a device or a pipe, not a file" in refused(words, capsys, code=1)
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    ("activation", "low"), [("sigmoid", 0.0), ("softmax", 0.0), ("tanh", -1.0)]
)
def test_that_a_picture_of_small_numbers_is_not_black(
    activation: str, low: float, picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--activation", activation, "--channels=rgb", "--bias=-1000,-1000,-1000")
    kernel = [[8]]
    numbers = np.load(conv(picture, kernel, *words))
    capsys.readouterr()
    with Image.open(conv(picture, kernel, *words, ending=".png")) as image:
        pixels = np.asarray(image, int).transpose(2, 0, 1)
    expected = np.rint((numbers.astype(float) - low) / (1 - low) * 255)
    assert np.abs(pixels - expected).max() <= 1
    assert pixels.max() == 255
    assert f"; {low:g} to 1 written as 0 to 255" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("kernel.txt", "[0 -1 0; -1 5 -1; 0 -1 0]"),
        ("kernel.txt", "0\t-1\t0\n-1\t5\t-1\n0\t-1\t0\n"),
        ("kernel.csv", "0,-1,0\n-1,5,-1\n0,-1,0\n"),
        (
            "",
            "array([[ 0., -1.,  0.],\n       [-1.,  5., -1.],\n       [ 0., -1.,  0.]])",
        ),
        ("", "[[0,-1,0],[-1,5,-1],[0,-1,0],]"),
        ("", "0 -1 0; -1 5 -1; 0 -1 0"),
        ("", "−0 −1 0\n−1 5 −1\n0 −1 0"),
    ],
)
def test_that_a_kernel_is_read_as_other_programs_write_it(
    name: str, text: str, picture: Path
) -> None:
    expected = np.load(conv(picture, [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]))
    given = text
    if name:
        given = str(picture.with_name(name))
        Path(given).write_text(text, encoding="utf-8")
    np.testing.assert_array_equal(np.load(conv(picture, given)), expected)


@pytest.mark.parametrize("ending", [".npy", ".csv"])
def test_that_a_result_can_be_the_kernel_of_another(ending: str, picture: Path) -> None:
    result = conv(picture, "sobel_x", "--stride", "8", ending=ending)
    own = result.rename(picture.with_name(f"own{ending}"))
    kernel = conv(picture, "sobel_x", "--stride", "8")
    expected = np.load(conv(picture, np.load(kernel).tolist(), "--padding", "full"))
    again = np.load(conv(picture, str(own), "--padding", "full"))
    np.testing.assert_allclose(again, expected, rtol=1e-5)
