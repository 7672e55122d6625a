"""The maps of every layer for a drawing, as a tool of the Draw page."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from cnnviz.pages.draw.presenters.draw_presenter import DrawState
from cnnviz.state.level import set_level
from cnnviz.state.picture.network_pictures import NetworkPictures
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_chooser.network_words import network_title
from cnnviz.ui.network_view.network_stages import flow, stages
from cnnviz.ui.network_view.network_view import NetworkView
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens


class MapsTool(Retranslated):
    """Show every layer's maps as they flow, or those before the activation too.

    Attributes
    ----------
    view
        The maps, any of which can be opened.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("maps_tool")
        self.view = NetworkView(self, rows=flow)
        self._hint = FittingLabel(self)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._every = QToolButton(self)
        self._every.setCheckable(True)
        self._every.setMinimumHeight(tokens.HIT)
        set_level(self._every, "everything")
        foot = in_row((self._hint, 1), self._every, gap=tokens.SPACE_M)
        in_column((self.view, 1), foot, gap=tokens.SPACE_XS, of=self)
        self._every.toggled.connect(self._on_every_toggled)
        self._retranslate()

    @Slot(bool)
    def _on_every_toggled(self, every: bool) -> None:
        self.view.set_rows(stages if every else flow)

    def render_state(self, state: DrawState) -> None:
        """Show the maps of the newest answer."""
        answer, network = state.answer, state.answering.network
        pictures = NetworkPictures(network)
        if answer is not None:
            pictures = NetworkPictures(network, answer.digit, answer.layers)
        self.view.render_state(pictures, network_title(state.answering))

    @override
    def _retranslate(self) -> None:
        self._hint.setText(
            self.tr("Point at a map to see what feeds it. Click it to open it.")
        )
        self._hint.setObjectName("maps_hint")
        self._every.setText(self.tr("Before the activation too"))
        set_names(
            self._every,
            "maps_before_button",
            self.tr("Before the activation too"),
            self.tr("Show the sums before the activation as well, one row per stage"),
        )

    def go(self, by: int) -> None:
        """Open the next map, or the one before."""
        self.view.open_next_map(by)

    def go_back(self) -> bool:
        """Close the map that is open; whether one was."""
        is_open = self.view.opened is not None
        self.view.close_map()
        return is_open
