"""The four rows of a convolution in one dimension, painted one below another."""

import math
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from cnnviz.pages.convolution.views.signal.signal_bars import (
    NEGATIVE,
    POSITIVE,
    Look,
    paint_axis,
    paint_bars,
    paint_ground,
    paint_hatch,
    paint_numbers,
    paint_scale,
    pixels,
    slot,
)
from cnnviz.pages.convolution.views.signal.signal_geometry import ROWS
from cnnviz.pages.convolution.views.signal.signal_scene import Scene, Spot, place_of
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.theme import mixed
from cnnviz.ui.unit_view.layers import paint_outline

_WITH_GAPS: Final = 6
_HUES_TURN_FROM: Final = 0.6
"""From this part of a turn on the weights take the hues of their new places."""


def paint_scene(painter: QPainter, scene: Scene, look: Look) -> None:
    """Paint everything but the words on the left."""
    view = scene.view
    for row in ROWS:
        paint_ground(painter, view, row, look)
        paint_scale(painter, view, row, look)
    top = view.bands[0].top
    painter.setClipRect(
        QRectF(view.left - 4, top - 4, view.width + 8, view.bands[3].bottom + 40)
    )
    _paint_window(painter, scene, look)
    _paint_hover(painter, scene, look)
    _paint_signal(painter, scene, look)
    _paint_kernel(painter, scene, look)
    if scene.position is not None:
        _paint_products(painter, scene, look)
        _paint_output(painter, scene, look)
        paint_outline(painter, _box(slot(view, "signal", scene.start, scene.size)))
    _paint_selection(painter, scene, look)
    _paint_axes(painter, scene, look)
    painter.setClipping(False)


def _paint_window(painter: QPainter, scene: Scene, look: Look) -> None:
    """Tint what stands under one another, and lead it to the cell that it makes."""
    if scene.position is None:
        return
    view, picture = scene.view, scene.picture
    tint = QColor(look.accent)
    tint.setAlphaF(tokens.MIX_GROOVE)
    upper, lower = view.band("signal"), view.band("products")
    left, width = view.x(scene.start), scene.size * view.scale
    height = lower.bottom - upper.top
    painter.fillRect(pixels(left, upper.top, width, height), tint)
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
    painter.setBrush(mixed(look.accent, look.ground, tokens.MIX_FADED))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPolygon(QPolygonF(funnel))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_hover(painter: QPainter, scene: Scene, look: Look) -> None:
    """Show what belongs to the bar under the pointer."""
    spot, picture, view = scene.hovered, scene.picture, scene.view
    if spot is None or scene.position is None:
        return
    tint = QColor(look.accent)
    tint.setAlphaF(tokens.MIX_TINT)
    if spot.row == "output":
        start = picture.start(spot.index)
        painter.fillRect(slot(view, "signal", start, scene.size), tint)
    elif spot.row == "kernel":
        hue = QColor(scene.hues[spot.index])
        hue.setAlphaF(tokens.MIX_TINT)
        gap = 1 if view.scale > _WITH_GAPS else 0
        for place in picture.met_by(spot.index):
            box = slot(view, "signal", place)
            painter.fillRect(box.adjusted(gap, 0, -gap, 0), hue)
    _frame(painter, scene, spot, look.muted, 1)


def _paint_signal(painter: QPainter, scene: Scene, look: Look) -> None:
    picture, view = scene.picture, scene.view
    count = len(picture.signal_n)
    _paint_padding(painter, scene, look)
    places = range(picture.first, picture.end if scene.position is not None else count)
    bars = [(float(place), picture.value(place)) for place in places]
    met: dict[int, QColor] = {}
    if scene.position is not None:
        start = picture.start(scene.position)
        met = {start + weight: hue for weight, hue in enumerate(scene.hues)}
    own = [bar for bar in bars if 0 <= bar[0] < count and bar[0] not in met]
    paint_bars(painter, view, "signal", own, look.bar)
    for place, hue in met.items():
        bar = (float(place), picture.value(place))
        paint_bars(painter, view, "signal", [bar], hue)
    paint_numbers(painter, view, "signal", bars, look.text)


def _paint_padding(painter: QPainter, scene: Scene, look: Look) -> None:
    """Hatch the zeros that are added, and otherwise what no window reaches."""
    picture, view = scene.picture, scene.view
    if scene.position is None:
        return
    count, unused = len(picture.signal_n), picture.end - picture.unused
    left = slot(view, "signal", picture.first, picture.before)
    right = slot(view, "signal", count, picture.after)
    for box, is_there, edge in (
        (left, picture.before, view.x(0)),
        (right, picture.after, view.x(count)),
    ):
        if is_there:
            paint_hatch(painter, box, look.text, Qt.BrushStyle.BDiagPattern)
            painter.setPen(QPen(look.muted, tokens.LINE_THIN, Qt.PenStyle.DashLine))
            painter.drawLine(round(edge), box.top(), round(edge), box.bottom())
    if picture.unused:
        never = slot(view, "signal", unused, picture.unused)
        paint_hatch(painter, never, look.warning, Qt.BrushStyle.FDiagPattern)


