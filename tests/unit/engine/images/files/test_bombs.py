"""Small files that claim much: refused at once, or read within a known memory."""

import io
import struct
import subprocess
import sys
import time
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.files.loading import decode_picture
from cnnviz.engine.messages.catalogue import sentence
from tests.helpers.png_files import chunk, png_file
from tests.helpers.tiff_files import with_directory

MOST_MEGABYTES = 600
MOST_SECONDS = 2.0

SIDE = 8192


def empty_png(depth: int, colour: int, chunks: list[tuple[bytes, bytes]]) -> bytes:
    """Return a valid PNG of zeros, as large as may be opened."""
    samples = {0: 1, 2: 3, 3: 1, 6: 4}[colour]
    # A file of 100 kB can hold no more than this, and only a few kinds so many pixels.
    side = min(SIDE, int((100_000_000 * 8 / depth / samples) ** 0.5))
    row = bytes(side * depth * samples // 8 + 1)
    return png_file(side, side, depth, colour, [row] * side, chunks)


def file_of(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def claimed_png(width: int, height: int, depth: int, colour: int) -> bytes:
    return png_file(width, height, depth, colour, [bytes(900)])


def bitmap(bits: int, compression: int) -> bytes:
    head = (40, SIDE, SIDE, 1, bits, compression, 0, 0, 0, 0, 0)
    return (
        b"BM"
        + struct.pack("<IHHIIiiHHIIiiII", 54, 0, 0, 54 + 1024, *head)
        + bytes(1024)
        + b"\xff\x07" * 9
    )


def tiff(compression: int, **tags: tuple[int, ...]) -> bytes:
    body = zlib.compress(bytes(9999))
    entries: dict[int, tuple[int, ...]] = {
        256: (SIDE,),
        257: (SIDE,),
        258: (16, 16, 16),
        259: (compression,),
        262: (2,),
        273: (8,),
        277: (3,),
        278: (SIDE,),
        279: (len(body),),
    }
    return with_directory(body, {**entries, **dict(tags)}, "<")


REFUSED = {
    "png": claimed_png(SIDE, SIDE, 16, 6),
    "png high": claimed_png(1, 67_108_864, 8, 0),
    "png wide": claimed_png(2**31 - 1, 1, 1, 0),
    "webp": file_of(Image.new("RGB", (SIDE, SIDE)), "WEBP", lossless=True, method=0),
    "jpeg": file_of(Image.new("RGB", (8, 8)), "JPEG").replace(
        b"\0\x08\0\x08", struct.pack(">HH", SIDE, SIDE), 1
    ),
    "gif": b"GIF89a" + struct.pack("<HHBBB", 60_000, 60_000, 0, 0, 0) + b";",
    "bmp": bitmap(24, 0),
    "bmp rle": bitmap(8, 1),
    "pnm": b"P6 8192 8192 255\n" + bytes(90),
    "pnm 16 bits": b"P5 8192 8192 65535\n" + bytes(90),
    "pnm text": b"P3 8192 8192 255\n" + b"7 " * 90,
    "pfm": b"PF 8192 8192\n-1.0\n" + bytes(90),
    "tiff": tiff(1),
    "tiff lzw": tiff(5),
    "tiff deflate": tiff(8),
    "tiff packbits": tiff(32773),
    "tiff jpeg": tiff(7),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_that_what_a_file_cannot_hold_is_refused_at_once(kind: str) -> None:
    began = time.perf_counter()
    with pytest.raises(CnnvizError) as caught:
        decode_picture(REFUSED[kind], f"bomb of {kind}")
    assert time.perf_counter() - began < MOST_SECONDS
    assert f"bomb of {kind}" in sentence(caught.value)


MEASURE = """
import re, sys
from pathlib import Path
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.files.loading import decode_picture, read_file
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        decode_picture(read_file(path), path.name)
    except CnnvizError as error:
        print(path.name, error.code)
# Unlike what getrusage tells, this begins anew with a program.
status = Path("/proc/self/status").read_text()
print(int(re.search(r"VmHWM:\\s*(\\d+) kB", status)[1]) // 1024)
"""


def test_that_a_jpeg_of_many_waves_does_not_take_long() -> None:
    whole = file_of(Image.new("L", (2048, 2048)), "JPEG", progressive=True)
    assert decode_picture(whole, "waves").size_hw == (2048, 2048)
    wave = whole[whole.rfind(b"\xff\xda") : -2]
    began = time.perf_counter()
    with pytest.raises(CnnvizError):
        decode_picture(whole[:-2] + 2000 * wave + whole[-2:], "waves")
    assert time.perf_counter() - began < MOST_SECONDS


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted otherwise")
def test_that_no_file_of_100_kb_takes_more_than_600_mb(tmp_path: Path) -> None:
    palette = (b"PLTE", bytes(range(256)) * 3)
    valid = {
        "palette": empty_png(8, 3, [palette, (b"tRNS", bytes([9] * 256))]),
        "colours": empty_png(8, 2, []),
        "fax": file_of(Image.new("1", (SIDE, SIDE)), "TIFF", compression="group4"),
    }
    for name, data in {**valid, **REFUSED}.items():
        assert len(data) <= 105_000
        (tmp_path / name).write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    *refused, megabytes = done.stdout.splitlines()
    assert int(megabytes) < MOST_MEGABYTES
    assert {line.rsplit(" ", 1)[0] for line in refused} == set(REFUSED)
    assert done.stderr == ""


@pytest.mark.parametrize("size", [(4096, 4096), (1, 1_000_000), (1_000_000, 1)])
def test_that_a_large_picture_that_is_one_stays_readable(
    size: tuple[int, int], tmp_path: Path
) -> None:
    path = tmp_path / "large.png"
    Image.fromarray(np.full(size, 90, np.uint8)).save(path, compress_level=1)
    data = path.read_bytes()
    picture = decode_picture(data, path.name, kept_pixels=SIDE**2)
    assert picture.size_hw == size
    in_window = decode_picture(data, path.name)
    assert max(in_window.size_hw) <= 32_000
    assert np.unique(in_window.pixels_chw) == [90]
    shown = None if max(size) <= 32_000 else size
    assert in_window.reduced_from == shown


def test_that_chunks_that_claim_much_are_not_believed() -> None:
    for kind in (b"PLTE", b"iCCP", b"zTXt", b"eXIf", b"tRNS"):
        lying = struct.pack(">I", 2**31 - 1) + kind + b"x" * 50
        plain = png_file(2, 2, 8, 0, [b"ab", b"cd"])
        with pytest.raises(CnnvizError):
            decode_picture(plain[:33] + lying + plain[33:], "lie.png")
    long_text = chunk(b"zTXt", b"note\0\0" + zlib.compress(bytes(50_000_000)))
    plain = png_file(2, 2, 8, 0, [b"ab", b"cd"])
    began = time.perf_counter()
    try:
        decode_picture(plain[:33] + long_text + plain[33:], "text.png")
    except CnnvizError as error:
        assert sentence(error)  # noqa: PT017 (either will do)
    assert time.perf_counter() - began < MOST_SECONDS
