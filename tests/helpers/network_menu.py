"""The menu from which a network is chosen, as it is read and clicked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot


def menu_of(page: QWidget, button: str) -> QMenu:
    """Return the menu of a button that is found by its name."""
    found = page.findChild(QPushButton, button)
    assert found is not None, button
    return menu_under(found)


def menu_under(button: QPushButton) -> QMenu:
    """Return a button's menu with what it offers now; it is filled when it is shown."""
    menu = button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


def entries(menu: QMenu) -> list[str]:
    """Return what a menu offers, separators as lines."""
    return ["—" if one.isSeparator() else one.text() for one in menu.actions()]


def entry(menu: QMenu, start: str) -> QAction:
    """Return what begins with a text."""
    return next(one for one in menu.actions() if one.text().startswith(start))


def choose_in(qtbot: QtBot, page: QWidget, button: str, start: str) -> None:
    """Pick what begins with a text, with the mouse."""
    menu = menu_of(page, button)
    menu.popup(page.mapToGlobal(page.rect().topLeft()))
    place = menu.actionGeometry(entry(menu, start)).center()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    menu.hide()
