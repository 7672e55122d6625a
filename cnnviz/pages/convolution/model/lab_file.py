"""A lab as a file: versioned JSON of picture, settings and place, and back again.

What other pages put beside them is not understood here: their parts come and go as bytes.

Reading replaces nothing: it returns a `Lab` only once all of it has been checked.
"""

import base64
import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import partial
from typing import Any, Final, get_args
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.files.keeping import KEPT_PIXELS
from cnnviz.engine.images.files.loading import decode_picture
from cnnviz.engine.images.files.saving import encode_png
from cnnviz.engine.images.numbers.typed_numbers import as_levels
from cnnviz.engine.images.picture import Picture
from cnnviz.pages.convolution.model import checks
from cnnviz.pages.convolution.model.lab_record import Record
from cnnviz.pages.convolution.model.lab_settings import LabSettings
from cnnviz.pages.convolution.model.lab_settings_file import (
    settings_from_record,
    settings_record,
)
from cnnviz.pages.convolution.model.lab_text import LabText, parse_lab
from cnnviz.state.picture.shared_picture import PAD_HW, Edit, Origin, SharedPicture

FORMAT: Final = "cnnviz lab"
VERSION: Final = 3
"""1: a signal had neither bias nor activation. 2: nothing of the other pages."""

SUFFIX: Final = ".cnnlab"
MOST_BYTES: Final = 256 * 1024**2

_PNG_BEGIN: Final = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_PNG_KINDS: Final = (b"\x08\0\0\0\0", b"\x08\2\0\0\0")
"""Bits, grey or colour, and how it is packed: as `encode_png` writes them."""
_PART: Final = re.compile(r"[a-z_]{1,40}\.(json|safetensors)")
_MOST_PARTS: Final = 40
_CHUNK: Final = 3 * 2**18
"""Bytes turned into text at once: while it is done, no other thread goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabView:
    """What is looked at, besides picture and settings.

    Attributes
    ----------
    cell
        Row and column of the output where the window stands.
    output_channel, input_channel
        Which channels are seen, counted from 0.
    whole_output_shown
        Whether output cells beyond the window's are shown too.
    steps_per_second
        How fast the window walks by itself.
    """

    cell: tuple[int, int] = (0, 0)
    output_channel: int = 0
    input_channel: int = 0
    whole_output_shown: bool = False
    steps_per_second: float = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class Lab:
    """Everything that a lab file holds.

    ``parts`` is what the other pages put into it: file names and what is in the files.
    """

    picture: SharedPicture
    settings: LabSettings
    view: LabView
    parts: Mapping[str, bytes] = field(default_factory=dict)


def is_lab_name(path: str) -> bool:
    """Whether a file is a lab file by its name.

    Examples
    --------
    >>> is_lab_name("edges.cnnlab"), is_lab_name("edges.png")
    (True, False)
    """
    return path.lower().endswith(SUFFIX)


def lab_pieces(lab: Lab) -> Iterator[bytes]:
    """Yield the bytes of a lab file, piece by piece: no thread waits long for another.

    Raises
    ------
    CnnvizError
        ``lab_too_large_to_save``: it could not be opened again.
    """
    mark = uuid4().hex
    picture, large = _picture_record(lab.picture, mark)
    parts = _parts_record(lab.parts, mark, large)
    if sum(map(len, large.values())) * 4 // 3 > MOST_BYTES - 2**20:
        raise CnnvizError("lab_too_large_to_save", most=MOST_BYTES // 1024**2)
    record = {
        "format": FORMAT,
        "version": VERSION,
        "picture": picture,
        "settings": settings_record(lab.settings),
        "view": asdict(lab.view),
        "parts": parts,
    }
    text = json.dumps(record, ensure_ascii=False, indent=1)
    for name, part in large.items():
        before, text = text.split(f'"{mark} {name}"')
        yield before.encode("utf-8") + b'"'
        for start in range(0, len(part), _CHUNK):
            yield base64.b64encode(part[start : start + _CHUNK])
        yield b'"'
    yield text.encode("utf-8")


def view_from_record(view: Record) -> LabView:
    """Return what is looked at; raise ``CnnvizError`` where that makes no sense."""
    return LabView(
        cell=view.read("cell", checks.pair(0, 100_000_000)),
        output_channel=view.read("output_channel", checks.whole(0, 10_000)),
        input_channel=view.read("input_channel", checks.whole(0, 10_000)),
        whole_output_shown=view.read("whole_output_shown", checks.exactly(bool)),
        steps_per_second=view.read("steps_per_second", checks.number(1e-3, 1e3)),
    )


def decode_lab(data: bytes, name: str) -> Lab:
    """Return the lab of a file's bytes; ``name`` is what errors call the file.

    Raises
    ------
    CnnvizError
        ``lab_empty``, ``lab_too_large``, ``lab_cut_short``, ``lab_not_a_lab``,
        ``lab_too_new`` or ``lab_damaged``, which tells the place.
    """
    if not data.strip():
        raise CnnvizError("lab_empty", file=name)
    try:
        text = parse_lab(data, name)
    except ValueError as error:
        if FORMAT.encode() not in data[:200]:
            raise CnnvizError("lab_not_a_lab", file=name) from error
        # Long runs of Base64, which were laid aside, have no line of their own.
        line = getattr(error, "lineno", 1 + data.count(b"\n"))
        raise CnnvizError("lab_cut_short", file=name, line=line) from error
    record = text.record
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise CnnvizError("lab_not_a_lab", file=name)
    version = record.get("version")
    if isinstance(version, int) and version > VERSION:
        raise CnnvizError("lab_too_new", file=name, version=version, known=VERSION)
    root = Record(record, name)
    known = root.read("version", checks.whole(1, VERSION))
    return Lab(
        _picture(root.part("picture"), text),
        settings_from_record(root.part("settings"), known),
        view_from_record(root.part("view")),
        _parts(root.part("parts"), text) if root.has("parts") else {},
    )


def _picture_record(
    shared: SharedPicture, mark: str
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the picture as JSON has it, and what becomes long texts, in their order.

    Marks stand where the long texts come.
    """
    large = {"png": encode_png(shared.picture.pixels_chw)}
    record: dict[str, Any] = {
        "name": shared.picture.name,
        "origin": shared.origin,
        "png": f"{mark} png",
        "reduced_from": shared.picture.reduced_from,
        "edits": shared.edits,
    }
    if shared.ink_hw is not None:
        large["ink"] = encode_png(shared.ink_hw[np.newaxis])
        record["ink"] = f"{mark} ink"
    if (numbers := shared.numbers_chw) is not None:
        large["float32"] = np.ascontiguousarray(numbers, "<f4").tobytes()
        record["numbers"] = {"shape": numbers.shape, "float32": f"{mark} float32"}
    return record, large


