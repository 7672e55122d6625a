"""The maps of every layer for a drawing, as a tool of the Draw page."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.draw.presenters.draw_presenter import DrawState
from cnnviz.state.picture.network_pictures import NetworkPictures
from cnnviz.ui.controls.tool_button import name_as_action, tool_button
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_chooser.network_words import network_title
from cnnviz.ui.network_view.network_view import NetworkView
from cnnviz.ui.page import Retranslated
from cnnviz.ui.theme import tokens


class MapsTool(Retranslated):
    """Show every layer's maps.

    Attributes
    ----------
    view
        The maps, any of which can be opened.
    """

    def __init__(self, own_ranges: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("maps_tool")
        self.view = NetworkView(self)
        self._own_ranges = tool_button(self, own_ranges, flat=False)
        self._own_ranges.setMinimumHeight(tokens.HIT)
        head = in_row((None, 1), self._own_ranges)
        in_column(head, (self.view, 1), gap=tokens.SPACE_S, of=self)
        self._retranslate()

    def render_state(self, state: DrawState) -> None:
        """Show the maps of the newest answer."""
        answer, network = state.answer, state.answering.network
        pictures = NetworkPictures(network)
        if answer is not None:
            pictures = NetworkPictures(network, answer.digit, answer.layers)
        self.view.render_state(pictures, network_title(state.answering))

    def go_back(self) -> bool:
        """Close the map that is open; whether one was."""
        is_open = self.view.opened is not None
        self.view.close_map()
        return is_open

    @override
    def _retranslate(self) -> None:
        name_as_action(self._own_ranges)
