"""Where work is kept from one start to the next: a folder for each window.

Every window writes into a slot of its own, whose lock it holds; what a closed or a
killed one left is taken over by the next window that starts. All of it touches the
disk, so it is called in a thread.
"""

import json
import shutil
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final
from uuid import uuid4

from PySide6.QtCore import QLockFile, QSysInfo

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import reason, write_whole
from cnnviz.engine.places import state_place

MOST_STARTS: Final = 2
"""So many starts in a row may crash on a piece of work; then it is left alone."""

MOST_LEFT: Final = 6
"""Slots that nobody has taken over; of more, those written longest ago go."""

_RECORD: Final = "slot.json"
_ASIDE: Final = "aside"
_UNUSED_S: Final = 24 * 3600
"""An empty folder that old belongs to no window that is about to write into it."""


def kept_folder() -> Path:
    """Return where the slots are."""
    return state_place() / "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotRecord:
    """What a slot says of itself.

    Attributes
    ----------
    closed
        Whether its window was closed in the ordinary way.
    starts
        How many starts began to restore it and have not lasted since.
    """

    closed: bool = False
    starts: int = 0


class Slot:
    """One window's folder, its lock held until `release`."""

    def __init__(self, folder: Path, lock: QLockFile) -> None:
        self.folder = folder
        self._lock = lock

    @property
    def record(self) -> SlotRecord:
        """What the slot says of itself; one that cannot be read tells of a crash."""
        try:
            said = json.loads((self.folder / _RECORD).read_bytes())
            closed, starts = said["closed"], said["starts"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return SlotRecord()
        if not isinstance(closed, bool) or not isinstance(starts, int):
            return SlotRecord()
        return SlotRecord(closed=closed, starts=starts)

    def write_record(self, record: SlotRecord) -> None:
        """Write what the slot says of itself; raise ``CnnvizError`` if that fails."""
        write_whole(self.folder / _RECORD, json.dumps(asdict(record)).encode())

    def begin_start(self) -> None:
        """Count a start that restores this: it may crash."""
        now = self.record
        self.write_record(replace(now, closed=False, starts=now.starts + 1))

    def holds_work(self) -> bool:
        """Whether anything but the record was written."""
        return bool(_work_of(self.folder))

    def set_aside(self) -> Path:
        """Leave this to the user's own hands, and return where it is."""
        aside = self.folder.parent / _ASIDE / self.folder.name
        with suppress(OSError):
            aside.parent.mkdir(exist_ok=True)
            for oldest in _newest_first(aside.parent)[MOST_LEFT - 1 :]:
                shutil.rmtree(oldest, ignore_errors=True)
            self.folder.replace(aside)
            self.folder = aside
        self.release()
        return self.folder

    def discard(self) -> None:
        """Delete it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.release()

    def release(self) -> None:
        """Let others take it over."""
        self._lock.unlock()


class KeptSlots:
    """The slots of all windows of this user, in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def new(self) -> Slot:
        """Make a slot for this window.

        Raises
        ------
        CnnvizError
            ``file_unwritable``: there is no place to write to.
        """
        folder = self._folder / uuid4().hex
        try:
            folder.mkdir(parents=True, mode=0o700)
        except OSError as error:
            raise CnnvizError(
                "file_unwritable", file=str(self._folder), reason=reason(error)
            ) from error
        slot = self._take(folder, wait_ms=1_000)
        if slot is None:
            with suppress(OSError):
                folder.rmdir()
            raise CnnvizError(
                "file_unwritable", file=str(self._folder), reason="no lock"
            )
        return slot

    def newest_left(self) -> Slot | None:
        """Take over the newest work that no living window holds, if there is any.

        The oldest of very many are deleted, and folders in which nothing was kept.
        """
        newest, others = None, 0
        for folder in _newest_first(self._folder):
            slot = self._take(folder)
            if slot is None:
                continue  # another window is at it, or nothing can be written here
            if not slot.holds_work():
                slot.discard() if _age_s(folder) > _UNUSED_S else slot.release()
            elif newest is None:
                newest = slot
            elif others >= MOST_LEFT:
                slot.discard()
            else:
                others += 1
                slot.release()
        return newest

    def _take(self, folder: Path, wait_ms: int = 0) -> Slot | None:
        # The file of the lock lies beside the folder: that may be moved or deleted.
        lock = QLockFile(str(folder.with_suffix(".lock")))
        # No age makes it stale: only that its process is gone (or the computer was).
        lock.setStaleLockTime(0)
        if take_lock(lock, wait_ms):
            return Slot(folder, lock)
        return None


def take_lock(lock: QLockFile, wait_ms: int = 0) -> bool:
    """Take a lock, also one that a killed process has left; whether it could be had."""
    return lock.tryLock(wait_ms) or (_is_ours(lock) and lock.tryLock(0))


def _is_ours(lock: QLockFile) -> bool:
    """Take away a lock whose process only seems to live, and say whether it was one.

    Its number may be another process's by now, or this one's: in a container it is the
    same at every start. The system's own lock, which Qt asks here, knows better, but not
    on another computer.
    """
    _process, host, _name = lock.getLockInfo()
    return host == QSysInfo.machineHostName() and lock.removeStaleLockFile()


def _work_of(folder: Path) -> list[Path]:
    with suppress(OSError):
        return [
            file
            for file in folder.iterdir()
            if file.name != _RECORD and not file.name.startswith(".")
        ]
    return []


def _newest_first(parent: Path) -> list[Path]:
    """Return the folders of slots in another, the one written last first."""
    with suppress(OSError):
        found = [
            (_written_ns(folder), folder)
            for folder in parent.iterdir()
            if folder.name != _ASIDE and folder.is_dir()
        ]
        return [folder for _, folder in sorted(found, reverse=True)]
    return []


def _written_ns(folder: Path) -> int:
    """Return when work was last written here; 0 when none was."""
    times = [0]
    for file in _work_of(folder):
        with suppress(OSError):
            times.append(file.stat().st_mtime_ns)
    return max(times)


def _age_s(folder: Path) -> float:
    with suppress(OSError):
        return time.time() - folder.stat().st_mtime
    return 0.0
