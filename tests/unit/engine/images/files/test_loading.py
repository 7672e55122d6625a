"""Picture files of every kind, whole and broken."""

import io
import os
import re
import struct
import warnings
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageCms

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.files import loading
from cnnviz.engine.images.files.loading import decode_picture, read_file
from cnnviz.engine.messages.catalogue import sentence

RNG = np.random.default_rng(7)
GREY = RNG.integers(0, 256, (6, 9), dtype=np.uint8)
COLOUR = RNG.integers(0, 256, (6, 9, 3), dtype=np.uint8)


def file_of(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def pixels(data: bytes) -> NDArray[np.uint8]:
    return decode_picture(data, "test").pixels_chw


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("PNG", {}),
        ("BMP", {}),
        ("TIFF", {}),
        ("TIFF", {"compression": "tiff_lzw"}),
        ("WEBP", {"lossless": True}),
        ("PPM", {}),
    ],
)
def test_that_lossless_files_give_their_pixels_back(
    kind: str, options: dict[str, Any]
) -> None:
    read = pixels(file_of(Image.fromarray(COLOUR), kind, **options))
    assert (read == COLOUR.transpose(2, 0, 1)).all()
    assert read.flags.c_contiguous


@pytest.mark.parametrize("kind", ["PNG", "BMP", "TIFF", "GIF", "PPM"])
def test_that_grey_stays_one_channel(kind: str) -> None:
    read = pixels(file_of(Image.fromarray(GREY), kind))
    assert read.tolist() == [GREY.tolist()]


def test_that_a_jpeg_comes_in_close_to_what_was_saved() -> None:
    flat = np.full((16, 16, 3), (200, 120, 40), np.uint8)
    read = pixels(file_of(Image.fromarray(flat), "JPEG", quality=95))
    assert np.abs(read.astype(int) - flat.transpose(2, 0, 1)).max() <= 4
    assert pixels(file_of(Image.fromarray(GREY), "JPEG")).shape == (1, 6, 9)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_that_a_camera_held_any_way_gives_an_upright_picture(
    kind: str, orientation: int
) -> None:
    upright = np.zeros((16, 32), np.uint8)
    upright[:8, :16] = 255
    # What the camera wrote, so that turning it as the tag says gives the picture.
    undo = {
        1: upright,
        2: upright[:, ::-1],
        3: upright[::-1, ::-1],
        4: upright[::-1],
        5: upright.T,
        6: np.rot90(upright),
        7: upright[::-1, ::-1].T,
        8: np.rot90(upright, -1),
    }
    exif = Image.Exif()
    exif[0x0112] = orientation
    written = Image.fromarray(np.ascontiguousarray(undo[orientation])).convert("RGB")
    read = pixels(file_of(written, kind, exif=exif))
    assert read.shape == (3, 16, 32)
    assert np.abs(read[0].astype(int) - upright).max() < 40


def test_that_unreadable_notes_of_the_camera_do_not_matter() -> None:
    data = file_of(Image.fromarray(COLOUR), "PNG", exif=b"Exif\0\0MM\0*garbage!")
    assert pixels(data).shape == (3, 6, 9)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("PNG", "I;16"), ("TIFF", "I;16"), ("TIFF", "I;16B"), ("PPM", "I")],
)
def test_that_sixteen_bits_become_eight_by_the_exact_scale(
    kind: str, mode: str
) -> None:
    deep = np.array([[0, 128, 129, 257, 32768, 65535]], np.uint16)
    if mode == "I":
        data = b"P5 6 1 65535\n" + deep.astype(">u2").tobytes()
    elif mode == "I;16B":
        data = file_of(
            Image.frombytes(mode, (6, 1), deep.astype(">u2").tobytes()), kind
        )
    else:
        data = file_of(Image.fromarray(deep), kind)
    assert pixels(data).tolist() == [[[0, 0, 1, 1, 128, 255]]]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([0.0, 0.5, 1.0], [0, 128, 255]),
        ([0.0, 100.0, 255.0], [0, 100, 255]),
        ([0.0, 257.0, 65535.0], [0, 1, 255]),
        ([-1.0, 0.0, 1.0], [0, 128, 255]),
        ([0.0, 1.0, float("nan")], [0, 255, 0]),
        ([7.0, 7.0, 7.0], [7, 7, 7]),
        ([-3.0, -3.0, -3.0], [0, 0, 0]),
        ([float("nan")] * 3, [0, 0, 0]),
    ],
)
def test_that_fractions_are_spread_over_the_grey_levels(
    levels: list[float], expected: list[int]
) -> None:
    data = file_of(Image.fromarray(np.array([levels], np.float32)), "TIFF")
    assert pixels(data).tolist() == [[expected]]


