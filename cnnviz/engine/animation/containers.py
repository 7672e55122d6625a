"""Animated files written frame by frame, so that a long animation needs no more memory.

Pillow, asked for a whole animation, keeps all frames until the last is there, and joins
frames that are alike. So it compresses single frames here, and what lies around them is
written by us: GIF89a, APNG (PNG, third edition) and the animated kind of WebP. Of each
frame only the pixels that differ from the one before are stored.
"""

import io
import struct
import zlib
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from PIL import Image, ImageChops
from typing_extensions import override

from cnnviz.engine.animation.palette import SEE_THROUGH, Palette

Box = tuple[int, int, int, int]

_PNG_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class _Change:
    """What of a frame is new: a part of it, and a mask of the pixels that differ."""

    box: Box
    part: Image.Image
    mask: Image.Image

    def see_through(self) -> Image.Image:
        """Return the part with nothing where nothing differs, in mode ``RGBA``."""
        empty = Image.new("RGBA", self.part.size, (0, 0, 0, 0))
        empty.paste(self.part, (0, 0), self.mask)
        return empty


class Container(ABC):
    """A file of frames in the making."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._before: Image.Image | None = None

    @abstractmethod
    def add(self, frame: Image.Image, milliseconds: int) -> None:
        """Write one frame, in mode ``RGB`` and of the size that was announced."""

    @abstractmethod
    def finish(self) -> None:
        """Write what comes after the last frame."""

    def _change(self, frame: Image.Image) -> _Change:
        """Compare a frame with the one before; alike ones differ in no pixel of one."""
        before, self._before = self._before, frame
        if before is None:
            return _Change((0, 0, *frame.size), frame, Image.new("1", frame.size, 1))
        difference = ImageChops.difference(frame, before)
        left, top, right, bottom = difference.getbbox() or (0, 0, 1, 1)
        # WebP counts places in steps of two pixels.
        box = (left - left % 2, top - top % 2, right, bottom)
        red, green, blue = difference.crop(box).split()
        most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        mask = most.point(lambda level: 255 * (level > 0)).convert("1")
        return _Change(box, frame.crop(box), mask)


class GifFile(Container):
    """A GIF that repeats for ever, all frames in the colours of one palette."""

    def __init__(self, file: BinaryIO, size: tuple[int, int], palette: Palette) -> None:
        super().__init__(file)
        self._palette = palette
        file.write(b"GIF89a" + struct.pack("<HHBBB", *size, 0xF7, 0, 0))
        file.write(palette.table)
        # Repeat for ever: Netscape's extension, which every reader knows.
        file.write(b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00")

    @override
    def add(self, frame: Image.Image, milliseconds: int) -> None:
        """Write a frame; GIF counts in hundredths of a second."""
        change = self._change(frame)
        part = self._palette.indexed(change.part)
        part.paste(SEE_THROUGH, (0, 0), ImageChops.invert(change.mask.convert("L")))
        # What is there stays under the next frame, and shines through it.
        control = (0b101, round(milliseconds / 10), SEE_THROUGH, 0)
        self._file.write(b"\x21\xf9\x04" + struct.pack("<BHBB", *control))
        self._file.write(
            b"\x2c" + struct.pack("<HHHHB", *change.box[:2], *part.size, 0)
        )
        self._file.write(_gif_data(part))

    @override
    def finish(self) -> None:
        self._file.write(b"\x3b")


def _gif_data(frame: Image.Image) -> bytes:
    """Return the compressed indices of a frame, as a GIF of its own has them."""
    buffer = io.BytesIO()
    # Optimised, it would have indices of its own.
    frame.save(buffer, "GIF", optimize=False, interlace=False)
    data, at = buffer.getvalue(), 13
    if data[10] & 0x80:
        at += 3 << (data[10] & 7) + 1
    while data[at] == 0x21:  # what is said about the frame, in blocks
        at = _after_blocks(data, at + 2)
    start = at + 10
    if data[at + 9] & 0x80:
        start += 3 << (data[at + 9] & 7) + 1
    return data[start : _after_blocks(data, start + 1)]


def _after_blocks(data: bytes, at: int) -> int:
    """Return where a row of blocks ends: each says its length, and the last is empty."""
    while data[at]:
        at += data[at] + 1
    return at + 1


class ApngFile(Container):
    """An animated PNG that repeats for ever; readers of PNG show its first frame."""

    def __init__(self, file: BinaryIO, size: tuple[int, int], frames: int) -> None:
        super().__init__(file)
        self._number = 0
        file.write(_PNG_SIGNATURE)
        self._chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, 6, 0, 0, 0))
        self._chunk(b"acTL", struct.pack(">II", frames, 0))

    @override
    def add(self, frame: Image.Image, milliseconds: int) -> None:
        is_first = self._before is None
        change = self._change(frame)
        lay_over = (0, 1)  # nothing is wiped after; this one lies over what is there
        control = (*change.part.size, *change.box[:2], milliseconds, 1000, *lay_over)
        self._chunk(b"fcTL", struct.pack(">IIIIIHHBB", self._next(), *control))
        for data in _png_data(change.see_through()):
            if is_first:
                self._chunk(b"IDAT", data)
            else:
                self._chunk(b"fdAT", struct.pack(">I", self._next()) + data)

    @override
    def finish(self) -> None:
        self._chunk(b"IEND", b"")

    def _next(self) -> int:
        self._number += 1
        return self._number - 1

    def _chunk(self, name: bytes, data: bytes) -> None:
        check = struct.pack(">I", zlib.crc32(name + data))
        self._file.write(struct.pack(">I", len(data)) + name + data + check)


def _png_data(frame: Image.Image) -> Iterator[bytes]:
    """Yield the compressed pixels of a frame, as a PNG of its own has them."""
    buffer = io.BytesIO()
    frame.save(buffer, "PNG")
    data, at = buffer.getvalue(), len(_PNG_SIGNATURE)
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        if data[at + 4 : at + 8] == b"IDAT":
            yield data[at + 8 : at + 8 + length]
        at += 12 + length


class WebpFile(Container):
    """An animated WebP without losses that repeats for ever."""

    def __init__(self, file: BinaryIO, size: tuple[int, int]) -> None:
        super().__init__(file)
        file.write(b"RIFF\0\0\0\0WEBP")
        animated = 0b10010  # and with see-through pixels
        sides = _three_bytes(size[0] - 1) + _three_bytes(size[1] - 1)
        self._chunk(b"VP8X", struct.pack("<I", animated) + sides)
        self._chunk(b"ANIM", struct.pack("<IH", 0xFFFFFFFF, 0))

    @override
    def add(self, frame: Image.Image, milliseconds: int) -> None:
        change = self._change(frame)
        (left, top), (width, height) = change.box[:2], change.part.size
        place = (left // 2, top // 2, width - 1, height - 1, milliseconds)
        lay_over = 0  # over what is there; nothing is wiped after
        head = b"".join(map(_three_bytes, place)) + bytes([lay_over])
        buffer = io.BytesIO()
        # With exact, see-through pixels would keep colours that nobody sees.
        change.see_through().save(buffer, "WEBP", lossless=True, quality=30, method=1)
        self._chunk(b"ANMF", head + _webp_data(buffer.getvalue()))

    @override
    def finish(self) -> None:
        """Write how long the file has become."""
        end = self._file.tell()
        self._file.seek(4)
        self._file.write(struct.pack("<I", end - 8))
        self._file.seek(end)

    def _chunk(self, name: bytes, data: bytes) -> None:
        self._file.write(name + struct.pack("<I", len(data)) + data)
        self._file.write(b"\0" * (len(data) % 2))


def _webp_data(data: bytes) -> bytes:
    """Return the chunks of a still WebP that hold its pixels."""
    # A see-through one has a chunk of flags in front, which a frame may not have.
    return data[30:] if data[12:16] == b"VP8X" else data[12:]


def _three_bytes(number: int) -> bytes:
    return number.to_bytes(3, "little")
