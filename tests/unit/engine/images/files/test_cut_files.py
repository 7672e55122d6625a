"""Files that hold fewer pixels than they claim: said, and never filled up in silence."""

import io
import struct
import zlib
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.files.loading import decode_picture
from tests.helpers.png_files import png_file

RNG = np.random.default_rng(3)
GREY = RNG.integers(1, 255, (64, 80), dtype=np.uint8)
COLOUR = RNG.integers(1, 255, (64, 80, 3), dtype=np.uint8)
DEPTHS = [(1, 0), (4, 0), (8, 0), (16, 0), (8, 2), (16, 2), (8, 3), (8, 4), (16, 6)]


def file_of(pixels: NDArray[np.uint8], kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, kind, **options)
    return buffer.getvalue()


def is_refused(data: bytes) -> bool:
    try:
        decode_picture(data, "cut")
    except CnnvizError:
        return True
    return False


def noise_rows(width: int, height: int, depth: int, colour: int) -> list[bytes]:
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    size = -(-width * depth * samples // 8)
    return [RNG.bytes(size) for _ in range(height)]


@pytest.mark.parametrize(("depth", "colour"), DEPTHS)
def test_that_a_png_with_part_of_its_rows_is_refused(depth: int, colour: int) -> None:
    rows = noise_rows(30, 20, depth, colour)
    chunks = [(b"PLTE", bytes(range(256)) * 3)] if colour == 3 else []
    assert not is_refused(png_file(30, 20, depth, colour, rows, chunks))
    for kept in (0, 1, 10, 19):
        cut = png_file(30, 20, depth, colour, rows[:kept], chunks)
        assert is_refused(cut), kept


@pytest.mark.parametrize("height", [20, 21])
def test_that_an_interlaced_png_with_part_of_its_passes_is_refused(height: int) -> None:
    raw = zlib.decompress(interlaced(30, height))
    for kept in (0.01, 0.3, 0.6, 0.9, 0.99):
        assert is_refused(png_of(30, height, raw[: int(kept * len(raw))]))
    assert not is_refused(png_of(30, height, raw))


def interlaced(width: int, height: int) -> bytes:
    """Return the seven passes of a picture of noise, filtered by nothing."""
    passes = ((0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4))
    passes += ((2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1))
    rows = []
    for top, left, down, right in passes:
        count = len(range(left, width, right))
        rows += [b"\0" + RNG.bytes(count) for _ in range(top, height, down)]
    return zlib.compress(b"".join(rows))


def png_of(width: int, height: int, raw: bytes) -> bytes:
    """Return an interlaced grey PNG whose pixels are these bytes."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 1)
    parts = [b"\x89PNG\r\n\x1a\n"]
    for kind, data in ((b"IHDR", head), (b"IDAT", zlib.compress(raw)), (b"IEND", b"")):
        crc = zlib.crc32(kind + data)
        parts.append(
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)
        )
    return b"".join(parts)


@pytest.mark.parametrize("compress_level", [0, 9])
def test_that_a_picture_that_ends_black_is_not_taken_for_cut(
    compress_level: int,
) -> None:
    for pixels in (GREY * 0, COLOUR * 0, np.zeros((300, 400), np.uint8)):
        assert not is_refused(file_of(pixels, "PNG", compress_level=compress_level))


@pytest.mark.parametrize("pixels", [GREY, COLOUR], ids=["grey", "colour"])
@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"subsampling": 0}])
@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_that_a_jpeg_that_ends_too_soon_is_refused(
    pixels: NDArray[np.uint8], options: dict[str, Any], kept: float
) -> None:
    data = file_of(pixels, "JPEG", quality=90, **options)
    start = data.index(b"\xff\xda")
    # Of waves that are missing nobody can tell; of the first one, all can.
    is_progressive = "progressive" in options
    end = data.index(b"\xff\xda", start + 2) if is_progressive else len(data)
    cut = data[: start + 14 + int(kept * (end - start - 14))]
    assert is_refused(cut.rstrip(b"\xff") + b"\xff\xd9")
    assert not is_refused(data)


@pytest.mark.parametrize("level", [0, 127, 128, 129, 255])
def test_that_a_flat_jpeg_is_not_taken_for_cut(level: int) -> None:
    for size in ((64, 64), (61, 3), (1, 1), (17, 40)):
        for shape in (size, (*size, 3)):
            flat = np.full(shape, level, np.uint8)
            assert not is_refused(file_of(flat, "JPEG"))
            assert not is_refused(file_of(flat, "JPEG", progressive=True))


@pytest.mark.parametrize("kind", ["GIF", "BMP", "PPM", "WEBP", "TIFF", "PNG", "JPEG"])
@pytest.mark.parametrize("kept", [0.2, 0.5, 0.8, 0.97])
def test_that_a_file_of_any_kind_that_is_cut_is_refused(
    kind: str, kept: float, capfd: pytest.CaptureFixture[str]
) -> None:
    data = file_of(COLOUR if kind != "GIF" else GREY, kind)
    with pytest.raises(CnnvizError):
        decode_picture(data[: int(kept * len(data))], "cut")
    assert capfd.readouterr().err == ""


def test_that_a_gif_with_part_of_its_pixels_is_refused() -> None:
    whole = gif(GREY)
    assert not is_refused(whole)
    assert (decode_picture(whole, "gif").pixels_chw[0] == GREY).all()
    for rows in (1, 30, 63):
        assert is_refused(gif(GREY, rows))


def gif(grey: NDArray[np.uint8], rows: int | None = None) -> bytes:
    """Return a GIF whose codes stand for a pixel each, and for some rows only."""
    height, width = grey.shape
    codes = []
    for number, level in enumerate(grey[:rows].ravel().tolist()):
        codes += [256] * (number % 200 == 0) + [level]
    written = "".join(f"{code:09b}"[::-1] for code in [*codes, 257])
    written = written.ljust(-(-len(written) // 8) * 8, "0")
    packed = bytes(
        int(written[at : at + 8][::-1], 2) for at in range(0, len(written), 8)
    )
    blocks = b"".join(
        bytes([len(part)]) + part
        for part in (packed[at : at + 255] for at in range(0, len(packed), 255))
    )
    palette = bytes(level for level in range(256) for _ in range(3))
    return (
        b"GIF89a"
        + struct.pack("<HHBBB", width, height, 0xF7, 0, 0)
        + palette
        + b"\x2c"
        + struct.pack("<HHHHB", 0, 0, width, height, 0)
        + b"\x08"
        + blocks
        + b"\0;"
    )
