"""The view as a picture: twice as fine as the screen, or as shapes and text."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final, TypeVar

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintDevice, QPainter, QPainterStateGuard, QPixmap
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.network_view.columns.network_columns import NetworkColumns
from cnnviz.ui.tiles.layer_tiles import LayerTiles

FINER: Final = 2
"""Pixels of the picture for each of the screen, in both directions."""

_MARGIN: Final = 12

W = TypeVar("W", bound=QWidget)


def view_png(widgets: Sequence[QWidget]) -> bytes:
    """Return the visible ones of some widgets as the bytes of a PNG file."""
    whole = _whole(widgets)
    pixmap = QPixmap(whole.size() * FINER)
    pixmap.setDevicePixelRatio(FINER)
    _paint(pixmap, widgets, whole)
    buffer = _buffer()
    pixmap.save(buffer, "PNG")
    return bytes(buffer.data().data())


def view_svg(widgets: Sequence[QWidget], title: str) -> bytes:
    """Return the visible ones of some widgets as the bytes of an SVG file."""
    whole, buffer = _whole(widgets), _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(whole.size())
    generator.setViewBox(QRect(QPoint(0, 0), whole.size()))
    generator.setResolution(widgets[0].logicalDpiX())
    generator.setTitle(title)
    _paint(generator, widgets, whole)
    return bytes(buffer.data().data())


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _paint(device: QPaintDevice, widgets: Sequence[QWidget], whole: QRect) -> None:
    flags = QWidget.RenderFlag.DrawChildren
    with QPainter(device) as painter, _exporting(widgets):
        ground = widgets[0].palette().window()
        painter.fillRect(QRect(QPoint(0, 0), whole.size()), ground)
        for widget in _shown(widgets):
            place = widget.mapTo(widget.window(), QPoint(0, 0)) - whole.topLeft()
            with QPainterStateGuard(painter):
                painter.translate(place)
                widget.render(painter, QPoint(0, 0), renderFlags=flags)


@contextmanager
def _exporting(widgets: Sequence[QWidget]) -> Iterator[None]:
    """Let canvases paint cells anew, as shapes; leave out what is only to be pressed."""
    canvases: list[GridCanvas | LayerTiles | NetworkColumns] = [
        *_within(widgets, GridCanvas),
        *_within(widgets, LayerTiles),
        *_within(widgets, NetworkColumns),
    ]
    tools = [
        (tool, tool.sizePolicy())
        for tool in _within(widgets, QToolButton)
        if tool.isVisible() and _is_tool(tool)
    ]
    for canvas in canvases:
        canvas.set_exporting(True)
    for tool, policy in tools:
        kept = QSizePolicy(policy)
        kept.setRetainSizeWhenHidden(True)  # so that nothing moves into its place
        tool.setSizePolicy(kept)
        tool.hide()
    try:
        yield
    finally:
        for canvas in canvases:
            canvas.set_exporting(False)
        for tool, policy in tools:
            tool.show()
            tool.setSizePolicy(policy)


def _within(widgets: Sequence[QWidget], kind: type[W]) -> list[W]:
    return [found for widget in widgets for found in widget.findChildren(kind)]


def _is_tool(button: QToolButton) -> bool:
    """Whether a button shows its icon only; words on others belong to the view."""
    return button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly and (
        not button.icon().isNull()
    )


def _shown(widgets: Sequence[QWidget]) -> list[QWidget]:
    return [widget for widget in widgets if widget.isVisible()]


def _whole(widgets: Sequence[QWidget]) -> QRect:
    """Return the place in the window that the widgets take together, and a margin."""
    whole = QRect()
    for widget in _shown(widgets):
        place = widget.mapTo(widget.window(), QPoint(0, 0))
        whole = whole.united(QRect(place, widget.size()))
    if whole.isEmpty():
        whole = QRect(QPoint(0, 0), QSize(1, 1))
    return whole.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