def _paint_kernel(painter: QPainter, scene: Scene, look: Look) -> None:
    """Paint the kernel at its place; while it turns, narrower and narrower and back."""
    picture, view = scene.picture, scene.view
    last = scene.size - 1
    bars = [
        (scene.start + weight, float(number))
        for weight, number in enumerate(picture.kernel_k)
    ]
    if scene.turned >= 1:
        for bar, hue in zip(bars, scene.hues, strict=True):
            paint_bars(painter, view, "kernel", [bar], hue)
        paint_numbers(painter, view, "kernel", bars, look.text)
        return
    face = -math.cos(math.pi * scene.turned)
    share = max(scene.turned - _HUES_TURN_FROM, 0.0) / (1 - _HUES_TURN_FROM)
    middle = view.x(scene.start + (last + 1) / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    for weight, (place, number) in enumerate(bars):
        left, top, width, height = view.bar("kernel", place, number)
        narrow = max(width * abs(face), 2.0)
        centre = middle + (left + width / 2 - middle) * face
        colour = mixed(scene.hues[weight], scene.hues[last - weight], share)
        painter.fillRect(pixels(centre - narrow / 2, top, narrow, height), colour)


def _paint_products(painter: QPainter, scene: Scene, look: Look) -> None:
    if scene.position is None:
        return
    products = scene.picture.products(scene.position)
    bars = [
        (scene.start + weight, float(number)) for weight, number in enumerate(products)
    ]
    for bar, hue in zip(bars, scene.hues, strict=True):
        paint_bars(painter, scene.view, "products", [bar], hue)
    paint_numbers(painter, scene.view, "products", bars, look.text)


def _paint_output(painter: QPainter, scene: Scene, look: Look) -> None:
    """Paint the cells made so far, the one of now outlined, a cover over the others."""
    picture, view, position = scene.picture, scene.view, scene.position
    if position is None:
        return
    made = len(picture.output_m) if scene.whole else position + 1
    bars = [
        (picture.middle(index), float(picture.output_m[index])) for index in range(made)
    ]
    width = picture.output_width
    above, below = [bar for bar in bars if bar[1] >= 0], [b for b in bars if b[1] < 0]
    paint_bars(painter, view, "output", above, POSITIVE, width)
    paint_bars(painter, view, "output", below, NEGATIVE, width)
    paint_numbers(painter, view, "output", bars, look.text, width)
    if made < len(picture.output_m):
        cover = _output_slot(scene, made).united(
            _output_slot(scene, len(picture.output_m) - 1)
        )
        painter.fillRect(cover, tokens.NOT_COMPUTED)
        painter.fillRect(
            cover, QBrush(tokens.NOT_COMPUTED_HATCH, Qt.BrushStyle.BDiagPattern)
        )
    _paint_fed(painter, scene, look)
    paint_outline(painter, _box(_output_slot(scene, position)))


def _output_slot(scene: Scene, position: int) -> QRect:
    """Return the place of an output cell, as high as its row."""
    width = scene.picture.output_width
    place = scene.picture.middle(position) + (1 - width) / 2
    return slot(scene.view, "output", place, width)


def _paint_fed(painter: QPainter, scene: Scene, look: Look) -> None:
    """Tint the outputs, made or to come, that the cell under the pointer is part of."""
    spot = scene.hovered
    if spot is None or spot.row != "signal":
        return
    tint = QColor(look.accent)
    tint.setAlphaF(tokens.MIX_TINT)
    for position in scene.picture.fed_by(spot.index):
        painter.fillRect(_output_slot(scene, position), tint)


def _paint_selection(painter: QPainter, scene: Scene, look: Look) -> None:
    """Frame the bar that the keyboard would change."""
    if scene.selected is not None:
        _frame(painter, scene, scene.selected, look.accent, 2)


def _frame(
    painter: QPainter, scene: Scene, spot: Spot, colour: QColor, width: int
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width))
    box = slot(scene.view, spot.row, place_of(scene, spot))
    if spot.row == "output":
        box = _output_slot(scene, spot.index)
    painter.drawRect(QRectF(box).adjusted(-width, 1, width, -1))


def _paint_axes(painter: QPainter, scene: Scene, look: Look) -> None:
    picture, view = scene.picture, scene.view
    own = [float(place) for place in range(len(picture.signal_n))]
    paint_axis(painter, view, "signal", own, look)
    cells = [picture.middle(index) for index in range(len(picture.output_m))]
    paint_axis(painter, view, "output", cells, look)


def _box(rect: QRect) -> tuple[int, int, int, int]:
    return rect.x(), rect.y(), rect.width(), rect.height()
