"""A check box that is seen on dark grounds, too."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton
from typing_extensions import override

from cnnviz.ui.canvas.grid_painting import sharp_pen
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look


class CheckBox(QCheckBox):
    """Outline the box: the style does it darker than the ground, whatever that is."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        indicator = QStyle.SubElement.SE_CheckBoxIndicator
        box = self.style().subElementRect(indicator, option, self)
        with QPainter(self) as painter:
            painter.setPen(sharp_pen(look(self.palette()).ink_3, tokens.LINE_THIN))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
