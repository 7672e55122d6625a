"""What a file of weights is, by its first bytes: safetensors, PyTorch's, or none of ours."""

from pathlib import Path
from typing import Final, Literal

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import reason

MOST_HEADER: Final = 1024**2
"""Bytes of names and shapes; those of the largest networks in use have as many."""

LENGTH: Final = 8
"""Bytes before the header, which tell its length."""

_PICKLES: Final = tuple(bytes((0x80, protocol)) for protocol in range(2, 6))
_OTHERS: Final = {
    b"\x89HDF\r\n\x1a\n": "HDF5 (Keras, .h5)",
    b"GGUF": "GGUF",
}
_ONNX: Final = (b"\x08", b"\x12\x1a\x22\x3a\x42")
"""A model in ONNX begins with its version, and one of these fields follows."""

_ZIP: Final = b"PK\x03\x04"
_ZIPPED: Final = {b"metadata.json": "Keras (.keras)", b"config.json": "Keras (.keras)"}
_TORCH_ENDINGS: Final = (".bin", ".ckpt", ".pt", ".pth")

_TEXTS: Final = (b"<", b"version https://git-lfs", b"{")


def weight_format(path: Path) -> Literal["safetensors", "torch"]:
    """Return what a file of weights is by its first bytes.

    Raises
    ------
    CnnvizError
        ``weights_of_numpy``, ``weights_of_others`` or ``weights_are_text`` for another
        format, ``weights_unreadable`` for what is none, or claims more than it has.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            begin = file.read(300)
    except OSError as error:
        raise CnnvizError(
            "weights_unreadable", name=path.name, reason=reason(error)
        ) from error
    length = int.from_bytes(begin[:LENGTH], "little")
    if begin[LENGTH : LENGTH + 1] == b"{" and length <= size - LENGTH:
        if length > MOST_HEADER:
            why = f"its header has {length} bytes, more than {MOST_HEADER}"
            raise CnnvizError("weights_unreadable", name=path.name, reason=why)
        return "safetensors"
    if _is_of_torch(path, begin):
        return "torch"
    _name_format(path, begin)
    why = "it is not safetensors, or it is cut short"
    raise CnnvizError("weights_unreadable", name=path.name, reason=why)


def _is_of_torch(path: Path, begin: bytes) -> bool:
    """Whether it is a zip file around a pickle, or, as older ones are, a bare pickle."""
    entry = _first_zipped(begin)
    is_called_so = path.suffix.lower() in _TORCH_ENDINGS and not entry.endswith(b".npy")
    return (
        begin.startswith(_PICKLES)
        or entry.endswith(b"data.pkl")
        or (begin.startswith(_ZIP) and is_called_so)
    )


def _name_format(path: Path, begin: bytes) -> None:
    """Refuse a format that we know by its name, with a way to convert it."""
    entry = _first_zipped(begin)
    if begin.startswith(b"\x93NUMPY") or entry.endswith(b".npy"):
        raise CnnvizError("weights_of_numpy", name=path.name)
    if begin.startswith(_ZIP):
        kind = _ZIPPED.get(entry, "ZIP")
        raise CnnvizError("weights_of_others", name=path.name, format=kind)
    for sign, name in _OTHERS.items():
        if begin.startswith(sign):
            raise CnnvizError("weights_of_others", name=path.name, format=name)
    if begin[:1] == _ONNX[0] and begin[2:3] and begin[2:3] in _ONNX[1]:
        raise CnnvizError("weights_of_others", name=path.name, format="ONNX")
    if begin.lstrip().startswith(_TEXTS):
        raise CnnvizError("weights_are_text", name=path.name)


def _first_zipped(begin: bytes) -> bytes:
    """Return the name of a zip file's first entry; nothing of another file."""
    length = int.from_bytes(begin[26:28], "little")
    return begin[30 : 30 + length] if begin.startswith(_ZIP) else b""
