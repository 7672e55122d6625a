"""Where a run goes on: one file, replaced whole."""

import json
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from cnnviz.engine.files import DAMAGED, check_regular, write_whole
from cnnviz.engine.training.events import CHANGEABLE, Checkpoint
from cnnviz.engine.training.run_folder import CHECKPOINT, damaged
from cnnviz.engine.training.runs.told_values import check_values

_NUMBERS: Final = "checkpoint"
_LATER: Final = frozenset((*CHANGEABLE, "best_loss", "waited"))
"""What came after the first checkpoints: it has its default where it is not told."""


def write_checkpoint(path: Path, checkpoint: Checkpoint) -> None:
    """Write a checkpoint into a run's folder; the one before is there until then.

    Raises
    ------
    CnnvizError
        ``file_unwritable``.
    """
    numbers = {name: getattr(checkpoint, name) for name in _numbers()}
    # Of a single number, "contiguous" alone would make a list of one.
    arrays = {
        name: np.ascontiguousarray(one).reshape(one.shape)
        for name, one in checkpoint.arrays.items()
    }
    data = save(arrays, {_NUMBERS: json.dumps(numbers)})
    write_whole(path / CHECKPOINT, data)


def read_checkpoint(path: Path) -> Checkpoint | None:
    """Return where a run goes on; ``None`` before its first checkpoint.

    Raises
    ------
    CnnvizError
        ``run_damaged``.
    """
    file = path / CHECKPOINT
    if not file.exists():
        return None
    try:
        check_regular(file)
        with safe_open(file, framework="numpy") as opened:
            numbers = json.loads((opened.metadata() or {})[_NUMBERS])
            names = opened.keys()
            arrays = {name: opened.get_tensor(name) for name in names}
        return _checkpoint(numbers, arrays)
    except (SafetensorError, *DAMAGED) as error:
        raise damaged(path, CHECKPOINT) from error


def _checkpoint(
    numbers: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]
) -> Checkpoint:
    names = [name for name in _numbers() if name in numbers or name not in _LATER]
    told = {name: numbers[name] for name in names}
    check_values(Checkpoint, told)
    return Checkpoint(arrays=arrays, **told)


def _numbers() -> list[str]:
    return [field.name for field in fields(Checkpoint) if field.name != "arrays"]
