"""A name that is a menu of what could be in its place."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QMenu,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import paint_icon

_LEAST = 56
"""Pixels in which some letters of a name and the sign of the menu are seen."""


class MenuName(QToolButton):
    """Show a name and that it opens a menu; it is cut where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFixedHeight(tokens.HIT_SMALL)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Maximum, policy.Fixed)

    def set_words(self, words: str) -> None:
        """Show a name: never as markup, and no mnemonic in it."""
        words = words.replace("&", "&&")
        if words != self.text():
            self.setText(words)
            self.updateGeometry()

    def pop_up(self, menu: QMenu) -> None:
        """Open a menu below the name."""
        # Not setMenu: Fusion would put its arrow below the text, in the corner.
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    @override
    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self.font()).horizontalAdvance(self._words()) + 1
        return QSize(wide + 2 * tokens.SPACE_S + tokens.ICON_S, tokens.HIT_SMALL)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, tokens.HIT_SMALL)

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        panel = QStyle.PrimitiveElement.PE_PanelButtonTool
        with QPainter(self) as painter:
            self.style().drawPrimitive(panel, option, painter, self)
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        side, edge = tokens.ICON_S, tokens.SPACE_S
        room = self.rect().adjusted(edge, 0, -edge - side, 0)
        metrics, cut = QFontMetrics(self.font()), Qt.TextElideMode.ElideRight
        words = metrics.elidedText(self._words(), cut, room.width())
        ink = self.palette().buttonText().color()
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, flags, words)
        left = room.left() + metrics.horizontalAdvance(words) + tokens.SPACE_XXS
        top = (self.height() - side) // 2
        paint_icon(painter, "chevron_down", QRect(left, top, side, side), ink)
