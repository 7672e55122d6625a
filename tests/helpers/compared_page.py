"""The Network page with all that works behind it, shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from cnnviz.engine.images.samples import load_sample
from cnnviz.pages.network.presenters.closer import CloserPresenter
from cnnviz.pages.network.presenters.comparison import ComparisonPresenter
from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.pages.network.presenters.network_presenters import NetworkPresenters
from cnnviz.pages.network.views.network_page import NetworkPage
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.store import Store


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """The page and its presenters."""

    page: NetworkPage
    picture: PicturePresenter
    network: NetworkPresenter
    comparison: ComparisonPresenter
    closer: CloserPresenter


def shown_page(qtbot: QtBot, *networks: CurrentNetwork) -> Iterator[Compared]:
    """Show the page with a digit, read by the first network; the others can be chosen."""
    pictures = Store(SharedPicture(load_sample("seven"), "sample"))
    undo = QUndoStack()
    picture = PicturePresenter(pictures, undo)
    current = Store(networks[0])
    choices = NetworkChoices(current, networks)
    presenters = NetworkPresenters(picture, choices, undo)
    network = presenters.network
    page = NetworkPage(presenters)
    qtbot.addWidget(page)
    page.resize(1192, 740)
    with qtbot.waitExposed(page):
        page.show()
    page.set_shown(True)
    qtbot.waitUntil(lambda: network.store.state.answer is not None)
    yield Compared(page, picture, network, presenters.comparison, presenters.closer)
    for part in (presenters, choices, picture):
        part.shut_down()
