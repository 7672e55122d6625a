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
_ONNX: Final = b"\x08", b"\x12"
"""The first bytes of a model in ONNX: a version, then (after it) who wrote it."""

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
            begin = file.read(64)
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
    if begin.startswith(b"\x93NUMPY") or _is_numpy_archive(begin):
        raise CnnvizError("weights_of_numpy", name=path.name)
    # PyTorch's archives are zip files around a pickle, its older files bare pickles.
    if begin.startswith((b"PK\x03\x04", *_PICKLES)):
        raise CnnvizError("weights_of_torch", name=path.name)
    for sign, name in _OTHERS.items():
        if begin.startswith(sign):
            raise CnnvizError("weights_of_others", name=path.name, format=name)
    if (begin[:1], begin[2:3]) == _ONNX:
        raise CnnvizError("weights_of_others", name=path.name, format="ONNX")
    if begin.lstrip().startswith(_TEXTS):
        raise CnnvizError("weights_are_text", name=path.name)


def _is_numpy_archive(begin: bytes) -> bool:
    """Whether a zip file's first entry is an array, as in .npz."""
    name_length = int.from_bytes(begin[26:28], "little")
    name = begin[30 : 30 + name_length]
    return begin.startswith(b"PK\x03\x04") and name.endswith(b".npy")
