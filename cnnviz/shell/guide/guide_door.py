"""Opens the guide over the page area, and closes it again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cnnviz.shell.actions import WindowActions
from cnnviz.shell.guide.guide_panel import GuidePanel
from cnnviz.shell.page_stack import PageStack
from cnnviz.ui.page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class GuideDoor(QObject):
    """The guide at the chapter of the page in front; made when it is first wanted."""

    def __init__(self, actions: WindowActions, stack: PageStack) -> None:
        super().__init__(stack)
        self._stack = stack
        self._panel: GuidePanel | None = None
        self._focus: QWidget | None = None
        actions.guide.triggered.connect(self._on_triggered)
        stack.currentChanged.connect(self._on_closed)

    @Slot()
    def _on_triggered(self) -> None:
        if self._panel is not None and self._panel.isVisible():
            self._on_closed()
            return
        if self._panel is None:
            self._panel = GuidePanel(self._stack)
            self._panel.closed.connect(self._on_closed)
        page = self._stack.currentWidget()
        self._focus = self._stack.window().focusWidget()
        self._panel.open(page.key if isinstance(page, Page) else "")

    @Slot()
    def _on_closed(self) -> None:
        if self._panel is None or self._panel.isHidden():
            return
        self._panel.hide()
        page, focus = self._stack.currentWidget(), self._focus
        if page is not None:
            is_here = focus is not None and page.isAncestorOf(focus)
            (focus if focus is not None and is_here else page).setFocus()
