"""What is open on the Network page, as a part of a document."""

from PySide6.QtCore import QObject
from typing_extensions import override

from cnnviz.pages.network.model.trail import Place, Trail
from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.state.kept_said import KeptSaid, Said


class KeptLooking(KeptSaid):
    """The trail of the page, and how its network is shown."""

    file_name = "looking.json"

    def __init__(self, page: NetworkPresenter, parent: QObject | None) -> None:
        super().__init__(parent)
        self._page = page

    @override
    def said(self) -> Said:
        state = self._page.store.state
        return {
            "trail": [
                {"layer": place.layer, "channel": place.channel, "cell": place.cell}
                for place in state.way.trail
            ],
            "every_layer": state.every_layer,
            "fit": state.fit,
            "batch_statistics": state.batch_statistics,
        }

    @override
    def show(self, found: Said) -> None:
        self._page.show_every_layer(found.get("every_layer") is True)
        self._page.fit_picture(found.get("fit") is True)
        self._page.use_batch_statistics(found.get("batch_statistics") is True)
        self._page.open_trail(_trail(found.get("trail")))


def _trail(said: object) -> Trail:
    """Return the places of a file; none, where one of them makes no sense."""
    if not isinstance(said, list) or len(said) > 100:
        return ()
    places = tuple(map(_place, said))
    return tuple(place for place in places if place) if all(places) else ()


def _place(said: object) -> Place | None:
    match said:
        case {"layer": str(layer), "channel": int(channel), "cell": cell}:
            match cell:
                case [int(row), int(column)] if min(channel, row, column) >= 0:
                    return Place(layer, channel, (row, column))
                case None if channel >= 0:
                    return Place(layer, channel)
    return None
