"""Keys while a list or a menu is open are for it: no shortcut takes them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu
from pytestqt.qtbot import QtBot

from cnnviz.ui.keyboard.popup_keys import PopupKeys
from tests.helpers.shell import Shell


def press(key: Qt.Key) -> None:
    """Press a key as the desktop does: it comes to the window, not to a widget."""
    window = QGuiApplication.focusWindow()
    assert isinstance(window, QWindow)
    QTest.keyClick(window, key)  # type: ignore[call-overload]


def give_key(shell: Shell, key: str) -> None:
    """Let a key play wherever the focus is within the page, as on the real pages."""
    play = shell.pages[0].play
    play.setShortcut(key)
    play.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


@pytest.fixture(autouse=True)
def popup_keys(qapp: QApplication) -> Iterator[None]:
    """Do what ``make_application`` does."""
    made = PopupKeys(qapp)
    yield
    made.deleteLater()


@pytest.fixture
def combo(shell: Shell, qtbot: QtBot) -> QComboBox:
    """Return an open list on the page whose space bar plays."""
    page = shell.pages[0]
    combo = QComboBox(page)
    combo.addItems(["one", "two", "three"])
    combo.show()
    qtbot.mouseClick(combo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return combo


class TestPopupKeys:
    def test_that_an_open_list_keeps_keys_from_the_page(
        self, shell: Shell, combo: QComboBox
    ) -> None:
        give_key(shell, "Down")
        press(Qt.Key.Key_Down)
        assert shell.pages[0].played == 0
        assert combo.view().currentIndex().row() == 1

    def test_that_return_picks_in_an_open_list(
        self, shell: Shell, combo: QComboBox
    ) -> None:
        give_key(shell, "Return")
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Return)
        assert shell.pages[0].played == 0
        assert combo.currentText() == "two"

    def test_that_an_open_list_keeps_letters(
        self, shell: Shell, combo: QComboBox
    ) -> None:
        give_key(shell, "T")
        press(Qt.Key.Key_T)
        assert shell.pages[0].played == 0

    def test_that_a_shortcut_acts_again_once_the_list_is_closed(
        self, shell: Shell, combo: QComboBox, qtbot: QtBot
    ) -> None:
        combo.hidePopup()
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
        shell.pages[0].splitter.setFocus()
        shell.window.activateWindow()
        qtbot.waitUntil(
            lambda: QGuiApplication.focusWindow() is shell.window.windowHandle()
        )
        press(Qt.Key.Key_Space)
        assert shell.pages[0].played == 1

    def test_that_an_open_menu_keeps_arrows(self, shell: Shell, qtbot: QtBot) -> None:
        menu = QMenu(shell.pages[0])
        menu.addActions([menu.addAction("first"), menu.addAction("second")])
        give_key(shell, "Down")
        menu.popup(shell.window.mapToGlobal(QPoint(40, 40)))
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is menu)
        press(Qt.Key.Key_Down)
        assert shell.pages[0].played == 0
        assert menu.activeAction() is menu.actions()[0]
        menu.close()

    def test_that_right_goes_from_menu_to_menu(
        self, shell: Shell, qtbot: QtBot
    ) -> None:
        give_key(shell, "Right")
        file, edit = shell.window.menuBar().actions()[:2]
        shell.window.menuBar().setActiveAction(file)
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is file.menu())
        press(Qt.Key.Key_Right)
        assert shell.pages[0].played == 0
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is edit.menu())
        edit.menu().close()
