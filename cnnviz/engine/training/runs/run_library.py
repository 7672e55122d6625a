"""The folders of the window's runs: which one can go on, and which ones go."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import failing_as
from cnnviz.engine.training.run_checkpoints import read_checkpoint
from cnnviz.engine.training.run_events import read_told
from cnnviz.engine.training.run_folder import (
    EVENTS,
    SETTINGS,
    RunFolder,
    RunSettings,
    holds_run,
    read_settings,
)
from cnnviz.engine.training.run_saving import WEIGHTS_NAME
from cnnviz.engine.training.runs.run_room import RunRoom

_PASSED_OVER: Final = "passed-over"


@dataclass(frozen=True, slots=True, eq=False)
class UnfinishedRun:
    """A run that can go on.

    Attributes
    ----------
    path
        Its folder.
    settings
        What it was asked to do.
    epoch
        The one in which it was interrupted, from 1.
    """

    path: Path
    settings: RunSettings
    epoch: int


def new_run_path(runs: Path, network: str) -> Path:
    """Return a folder for a new run, named by the time and its network."""
    letters = (letter if letter.isalnum() else "-" for letter in network[:40])
    name = f"{datetime.now():%Y-%m-%d-%H%M%S}-{''.join(letters)}"
    path, count = runs / name, 1
    while path.exists():
        count += 1
        path = runs / f"{name}-{count}"
    return path


def newest_unfinished(runs: Path) -> UnfinishedRun | None:
    """Return the newest run that was interrupted and that nobody is at, if there is one.

    One that was stopped, finished or has failed is over, and one that was passed over is
    not offered again. What cannot be read, or not be written, is left as it is.
    """
    for path in _newest_first(runs):
        with suppress(CnnvizError):
            unfinished = _unfinished(path)
            if unfinished is not None:
                RunFolder(path).close()  # refused where another is at it
                return unfinished
    return None


def pass_over(path: Path) -> None:
    """Offer a run no more: another one was begun instead."""
    with suppress(OSError):
        (path / _PASSED_OVER).touch()


def remove_run(path: Path) -> None:
    """Delete the folder of a run that nobody is at.

    Raises
    ------
    CnnvizError
        ``run_in_use`` or ``file_unwritable``; the run is still there.
    """
    with RunFolder(path), failing_as("file_unwritable", str(path)):
        # First, so that half of a folder is not taken for a run.
        (path / SETTINGS).unlink(missing_ok=True)
        shutil.rmtree(path, ignore_errors=True)
    # Where the lock could not be deleted while it was held.
    shutil.rmtree(path, ignore_errors=True)


def make_room(runs: Path, room: RunRoom | None = None) -> None:
    """Delete the oldest runs that are over while all are too many, or too large.

    There is room for one more then. One that can go on and was not passed over stays,
    and so does the newest.
    """
    room = room or RunRoom()
    count, size = 1, 0
    for path in _newest_first(runs):
        more = size_of(path)
        has_room = count < room.runs and size + more <= room.size
        if count > 1 and not has_room and _is_removed(path):
            continue
        count, size = count + 1, size + more


def _is_removed(path: Path) -> bool:
    """Delete a run that is over and that nobody is at; whether it is gone."""
    try:
        if _unfinished(path) is not None:
            return False
        remove_run(path)
    except CnnvizError:  # what cannot be read now may be read another time
        return False
    return True


def _unfinished(path: Path) -> UnfinishedRun | None:
    """Return a run that can go on; ``None`` where it is over or has learned nothing.

    Raises
    ------
    CnnvizError
        ``run_damaged``, ``run_too_new``.
    """
    over = (path / name for name in (WEIGHTS_NAME, _PASSED_OVER))
    if not holds_run(path) or any(file.exists() for file in over):
        return None
    settings, told = read_settings(path), read_told(path)
    checkpoint = None if told.end else read_checkpoint(path)
    if checkpoint is None or not checkpoint.step or told.started is None:
        return None
    begun = max(checkpoint.epoch, len(told.epochs) + 1)
    return UnfinishedRun(path, settings, min(begun, settings.config.epochs))


def _newest_first(runs: Path) -> list[Path]:
    """Return the folders of runs, the one written to last first."""
    with suppress(OSError):
        # Nothing else in there is ours, nor what a link leads to.
        folders = [
            path for path in runs.iterdir() if holds_run(path) and not path.is_symlink()
        ]
        return sorted(folders, key=_written, reverse=True)
    return []


def _written(path: Path) -> tuple[int, str]:
    with suppress(OSError):
        return (path / EVENTS).stat().st_mtime_ns, path.name
    return 0, path.name


def size_of(path: Path) -> int:
    """Return the bytes of all files in a folder; what goes meanwhile has none."""
    size = 0
    for file in path.rglob("*"):
        with suppress(OSError):
            size += file.stat().st_size if file.is_file() else 0
    return size
