"""Files of weights that are broken, or meant to do harm: made here, by their names."""

import io
import json
import os
import pickle
import struct
import subprocess
import tarfile
import zipfile
from collections import OrderedDict
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch

Case = tuple[str, bytes]

RAN = "ran"
"""The file that is there when a program in a file was run."""

SHAPES = {"a.weight": (3, 4), "a.bias": (3,), "b.weight": (2, 3), "b.bias": (2,)}

OLD_BEGIN = [pickle.dumps(part, 2) for part in (0x1950A86A20F9469CFC6C, 1001, {})]
OLD_KEYS = pickle.dumps([], 2)
"""What stands around the pickle of a file from before 2020."""


class Calls:
    """Becomes a call when it is unpickled."""

    def __init__(self, function: Any, *arguments: Any) -> None:
        self._call = function, arguments

    def __reduce__(self) -> tuple[Any, ...]:
        return self._call


def payloads() -> dict[str, object]:
    """Return what leaves the file `RAN` when it is opened, and what fills the memory."""
    return {
        "system": Calls(os.system, f"touch {RAN}"),
        "popen": Calls(subprocess.Popen, ["touch", RAN]),
        "eval": Calls(eval, f"open('{RAN}', 'w')"),
        "exec": Calls(exec, f"open('{RAN}', 'w')"),
        "open": Calls(open, RAN, "w"),
        "mkdir": Calls(os.mkdir, RAN),
        "inside": {"a.weight": Calls(os.system, f"touch {RAN}")},
        "load": Calls(torch.load, RAN),
        "bytearray": Calls(bytearray, 10**10),
        "tensor": Calls(torch.Tensor, 10**6, 10**6),
        "array": {"a.weight": np.zeros(3)},
    }


def safetensors(header: object, data: bytes = b"", length: int | None = None) -> bytes:
    """Return a file with this header, which may say that it has another length."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    claimed = len(text) if length is None else length
    return struct.pack("<Q", claimed) + text + data


def whole(kind: str = "F32", size: int = 4, cell: bytes = b"") -> tuple[Any, bytes]:
    """Return header and data of a file that can be read."""
    header, place = {}, 0
    for name, shape in SHAPES.items():
        end = place + int(np.prod(shape)) * size
        entry = {"dtype": kind, "shape": list(shape), "data_offsets": [place, end]}
        header[name], place = entry, end
    return header, (cell or bytes(size)) * (place // size)


def broken_safetensors() -> Iterator[Case]:
    header, data = whole()
    file = safetensors(header, data)
    for length in (*range(1, 40, 3), 100, 200, len(file) - 70, len(file) - 1):
        yield f"cut at {length}", file[:length]
    yield "too long", file + b"more"
    for length in (0, 1, 10**6, 2**31, 2**63 - 1, 2**63, 2**64 - 1):
        yield f"header of {length}", safetensors(header, data, length)
    yield "header of 2 MB", safetensors({"x" * 2**21: 1}, data)
    for text in (b"{", b"{}}", b"[]", b"null", b"{NaN}", b'{"a":\xff}', b"{" * 5000,
                 b'{"a":' * 20_000, b"{" + b"[" * 99_999, b'{"a": NaN}'):  # fmt: skip
        yield f"header {text[:12]!r}", safetensors(text, data)
    for change in (
        {"shape": [3, 5]}, {"shape": [-3, -4]}, {"shape": [12]}, {"shape": "3, 4"},
        {"shape": None}, {"shape": [3.0, 4.5]}, {"shape": [2**63, 2]}, {"shape": [[3]]},
        {"shape": [2**40, 2**40]}, {"shape": []}, {"dtype": "F33"}, {"dtype": 4},
        {"dtype": "I64"}, {"dtype": "F64"}, {"dtype": None}, {"dtype": "BOOL"},
        {"data_offsets": [48, 0]}, {"data_offsets": [0, 60]}, {"data_offsets": [4, 52]},
        {"data_offsets": [-4, 44]}, {"data_offsets": [0, 2**62]}, {"data_offsets": 0},
        {"data_offsets": [0]}, {"data_offsets": [0, 4]}, {"data_offsets": None},
        {"data_offsets": [0, 10**30]}, {"data_offsets": ["0", "48"]},
    ):  # fmt: skip
        odd = {**header, "a.weight": {**header["a.weight"], **change}}
        yield f"header with {change}", safetensors(odd, data)
    twice = {**header, "a.bias": header["a.weight"]}
    yield "one place for two", safetensors(twice, data)
    for name in ("c.weight", "\x1b[31mred", "<img src=x>", "../../x", "n" * 50_000):
        renamed = {name if n == "b.bias" else n: entry for n, entry in header.items()}
        yield f"named {name[:20]!r}", safetensors(renamed, data)
    yield "metadata", safetensors({**header, "__metadata__": [1]}, data)
    yield "no tensors", safetensors({})
    for kind, values in {
        "F16": b"\x00\x7c", "BF16": b"\xc0\x7f", "F32": b"\0\0\xc0\x7f",
        "F64": b"\0\0\0\0\0\0\xf0\xff", "F8_E4M3": b"\x7f", "I32": b"\1\0\0\0",
    }.items():  # fmt: skip
        yield f"{kind} not finite", safetensors(*whole(kind, len(values), values))


def archive(parts: dict[str, bytes], packing: int = zipfile.ZIP_STORED) -> bytes:
    """Return a zip file as PyTorch lays it out."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def torch_bytes(held: object, *, new: bool = True) -> bytes:
    file = io.BytesIO()
    torch.save(held, file, _use_new_zipfile_serialization=new)
    return file.getvalue()


