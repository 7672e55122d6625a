"""The menu of the experiments that were opened or saved last."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from cnnviz.state.recent_files import RecentFiles
from cnnviz.ui.page import name_action
from cnnviz.ui.texts import MOST_OF_NAME, plain


class RecentMenu(QObject):
    """Fill the menu anew whenever the one above it opens; grey while there is nothing.

    Signals
    -------
    wanted(path)
        A file of the list is to be opened.
    """

    wanted = Signal(str)

    def __init__(
        self, recent: RecentFiles, menu: QMenu, clear: QAction, above: QMenu
    ) -> None:
        super().__init__(menu)
        self._recent, self._menu, self._clear = recent, menu, clear
        menu.setToolTipsVisible(True)
        clear.triggered.connect(recent.clear)
        recent.changed.connect(self.fill)
        above.aboutToShow.connect(self.fill)
        menu.triggered.connect(self._on_triggered)
        self.fill()

    @Slot()
    def fill(self) -> None:
        """Offer what is in the list now."""
        for action in self._menu.actions():
            self._menu.removeAction(action)
            if action is not self._clear:
                action.deleteLater()
        paths = self._recent.paths()
        names = [Path(path).name for path in paths]
        for number, (path, name) in enumerate(zip(paths, names, strict=True), 1):
            if names.count(name) > 1:  # which of them, only the folder tells
                name = f"{name} – {Path(path).parent.name}"
            action = QAction(self._menu)
            action.setObjectName(f"recent_{number}")
            action.setData(path)
            shown = plain(name).replace("&", "&&")
            name_action(action, f"&{number}  {shown}", plain(path, 4 * MOST_OF_NAME))
            self._menu.addAction(action)
        self._menu.addSeparator()
        self._menu.addAction(self._clear)
        self._menu.menuAction().setEnabled(bool(paths))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action is not self._clear:
            self.wanted.emit(str(action.data()))
