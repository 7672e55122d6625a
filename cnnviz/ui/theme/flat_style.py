"""Qt's own controls, flat: fields and buttons from the tokens, no shadow, no gradient."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterStateGuard
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionMenuItem,
    QWidget,
)
from typing_extensions import override

from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import Look, look

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

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Paint sliders in ink: a position is no colour."""
        is_slider = control == QStyle.ComplexControl.CC_Slider
        is_flat = is_slider and bool(option.state & _State.State_Horizontal)
        if widget is None or not is_flat:
            super().drawComplexControl(control, option, painter, widget)
            return
        parts = QStyle.SubControl
        groove, handle = (
            self.subControlRect(control, option, part, widget)
            for part in (parts.SC_SliderGroove, parts.SC_SliderHandle)
        )
        with QPainterStateGuard(painter):
            _paint_slider(painter, option, groove, handle)

    @override
    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.ControlElement.CE_MenuBarEmptyArea:
            painter.fillRect(option.rect, look(option.palette).ground)
        elif element == QStyle.ControlElement.CE_MenuBarItem and isinstance(
            option, QStyleOptionMenuItem
        ):
            with QPainterStateGuard(painter):
                _paint_menu_title(painter, option)
        else:
            super().drawControl(element, option, painter, widget)

    @override
    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        # PySide's stub knows no call without a widget; Qt makes some.
        found = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        if kind == QStyle.ContentsType.CT_MenuBarItem:
            found.setHeight(max(found.height(), tokens.HIT))
        return found


def _paint_menu_title(painter: QPainter, option: QStyleOptionMenuItem) -> None:
    """Write a menu's title in the ink of chrome; darker while it is pointed at."""
    colours, state = look(option.palette), option.state
    painter.fillRect(option.rect, colours.ground)
    is_open = state & (_State.State_Selected | _State.State_Sunken)
    if is_open:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.chosen)
        box = QRectF(option.rect).adjusted(1, 3, -1, -3)
        painter.drawRoundedRect(box, tokens.RADIUS_FIELD, tokens.RADIUS_FIELD)
    painter.setPen(colours.ink if is_open else colours.ink_3)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
    painter.drawText(option.rect, flags, option.text)


def _paint_slider(
    painter: QPainter, option: QStyleOption, groove: QRect, handle: QRect
) -> None:
    """Paint a groove, in ink up to the handle, and a round handle."""
    colours, is_enabled = look(option.palette), option.state & _State.State_Enabled
    ink = colours.ink if is_enabled else colours.ink_3
    middle, y = QRectF(handle).center(), QRectF(groove).center().y()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    half = tokens.LINE_STRONG
    left, right = groove.left(), groove.right() + 1
    for end, fill in ((right, colours.chosen), (middle.x(), ink)):
        painter.setBrush(fill)
        line = QRectF(left, y - half, end - left, 2 * half)
        painter.drawRoundedRect(line, half, half)
    radius = tokens.SPACE_M
    if option.state & _State.State_HasFocus:
        painter.setBrush(colours.accent)
        painter.drawEllipse(middle, radius + half, radius + half)
    painter.setBrush(ink)
    painter.drawEllipse(middle, radius, radius)


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
    return colours.outline


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
