"""Buttons of which one is chosen, so that it is seen which."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton


def mark_chosen(chip: QPushButton, palette: QPalette, *, chosen: bool) -> None:
    """Check a button, in the colour of what is chosen; or neither."""
    chip.setChecked(chosen)
    colours, role = QPalette(palette), QPalette.ColorRole
    if chosen:
        colours.setColor(role.Button, colours.color(role.Highlight))
        colours.setColor(role.ButtonText, colours.color(role.HighlightedText))
    chip.setPalette(colours)
