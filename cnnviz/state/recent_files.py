"""The experiments that were opened or saved last: one list for all windows."""

import json
from typing import Final

from PySide6.QtCore import QObject, QSettings, Signal

MOST: Final = 9
"""So many have a digit as their key in the menu."""

_KEY: Final = "recent"


class RecentFiles(QObject):
    """Read the list anew each time, for other windows change it too.

    Signals
    -------
    changed()
        This window has changed it.
    """

    changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def paths(self) -> tuple[str, ...]:
        """Return what is in the list, the newest first; whether it still exists is not asked."""
        self._settings.sync()
        try:
            said = json.loads(str(self._settings.value(_KEY, "[]")))
        except (ValueError, RecursionError):
            return ()
        found = said if isinstance(said, list) else []
        return tuple(each for each in found if isinstance(each, str) and each)[:MOST]

    def add(self, path: str) -> None:
        """Put a file at the top."""
        self._write((path, *(each for each in self.paths() if each != path)))

    def remove(self, path: str) -> None:
        """Take a file off the list."""
        self._write(tuple(each for each in self.paths() if each != path))

    def clear(self) -> None:
        """Forget them all."""
        self._write(())

    def _write(self, paths: tuple[str, ...]) -> None:
        # As JSON, in letters that any file of settings can hold: a list of one would be
        # read as a text, and halves of letters (a name that is no UTF-8) not at all.
        self._settings.setValue(_KEY, json.dumps(paths[:MOST]))
        self._settings.sync()
        self.changed.emit()
