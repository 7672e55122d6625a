"""Pairs of whole numbers with their names, two in a line."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from cnnviz.pages.convolution.views.inspector.fields.number_fields import NumberFields
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens


class SizeFields(NumberFields):
    """Spin boxes with labels, two in a line: as narrow as the settings are."""

    def __init__(self, count: int, parent: QWidget) -> None:
        super().__init__(count, (1, 99), parent)
        self._labels = tuple(QLabel(self) for _ in range(count))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.SPACE_S)
        grid.setVerticalSpacing(tokens.SPACE_XS)
        both = zip(self._labels, self.spins, strict=True)
        for index, (label, spin) in enumerate(both):
            label.setBuddy(spin)
            row, column = divmod(index, 2)
            grid.addWidget(label, row, 2 * column)
            grid.addWidget(spin, row, 2 * column + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    def render_values(self, values: tuple[int, ...]) -> None:
        """Show numbers without telling anybody."""
        for spin, value in zip(self.spins, values, strict=True):
            with QSignalBlocker(spin):
                spin.setValue(value)

    def name(self, names: tuple[tuple[str, str, str], ...]) -> None:
        """Name each spin box: object name, label, tooltip."""
        named = zip(self.spins, self._labels, names, strict=True)
        for spin, label, (key, text, tip) in named:
            label.setText(text)
            set_names(spin, key, text, tip)
