"""PNG files of every depth, made from the bytes of their rows."""

import struct
import zlib
from collections.abc import Iterable, Sequence


def png_file(
    width: int,
    height: int,
    depth: int,
    colour: int,
    rows: Iterable[bytes],
    chunks: Sequence[tuple[bytes, bytes]] = (),
) -> bytes:
    """Return a file of the size that it claims, and of the rows that are given."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows))
    parts = [(b"IHDR", head), *chunks, (b"IDAT", pixels), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, data) for kind, data in parts)


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk with its length and its checksum."""
    crc = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + crc
