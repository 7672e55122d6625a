"""A run as a folder: its settings, its events, its snapshots and where it goes on.

``docs/run-folder.md`` describes the files for other programs. Whoever writes holds the
lock; reading needs none.
"""

import json
import os
import platform
import socket
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import datetime
from hashlib import blake2b
from importlib.metadata import version
from math import inf
from pathlib import Path
from typing import Any, Final

from filelock import FileLock, Timeout

from cnnviz import __version__
from cnnviz.engine.datasets.choice.data_use import DataUse
from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import DAMAGED, failing_as, read_regular, write_whole
from cnnviz.engine.networks.files.network_json import network_from_json, network_json
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.data.augmentation import Augmentation
from cnnviz.engine.training.event_records import config_record
from cnnviz.engine.training.predictions import PREDICTIONS
from cnnviz.engine.training.runs.told_values import check_values

SETTINGS: Final = "settings.json"
EVENTS: Final = "events.jsonl"
LAYERS: Final = "layers.jsonl"
CHECKPOINT: Final = "checkpoint.safetensors"
INITIAL: Final = "initial.safetensors"
SNAPSHOTS: Final = "snapshots"
LOCK: Final = "lock"
OWNER: Final = "in-use.json"

_PATIENCE_S: Final = 0.3
"""For a lock: whoever lists runs has it for a moment."""

MOST_SETTINGS: Final = 64 * 2**20
"""Bytes of settings: of the largest networks they are a thousandth."""

_FORMAT: Final = "cnnviz run"
_VERSION: Final = 1

_LATER: Final = frozenset(
    (
        "weight_decay",
        "label_smoothing",
        "precision",
        "data_use",
        "augmentation",
        "initialization",
        "patience",
        "snapshot_megabytes",
    )
)
"""Settings of a recipe that came after the first runs in folders."""


@dataclass(frozen=True, slots=True)
class RunSettings:
    """What a run was asked to do, enough to go on with it anywhere.

    Attributes
    ----------
    config
        The recipe, its network included.
    data
        A data set's key, or the path of a folder.
    fingerprint
        Of all pictures and labels, see `fingerprint`.
    command
        The line that repeats the run.
    """

    config: TrainingConfig
    data: str
    fingerprint: str
    command: str


class RunFolder:
    """The folder of one run, locked for whoever writes to it.

    Use it as a context manager: at the end the lock is let go. A process that dies lets
    it go, too.

    Raises
    ------
    CnnvizError
        ``run_in_use``, or ``file_unwritable``.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = FileLock(path / LOCK, timeout=_PATIENCE_S)
        # Not every file system of a network can lock; that is no OSError.
        with failing_as("file_unwritable", str(path), (OSError, NotImplementedError)):
            path.mkdir(parents=True, exist_ok=True)
            try:
                self._lock.acquire()
            except Timeout:
                who = _owner(path)
                raise CnnvizError(
                    "run_in_use", folder=str(path), process=who[0], machine=who[1]
                ) from None
        owner = {"process": os.getpid(), "machine": socket.gethostname()}
        try:
            write_whole(path / OWNER, json.dumps(owner).encode())
        except CnnvizError:  # a full disk
            self._lock.release()
            raise
        for place in (
            path,
            path / SNAPSHOTS,
            path / PREDICTIONS,
        ):  # left by a process that was killed
            for left in place.glob(".cnnviz-*.tmp"):
                with suppress(OSError):
                    left.unlink()

    def __enter__(self) -> "RunFolder":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let others write; once: by then another may be at it."""
        if not self._lock.is_locked:
            return
        with suppress(OSError):
            (self.path / OWNER).unlink(missing_ok=True)
        self._lock.release()


def holds_run(path: Path) -> bool:
    """Whether a folder is that of a run."""
    return (path / SETTINGS).is_file()


def runs_inside(path: Path) -> list[Path]:
    """Return the folders of runs in a folder, by name; one that is a run is the only one.

    Raises
    ------
    OSError
        It is no folder, or cannot be read.
    """
    if holds_run(path):
        return [path]
    return [each for each in sorted(path.iterdir()) if holds_run(each)]


