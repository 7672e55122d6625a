"""Who shares one range of colours: three buttons side by side."""

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from cnnviz.ui.controls.tool_button import name_as_action, tool_button
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated
from cnnviz.ui.theme import tokens


class RangeSwitch(Retranslated):
    """Let the colours be compared within a map, a layer, or the whole network."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self._buttons: list[QToolButton] = []
        for action in actions:
            button = tool_button(self, action)
            button.setMinimumHeight(tokens.HIT)
            self._buttons.append(button)
        in_row(self._label, *self._buttons, gap=tokens.SPACE_XXS, of=self)
        self._retranslate()

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Same colours by"))
        words = self.tr("map"), self.tr("layer"), self.tr("network")
        for button, word in zip(self._buttons, words, strict=True):
            button.defaultAction().setIconText(word)
            name_as_action(button)
