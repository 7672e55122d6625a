"""The networks of the other pages go along with the timeline, where they are of the run."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.state.current_network import NetworkStore
from cnnviz.state.followed_network import FollowedNetwork
from cnnviz.state.run.moment_networks import MomentNetworks
from tests.helpers.training_fakes import FakeEngine, digit_store, network_store


@dataclass
class Pages:
    train: TrainPresenter
    draw: NetworkStore
    followed: FollowedNetwork
    moments: MomentNetworks

    @property
    def steps(self) -> tuple[int, int]:
        return self.draw.state.step, self.followed.store.state.step


@pytest.fixture
def pages(qtbot: QtBot) -> Iterator[Pages]:
    pictures, draw = digit_store(), network_store()
    train = TrainPresenter(pictures, draw, engine=FakeEngine(endless=True))
    followed = FollowedNetwork(draw)
    moments = MomentNetworks(train.timeline, {"draw": draw, "network": followed.store})
    for step in range(1, 5):
        train.step()
        qtbot.waitUntil(lambda n=step: train.run.state.weights_step == n)
    yield Pages(train, draw, followed, moments)
    train.shut_down()


def test_that_a_network_that_is_not_of_the_run_stays_until_its_page_is_meant(
    pages: Pages,
) -> None:
    shipped = pages.draw.state
    pages.moments.set_page("train")
    pages.train.timeline.look_at(2)
    assert pages.draw.state is shipped
    pages.moments.set_page("network")
    assert pages.steps == (2, 2)  # both showed the same before
    pages.train.timeline.look_at(3)
    assert pages.steps == (3, 3)
    assert pages.moments.before.state is shipped
    pages.moments.give_back()
    assert pages.draw.state is shipped
    assert pages.followed.store.state is shipped
    assert pages.moments.before.state is None


def test_that_live_is_every_new_moment(pages: Pages, qtbot: QtBot) -> None:
    pages.moments.set_page("draw")
    pages.train.timeline.look_at(1)
    assert pages.draw.state.is_moment
    pages.train.timeline.follow_newest()
    assert pages.steps == (4, 4)
    pages.train.step()
    qtbot.waitUntil(lambda: pages.steps == (5, 5))


def test_that_a_network_that_was_sent_stays_while_the_run_goes_and_goes_back_by_hand(
    pages: Pages, qtbot: QtBot
) -> None:
    pages.train.use_network()
    sent = pages.draw.state
    pages.train.step()
    qtbot.waitUntil(lambda: pages.train.run.state.weights_step == 5)
    assert pages.draw.state is sent
    pages.moments.set_page("train")
    pages.train.timeline.look_at(2)
    assert pages.steps == (2, 2)


def test_that_a_moment_takes_the_place_of_the_one_before(pages: Pages) -> None:
    pages.moments.set_page("draw")
    keys = set()
    for step in (1, 2, 3):
        pages.train.timeline.look_at(step)
        keys.add(pages.draw.state.key)
    assert len(keys) == 1
