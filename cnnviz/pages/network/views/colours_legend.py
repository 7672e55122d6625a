"""What the colours of the columns stand for, in a corner under them."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from cnnviz.engine.networks.blocks import Block
from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.state.picture.layer_pictures import LayerPicture, Look, Ranges
from cnnviz.ui.layouts import in_column
from cnnviz.ui.network_view.columns.block_words import block_label, tile_label
from cnnviz.ui.numbers import short
from cnnviz.ui.theme import tokens
from cnnviz.ui.tiles.look_legend import LookLegend

_WIDTH: Final = 176

_LEVELS: Final[Look] = (0.0, 255.0, "grey")
"""The picture is shown as it is, not as the network sees it."""


class ColoursLegend(QWidget):
    """Show the range of the map that is pointed at, and who shares it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("colours_legend")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoFillBackground(True)
        self._caption = QLabel(self)
        self._bar = LookLegend(self)
        in_column(self._caption, self._bar, of=self, margin=tokens.SPACE_XS)
        self.setFixedWidth(_WIDTH)

    def render_map(self, state: NetworkState, block: Block, tile: int) -> bool:
        """Show the colours of a map, or of a number; whether there are any to show."""
        answer = state.answer
        picture = None if answer is None else answer.pictures.get(block.shown)
        if answer is None or picture is None:
            return False
        colours = self._words(answer.question.ranges, block, tile, picture)
        low, high, palette = _look(block, tile, picture)
        self._caption.setText(colours)
        self._bar.render_range(palette, low, high)
        text = self.tr("{colours}: from {low} to {high}").format(
            colours=colours, low=short(low), high=short(high)
        )
        self.setAccessibleName(text)
        return True

    def _words(
        self, ranges: Ranges, block: Block, tile: int, picture: LayerPicture
    ) -> str:
        if ranges == "network" and block.layers:
            return self.tr("Colours of all layers")
        one = picture.ranges_n2 is not None
        whose = tile_label(block, tile) if one else block_label(block)
        return self.tr("Colours of {maps}").format(maps=whose)


def _look(block: Block, tile: int, picture: LayerPicture) -> Look:
    if not block.layers:
        return _LEVELS
    palette = picture.palettes[tile] if picture.palettes else picture.palette
    return *picture.range_of(tile), palette
