"""PNG files of 1, 2, 4 and 16 bits a sample, and what in them is transparent."""

import itertools
import struct

import numpy as np
import pytest
from numpy.typing import NDArray

from cnnviz.engine.images.files.loading import decode_picture
from tests.helpers.png_files import png_file

RNG = np.random.default_rng(9)


def pixels(data: bytes) -> NDArray[np.int64]:
    return decode_picture(data, "test.png").pixels_chw.astype(np.int64)


def grey_row(levels: list[int], depth: int) -> bytes:
    written = "".join(f"{level:0{depth}b}" for level in levels)
    written = written.ljust(-(-len(written) // 8) * 8, "0")
    return int(written, 2).to_bytes(len(written) // 8, "big")


@pytest.mark.parametrize("depth", [1, 2, 4, 8, 16])
def test_that_the_grey_level_that_is_transparent_is_white(depth: int) -> None:
    most = 2**depth - 1
    levels = sorted({0, 1, most // 3, most // 2, most})
    for key in levels:
        row = grey_row(levels, depth)
        chunks = [(b"tRNS", struct.pack(">H", key))]
        read = pixels(png_file(len(levels), 1, depth, 0, [row], chunks))
        expected = [
            255 if level == key else (2 * 255 * level + most) // (2 * most)
            for level in levels
        ]
        assert read.tolist() == [[expected]], key


def test_that_of_a_key_with_too_many_bits_the_lower_ones_count() -> None:
    chunks = [(b"tRNS", struct.pack(">H", 0xFF02))]
    row = grey_row([0, 1, 2, 3], 2)
    assert pixels(png_file(4, 1, 2, 0, [row], chunks)).tolist() == [[[0, 85, 255, 255]]]


def test_that_a_grey_picture_all_of_the_transparent_level_is_shown() -> None:
    for depth in (1, 2, 4, 8, 16):
        chunks = [(b"tRNS", struct.pack(">H", 1))]
        row = grey_row([1] * 8, depth)
        shown = round(255 / (2**depth - 1))
        assert np.unique(pixels(png_file(8, 1, depth, 0, [row], chunks))) == [shown]


@pytest.mark.parametrize("depth", [8, 16])
def test_that_the_colour_that_is_transparent_is_white(depth: int) -> None:
    most = 2**depth - 1
    # Two that differ in the lowest bit only: one of them is the key.
    samples = [(most, 7, 9), (most, 7, 8), (0, 0, 0)]
    letter = "B" if depth == 8 else "H"
    row = b"".join(struct.pack(f">3{letter}", *sample) for sample in samples)
    chunks = [(b"tRNS", struct.pack(">3H", *samples[0]))]
    read = pixels(png_file(3, 1, depth, 2, [row], chunks))[:, 0].T
    near = [round(255 * level / most) for level in samples[1]]
    assert read.tolist() == [[255, 255, 255], near, [0, 0, 0]]


@pytest.mark.parametrize(("colour", "samples"), [(0, 1), (2, 3), (4, 2), (6, 4)])
def test_that_sixteen_bits_are_rounded_and_not_cut(colour: int, samples: int) -> None:
    made = RNG.integers(0, 65536, (40, 50, samples)).astype(">u2")
    made[0, 0, 0], made[0, 1, 0], made[0, 2, 0] = 65280, 128, 129
    if colour in (4, 6):
        made[..., -1] = 65535
    colours = made[..., : 3 if samples > 2 else 1].astype(np.int64)
    expected = ((colours + 128) // 257).transpose(2, 0, 1)
    rows = [row.tobytes() for row in made]
    assert (pixels(png_file(50, 40, 16, colour, rows)) == expected).all()


@pytest.mark.parametrize(("colour", "samples"), [(4, 2), (6, 4)])
def test_that_sixteen_bits_of_alpha_lay_colours_on_white(
    colour: int, samples: int
) -> None:
    levels = [0, 1000, 32768, 65535]
    pairs = list(itertools.product(levels, levels))
    made = np.array([[*([level] * (samples - 1)), alpha] for level, alpha in pairs])
    row = made.astype(">u2").tobytes()
    read = pixels(png_file(len(pairs), 1, 16, colour, [row]))
    assert len(read) == samples - 1
    exact = [
        (level * alpha + 65535 * (65535 - alpha)) / 65535 / 257
        for level, alpha in pairs
    ]
    assert np.abs(read[:, 0] - exact).max() <= 1


@pytest.mark.parametrize(("colour", "samples"), [(4, 2), (6, 4)])
@pytest.mark.parametrize("depth", [8, 16])
def test_that_colours_are_shown_where_no_cell_has_alpha(
    colour: int, samples: int, depth: int
) -> None:
    made = RNG.integers(0, 2**depth, (5, 6, samples))
    made[..., -1] = 0
    rows = [row.astype(f">u{depth // 8}").tobytes() for row in made]
    read = pixels(png_file(6, 5, depth, colour, rows)).transpose(1, 2, 0)
    expected = made[..., :-1] * 255 / (2**depth - 1)
    assert np.abs(read - expected).max() <= 0.5


def test_that_a_palette_without_alpha_anywhere_shows_its_colours() -> None:
    chunks = [(b"PLTE", bytes([10, 20, 30, 40, 50, 60])), (b"tRNS", bytes([0, 0]))]
    read = pixels(png_file(2, 1, 8, 3, [bytes([0, 1])], chunks))
    assert read[:, 0].T.tolist() == [[10, 20, 30], [40, 50, 60]]


def test_that_a_twelve_bit_picture_in_sixteen_bits_is_called_dark() -> None:
    for colour, samples in ((0, 1), (2, 3)):
        made = np.full((2, 2, samples), 4095, ">u2")
        rows = [row.tobytes() for row in made]
        picture = decode_picture(png_file(2, 2, 16, colour, rows), "scan.png")
        assert picture.note is not None
        assert picture.note.kind == "dark"
