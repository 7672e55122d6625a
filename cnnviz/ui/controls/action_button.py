"""Buttons large enough to hit: for an action, and for the one thing to do next."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QStatusTipEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from cnnviz.state.level import level_of, set_level
from cnnviz.ui.controls.fitting_label import fitted_font
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.icons import paint_icon
from cnnviz.ui.theme.look import look
from cnnviz.ui.theme.theme import mixed, paint_rounded


class ActionButton(QToolButton):
    """Show an action from its level on; its names follow when the action's change."""

    _awaits_focus = False
    _said = ""

    def __init__(
        self, action: QAction, parent: QWidget, *, words: bool, width: int = 40
    ) -> None:
        super().__init__(parent)
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if words else style.ToolButtonIconOnly
        )
        self.setDefaultAction(action)
        self.setIconSize(QSize(tokens.ICON, tokens.ICON))
        self.setMinimumSize(width, tokens.HIT_LARGE)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred if words else QSizePolicy.Policy.Fixed,
            QSizePolicy.Policy.Fixed,
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_level(self, level_of(action) or "first")
        action.changed.connect(self._on_action_changed)
        self._on_action_changed()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Qt asks, too, when the action cannot be had for a moment: the next field
        # would be typed into.
        self._awaits_focus = not self.isEnabled()
        return not self._awaits_focus and super().focusNextPrevChild(next)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        is_back = event.type() == QEvent.Type.EnabledChange and self.isEnabled()
        if is_back and self._awaits_focus:
            self._awaits_focus = False
            if self.window().focusWidget() is None:
                self.setFocus()

    @Slot()
    def _on_action_changed(self) -> None:
        action = self.defaultAction()
        self.setObjectName(f"{action.objectName()}_button")
        if action.statusTip() != self._said and self.underMouse():
            # The pointer rests on it: what it read there is not true any more.
            QApplication.sendEvent(self, QStatusTipEvent(action.statusTip()))
        self._said = action.statusTip()
        self.setAccessibleName(action.text())


class AccentButton(QToolButton):
    """The one thing to do next: words on the accent colour, which its owner says."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFont(half_bold(in_pixels(self.font(), tokens.TITLE_PX)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)
        self.setMinimumHeight(tokens.SPACE_SIGN)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, tokens.SPACE_SIGN)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_accent(painter, self)


def paint_accent(painter: QPainter, button: QToolButton, sign: str = "") -> None:
    """Paint a button on the accent colour, with an icon before its words or without."""
    colours = look(button.palette())
    ground = colours.accent
    if button.isDown() or (button.underMouse() and button.isEnabled()):
        ground = mixed(ground, colours.ink, tokens.MIX_STRONG)
    if not button.isEnabled():
        ground = colours.chosen
    ink = colours.on_accent if button.isEnabled() else colours.ink_2
    box = button.rect().adjusted(1, 1, -1, -1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    paint_rounded(painter, box, tokens.RADIUS_DROP)
    align = Qt.AlignmentFlag.AlignVCenter
    room = button.rect().adjusted(tokens.SPACE_M, 0, -tokens.SPACE_M, 0)
    if sign:
        side, left = tokens.ICON_L, tokens.SPACE_XXL
        top = (button.height() - side) // 2
        paint_icon(painter, sign, QRect(left, top, side, side), ink)
        room = button.rect().adjusted(left + side + tokens.SPACE_M, 0, -left // 2, 0)
    else:
        align |= Qt.AlignmentFlag.AlignHCenter
    painter.setFont(fitted_font(button.text(), button.font(), room.width()))
    painter.setPen(ink)
    painter.drawText(room, align, button.text())
    if button.hasFocus():
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(colours.ink)
        paint_rounded(painter, box, tokens.RADIUS_DROP)
