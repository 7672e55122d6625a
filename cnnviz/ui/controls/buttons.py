"""The row of buttons at the foot of every dialog."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox

from cnnviz.ui.theme import tokens


def close_button(dialog: QDialog) -> QDialogButtonBox:
    """Return a row with Close, which Enter and Esc press too."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    close = buttons.button(QDialogButtonBox.StandardButton.Close)
    close.setObjectName("close")
    close.setMinimumHeight(tokens.HIT)
    close.setDefault(True)
    buttons.rejected.connect(dialog.close)
    return buttons
