"""What an activation makes of the open number: its curve, and the point on it."""

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.pages.network.model.opened_unit import OpenedUnit
from cnnviz.ui.network_view.columns.block_words import layer_word
from cnnviz.ui.numbers import full
from cnnviz.ui.page import Retranslated, set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look

if TYPE_CHECKING:
    from cnnviz.engine.networks.units import NetworkUnit

_HIGHEST: Final = 72
_LOWEST: Final = 40
"""Pixels below which nothing could be seen of it."""

_MARGIN: Final = 8.0
_SAMPLES: Final = 49
_ROOM: Final = 1.25
"""Of the number before the activation: so far the curve goes to both sides."""

_POINT: Final = 4.0


class Bend(Retranslated):
    """Show the activation's curve where the number is on it; else an empty place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bend")
        self._unit: NetworkUnit | None = None
        self._curve = np.zeros((2, 0))
        # It takes what is left, and asks for nothing.
        self.setMaximumHeight(_HIGHEST)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    @property
    def point(self) -> tuple[float, float] | None:
        """The number before the activation and after it; ``None`` where there is none."""
        unit = self._unit
        return None if unit is None else (unit.parts.terms[0].value, unit.parts.value)

    def render_unit(self, opened: OpenedUnit | None) -> None:
        """Show what the activation of a block makes of its number."""
        self._unit = None
        for unit in () if opened is None else opened.chain:
            if unit.layer.key == "activation" and unit.layer.works_on_each:
                self._unit = unit
        self.setVisible(self._unit is not None)
        if self._unit is not None:
            before, after = self.point or (0.0, 0.0)
            reach = _ROOM * max(abs(before), 1.0)
            x = np.linspace(-reach, reach, _SAMPLES)
            y = self._unit.layer.forward((x.astype(np.float32)[None],), {})[0]
            self._curve = np.stack([x, y])
            self.setAccessibleName(
                f"{layer_word(self._unit.layer)}: {full(before)} → {full(after)}"
            )
            set_tip(self, self.accessibleName())
        self.update()

    def _place_of(self, x: float, y: float) -> QPointF:
        (low, high), ys = (self._curve[0, 0], self._curve[0, -1]), self._curve[1]
        down, up = min(ys.min(), 0.0), max(ys.max(), 0.0)
        area = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        across = (x - low) / (high - low)
        height = (y - down) / max(up - down, 1e-9)
        return QPointF(
            area.left() + float(across) * area.width(),
            area.bottom() - float(height) * area.height(),
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.point is None or self.height() < _LOWEST:
            return
        (before, after), colours = self.point, look(self.palette())
        here, reach = self._place_of(before, after), float(self._curve[0, -1])
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours.hairline, tokens.LINE_THIN))
            painter.drawLine(self._place_of(-reach, 0), self._place_of(reach, 0))
            ys = self._curve[1]
            painter.drawLine(
                self._place_of(0, min(float(ys.min()), 0.0)),
                self._place_of(0, float(ys.max())),
            )
            painter.setPen(QPen(colours.ink_3, tokens.LINE_MARK))
            points = [self._place_of(float(x), float(y)) for x, y in self._curve.T]
            painter.drawPolyline(QPolygonF(points))
            ink = colours.of_sign(after)
            painter.setPen(QPen(ink, tokens.LINE_THIN))
            painter.drawLine(self._place_of(before, 0), here)
            painter.setBrush(ink)
            painter.drawEllipse(here, _POINT, _POINT)

    def _retranslate(self) -> None:
        """Say it in the language of now."""
        if self._unit is not None:
            set_tip(self, self.accessibleName())
