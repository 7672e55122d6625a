"""How a spin box shows a number that was refused."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QSpinBox


def render_spin(spin: QSpinBox, value: int, tip: str, reason: str) -> None:
    """Show a number, in the colour of a refusal when there is a reason against it."""
    if spin.value() != value:
        with QSignalBlocker(spin):
            # A file may ask for more than hands can turn to: it is shown, and refused.
            spin.setRange(min(spin.minimum(), value), max(spin.maximum(), value))
            spin.setValue(value)
    spin.setAccessibleDescription(reason)
    spin.setToolTip(reason or tip)
    if reason:
        palette, role = QPalette(), QPalette.ColorRole
        warning = QGuiApplication.palette().color(role.BrightText)
        for refused in (role.Text, role.Highlight, role.Window):
            palette.setColor(refused, warning)
        spin.setPalette(palette)
    elif spin.testAttribute(Qt.WidgetAttribute.WA_SetPalette):
        spin.setPalette(QPalette())  # that of the window again, in every theme
