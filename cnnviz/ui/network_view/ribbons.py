"""Ribbons from a map to what is made of it: they tie a cause to its effect."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath

from cnnviz.ui.network_view.columns.placed import Box
from cnnviz.ui.theme import tokens

MOST_RIBBONS: Final = 64
"""From more maps than this, one ribbon comes from all of them."""


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A lens from one edge to another, each an ``x`` with its top and bottom."""

    source: tuple[float, float, float]
    target: tuple[float, float, float]
    colour: QColor
    begins: float = tokens.MIX_RIBBON
    ends: float = tokens.MIX_RIBBON_END


def tile_ribbon(
    source: Box,
    target: Box,
    colour: QColor,
    begins: float = tokens.MIX_CHIP,
    ends: float = tokens.MIX_HALF,
) -> Ribbon:
    """Return the ribbon from the right side of a box to the left side of another.

    It grows stronger towards its effect, as what is added up there does.
    """
    left, top, width, height = source
    x, above, _, tall = target
    ends_at = (x, above, above + tall)
    return Ribbon((left + width, top, top + height), ends_at, colour, begins, ends)


def share_of(width: float, height: float) -> float:
    """Return how much is left to see of a tile of a size that takes no part."""
    if min(width, height) < tokens.LARGE_PX:
        return tokens.MIX_TAKES_NO_PART
    return tokens.MIX_LARGE_TAKES_NO_PART


def ribbon_path(ribbon: Ribbon) -> QPainterPath:
    """Return its outline: both ends upright, bent halfway."""
    (x0, top0, bottom0), (x1, top1, bottom1) = ribbon.source, ribbon.target
    middle = (x0 + x1) / 2
    path = QPainterPath(QPointF(x0, top0))
    path.cubicTo(QPointF(middle, top0), QPointF(middle, top1), QPointF(x1, top1))
    path.lineTo(QPointF(x1, bottom1))
    path.cubicTo(
        QPointF(middle, bottom1), QPointF(middle, bottom0), QPointF(x0, bottom0)
    )
    path.closeSubpath()
    return path


def paint_ribbons(painter: QPainter, ribbons: Sequence[Ribbon]) -> None:
    """Paint ribbons, each fading from its source to its target."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for ribbon in ribbons:
        gradient = QLinearGradient(ribbon.source[0], 0, ribbon.target[0], 0)
        for place, share in ((0.0, ribbon.begins), (1.0, ribbon.ends)):
            colour = QColor(ribbon.colour)
            colour.setAlphaF(share)
            gradient.setColorAt(place, colour)
        painter.fillPath(ribbon_path(ribbon), gradient)
    painter.restore()
