"""How far an exercise is: a dot for each cell."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.convolution.model.first.exercise_state import ExerciseState
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look

_APART = 18
_RADIUS = 4


class ProgressDots(QWidget):
    """The cells that are known, the one that is looked at, and those to come."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = ExerciseState()

    def render_state(self, state: ExerciseState) -> None:
        """Show how far it is."""
        self._state = state
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._state.cells * _APART, tokens.HIT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours, state = look(self.palette()), self._state
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for cell in range(state.cells):
                at = QPointF((cell + 0.5) * _APART, self.height() / 2)
                is_here = cell == state.position
                ink = colours.ink if cell < state.known else colours.chosen
                painter.setBrush(colours.accent if is_here else ink)
                radius = _RADIUS + is_here
                painter.drawEllipse(at, radius, radius)
