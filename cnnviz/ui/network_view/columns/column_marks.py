"""What is painted over the columns: what feeds a map, what is open, where it looks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QRegion

from cnnviz.ui.network_view.columns.column_painting import (
    Scene,
    paint_frame,
    paint_mark,
    paint_veil,
)
from cnnviz.ui.network_view.columns.placed import Box
from cnnviz.ui.network_view.ribbons import (
    MOST_RIBBONS,
    Ribbon,
    paint_ribbons,
    tile_ribbon,
)
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.theme import paint_rounded

_MOST_STRONG = 8
"""Frames that are strong; more would hide what they are in."""

Region = tuple[int, int, int, int]
"""Top, left, bottom and right of cells; the last row and column are no part."""


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """What depends on where the pointer is, and on what is open.

    Attributes
    ----------
    pointed, opened, read
        Block and map that is pointed at, that is open, that the keyboard has come to.
    feeding
        The maps of each block that feed the one which is pointed at.
    fed
        The maps of each block that are made of it.
    regions
        By block: the cells that the open number comes from, and in which maps.
    growing
        What the panel has of its place, while it grows.
    receded
        How far what takes no part has receded, from 0 to 1.
    """

    pointed: tuple[int, int] | None
    feeding: Mapping[int, tuple[int, ...]]
    opened: tuple[int, int] | None
    regions: Mapping[int, tuple[Region, tuple[int, ...]]]
    growing: Box | None
    read: tuple[int, int] | None
    threads: tuple["Thread", ...] = ()
    fed: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    receded: float = 1.0


@dataclass(frozen=True, slots=True)
class Thread:
    """From a map to what shows it in the panel.

    Attributes
    ----------
    block, tile
        The map.
    x, top, bottom
        The edge of the panel, and the height of what shows the map there.
    """

    block: int
    tile: int
    x: float
    top: float
    bottom: float


def paint_marks(painter: QPainter, scene: Scene, marks: Marks) -> None:
    """Paint all marks."""
    if marks.opened is not None:
        paint_ribbons(painter, [*_threads(scene, marks)])
        _paint_regions(painter, scene, marks)
        paint_mark(painter, scene, _tile(scene, *marks.opened))
    if marks.pointed is not None and marks.pointed != marks.opened:
        if (marks.feeding or marks.fed) and marks.opened is None:
            _paint_feeding(painter, scene, marks, *marks.pointed)
        paint_mark(painter, scene, _tile(scene, *marks.pointed), tokens.LINE_THIN)
    elif marks.read is not None and marks.opened is None:
        paint_mark(painter, scene, _tile(scene, *marks.read), tokens.LINE_THIN)
    if marks.growing is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(scene.look.raised)
        paint_rounded(painter, QRectF(*marks.growing), tokens.RADIUS_OPENED)


def _threads(scene: Scene, marks: Marks) -> Iterator[Ribbon]:
    """Yield ribbons from the cells that are read to the windows that show them."""
    for thread in marks.threads:
        x, top, width, height = _region_box(scene, marks, thread.block, thread.tile)
        source = (x + width, top, top + height)
        target = (thread.x, thread.top, thread.bottom)
        ink = scene.look.ink
        yield Ribbon(source, target, ink, tokens.MIX_TINT, tokens.MIX_RIBBON_END)


def _region_box(scene: Scene, marks: Marks, block: int, tile: int) -> Box:
    """Return the cells of a map that are read; the whole map where that is not known."""
    placed = scene.placed(block)
    x, y, width, height = placed.tile(min(tile, placed.count - 1))
    if block not in marks.regions or placed.style in ("strip", "cells"):
        return x, y, width, height
    (top, left, bottom, right), _ = marks.regions[block]
    rows, columns = _size_of(scene, block)
    return (
        x + left * width / columns,
        y + top * height / rows,
        (right - left) * width / columns,
        (bottom - top) * height / rows,
    )


def _size_of(scene: Scene, place: int) -> tuple[int, int]:
    return scene.blocks[place].map_hw


def _tile(scene: Scene, block: int, tile: int) -> QRectF:
    return QRectF(*scene.placed(block).tile(tile))


def _paint_feeding(
    painter: QPainter, scene: Scene, marks: Marks, block: int, tile: int
) -> None:
    """Let all recede but a map, those that feed it and its own, and tie them to it."""
    own = {
        place: tiles
        for place, tiles in marks.fed.items()
        if len(tiles)
        < scene.placed(place).count  # else it has no part of its own there
    }
    kept = {block: (tile,), **marks.feeding, **own}
    paint_veil(painter, scene, kept, marks.receded)
    painter.save()
    painter.setOpacity(marks.receded)
    painter.setClipRegion(_between(scene, (block, *marks.feeding, *marks.fed)))
    paint_ribbons(painter, [*_feeding_ribbons(scene, marks, block, tile)])
    paint_ribbons(painter, [*_fed_ribbons(scene, marks, block, tile)])
    painter.restore()


def _between(scene: Scene, blocks: Iterable[int]) -> QRegion:
    """Return what lies beside the tiles of some blocks: ribbons go under these."""
    region = QRegion(0, 0, *scene.size)
    for place in blocks:
        placed = scene.placed(place)
        if placed.style == "maps" and placed.count <= MOST_RIBBONS:
            for tile in range(placed.count):
                region -= QRectF(*placed.tile(tile)).toRect()
    return region


def _feeding_ribbons(
    scene: Scene, marks: Marks, block: int, tile: int
) -> Iterator[Ribbon]:
    target, ink = scene.placed(block).tile(tile), scene.look.of_maps
    for place, tiles in marks.feeding.items():
        placed = scene.placed(place)
        if len(tiles) > MOST_RIBBONS or placed.style == "strip":
            yield tile_ribbon(placed.box, target, ink)
        else:
            for each in tiles:
                yield tile_ribbon(placed.tile(each), target, ink)


def _fed_ribbons(scene: Scene, marks: Marks, block: int, tile: int) -> Iterator[Ribbon]:
    """Yield those to the maps that are made of a map; one where all of a block are."""
    source, ink = scene.placed(block).tile(tile), scene.look.of_maps
    fading = tokens.MIX_TINT, tokens.MIX_WASH
    for place, tiles in marks.fed.items():
        placed = scene.placed(place)
        all_of_it = len(tiles) in (placed.count, *range(MOST_RIBBONS, len(tiles) + 1))
        if all_of_it or placed.style == "strip":
            yield tile_ribbon(source, placed.box, ink, *fading)
        else:
            for each in tiles:
                yield tile_ribbon(source, placed.tile(each), ink)


def _paint_regions(painter: QPainter, scene: Scene, marks: Marks) -> None:
    """Frame the cells that the open number comes from, in every map before it."""
    for block in scene.blocks:
        if block.place not in marks.regions or not scene.is_seen(block.place):
            continue
        _, tiles = marks.regions[block.place]
        if scene.placed(block.place).style in ("strip", "cells"):
            continue
        strong = len(tiles) <= _MOST_STRONG
        for tile in tiles[:MOST_RIBBONS]:
            box = QRectF(*_region_box(scene, marks, block.place, tile))
            paint_frame(painter, scene, box, strong=strong)
