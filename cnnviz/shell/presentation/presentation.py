"""Presentation mode: the page alone, larger, on the whole screen; then all as before."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, Qt, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.shell.levels.levels import Levels
from cnnviz.shell.main_window import MainWindow
from cnnviz.shell.page_stack import PageStack
from cnnviz.shell.presentation.enlarged_view import EnlargedView
from cnnviz.shell.presentation.pointer_layer import PointerLayer, Tool
from cnnviz.shell.presentation.remote_keys import RemoteKeys
from cnnviz.shell.presentation.screens import Screens
from cnnviz.shell.presentation.tools_bar import STRIP, ToolsBar
from cnnviz.state.level import Level, set_chrome
from cnnviz.state.preferences import PreferencesStore
from cnnviz.ui.controls.layout_memory import restore_splitters, splitter_records
from cnnviz.ui.page import Page

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


@dataclass(frozen=True, slots=True, eq=False)
class _Before:
    """How the window was, to be so again."""

    geometry: QByteArray
    place: QRect
    state: Qt.WindowState
    focus: QWidget | None
    level: Level
    splitters: dict[str, bytes]


class Presentation(QObject):
    """Show the window to a class while its action is checked.

    The level of a presentation is remembered by itself: a lesson can be shown at first
    look, and prepared with everything. A window at first look is presented so.
    """

    def __init__(
        self, window: MainWindow, levels: Levels, preferences: PreferencesStore
    ) -> None:
        super().__init__(window)
        self._window, self._levels = window, levels
        self._preferences = preferences
        stack = window.findChild(PageStack)
        assert stack is not None
        self._stack: PageStack = stack
        self._pages = stack.findChildren(Page)
        self._before: _Before | None = None
        self._asks = False
        self._lent: tuple[QAction, ...] = ()
        self._screens = Screens(window.menus.screens, window)
        set_chrome(window.menuBar(), window.statusBar(), window.rail)
        self._connect()

    def _connect(self) -> None:
        self._action = self._window.actions_of_window.present
        self._action.toggled.connect(self._on_toggled)
        self._window.menus.view.aboutToShow.connect(self._screens.look)
        self._stack.currentChanged.connect(self._on_page_changed)
        self._window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and watched is self._window:
            self.end()
        return False

    @Slot()
    def end(self) -> None:
        """Give the window back as it was."""
        self._action.setChecked(False)

    @Slot(bool)
    def _on_toggled(self, is_on: bool) -> None:
        if is_on:
            self._begin()
        else:
            self._give_back()

    # to the class, and back

    def _begin(self) -> None:
        window, state = self._window, self._preferences.state
        centre, focus = window.centre, window.focusWidget()
        self._before = _Before(
            window.saveGeometry(),
            window.geometry(),
            window.windowState(),
            focus if focus is not None and centre.isAncestorOf(focus) else None,
            state.level,
            splitter_records(window),
        )
        # The exercise of the first look is what its presenter means to show.
        is_first = state.level == "first"
        self._use_level(
            state.level if is_first else state.presented_level or state.level
        )
        self._set_presented(True)
        window.message_bar.put_note_away()
        self._view = EnlargedView(window, STRIP)
        self._view.setAcceptDrops(False)  # the window takes what is dropped
        window.takeCentralWidget()
        window.setCentralWidget(self._view)
        self._layer = PointerLayer(self._view)
        self._bar = ToolsBar(self._view)
        self._bar.reduced_motion = state.reduced_motion
        self._view.escaped.connect(self.end)
        self._view.fitted.connect(self._cover)
        self._layer.pointed.connect(self._bar.come)
        self._layer.woken.connect(self._on_woken)
        self._bar.wished.connect(self._on_wished)
        self._bar.left.connect(self.end)
        self._view.take(centre)
        self._keys = RemoteKeys(self._view, centre)
        self._keys.wished.connect(self._on_wished)
        self._keys.escaped.connect(self._on_escaped)
        self._lend_keys(window.page)
        self._fill_screen()
        self._view.setFocus()
        (self._before.focus or window.page).setFocus()
        self._layer.raise_()
        self._bar.come()
        self._render()

    def _fill_screen(self) -> None:
        window, screen = self._window, self._screens.chosen()
        if screen is not window.screen():
            window.setWindowState(Qt.WindowState.WindowNoState)
            window.setGeometry(screen.availableGeometry())
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)

    def _give_back(self) -> None:
        window, before = self._window, self._before
        if before is None:
            return
        self._before, self._asks = None, False
        self._lend_keys(None)
        centre = self._view.give_back()
        window.takeCentralWidget()
        window.setCentralWidget(centre)
        centre.show()
        self._view.hide()
        self._view.deleteLater()
        self._set_presented(False)
        state = self._preferences.state
        if before.level != "first":
            self._preferences.replace(replace(state, presented_level=state.level))
        self._use_level(before.level)
        window.setWindowState(before.state)
        if before.state == Qt.WindowState.WindowNoState:
            window.setGeometry(before.place)
        else:
            window.restoreGeometry(before.geometry)
        restore_splitters(window, before.splitters)
        (before.focus or window.page).setFocus()

    def _lend_keys(self, page: Page | None) -> None:
        """Let the page's keys go on: those of a menu end where its bar is not seen."""
        for action in self._lent:
            self._window.removeAction(action)
        self._lent = ()
        if page is not None:
            self._lent = (*page.page_actions(), *page.saving_actions())
            self._window.addActions(self._lent)

    def _set_presented(self, is_presented: bool) -> None:
        self._levels.present(is_presented)
        self._stack.show_front_only(is_presented)
        for page in self._pages:
            page.set_presented(is_presented)
            page.set_covered(False)

    def _use_level(self, level: Level) -> None:
        self._preferences.replace(replace(self._preferences.state, level=level))
        self._window.actions_of_window.levels.render(level)

    # while it goes on

    @Slot(str)
    def _on_wished(self, wish: str) -> None:
        layer, was_dark = self._layer, self._layer.shown.is_dark
        layer.show_dark(wish == "dark" and not was_dark)
        match wish:
            case "next" if layer.shown.covers:
                self._reveal()
            case "next" | "back":
                self._window.page.present_step(1 if wish == "next" else -1)
                self._cover(anew=True)
            case "laser" | "spotlight" | "pen":
                self._switch(wish)
            case "wipe":
                layer.wipe()
            case "ask":
                self._asks = not self._asks
                self._cover(anew=True)
            case "reveal":
                self._reveal()
        self._render()

    def _switch(self, tool: Tool) -> None:
        self._layer.show_tool("" if self._layer.shown.tool == tool else tool)

    @Slot()
    def _on_escaped(self) -> None:
        """Show everything again, or lay the pen down."""
        if self._layer.shown.is_dark:
            self._layer.show_dark(False)
        else:
            self._layer.show_tool("")
        self._render()

    @Slot()
    def _on_woken(self) -> None:
        self._layer.show_dark(False)
        self._render()

    @Slot()
    def _on_page_changed(self) -> None:
        if self._before is not None:
            self._lend_keys(self._window.page)
            self._cover(anew=True)
            self._render()

    @Slot()
    def _cover(self, *, anew: bool = False) -> None:
        """Cover the answers, if that is wished; what was revealed stays so, or not."""
        if anew or self._layer.shown.covers:
            page = self._window.page
            page.set_covered(self._asks)
            answers = page.answers() if self._asks else ()
            self._layer.cover(answers, self._view.scale_now)

    def _reveal(self) -> None:
        self._layer.cover((), 1)
        self._window.page.set_covered(False)

    def _render(self) -> None:
        shown = self._layer.shown
        self._keys.takes_escape = shown.is_dark or shown.tool == "pen"
        self._bar.render_shown(shown, asks=self._asks)