def test_that_long_integers_are_taken_as_grey_levels_where_they_can_be() -> None:
    image = Image.fromarray(np.array([[0, 77, 255]], np.int32))
    assert pixels(file_of(image, "TIFF")).tolist() == [[[0, 77, 255]]]


def test_that_one_bit_is_black_and_white() -> None:
    image = Image.fromarray(np.array([[0, 255, 0]], np.uint8)).convert("1")
    for kind in ("PNG", "TIFF", "BMP"):
        assert pixels(file_of(image, kind)).tolist() == [[[0, 255, 0]]]


def test_that_transparency_lies_on_white() -> None:
    rgba = np.array([[[255, 0, 0, 0], [255, 0, 0, 255], [0, 0, 0, 128]]], np.uint8)
    for kind in ("PNG", "TIFF"):
        read = pixels(file_of(Image.fromarray(rgba), kind)).transpose(1, 2, 0)
        assert read.tolist() == [[[255, 255, 255], [255, 0, 0], [127, 127, 127]]]


@pytest.mark.parametrize("header", [56, 108, 124])
@pytest.mark.parametrize("alpha", [0, 255])
def test_that_a_bitmap_without_alpha_anywhere_shows_its_colours(
    header: int, alpha: int
) -> None:
    colours = [(255, 0, 0), (0, 255, 0), (10, 20, 30)]
    body = b"".join(bytes([*colour[::-1], alpha]) for colour in colours)
    numbers = (header, 3, -1, 1, 32, 3, len(body), 2835, 2835, 0, 0)
    head = struct.pack("<IiiHHIIiiII", *numbers)
    head += struct.pack("<IIII", 0xFF0000, 0xFF00, 0xFF, 0xFF000000)
    head = head.ljust(header, b"\0")
    start = struct.pack("<2sIHHI", b"BM", 14 + header + len(body), 0, 0, 14 + header)
    assert pixels(start + head + body)[:, 0].T.tolist() == [*map(list, colours)]


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("mode", ["LA", "RGBA"])
def test_that_colours_are_shown_where_no_cell_has_alpha(kind: str, mode: str) -> None:
    sheet = GREY if mode == "LA" else COLOUR
    image = Image.fromarray(np.dstack([sheet, np.zeros_like(GREY)]))
    options = {"lossless": True, "exact": True} if kind == "WEBP" else {}
    read = pixels(file_of(image, kind, **options))
    assert (read == np.atleast_3d(sheet).transpose(2, 0, 1)).all()


def test_that_a_grey_picture_with_transparency_stays_grey() -> None:
    la = np.array([[[0, 0], [0, 255], [90, 255]]], np.uint8)
    assert pixels(file_of(Image.fromarray(la), "PNG")).tolist() == [[[255, 0, 90]]]


def test_that_a_transparent_grey_level_is_white() -> None:
    image = Image.fromarray(np.array([[0, 10, 20]], np.uint8))
    assert pixels(file_of(image, "PNG", transparency=10)).tolist() == [[[0, 255, 20]]]
    deep = Image.fromarray(np.array([[0, 2570, 5140]], np.uint16))
    assert pixels(file_of(deep, "PNG", transparency=2570)).tolist() == [[[0, 255, 20]]]


def test_that_a_small_first_frame_of_a_large_animation_is_read() -> None:
    head = b"GIF89a" + struct.pack("<HHBBB", 900, 700, 0x80, 0, 0)
    frame = b"\x2c" + struct.pack("<HHHHB", 5, 6, 1, 1, 0) + b"\x02\x02\x44\x01\0;"
    data = head + bytes([7, 7, 7, 200, 200, 200]) + frame
    assert pixels(data).shape[1:] == (700, 900)


def test_that_two_photos_in_one_file_of_a_phone_give_the_first() -> None:
    first, second = (Image.new("RGB", (8, 8), (level,) * 3) for level in (40, 200))
    data = file_of(first, "MPO", save_all=True, append_images=[second])
    assert np.abs(pixels(data).astype(int) - 40).max() <= 2


def test_that_a_palette_gives_its_colours() -> None:
    image = Image.fromarray(COLOUR).quantize(256)
    expected = np.asarray(image.convert("RGB")).transpose(2, 0, 1)
    for kind in ("PNG", "GIF", "BMP", "TIFF"):
        assert (pixels(file_of(image, kind)) == expected).all()


