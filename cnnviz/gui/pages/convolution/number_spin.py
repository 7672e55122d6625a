"""A field for a number with decimals that takes both a comma and a point."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox
from typing_extensions import override


class NumberSpin(QDoubleSpinBox):
    """A spin box in which ``0.5`` and ``0,5`` are the same in every language."""

    def use_language(self) -> None:
        """Write the number as the language of now does."""
        self.setLocale(QLocale())

    @override
    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        mark = self.locale().decimalPoint()
        plain = text.replace(",", mark).replace(".", mark).replace("−", "-")
        return super().validate(plain, position)
