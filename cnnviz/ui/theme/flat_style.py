"""Qt's own controls, flat: fields and buttons from the tokens, no shadow, no gradient."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterStateGuard
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionFrame,
    QWidget,
)
from typing_extensions import override

from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import Look, look
from cnnviz.ui.theme.theme import mixed

_Element = QStyle.PrimitiveElement
_State = QStyle.StateFlag


class FlatStyle(QProxyStyle):
    """Fusion's measures and behaviour; what it paints under text and icons is ours."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    @override
    def drawPrimitive(
        self,
        element: _Element,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        paint = _PAINTERS.get(element)
        if paint is None:
            super().drawPrimitive(element, option, painter, widget)
            return
        with QPainterStateGuard(painter):
            paint(painter, option)


def _paint_button(painter: QPainter, option: QStyleOption) -> None:
    """Outline a quiet button; filled while it is pressed or chosen."""
    colours, state = look(option.palette), option.state
    fill = None
    if state & (_State.State_Sunken | _State.State_On):
        fill = colours.chosen
    elif state & _State.State_MouseOver and state & _State.State_Enabled:
        fill = colours.raised
    _paint_box(painter, option, fill, _edge(colours, option))


def _paint_tool_button(painter: QPainter, option: QStyleOption) -> None:
    """Paint nothing at rest, a ground under the pointer and while it is on."""
    state = option.state
    if state & _State.State_AutoRaise and not state & (
        _State.State_Sunken | _State.State_On | _State.State_MouseOver
    ):
        return
    colours = look(option.palette)
    on = state & (_State.State_Sunken | _State.State_On)
    edge = None if state & _State.State_AutoRaise else _edge(colours, option)
    _paint_box(painter, option, colours.chosen if on else colours.raised, edge)


def _paint_field(painter: QPainter, option: QStyleOption) -> None:
    """Outline a raised surface; in the accent while it is typed into."""
    colours = look(option.palette)
    if isinstance(option, QStyleOptionFrame) and option.lineWidth == 0:
        # The field within a spin box: that one has the outline.
        painter.fillRect(option.rect, colours.raised)
        return
    _paint_box(painter, option, colours.raised, _edge(colours, option))


def _paint_nothing(painter: QPainter, option: QStyleOption) -> None:
    """Leave it to what is painted around it."""


def _edge(colours: Look, option: QStyleOption) -> QColor:
    if option.state & _State.State_HasFocus and option.state & _State.State_Enabled:
        return colours.accent
    return mixed(colours.ink, colours.ground, tokens.MIX_OUTLINE)


def _paint_box(
    painter: QPainter, option: QStyleOption, fill: QColor | None, edge: QColor | None
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen if edge is None else edge)
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, tokens.RADIUS_FIELD, tokens.RADIUS_FIELD)


_PAINTERS: Final[Mapping[_Element, Callable[[QPainter, QStyleOption], None]]] = {
    _Element.PE_PanelButtonCommand: _paint_button,
    _Element.PE_PanelButtonTool: _paint_tool_button,
    _Element.PE_FrameLineEdit: _paint_field,
    _Element.PE_PanelLineEdit: _paint_field,
    _Element.PE_FrameDefaultButton: _paint_nothing,
}
