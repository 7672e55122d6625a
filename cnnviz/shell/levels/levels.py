"""The level of the window: what of the pages is shown, from first look to everything."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from cnnviz.state.level import LEVELS, Level, declared_level
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
    root
        All that lies in it is looked at.
    """

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root, self._level = root, LEVELS[-1]
        self._is_hiding = False

    def apply(self, level: Level) -> None:
        """Show everything up to a level, and nothing above."""
        self._level = level
        for page in self._root.findChildren(Page):
            page.render_level(level)
        self.look()

    @Slot()
    def look(self) -> None:
        """Take notice of what has been made since the last time."""
        for stack in self._root.findChildren(QStackedWidget):
            if not stack.property(_WATCHED):  # what is in front may be just made
                stack.setProperty(_WATCHED, True)
                stack.currentChanged.connect(self.look)
        for widget in self._root.findChildren(QWidget):
            declared = declared_level(widget)
            if declared is None or isinstance(widget.parent(), QStackedWidget):
                continue
            widget.installEventFilter(self)  # once, however often it is said
            self._render(widget, declared)

    def _render(self, widget: QWidget, declared: Level) -> None:
        if self._allows(declared):
            if widget.property(_HELD):
                _let_go(widget)
                widget.show()
        elif not widget.isHidden():
            self._hold(widget)

    def _allows(self, declared: Level) -> bool:
        return LEVELS.index(declared) <= LEVELS.index(self._level)

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
            declared = declared_level(watched)
            if declared is not None and not self._allows(declared):
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
