"""How the receptive field grows from layer to layer: a bar and a size for each."""

from itertools import pairwise
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.explain.receptive_field import FieldStep
from cnnviz.engine.networks.layers import PICTURE
from cnnviz.ui.accessibility.cell_source import Cell
from cnnviz.ui.canvas.cell_grid import CellGrid, Rows
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import set_tip
from cnnviz.ui.texts import plain
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.look import look

_ROW: Final = 18.0
_BAR: Final = 6.0
_NAME: Final = 96.0
_SIZE: Final = 74.0
_MOST: Final = 14


class GrowthBars(CellGrid):
    """Show each layer at which numbers see more than at the one before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[FieldStep, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def steps(self) -> tuple[FieldStep, ...]:
        """What is shown."""
        return self._steps

    def render_steps(self, steps: tuple[FieldStep, ...]) -> None:
        """Show the layers on the way; of a long one the first and the last."""
        grown = [
            step
            for before, step in pairwise(steps)
            if step.size != before.size or before.layer == PICTURE
        ]
        half = _MOST // 2
        if len(grown) > _MOST:
            grown = [*grown[:half], *grown[-half:]]
        self._steps = tuple(grown)
        lines = "\n".join(f"{_name(step)}: {_size(step)}" for step in grown)
        set_tip(self, lines)
        self.updateGeometry()
        self.update()

    @override
    def readable(self) -> tuple[range, range]:
        """Return a row for each layer that is shown, in one column."""
        return range(len(self._steps)), range(1)

    @override
    def cell_at(self, point: QPointF) -> Cell | None:
        row = int(point.y() // _ROW)
        return (row, 0) if 0 <= row < len(self._steps) else None

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        return QRectF(0, row * _ROW, self.width(), _ROW)

    @override
    def place_words(self, row: int, column: int) -> str:
        return _name(self._steps[row])

    @override
    def number_at(self, row: int, column: int) -> str:
        """Return how far a number of a layer sees."""
        return _size(self._steps[row])

    @override
    def numbers(self) -> Rows | None:
        """Return rows and columns that each layer sees."""
        return np.array([step.size for step in self._steps]) if self._steps else None

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, round(_ROW * len(self._steps)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look(self.palette())
        largest = max((max(step.size) for step in self._steps), default=1)
        middle = Qt.AlignmentFlag.AlignVCenter
        with QPainter(self) as painter:
            font = in_pixels(self.font(), tokens.TEXT_PX)
            for index, step in enumerate(self._steps):
                top, is_last = index * _ROW, index == len(self._steps) - 1
                painter.setFont(half_bold(font) if is_last else font)
                painter.setPen(colours.ink if is_last else colours.ink_3)
                painter.drawText(QRectF(0, top, _NAME, _ROW), middle, _name(step))
                place = QRectF(_NAME, top, _SIZE, _ROW)
                painter.drawText(place, middle, _size(step))
                room = self.width() - _NAME - _SIZE
                bar = QRectF(_NAME + _SIZE, top + (_ROW - _BAR) / 2, room, _BAR)
                painter.fillRect(bar, colours.chosen)
                bar.setWidth(room * max(step.size) / largest)
                painter.fillRect(bar, colours.ink if is_last else colours.ink_3)
            if self.hovered_cell is not None:
                self.paint_reading(painter, self.box_of(*self.hovered_cell))
            self.paint_focus(painter)


def _name(step: FieldStep) -> str:
    return plain(layer_label(step.layer), 12)


def _size(step: FieldStep) -> str:
    return " × ".join(map(whole, step.size))
