"""How the columns of a network are painted: ribbons, tiles, names, answers, marks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from cnnviz.engine.networks.blocks import Block
from cnnviz.ui.canvas.grid_painting import sharp_pen
from cnnviz.ui.class_text import class_words
from cnnviz.ui.controls.fitting_label import fitted_font
from cnnviz.ui.network_view.columns.column_images import BlockImage
from cnnviz.ui.network_view.columns.column_layout import ColumnLayout
from cnnviz.ui.network_view.columns.placed import Box, Placed
from cnnviz.ui.network_view.ribbons import Ribbon, paint_ribbons, share_of
from cnnviz.ui.numbers import sure_percent
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.look import Look
from cnnviz.ui.theme.theme import mixed

_LEAST_LETTERS: Final = 5
"""Of a name so many must fit, or it is not written over its block."""

_BAR_HEIGHT: Final = 5.0
_LONGEST_BAR: Final = 64.0
_LINE: Final = 18.0
_ONE_HOT: Final = 18.0
"""Width of the column in which the known class is a 1."""


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
    names
        The two lines over each block.
    probabilities, best
        Of the classes, where they are known.
    off
        Tiles that are switched off, by their block.
    label, label_word
        The class that the picture is known to show, and what is written over it.
    """

    blocks: Sequence[Block]
    layout: ColumnLayout
    images: Mapping[int, BlockImage]
    names: Mapping[int, tuple[str, str]]
    probabilities: NDArray[np.float32] | None
    best: int | None
    off: Mapping[int, frozenset[int]]
    look: Look
    font: QFont
    size: tuple[int, int]
    label: int | None = None
    label_word: str = ""

    def placed(self, place: int) -> Placed:
        """Return where a block lies."""
        return self.layout.placed[place]

    def is_seen(self, place: int) -> bool:
        """Whether some of a block lies in the widget."""
        left, top, width, _ = self.placed(place).box
        return left < self.size[0] and left + width > 0 and top < self.size[1]


def paint_ground(painter: QPainter, scene: Scene) -> None:
    """Paint what depends on nothing but where the blocks lie."""
    paint_ribbons(painter, list(_idle_ribbons(scene)))


def paint_columns(painter: QPainter, scene: Scene) -> None:
    """Paint the numbers of the blocks, and their names."""
    for block in scene.blocks:
        if scene.is_seen(block.place):
            paint_block(painter, scene, block)
            _paint_names(painter, scene, block)
            if scene.placed(block.place).style == "cells":
                _paint_answers(painter, scene, block)


def _idle_ribbons(scene: Scene) -> Iterable[Ribbon]:
    """Yield one ribbon from each block to each that reads it, where it is seen."""
    for block in scene.blocks:
        x, above, _, tall = scene.placed(block.place).box
        if x <= 0:
            continue
        for read in block.reads:
            left, top, width, height = scene.placed(read).box
            if left + width >= scene.size[0]:
                continue
            source = (left + width, top, top + height)
            target = (x, above, above + tall)
            ink = scene.look.ink
            yield Ribbon(source, target, ink, tokens.MIX_WASH, tokens.MIX_RIBBON_END)


def paint_block(
    painter: QPainter, scene: Scene, block: Block, only: Iterable[int] | None = None
) -> None:
    """Paint the tiles of a block, or some of them."""
    placed, made = scene.placed(block.place), scene.images.get(block.place)
    if made is None:
        for tile in range(placed.count) if placed.style == "maps" else ():
            painter.fillRect(QRectF(*placed.tile(tile)), scene.look.hairline)
    elif only is not None and placed.style != "strip":
        for tile in only:
            place = QRectF(*placed.tile(tile))
            painter.drawImage(place, made.image, made.source(tile))
    elif made.fits(placed):
        corner = QPointF(round(placed.left) - 1, round(placed.top) - 1)
        painter.drawImage(corner, made.image)
    else:
        place = QRectF(*placed.box).adjusted(-1, -1, 1, 1)
        painter.drawImage(place, made.image)
    off = scene.off.get(block.place, frozenset())
    for tile in off if only is None else off.intersection(only):
        _strike_out(painter, scene, placed.tile(tile))


def _strike_out(painter: QPainter, scene: Scene, box: Box) -> None:
    """Show that a map is switched off."""
    place = QRectF(*box)
    painter.fillRect(place, scene.look.ground)
    painter.setPen(sharp_pen(scene.look.ink_3, tokens.LINE_MARK))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)
    painter.drawLine(place.bottomLeft(), place.topRight())


