"""The map that is open, with the number that is looked at marked in it."""

from typing import Final

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cnnviz.pages.network.views.cell_marker import CellMarker
from cnnviz.state.picture.layer_pictures import LayerPicture
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.layouts import in_column
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look
from cnnviz.ui.tiles.look_legend import LookLegend
from cnnviz.ui.tiles.tile_geometry import number_columns

_LARGEST_CELL: Final = 44.0
_HEIGHT: Final = 208
_LEAST_HEIGHT: Final = 72
"""Of the canvas, in the lowest window."""


class OpenedMap(Retranslated):
    """Show one map with its numbers, or all numbers of a vector in a block.

    Signals
    -------
    cell_chosen(row, column)
        Another number of the map was clicked.
    number_chosen(index)
        Another number of the vector was clicked.
    """

    cell_chosen = Signal(int, int)
    number_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns, self._height = 0, _HEIGHT
        self._caption = QLabel(self)
        self.canvas = GridCanvas(self)
        self.canvas.set_largest_cell(_LARGEST_CELL)
        self.canvas.setMinimumHeight(_LEAST_HEIGHT)
        self._marker = CellMarker(self)
        self.canvas.set_layers((self._marker,))
        self._legend = LookLegend(self)
        parts = self._caption, self.canvas, self._legend
        in_column(*parts, gap=tokens.SPACE_S, of=self)
        self.canvas.cell_clicked.connect(self._on_cell_clicked)
        self._retranslate()

    def render_map(
        self,
        picture: LayerPicture,
        channel: int,
        cell: tuple[int, int] | None,
        offered: tuple[int, int] | None = None,
    ) -> None:
        """Show a map, and mark a cell; of a vector, mark the number ``channel``.

        While no cell is read, Return chooses the one that is offered.
        """
        table = look(self.palette()).tables[picture.palette]
        self._columns = number_columns(picture.count) if picture.is_vector else 0
        if self._columns:
            bytes_n = picture.atlas.reshape(-1)[: picture.count]
            indices = bytes_n.reshape(-1, self._columns)
            values = picture.values.reshape(-1, self._columns)
            cell = divmod(channel, self._columns)
            self._legend.render_range(picture.palette, picture.low, picture.high)
        else:
            indices, values = picture.indices_of(channel), picture.values_of(channel)
            self._legend.render_range(picture.palette, *picture.range_of(channel))
        self._marker.cell = cell
        self.canvas.offer(offered)
        self.canvas.set_grid(indices, table, values)

    def set_height(self, height: int) -> None:
        """Let the map be so high, or less where there is no room for it."""
        self._height = height
        self.canvas.setMaximumHeight(height)
        self.updateGeometry()

    def share_height(self, room: int) -> None:
        """Keep to so many pixels: without caption and colours before they lie on it."""
        beside = self._caption, self._legend
        whole = _LEAST_HEIGHT + sum(
            part.sizeHint().height() + tokens.SPACE_S for part in beside
        )
        for part in beside:
            part.setVisible(room >= whole)

    @Slot(int, int)
    def _on_cell_clicked(self, row: int, column: int) -> None:
        if self._columns:
            self.number_chosen.emit(row * self._columns + column)
        else:
            self.cell_chosen.emit(row, column)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_HEIGHT, self._height + 2 * tokens.HIT)

    def _retranslate(self) -> None:
        self._caption.setText(self.tr("The opened map"))
        set_names(
            self.canvas,
            "opened_map",
            self.tr("The opened map"),
            self.tr("Click a number to see how it is made. Scroll to zoom"),
        )