def _parts_record(
    parts: Mapping[str, bytes], mark: str, large: dict[str, bytes]
) -> dict[str, Any]:
    """Return what JSON there is as JSON, which can be read by eye; all else as long texts."""
    record: dict[str, Any] = {}
    for name, data in parts.items():
        if name.endswith(".json"):
            record[name] = json.loads(data)
        else:
            large[name] = data
            record[name] = f"{mark} {name}"
    return record


def _parts(record: Record, text: LabText) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name in record.keys_like(_PART, _MOST_PARTS):
        if name.endswith(".json"):
            found[name] = json.dumps(record.read(name, checks.exactly(dict))).encode()
        else:
            found[name] = record.read(name, text.bytes_of)
    return found


def _picture(record: Record, text: LabText) -> SharedPicture:
    name = record.read("name", checks.exactly(str))
    pixels_chw = record.read("png", partial(_pixels, text))
    reduced = record.read("reduced_from", checks.optional(checks.pair(1, 1_000_000)))
    ink_hw = record.read("ink", checks.optional(partial(_ink, text)))
    numbers_chw = None
    if record.has("numbers"):
        numbers_chw = _numbers(record.part("numbers"), text)
        if numbers_chw.shape != pixels_chw.shape:
            raise record.damaged("numbers")
        pixels_chw = as_levels(numbers_chw)
    return SharedPicture(
        Picture(pixels_chw, name, reduced),
        record.read("origin", checks.one_of(get_args(Origin))),
        ink_hw,
        numbers_chw,
        record.read("edits", checks.many(checks.one_of(get_args(Edit)), 0, 64)),
    )


def _pixels(text: LabText, value: object) -> NDArray[np.uint8]:
    data = text.bytes_of(value)
    # As we write it, and no larger than the window holds: a small file can be a PNG of
    # any size, and any other kind of picture.
    width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    is_ours = data[:16] == _PNG_BEGIN and data[24:29] in _PNG_KINDS
    if not is_ours or width * height > KEPT_PIXELS:
        raise ValueError(data[:29])
    return decode_picture(data, "png").pixels_chw


def _ink(text: LabText, value: object) -> NDArray[np.uint8]:
    ink_hw: NDArray[np.uint8] = _pixels(text, value)[0]
    if ink_hw.shape != PAD_HW:
        raise ValueError(ink_hw.shape)
    return ink_hw


def _numbers(record: Record, text: LabText) -> NDArray[np.float32]:
    data = record.read("float32", text.bytes_of)
    shape = record.read("shape", checks.many(checks.whole(1, KEPT_PIXELS), 3, 3))
    if shape[0] not in (1, 3) or len(data) != 4 * math.prod(shape):
        raise record.damaged("float32")
    numbers = np.frombuffer(data, "<f4").astype(np.float32).reshape(shape)
    if not np.isfinite(numbers).all():
        raise record.damaged("float32")
    return numbers
