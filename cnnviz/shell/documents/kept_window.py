"""Which page is in front, and how much of it is shown, as a part of a document."""

from typing import Final

from PySide6.QtCore import QObject
from typing_extensions import override

from cnnviz.shell.main_window import MainWindow
from cnnviz.state.kept_said import KeptSaid, Said
from cnnviz.state.level import LEVELS
from cnnviz.state.preferences import PreferencesStore

_KEYS: Final = "page", "level"


class KeptWindow(KeptSaid):
    """Page and level; the language is the reader's own, and not in it."""

    file_name = "window.json"

    def __init__(
        self,
        window: MainWindow,
        preferences: PreferencesStore,
        parent: QObject | None,
    ) -> None:
        super().__init__(parent)
        self._window, self._preferences = window, preferences

    @override
    def said(self) -> Said:
        return {key: getattr(self._preferences.state, key) for key in _KEYS}

    @override
    def show(self, found: Said) -> None:
        level = found.get("level")
        if level in LEVELS:
            self._window.actions_of_window.levels.values[str(level)].trigger()
        page = found.get("page")
        if isinstance(page, str):
            self._window.show_page(page)
