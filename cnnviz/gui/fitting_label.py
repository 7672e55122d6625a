"""A line of text that makes itself narrower before it is cut."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

_NARROWEST: Final = 78
"""Percent of the usual width that letters may be pressed to and stay easy to read."""


class FittingLabel(QLabel):
    """Show one line in whatever width there is: pressed a little, then with an ellipsis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        font = self.fitted_font()
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment(), shown)
        painter.end()

    def fitted_font(self) -> QFont:
        """Return the font in which the text is painted at this width."""
        font = QFont(self.font())
        wanted = QFontMetrics(font).horizontalAdvance(self.text())
        if wanted > self.width() > 0:
            font.setStretch(max(_NARROWEST, int(99 * self.width() / wanted)))
        return font
