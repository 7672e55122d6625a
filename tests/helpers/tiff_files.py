"""TIFF files of every kind, made from the numbers that shall be in them."""

import io
import math
import struct
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SAVED_BY_PILLOW = {5: "tiff_lzw", 32773: "packbits"}
MIRRORED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


def tiff_file(
    samples_hwc: NDArray[Any],
    bits: int,
    *,
    order: str = "<",
    compression: int = 1,
    is_planar: bool = False,
    segment_hw: tuple[int, int] | None = None,
    is_tiled: bool = False,
    has_reversed_bits: bool = False,
    tags: Mapping[int, tuple[int, ...]] | None = None,
) -> bytes:
    """Return a file with the numbers given, bit by bit as the specification says."""
    height, width, samples = samples_hwc.shape
    rows, columns = segment_hw or (height, width)
    planes = [samples_hwc]
    if is_planar:
        planes = [samples_hwc[..., [plane]] for plane in range(samples)]
    segments = []
    for plane in planes:
        for top in range(0, height, rows):
            for left in range(0, width, columns):
                part = plane[top : top + rows, left : left + columns]
                if is_tiled:
                    gap = (rows - part.shape[0], columns - part.shape[1])
                    part = np.pad(part, ((0, gap[0]), (0, gap[1]), (0, 0)))
                raw = packed_rows(part, bits, order)
                raw = compressed(raw, len(part), compression)
                segments.append(raw.translate(MIRRORED) if has_reversed_bits else raw)
    kind = {"u": 1, "i": 2, "f": 3}[samples_hwc.dtype.kind]
    places = list(np.cumsum([8, *map(len, segments[:-1])]))
    entries: dict[int, tuple[int, ...]] = {
        256: (width,),
        257: (height,),
        258: (bits,) * samples,
        259: (compression,),
        262: (1 if samples < 3 else 2,),
        277: (samples,),
        284: (2 if is_planar else 1,),
        339: (kind,) * samples,
    }
    if has_reversed_bits:
        entries[266] = (2,)
    lengths = tuple(map(len, segments))
    if is_tiled:
        entries |= {322: (columns,), 323: (rows,), 324: tuple(places), 325: lengths}
    else:
        entries |= {278: (rows,), 273: tuple(places), 279: lengths}
    return with_directory(b"".join(segments), {**entries, **(tags or {})}, order)


def with_directory(
    body: bytes, entries: Mapping[int, tuple[int, ...]], order: str
) -> bytes:
    """Return a file of a header, a body and a list of tags; an empty tag is left out."""
    body += b"\0" * (len(body) % 2)
    kept = sorted((tag, values) for tag, values in entries.items() if values)
    at = 8 + len(body)
    after, extra = at + 2 + 12 * len(kept) + 4, b""
    listed = struct.pack(f"{order}H", len(kept))
    for tag, values in kept:
        value = struct.pack(f"{order}{len(values)}I", *values)
        if len(values) > 1:
            extra, value = extra + value, struct.pack(f"{order}I", after + len(extra))
        listed += struct.pack(f"{order}HHI", tag, 4, len(values)) + value
    head = struct.pack(f"{order}2sHI", b"II" if order == "<" else b"MM", 42, at)
    return head + body + listed + b"\0" * 4 + extra


def packed_rows(part: NDArray[Any], bits: int, order: str) -> bytes:
    """Return samples as bytes: whole ones in their order, others bit by bit."""
    if bits in (8, 16, 32, 64):
        return part.astype(part.dtype.newbyteorder(order)).tobytes()
    rows = []
    for row in part.reshape(len(part), -1):
        written = "".join(f"{number:0{bits}b}" for number in row)
        written = written.ljust(8 * math.ceil(len(written) / 8), "0")
        rows.append(int(written, 2).to_bytes(len(written) // 8, "big"))
    return b"".join(rows)


def compressed(raw: bytes, rows: int, compression: int) -> bytes:
    """Return bytes as libtiff or zlib makes them fewer."""
    if compression == 1:
        return raw
    if compression in (8, 32946):
        return zlib.compress(raw)
    image = Image.fromarray(np.frombuffer(raw, np.uint8).reshape(rows, -1))
    buffer = io.BytesIO()
    image.save(buffer, "TIFF", compression=SAVED_BY_PILLOW[compression])
    with Image.open(buffer) as saved:
        (at,), (length,) = saved.tag_v2[273], saved.tag_v2[279]
    return buffer.getvalue()[at : at + length]
