"""The head of a part of the inspector: its name, and its values while it is closed."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.ui.controls.fitting_label import fitted_font
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.icons import paint_icon
from cnnviz.ui.theme.look import look
from cnnviz.ui.theme.theme import paint_rounded

_LINE: Final = 40
_SECOND: Final = 18
"""Pixels for what a section holds, where it does not fit beside the name."""


class SectionHead(QAbstractButton):
    """Icon, name and values of a section; a press opens it, or closes it.

    Values that do not fit beside the name stand below it while there is room for that.
    """

    def __init__(self, sign: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign, self._values = sign, ""
        self._is_short = False
        self.setCheckable(True)
        # Who opens it with the mouse goes on walking with the keys.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Ignored, policy.Fixed)

    @override
    def nextCheckState(self) -> None:
        """Leave it to the inspector which section is open."""

    def set_values(self, values: str) -> None:
        """Say what the section holds, shortly."""
        if values != self._values:
            self._values = values
            self.setAccessibleDescription(values)
            self._fit()

    def set_short(self, is_short: bool) -> None:
        """Take one line only, in a window that has not much height."""
        if is_short != self._is_short:
            self._is_short = is_short
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        below = not self._is_short and not self.isChecked() and not self._fits()
        return QSize(120, _LINE + _SECOND * below)

    def _name_font_width(self) -> int:
        font = half_bold(in_pixels(self.font(), tokens.VALUE_PX))
        return QFontMetrics(font).horizontalAdvance(self.text())

    def _beside(self) -> QRect:
        """Return where there is room for values beside the name."""
        left = tokens.ICON + tokens.SPACE_M + self._name_font_width() + tokens.SPACE_L
        return QRect(left, 0, self.width() - left - tokens.ICON_S, _LINE)

    def _fits(self) -> bool:
        width = QFontMetrics(self.font()).horizontalAdvance(self._values)
        return width <= self._beside().width()

    @override
    def checkStateSet(self) -> None:
        super().checkStateSet()
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look(self.palette())
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, colours.hairline)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse() and self.isEnabled():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.chosen)
                wide = self.rect().adjusted(-tokens.SPACE_XS, 4, 0, -3)
                paint_rounded(painter, wide, tokens.RADIUS_FIELD)
            self._paint_name(painter)
            self._paint_values(painter)
            if self.hasFocus():
                painter.setPen(colours.accent)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                box = self.rect().adjusted(1, 3, -1, -2)
                paint_rounded(painter, box, tokens.RADIUS_FIELD)

    def _paint_name(self, painter: QPainter) -> None:
        colours, is_open = look(self.palette()), self.isChecked()
        ink, side = colours.ink if is_open else colours.ink_2, tokens.ICON
        top = (_LINE - side) // 2
        paint_icon(painter, self._sign, QRect(0, top, side, side), ink)
        small = tokens.ICON_S
        place = QRect(self.width() - small, (_LINE - small) // 2, small, small)
        sign = "chevron_down" if is_open else "chevron_right"
        paint_icon(painter, sign, place, colours.ink_3)
        painter.setFont(half_bold(in_pixels(self.font(), tokens.VALUE_PX)))
        painter.setPen(colours.ink)
        left, flags = side + tokens.SPACE_M, Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, 0, self.width() - left, _LINE), flags, self.text())

    def _paint_values(self, painter: QPainter) -> None:
        place, flags = self._beside(), Qt.AlignmentFlag.AlignRight
        if self.height() > _LINE:
            left = tokens.ICON + tokens.SPACE_M
            top = _LINE - tokens.SPACE_M
            place = QRect(left, top, self.width() - left, _SECOND)
            flags = Qt.AlignmentFlag.AlignLeft
        font = fitted_font(self._values, self.font(), place.width())
        cut = Qt.TextElideMode.ElideRight
        text = QFontMetrics(font).elidedText(self._values, cut, place.width())
        painter.setFont(font)
        painter.setPen(look(self.palette()).ink_2)
        painter.drawText(place, flags | Qt.AlignmentFlag.AlignVCenter, text)
