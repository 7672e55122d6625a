"""What can be done where a drawing is no digit."""

from PySide6.QtWidgets import QPushButton, QWidget

from cnnviz.state.level import set_level
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens


class WaysOn(Retranslated):
    """Two ways on: a clean sheet, or a network that learns such drawings.

    Attributes
    ----------
    clear, teach
        The buttons.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.clear, self.teach = QPushButton(self), QPushButton(self)
        set_level(self.clear, "first")
        set_level(self.teach, "standard")
        for button in (self.clear, self.teach):
            button.setMinimumSize(1, tokens.HIT)
            button.setAutoDefault(False)
        in_row((self.clear, 1), (self.teach, 1), gap=tokens.SPACE_S, of=self)
        self._retranslate()

    def _retranslate(self) -> None:
        text, tip = self.tr("Clear"), self.tr("Erase everything, and draw one digit")
        self.clear.setText(text)
        set_names(self.clear, "doubt_clear", text, tip)
        text = self.tr("Teach it")
        tip = self.tr("Own classes: train a network on drawings like this one")
        self.teach.setText(text)
        set_names(self.teach, "doubt_teach", text, tip)
