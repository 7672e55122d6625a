"""The examples of a class as small pictures; one of them can be chosen."""

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.datasets.own.collection import OwnClass
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.tiles.picture_tiles import PictureTiles

_SIDE: Final = 56


class ExampleTiles(PictureTiles):
    """Show a class's examples; a click, or Return, chooses one, and Del removes it.

    Attributes
    ----------
    chosen
        The number of the example that was chosen; -1 where none is.

    Signals
    -------
    removal_wanted()
        The chosen one is to go.
    """

    removal_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, side=_SIDE, lines=0)
        self.chosen = -1
        self._shown: OwnClass | None = None
        self.picture_chosen.connect(self._on_chosen)
        self._retranslate()

    def render_class(self, shown: OwnClass | None) -> None:
        """Show the examples of a class; the same one again changes nothing."""
        if shown is self._shown:
            return
        before, self._shown, self.chosen = self._shown, shown, -1
        examples = () if shown is None else shown.examples
        pictures = np.array([one.digit_hw for one in examples], np.uint8)
        self.render_pictures(
            pictures if examples else None, range(len(examples)), lambda _: ("", "")
        )
        if before is None or shown is None or before.name != shown.name:
            self.read(None)

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        self.chosen = number
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._is_removal(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # not the page's key, which clears the sheet
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.removal_wanted.emit()
                return True
        return super().event(event)

    def _is_removal(self, event: QKeyEvent) -> bool:
        return self.chosen >= 0 and event.key() == Qt.Key.Key_Delete

    @override
    def number_at(self, row: int, column: int) -> str:
        return self.place_words(row, column)

    @override
    def place_words(self, row: int, column: int) -> str:
        number = self._at(row, column)
        text = self.tr("example {number}")
        return "" if number is None else text.format(number=whole(number + 1))

    @override
    def _paint_tile(self, painter: QPainter, index: int) -> None:
        super()._paint_tile(painter, index)
        if index == self.chosen:
            accent = self.palette().color(QPalette.ColorRole.Highlight)
            painter.setPen(QPen(accent, tokens.LINE_STRONG))
            corner = self.place_of(index).topLeft()
            painter.drawRect(
                QRectF(corner, self._picture_size()).adjusted(1, 1, -1, -1)
            )

    @override
    def _retranslate(self) -> None:
        tip = self.tr("Examples of the class, as a network reads them")
        set_names(self, "own_examples", self.tr("Examples"), tip)
        self.update()


LEAST_HEIGHT: Final = _SIDE + tokens.SPACE_M
"""One row of examples."""
