"""What Python can still write when the whole process falls: a file for each process.

An exception is caught and logged (`error_hooks`). A fault below Python (a library's bad
access, Qt's own abort) ends the process at once; `faulthandler` then writes what every
thread was doing.
"""

import faulthandler
import logging
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Final, TextIO

from cnnviz.shell.faults.log_setup import log_folder

_RUNNING: Final = "running"
_CRASH: Final = "crash"
"""How names begin: files of processes that run, and what was found written in one."""
_MOST: Final = 5
"""Reports that are kept; of more, the oldest go."""
_UNUSED_S: Final = 7 * 24 * 3600
"""An empty file that old belongs to no process that still runs."""

_log = logging.getLogger(__name__)


class CrashLog:
    """The file for a crash of this process; deleted when the process ends in order.

    Attributes
    ----------
    found
        Whether a process has crashed since the last start; known after `begin`.
    """

    def __init__(self) -> None:
        self.found = False
        self._file: TextIO | None = None

    def begin(self) -> None:
        """Be ready for a crash; a folder that cannot be written to costs the report."""
        self.found = _take_in()
        path = log_folder() / f"{_RUNNING}-{time.time_ns():x}-{os.getpid()}.txt"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("w", encoding="utf-8")
        except OSError as error:
            _log.debug("no crash report: %s", error)
            return
        faulthandler.enable(self._file)

    def end(self) -> None:
        """Nothing crashed: leave no file."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        with suppress(OSError):
            Path(self._file.name).unlink()
        self._file = None


def crash_text(most: int) -> str:
    """Return the first characters of the newest report; nothing when there is none."""
    reports = _files(_CRASH)
    if not reports:
        return ""
    try:
        with reports[-1].open(encoding="utf-8", errors="replace") as file:
            return file.read(most)
    except OSError:
        return ""


def _take_in() -> bool:
    """Keep what crashed processes wrote, and say whether there was anything new."""
    found = False
    for path in _files(_RUNNING):
        with suppress(OSError):
            if path.stat().st_size:
                path.replace(path.with_name(path.name.replace(_RUNNING, _CRASH, 1)))
                found = True
            elif time.time() - path.stat().st_mtime > _UNUSED_S:
                path.unlink()
    for path in _files(_CRASH)[:-_MOST]:
        with suppress(OSError):
            path.unlink()
    return found


def _files(begins: str) -> list[Path]:
    """Return the files of one kind, the oldest first: their names hold the time."""
    with suppress(OSError):
        return sorted(log_folder().glob(f"{begins}-*.txt"))
    return []
