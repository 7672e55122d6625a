"""What of the window is shown: up to its level, and in a presentation no chrome."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from cnnviz.state.level import LEVELS, Level, declared_level, is_chrome
from cnnviz.ui.page import Page

_HELD: Final = "held_by_level"
"""A property of a widget that would be shown if the level let it."""

_WATCHED: Final = "watched_by_level"
_HIDING: Final = ("hide", "setVisible")


class Levels(QObject):
    """Hide what a page declares for a higher level; what is hidden keeps its value.

    Pages go on showing and hiding their parts as they like: what a page shows while the
    level forbids it is kept hidden, and appears when the level rises. Keys and menus
    are not touched.

    Parameters
    ----------
    *roots
        All that lies in them is looked at; a presentation takes one out of another.
    """

    def __init__(self, *roots: QWidget) -> None:
        super().__init__(roots[0])
        self._roots, self._level = roots, LEVELS[-1]
        self._is_hiding = self._is_presented = False

    def apply(self, level: Level) -> None:
        """Show everything up to a level, and nothing above."""
        self._level = level
        for page in {each for root in self._roots for each in root.findChildren(Page)}:
            page.render_level(level)
        self.look()

    def present(self, is_presented: bool) -> None:
        """Hide the chrome, or show it again."""
        self._is_presented = is_presented
        self.look()

    @Slot()
    def look(self) -> None:
        """Take notice of what has been made since the last time."""
        for root in self._roots:
            self._look_at(root)

    def _look_at(self, root: QWidget) -> None:
        for stack in root.findChildren(QStackedWidget):
            if not stack.property(_WATCHED):  # what is in front may be just made
                stack.setProperty(_WATCHED, True)
                stack.currentChanged.connect(self.look)
        for widget in root.findChildren(QWidget):
            is_declared = declared_level(widget) is not None or is_chrome(widget)
            if is_declared and not isinstance(widget.parent(), QStackedWidget):
                widget.installEventFilter(self)  # once, however often it is said
                self._render(widget)

    def _render(self, widget: QWidget) -> None:
        if self._allows(widget):
            if widget.property(_HELD):
                _let_go(widget)
                widget.show()
        elif not widget.isHidden():
            self._hold(widget)

    def _allows(self, widget: QWidget) -> bool:
        if self._is_presented and is_chrome(widget):
            return False
        declared = declared_level(widget)
        return declared is None or LEVELS.index(declared) <= LEVELS.index(self._level)

    def _hold(self, widget: QWidget) -> None:
        self._is_hiding = True
        QWidget.hide(widget)
        self._is_hiding = False
        widget.setProperty(_HELD, True)
        # Hiding what is hidden tells nobody: while it is held, its own methods tell.
        for name in _HIDING:
            setattr(widget, name, partial(_on_wish, widget, name))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ShowToParent and isinstance(watched, QWidget):
            if not self._allows(watched):
                self._hold(watched)
        elif kind == QEvent.Type.HideToParent and not self._is_hiding:
            watched.setProperty(_HELD, None)
        return False


def _on_wish(widget: QWidget, name: str, wish: bool = False) -> None:
    """Show or hide what is held; once a page has hidden it, it stays hidden."""
    if not wish:
        _let_go(widget)
    getattr(QWidget, name)(widget, *([wish] if name == "setVisible" else []))


def _let_go(widget: QWidget) -> None:
    widget.setProperty(_HELD, None)
    for name in _HIDING:
        widget.__dict__.pop(name, None)
