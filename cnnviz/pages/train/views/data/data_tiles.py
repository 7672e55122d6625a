"""Tiles of a data set's pictures, each called by its number."""

from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.numbers import whole
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.tiles.picture_tiles import PictureTiles

_ACROSS: Final = 6
_LEAST, _MOST = 28, 168


class DataTiles(PictureTiles):
    """Pictures of a split, or copies of one picture."""

    def __init__(
        self, parent: QWidget, name: str, *, side: int = 56, lines: int = 2
    ) -> None:
        super().__init__(parent, side=side, lines=lines)
        self._name = name
        self._retranslate()

    @override
    def place_words(self, row: int, column: int) -> str:
        number = self._at(row, column)
        text = self.tr("picture {number}")
        return "" if number is None else text.format(number=whole(number + 1))

    @override
    def _retranslate(self) -> None:
        set_names(self, self._name, self.tr("Pictures"), self.tr("Pictures"))


class CopyTiles(DataTiles):
    """Copies of one picture, six in a row, as large as there is room for."""

    @override
    def _arrange(self) -> None:
        widest = self.width() // _ACROSS - tokens.SPACE_M
        self._side = min(max(widest, _LEAST), _MOST)
        super()._arrange()
