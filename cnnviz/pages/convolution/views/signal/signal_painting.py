"""The four rows of a convolution in one dimension, painted one below another."""

import math
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from cnnviz.pages.convolution.model.signal_picture import Numbers
from cnnviz.pages.convolution.views.signal.signal_bars import (
    Bar,
    BarPainter,
    faded,
    pixels,
)
from cnnviz.pages.convolution.views.signal.signal_geometry import ROWS
from cnnviz.pages.convolution.views.signal.signal_scene import Scene, Spot
from cnnviz.ui.canvas.grid_painting import sharp_pen
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look
from cnnviz.ui.theme.theme import mixed
from cnnviz.ui.unit_view.layers import paint_outline

_POSITIVE: Final = 198
_NEGATIVE: Final = 58
"""Entries of the table of signed numbers."""

_WITH_GAPS: Final = 6
_HUES_TURN_FROM: Final = 0.6
"""From this part of a turn on the weights take the hues of their new places."""


def paint_scene(at: BarPainter, scene: Scene) -> None:
    """Paint everything but the words on the left."""
    view, top = scene.view, scene.view.bands[0].top
    for row in ROWS:
        at.paint_ground(row)
        at.paint_scale(row)
    at.painter.setClipRect(
        QRectF(view.left - 4, top - 4, view.width + 8, view.bands[3].bottom + 40)
    )
    if scene.position is None:
        _paint_signal(at, scene)
        _paint_kernel(at, scene)
    else:
        _paint_window(at, scene)
        _paint_hover(at, scene)
        _paint_padding(at, scene)
        _paint_signal(at, scene)
        _paint_kernel(at, scene)
        _paint_products(at, scene, scene.position)
        _paint_output(at, scene, scene.position)
        _paint_outline(at, at.slot("signal", scene.start, scene.size))
    if scene.selected is not None:  # the bar that the keyboard would change
        _frame(at, scene, scene.selected, at.palette.accent().color(), 2)
    picture = scene.picture
    at.paint_axis("signal", range(len(picture.signal_n)))
    at.paint_axis("output", [picture.middle(n) for n in range(len(picture.output_m))])
    at.painter.setClipping(False)


def _paint_window(at: BarPainter, scene: Scene) -> None:
    """Tint what stands under one another, and lead it to the cell that it makes."""
    painter, view, picture = at.painter, scene.view, scene.picture
    accent, ground = at.palette.accent().color(), at.palette.window().color()
    upper, lower = view.band("signal"), view.band("products")
    left, width = view.x(scene.start), scene.size * view.scale
    height = lower.bottom - upper.top
    painter.fillRect(
        pixels(left, upper.top, width, height), faded(accent, tokens.MIX_GROOVE)
    )
    place = scene.start + (picture.middle(0) - picture.start(0))
    end, top = view.band("output").top, lower.bottom
    half = picture.output_width * view.scale / 2
    middle = view.x(place + 0.5)
    funnel = [
        QPointF(left, top),
        QPointF(left + width, top),
        QPointF(middle + half, end),
        QPointF(middle - half, end),
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mixed(accent, ground, tokens.MIX_FADED))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPolygon(QPolygonF(funnel))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_hover(at: BarPainter, scene: Scene) -> None:
    """Show what belongs to the bar under the pointer."""
    spot, picture = scene.hovered, scene.picture
    if spot is None:
        return
    if spot.row == "output":
        box = at.slot("signal", picture.start(spot.index), scene.size)
        at.painter.fillRect(box, faded(at.palette.accent().color(), tokens.MIX_TINT))
    elif spot.row == "kernel":
        gap = 1 if scene.view.scale > _WITH_GAPS else 0
        for place in picture.met_by(spot.index):
            box = at.slot("signal", place).adjusted(gap, 0, -gap, 0)
            at.painter.fillRect(box, faded(scene.hues[spot.index], tokens.MIX_TINT))
    _frame(at, scene, spot, at.palette.placeholderText().color(), 1)


def _paint_signal(at: BarPainter, scene: Scene) -> None:
    picture, own = scene.picture, scene.own("signal")
    met = range(0)
    places = own
    if scene.position is not None:
        start = picture.start(scene.position)
        met = range(start, start + scene.size)
        places = range(picture.first, picture.end)
    bars = [(float(place), picture.value(place)) for place in places]
    others = [
        bar
        for place, bar in zip(places, bars, strict=True)
        if place in own and place not in met
    ]
    at.paint_bars("signal", others, at.bar_colour())
    under = [(float(place), picture.value(place)) for place in met]
    at.paint_weighted("signal", under, scene.hues[: len(met)])
    at.paint_numbers("signal", bars)