def check_new(path: Path) -> None:
    """Refuse a folder that holds a run: it must not be written over.

    Raises
    ------
    CnnvizError
        ``run_folder_taken``.
    """
    if holds_run(path):
        raise CnnvizError("run_folder_taken", folder=str(path))


def clear(path: Path) -> None:
    """Remove what a run without settings left in a folder: a new one is not its sequel.

    Raises
    ------
    CnnvizError
        ``file_unwritable``.
    """
    with failing_as("file_unwritable", str(path)):
        kept = (*(path / SNAPSHOTS).glob("*"), *(path / PREDICTIONS).glob("*"))
        files = (path / name for name in (EVENTS, LAYERS, CHECKPOINT, INITIAL))
        for left in (*files, *kept):
            left.unlink(missing_ok=True)


def write_settings(path: Path, settings: RunSettings) -> None:
    """Write what a run is asked to do into its folder.

    Raises
    ------
    CnnvizError
        ``file_unwritable``.
    """
    config = settings.config
    said = {
        "format": _FORMAT,
        "version": _VERSION,
        "network": json.loads(network_json(config.network)),
        "config": config_record(config),
        "data": settings.data,
        "fingerprint": settings.fingerprint,
        "command": settings.command,
        "begun": datetime.now().astimezone().isoformat(timespec="seconds"),
        "versions": {
            "cnnviz": __version__,
            "torch": version("torch"),
            "numpy": version("numpy"),
            "python": platform.python_version(),
        },
    }
    write_whole(path / SETTINGS, json.dumps(said, indent=1).encode())


def read_settings(path: Path) -> RunSettings:
    """Return what a run was asked to do.

    Raises
    ------
    CnnvizError
        ``run_not_there``, ``run_too_new`` or ``run_damaged``.
    """
    try:
        data = read_regular(path / SETTINGS, MOST_SETTINGS)
    except OSError as error:
        raise CnnvizError("run_not_there", folder=str(path), file=SETTINGS) from error
    try:
        said = json.loads(data)
        is_ours = said["format"] == _FORMAT
        newer = is_ours and said["version"] > _VERSION
        if not newer:
            config = _config(said["config"], said["network"])
            texts = (said[name] for name in ("data", "fingerprint", "command"))
            settings = RunSettings(config, *map(str, texts))
    except (CnnvizError, *DAMAGED) as error:
        raise damaged(path, SETTINGS) from error
    if newer:
        raise CnnvizError("run_too_new", folder=str(path))
    if not is_ours:
        raise damaged(path, SETTINGS)
    return settings


def begun_at(path: Path) -> datetime | None:
    """Return when a run was begun; ``None`` where its settings do not tell."""
    try:
        said = json.loads(read_regular(path / SETTINGS, MOST_SETTINGS))
        return datetime.fromisoformat(said["begun"])
    except DAMAGED:
        return None


def _config(said: Mapping[str, Any], network: object) -> TrainingConfig:
    described = network_from_json(json.dumps(network).encode())
    known = {field.name for field in fields(TrainingConfig)} - {"network"}
    # A run may be older than a setting: that has its default then.
    told = known - (_LATER - said.keys())
    values = {name: said[name] for name in told}
    for name, kind in (("data_use", DataUse), ("augmentation", Augmentation)):
        if name in values:
            check_values(kind, values[name], inf)
            values[name] = kind(**values[name])
    check_values(TrainingConfig, values, inf)
    return TrainingConfig(network=described, **values)


def damaged(path: Path, file: str) -> CnnvizError:
    """Return the refusal of a file of a run that cannot be read."""
    return CnnvizError("run_damaged", folder=str(path), file=file)


def fingerprint(dataset: Dataset) -> str:
    """Return a number that other pictures, labels or another order would change."""
    digest = blake2b(digest_size=16)
    for split in dataset.splits:
        for array in (split.images_nhw, split.labels_n):
            digest.update(str((array.shape, array.dtype.str)).encode())
            digest.update(array.data if array.flags.c_contiguous else array.tobytes())
    return digest.hexdigest()


def _owner(path: Path) -> tuple[object, object]:
    """Return process and machine of whoever holds the lock, as far as it told."""
    try:
        said = json.loads(read_regular(path / OWNER, MOST_SETTINGS))
        return said["process"], said["machine"]
    except (OSError, LookupError, TypeError, ValueError):
        return "?", "?"
