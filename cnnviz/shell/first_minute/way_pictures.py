"""The pictures of the start card, painted from real numbers."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from cnnviz.engine.convolution.first.exercises import EXERCISES
from cnnviz.engine.images.colour_maps import signed_range, to_indices
from cnnviz.state.picture.layer_pictures import PaletteName
from cnnviz.state.start_pictures import StartPictures
from cnnviz.ui.picture_image import pixels_image
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import answer_font, in_pixels
from cnnviz.ui.theme.look import Look

_KNOWN: Final = 3
"""Cells of the output that are there, as on the page that the picture leads to."""


def paint_kernel(painter: QPainter, box: QRectF, colours: Look) -> None:
    """Paint the first exercise: its picture, its kernel, and the number to be said."""
    exercise = EXERCISES[0]
    cell = min(box.width() / 12.4, box.height() / 5)
    left, middle = box.center().x() - 6.2 * cell, box.center().y()
    picture = QRectF(left, middle - 2.5 * cell, 5 * cell, 5 * cell)
    kernel = QRectF(left + 5.7 * cell, middle - 1.5 * cell, 3 * cell, 3 * cell)
    output = kernel.translated(3.7 * cell, 0)
    grey = to_indices(exercise.picture_hw, 0, 1)
    _paint_cells(painter, picture, grey, "grey", colours)
    low, high = signed_range(exercise.kernel_hw)
    weights = to_indices(exercise.kernel_hw, 2 * low, 2 * high)
    _paint_cells(painter, kernel, weights, "diverging", colours)
    most = float(exercise.output_hw.max()) * 1.6
    sums = to_indices(exercise.output_hw, -most, most)
    _paint_cells(painter, output, sums, "diverging", colours, _KNOWN)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    window = QRectF(picture.left(), picture.top() + cell, 3 * cell, 3 * cell)
    asked = QRectF(output.left(), output.top() + cell, cell, cell)
    for place, ink in ((window, colours.ink), (asked, colours.accent)):
        painter.setPen(QPen(ink, tokens.LINE_STRONG))
        painter.drawRoundedRect(place, tokens.RADIUS_RING, tokens.RADIUS_RING)
    painter.setFont(answer_font(painter.font(), max(round(cell * 0.8), 8)))
    painter.drawText(asked, Qt.AlignmentFlag.AlignCenter, "?")


def paint_digit(
    painter: QPainter, box: QRectF, colours: Look, known: StartPictures
) -> None:
    """Paint a digit and the chances that the network gives it."""
    side = min(box.height(), box.width() * 0.5)
    sheet = QRectF(box.left(), box.center().y() - side / 2, side, side)
    _paint_cells(painter, sheet, known.digit_hw, "grey", colours)
    if not known.chances:
        return
    best = int(np.argmax(known.chances))
    right = QRectF(sheet.right() + tokens.SPACE_L, box.top(), 0, box.height())
    right.setRight(box.right())
    answer = right.adjusted(0, 0, -right.width() * 0.5, 0)
    painter.setPen(colours.ink)
    painter.setFont(answer_font(painter.font(), round(side * 0.62)))
    painter.drawText(answer, Qt.AlignmentFlag.AlignCenter, str(best))
    bars = right.adjusted(right.width() * 0.5, 0, 0, 0)
    line = bars.height() / len(known.chances)
    pixels = max(min(tokens.AXIS_PX, int(line)), 8)
    painter.setFont(in_pixels(painter.font(), pixels))
    for digit, chance in enumerate(known.chances):
        top = bars.top() + digit * line
        painter.setPen(colours.ink if digit == best else colours.ink_3)
        number = QRectF(bars.left(), top, 12, line)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(digit))
        painter.setPen(Qt.PenStyle.NoPen)
        room = QRectF(bars.left() + 18, top + line * 0.3, bars.width() - 20, line * 0.4)
        for share, ink in ((1.0, colours.chosen), (chance, colours.ink)):
            painter.setBrush(ink)
            part = QRectF(room)
            part.setWidth(room.width() * share)
            painter.drawRoundedRect(part, tokens.RADIUS_RING, tokens.RADIUS_RING)


def paint_learning(
    painter: QPainter, box: QRectF, colours: Look, known: StartPictures
) -> None:
    """Paint how the loss of a real run fell, batch after batch."""
    losses = np.array(known.losses)
    if not losses.size:
        return
    painter.setPen(QPen(colours.hairline, tokens.LINE_THIN))
    for share in (0.0, 0.5, 1.0):
        y = box.bottom() - share * box.height()
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    across = np.linspace(box.left(), box.right() - 8, losses.size)
    down = box.bottom() - losses / losses.max() * box.height()
    curve = QPainterPath(QPointF(float(across[0]), float(down[0])))
    for x, y in zip(across[1:].tolist(), down[1:].tolist(), strict=True):
        curve.lineTo(x, y)
    painter.strokePath(curve, QPen(colours.training, tokens.LINE_STRONG))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.training)
    painter.drawEllipse(QPointF(float(across[-1]), float(down[-1])), 4, 4)


def _paint_cells(
    painter: QPainter,
    box: QRectF,
    indices_hw: NDArray[np.uint8],
    table: PaletteName,
    colours: Look,
    known: int | None = None,
) -> None:
    """Paint cells in the colours of data; those beyond the ``known`` as outlines."""
    rows, columns = indices_hw.shape
    if known is None and rows * columns > 64:
        image = pixels_image(np.ascontiguousarray(colours.tables[table][indices_hw]))
        painter.drawImage(box, image)
        return
    cell, gap = box.width() / columns, 0.75
    painter.setPen(QPen(colours.hairline, tokens.LINE_THIN))
    for place in range(rows * columns):
        row, column = divmod(place, columns)
        inked = known is None or place < known
        rgb = colours.tables[table][indices_hw[row, column]].tolist()
        painter.setBrush(QColor(*rgb) if inked else Qt.BrushStyle.NoBrush)
        at = QRectF(box.left() + column * cell, box.top() + row * cell, cell, cell)
        tile = at.adjusted(gap, gap, -gap, -gap)
        painter.drawRoundedRect(tile, tokens.RADIUS_RING, tokens.RADIUS_RING)
