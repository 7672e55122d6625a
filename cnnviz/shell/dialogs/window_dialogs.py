"""The dialogs of the Help menu."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QWidget

from cnnviz.shell.actions import WindowActions
from cnnviz.shell.dialogs.about import AboutDialog
from cnnviz.shell.dialogs.problem_report import ProblemReportDialog
from cnnviz.shell.dialogs.report import show_folder
from cnnviz.shell.dialogs.shortcuts import ShortcutsDialog
from cnnviz.shell.faults.log_setup import log_folder
from cnnviz.shell.guide.guide_door import GuideDoor
from cnnviz.shell.page_stack import PageStack
from cnnviz.ui.page import Page


class WindowDialogs(QObject):
    """Open dialogs that stay beside the window, one of each kind."""

    def __init__(
        self, actions: WindowActions, pages: Sequence[Page], window: QWidget
    ) -> None:
        super().__init__(window)
        self._pages = tuple(pages)
        self._window = window
        self._about: AboutDialog | None = None
        self._shortcuts: ShortcutsDialog | None = None
        self._problem: ProblemReportDialog | None = None
        stack = window.findChild(PageStack)
        if stack is not None:
            GuideDoor(actions, stack)
        actions.about.triggered.connect(self._on_about_triggered)
        actions.shortcuts.triggered.connect(self._on_shortcuts_triggered)
        actions.report_problem.triggered.connect(self.report_problem)
        actions.log_folder.triggered.connect(self._on_log_folder_triggered)

    @Slot()
    def _on_about_triggered(self) -> None:
        self._about = self._about or AboutDialog(self._window)
        _bring(self._about)

    @Slot()
    def _on_shortcuts_triggered(self) -> None:
        self._shortcuts = self._shortcuts or ShortcutsDialog(self._pages, self._window)
        _bring(self._shortcuts)

    @Slot()
    def report_problem(self) -> None:
        """Show what a report of a problem needs, gathered anew."""
        self._problem = self._problem or ProblemReportDialog(self._window)
        self._problem.gather()
        _bring(self._problem)

    @Slot()
    def _on_log_folder_triggered(self) -> None:
        if not show_folder(log_folder()):
            self.report_problem()  # which says where the folder is


def _bring(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
