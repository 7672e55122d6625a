"""Which keys a list or a table keeps from the page."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QTableWidget
from pytestqt.qtbot import QtBot

from cnnviz.ui.keyboard.key_guard import belongs_to_focus

Trigger = QAbstractItemView.EditTrigger
KEYS = {
    "W": Qt.Key.Key_W,
    "": Qt.Key.Key_Down,
    " ": Qt.Key.Key_Space,
    "\x00": Qt.Key.Key_F2,
}


def kept(view: QAbstractItemView) -> list[str]:
    none = Qt.KeyboardModifier.NoModifier
    return [
        text
        for text, key in KEYS.items()
        if belongs_to_focus(
            QKeyEvent(QEvent.Type.ShortcutOverride, key, none, text.strip("\x00")), view
        )
    ]


@pytest.mark.parametrize(
    ("triggers", "own"),
    [
        (Trigger.NoEditTriggers, ["", " "]),
        (Trigger.DoubleClicked | Trigger.EditKeyPressed, ["", " ", "\x00"]),
        (Trigger.AnyKeyPressed | Trigger.EditKeyPressed, ["W", "", " ", "\x00"]),
    ],
)
def test_that_a_list_keeps_letters_only_where_they_are_typed_into_it(
    qtbot: QtBot, triggers: Trigger, own: list[str]
) -> None:
    for view in (QListWidget(), QTableWidget(2, 2)):
        qtbot.addWidget(view)
        view.setEditTriggers(triggers)
        assert kept(view) == own
