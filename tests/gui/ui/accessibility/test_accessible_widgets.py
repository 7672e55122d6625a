"""Labels and switches as screen readers find them."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QCheckBox, QLabel, QToolButton
from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("text", "said"),
    [("7", "Class: 7"), ("", "Class"), ("<b>7</b> of 9", "Class: 7 of 9")],
)
def test_that_a_label_with_a_name_says_what_is_written_too(
    qtbot: QtBot, text: str, said: str
) -> None:
    label = QLabel(text)
    qtbot.addWidget(label)
    label.setAccessibleName("Class")
    found = QAccessible.queryAccessibleInterface(label)
    assert found.text(QAccessible.Text.Name) == said


@pytest.mark.parametrize("kind", [QToolButton, QCheckBox])
def test_that_a_switch_toggled_from_outside_is_clicked(
    qtbot: QtBot, kind: type[QToolButton | QCheckBox]
) -> None:
    button = kind()
    button.setText("&Maps")
    button.setCheckable(True)
    qtbot.addWidget(button)
    found = QAccessible.queryAccessibleInterface(button)
    assert found.text(QAccessible.Text.Name) == "Maps"
    assert found.role() == QAccessible.Role.CheckBox
    with qtbot.waitSignal(button.clicked):
        found.actionInterface().doAction(QAccessibleActionInterface.toggleAction())
    assert found.state().checked
