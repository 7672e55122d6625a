import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import monotonic

import pytest
from pytestqt.qtbot import QtBot

from cnnviz.engine.errors import CnnvizError
from cnnviz.state.workers.cancellable import CancellableThread
from cnnviz.state.workers.latest import LatestWorker, QueueWorker


class Slow:
    """Answer a question with itself, once the gate is open; keep what was asked."""

    def __init__(self) -> None:
        self.gate = Event()
        self.begun = Event()
        self.asked: list[int] = []

    def __call__(self, question: int) -> int:
        self.asked.append(question)
        self.begun.set()
        self.gate.wait(10)
        if question < 0:
            raise CnnvizError("stride_too_small", stride=question)
        return 100 // question


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
def worker(qtbot: QtBot, slow: Slow) -> Iterator[LatestWorker[int, int]]:
    made = LatestWorker(slow, "test worker")
    yield made
    slow.gate.set()
    made.shut_down()


def test_that_questions_in_between_are_never_begun(
    qtbot: QtBot, slow: Slow, worker: LatestWorker[int, int]
) -> None:
    worker.request(1)
    assert slow.begun.wait(10)
    for question in (2, 3, 4):
        worker.request(question)
    answers: list[tuple[int, int]] = []
    worker.answered.connect(lambda number, answer: answers.append((number, answer)))
    assert worker.is_superseded()
    slow.gate.set()
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == [(1, 100), (4, 25)]
    assert slow.asked == [1, 4]
    assert not worker.is_superseded()


def test_that_what_was_let_go_of_is_wanted_no_more(
    qtbot: QtBot, slow: Slow, worker: LatestWorker[int, int]
) -> None:
    worker.request(1)
    assert slow.begun.wait(10)
    worker.request(2)
    worker.forget()
    assert worker.is_superseded()
    slow.gate.set()
    with qtbot.waitSignal(
        worker.answered, check_params_cb=lambda number, _answer: number == 3
    ):
        worker.request(4)
    assert slow.asked == [1, 4]
    assert not worker.is_superseded()


def test_that_nothing_is_kept_of_what_has_been_answered(qtbot: QtBot) -> None:
    class Large:
        pass

    worker = LatestWorker[Large, int](lambda _: 1, "test worker")
    question = Large()
    gone = weakref.ref(question)
    with qtbot.waitSignal(worker.answered):
        worker.request(question)
    del question
    qtbot.waitUntil(lambda: gone() is None)
    worker.shut_down()


def test_that_a_refusal_comes_with_the_number_of_its_question(
    qtbot: QtBot, slow: Slow, worker: LatestWorker[int, int]
) -> None:
    slow.gate.set()
    with qtbot.waitSignal(worker.failed) as failed:
        number = worker.request(-3)
    assert failed.args[0] == number == worker.newest
    assert failed.args[1].facts == {"stride": -3}


def test_that_an_unforeseen_error_is_logged_and_the_thread_goes_on(
    qtbot: QtBot,
    slow: Slow,
    worker: LatestWorker[int, int],
    caplog: pytest.LogCaptureFixture,
) -> None:
    slow.gate.set()
    with qtbot.waitSignal(worker.failed) as failed:
        worker.request(0)
    assert failed.args[1].code == "unexpected"
    assert "division" in caplog.text
    with qtbot.waitSignal(worker.answered) as answered:
        worker.request(5)
    assert answered.args[1] == 20


def test_that_nothing_runs_before_the_first_question_nor_after_the_end(
    qtbot: QtBot, slow: Slow, worker: LatestWorker[int, int]
) -> None:
    assert not worker.isRunning()
    worker.shut_down()
    worker.request(1)
    assert not worker.isRunning()
    assert slow.asked == []


@pytest.mark.parametrize("asks_in_pool", [False, True])
def test_that_shutting_down_ends_the_question_at_hand_and_drops_what_waits(
    qtbot: QtBot, asks_in_pool: bool
) -> None:
    begun, asked = Event(), []

    def work(question: int) -> int:
        asked.append(question)
        begun.set()

        def until_unwanted() -> int:
            deadline = monotonic() + 10
            while not worker.is_superseded() and monotonic() < deadline:
                pass
            return int(worker.is_superseded())

        if not asks_in_pool:
            return until_unwanted()
        with ThreadPoolExecutor(2) as pool:
            return sum(pool.map(lambda _: until_unwanted(), range(2)))

    worker = LatestWorker[int, int](work, "test worker")
    answers: list[int] = []
    worker.answered.connect(lambda _number, answer: answers.append(answer))
    worker.request(1)
    assert begun.wait(10)
    worker.shut_down()
    assert worker.isFinished()
    qtbot.waitUntil(lambda: answers == [1 + asks_in_pool])
    assert asked == [1]


def test_that_finishing_answers_all_that_was_asked(qtbot: QtBot, slow: Slow) -> None:
    worker = QueueWorker[int, int](slow, "test worker")
    for question in (1, 2, 4):
        worker.request(question)
    slow.gate.set()
    worker.finish()
    worker.request(5)
    assert worker.isFinished()
    assert slow.asked == [1, 2, 4]


def test_that_a_cancelled_thread_knows_it_in_every_thread(qtbot: QtBot) -> None:
    class Asking(CancellableThread):
        def run(self) -> None:
            with ThreadPoolExecutor(1) as pool:
                pool.submit(self._wait).result()

        def _wait(self) -> None:
            while not self.is_cancelled() and monotonic() < deadline:
                pass

    deadline = monotonic() + 10
    thread = Asking("asking")
    thread.start()
    thread.shut_down()
    assert thread.isFinished()
    assert monotonic() < deadline


def test_that_a_lack_of_memory_is_told_as_such(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def greedy(_question: int) -> int:
        raise MemoryError

    worker = LatestWorker(greedy, "test worker")
    with qtbot.waitSignal(worker.failed) as failed:
        worker.request(1)
    assert failed.args[1].code == "memory_full"
    assert not caplog.records
    worker.shut_down()


def test_that_a_worker_in_order_drops_no_question(qtbot: QtBot, slow: Slow) -> None:
    worker = QueueWorker(slow, "test worker")
    for question in (1, 2, 4):
        worker.request(question)
    assert slow.begun.wait(10)
    slow.gate.set()
    worker.finish()
    assert slow.asked == [1, 2, 4]
