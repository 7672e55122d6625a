"""What stands over the columns of windows, kernels and sums of a unit."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from cnnviz.ui.controls.fitting_label import fitted_font
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import in_pixels
from cnnviz.ui.theme.look import Look
from cnnviz.ui.unit_view.rows.rows_layout import HEAD_TOP, Box, RowsLayout

HEAD_HEIGHT: Final = 16.0
_TO_BRACKET: Final = 8.0
_OVER: Final = 20.0
"""Of a row that stands alone, pixels from the top of a title to what it stands over."""


def paint_heads(
    painter: QPainter, heads: tuple[str, str, str], layout: RowsLayout, look: Look
) -> None:
    """Paint the titles over the columns of the first row."""
    painter.setPen(look.ink_2)
    font = in_pixels(painter.font(), tokens.TEXT_PX)
    for head, place, align in head_places(heads, layout, font):
        painter.setFont(head_font(head, font, place.width()))
        metrics = painter.fontMetrics()
        text = metrics.elidedText(
            head, Qt.TextElideMode.ElideRight, int(place.width()) + 1
        )
        painter.drawText(place, align, text)
    painter.setFont(font)  # what follows is not pressed


def head_font(head: str, font: QFont, room: float) -> QFont:
    """Return the font of a title: smaller, then pressed, where it has less room."""
    if QFontMetricsF(font).horizontalAdvance(head) <= room:
        return font
    return fitted_font(head, in_pixels(font, tokens.AXIS_PX), int(room))


def head_places(
    heads: tuple[str, str, str], layout: RowsLayout, font: QFont
) -> list[tuple[str, QRectF, Qt.AlignmentFlag]]:
    """Return each title with the place that it has, and the side it keeps to.

    A title has the room up to the next one; one without a title beside it has that too.
    The second moves to the right end of its column where the first needs the room.
    """
    first, flag = layout.rows[0], Qt.AlignmentFlag
    window, kernel, total = first.window, first.kernel, first.total
    width = QFontMetricsF(font).horizontalAdvance
    places: list[tuple[str, QRectF, Qt.AlignmentFlag]] = []
    end = layout.bracket - _TO_BRACKET

    def top(box: Box) -> float:
        """Return where a title over a box begins."""
        return box[1] - _OVER if first.is_stacked else HEAD_TOP

    if heads[2]:
        wide = width(heads[2])
        right = end if wide > total[2] else total[0] + total[2]
        left = max(total[0], right - wide)
        box = QRectF(left, top(total), right - left, HEAD_HEIGHT)
        places.append((heads[2], box, flag.AlignRight))
        if not first.is_stacked:
            end = left - tokens.SPACE_M
    if heads[1] and kernel is not None:
        if first.is_stacked:
            box = QRectF(kernel[0], top(kernel), kernel[2], HEAD_HEIGHT)
            places.append((heads[1], box, flag.AlignRight))
        else:
            left = _second_left(heads, window, kernel, font)
            right = max(kernel[0] + kernel[2], min(end, left + width(heads[1])))
            box = QRectF(left, HEAD_TOP, right - left, HEAD_HEIGHT)
            places.append((heads[1], box, flag.AlignLeft))
            end = left - tokens.SPACE_S
    if heads[0]:
        box = QRectF(window[0], top(window), end - window[0], HEAD_HEIGHT)
        places.append((heads[0], box, flag.AlignLeft))
    return places


def _second_left(
    heads: tuple[str, str, str], window: Box, kernel: Box, font: QFont
) -> float:
    """Return where the second title begins: at its column, or as far right as it can."""
    width = QFontMetricsF(font).horizontalAdvance
    if window[0] + width(heads[0]) + tokens.SPACE_S <= kernel[0]:
        return kernel[0]
    return max(kernel[0], kernel[0] + kernel[2] - width(heads[1]))
