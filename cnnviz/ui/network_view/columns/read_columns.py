"""The maps of a network's columns, read one by one: by pointer, keys and screen readers."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.networks.blocks import Block
from cnnviz.state.picture.layer_pictures import LayerPicture
from cnnviz.ui.accessibility.cell_source import MOST_CELLS
from cnnviz.ui.canvas.cell_grid import CellGrid
from cnnviz.ui.network_view.columns.block_words import tile_label
from cnnviz.ui.network_view.columns.column_marks import Region
from cnnviz.ui.network_view.columns.column_painting import heading_box
from cnnviz.ui.network_view.columns.columns_place import ColumnsPlace
from cnnviz.ui.numbers import full, short, whole

NO_BLOCK: Final = -2
_NEAR: Final = 12
"""Maps before and after the one that is read that are listed with it."""

Tile = tuple[int, int]
"""Place of a block, and which of its maps."""


@dataclass(frozen=True, slots=True, eq=False)
class ColumnsShown:
    """What the columns show.

    Attributes
    ----------
    picture, blocks
        The picture that the network sees as a block, and its blocks.
    pixels
        That picture; ``None`` while there is none.
    pictures
        The maps by the name of the layer that a block shows.
    probabilities, best
        Of the classes, where they are known.
    opened
        The map that is open.
    label
        The class that the picture is known to show.
    regions
        By block: rows and columns (top, left, bottom, right) of its maps that the open
        number comes from, and of which maps.
    off
        By block: the maps that are switched off.
    """

    picture: Block
    blocks: tuple[Block, ...]
    pixels: NDArray[np.uint8] | None = None
    pictures: Mapping[str, LayerPicture] = field(default_factory=dict)
    probabilities: NDArray[np.float32] | None = None
    best: int | None = None
    opened: Tile | None = None
    label: int | None = None
    regions: Mapping[int, tuple[Region, tuple[int, ...]]] = field(default_factory=dict)
    off: Mapping[int, frozenset[int]] = field(default_factory=dict)


class ReadColumns(CellGrid):
    """Columns of maps, each of which can be read, copied and heard.

    A cell of the grid is a map: its row is which one of its block it is, its column
    the block, of which the first is the picture.

    Signals
    -------
    map_hovered(block, tile)
        A map is pointed at, or read by keys; the tile is -1 when none is any more.
    block_pointed(block)
        The name of a block is pointed at; ``NO_BLOCK`` when none is any more.
    """

    map_hovered = Signal(int, int)
    block_pointed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ColumnsShown | None = None
        self._read_tile: Tile = (0, 0)
        self._block = NO_BLOCK
        self.place = ColumnsPlace(self)

    @property
    def shown(self) -> ColumnsShown | None:
        """What is shown."""
        return self._shown

    @property
    def pointed(self) -> Tile | None:
        """The map that is pointed at, or read by keys."""
        return None if self._cell is None else (self._cell[1] - 1, self._cell[0])

    @property
    def named(self) -> int:
        """The block whose name is pointed at; ``NO_BLOCK`` for none."""
        return self._block

    @property
    def points(self) -> bool:
        """Whether a map is pointed at, or a name."""
        return self._cell is not None or self._block != NO_BLOCK

    def forget_pointed(self) -> None:
        """Let nothing be pointed at: something else lies under the pointer now."""
        # Who hears of the one must not find the other still there.
        named, self._block = self._block, NO_BLOCK
        self.read(None)
        if named != NO_BLOCK:
            self.block_pointed.emit(NO_BLOCK)

    def tile_box(self, block: int, tile: int) -> QRectF:
        """Return where a map lies in the widget."""
        return QRectF(*self.place.layout.placed[block].tile(tile))

    @override
    def readable(self) -> tuple[range, range]:
        if self._shown is None:
            return range(0), range(0)
        most = max(block.count for block in self._shown.blocks)
        return range(most), range(len(self._shown.blocks) + 1)

    # of the places of the grid only those that hold a map are told to a screen reader

    def _starts(self) -> list[int]:
        """Return how many maps there are before each block, the picture first, and in all."""
        if self._shown is None:
            return [0]
        blocks = self._shown.picture, *self._shown.blocks
        return [0, *accumulate(max(block.count, 1) for block in blocks)]

    @override
    def cell_count(self) -> int:
        return self._starts()[-1]

    @override
    def cell_of(self, index: int) -> tuple[int, int]:
        starts = self._starts()
        column = bisect_right(starts, index) - 1
        return index - starts[column], column

    @override
    def index_of(self, cell: tuple[int, int]) -> int:
        starts, (row, column) = self._starts(), cell
        if not 0 <= column < len(starts) - 1:
            return -1
        index = starts[column] + row
        return index if starts[column] <= index < starts[column + 1] else -1

    @override
    def neighbours_of(self, cell: tuple[int, int]) -> list[tuple[int, int]]:
        """Return the maps around one in its own block."""
        near = range(cell[0] - _NEAR, cell[0] + _NEAR + 1)
        places = [(row, cell[1]) for row in near]
        return [place for place in places if self.index_of(place) >= 0]

    @override
    def summary(self) -> str:
        """Return how many maps a network has that are too many to be listed."""
        count = self.cell_count()
        if count <= MOST_CELLS:
            return ""
        text = self.tr(
            "{count} maps. Only those around the one that is read are listed; arrow keys "
            "read on."
        )
        return text.format(count=whole(count))

    @override
    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        if self._shown is None:
            return None
        for block, placed in enumerate(self.place.layout.placed):
            tile = placed.tile_at(point.x(), point.y())
            if tile is not None:
                is_picture = block == len(self._shown.blocks)
                return tile, 0 if is_picture else block + 1
        return None

    def point_at_name(self, point: QPointF) -> None:
        """Learn where the pointer is: the names over the maps can be pointed at, too."""
        found = NO_BLOCK
        if self._shown is not None and self.cell_at(point) is None:
            places = range(-1, len(self._shown.blocks))
            named = (
                each
                for each in places
                if heading_box(self.place.layout.placed[each]).contains(point)
            )
            found = next(named, NO_BLOCK)
        if found != self._block:
            self._block = found
            self.block_pointed.emit(found)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.forget_pointed()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.forget_pointed()

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        if row >= self._count(column - 1):
            return QRectF()
        return self.tile_box(column - 1, row)

    @override
    def number_at(self, row: int, column: int) -> str:
        picture = self._picture(column - 1)
        if picture is None or self._shown is None or row >= picture.count:
            return ""
        if row in self._shown.off.get(column - 1, ()):
            return self.tr("switched off")
        values_hw = picture.values_of(row)
        if picture.is_vector:
            return full(float(values_hw[0, 0]))
        low, high = short(float(values_hw.min())), short(float(values_hw.max()))
        return self.tr("from {low} to {high}").format(low=low, high=high)

    @override
    def place_words(self, row: int, column: int) -> str:
        block = self._block_of(column - 1)
        return "" if row >= max(block.count, 1) else tile_label(block, row)

    @override
    def numbers(self) -> NDArray[np.generic] | None:
        """Return the numbers of the map that is read."""
        if self._shown is None or self.pointed is None:
            return None
        block, tile = self.pointed
        picture = self._picture(block)
        if picture is None:
            pixels = self._shown.pixels if block < 0 else None
            return None if pixels is None else pixels.reshape(-1, pixels.shape[-1])
        return picture.values_of(tile)

    def _block_of(self, place: int) -> Block:
        assert self._shown is not None
        return self._shown.picture if place < 0 else self._shown.blocks[place]

    def _count(self, place: int) -> int:
        return self.place.layout.placed[place].count

    def _picture(self, place: int) -> LayerPicture | None:
        if self._shown is None or place < 0:
            return None
        return self._shown.pictures.get(self._shown.blocks[place].shown)

    @override
    def read(self, cell: tuple[int, int] | None) -> None:
        if cell == self._cell:
            return
        super().read(cell)
        shape = Qt.CursorShape
        self.setCursor(shape.ArrowCursor if cell is None else shape.PointingHandCursor)
        self.map_hovered.emit(*(self.pointed or (0, -1)))

    @override
    def read_neighbour(self, down: int, right: int) -> None:
        if self._shown is None:
            return
        block, tile = self.pointed or self._read_tile
        placed = self.place.layout.placed[block]
        row, column = divmod(tile, placed.columns)
        if right and not 0 <= column + right < min(placed.columns, placed.count):
            beside = min(max(block + right, -1), len(self._shown.blocks) - 1)
            other = self.place.layout.placed[beside]
            at = min(other.rows - 1, round(row * other.rows / placed.rows))
            edge = 0 if right > 0 else other.columns - 1
            block, tile = beside, min(at * other.columns + edge, other.count - 1)
        else:
            moved = tile + right + down * placed.columns
            tile = moved if 0 <= moved < placed.count else tile
        self._read_tile = (block, tile)
        self.place.bring_into_view(block, tile)
        self.read((tile, block + 1))
        self._read_by_keys = False

    def read_block(self, block: int) -> None:
        """Read the first map of a block, and bring the block to the middle."""
        self._read_tile = (block, 0)
        self.place.centre_on(block)
        self.read((0, block + 1))
        self._read_by_keys = False
