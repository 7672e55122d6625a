"""Theme, language and level: from the menus to the preferences to the screen."""

import os
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtGui import QAction

from cnnviz.shell.actions import WindowActions
from cnnviz.shell.levels.levels import Levels
from cnnviz.state.preferences import (
    Preferences,
    PreferencesStore,
    read_preferences,
)
from cnnviz.ui.i18n import Translation
from cnnviz.ui.theme.theme import Theme

_FACTOR: Final = "QT_SCALE_FACTOR"
"""What Qt makes everything larger by; it reads it once, as the application begins."""


def use_interface_size(settings: QSettings) -> None:
    """Let the application that is made next be as large as was chosen.

    What is set outside, by who starts the program, holds.
    """
    percent = read_preferences(settings).interface_size
    if percent != 100:
        os.environ.setdefault(_FACTOR, f"{percent / 100:g}")


class Appearance(QObject):
    """Apply the chosen theme and language, now and whenever they are chosen anew."""

    def __init__(
        self,
        preferences: PreferencesStore,
        theme: Theme,
        translation: Translation,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._theme = theme
        self._translation = translation
        self._levels: Levels | None = None
        theme.apply(preferences.state.theme)
        translation.apply(preferences.state.language)
        preferences.changed.connect(self._on_preferences_changed)

    def connect_actions(self, actions: WindowActions) -> None:
        """Let the menus choose, and tick what is in force."""
        actions.themes.render(self._preferences.state.theme)
        actions.languages.render(self._preferences.state.language)
        actions.levels.render(self._preferences.state.level)
        actions.interface_sizes.render(str(self._preferences.state.interface_size))
        actions.interface_sizes.group.triggered.connect(self._on_size_triggered)
        actions.levels.group.triggered.connect(self._on_level_triggered)
        actions.themes.group.triggered.connect(self._on_theme_triggered)
        actions.languages.group.triggered.connect(self._on_language_triggered)

    @Slot(QAction)
    def _on_theme_triggered(self, action: QAction) -> None:
        state = self._preferences.state
        self._preferences.replace(replace(state, theme=action.data()))

    def show_levels_of(self, levels: Levels) -> None:
        """Let the window have the level that is chosen, now and whenever it changes."""
        self._levels = levels
        levels.apply(self._preferences.state.level)

    @Slot(QAction)
    def _on_level_triggered(self, action: QAction) -> None:
        state = self._preferences.state
        self._preferences.replace(replace(state, level=action.data()))

    @Slot(QAction)
    def _on_size_triggered(self, action: QAction) -> None:
        size, state = int(action.data()), self._preferences.state
        self._preferences.replace(replace(state, interface_size=size))

    @Slot(QAction)
    def _on_language_triggered(self, action: QAction) -> None:
        state = self._preferences.state
        self._preferences.replace(replace(state, language=action.data()))

    @Slot(object, object)
    def _on_preferences_changed(self, new: Preferences, old: Preferences) -> None:
        if new.theme != old.theme:
            self._theme.apply(new.theme)
        if new.language != old.language:
            self._translation.apply(new.language)
        if new.level != old.level and self._levels is not None:
            self._levels.apply(new.level)
