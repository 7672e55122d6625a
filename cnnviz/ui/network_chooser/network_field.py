"""The choice of a network among the fields of a recipe."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox
from typing_extensions import override

from cnnviz.ui.controls.fitting_choice import paint_choice
from cnnviz.ui.network_chooser.network_button import NetworkButton


class NetworkField(NetworkButton):
    """Look like the choices beside it, in whatever width there is."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        option.initFrom(self)
        if self.isDown():
            option.state |= QStyle.StateFlag.State_On
        option.currentText = self.text().replace("&&", "&")
        paint_choice(self, option)
