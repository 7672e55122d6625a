"""What lies under the overlays of a grid: cells, border, hairlines and numbers.

All of it is painted once into a cached picture, and again only when the cells or the
view change; a step then costs one blit and its overlays.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPen,
)

from cnnviz.gui.canvas.grid_geometry import CRISP_CELL, GridView
from cnnviz.gui.numbers import short

# Data colours never follow the theme, and the border is part of the data.
BORDER_TONE = QColor(58, 68, 84)
BORDER_HATCH = QColor(112, 126, 148)
HAIRLINE = QColor(128, 128, 128, 90)

_SMALLEST_TEXT, _READABLE_TEXT, _LARGEST_TEXT = 8, 12, 15
TEXT_MARGIN = 5  # two pixels at each side, and the hairline
_TOO_WIDE = "…"


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """The picture of a grid: uint8 indices, the colour of each index, the numbers."""

    indices_hw: NDArray[np.uint8]
    lut: NDArray[np.uint8]
    values_hw: NDArray[np.generic] | None = None


def to_image(cells: Cells, step: int = 1) -> QImage:
    """Wrap (every ``step``-th of) the indices as an image with its own colours."""
    indices = np.ascontiguousarray(cells.indices_hw[::step, ::step])
    height, width = indices.shape
    view = QImage(
        indices.data, width, height, indices.strides[0], QImage.Format.Format_Indexed8
    )
    lut = cells.lut.astype(np.uint32)
    argb = (0xFF << 24) | (lut[:, 0] << 16) | (lut[:, 1] << 8) | lut[:, 2]
    view.setColorTable(argb.tolist())
    return view.copy()  # owns its pixels: nobody keeps the array alive for us


def paint_cells(painter: QPainter, image: QImage, view: GridView) -> None:
    """Paint the picture: crisp when enlarged, smooth when made smaller."""
    x, y, width, height = view.rect(0, 0, view.frame.rows, view.frame.columns)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, view.scale < 1)
    painter.drawImage(QRect(x, y, width, height), image)


def paint_border(painter: QPainter, view: GridView) -> None:
    """Paint the padding as a hatched ring: its zeros are not part of the picture."""
    frame = view.frame
    if (frame.height, frame.width) == (frame.rows, frame.columns):
        return
    whole = QRect(*view.rect(-frame.top, -frame.left, frame.height, frame.width))
    painter.fillRect(whole, BORDER_TONE)
    painter.fillRect(whole, QBrush(BORDER_HATCH, Qt.BrushStyle.BDiagPattern))


def paint_hairlines(painter: QPainter, view: GridView, width: int, height: int) -> None:
    """Paint the lines between cells where a cell is large enough to be seen."""
    if view.scale <= CRISP_CELL:
        return
    frame = view.frame
    x, y, w, h = view.rect(-frame.top, -frame.left, frame.height, frame.width)
    lines = [
        QLineF(px + 0.5, max(y, 0), px + 0.5, min(y + h, height))
        for column in range(-frame.left, frame.columns + frame.right + 1)
        if 0 <= (px := view.column_edge(column)) <= width
    ] + [
        QLineF(max(x, 0), py + 0.5, min(x + w, width), py + 0.5)
        for row in range(-frame.top, frame.rows + frame.bottom + 1)
        if 0 <= (py := view.row_edge(row)) <= height
    ]
    painter.setPen(QPen(HAIRLINE, 1))
    painter.drawLines(lines)


def paint_numbers(
    painter: QPainter,
    cells: Cells,
    view: GridView,
    size: tuple[int, int],
    margin: int = TEXT_MARGIN,
) -> None:
    """Write the value of each visible cell, where there is room for all of them.

    ``size`` is the viewport's width and height, ``margin`` what a cell keeps free.
    """
    rows, columns = view.visible(*size)
    if cells.values_hw is None or view.scale < _SMALLEST_TEXT * 2:
        return
    part = cells.values_hw[rows.start : rows.stop, columns.start : columns.stop]
    fitted = fitted_texts(part, view.scale - margin, painter.font())
    if fitted is None:
        return
    texts, font = fitted
    painter.setFont(font)
    light = _is_light(cells.lut)
    pens = (QColor(255, 255, 255, 225), QColor(0, 0, 0, 225))
    for row, line in zip(rows, texts, strict=True):
        for column, text in zip(columns, line, strict=True):
            painter.setPen(pens[int(light[cells.indices_hw[row, column]])])
            painter.drawText(
                QRectF(*view.rect(row, column)), Qt.AlignmentFlag.AlignCenter, text
            )


def fitted_texts(
    values_hw: NDArray[np.generic], room: float, font: QFont
) -> tuple[list[list[str]], QFont] | None:
    """Write numbers so that they fit ``room`` pixels, or return ``None``.

    Digits are given up first (4 to 2), for a number too small to read says nothing;
    only the last two make the type smaller than is read at ease.
    Where a few are still too wide they keep one digit; where most are, none is shown
    (zeros do not count: they fit anywhere, and there are many).
    """
    largest = int(max(min(room * 0.46, _LARGEST_TEXT), _SMALLEST_TEXT))
    at_ease = min(largest, _READABLE_TEXT)
    for digits, smallest in ((4, at_ease), (3, at_ease), (2, _SMALLEST_TEXT)):
        texts = [[short(float(value), digits) for value in row] for row in values_hw]
        widest = _widest(texts, _sized(font, largest))
        for pixels in range(largest, smallest - 1, -1):
            sized = _sized(font, pixels)
            if QFontMetricsF(sized).horizontalAdvance(widest) <= room:
                return texts, sized
    return _mostly_fitted(values_hw, texts, room, _sized(font, _SMALLEST_TEXT))


def _widest(texts: list[list[str]], font: QFont) -> str:
    """Return the text that takes most room: a minus is wider than a point."""
    different = {text for row in texts for text in row}
    return max(different, key=QFontMetricsF(font).horizontalAdvance, default="")


def _mostly_fitted(
    values_hw: NDArray[np.generic], texts: list[list[str]], room: float, font: QFont
) -> tuple[list[list[str]], QFont] | None:
    metrics = QFontMetricsF(font)

    def fits(text: str) -> bool:
        return metrics.horizontalAdvance(text) <= room

    def shortest(value: float) -> str:
        text = short(value, 1)
        return text if fits(text) else _TOO_WIDE

    other = [fits(text) for row in texts for text in row if text != "0"]
    if 2 * sum(other) < len(other):
        return None
    fitted = [
        [
            text if fits(text) else shortest(float(value))
            for text, value in zip(row, values, strict=True)
        ]
        for row, values in zip(texts, values_hw, strict=True)
    ]
    return fitted, font


def _sized(font: QFont, pixels: int) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(pixels)
    return sized


def _is_light(lut: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Tell for each colour whether black text reads better on it than white."""
    linear = (lut / 255.0) ** 2.2
    luminance = linear @ np.array([0.2126, 0.7152, 0.0722])
    light: NDArray[np.bool_] = luminance > 0.18
    return light
