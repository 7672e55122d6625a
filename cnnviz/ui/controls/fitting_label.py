"""A line of text that says less, or makes itself narrower, before it is cut."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

_NARROWEST: Final = 78
"""Percent of the usual width that letters may be pressed to and stay easy to read."""

_EASY: Final = 90
"""Percent at which letters hardly look pressed; where it is too wide, less is said."""

_STEP: Final = 3
"""Percent after percent is no use: letters keep to whole pixels."""


class FittingLabel(QLabel):
    """Show one line in whatever width there is: pressed a little, then with an ellipsis.

    Where it was told the same at several lengths, a shorter one comes before both.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._forms: tuple[str, ...] = ()

    @override
    def setText(self, text: str) -> None:
        self._forms = ()
        super().setText(text)

    def set_forms(self, forms: Sequence[str]) -> None:
        """Take one text at several lengths, the longest first: the first that fits shows."""
        if self._forms != tuple(forms) or not forms:
            self._forms = tuple(forms)
            self._choose_form()

    def _choose_form(self) -> None:
        fonts, shown = (self.font(), _pressed(self.font(), _EASY)), ""
        for shown in self._forms:
            if min(_width(shown, font) for font in fonts) <= self.width():
                break
        if shown != self.text():
            super().setText(shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._forms:
            self._choose_form()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._forms:
            self._choose_form()

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
        with QPainter(self) as painter:
            painter.setFont(font)
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.rect(), self.alignment(), shown)

    def fitted_font(self) -> QFont:
        """Return the font in which the text is painted at this width."""
        return fitted_font(self.text(), self.font(), self.width())


def fitted_font(text: str, font: QFont, room: int) -> QFont:
    """Return a font, pressed as little as a text needs, in so many pixels, to fit."""
    fitted, wanted = QFont(font), _width(text, font)
    if not wanted > room > 0:
        return fitted
    stretch = int(99 * room / wanted)
    while True:
        stretch = max(_NARROWEST, stretch)
        fitted = _pressed(font, stretch)
        if stretch == _NARROWEST or _width(text, fitted) <= room:
            return fitted
        stretch -= _STEP  # a hinted font may stay wider than its share


def _pressed(font: QFont, stretch: int) -> QFont:
    pressed = QFont(font)
    pressed.setStretch(stretch)
    return pressed


def _width(text: str, font: QFont) -> int:
    # Rounded, it may be less than what the ellipsis goes by.
    return QFontMetrics(font).horizontalAdvance(text) + 1
