"""Hundreds of spoilt files of every format: a picture or a sentence, and soon."""

import io
import struct
import time
import zlib
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.files.loading import decode_picture
from cnnviz.engine.messages.catalogue import sentence
from tests.helpers.tiff_files import tiff_file

TIMES = 250
MOST_SECONDS = 2.0

RNG = np.random.default_rng(1)
GREY = RNG.integers(0, 256, (12, 17), dtype=np.uint8)
COLOUR = RNG.integers(0, 256, (12, 17, 3), dtype=np.uint8)


def file_of(image: NDArray[Any] | Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    made = image if isinstance(image, Image.Image) else Image.fromarray(image)
    made.save(buffer, kind, **options)
    return buffer.getvalue()


PALETTE = Image.fromarray(COLOUR).quantize(16)
FRAMES = {"save_all": True, "append_images": [PALETTE.rotate(180)]}
FAX = Image.fromarray(GREY).convert("1")
YCBCR = Image.fromarray(COLOUR).convert("YCbCr")
DEEP = GREY.astype(np.uint16) * 200
ALPHA = np.dstack([COLOUR, GREY])

WHOLE = {
    "png": file_of(COLOUR, "PNG"),
    "png 16 bits": file_of(DEEP, "PNG"),
    "png palette": file_of(PALETTE, "PNG", transparency=3),
    "png alpha": file_of(ALPHA, "PNG"),
    "png animated": file_of(PALETTE.convert("RGB"), "PNG", **FRAMES),
    "jpeg": file_of(COLOUR, "JPEG"),
    "jpeg progressive": file_of(COLOUR, "JPEG", progressive=True),
    "jpeg inks": file_of(Image.fromarray(ALPHA, "CMYK"), "JPEG"),
    "gif": file_of(PALETTE, "GIF"),
    "gif animated": file_of(PALETTE, "GIF", **FRAMES),
    "webp": file_of(COLOUR, "WEBP"),
    "webp lossless": file_of(ALPHA, "WEBP", lossless=True),
    "bmp": file_of(COLOUR, "BMP"),
    "bmp palette": file_of(PALETTE, "BMP"),
    "ppm": file_of(COLOUR, "PPM"),
    "pgm 12 bits": b"P5 17 12 4095\n" + DEEP.astype(">u2").tobytes(),
    "ppm text": b"P3 2 2 15\n" + b"1 2 3 " * 4,
    "pfm": b"Pf\n2 2\n-1.0\n" + np.arange(4, dtype="<f4").tobytes(),
    "tiff": file_of(COLOUR, "TIFF"),
    "tiff lzw": file_of(COLOUR, "TIFF", compression="tiff_lzw"),
    "tiff jpeg": file_of(COLOUR, "TIFF", compression="jpeg"),
    "tiff fax": file_of(FAX, "TIFF", compression="group4"),
    "tiff ycbcr": file_of(YCBCR, "TIFF"),
    "tiff palette": file_of(PALETTE, "TIFF", compression="packbits"),
    "tiff 12 bits": tiff_file(DEEP[..., np.newaxis], 12, compression=8),
    "tiff planes": tiff_file(
        COLOUR.astype(np.uint16), 16, is_planar=True, compression=5, segment_hw=(5, 17)
    ),
    "tiff tiles": tiff_file(
        COLOUR.astype(np.float32), 32, order=">", segment_hw=(16, 16), is_tiled=True
    ),
}


def spoilt(whole: bytes, rng: np.random.Generator) -> bytes:
    """Return a file with a few bytes changed, cut in a quarter of all cases."""
    data = bytearray(whole)
    if rng.integers(4) == 0:
        data = data[: rng.integers(1, len(data))]
    for _ in range(rng.integers(1, 6)):
        # Half of them at the beginning, where headers are.
        end = len(data) if rng.integers(2) else min(60, len(data))
        values = [0, 1, 127, 128, 255, rng.integers(256)]
        data[rng.integers(end)] = int(rng.choice(values))
    return with_checksums(bytes(data)) if data[:4] == whole[:4] else bytes(data)


def with_checksums(data: bytes) -> bytes:
    """Return a PNG whose checksums fit again, so that more than they is looked at."""
    if data[:4] != b"\x89PNG":
        return data
    place, made = 8, bytearray(data)
    while place + 12 <= len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        end = place + 8 + length
        if end + 4 > len(data):
            break
        made[end : end + 4] = struct.pack(">I", zlib.crc32(data[place + 4 : end]))
        place = end + 4
    return bytes(made)


@pytest.mark.parametrize("kind", WHOLE)
def test_that_a_whole_file_of_each_kind_is_read(kind: str) -> None:
    assert decode_picture(WHOLE[kind], kind).pixels_chw.size


@pytest.mark.parametrize("kind", WHOLE)
def test_that_a_spoilt_file_gives_a_picture_or_a_sentence(
    kind: str, capfd: pytest.CaptureFixture[str]
) -> None:
    rng = np.random.default_rng(len(kind))
    for number in range(TIMES):
        data = spoilt(WHOLE[kind], rng)
        began = time.perf_counter()
        try:
            words = decode_picture(data, "spoilt").name
        except CnnvizError as error:
            words = sentence(error)
        assert words.startswith("spoilt"), number
        assert time.perf_counter() - began < MOST_SECONDS, number
    # Neither Pillow nor the libraries below it said a word of their own.
    assert capfd.readouterr() == ("", "")
