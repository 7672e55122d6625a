"""Where a file was opened or saved last: there the next dialog begins."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from cnnviz.state.preferences import PreferencesStore


class LastFolder(QObject):
    """The folder of the file that was chosen last, whatever kind it is of."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._folder = ""
        self._preferences: PreferencesStore | None = None

    def keep_in(self, preferences: PreferencesStore) -> None:
        """Begin where the last session ended, and let the next one begin here."""
        self._preferences, self._folder = preferences, preferences.state.folder

    def begin(self, dialog: QFileDialog) -> None:
        """Let a dialog begin here; the first of all begins where the desktop has it."""
        if self._folder and QDir(self._folder).exists():  # a stick may be gone
            dialog.setDirectory(self._folder)

    @Slot(str)
    def remember(self, path: str) -> None:
        """Let the next dialog begin where a file is."""
        self._folder = str(Path(path).absolute().parent)
        if self._preferences is not None:
            before = self._preferences.state
            self._preferences.replace(replace(before, folder=self._folder))


def last_folder(of: QWidget) -> LastFolder:
    """Return what the window remembers that a widget or a dialog belongs to."""
    window = of
    while (above := window.parentWidget()) is not None:
        window = above
    only = Qt.FindChildOption.FindDirectChildrenOnly
    found: LastFolder | None = window.findChild(LastFolder, options=only)
    return found or LastFolder(window)
