"""How windows, kernels and sums of a unit are painted."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
)

from cnnviz.engine.images.colour_maps import to_indices
from cnnviz.state.picture.layer_pictures import Look as Range
from cnnviz.ui.canvas.grid_cells import argb_table, block_image
from cnnviz.ui.canvas.grid_numbers import is_light, is_numbered
from cnnviz.ui.canvas.grid_painting import sharp_pen
from cnnviz.ui.controls.fitting_label import fitted_font
from cnnviz.ui.numbers import short
from cnnviz.ui.texts import filled
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.look import Look
from cnnviz.ui.unit_view.rows.heads_painting import HEAD_HEIGHT, paint_heads
from cnnviz.ui.unit_view.rows.rows_layout import HEAD_TOP, Box, RowPlace, RowsLayout
from cnnviz.ui.unit_view.rows.unit_rows import Floats, UnitRow, UnitRows

"""Pixels from which a cell has its number in it."""

_UNDER_NAME: Final = 7.0
"""Pixels that a sum stands lower for the name over it."""

_NEARLY: Final = 0.05
"""Below it a number without room for a digit is told to be nearly 0."""

_SIGNS: Final = {"times": "×", "compared": "−", "none": ""}
_BRACKET: Final = 5.0
_WIDEST: Final = 36.0
"""Pixels of the ribbon of the largest sum."""

_THINNEST: Final = 1.5


def paint_rows(
    painter: QPainter, rows: UnitRows, layout: RowsLayout, look: Look, target: float
) -> None:
    """Paint the rows, and the ribbons that carry their sums to a height."""
    if not rows.rows:
        return
    paint_heads(painter, rows.heads, layout, look)
    _paint_flow(painter, rows, layout, look, target)
    for row, place in zip(rows.rows, layout.rows, strict=True):
        _paint_row(painter, row, place, rows, look)
    if layout.folded is not None:
        _paint_folded(painter, rows, layout.folded, look)


def _paint_row(
    painter: QPainter, row: UnitRow, place: RowPlace, rows: UnitRows, look: Look
) -> None:
    if place.name[3] and row.size_hw != (1, 1):
        _paint_name(painter, row, place, look)
    paint_cells(painter, row.cells_hw, row.cells_look, place.window, look)
    if row.chosen is not None:
        _paint_chosen(painter, row, place.window, look)
    painter.setFont(in_pixels(painter.font(), tokens.VALUE_PX))
    painter.setPen(look.ink_2)
    centre = Qt.AlignmentFlag.AlignCenter
    right = place.window[0] + place.window[2]
    if place.kernel is not None and row.kernel_hw is not None:
        paint_cells(painter, row.kernel_hw, row.kernel_look, place.kernel, look)
        painter.setFont(in_pixels(painter.font(), tokens.VALUE_PX))
        painter.setPen(look.ink_2)
        gap = QRectF(right, place.middle - 12, place.kernel[0] - right, 24)
        if place.is_stacked:
            left = place.window[0]
            gap = QRectF(left, place.middle - 12, right - left, 24)
        painter.drawText(gap, centre, _SIGNS[rows.sign])
        right = place.kernel[0] + place.kernel[2]
    if row.result_hw is None and np.isnan(row.total):
        return  # the whole map is read, and it is no sum: its ribbon leads on
    gap = QRectF(right, place.middle - 12, place.total[0] - right, 24)
    painter.drawText(gap, centre, _equals(row))
    if row.result_hw is not None:
        paint_cells(painter, row.result_hw, row.result_look, place.total, look)
        return
    text = short(row.total, 3)
    for size in (tokens.TITLE_PX, tokens.VALUE_PX, tokens.TEXT_PX):
        painter.setFont(half_bold(in_pixels(painter.font(), size)))
        if painter.fontMetrics().horizontalAdvance(text) <= place.total[2]:
            break
    painter.setPen(look.of_sign(row.total))
    align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    lower = _UNDER_NAME if place.is_named_over_sum else 0.0
    painter.drawText(QRectF(*place.total).translated(0, lower), align, text)


def _equals(row: UnitRow) -> str:
    return "→" if row.kernel_hw is None else "="


def _paint_name(painter: QPainter, row: UnitRow, place: RowPlace, look: Look) -> None:
    left, top, width, height = place.name
    if top < HEAD_TOP + HEAD_HEIGHT:
        return
    font = in_pixels(painter.font(), tokens.AXIS_PX)
    painter.setFont(fitted_font(row.name, font, int(width)))
    painter.setPen(look.ink_3)
    text = painter.fontMetrics().elidedText(
        row.name, Qt.TextElideMode.ElideRight, int(width)
    )
    flag = Qt.AlignmentFlag
    align = flag.AlignRight if place.is_named_over_sum else flag.AlignLeft
    painter.drawText(QRectF(left, top, width, height - 2), align, text)
    painter.setFont(font)  # what follows is not pressed


def paint_cells(
    painter: QPainter, cells_hw: Floats, of: Range, box: Box, look: Look
) -> None:
    """Paint numbers as colours, with the numbers in them where there is room."""
    low, high, palette = of
    table = look.tables[palette]
    indices = to_indices(cells_hw, low, high)
    argb = argb_table(table)[indices]
    blank = np.isnan(cells_hw)
    if blank.any():
        argb[blank] = look.raised.rgb()
    place = QRectF(*box)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(place, block_image(argb, QImage.Format.Format_RGB32))
    rows, columns = cells_hw.shape
    wide, high_ = box[2] / columns, box[3] / rows
    painter.setPen(sharp_pen(look.hairline, tokens.LINE_THIN))
    if min(wide, high_) >= 5:
        for column in range(columns + 1):
            x = box[0] + column * wide
            painter.drawLine(QPointF(x, box[1]), QPointF(x, box[1] + box[3]))
        for row in range(rows + 1):
            y = box[1] + row * high_
            painter.drawLine(QPointF(box[0], y), QPointF(box[0] + box[2], y))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
    if is_numbered(min(wide, high_)) or (rows, columns) == (1, 1):
        _paint_numbers(painter, cells_hw, is_light(table)[indices], box)


def _paint_numbers(
    painter: QPainter, cells_hw: Floats, light: NDArray[np.bool_], box: Box
) -> None:
    rows, columns = cells_hw.shape
    wide, high = box[2] / columns, box[3] / rows
    size = tokens.TEXT_PX if min(wide, high) >= 40 or columns == 1 else tokens.AXIS_PX
    font = in_pixels(painter.font(), size)
    for row in range(rows):
        for column in range(columns):
            value = float(cells_hw[row, column])
            if np.isnan(value):
                continue
            painter.setPen(tokens.BLACK if light[row, column] else tokens.WHITE)
            painter.setOpacity(1.0 if value else tokens.MIX_EDGE)
            cell = QRectF(box[0] + column * wide, box[1] + row * high, wide, high)
            text, fitted = number_text(value, font, wide)
            painter.setFont(fitted)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)
    painter.setOpacity(1.0)
    painter.setFont(font)  # what follows is not pressed


def number_text(value: float, font: QFont, room: float) -> tuple[str, QFont]:
    """Return a number with as many digits as a cell has room for, and in which font.

    It is pressed before its last digit is given up, and nearly 0 only if it is.
    """
    for pressed, counts in ((False, (3, 2)), (True, (2, 1))):
        for digits in counts:
            text = short(value, digits)
            fitted = fitted_font(text, font, int(room) - 4) if pressed else font
            if QFontMetricsF(fitted).horizontalAdvance(text) <= room - 4:
                return text, fitted
    return ("≈0" if abs(value) < _NEARLY else text), fitted


def _paint_chosen(painter: QPainter, row: UnitRow, box: Box, look: Look) -> None:
    assert row.chosen is not None
    rows, columns = row.size_hw
    wide, high = box[2] / columns, box[3] / rows
    at = QRectF(
        box[0] + row.chosen[1] * wide, box[1] + row.chosen[0] * high, wide, high
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(sharp_pen(look.marker_edge, tokens.LINE_STRONG + tokens.LINE_HALO))
    painter.drawRect(at)
    painter.setPen(sharp_pen(look.ink, tokens.LINE_STRONG))
    painter.drawRect(at)


def _paint_folded(painter: QPainter, rows: UnitRows, box: Box, look: Look) -> None:
    painter.setFont(in_pixels(painter.font(), tokens.TEXT_PX))
    painter.setPen(look.ink_2)
    template = _folded_words()
    text = filled(template, count=rows.folded)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(QRectF(*box), middle, text)
    painter.setPen(look.of_sign(rows.folded_total))
    painter.setFont(half_bold(in_pixels(painter.font(), tokens.VALUE_PX)))
    align = Qt.AlignmentFlag.AlignRight | middle
    painter.drawText(QRectF(*box), align, short(rows.folded_total, 3))


def _folded_words() -> str:
    return QCoreApplication.translate("UnitRows", "and {count} more")


def _paint_flow(
    painter: QPainter, rows: UnitRows, layout: RowsLayout, look: Look, target: float
) -> None:
    """Paint a ribbon from each sum to the bracket, as wide as the sum is large."""
    totals = [1.0 if np.isnan(row.total) else row.total for row in rows.rows]
    widths = ribbon_widths(totals)
    top = target - sum(widths) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for total, width, place in zip(totals, widths, layout.rows, strict=True):
        colour = look.of_sign(total)
        x0 = place.total[0] + place.total[2] + tokens.SPACE_S
        path = _lens(
            x0, place.middle, layout.bracket - _BRACKET, top + width / 2, width
        )
        gradient = QLinearGradient(x0, 0, layout.bracket, 0)
        for at, share in ((0.0, tokens.MIX_STRONG), (1.0, tokens.MIX_HALF)):
            stop = QColor(colour)
            stop.setAlphaF(share)
            gradient.setColorAt(at, stop)
        painter.fillPath(path, gradient)
        top += width
    total_width = max(sum(widths), _BRACKET)
    whole = sum(totals) + rows.folded_total
    bar = QRectF(
        layout.bracket - _BRACKET,
        target - total_width / 2 - 4,
        _BRACKET,
        total_width + 8,
    )
    painter.setBrush(look.of_sign(whole))
    painter.drawRoundedRect(bar, tokens.RADIUS_MARK, tokens.RADIUS_MARK)
    painter.restore()


def ribbon_widths(totals: Sequence[float]) -> list[float]:
    """Return how wide a ribbon each sum has, in pixels: proportional to its magnitude.

    Examples
    --------
    >>> ribbon_widths([4.0, -1.0, 0.0])
    [36.0, 9.0, 0.0]
    """
    largest = max((abs(total) for total in totals), default=0.0)
    if not largest or not np.isfinite(largest):
        return [0.0] * len(totals)
    shares = [abs(total) / largest for total in totals]
    widest = min(_WIDEST, 4 * _WIDEST / sum(shares))
    return [max(share * widest, _THINNEST) if share else 0.0 for share in shares]


def _lens(x0: float, y0: float, x1: float, y1: float, width: float) -> QPainterPath:
    middle, half = (x0 + x1) / 2, width / 2
    path = QPainterPath(QPointF(x0, y0 - half))
    path.cubicTo(middle, y0 - half, middle, y1 - half, x1, y1 - half)
    path.lineTo(x1, y1 + half)
    path.cubicTo(middle, y1 + half, middle, y0 + half, x0, y0 + half)
    path.closeSubpath()
    return path
