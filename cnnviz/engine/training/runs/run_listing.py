"""What runs a folder holds, and how far each one came."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.training.run_events import RunTold, read_told
from cnnviz.engine.training.run_folder import (
    LOCK,
    RunSettings,
    begun_at,
    read_settings,
    runs_inside,
)
from cnnviz.engine.training.runs.run_library import size_of

RunCondition = Literal["running", "finished", "failed", "interrupted", "damaged"]


@dataclass(frozen=True, slots=True)
class RunListed:
    """A run as a line of a list.

    Attributes
    ----------
    folder
        Where it is.
    condition
        ``running`` while a process writes to it; ``interrupted`` when it can go on.
    size
        Of all its files, in bytes.
    settings, told
        What it was asked to do and what it told; ``None`` where that is ``damaged``.
    begun
        When it was begun; ``None`` where that is not told.
    """

    folder: Path
    condition: RunCondition
    size: int
    settings: RunSettings | None = None
    told: RunTold | None = None
    begun: datetime | None = None

    @property
    def best_accuracy(self) -> float | None:
        """On the held-out pictures, after the best of the finished epochs."""
        if self.told is None or not self.told.epochs:
            return None
        return max(epoch.validation_accuracy for epoch in self.told.epochs)

    @property
    def accuracy(self) -> float | None:
        """On the held-out pictures, after the last finished epoch."""
        if self.told is None or not self.told.epochs:
            return None
        return self.told.epochs[-1].validation_accuracy


def list_runs(folder: Path) -> list[RunListed]:
    """Return the runs in a folder, by name; a folder that is a run is the only one.

    Raises
    ------
    CnnvizError
        ``runs_not_there``: it is no folder, or cannot be read.
    """
    try:
        inside = runs_inside(folder)
    except OSError as error:
        raise CnnvizError("runs_not_there", folder=str(folder)) from error
    return [_listed(each) for each in inside]


def _listed(folder: Path) -> RunListed:
    size = size_of(folder)
    try:
        settings, told = read_settings(folder), read_told(folder)
    except CnnvizError:
        return RunListed(folder, "damaged", size)
    condition: RunCondition = "interrupted"
    if is_in_use(folder):
        condition = "running"
    elif told.end == "finished":
        condition = "finished"
    elif told.end == "failed":
        condition = "failed"
    return RunListed(folder, condition, size, settings, told, begun_at(folder))


def is_in_use(folder: Path) -> bool:
    """Whether a process writes to a run."""
    file = folder / LOCK
    if not file.exists():
        return False
    lock = FileLock(file, timeout=0)
    try:
        with lock:
            return False
    except Timeout:
        return True
    except (OSError, NotImplementedError):  # no lock can be had: nobody has one
        return False
