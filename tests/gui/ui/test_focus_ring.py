"""The frame around the tool button that has the keyboard can be seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.ui.keyboard.focus_ring import FocusRing
from tests.helpers.shell import Shell


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_the_frame_stands_out_from_the_ground(
    shell: Shell, qtbot: QtBot, qapp: QApplication, theme: str
) -> None:
    ring = FocusRing(qapp)  # as ``make_application`` does
    shell.window.actions_of_window.themes.values[theme].trigger()
    page = shell.pages[0]
    button = QToolButton(page)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setGeometry(100, 100, 40, 40)
    button.show()
    page.splitter.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Tab)  # from now on the keyboard moves the focus
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.findChild(QWidget, "focus_frame") is not None
    shown = page.grab().toImage()
    frame, ground = shown.pixelColor(120, 100), shown.pixelColor(120, 90)
    light, dark = sorted((luminance(frame), luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3
    page.splitter.setFocus()
    qtbot.waitUntil(lambda: button.findChild(QWidget, "focus_frame") is None)
    ring.deleteLater()
