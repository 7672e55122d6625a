"""An arrow from one stage to the next."""

from PySide6.QtCore import QLineF, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look


class StageArrow(QWidget):
    """Point to the right, or down, in the middle of its place."""

    def __init__(self, parent: QWidget, *, down: bool = False) -> None:
        super().__init__(parent)
        self._down = down
        self.setFixedSize(self.sizeHint())

    @override
    def sizeHint(self) -> QSize:
        return QSize(tokens.ICON, tokens.SPACE_XL)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(look(self.palette()).ink_2, tokens.LINE_MARK)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.translate(self.width() / 2, self.height() / 2)
            painter.rotate(90 if self._down else 0)
            half = min(self.width(), self.height()) / 2 - tokens.LINE_STRONG
            tip, wing = QPointF(half, 0), half * 0.6
            painter.drawLine(QLineF(QPointF(-half, 0), tip))
            for side in (-wing, wing):
                painter.drawLine(QLineF(tip, QPointF(half - wing, side)))