def test_that_a_palette_of_greys_gives_a_grey_picture() -> None:
    image = Image.new("P", (2, 1))
    image.putpalette([40, 40, 40, 200, 200, 200])
    image.putpixel((1, 0), 1)
    assert pixels(file_of(image, "PNG")).tolist() == [[[40, 200]]]


def test_that_a_transparent_palette_entry_is_white() -> None:
    image = Image.new("P", (2, 1))
    image.putpalette([255, 0, 0, 0, 0, 255])
    image.putpixel((1, 0), 1)
    for kind in ("PNG", "GIF"):
        read = pixels(file_of(image, kind, transparency=0))
        assert read.transpose(1, 2, 0).tolist() == [[[255, 255, 255], [0, 0, 255]]]


def test_that_an_animation_gives_its_first_picture() -> None:
    first, second = (Image.new("L", (4, 3), level) for level in (40, 200))
    for kind in ("GIF", "PNG", "TIFF"):
        data = file_of(first, kind, save_all=True, append_images=[second])
        assert np.unique(pixels(data)).tolist() == [40]


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_that_printing_inks_become_colours(kind: str) -> None:
    # No ink is white; cyan ink takes red away.
    image = Image.new("CMYK", (8, 8), (0, 0, 0, 0))
    assert (pixels(file_of(image, kind)) > 250).all()
    red, green, blue = pixels(file_of(Image.new("CMYK", (8, 8), (255, 0, 0, 0)), kind))
    assert red.max() < 40
    assert min(green.min(), blue.min()) > 150


def test_that_lab_colours_become_red_green_blue() -> None:
    flat = Image.new("RGB", (4, 4), (200, 60, 30))
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    image = ImageCms.profileToProfile(flat, srgb, lab, outputMode="LAB")
    assert image is not None
    read = pixels(file_of(image, "TIFF"))[:, 0, 0].astype(int)
    assert np.abs(read - [200, 60, 30]).max() <= 3


def test_that_ycbcr_becomes_red_green_blue() -> None:
    image = Image.fromarray(COLOUR).convert("YCbCr")
    read = pixels(file_of(image, "TIFF"))
    assert np.abs(read.astype(int) - COLOUR.transpose(2, 0, 1)).max() <= 3


def test_that_the_content_decides_and_not_the_ending(tmp_path: Path) -> None:
    path = tmp_path / "really_a_png.jpg"
    path.write_bytes(file_of(Image.fromarray(GREY), "PNG"))
    picture = decode_picture(read_file(path), path.name)
    assert picture.name == "really_a_png.jpg"
    assert (picture.pixels_chw[0] == GREY).all()


