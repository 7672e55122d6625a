"""Our icons: one SVG each, drawn in the colour of the text around them."""

from functools import cache

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


class _TintedSvg(QIconEngine):
    """Paint an SVG whose strokes say ``currentColor`` in the palette's text colour."""

    def __init__(self, svg: str) -> None:
        super().__init__()
        self._svg = svg

    @override
    def clone(self) -> QIconEngine:
        return _TintedSvg(self._svg)

    @override
    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State
    ) -> None:
        group = (
            QPalette.ColorGroup.Disabled
            if mode == QIcon.Mode.Disabled
            else QPalette.ColorGroup.Active
        )
        role = (
            QPalette.ColorRole.HighlightedText
            if mode == QIcon.Mode.Selected
            else QPalette.ColorRole.ButtonText
        )
        _paint(painter, self._svg, rect, QGuiApplication.palette().color(group, role))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        return pixmap


def icon(name: str) -> QIcon:
    """Return the icon of ``resources/icons/<name>.svg``."""
    return QIcon(_TintedSvg(_svg(name)))


def paint_icon(painter: QPainter, name: str, rect: QRect, colour: QColor) -> None:
    """Paint an icon in a colour of the caller's choice."""
    _paint(painter, _svg(name), rect, colour)


@cache
def _svg(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _paint(painter: QPainter, svg: str, rect: QRect, colour: QColor) -> None:
    tinted = svg.replace("currentColor", colour.name())
    QSvgRenderer(QByteArray(tinted.encode())).render(painter, QRectF(rect))
