"""How the columns of a network are painted: ribbons, tiles, names, answers, marks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from cnnviz.engine.networks.blocks import Block
from cnnviz.ui.canvas.grid_painting import sharp_pen
from cnnviz.ui.network_view.columns.column_layout import ColumnLayout
from cnnviz.ui.network_view.columns.placed import Placed
from cnnviz.ui.network_view.columns.ribbons import Ribbon, paint_ribbons
from cnnviz.ui.numbers import sure_percent
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.look import Look
from cnnviz.ui.theme.theme import mixed

_LEAST_HEADING: Final = 26.0
"""Pixels of room from which a name is written over a block."""

_BAR_HEIGHT: Final = 5.0
_LONGEST_BAR: Final = 64.0
_LINE: Final = 18.0


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """All that is painted of a network, at a moment.

    Attributes
    ----------
    blocks
        One a place of the layout, the picture's last.
    layout
        Where they lie, in pixels of the widget.
    images
        By the place of a block; of some there may be none yet.
    columns
        Tiles in a row of a block's image.
    names
        The two lines over each block.
    probabilities, best
        Of the classes, where they are known.
    """

    blocks: Sequence[Block]
    layout: ColumnLayout
    images: Mapping[int, QImage]
    columns: Mapping[int, int]
    names: Mapping[int, tuple[str, str]]
    probabilities: NDArray[np.float32] | None
    best: int | None
    look: Look
    font: QFont
    size: tuple[int, int]

    def placed(self, place: int) -> Placed:
        """Return where a block lies."""
        return self.layout.placed[place]

    def is_seen(self, place: int) -> bool:
        """Whether some of a block lies in the widget."""
        left, top, width, _ = self.placed(place).box
        return left < self.size[0] and left + width > 0 and top < self.size[1]


def paint_under(painter: QPainter, scene: Scene) -> None:
    """Paint what depends on the places alone: ribbons from block to block, and names."""
    paint_ribbons(painter, list(_idle_ribbons(scene)))
    for block in scene.blocks:
        if scene.is_seen(block.place):
            _paint_names(painter, scene, block)


def paint_columns(painter: QPainter, scene: Scene) -> None:
    """Paint the numbers: all that depends on the picture, not on the pointer."""
    for block in scene.blocks:
        if scene.is_seen(block.place):
            paint_block(painter, scene, block)
            if scene.placed(block.place).style == "cells":
                _paint_answers(painter, scene, block)


def _idle_ribbons(scene: Scene) -> Iterable[Ribbon]:
    """Yield one ribbon from each block to each that reads it."""
    for block in scene.blocks:
        for read in block.reads:
            left, top, width, height = scene.placed(read).box
            x, above, _, tall = scene.placed(block.place).box
            source = (left + width, top, top + height)
            target = (x, above, above + tall)
            ink = scene.look.ink
            yield Ribbon(source, target, ink, tokens.MIX_WASH, tokens.MIX_RIBBON_END)


def paint_block(
    painter: QPainter, scene: Scene, block: Block, only: Iterable[int] | None = None
) -> None:
    """Paint the tiles of a block, or some of them."""
    placed, image = scene.placed(block.place), scene.images.get(block.place)
    tiles = range(placed.count) if only is None else only
    if image is None:
        painter.setPen(Qt.PenStyle.NoPen)
        for tile in tiles if placed.style == "maps" else ():
            painter.fillRect(QRectF(*placed.tile(tile)), scene.look.hairline)
        return
    if placed.style == "strip" and only is None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(QRectF(*placed.box), image, QRectF(image.rect()))
        _outline(painter, scene, [QRectF(*placed.box)])
        return
    rows, columns = _cells(block, scene)
    smooth = placed.width < columns or placed.height < rows
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
    across = scene.columns.get(block.place, 1)
    boxes = []
    for tile in tiles:
        down, right = divmod(tile, across)
        source = QRectF(right * columns, down * rows, columns, rows)
        boxes.append(QRectF(*placed.tile(tile)))
        painter.drawImage(boxes[-1], image, source)
    _outline(painter, scene, boxes)


def _cells(block: Block, scene: Scene) -> tuple[int, int]:
    """Return rows and columns of a tile in a block's image."""
    if not block.layers:
        image = scene.images[block.place]
        return image.height(), image.width()
    return block.map_hw


