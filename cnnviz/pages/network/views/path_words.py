"""The parts of the way to what is open, in the window's language."""

from PySide6.QtCore import QCoreApplication

from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.pages.network.model.trail import Place
from cnnviz.pages.network.views.path_bar import Crumb
from cnnviz.ui.network_view.columns.block_words import tile_label
from cnnviz.ui.numbers import whole
from cnnviz.ui.picture_text import picture_title
from cnnviz.ui.texts import plain

_LONGEST = 44
"""Letters of a picture's name; where there is less room, the bar cuts it."""


def crumbs(state: NetworkState) -> tuple[Crumb, ...]:
    """Return the parts of the way: picture, maps, and the number that is open."""
    made: list[Crumb] = [(plain(picture_title(state.picture), _LONGEST), 0)]
    made += [
        (place_label(state, each), index + 1)
        for index, each in enumerate(state.way.trail)
    ]
    place = state.place
    if place is not None and place.cell is not None:
        block = state.block(place.layer)
        if block.map_hw != (1, 1):
            made.append((cell_words(*place.cell), len(state.way.trail)))
    return tuple(made)


def place_label(state: NetworkState, place: Place) -> str:
    """Return what the map, or the number of a vector, at a place is called."""
    return tile_label(state.block(place.layer), place.channel)


def cell_words(row: int, column: int) -> str:
    """Return where a number is in its map."""
    text = QCoreApplication.translate("NetworkPlaces", "row {row}, column {column}")
    return text.format(row=whole(row + 1), column=whole(column + 1))
