"""The switch at the end of the menu bar: first look, standard, everything."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from cnnviz.shell.actions import Choice
from cnnviz.ui.controls.tool_button import name_as_action
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold
from cnnviz.ui.theme.look import look


class LevelSwitch(Retranslated):
    """A pill with a word for each level; the one in force is filled."""

    def __init__(self, levels: Choice, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("level_switch")
        self._buttons = [_Word(action, self) for action in levels.values.values()]
        row = in_row(*self._buttons, gap=0, of=self)
        row.setContentsMargins(
            tokens.SPACE_XXS, tokens.SPACE_XXS, tokens.SPACE_XXS, tokens.SPACE_XXS
        )
        self._retranslate()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            _paint_pill(painter, self)

    @override
    def _retranslate(self) -> None:
        for button in self._buttons:
            button.setText(button.defaultAction().iconText())
            name_as_action(button)


class _Word(QToolButton):
    """One level."""

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDefaultAction(action)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(tokens.ICON_L)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look(self.palette())
        with QPainter(self) as painter:
            if self.isChecked():
                _paint_pill(painter, self)
                painter.setFont(half_bold(self.font()))
            marked = self.isChecked() or self.underMouse() or self.hasFocus()
            painter.setPen(colours.ink if marked else colours.ink_3)
            centre = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextHideMnemonic
            painter.drawText(self.rect(), centre, self.text())
            if self.hasFocus():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(colours.accent)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
                half = box.height() / 2
                painter.drawRoundedRect(box, half, half)


def _paint_pill(painter: QPainter, widget: QWidget) -> None:
    colours = look(widget.palette())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    inner = isinstance(widget, _Word)
    painter.setBrush(colours.chosen if inner else colours.raised)
    half = widget.height() / 2
    painter.drawRoundedRect(widget.rect(), half, half)
