"""Which answers are handed on: those to the newest question, unless it was let go of."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from cnnviz.engine.errors import CnnvizError
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer

GATE = threading.Event()


def half(number: int) -> int:
    GATE.wait(10)
    if number % 2:
        raise CnnvizError("output_not_ready")
    return number // 2


@pytest.fixture
def source(qapp: object) -> Iterator[NewestAnswer[int, int]]:
    GATE.clear()
    made = NewestAnswer(LatestWorker(half, "half"), None)
    yield made
    GATE.set()
    made.shut_down()


def test_that_only_the_newest_answer_arrives_and_ends_the_waiting(
    source: NewestAnswer[int, int], qtbot: QtBot
) -> None:
    arrived: list[int] = []
    source.arrived.connect(arrived.append)
    assert not source.is_waiting
    for number in (2, 4, 6):
        source.request(number)
    assert source.is_waiting

    GATE.set()

    qtbot.waitUntil(lambda: not source.is_waiting)
    assert arrived == [3]


def test_that_nothing_arrives_of_what_was_let_go_of(
    source: NewestAnswer[int, int], qtbot: QtBot
) -> None:
    said: list[object] = []
    source.arrived.connect(said.append)
    source.failed.connect(said.append)
    source.request(3)
    source.forget()
    assert not source.is_waiting
    GATE.set()
    with qtbot.waitSignal(source.arrived):
        source.request(8)

    assert said == [4]


def test_that_a_failure_ends_the_waiting_too(
    source: NewestAnswer[int, int], qtbot: QtBot
) -> None:
    GATE.set()
    with qtbot.waitSignal(source.failed) as failed:
        source.request(1)

    assert failed.args[0].code == "output_not_ready"
    assert not source.is_waiting
