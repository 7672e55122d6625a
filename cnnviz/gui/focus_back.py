"""Giving the keyboard back to the page after a choice was made with the mouse."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QComboBox, QWidget


class FocusBack(QObject):
    """Lets the lists of a widget hand the keyboard on once the mouse has chosen.

    A list that keeps it takes the page's keys for its own: letters choose entries. Who
    came to it by keyboard stays, to choose on with the arrow keys.
    """

    def __init__(self, combo: QComboBox, give: Callable[[], None]) -> None:
        super().__init__(combo)
        self._give = give
        self._by_mouse = False
        combo.view().pressed.connect(self._on_pressed)
        combo.activated.connect(self._on_activated)

    @Slot()
    def _on_pressed(self) -> None:
        self._by_mouse = True

    @Slot()
    def _on_activated(self) -> None:
        if self._by_mouse:
            self._by_mouse = False
            self._give()


def give_focus_back(within: QWidget, give: Callable[[], None]) -> None:
    """Let every list within a widget call ``give`` after a choice with the mouse."""
    for combo in within.findChildren(QComboBox):
        FocusBack(combo, give)
