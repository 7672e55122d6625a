"""The way out of an empty network: to the page on which one draws."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.state.level import set_level
from cnnviz.ui.page import HearsLanguage, set_names
from cnnviz.ui.theme import tokens


class DrawWay(HearsLanguage, QPushButton):
    """Offer to draw where there is no ink to read.

    Signals
    -------
    page_wanted(key)
        Another page is to be seen.
    """

    page_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_level(self, "first")
        self.setMinimumHeight(tokens.HIT)
        self.clicked.connect(self._on_clicked)
        self._retranslate()
        self.hide()

    def render_state(self, state: NetworkState) -> None:
        """Come up while the picture is empty."""
        error = None if state.network_error is not None else state.error
        self.setVisible(error is not None and error.code == "drawing_empty")

    @Slot()
    def _on_clicked(self) -> None:
        self.page_wanted.emit("draw")

    @override
    def _retranslate(self) -> None:
        tip = self.tr("Go to the Draw page; what you draw is seen here too")
        set_names(self, "draw_way", self.tr("Draw a digit"), tip)
        self.setText(self.tr("Draw a digit"))
