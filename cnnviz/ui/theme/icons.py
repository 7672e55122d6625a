"""Our icons: one SVG each, drawn in the colour of the text around them."""

from collections.abc import Callable
from functools import cache, partial

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


class PaintedIcon(QIconEngine):
    """An icon that is painted anew at every size: ``paint(painter, place, mode)``."""

    def __init__(self, paint: Callable[[QPainter, QRect, QIcon.Mode], None]) -> None:
        super().__init__()
        self._paint = paint

    @override
    def clone(self) -> QIconEngine:
        return PaintedIcon(self._paint)

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
            self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        return pixmap


def icon(name: str) -> QIcon:
    """Return the icon of ``resources/icons/<name>.svg``."""
    return QIcon(PaintedIcon(partial(_paint_as_text, name)))


def paint_icon(painter: QPainter, name: str, rect: QRect, colour: QColor) -> None:
    """Paint an icon in a colour of the caller's choice."""
    tinted = _svg(name).replace("currentColor", colour.name())
    QSvgRenderer(QByteArray(tinted.encode())).render(painter, QRectF(rect))


def _paint_as_text(name: str, painter: QPainter, rect: QRect, mode: QIcon.Mode) -> None:
    """Paint an icon in the palette's colour of text."""
    is_disabled, is_chosen = mode == QIcon.Mode.Disabled, mode == QIcon.Mode.Selected
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    colour = QGuiApplication.palette().color(
        group.Disabled if is_disabled else group.Active,
        role.HighlightedText if is_chosen else role.ButtonText,
    )
    paint_icon(painter, name, rect, colour)


@cache
def _svg(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
