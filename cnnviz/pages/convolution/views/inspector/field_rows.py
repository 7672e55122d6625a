"""Fields in a column, each with its label before it."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from cnnviz.pages.convolution.model.lab_refusals import Field
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.ui.page import set_tip
from cnnviz.ui.texts import sentence

_LABEL_WIDTH: Final = 66


class FieldRows(QWidget):
    """Rows of a label and a field; the label of a refused field says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: dict[Field, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)

    def add_row(self, field: Field, widget: QWidget) -> None:
        """Add a field with a label before its first line."""
        label = QLabel(self)
        label.setFixedWidth(_LABEL_WIDTH)
        label.setMinimumHeight(32)
        label.setWordWrap(True)
        self._labels[field] = label
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(widget, row, 1)

    def add_check(self, check: QCheckBox) -> None:
        """Add what has its label beside it, no wider than that."""
        check.setMinimumHeight(32)
        row = self._grid.rowCount()
        self._grid.addWidget(check, row, 1, Qt.AlignmentFlag.AlignLeft)

    def add_note(self, note: QLabel) -> None:
        """Add a line of explanation."""
        note.setWordWrap(True)
        note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._grid.addWidget(note, self._grid.rowCount(), 1)

    def set_label(self, field: Field, text: str, meaning: str) -> None:
        """Write a label, and what its field means as the label's tooltip."""
        self._labels[field].setText(text)
        set_tip(self._labels[field], meaning)

    def render_refusal(self, state: LabState) -> None:
        """Show which label is that of the refused field."""
        refused = None if state.refusal is None else state.refusal.field
        for field, label in self._labels.items():
            role = QPalette.ColorRole
            label.setForegroundRole(
                role.BrightText if field == refused else role.WindowText
            )


def reason(state: LabState, field: Field) -> str:
    """Return why a field's value was refused, or nothing."""
    if state.refusal is None or state.refusal.field != field:
        return ""
    return sentence(state.refusal.error)
