"""What the columns of the list of layers are called."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from cnnviz.pages.network.views.editor.row_painting import (
    EDGE,
    PARAMETERS_WIDTH,
    SHAPE_WIDTH,
)
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import in_pixels


class ListHead(Retranslated):
    """Three words above the rows, each over its column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = [QLabel(self) for _ in range(3)]
        name, shape, parameters = self._words
        for word in self._words:
            word.setFont(in_pixels(self.font(), tokens.TEXT_PX))
            word.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for word, width in ((shape, SHAPE_WIDTH), (parameters, PARAMETERS_WIDTH)):
            word.setMinimumWidth(width)  # a longer word is not cut
            word.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = in_row((name, 1), shape, parameters, gap=0, of=self)
        row.setContentsMargins(EDGE, 0, EDGE, tokens.SPACE_S)
        self._retranslate()

    def _retranslate(self) -> None:
        texts = self.tr("Layer"), self.tr("Output"), self.tr("Parameters")
        for word, text in zip(self._words, texts, strict=True):
            word.setText(text)
