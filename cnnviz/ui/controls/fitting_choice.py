"""A choice whose text makes itself narrower before it is cut."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from cnnviz.ui.controls.fitting_label import fitted_font


class FittingChoice(QComboBox):
    """Show the chosen text in whatever width there is, and never half a letter."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        paint_choice(self, option)


def paint_choice(widget: QWidget, option: QStyleOptionComboBox) -> None:
    """Paint a widget as a choice, its text pressed a little before it is cut."""
    field = widget.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        widget,
    )
    room = field.width() - 2  # the style's own margin
    font = fitted_font(option.currentText, widget.font(), room)
    elide = Qt.TextElideMode.ElideRight
    option.currentText = QFontMetrics(font).elidedText(option.currentText, elide, room)
    with QStylePainter(widget) as painter:
        assert isinstance(painter, QStylePainter)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.setFont(font)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
