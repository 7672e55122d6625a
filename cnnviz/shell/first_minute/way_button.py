"""One way in: a large button with a picture made of real numbers."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.look import Look, look

Paints = Callable[[QPainter, QRectF, Look], None]

_WORDS: Final = 84
_SIZE, _LEAST = QSize(330, 330), QSize(250, 220)


class WayButton(QAbstractButton):
    """A picture, what there is to see, and one line more."""

    def __init__(self, paints: Paints, parent: QWidget) -> None:
        super().__init__(parent)
        self._paints, self._line = paints, ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Expanding)
        self.setMaximumSize(_SIZE.width() + 90, _SIZE.height() + 40)

    def set_words(self, title: str, line: str) -> None:
        """Say what there is to see."""
        self.setText(title)
        self._line = line
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return _SIZE

    @override
    def minimumSizeHint(self) -> QSize:
        return _LEAST

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look(self.palette())
        marked = self.hasFocus() or self.underMouse()
        air = tokens.SPACE_XXL
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(colours.accent if marked else colours.hairline)
            painter.setBrush(colours.raised)
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(frame, tokens.RADIUS_OPENED, tokens.RADIUS_OPENED)
            picture = frame.adjusted(air, air, -air, -_WORDS - tokens.SPACE_M)
            painter.save()
            self._paints(painter, picture, colours)
            painter.restore()
            top = frame.bottom() - _WORDS
            title = QRectF(frame.left() + air, top, frame.width() - 2 * air, 26)
            painter.setPen(colours.ink)
            painter.setFont(half_bold(in_pixels(self.font(), tokens.TITLE_PX)))
            painter.drawText(title, Qt.AlignmentFlag.AlignLeft, self.text())
            painter.setPen(colours.ink_2)
            painter.setFont(in_pixels(self.font(), tokens.TEXT_PX))
            line = title.translated(0, 30)
            line.setHeight(_WORDS - 36)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
            painter.drawText(line, flags, self._line)
