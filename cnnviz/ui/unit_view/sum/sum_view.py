"""The numbers of a sum written out, each with its weight's hue; scrolls in its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.expression import ChannelPart
from cnnviz.ui.unit_view.sum.sum_products import LINE_HEIGHT, LINES, SumProducts
from cnnviz.ui.unit_view.unit import Unit


class SumView(QScrollArea):
    """All numbers of a step, in columns that stay where they are from step to step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sum_products")
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(LINES * LINE_HEIGHT)
        self.verticalScrollBar().setSingleStep(LINE_HEIGHT)
        self.viewport().setAutoFillBackground(False)
        self._products = SumProducts()
        self._products.setAutoFillBackground(False)
        self.setWidget(self._products)

    def render_parts(self, unit: Unit | None, parts: Sequence[ChannelPart]) -> None:
        """Write out some channels of a sum, or nothing."""
        self._products.render_parts(unit, parts)
        self._accept_focus()

    def set_lines(self, count: int) -> None:
        """Show so many lines at once."""
        if self.height() != count * LINE_HEIGHT:
            self.setFixedHeight(count * LINE_HEIGHT)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._accept_focus()

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._products.setAccessibleName(name)

    def _accept_focus(self) -> None:
        """Be a stop of the Tab key only where there is something to scroll to."""
        scrolls = self._products.minimumHeight() > self.maximumHeight()
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if scrolls else policy.NoFocus)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self.viewport()) as painter:
                painter.setPen(self.palette().highlight().color())
                painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
