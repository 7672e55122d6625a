"""All maps of one layer, side by side."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.state.picture.layer_pictures import LayerPicture
from cnnviz.ui.canvas.cell_grid import ARROWS, CellGrid
from cnnviz.ui.numbers import full, short, whole
from cnnviz.ui.tiles.tile_geometry import LOOSE_GAP, MAP_GAP, MARGIN, TileGrid, arrange
from cnnviz.ui.tiles.tile_painting import (
    atlas_image,
    numbers_image,
    paint_labels,
    paint_maps,
    paint_marks,
    paint_numbers,
    paint_places,
)

_RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LayerTiles(CellGrid):
    """Show every map of a layer as large as the place allows.

    Arrow keys go from map to map and Return opens one, like a click.

    Signals
    -------
    map_clicked(index)
        A map was clicked or opened by keyboard.
    map_hovered(index)
        The pointer or the keyboard came to a map; -1 when it left.
    """

    map_clicked = Signal(int)
    map_hovered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: LayerPicture | None = None
        self._labels: tuple[str, ...] = ()
        self._image = QImage()
        self._numbers = QImage()
        self._count = 0
        self._tile_hw = (1, 1)
        self._columns: int | None = None
        self._centred = self._in_middle = self._exporting = False
        self._corner = QPointF(MARGIN, MARGIN)
        self._opens_at_once = False
        self._grid = arrange(0, (1, 1), 1, 1)
        self._reading = 0
        self._chosen = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(48, 24)

    @property
    def picture(self) -> LayerPicture | None:
        """What is shown."""
        return self._picture

    @property
    def grid(self) -> TileGrid:
        """Where the maps lie now."""
        return self._grid

    @property
    def hovered(self) -> int:
        """The map under the pointer, or that the keyboard has come to; else -1."""
        return -1 if self._cell is None else self._tile(*self._cell)

    def _tile(self, row: int, column: int) -> int:
        return row * max(self._grid.columns, 1) + column

    def _cell_of(self, tile: int) -> tuple[int, int] | None:
        return None if tile < 0 else divmod(tile, max(self._grid.columns, 1))

    @override
    def readable(self) -> tuple[range, range]:
        return range(self._grid.rows), range(self._grid.columns)

    @override
    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        return self._cell_of(self.tile_at(point))

    @override
    def cell_count(self) -> int:
        """Return how many maps there are: the last row may not be full."""
        return self._count

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        return self.tile_rect(self._tile(row, column))

    @override
    def number_at(self, row: int, column: int) -> str:
        """Return the number of a tile, or the smallest and largest of its map."""
        picture, tile = self._picture, self._map_of(self._tile(row, column))
        if picture is None or tile >= picture.count:
            return ""
        values_hw = picture.values_of(tile)
        if picture.is_vector:
            return full(float(values_hw[0, 0]))
        text = self.tr("from {low} to {high}")
        return text.format(low=short(values_hw.min()), high=short(values_hw.max()))

    @override
    def place_words(self, row: int, column: int) -> str:
        """Return which map, or which number of a vector, a tile shows."""
        number = whole(self._tile(row, column) + 1)
        if self._tile_hw == (1, 1):
            named = self._tile(row, column) < len(self._labels)
            if named:
                return self._labels[self._tile(row, column)]
            return self.tr("number {number}").format(number=number)
        return self.tr("map {number}").format(number=number)

    @override
    def numbers(self) -> NDArray[np.generic] | None:
        """Return the numbers of the map that is read, or all where each is one."""
        picture = self._picture
        if picture is None:
            return None
        if picture.is_vector:
            return picture.values.reshape(1, -1)
        return picture.values_of(self._map_of(max(self.hovered, 0)))

    def reserve(self, count: int, tile_hw: tuple[int, int]) -> None:
        """Keep places for maps that are to come, so that nothing jumps when they do."""
        if (count, tile_hw) != (self._count, self._tile_hw):
            self._count, self._tile_hw = count, tile_hw
            self._cell, self._reading = None, 0
            self._arrange()

    def set_labels(self, labels: Sequence[str]) -> None:
        """Write what single numbers stand for into them."""
        if tuple(labels) != self._labels:
            self._labels = tuple(labels)
            self.update()

    def set_columns(self, columns: int | None) -> None:
        """Fix how many maps lie in a row; ``None`` lets the place decide."""
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def set_opens_at_once(self, at_once: bool) -> None:
        """Let an arrow key open the map that it comes to, without Return."""
        self._opens_at_once = at_once

    def set_centred(self, centred: bool) -> None:
        """Lay the maps in the middle of the place instead of at its left."""
        self._centred = centred
        self._arrange()

    def set_in_middle(self, in_middle: bool) -> None:
        """Lay the maps loosely in the middle of the place: ribbons come to them."""
        self._in_middle = in_middle
        self.set_centred(in_middle)

    def set_exporting(self, exporting: bool) -> None:
        """Paint in the colours of a file, which are on white in every theme."""
        self._exporting = exporting
        self._image = self._numbers = QImage()

    def _colours(self) -> QPalette | None:
        return None if self._exporting else self.palette()

    def render_state(self, picture: LayerPicture | None) -> None:
        """Show a layer; ``None`` leaves the places empty."""
        if picture is self._picture:
            return
        self._picture = picture
        if picture is not None:
            self._image = self._numbers = QImage()
            self.reserve(picture.count, picture.tile_hw)
        self.update()

    def choose(self, tile: int) -> None:
        """Mark the map that is open elsewhere; -1 marks none."""
        if tile != self._chosen:
            self._chosen = tile
            self.go_on_from(max(0, tile))

    def go_on_from(self, tile: int) -> None:
        """Let the keyboard go on from a map; a mark that it left elsewhere goes too."""
        self._reading = tile
        if not self.underMouse():
            self.read(None)
        self.update()

    def tile_rect(self, tile: int) -> QRectF:
        """Return where a map lies in the widget."""
        return QRectF(*self._grid.place(tile)).translated(self._corner)

    def place(self, tile: int) -> QRectF:
        """Return where what opens with a map lies: the map, or all single numbers."""
        if self._tile_hw != (1, 1):
            return self.tile_rect(tile)
        return self.tiles_rect()

    def tiles_rect(self) -> QRectF:
        """Return where all maps lie in the widget."""
        return QRectF(
            QPointF(self._grid.left, 0) + self._corner, QSizeF(*self._grid.size)
        )

    def tile_at(self, position: QPointF) -> int:
        """Return the map at a point of the widget, or -1."""
        found = self._grid.tile_at(*(position - self._corner).toTuple())
        return -1 if found is None else found

    def _arrange(self) -> None:
        place = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        tiles = self._count, self._tile_hw
        gap = LOOSE_GAP if self._in_middle else MAP_GAP
        self._grid = arrange(
            *tiles, *place, self._columns, centred=self._centred, map_gap=gap
        )
        free = (place[1] - self._grid.size[1]) / 2 if self._in_middle else 0.0
        self._corner = QPointF(MARGIN, MARGIN + max(0.0, float(int(free))))
        self.update()

    @override
    def read(self, cell: tuple[int, int] | None) -> None:
        """Read a tile, and say which map is under the pointer."""
        if cell == self._cell:
            return
        super().read(cell)
        points = cell is not None and self._picture is not None
        shape = Qt.CursorShape
        self.setCursor(shape.PointingHandCursor if points else shape.ArrowCursor)
        self.map_hovered.emit(self.hovered)

    @override
    def sizeHint(self) -> QSize:
        return QSize(220, 120)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the map under the pointer."""
        tile = self.tile_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or tile < 0:
            event.ignore()  # a click beside the maps is for whoever they lie on
            return
        self._reading = tile
        self._open(tile)

    @override
    def _keeps(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return super()._keeps(event) or (event.key() in _RETURN and not held)

    @override
    def read_neighbour(self, down: int, right: int) -> None:
        if self._count:
            before = self._reading
            self._reading = self._grid.neighbour(before, down, right)
            self.read(self._cell_of(self._reading))
            self._read_by_keys = self._tile_hw == (1, 1)  # a map is copied whole
            if self._opens_at_once and self._reading != before:
                self._open(self._reading)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the map that is read with Return, and read others with the arrows."""
        if event.key() in _RETURN:
            self._open(self._reading)
        elif event.key() in ARROWS and not self._keeps(event):
            event.ignore()  # with Ctrl or Shift they are the page's
        else:
            super().keyPressEvent(event)

    def _open(self, tile: int) -> None:
        if self._picture is not None:
            self.map_clicked.emit(self._map_of(tile))

    def _map_of(self, tile: int) -> int:
        """Return the map of the layer that a tile shows."""
        return tile

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._image = self._numbers = QImage()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._count:
            return
        with QPainter(self) as painter:
            painter.translate(self._corner)
            self._paint_tiles(painter, self._picture)
            read = self._reading if self.hasFocus() else -1
            strong = (self._chosen, read)
            paint_marks(painter, self._grid, self.palette(), strong, (self.hovered,))

    def _atlas(self, picture: LayerPicture) -> QImage:
        """Return all maps in the colours of the theme, made when they are painted."""
        if self._image.isNull():
            self._image = atlas_image(picture, self._colours())
        return self._image

    def _paint_tiles(self, painter: QPainter, picture: LayerPicture | None) -> None:
        grid = self._grid
        edge = self.palette().color(QPalette.ColorRole.Mid)
        if picture is None:
            paint_places(painter, grid, edge)
        elif not picture.is_vector:
            paint_maps(painter, grid, self._atlas(picture), picture, edge)
        else:
            if self._numbers.isNull() or self._numbers.width() != grid.columns:
                shape = grid.columns, grid.rows
                self._numbers = numbers_image(picture, *shape, self._colours())
            ground = self.palette().color(QPalette.ColorRole.Window)
            paint_numbers(painter, grid, self._numbers, ground)
            paint_labels(painter, grid, self._numbers, self._labels)
