"""The one coloured control of the page: what sets the window going."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from cnnviz.state.level import level_of, set_level
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import paint_icon
from cnnviz.ui.theme.look import look
from cnnviz.ui.theme.theme import mixed

SIDE = 40


class PlayButton(QToolButton):
    """A disc in the accent with the sign of what a press would do."""

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_playing = False
        self.setDefaultAction(action)
        if (level := level_of(action)) is not None:
            set_level(self, level)
        self.setFixedSize(QSize(SIDE, SIDE))

    def render_playing(self, playing: bool) -> None:
        """Show the sign of playing on, or of pausing."""
        if playing != self._is_playing:
            self._is_playing = playing
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours, ground = look(self.palette()), look(self.palette()).accent
        if self.isDown() or (self.underMouse() and self.isEnabled()):
            ground = mixed(ground, colours.ink, tokens.MIX_STRONG)
        ink = colours.on_accent if self.isEnabled() else colours.ink_2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(colours.ink if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(ground if self.isEnabled() else colours.chosen)
            painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
            corner = (SIDE - tokens.ICON) // 2
            place = QRect(corner, corner, tokens.ICON, tokens.ICON)
            sign = "pause" if self._is_playing else "play"
            paint_icon(painter, sign, place, ink)
