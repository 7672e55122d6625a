"""A ``state_dict`` that PyTorch has saved: numbers by name, and nothing that runs.

Such a file is a pickle, which can name any function to be called. Ours are looked
through first, and may name only what makes tensors; then PyTorch reads them with
``weights_only``, which knows no other function either.
"""

import io
import pickle
import pickletools
import re
import warnings
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_STORED, BadZipFile, ZipFile

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import DAMAGED
from cnnviz.engine.networks.files.pickle_sizes import PickleSizes
from cnnviz.engine.networks.files.stored_tensors import StoredTensor
from cnnviz.engine.networks.files.weight_formats import MOST_HEADER
from cnnviz.engine.shown_text import shown

if TYPE_CHECKING:
    from torch import Tensor

_MAKES_TENSORS: Final = re.compile(
    r"collections OrderedDict|torch (Size|[A-Z][A-Za-z0-9]+Storage)"
    r"|torch\._utils _rebuild_(tensor_v2|parameter)"
)
"""What a pickle of numbers names, and no more: module and name."""

_REACHING: Final = ("GLOBAL", "STACK_GLOBAL", "INST", "EXT1", "EXT2", "EXT4")
"""The operations by which a pickle reaches a function."""

_ZIP: Final = b"PK\x03\x04"
_OLD_PICKLES: Final = 5
"""Before 2020 files held five pickles one after another, and the numbers after them."""

_OLD_MAGIC: Final = 0x1950A86A20F9469CFC6C
"""What the first of the five is."""

_OTHERWISE: Final = "its parts are not as PyTorch lays them out"

_MOST_FETCHED: Final = 2**22
"""Objects that a pickle fetches from its memo, each with all that it holds."""

_MOST_OPERATIONS: Final = 2**18
"""Of a pickle: a tensor takes some 30, and of an optimiser's state twice as many again."""

_NESTS: Final = ("state_dict", "model_state_dict", "model", "net", "network")
"""Where a checkpoint keeps its weights among other things."""

_DEEPEST: Final = 3
_KINDS: Final = {
    "float16": "F16",
    "bfloat16": "BF16",
    "float32": "F32",
    "float64": "F64",
    "int64": "I64",
}


def torch_tensors(path: Path) -> Mapping[str, StoredTensor]:
    """Return the tensors of a file that PyTorch has saved, by name.

    Raises
    ------
    CnnvizError
        ``weights_run_code`` where it would call anything but what makes tensors,
        ``weights_unreadable``, ``torch_not_installed`` or ``weights_not_named``.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about old files and odd escapes
            _check_pickles(path)
            held = _loaded(path)
    except (*DAMAGED, MemoryError, pickle.UnpicklingError, BadZipFile) as error:
        raise _unreadable(path, "it is damaged or cut short") from error
    tensors = _named_tensors(held)
    if tensors is None:
        raise CnnvizError("weights_not_named", name=path.name)
    return {name: _stored(tensor) for name, tensor in tensors.items()}


def _unreadable(path: Path, why: str) -> CnnvizError:
    return CnnvizError("weights_unreadable", name=path.name, reason=why)


def _is_archive(path: Path) -> bool:
    """Whether PyTorch takes a file for a zip file."""
    with path.open("rb") as file:
        return file.read(len(_ZIP)) == _ZIP


def _check_pickles(path: Path) -> None:
    """Refuse a file whose pickles are too large, or name what makes no tensor."""
    if _is_archive(path):
        _check_pickle(path, io.BytesIO(_zipped_pickle(path)))
        return
    with path.open("rb") as file:
        pickles = io.BytesIO(file.read(MOST_HEADER))
    arguments = _check_pickle(path, pickles)
    if _OLD_MAGIC not in arguments:
        raise CnnvizError("weights_of_others", name=path.name, format="pickle")
    for _ in range(_OLD_PICKLES - 1):
        _check_pickle(path, pickles)


def _check_pickle(path: Path, file: io.BytesIO) -> set[object]:
    """Refuse a pickle that reaches any other function; return the numbers in it."""
    numbers, sizes = set[object](), PickleSizes()
    for count, (operation, argument, _place) in enumerate(pickletools.genops(file)):
        sizes.follow(operation, argument)
        if sizes.fetched > _MOST_FETCHED:
            raise _unreadable(path, _OTHERWISE)
        if count > _MOST_OPERATIONS:
            why = f"its pickle has more than {_MOST_OPERATIONS} operations"
            raise _unreadable(path, why)
        if operation.name not in _REACHING:
            if isinstance(argument, int):
                numbers.add(argument)
        elif operation.name != "GLOBAL" or not _MAKES_TENSORS.fullmatch(str(argument)):
            named = operation.name if argument is None else str(argument)
            said = shown(named.replace(" ", "."), 60)
            raise CnnvizError("weights_run_code", name=path.name, call=said)
    return numbers


def _zipped_pickle(path: Path) -> bytes:
    """Return the pickle of an archive whose parts are as large as they say."""
    with ZipFile(path) as archive:
        entries = archive.infolist()
        names = [entry.filename for entry in entries]
        if any(name.endswith("constants.pkl") for name in names):
            raise CnnvizError("weights_of_others", name=path.name, format="TorchScript")
        pickles = [entry for entry in entries if entry.filename.endswith("data.pkl")]
        is_packed = any(entry.compress_type != ZIP_STORED for entry in entries)
        is_swollen = sum(entry.file_size for entry in entries) > path.stat().st_size
        if is_packed or is_swollen or len(set(names)) < len(names) or len(pickles) != 1:
            raise _unreadable(path, _OTHERWISE)
        if pickles[0].file_size > MOST_HEADER:
            why = (
                f"its pickle has {pickles[0].file_size} bytes, more than {MOST_HEADER}"
            )
            raise _unreadable(path, why)
        return archive.read(pickles[0])


def _loaded(path: Path) -> object:
    try:
        import torch
    except ImportError as error:
        raise CnnvizError("torch_not_installed", name=path.name) from error
    # Of an archive only those numbers are read that are asked for; a file that is called
    # .safetensors torch would take for one.
    is_mapped = _is_archive(path) and path.suffix.lower() != ".safetensors"
    with path.open("rb") as file:
        return torch.load(
            path if is_mapped else file,
            map_location="cpu",
            weights_only=True,
            mmap=is_mapped,
        )


def _named_tensors(held: object) -> "dict[str, Tensor] | None":
    """Return the tensors of a ``state_dict``, or of the one in a checkpoint."""
    from torch import Tensor

    for _ in range(_DEEPEST):
        if not isinstance(held, dict):
            return None
        # Of the class: a file may give an ordered dict attributes of any name.
        entries = dict(dict.items(held))
        tensors = {
            name: value
            for name, value in entries.items()
            if isinstance(name, str) and isinstance(value, Tensor)
        }
        nests = [name for name in _NESTS if isinstance(entries.get(name), dict)]
        if tensors or not nests:
            return tensors
        held = entries[nests[0]]
    return None


def _stored(tensor: "Tensor") -> StoredTensor:
    import torch

    kind = str(tensor.dtype).removeprefix("torch.")
    is_plain = tensor.layout == torch.strided and not tensor.is_quantized
    if not is_plain or tensor.is_meta:
        kind = "without its numbers" if tensor.is_meta else f"sparse {kind}"
    return StoredTensor(
        tuple(tensor.shape), _KINDS.get(kind, kind), partial(_read, tensor)
    )


def _read(tensor: "Tensor") -> NDArray[np.float32]:
    # A copy: the file may be written over while its numbers are in use.
    return np.array(tensor.detach().float().numpy())