def heading_box(placed: Placed) -> QRectF:
    """Return where the two lines over a block stand."""
    # A name stands right over its maps, where they begin lower than their column.
    lowest = placed.top - 2 * _LINE - 6
    line = max(placed.lane_top, min(placed.lane_top + _LINE, lowest))
    if placed.lane_top <= 0 < placed.top + placed.box[3]:
        line = max(line, 0.0)  # it stays in sight while its maps are
    left = max(placed.left, 0.0) if placed.right > 0 else placed.left
    room = max(placed.left + placed.room - tokens.SPACE_S - left, 0.0)
    return QRectF(left, line, room, 2 * _LINE)


def _paint_names(painter: QPainter, scene: Scene, block: Block) -> None:
    placed = scene.placed(block.place)
    title, shape = scene.names[block.place]
    heading = half_bold(in_pixels(scene.font, tokens.VALUE_PX))
    least = QFontMetricsF(heading).horizontalAdvance(title[:_LEAST_LETTERS])
    box = heading_box(placed)
    left, line, room = box.left(), box.top(), box.width()
    if room < least:
        return
    below = in_pixels(scene.font, tokens.TEXT_PX)
    if QFontMetricsF(below).horizontalAdvance(shape) > room:
        shape = shape.partition(" ")[0]  # at least how many there are
    for text, font, ink in (
        (title, fitted_font(title, heading, int(room)), scene.look.ink),
        (shape, below, scene.look.ink_3),
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
    labels = class_words(block.labels)
    widest = max(QFontMetricsF(best).horizontalAdvance(each) for each in labels)
    name_room = min(widest + tokens.SPACE_M, room)
    hot_room = 0.0 if scene.label is None else _ONE_HOT + tokens.SPACE_M
    bar_room = min(_LONGEST_BAR, room - name_room - tokens.SPACE_M - hot_room)
    if scene.label is not None:
        left = placed.right + 2 * tokens.SPACE_M + name_room + max(bar_room, 0.0)
        _paint_label(painter, scene, placed, left)
    for index, label in enumerate(labels):
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


def _paint_label(painter: QPainter, scene: Scene, placed: Placed, left: float) -> None:
    """Write the known class as one-hot: a 1 at its place, 0 at the others."""
    look, middle = scene.look, Qt.AlignmentFlag.AlignCenter
    for index in range(placed.count):
        _, top, _, height = placed.tile(index)
        is_hot = index == scene.label
        font = in_pixels(scene.font, tokens.TEXT_PX)
        painter.setFont(half_bold(font) if is_hot else font)
        painter.setPen(look.ink if is_hot else look.ink_3)
        box = QRectF(left, top, _ONE_HOT, height)
        if is_hot:
            painter.fillRect(box, look.chosen)
        painter.drawText(box, middle, "1" if is_hot else "0")
    heading = heading_box(placed)
    painter.setFont(in_pixels(scene.font, tokens.TEXT_PX))
    painter.setPen(look.ink_3)
    right = min(left + _ONE_HOT + tokens.SPACE_M, scene.size[0])
    above = QRectF(0.0, heading.top() + _LINE, right, _LINE)
    painter.drawText(above, Qt.AlignmentFlag.AlignRight, scene.label_word)


def paint_veil(
    painter: QPainter,
    scene: Scene,
    kept: Mapping[int, Iterable[int]],
    receded: float = 1.0,
) -> None:
    """Let recede what takes no part; ``kept`` are the tiles that do, by their block."""
    veil = scene.look.ground
    painter.save()
    for block in scene.blocks:
        if scene.is_seen(block.place):
            placed = scene.placed(block.place)
            share = share_of(placed.width, placed.height)
            if placed.style == "picture":
                share = tokens.MIX_LARGE_TAKES_NO_PART
            painter.setOpacity(receded * (1 - share))
            painter.fillRect(QRectF(*placed.box).adjusted(-1, -1, 1, 1), veil)
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
    """Frame the cells that a number comes from, seen on light and on dark cells."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ink = scene.look.ink
    if strong:
        around = tokens.LINE_STRONG + tokens.LINE_HALO
        painter.setPen(sharp_pen(scene.look.raised, around))
        painter.drawRect(box)
    if not strong:
        ink = mixed(ink, scene.look.ground, tokens.MIX_LINE)
    painter.setPen(sharp_pen(ink, tokens.LINE_STRONG if strong else tokens.LINE_THIN))
    painter.drawRect(box)
