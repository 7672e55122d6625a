"""How the receptive field grows from layer to layer: a bar and a size for each."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.explain.receptive_field import FieldStep
from cnnviz.engine.networks.layers import PICTURE
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


class GrowthBars(QWidget):
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
        self.setAccessibleDescription(lines)
        set_tip(self, lines)
        self.updateGeometry()
        self.update()

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


def _name(step: FieldStep) -> str:
    return plain(layer_label(step.layer), 12)


def _size(step: FieldStep) -> str:
    return " × ".join(map(whole, step.size))
