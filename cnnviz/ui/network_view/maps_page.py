"""A page on which the feature maps of a network are seen in rows."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from typing_extensions import override

from cnnviz.ui.network_view.network_view import NetworkView
from cnnviz.ui.page import Page


class MapsPage(Page):
    """Esc, or a click beside everything, closes the map that is open in ``_view``.

    Signals
    -------
    unit_requested(layer, channel, row, column)
        What a number is made of is to be shown, on the page for that.
    """

    unit_requested = Signal(str, int, int, int)

    _view: NetworkView

    @override
    def set_reduced_motion(self, reduced: bool) -> None:
        self._view.zoom.reduced_motion = reduced
        self._view.maps.feeding.receding.reduced_motion = reduced

    @override
    def go_back(self) -> bool:
        is_open = self._view.opened is not None
        self._view.close_map()
        return is_open

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close an opened map on a click beside everything."""
        # Whatever wants a click has taken it: this one went beside everything.
        self._view.close_map()
