"""Opening a network in a thread that says how far it is, and can be given up."""

from collections.abc import Iterator
from threading import Event

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.catalogue import network
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.workers import network_opening
from cnnviz.state.workers.network_opening import (
    Opening,
    OpeningProgress,
    OpeningWorker,
    OpenNetwork,
    open_network,
    opening_network,
)

MLP = CurrentNetwork(network("mlp"), None, "untrained")


class Counting:
    """Open a network in three parts, each when the gate lets it; remember the last one."""

    def __init__(self) -> None:
        self.gate = Event()
        self.last = 0

    def __call__(self, current: CurrentNetwork) -> Opening:
        for self.last in (1, 2, 3):
            yield OpeningProgress(current, self.last, 3)
            self.gate.wait(10)
        yield open_network(current)


@pytest.fixture
def counting() -> Counting:
    return Counting()


@pytest.fixture
def worker(qtbot: QtBot, counting: Counting) -> Iterator[OpeningWorker]:
    made = OpeningWorker(counting)
    yield made
    counting.gate.set()
    made.shut_down()


def said_by(worker: OpeningWorker) -> list[object]:
    said: list[object] = []
    worker.answered.connect(lambda _number, answer: said.append(answer))
    return said


def test_that_the_parts_come_to_the_same_network() -> None:
    *reports, opened = opening_network(MLP)
    assert all(isinstance(report, OpeningProgress) for report in reports)
    assert isinstance(opened, OpenNetwork)
    at_once = open_network(MLP)
    assert [*opened.weights] == [*at_once.weights]
    for name, values in opened.weights.items():
        assert np.array_equal(values, at_once.weights[name])


def test_that_what_is_quick_says_nothing_on_the_way(
    qtbot: QtBot, worker: OpeningWorker, counting: Counting
) -> None:
    said = said_by(worker)
    counting.gate.set()
    worker.request(MLP)
    qtbot.waitUntil(lambda: bool(said))
    assert [type(one) for one in said] == [OpenNetwork]


def test_that_what_is_slow_says_how_far_it_is(
    qtbot: QtBot,
    worker: OpeningWorker,
    counting: Counting,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(network_opening, "_QUIET", 0)
    monkeypatch.setattr(network_opening, "_PAUSE", 0)
    said = said_by(worker)
    counting.gate.set()
    worker.request(MLP)
    qtbot.waitUntil(lambda: len(said) == 4)
    progress = [one for one in said if isinstance(one, OpeningProgress)]
    assert [(one.done, one.total) for one in progress] == [(1, 3), (2, 3), (3, 3)]


def test_that_what_is_forgotten_is_not_gone_on_with(
    qtbot: QtBot, worker: OpeningWorker, counting: Counting
) -> None:
    said = said_by(worker)
    worker.request(MLP)
    qtbot.waitUntil(lambda: counting.last == 1)
    worker.forget()
    counting.gate.set()
    worker.shut_down()
    assert counting.last == 2
    assert said == []
