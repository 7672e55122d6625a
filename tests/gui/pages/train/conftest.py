"""The Train page, shown."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.views.train_page import TrainPage
from tests.helpers.opened_training import Opened
from tests.helpers.training_fakes import FakeEngine, digit_store, network_store


@pytest.fixture
def open_page(qtbot: QtBot) -> Iterator[Callable[[FakeEngine], Opened]]:
    made: list[Opened] = []

    def build(fake: FakeEngine) -> Opened:
        pictures, networks = digit_store(), network_store()
        presenter = TrainPresenter(pictures, networks, engine=fake)
        page = TrainPage(presenter)
        page.resize(1192, 740)
        qtbot.addWidget(page)
        page.set_shown(True)
        page.show()
        made.append(Opened(page, presenter, fake, (pictures, networks)))
        return made[-1]

    yield build
    for opened in made:
        opened.presenter.shut_down()