def _paint_padding(at: BarPainter, scene: Scene) -> None:
    """Hatch the zeros that are added, and otherwise what no window reaches."""
    painter, picture, view = at.painter, scene.picture, scene.view
    count = len(picture.signal_n)
    for first, zeros, edge in (
        (picture.first, picture.before, view.x(0)),
        (count, picture.after, view.x(count)),
    ):
        if zeros:
            box = at.slot("signal", first, zeros)
            ink = at.palette.text().color()
            at.paint_hatch(box, ink, Qt.BrushStyle.BDiagPattern)
            faint = at.palette.placeholderText().color()
            painter.setPen(QPen(faint, tokens.LINE_THIN, Qt.PenStyle.DashLine))
            painter.drawLine(round(edge), box.top(), round(edge), box.bottom())
    if picture.unused:
        never = at.slot("signal", picture.end - picture.unused, picture.unused)
        warning = at.palette.brightText().color()
        at.paint_hatch(never, warning, Qt.BrushStyle.FDiagPattern)


def _paint_kernel(at: BarPainter, scene: Scene) -> None:
    """Paint the kernel at its place; while it turns, narrower and narrower and back."""
    view, last = scene.view, scene.size - 1
    bars = _bars_under(scene, scene.picture.kernel_k)
    if scene.turned >= 1:
        at.paint_weighted("kernel", bars, scene.hues)
        at.paint_numbers("kernel", bars)
        return
    face = -math.cos(math.pi * scene.turned)
    share = max(scene.turned - _HUES_TURN_FROM, 0.0) / (1 - _HUES_TURN_FROM)
    middle = view.x(scene.start + (last + 1) / 2)
    for weight, bar in enumerate(bars):
        left, top, width, height = view.bar("kernel", *bar)
        narrow = max(width * abs(face), 2.0)
        centre = middle + (left + width / 2 - middle) * face
        colour = mixed(scene.hues[weight], scene.hues[last - weight], share)
        at.painter.fillRect(pixels(centre - narrow / 2, top, narrow, height), colour)


def _paint_products(at: BarPainter, scene: Scene, position: int) -> None:
    bars = _bars_under(scene, scene.picture.products(position))
    at.paint_weighted("products", bars, scene.hues)
    at.paint_numbers("products", bars)


def _paint_output(at: BarPainter, scene: Scene, position: int) -> None:
    """Paint the cells made so far, the one of now outlined, a cover over the others."""
    picture, painter = scene.picture, at.painter
    bars = [
        (picture.middle(index), float(picture.output_m[index]))
        for index in range(scene.made)
    ]
    width, last = picture.output_width, len(picture.output_m) - 1
    table = look(at.palette).tables["diverging"]
    positive, negative = (
        QColor(*table[entry].tolist()) for entry in (_POSITIVE, _NEGATIVE)
    )
    at.paint_bars("output", [bar for bar in bars if bar[1] >= 0], positive, width)
    at.paint_bars("output", [bar for bar in bars if bar[1] < 0], negative, width)
    at.paint_numbers("output", bars, width)
    if scene.made <= last:
        first, end = _output_slot(at, scene, scene.made), _output_slot(at, scene, last)
        cover = first.united(end)
        colours = look(at.palette)
        painter.fillRect(cover, colours.ground)
        painter.setPen(sharp_pen(colours.hairline, tokens.LINE_THIN))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(cover.adjusted(0, 0, -1, -1))
    spot = scene.hovered
    if spot is not None and spot.row == "signal":
        # The outputs, made or to come, that the cell under the pointer is part of.
        for fed in picture.fed_by(spot.index):
            tint = faded(at.palette.accent().color(), tokens.MIX_TINT)
            painter.fillRect(_output_slot(at, scene, fed), tint)
    _paint_outline(at, _output_slot(at, scene, position))


def _bars_under(scene: Scene, numbers: Numbers) -> list[Bar]:
    """Return the numbers of a window at the places that they lie under now."""
    return [(scene.start + weight, float(one)) for weight, one in enumerate(numbers)]


def _output_slot(at: BarPainter, scene: Scene, position: int) -> QRect:
    """Return the place of an output cell, as high as its row."""
    width = scene.picture.output_width
    place = scene.picture.middle(position) + (1 - width) / 2
    return at.slot("output", place, width)


def _frame(
    at: BarPainter, scene: Scene, spot: Spot, colour: QColor, width: int
) -> None:
    at.painter.setBrush(Qt.BrushStyle.NoBrush)
    at.painter.setPen(QPen(colour, width))
    box = at.slot(spot.row, scene.place(spot))
    if spot.row == "output":
        box = _output_slot(at, scene, spot.index)
    at.painter.drawRect(QRectF(box).adjusted(-width, 1, width, -1))


def _paint_outline(at: BarPainter, box: QRect) -> None:
    paint_outline(at.painter, (box.x(), box.y(), box.width(), box.height()))
