"""TIFF files of every depth, sign, order and layout: read as their tags say."""

import io
import itertools
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.files.loading import decode_picture
from cnnviz.engine.messages.catalogue import sentence
from tests.helpers.tiff_files import tiff_file

RNG = np.random.default_rng(11)
HEIGHT, WIDTH = 37, 43


def pixels(data: bytes) -> NDArray[np.int64]:
    return decode_picture(data, "test.tif").pixels_chw.astype(np.int64)


def levels(bits: int, samples: int) -> NDArray[Any]:
    """Return numbers of a depth, the whole scale in use."""
    kind = np.uint8 if bits <= 8 else np.uint16 if bits <= 16 else np.uint32
    made = RNG.integers(0, 2**bits, (HEIGHT, WIDTH, samples)).astype(kind)
    made[0, 0], made[0, 1] = 0, 2**bits - 1
    return made


def as_bytes(made: NDArray[Any], white: float) -> NDArray[np.int64]:
    exact = made.astype(np.float64).transpose(2, 0, 1) / white
    return np.floor(exact * 255 + 0.5).astype(np.int64)


@pytest.mark.parametrize("bits", [1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 32])
@pytest.mark.parametrize("samples", [1, 3])
@pytest.mark.parametrize("order", ["<", ">"])
def test_that_unsigned_samples_of_any_depth_are_read(
    bits: int, samples: int, order: str
) -> None:
    made = levels(bits, samples)
    data = tiff_file(made, bits, order=order)
    assert np.abs(pixels(data) - as_bytes(made, 2**bits - 1)).max() <= 0


LAYOUTS = list(
    itertools.product(
        [False, True],  # in planes
        [((HEIGHT, WIDTH), False), ((5, WIDTH), False), ((16, 32), True)],
        [1, 5, 8, 32946, 32773],
        [False, True],  # bits reversed
    )
)


@pytest.mark.parametrize("bits", [8, 12, 16])
@pytest.mark.parametrize("samples", [1, 3])
def test_that_samples_are_read_in_every_layout(bits: int, samples: int) -> None:
    made = levels(bits, samples)
    expected = as_bytes(made, 2**bits - 1)
    for is_planar, (segment_hw, is_tiled), compression, is_reversed in LAYOUTS:
        data = tiff_file(
            made,
            bits,
            order="<>"[compression % 2],
            compression=compression,
            is_planar=is_planar,
            segment_hw=segment_hw,
            is_tiled=is_tiled,
            has_reversed_bits=is_reversed,
        )
        read = pixels(data)
        layout = (is_planar, segment_hw, compression, is_reversed)
        assert (read == expected).all(), layout


@pytest.mark.parametrize("samples", [1, 3])
@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("kind", ["i1", "i2", "i4", "i8"])
def test_that_signed_samples_keep_their_order(
    kind: str, order: str, samples: int
) -> None:
    ends = np.iinfo(kind)
    made = np.array([[ends.min, -1, 0, ends.max]], kind).repeat(samples, 0)
    made = made.T.reshape(1, 4, samples)
    data = tiff_file(made, 8 * made.itemsize, order=order)
    assert np.abs(pixels(data)[0, 0] - [0, 127, 128, 255]).max() <= 1


@pytest.mark.parametrize("kind", ["f2", "f4", "f8"])
@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("is_planar", [False, True])
@pytest.mark.parametrize("compression", [1, 5, 8])
def test_that_fractions_of_every_precision_are_read(
    kind: str, order: str, is_planar: bool, compression: int
) -> None:
    made = RNG.random((HEIGHT, WIDTH, 3)).astype(kind)
    made[0, 0] = 1
    data = tiff_file(
        made,
        8 * made.itemsize,
        order=order,
        is_planar=is_planar,
        compression=compression,
        segment_hw=(7, WIDTH),
    )
    assert np.abs(pixels(data) - as_bytes(made, 1)).max() <= 0


