"""A square sheet in the middle of its widget, and where its points lie."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.images.strokes.ink_sheet import SIDE
from cnnviz.ui.page import Retranslated


class Paper(Retranslated):
    """Keep a square as large as there is room; points of it are cells of ink.

    ``_pointer`` is where the pointer is over it, in cells of ink, or ``None``.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(140, 140)
        self.setMouseTracking(True)
        self._pointer: QPointF | None = None

    def paper_rect(self) -> QRectF:
        """Return where the sheet lies in the widget: the largest square, centred."""
        side = min(self.width(), self.height()) - 2.0
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def to_ink(self, position: QPointF) -> QPointF:
        """Turn a point of the widget into cells of ink."""
        paper = self.paper_rect()
        return (position - paper.topLeft()) * (SIDE / paper.width())

    def to_widget(self, point: QPointF) -> QPointF:
        """Turn a point in cells of ink into one of the widget."""
        paper = self.paper_rect()
        return point * (paper.width() / SIDE) + paper.topLeft()

    @override
    def sizeHint(self) -> QSize:
        return QSize(282, 282)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return width

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._pointer = self.to_ink(event.position())
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Show no pen more: the pointer is elsewhere."""
        self._pointer = None
        self.update()
