"""Fields that the wheel scrolls past: it turns only the one that has the keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from cnnviz.ui.controls.number_spin import ExactSpin, WholeSpin
from cnnviz.ui.theme import tokens

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object  # Qt's class comes from the other parent


class _Quiet(_Widget):
    """What every such field does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # nor does the wheel give it
        self.setMinimumHeight(tokens.HIT)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class QuietWhole(_Quiet, WholeSpin):
    """A whole number."""


class QuietNumber(_Quiet, ExactSpin):
    """A number with decimals."""


class QuietChoice(_Quiet, QComboBox):
    """One of several names."""
