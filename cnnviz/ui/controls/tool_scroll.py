"""A column of widgets that is scrolled where it is taller than its place."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from cnnviz.ui.layouts import Part, in_column
from cnnviz.ui.theme import tokens


class ToolScroll(QScrollArea):
    """Show parts one below the other, as wide as the place; the wheel scrolls them all.

    Over a slider, a choice or a grid, too: what is scrolled past must not change.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QWidget(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self.body)

    def fill(self, *parts: Part | tuple[Part, int]) -> None:
        """Put the parts in, once."""
        in_column(*parts, (None, 1), gap=tokens.SPACE_M, of=self.body)
        for widget in self.body.findChildren(QWidget):
            widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the wheel from what lies in the column."""
        is_inside = watched is not self.viewport() and watched is not self.body
        if event.type() == QEvent.Type.Wheel and is_inside:
            self.verticalScrollBar().event(event)
            return True
        return super().eventFilter(watched, event)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
