"""A kernel as a small picture of its numbers."""

from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter, QPainterStateGuard

from cnnviz.engine.images.colour_maps import DIVERGING, signed_range, to_indices
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import PaintedIcon
from cnnviz.ui.theme.look import look

# Seen on light and on dark ground alike: white cells need an edge on the one.


def kernel_icon(values_hw: NDArray[np.float32]) -> QIcon:
    """Return a kernel's numbers in the diverging colours of the theme of the moment."""
    indices_hw = to_indices(values_hw, *signed_range(values_hw))
    return QIcon(PaintedIcon(partial(_paint, indices_hw)))


def _paint(
    indices_hw: NDArray[np.uint8], painter: QPainter, rect: QRect, mode: QIcon.Mode
) -> None:
    """Paint each number as a square of one colour, none of them blurred."""
    table = look(QGuiApplication.palette()).shown(DIVERGING)
    height, width = indices_hw.shape
    pixels, form = table[indices_hw].tobytes(), QImage.Format.Format_RGB888
    image = QImage(pixels, width, height, width * 3, form)
    place = _place(image.size(), rect)
    with QPainterStateGuard(painter):
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawImage(place, image)
        painter.setPen(tokens.WEIGHT_EDGE)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-1, -1, 0, 0))


def _place(cells: QSize, rect: QRect) -> QRect:
    """Return where so many cells lie in the middle of a place, all of one whole size."""
    room = rect.adjusted(1, 1, -1, -1)
    cell = max(1, min(room.width() // cells.width(), room.height() // cells.height()))
    size = cells * cell
    corner = QPoint(
        rect.left() + (rect.width() - size.width()) // 2,
        rect.top() + (rect.height() - size.height()) // 2,
    )
    return QRect(corner, size)
