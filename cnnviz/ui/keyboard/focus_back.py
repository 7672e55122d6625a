"""Giving the keyboard back to the page after something was set with the mouse."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QComboBox, QSlider, QWidget
from typing_extensions import override


class FocusBack(QObject):
    """Lets a list hand the keyboard on once somebody with a mouse has chosen.

    A list that keeps it takes the page's keys for its own. Whether the list was opened
    with the mouse counts, not how it was chosen from: Return in the open list ends the
    choice as well, and so does a button held from the list's field to an entry. Who
    came by keyboard stays, to choose on with the arrow keys.
    """

    def __init__(self, combo: QComboBox, give: Callable[[], None]) -> None:
        super().__init__(combo)
        self._give = give
        self._by_mouse = False
        combo.installEventFilter(self)
        combo.view().pressed.connect(self._on_pressed)
        combo.activated.connect(self._on_activated)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember whether the mouse or a key used a field last."""
        # Keys of the open list do not come to its field.
        if event.type() == QEvent.Type.MouseButtonPress:
            self._by_mouse = True
        elif event.type() == QEvent.Type.KeyPress:
            self._by_mouse = False
        return super().eventFilter(watched, event)

    @Slot()
    def _on_pressed(self) -> None:
        self._by_mouse = True

    @Slot()
    def _on_activated(self) -> None:
        if self._by_mouse:
            self._by_mouse = False
            self._give()


def give_focus_back(within: QWidget, give: Callable[[], None]) -> None:
    """Let lists and sliders within a widget call ``give`` once a mouse has set them.

    A slider that keeps the keyboard would take Home and End, and the arrow keys.
    """
    for combo in within.findChildren(QComboBox):
        FocusBack(combo, give)
    for slider in within.findChildren(QSlider):
        slider.sliderReleased.connect(give)  # by keys it is never held
