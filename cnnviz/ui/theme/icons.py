"""Our icons: one SVG each, drawn in the colour of the text around them."""

from collections.abc import Callable
from functools import cache, partial
from typing import TypeAlias

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from cnnviz.engine.resources import resource

Paint: TypeAlias = Callable[[QPainter, QRect, QIcon.Mode], None]
"""Paints an icon into a place, in the colours of a mode."""


class _Painted(QIconEngine):
    """Paint an icon anew at each size."""

    def __init__(self, paint: Paint) -> None:
        super().__init__()
        self._paint = paint

    @override
    def clone(self) -> QIconEngine:
        return _Painted(self._paint)

    @override
    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State
    ) -> None:
        self._paint(painter, rect, mode)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            self._paint(painter, QRect(QPoint(0, 0), size), mode)
        return pixmap


def painted_icon(paint: Paint) -> QIcon:
    """Return an icon that a function paints."""
    return QIcon(_Painted(paint))


def icon(name: str) -> QIcon:
    """Return the icon of ``resources/icons/<name>.svg``."""
    return painted_icon(partial(_paint_as_text, _svg(name)))


def paint_icon(painter: QPainter, name: str, rect: QRect, colour: QColor) -> None:
    """Paint an icon in a colour of the caller's choice."""
    _paint(painter, _svg(name), rect, colour)


@cache
def _svg(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _paint_as_text(svg: str, painter: QPainter, rect: QRect, mode: QIcon.Mode) -> None:
    """Paint an SVG in the colour that the palette has for a button's text."""
    groups, roles = QPalette.ColorGroup, QPalette.ColorRole
    group = groups.Disabled if mode == QIcon.Mode.Disabled else groups.Active
    is_selected = mode == QIcon.Mode.Selected
    role = roles.HighlightedText if is_selected else roles.ButtonText
    _paint(painter, svg, rect, QGuiApplication.palette().color(group, role))


def _paint(painter: QPainter, svg: str, rect: QRect, colour: QColor) -> None:
    """Paint an SVG whose strokes say ``currentColor`` in a colour."""
    tinted = svg.replace("currentColor", colour.name())
    QSvgRenderer(QByteArray(tinted.encode())).render(painter, QRectF(rect))
