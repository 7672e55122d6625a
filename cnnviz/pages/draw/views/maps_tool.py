"""The maps of every layer for a drawing, as a tool of the Draw page."""

from PySide6.QtWidgets import QWidget

from cnnviz.pages.draw.presenters.draw_presenter import DrawState
from cnnviz.state.picture.network_pictures import NetworkPictures
from cnnviz.ui.layouts import in_column
from cnnviz.ui.network_chooser.network_words import network_title
from cnnviz.ui.network_view.network_view import NetworkView


class MapsTool(QWidget):
    """Show every layer's maps.

    Attributes
    ----------
    view
        The maps, any of which can be opened.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("maps_tool")
        self.view = NetworkView(self)
        in_column(self.view, of=self)

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
