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
        self._name_itself()

    def _name_itself(self) -> None:
        """Say what the keyboard has come to: a tool has names of its own inside."""
        self.setAccessibleName(self.tr("Tool, scrolls"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_itself()
        super().changeEvent(event)

    def fill(
        self,
        *parts: Part | tuple[Part, int],
        at_end: Part = 0,
        own_wheel: QWidget | None = None,
    ) -> None:
        """Put the parts in, once.

        Parameters
        ----------
        *parts
            From the top on.
        at_end
            What lies at the lower end of the place.
        own_wheel
            A part over which the wheel does something of its own.
        """
        column = in_column(*parts, (None, 1), at_end, gap=tokens.SPACE_M, of=self.body)
        column.setContentsMargins(0, 0, tokens.SPACE_S, 0)  # off the scroll bar
        for widget in self.body.findChildren(QWidget):
            if widget is not own_wheel:
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