def programs() -> Iterator[Case]:
    """Yield files that run something if they are opened as pickles are."""
    begin, rest = OLD_BEGIN, OLD_KEYS
    for name, held in payloads().items():
        for protocol in (0, 2, 3, 4, 5):
            said = f"{name}, protocol {protocol}"
            data = pickle.dumps(held, protocol)
            yield f"pickle of {said}", data
            yield (
                f"archive of {said}",
                archive(
                    {"m/data.pkl": data, "m/version": b"3\n", "m/byteorder": b"little"}
                ),
            )
            yield f"old file of {said}", b"".join([*begin, data, rest])
        evil = pickle.dumps(held, 2)
        yield f"old file, first {name}", b"".join([evil, *begin[1:], rest, rest])
        yield f"old file, keys {name}", b"".join([*begin, rest, evil])
        yield f"pickle and archive of {name}", evil + archive({"m/data.pkl": rest})
        yield (
            f"two pickles of {name}",
            archive({"m/data.pkl": rest, "n/data.pkl": evil}),
        )


def broken_torch() -> Iterator[Case]:
    good = OrderedDict((name, torch.zeros(shape)) for name, shape in SHAPES.items())
    for new in (True, False):
        file, said = torch_bytes(good, new=new), "new" if new else "old"
        for share in (0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99):
            yield f"{said} file, {share} of it", file[: int(len(file) * share)]
        for index, odd in enumerate((
            {**good, "b.bias": torch.zeros(3)}, {**good, "more": torch.zeros(1)},
            {**good, "a.bias": torch.full((3,), torch.nan)}, {"a": 1}, [1, 2], 5, {},
            {**good, "a.bias": torch.zeros(3, dtype=torch.int32)},
            {"state_dict": {"state_dict": {"state_dict": {"state_dict": good}}}},
            {**good, "b.bias": torch.zeros(1, dtype=torch.uint8).expand(10**6, 10**6)},
        )):  # fmt: skip
            yield f"{said} file, odd {index}", torch_bytes(odd, new=new)
    zeros, rest = bytes(30_000_000), pickle.dumps({}, 2)
    packed = zipfile.ZIP_DEFLATED
    yield "bomb as pickle", archive({"m/data.pkl": zeros}, packed)
    yield "bomb as numbers", archive({"m/data.pkl": rest, "m/data/0": zeros}, packed)
    yield "large pickle", archive({"m/data.pkl": b"\x80\x02" + b"N0" * 10**6 + b"N."})
    yield "no pickle", archive({"m/version": b"3"})
    yield "empty archive", archive({})
    yield "up and away", archive({"../../data.pkl": rest})
    yield "many parts", archive({f"m/{n}": b"" for n in range(3000)})
    swollen = bytearray(archive({"m/data.pkl": rest, "m/data/0": b"1234"}))
    at = swollen.rfind(b"PK\x01\x02") + 20
    swollen[at : at + 8] = struct.pack("<II", 2**31, 2**31)
    yield "part larger than the file", bytes(swollen)
    locked = bytearray(archive({"m/data.pkl": rest}))
    locked[locked.rfind(b"PK\x01\x02") + 8] |= 1
    yield "locked", bytes(locked)
    for name, operations in {
        "deep lists": b"]" * 200_000 + b"a" * 199_999,
        "deep tuples": b")" + b"\x85" * 200_000,
        "memo far away": b"Nr\xff\xff\xff\x7f",
        "memo that is not there": b"j\xff\xff\xff\x7f",
        "long text": b"X\xff\xff\xff\x7fabc",
        "very long text": b"\x8d" + b"\xff" * 7 + b"\x7fabc",
        "long number": b"\x8b\xff\xff\xff\x7f1",
        "frame": b"\x95" + b"\xff" * 8,
        "buffer": b"\x97",
        "persistent": b"Pname\n",
        "extension": b"\x82\x01",
        "class by text": b"(S'touch ran'\nios\nsystem\n",
        "global by stack": b"\x8c\x02os\x8c\x06system\x93\x8c\x09touch ran\x85R",
        "unknown": b"\xfe\xfe",
        "empty stack": b"0000",
        "newer protocol": b"\x80\xff",
    }.items():
        pickled = b"\x80\x02" + operations + b"."
        yield f"pickle of {name}", pickled
        yield f"archive of {name}", archive({"m/data.pkl": pickled})


