"""How a spin box shows a number that cannot be."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QSpinBox

from cnnviz.ui.page import set_tips

_OWN_RANGE: Final = "range_for_hands"


def render_spin(spin: QSpinBox, value: int, tip: str, reason: str) -> None:
    """Show a number, in another colour when there is a reason against it."""
    low, high = _own_range(spin)
    with QSignalBlocker(spin):
        # A file may ask for more than hands can turn to: it is shown, with the reason; and
        # gone with the number is the room that it needed.
        spin.setRange(min(low, value), max(high, value))
        if spin.value() != value:
            spin.setValue(value)
    if spin.accessibleDescription() != reason:
        spin.setAccessibleDescription(reason)
    set_tips(spin, reason or tip)
    if reason:
        palette, role = QPalette(), QPalette.ColorRole
        warning = QGuiApplication.palette().color(role.BrightText)
        for warned in (role.Text, role.Highlight, role.Window):
            palette.setColor(warned, warning)
        spin.setPalette(palette)
    elif spin.testAttribute(Qt.WidgetAttribute.WA_SetPalette):
        spin.setPalette(QPalette())  # that of the window again, in every theme


def _own_range(spin: QSpinBox) -> tuple[int, int]:
    """Return the range that hands can turn to, as it was before any invalid number."""
    kept = spin.property(_OWN_RANGE)
    if kept is None:
        kept = [spin.minimum(), spin.maximum()]
        spin.setProperty(_OWN_RANGE, kept)
    low, high = kept
    return int(low), int(high)