def _outline(painter: QPainter, scene: Scene, boxes: Sequence[QRectF]) -> None:
    painter.setPen(sharp_pen(scene.look.hairline, tokens.LINE_THIN))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRects([box.adjusted(-0.5, -0.5, 0.5, 0.5) for box in boxes])


def _paint_names(painter: QPainter, scene: Scene, block: Block) -> None:
    placed = scene.placed(block.place)
    room = placed.room - tokens.SPACE_M
    if room < _LEAST_HEADING:
        return
    left, top, _, _ = placed.box
    # A name stands right over its maps, where they begin lower than their column.
    line = max(placed.lane_top, min(placed.lane_top + _LINE, top - 2 * _LINE - 6))
    title, shape = scene.names[block.place]
    for text, font, ink in (
        (title, half_bold(in_pixels(scene.font, tokens.VALUE_PX)), scene.look.ink),
        (shape, in_pixels(scene.font, tokens.TEXT_PX), scene.look.ink_3),
    ):
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(ink)
        box = QRectF(left, line, room, _LINE)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        line += _LINE


def _paint_answers(painter: QPainter, scene: Scene, block: Block) -> None:
    """Write the class of each cell beside it, with a bar as long as it is probable."""
    placed, look = scene.placed(block.place), scene.look
    room = max(scene.size[0] - placed.right - tokens.SPACE_M, 0.0)
    named = in_pixels(scene.font, tokens.TEXT_PX)
    best = half_bold(in_pixels(scene.font, tokens.VALUE_PX))
    widest = max(QFontMetricsF(best).horizontalAdvance(each) for each in block.labels)
    name_room = min(widest + tokens.SPACE_M, room)
    bar_room = min(_LONGEST_BAR, room - name_room - tokens.SPACE_M)
    for index, label in enumerate(block.labels):
        left, top, width, height = placed.tile(index)
        is_best = index == scene.best
        painter.setFont(best if is_best else named)
        painter.setPen(look.ink if is_best else look.ink_3)
        text = painter.fontMetrics().elidedText(
            label, Qt.TextElideMode.ElideRight, int(name_room)
        )
        box = QRectF(left + width + tokens.SPACE_M, top, name_room, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        if scene.probabilities is None or bar_room < _BAR_HEIGHT:
            continue
        share = float(scene.probabilities[index])
        place = QRectF(
            box.right(), box.center().y() - _BAR_HEIGHT / 2, bar_room, _BAR_HEIGHT
        )
        painter.fillRect(place, look.chosen)
        place.setWidth(bar_room * share)
        painter.fillRect(place, look.ink if is_best else look.ink_3)
        if is_best and height >= _LINE:
            painter.setFont(in_pixels(scene.font, tokens.AXIS_PX))
            below = QRectF(box.right(), place.bottom(), bar_room + 16, _LINE - 4)
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, sure_percent(share))


def paint_veil(
    painter: QPainter, scene: Scene, kept: Mapping[int, Iterable[int]]
) -> None:
    """Let recede what takes no part; ``kept`` are the tiles that do, by their block."""
    veil = scene.look.ground
    share = 1 - tokens.MIX_TAKES_NO_PART
    painter.save()
    painter.setOpacity(share)
    for block in scene.blocks:
        if scene.is_seen(block.place):
            painter.fillRect(QRectF(*scene.placed(block.place).box), veil)
    painter.restore()
    for block in scene.blocks:
        tiles = kept.get(block.place)
        if tiles is not None and scene.is_seen(block.place):
            paint_block(painter, scene, block, tiles)


def paint_mark(
    painter: QPainter, scene: Scene, box: QRectF, width: float = tokens.LINE_STRONG
) -> None:
    """Outline what is opened or pointed at, so that it is seen on any colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(sharp_pen(scene.look.marker_edge, width + tokens.LINE_HALO))
    painter.drawRect(box.adjusted(-1, -1, 1, 1))
    painter.setPen(sharp_pen(scene.look.ink, width))
    painter.drawRect(box.adjusted(-1, -1, 1, 1))


def paint_frame(painter: QPainter, scene: Scene, box: QRectF, strong: bool) -> None:
    """Frame the cells that a number comes from."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ink = scene.look.ink
    if not strong:
        ink = mixed(ink, scene.look.ground, tokens.MIX_LINE)
    painter.setPen(sharp_pen(ink, tokens.LINE_STRONG if strong else tokens.LINE_THIN))
    painter.drawRect(box)
