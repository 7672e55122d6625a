"""What a file of weights is, by its first bytes: safetensors, or what to do about it.

Other formats are named and never opened: a pickle, which PyTorch's files hold, runs
whatever program was put into it.
"""

from pathlib import Path
from typing import Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import reason

MOST_HEADER: Final = 1024**2
"""Bytes of names and shapes; those of the largest networks in use have as many."""

_LENGTH: Final = 8
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


def check_is_safetensors(path: Path) -> None:
    """Refuse what is not safetensors by its first bytes, or claims more than it has.

    Raises
    ------
    CnnvizError
        ``weights_of_torch``, ``weights_of_numpy``, ``weights_of_others``,
        ``weights_are_text`` or ``weights_unreadable``.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            begin = file.read(300)
    except OSError as error:
        raise CnnvizError(
            "weights_unreadable", name=path.name, reason=reason(error)
        ) from error
    length = int.from_bytes(begin[:_LENGTH], "little")
    if begin[_LENGTH : _LENGTH + 1] == b"{" and length <= size - _LENGTH:
        if length > MOST_HEADER:
            why = f"its header has {length} bytes, more than {MOST_HEADER}"
            raise CnnvizError("weights_unreadable", name=path.name, reason=why)
        return
    _name_format(path, begin)
    why = "it is not safetensors, or it is cut short"
    raise CnnvizError("weights_unreadable", name=path.name, reason=why)


def _name_format(path: Path, begin: bytes) -> None:
    """Refuse a format that we know by its name, with a way to convert it."""
    entry = _first_zipped(begin)
    if begin.startswith(b"\x93NUMPY") or entry.endswith(b".npy"):
        raise CnnvizError("weights_of_numpy", name=path.name)
    # PyTorch's archives are zip files around a pickle, its older files bare pickles.
    if begin.startswith(_PICKLES) or entry.endswith(b"data.pkl"):
        raise CnnvizError("weights_of_torch", name=path.name)
    if begin.startswith(_ZIP):
        if path.suffix.lower() in _TORCH_ENDINGS:
            raise CnnvizError("weights_of_torch", name=path.name)
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
