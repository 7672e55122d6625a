"""On which screen a presentation is shown: the window's, or one that is chosen."""

from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QScreen
from PySide6.QtWidgets import QMenu, QWidget

from cnnviz.ui.page import name_action
from cnnviz.ui.texts import plain

_OF_WINDOW: Final = ""


class Screens(QObject):
    """Offer the screens in a menu, as they are when it is opened."""

    def __init__(self, menu: QMenu, window: QWidget) -> None:
        super().__init__(window)
        self._menu, self._window = menu, window
        self._chosen = _OF_WINDOW
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_triggered)
        menu.menuAction().setVisible(False)

    @Slot()
    def look(self) -> None:
        """Offer a choice where there are several."""
        for action in self._group.actions():
            self._menu.removeAction(action)
            self._group.removeAction(action)
            action.deleteLater()
        screens = QGuiApplication.screens()
        self._menu.menuAction().setVisible(len(screens) > 1)
        self._offer(_OF_WINDOW, self.tr("The screen that the window is on"))
        for number, screen in enumerate(screens, start=1):
            size = screen.size()
            text = self.tr("Screen {number}: {name}, {width} × {height}")
            self._offer(
                screen.name(),
                text.format(
                    number=number,
                    name=plain(screen.name()),
                    width=size.width(),
                    height=size.height(),
                ),
            )

    def _offer(self, name: str, text: str) -> None:
        action = QAction(self._menu, checkable=True)
        action.setObjectName(f"present_on_{len(self._group.actions())}")
        name_action(action, text.replace("&", "&&"))
        action.setData(name)
        action.setChecked(name == self._chosen)
        self._group.addAction(action)
        self._menu.addAction(action)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self._chosen = str(action.data())

    def chosen(self) -> QScreen:
        """Return the screen to show on; the window's where the chosen one is gone."""
        named = (s for s in QGuiApplication.screens() if s.name() == self._chosen)
        return next(named, self._window.screen())