@pytest.mark.parametrize(
    ("kind", "bits"),
    [("u1", 1), ("u1", 4), ("u1", 8), ("u2", 12), ("u2", 16), ("i1", 8), ("f4", 32)],
)
@pytest.mark.parametrize("order", ["<", ">"])
def test_that_white_is_zero_where_the_file_says_so(
    kind: str, bits: int, order: str
) -> None:
    if kind == "f4":
        made = np.array([[0.0, 0.25, 1.0]], kind)
    elif kind == "i1":
        made = np.array([[-128, -64, 127]], kind)
    else:
        made = np.array([[0, (2**bits - 1) // 4, 2**bits - 1]], kind)
    made = made[..., np.newaxis]
    black, white = (
        pixels(tiff_file(made, bits, order=order, tags={262: (photometric,)}))
        for photometric in (1, 0)
    )
    assert (white == 255 - black).all()
    assert white[0, 0, [0, 2]].tolist() == [255, 0]


@pytest.mark.parametrize(
    ("mode", "kind"), [("F", np.float32), ("I;16", np.uint16), ("L", np.uint8)]
)
@pytest.mark.parametrize("compression", ["tiff_lzw", "tiff_deflate"])
def test_that_what_libtiff_predicted_is_read(
    mode: str, kind: type[Any], compression: str
) -> None:
    made = (RNG.random((HEIGHT, WIDTH)) * (1 if mode == "F" else 255)).astype(kind)
    made[0, 0] = 1 if mode == "F" else np.iinfo(kind).max
    buffer = io.BytesIO()
    Image.fromarray(made).save(
        buffer,
        "TIFF",
        compression=compression,
        tiffinfo={317: 3 if mode == "F" else 2},
    )
    white = 1 if mode == "F" else np.iinfo(kind).max
    expected = as_bytes(made[..., np.newaxis], white)
    assert (pixels(buffer.getvalue()) == expected).all()


def test_that_deep_colour_is_predicted_sample_by_sample() -> None:
    made = levels(16, 3)
    differences = made.copy()
    differences[:, 1:] -= made[:, :-1]
    data = tiff_file(differences, 16, compression=8, tags={317: (2,)})
    assert (pixels(data) == as_bytes(made, 65535)).all()


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("is_planar", [False, True])
def test_that_extra_samples_are_alpha_only_where_they_are_called_so(
    bits: int, is_planar: bool
) -> None:
    white = 2**bits - 1
    rows = [(white, 0, 0, white), (white, 0, 0, 0), (0, 0, 0, white)]
    made = np.array([rows], np.uint8 if bits == 8 else np.uint16)
    for extra, second in (((2,), [255] * 3), ((0,), [255, 0, 0]), ((), [255] * 3)):
        data = tiff_file(made, bits, is_planar=is_planar, tags={338: extra})
        read = pixels(data)[:, 0].T.tolist()
        assert read == [[255, 0, 0], second, [0, 0, 0]], extra


def test_that_colours_multiplied_by_alpha_lie_on_white() -> None:
    rows = [(32768, 0, 0, 32768), (0, 0, 0, 0), (65535, 0, 65535, 65535)]
    made = np.array([rows], np.uint16)
    read = pixels(tiff_file(made, 16, tags={338: (1,)}))[:, 0].T
    expected = [[255, 127, 127], [255, 255, 255], [255, 0, 255]]
    assert np.abs(read - expected).max() <= 1


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("samples", [2, 4])
def test_that_colours_are_shown_where_no_cell_has_alpha(
    bits: int, samples: int
) -> None:
    made = levels(bits, samples)
    made[..., -1] = 0
    data = tiff_file(made, bits, tags={338: (2,)})
    assert (pixels(data) == as_bytes(made[..., :-1], 2**bits - 1)).all()


def test_that_printing_inks_of_sixteen_bits_become_colours() -> None:
    made = np.zeros((2, 2, 4), np.uint16)
    made[0, 0, 0] = 65535  # cyan takes red away
    read = pixels(tiff_file(made, 16, tags={262: (5,)}))
    assert read[:, 1, 1].tolist() == [255, 255, 255]
    assert read[0, 0, 0] < 40


def test_that_a_file_that_does_not_say_what_its_samples_mean_is_grey_or_rgb() -> None:
    for samples in (1, 3):
        made = levels(8, samples)
        data = tiff_file(made, 8, tags={262: ()})
        assert (pixels(data) == as_bytes(made, 255)).all()


def test_that_deep_pictures_are_turned_as_the_file_says() -> None:
    made = levels(16, 3)
    upright = pixels(tiff_file(made, 16))
    turned = pixels(tiff_file(made, 16, tags={274: (6,)}))
    assert (turned == np.rot90(upright, -1, (1, 2))).all()


@pytest.mark.parametrize(
    ("tags", "bits", "code", "words"),
    [
        ({259: (34712,)}, 16, "tiff_compression", "34712"),
        ({262: (32803,)}, 16, "tiff_colours", "32803"),
        ({262: (2,)}, 16, "tiff_colours", "samples per pixel: 1"),
        ({339: (5,)}, 32, "tiff_depth", "32 bits"),
        ({317: (3,)}, 16, "tiff_depth", "predictor 3"),
        ({258: (24,)}, 32, "tiff_depth", "24 bits"),
        ({258: (5, 6, 5), 277: (3,)}, 16, "tiff_depth", "5, 6, 5 bits"),
    ],
)
def test_that_what_cannot_be_read_is_refused_with_the_reason(
    tags: dict[int, tuple[int, ...]], bits: int, code: str, words: str
) -> None:
    with pytest.raises(CnnvizError) as caught:
        pixels(tiff_file(levels(bits, 1), bits, tags=tags))
    assert caught.value.code == code
    said = sentence(caught.value)
    assert words in said
    assert "or TIFF" not in said


@pytest.mark.parametrize("bits", [8, 12, 16])
@pytest.mark.parametrize("compression", [1, 5, 8, 32773])
def test_that_a_strip_that_is_too_short_is_refused(
    bits: int, compression: int, capfd: pytest.CaptureFixture[str]
) -> None:
    made = levels(bits, 1)
    data = tiff_file(made, bits, compression=compression, tags={279: (200,)})
    with pytest.raises(CnnvizError) as caught:
        pixels(data)
    assert caught.value.code == "picture_damaged"
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("bits", [1, 4, 8, 16])
@pytest.mark.parametrize("order", ["<", ">"])
def test_that_a_palette_gives_its_colours_in_sixteen_bits(
    bits: int, order: str
) -> None:
    palette = RNG.integers(0, 65536, (3, 2**bits))
    made = levels(bits, 1)
    tags = {262: (3,), 320: tuple(int(level) for level in palette.ravel())}
    read = pixels(tiff_file(made, bits, order=order, compression=8, tags=tags))
    assert (read == as_bytes(palette.T[made[..., 0]], 65535)).all()


def test_that_a_palette_of_greys_is_grey_and_a_short_one_refused() -> None:
    made = levels(4, 1)
    greys = tuple(4369 * level for level in range(16)) * 3
    read = pixels(tiff_file(made, 4, tags={262: (3,), 320: greys}))
    assert (read == as_bytes(made, 15)).all()
    with pytest.raises(CnnvizError):
        pixels(tiff_file(made, 4, tags={262: (3,), 320: greys[:30]}))
