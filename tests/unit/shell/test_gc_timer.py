import gc
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from cnnviz.shell.gc_timer import GcTimer


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[GcTimer]:
    made = GcTimer()
    made.begin()
    yield made
    made.shut_down()


class Cycle:
    alive = 0

    def __init__(self) -> None:
        self.me = self
        Cycle.alive += 1

    def __del__(self) -> None:
        Cycle.alive -= 1


def test_that_cycles_go_although_python_itself_does_not_collect(
    qtbot: QtBot, collector: GcTimer
) -> None:
    assert not gc.isenabled()
    for _ in range(2000):
        Cycle()
    assert Cycle.alive == 2000
    qtbot.waitUntil(lambda: Cycle.alive == 0)


def test_that_python_collects_again_after_the_end(collector: GcTimer) -> None:
    collector.shut_down()
    assert gc.isenabled()
