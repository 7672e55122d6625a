"""What the indices of the loops are now."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.images.numbers.number_text import MINUS
from cnnviz.pages.convolution.views.algorithm.code_view import code_font
from cnnviz.ui.theme.fonts import bold

_GAP = 14
_BANDS = 2


class IndexTable(QWidget):
    """Names of indices with their values below, in two bands at most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: tuple[tuple[str, str], ...] = ()
        self.setFont(code_font(self.font()))
        self._bold = bold(self.font())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def render_values(self, values: Sequence[tuple[str, int]]) -> None:
        """Show other values; the names of now stay where they are."""
        pairs = tuple((name, f"{value}".replace("-", MINUS)) for name, value in values)
        if pairs == self._pairs:
            return
        self._pairs = pairs
        self.setAccessibleDescription(", ".join(f"{n} = {v}" for n, v in pairs))
        self.update()

    @property
    def values(self) -> dict[str, str]:
        """What is read in the table."""
        return dict(self._pairs)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _BANDS * self._band_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def _band_height(self) -> int:
        return 2 * QFontMetrics(self._bold).height() + 4

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            plain, heavy = QFontMetrics(self.font()), QFontMetrics(self._bold)
            x = y = 0
            for name, value in self._pairs:
                # Room for a sign and four digits: nothing moves while the window does.
                widest = max(map(heavy.horizontalAdvance, ("0000", value)))
                width = max(plain.horizontalAdvance(name), widest)
                if x and x + width > self.width():
                    x, y = 0, y + self._band_height()
                self._paint_pair(
                    painter, QRect(x, y, width, plain.height()), name, value
                )
                x += width + _GAP

    def _paint_pair(
        self, painter: QPainter, place: QRect, name: str, value: str
    ) -> None:
        palette, right = self.palette(), Qt.AlignmentFlag.AlignRight
        painter.setFont(self.font())
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(place, right, name)
        painter.setFont(self._bold)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        painter.drawText(place.translated(0, place.height()), right, value)
