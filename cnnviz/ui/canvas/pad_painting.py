"""How the draw pad is painted, bottom to top."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPalette, QPen

from cnnviz.engine.images.preparation import DIGIT_SIZE, FIT_SIZE
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import sized
from cnnviz.ui.theme.tokens import Sheet


def paint_sheet(painter: QPainter, paper: QRectF, ink: QImage, sheet: Sheet) -> None:
    """Paint the ink on its paper."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillRect(paper, sheet.paper)
    painter.drawImage(paper, ink)


def paint_picture(
    painter: QPainter, paper: QRectF, picture: QImage, sheet: Sheet
) -> None:
    """Paint a picture in the middle of the paper, its proportions kept."""
    painter.fillRect(paper, sheet.paper)
    size = QSize(picture.size()).scaled(
        paper.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
    )
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(paper.center())
    crisp = picture.width() * 4 < size.width()  # its pixels are worth seeing
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not crisp)
    painter.drawImage(place, picture)


def paint_hint(painter: QPainter, paper: QRectF, text: str, sheet: Sheet) -> None:
    """Say in the middle of an empty sheet what to do."""
    painter.setFont(sized(painter.font(), tokens.FONT_HINT))
    painter.setPen(sheet.hint)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(paper.adjusted(12, 12, -12, -12), flags, text)


def paint_note(painter: QPainter, paper: QRectF, text: str, sheet: Sheet) -> None:
    """Say at the foot of a picture what can be done with it."""
    font = sized(painter.font(), tokens.FONT_NOTE)
    painter.setFont(font)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    room = paper.adjusted(6, 0, -6, 0)
    needed = QFontMetricsF(font).boundingRect(room, flags, text)
    strip = QRectF(paper)
    strip.setTop(paper.bottom() - needed.height() - 8)
    painter.fillRect(strip, sheet.note)
    painter.setPen(sheet.pen)
    painter.drawText(strip.adjusted(6, 0, -6, 0), flags, text)


def paint_guide(painter: QPainter, paper: QRectF, palette: QPalette) -> None:
    """Show where MNIST's digits lie: 20 of 28 pixels a side, in the middle."""
    edge = paper.width() * (DIGIT_SIZE - FIT_SIZE) / DIGIT_SIZE / 2
    accent = palette.color(QPalette.ColorRole.Highlight)
    painter.setPen(QPen(accent, tokens.LINE_MARK, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(paper.adjusted(edge, edge, -edge, -edge))


def paint_frame(
    painter: QPainter, paper: QRectF, palette: QPalette, *, focused: bool
) -> None:
    """Outline the paper, strongly when the keyboard is in it."""
    role = QPalette.ColorRole.Highlight if focused else QPalette.ColorRole.Mid
    painter.setPen(
        QPen(palette.color(role), tokens.LINE_STRONG if focused else tokens.LINE_THIN)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(paper)


def paint_pen(
    painter: QPainter, paper: QRectF, at: QPointF, radius: float, rubber: QColor | None
) -> None:
    """Show how large the pen is, where it is; an eraser is filled with its rubber."""
    painter.setClipRect(paper)
    painter.setPen(QPen(tokens.PEN_OUTLINE, tokens.LINE_MARK))
    painter.setBrush(rubber or Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, radius, radius)


def paint_point(painter: QPainter, at: QPointF, filled: QColor | None) -> None:
    """Show the middle of the keyboard's pen: filled when it is on the paper."""
    painter.setBrush(filled or Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, 3.0, 3.0)
