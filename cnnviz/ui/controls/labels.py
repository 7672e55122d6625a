"""Labels that look the same wherever they stand: headings, and notes under fields."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from cnnviz.ui.theme import tokens


def heading(parent: QWidget) -> QLabel:
    """Return a label in bold letters."""
    label = QLabel(parent)
    bold = QFont(label.font())
    bold.setBold(True)
    label.setFont(bold)
    return label


def make_note(label: QLabel) -> None:
    """Let a label say something beside what matters: small, pale, in several lines."""
    small = QFont(label.font())
    small.setPointSizeF(small.pointSizeF() * tokens.FONT_NOTE)
    label.setFont(small)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
