"""Where the window lies and what of it is shown: as at the last end, written as it changes."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtWidgets import QMainWindow, QSplitter
from typing_extensions import override

from cnnviz.shell.actions import WindowActions
from cnnviz.state.preferences import PreferencesStore
from cnnviz.ui.controls.layout_memory import (
    hidden_panels,
    panels_under,
    put_in_first_place,
    restore_panels,
    restore_place,
    restore_splitters,
    splitter_records,
)

_REST_MS: Final = 400
"""For so long nothing must move before the layout is written."""

_CHANGES: Final = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.WindowStateChange,
}


class WindowLayout(QObject):
    """Put a window where it lay, and remember where it is put.

    To be made once the window is built: its first layout is what a reset comes back to.
    """

    def __init__(
        self, window: QMainWindow, actions: WindowActions, preferences: PreferencesStore
    ) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self._preferences = preferences
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.remember)
        self._first_splitters = splitter_records(window)
        restore_place(window, preferences.state.geometry)
        restore_splitters(window, preferences.state.splitters)
        restore_panels(window, preferences.state.put_away)
        actions.full_screen.setChecked(window.isFullScreen())
        self._connect()

    def _connect(self) -> None:
        self._window.installEventFilter(self)
        for splitter in self._window.findChildren(QSplitter):
            splitter.splitterMoved.connect(self._on_changed)
        for panel in panels_under(self._window):
            panel.toggled.connect(self._on_changed)
        self._actions.full_screen.toggled.connect(self._on_full_screen_toggled)
        self._actions.reset_layout.triggered.connect(self._on_reset_layout)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember the window's place once it rests, and whether it is full screen."""
        if event.type() in _CHANGES and self._window.isVisible():
            self._rest.start()
        if event.type() == QEvent.Type.WindowStateChange:
            # The desktop can end it too, and a remembered place can begin with it.
            full_screen = self._actions.full_screen
            with QSignalBlocker(full_screen):
                full_screen.setChecked(self._window.isFullScreen())
        elif event.type() == QEvent.Type.Hide:
            self._rest.stop()
        return False

    @Slot()
    def _on_changed(self) -> None:
        if self._window.isVisible():
            self._rest.start()

    @Slot()
    def remember(self) -> None:
        """Write down how the window lies now."""
        self._rest.stop()
        if self._actions.present.isChecked():
            return  # how it lies then is nobody's choice
        window, preferences = self._window, self._preferences
        preferences.replace(
            replace(
                preferences.state,
                geometry=bytes(window.saveGeometry().data()),
                splitters=splitter_records(window),
                put_away=hidden_panels(window),
            )
        )

    @Slot(bool)
    def _on_full_screen_toggled(self, is_on: bool) -> None:
        # Not showNormal: a window that was maximized before is so again.
        state = self._window.windowState() & ~Qt.WindowState.WindowFullScreen
        full = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | full if is_on else state)

    @Slot()
    def _on_reset_layout(self) -> None:
        self._actions.full_screen.setChecked(False)
        self._window.showNormal()
        put_in_first_place(self._window)
        restore_panels(self._window, ())
        restore_splitters(self._window, self._first_splitters)