def bomb(width: int, height: int) -> bytes:
    """Return a PNG file that claims a size and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("size", "code"),
    [
        ((8193, 8192), "picture_too_large"),
        ((20_000, 20_000), "picture_too_large"),
        ((1, 67_108_864), "picture_too_long"),
        ((1_000_001, 1), "picture_too_long"),
        ((2**31 - 1, 2**31 - 1), "picture_too_long"),
        ((8192, 8192), "picture_damaged"),
    ],
)
def test_that_an_absurd_size_is_refused_from_the_header(
    size: tuple[int, int], code: str
) -> None:
    with pytest.raises(CnnvizError) as caught:
        decode_picture(bomb(*size), "bomb.png")
    assert caught.value.code == code
    if code != "picture_damaged":
        numbers = re.findall(r"\d+", sentence(caught.value))
        assert {str(size[0]), str(size[1])} <= set(numbers)
        # The last is the limit, and one that is named is beyond it.
        assert max(map(int, numbers[:-1])) > int(numbers[-1])


def test_that_a_large_photo_is_reduced_and_says_so() -> None:
    flat = np.full((60, 100, 3), (10, 200, 90), np.uint8)
    flat[:30] = 250
    for kind in ("PNG", "JPEG"):
        picture = decode_picture(
            file_of(Image.fromarray(flat), kind), "photo", kept_pixels=50 * 30
        )
        assert picture.size_hw == (30, 50)
        assert picture.reduced_from == (60, 100)
        assert picture.pixels_chw[:, 2, 2].min() > 240
        assert abs(int(picture.pixels_chw[1, -3, -3]) - 200) < 8


def test_that_a_large_photo_on_its_side_is_reduced_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    for kind in ("PNG", "JPEG", "TIFF"):
        data = file_of(Image.new("RGB", (100, 60), "red"), kind, exif=exif)
        picture = decode_picture(data, "photo", kept_pixels=50 * 30)
        assert picture.size_hw == (50, 30)
        assert picture.reduced_from == (100, 60)


def test_that_a_picture_just_small_enough_is_left_alone() -> None:
    wide = Image.new("L", (16_384, 1024), 9)
    picture = decode_picture(file_of(wide, "PNG"), "wide")
    assert picture.size_hw == (1024, 16_384)
    assert picture.reduced_from is None


WHOLE = {
    kind: file_of(Image.fromarray(np.tile(COLOUR, (4, 4, 1))), kind)
    for kind in ("PNG", "JPEG", "BMP", "GIF", "WEBP", "TIFF", "PPM")
}


@pytest.mark.parametrize("kind", WHOLE)
def test_that_a_file_cut_short_is_refused_in_words(kind: str) -> None:
    with pytest.raises(CnnvizError) as caught:
        decode_picture(WHOLE[kind][: len(WHOLE[kind]) // 2], "half")
    assert caught.value.code in {"picture_damaged", "picture_unreadable"}
    assert "half" in sentence(caught.value)


@given(data=st.data(), kind=st.sampled_from(sorted(WHOLE)))
@settings(max_examples=300, deadline=None)
def test_that_a_damaged_file_is_read_or_refused_but_never_crashes(
    data: st.DataObject, kind: str
) -> None:
    spoilt = bytearray(WHOLE[kind])
    for _ in range(data.draw(st.integers(1, 6))):
        # Headers are at the start, directories at either end.
        place = data.draw(st.integers(0, min(len(spoilt) - 1, 120)))
        place = data.draw(st.sampled_from([place, len(spoilt) - 1 - place]))
        spoilt[place] = data.draw(st.integers(0, 255))
    try:
        words = decode_picture(bytes(spoilt), "spoilt").name
    except CnnvizError as error:
        words = sentence(error)
    assert "spoilt" in words


@pytest.mark.parametrize(
    "data", [b"\0", b"hello, this is a text", b"GIF89a", b"%PDF-1.7", RNG.bytes(500)]
)
def test_that_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(CnnvizError) as caught:
        decode_picture(data, "letter.png")
    assert caught.value.code in {"picture_unreadable", "picture_damaged"}


def test_that_an_empty_file_is_called_empty() -> None:
    with pytest.raises(CnnvizError) as caught:
        decode_picture(b"", "nothing.png")
    assert caught.value.code == "file_empty"


def test_that_no_warning_of_pillow_gets_out() -> None:
    image = Image.new("P", (4, 4))
    image.putpalette([255, 0, 0, 0, 0, 255])
    # Pillow itself warns of alpha in a palette, and of an odd list of notes.
    with_alpha = file_of(image, "PNG", transparency=bytes([0, 128]))
    cut_notes = file_of(Image.fromarray(GREY), "TIFF")[:-6] + b"\0" * 6
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for data in (with_alpha, cut_notes):
            assert decode_picture(data, "odd").size_hw in {(4, 4), (6, 9)}


def test_that_pillows_own_limit_is_put_back() -> None:
    before = Image.MAX_IMAGE_PIXELS
    decode_picture(WHOLE["PNG"], "p")
    assert before == Image.MAX_IMAGE_PIXELS


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("absent.png", "file_not_found"),
        ("folder", "file_is_folder"),
        ("absent/file.png", "file_not_found"),
        ("file.png/inside.png", "file_unreadable"),
        ("bad\0name.png", "file_not_found"),
        ("x" * 300, "file_unreadable"),
    ],
)
def test_that_a_file_that_cannot_be_opened_is_named(
    name: str, code: str, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.png").write_bytes(WHOLE["PNG"])
    with pytest.raises(CnnvizError) as caught:
        read_file(tmp_path / name)
    assert caught.value.code == code
    assert sentence(caught.value)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no device without an end")
def test_that_a_device_is_not_read_for_ever() -> None:
    with pytest.raises(CnnvizError) as caught:
        read_file(Path("/dev/zero"))
    assert caught.value.code == "file_unreadable"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)
def test_that_a_locked_file_is_refused_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "locked.png"
    path.write_bytes(WHOLE["PNG"])
    path.chmod(0)
    with pytest.raises(CnnvizError) as caught:
        read_file(path)
    assert "denied" in sentence(caught.value)


def test_that_a_file_of_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.png"
    with path.open("wb") as file:
        file.truncate(loading.MAX_BYTES + 1)
    with pytest.raises(CnnvizError) as caught:
        read_file(path)
    assert caught.value.code == "file_too_large"
