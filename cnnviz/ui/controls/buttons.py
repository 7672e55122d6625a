"""The row of buttons at the foot of every dialog."""

from typing import Final

from PySide6.QtWidgets import QDialog, QDialogButtonBox

HIT: Final = 32
"""Least height of what is to be hit, in pixels."""


def close_button(dialog: QDialog) -> QDialogButtonBox:
    """Return a row with Close, which Enter and Esc press too."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    close = buttons.button(QDialogButtonBox.StandardButton.Close)
    close.setObjectName("close")
    close.setMinimumHeight(HIT)
    close.setDefault(True)
    buttons.rejected.connect(dialog.close)
    return buttons