def fetching() -> Iterator[Case]:
    """Yield small files whose objects hold more and more of what was made before."""
    doubled = b"Nq\0" + b"".join(
        bytes((*b"h", n, *b"h", n, *b"\x86q", n + 1)) for n in range(40)
    )
    ordered = b"ccollections\nOrderedDict\n"
    text = b"X" + struct.pack("<I", 10**5) + b"x" * 10**5 + b"q\0"
    pairs = b"".join(b"M" + struct.pack("<H", n) + b"N" for n in range(50_000))
    for name, operations in {
        "doubled key": doubled + b"}h\x28Ns",
        "text in a message": text + b"(" + b"h\0" * 20_000 + b"t)R",
        "copies": b"}(" + pairs + b"uq\0" + ordered + b"q\1" + b"h\1h\0\x85R" * 9000,
        # The tuple holds the dict before it grows.
        "late copies": b"}q\0(K\1h\0\x85q\1"
        + pairs
        + b"u"
        + ordered
        + b"q\2"
        + b"h\2h\1R" * 9000,
    }.items():
        pickled = b"\x80\x02" + operations + b"."
        parts = {"m/data.pkl": pickled, "m/version": b"3\n", "m/byteorder": b"little"}
        yield f"archive of fetched {name}", archive(parts)
        yield f"old file of fetched {name}", b"".join([*OLD_BEGIN, pickled, OLD_KEYS])


def other_formats() -> Iterator[Case]:
    array, arrays, tape = io.BytesIO(), io.BytesIO(), io.BytesIO()
    np.save(array, np.zeros(3))
    np.savez(arrays, a=np.zeros(3))
    with tarfile.open(fileobj=tape, mode="w") as packed:
        packed.addfile(tarfile.TarInfo("data.pkl"))
    yield from {
        "nothing": b"",
        "one byte": b"\0",
        "zeros": bytes(1000),
        "ones": b"\xff" * 1000,
        "page": b"<!DOCTYPE html><html><body>404</body></html>",
        "pointer": b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
        "JSON": b'{"error": "not found"}',
        "text": b"weights",
        "wide text": "weights".encode("utf-16"),
        "numbers": array.getvalue(),
        "zipped numbers": arrays.getvalue(),
        "Keras": archive({"metadata.json": b"{}", "model.weights.h5": b""}),
        "HDF5": b"\x89HDF\r\n\x1a\n" + bytes(90),
        "GGUF": b"GGUF" + bytes(90),
        "ONNX": b"\x08\x08\x3a\x07" + bytes(90),
        "document": archive({"word/document.xml": b"<w/>"}),
        "tar": tape.getvalue(),
        "gzip": b"\x1f\x8b\x08" + bytes(90),
        "PNG": b"\x89PNG\r\n\x1a\n" + bytes(90),
        "PDF": b"%PDF-1.7\n" + bytes(90),
        "program": b"\x7fELF\x02\x01\x01" + bytes(90),
        "script": b"#!/bin/sh\ntouch ran\n",
        "Python": b"open('ran', 'w')\n",
    }.items()
