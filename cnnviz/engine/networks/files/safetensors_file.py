"""Files of safetensors: numbers by name, and nothing that runs."""

import json
from collections.abc import Mapping
from functools import partial
from math import prod
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.files.stored_tensors import FLOATS, LEVELS, StoredTensor
from cnnviz.engine.networks.files.weight_formats import LENGTH
from cnnviz.engine.networks.layers import Shape
from cnnviz.engine.shown_text import shortened

_LONGEST_REASON: Final = 100
_KINDS: Final = {**FLOATS, LEVELS: "|u1"}


def safetensors_tensors(path: Path) -> Mapping[str, StoredTensor]:
    """Return what the header says of each tensor.

    Raises
    ------
    CnnvizError
        ``weights_unreadable``.
    """
    # The library knows whether all places lie in the file, side by side, and hold what
    # they say.
    safetensors_metadata(path)
    with path.open("rb") as file:
        length = int.from_bytes(file.read(LENGTH), "little")
        header = json.loads(file.read(length))
    header.pop("__metadata__", None)
    found = {}
    for name, said in header.items():
        shape, kind = tuple(said["shape"]), str(said["dtype"])
        place = LENGTH + length + said["data_offsets"][0]
        found[name] = StoredTensor(
            shape, kind, partial(_read, path, place, kind, shape)
        )
    return found


def safetensors_metadata(path: Path) -> Mapping[str, str]:
    """Return what a file says about itself.

    Raises
    ------
    CnnvizError
        ``weights_unreadable``.
    """
    try:
        with safe_open(path, framework="numpy") as file:
            return dict(file.metadata() or {})
    except (SafetensorError, OSError, TypeError, ValueError) as error:
        why = shortened(str(error), _LONGEST_REASON)
        raise CnnvizError("weights_unreadable", name=path.name, reason=why) from error


def _read(path: Path, place: int, kind: str, shape: Shape) -> NDArray[np.float32]:
    numbers = np.fromfile(path, _KINDS.get(kind, "<i8"), prod(shape), offset=place)
    numbers = numbers.reshape(shape)
    if kind == "BF16":
        return (numbers.astype(np.uint32) << 16).view(np.float32)
    with np.errstate(over="ignore"):
        return numbers.astype(np.float32, copy=False)
