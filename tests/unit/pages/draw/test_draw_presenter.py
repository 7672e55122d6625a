"""The presenter between picture, network and page, with a network that is ours."""

from collections.abc import Iterator
from threading import Event, Thread

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.preparation import prepare_drawing, reduce_drawing
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.trace import LayerOutput, Trace
from cnnviz.pages.draw.presenters.draw_presenter import DrawPresenter
from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.store import Store
from cnnviz.state.workers.inference import ReadyNetwork

Pixels = NDArray[np.uint8]
LENET = network("lenet5")


class CountingTracer:
    """Answers at once, or when let; remembers what it was asked and where."""

    def __init__(self) -> None:
        self.asked: list[Pixels] = []
        self.threads: set[object] = set()
        self.may_answer = Event()
        self.may_answer.set()

    def trace(self, digit_hw: Pixels) -> Trace:
        self.may_answer.wait(10)
        self.asked.append(digit_hw)
        self.threads.add(QThread.currentThread())
        outputs = tuple(
            LayerOutput(layer.name, "activation", np.zeros((1, 2, 2), np.float32))
            for layer in LENET.layers
        )
        share = np.full(10, 0.1, np.float32)
        return Trace(digit_hw[np.newaxis].astype(np.float32), outputs, share, 0)


def bar(column: int) -> SharedPicture:
    """Return a drawing of one upright bar, wider the farther to the right it is."""
    ink = np.zeros((280, 280), np.uint8)
    ink[60:220, 100 : 110 + column] = 255
    return SharedPicture(reduce_drawing(ink), "drawing", ink)


def empty() -> SharedPicture:
    ink = np.zeros((280, 280), np.uint8)
    return SharedPicture(reduce_drawing(ink), "drawing", ink)


@pytest.fixture
def tracer() -> CountingTracer:
    return CountingTracer()


@pytest.fixture
def pictures(qapp: QCoreApplication) -> PictureStore:
    return Store(bar(0))


@pytest.fixture
def networks(qapp: QCoreApplication) -> NetworkStore:
    return Store(CurrentNetwork(LENET, None, "shipped"))


@pytest.fixture
def presenter(
    pictures: PictureStore, networks: NetworkStore, tracer: CountingTracer
) -> Iterator[DrawPresenter]:
    def make_ready(current: CurrentNetwork) -> ReadyNetwork:
        if current.origin == "file":
            raise CnnvizError("weights_not_shipped", title="X", network="x")
        return ReadyNetwork(current, tracer)

    made = DrawPresenter(pictures, networks, make_ready=make_ready)
    yield made
    tracer.may_answer.set()
    made.shut_down()


def watch(presenter: DrawPresenter, qtbot: QtBot) -> None:
    """Look at the presenter's page until the first trace is there."""
    presenter.set_watched(True)
    qtbot.waitUntil(lambda: has_trace(presenter))


def has_trace(presenter: DrawPresenter) -> bool:
    answer = presenter.store.state.answer
    return answer is not None and answer.trace is not None


def test_that_nothing_is_computed_before_somebody_looks(
    presenter: DrawPresenter, pictures: PictureStore, tracer: CountingTracer
) -> None:
    pictures.replace(bar(5))
    assert presenter.store.state.answer is None
    assert presenter.store.state.loading
    assert not tracer.asked


def test_that_a_page_that_nobody_looks_at_is_left_as_it_is(
    presenter: DrawPresenter, pictures: PictureStore
) -> None:
    shown: list[SharedPicture] = []
    presenter.store.changed.connect(lambda new, _old: shown.append(new.picture))
    newest = bar(5)
    pictures.replace(newest)
    assert not shown
    presenter.take_picture()
    assert shown == [newest]


def test_that_whoever_comes_to_look_gets_the_answer_to_the_newest_picture(
    presenter: DrawPresenter, pictures: PictureStore, qtbot: QtBot
) -> None:
    newest = bar(9)
    pictures.replace(newest)
    watch(presenter, qtbot)
    state = presenter.store.state
    assert state.answer is not None
    assert state.answer.preparation.ink_hw is newest.ink_hw
    assert not state.loading


def test_that_the_digit_given_to_the_network_is_the_prepared_one(
    presenter: DrawPresenter,
    pictures: PictureStore,
    tracer: CountingTracer,
    qtbot: QtBot,
) -> None:
    watch(presenter, qtbot)
    ink = pictures.state.ink_hw
    assert ink is not None
    assert (tracer.asked[-1] == prepare_drawing(ink).digit_hw).all()
    assert QThread.currentThread() not in tracer.threads


def test_that_the_preparation_shows_before_the_network_is_ready(
    pictures: PictureStore, networks: NetworkStore, qtbot: QtBot, tracer: CountingTracer
) -> None:
    may_load = Event()

    def slowly(current: CurrentNetwork) -> ReadyNetwork:
        may_load.wait(10)
        return ReadyNetwork(current, tracer)

    presenter = DrawPresenter(pictures, networks, make_ready=slowly)
    presenter.set_watched(True)
    qtbot.waitUntil(lambda: presenter.store.state.answer is not None)
    answer = presenter.store.state.answer
    assert answer is not None
    assert answer.preparation.digit_hw.shape == (28, 28)
    assert answer.trace is None
    assert presenter.store.state.loading
    may_load.set()
    qtbot.waitUntil(lambda: has_trace(presenter))
    presenter.shut_down()


def test_that_of_many_movements_only_the_newest_waiting_one_is_answered(
    presenter: DrawPresenter,
    pictures: PictureStore,
    tracer: CountingTracer,
    qtbot: QtBot,
) -> None:
    watch(presenter, qtbot)
    before = len(tracer.asked)
    tracer.may_answer.clear()
    movements = [bar(column) for column in range(1, 31)]
    for movement in movements:
        pictures.replace(movement)
    tracer.may_answer.set()

    def newest_is_answered() -> bool:
        answer = presenter.store.state.answer
        return answer is not None and (
            answer.preparation.ink_hw is movements[-1].ink_hw
        )

    qtbot.waitUntil(newest_is_answered)
    assert len(tracer.asked) - before <= 3


def test_that_an_empty_drawing_leaves_an_error_in_place_of_the_answer(
    presenter: DrawPresenter, pictures: PictureStore, qtbot: QtBot
) -> None:
    watch(presenter, qtbot)
    pictures.replace(empty())
    qtbot.waitUntil(lambda: presenter.store.state.error is not None)
    state = presenter.store.state
    assert state.error is not None
    assert state.error.code == "drawing_empty"
    assert state.answer is None
    pictures.replace(bar(3))
    qtbot.waitUntil(lambda: has_trace(presenter))
    assert presenter.store.state.error is None


def test_that_an_answer_to_a_picture_that_is_gone_is_dropped(
    presenter: DrawPresenter,
    pictures: PictureStore,
    tracer: CountingTracer,
    qtbot: QtBot,
) -> None:
    watch(presenter, qtbot)
    seen: list[object] = []
    tracer.may_answer.clear()
    gone = bar(4)
    pictures.replace(gone)
    pictures.replace(empty())
    presenter.store.changed.connect(
        lambda new, _old: seen.append(new.answer and new.answer.preparation.ink_hw)
    )
    tracer.may_answer.set()
    qtbot.waitUntil(lambda: presenter.store.state.error is not None)
    assert not any(ink is gone.ink_hw for ink in seen)


def test_that_a_photo_is_prepared_as_a_picture(
    presenter: DrawPresenter, pictures: PictureStore, qtbot: QtBot
) -> None:
    paper = np.full((1, 90, 60), 230, np.uint8)
    paper[0, 20:70, 25:35] = 30
    pictures.replace(SharedPicture(Picture(paper, "one.png"), "file"))
    watch(presenter, qtbot)
    answer = presenter.store.state.answer
    assert answer is not None
    assert answer.preparation.box == (20, 25, 50, 10)


def test_that_a_new_network_answers_for_the_same_picture(
    presenter: DrawPresenter, networks: NetworkStore, qtbot: QtBot
) -> None:
    watch(presenter, qtbot)
    trained = CurrentNetwork(LENET, {}, "trained", 0.5)
    networks.replace(trained)
    assert presenter.store.state.loading

    def trained_answers() -> bool:
        answer = presenter.store.state.answer
        ready = None if answer is None else answer.network
        return ready is not None and ready.current is trained

    qtbot.waitUntil(trained_answers)
    assert not presenter.store.state.loading


def test_that_a_network_without_weights_leaves_the_one_before_in_force(
    presenter: DrawPresenter, networks: NetworkStore, qtbot: QtBot
) -> None:
    watch(presenter, qtbot)
    shipped = networks.state
    networks.replace(CurrentNetwork(LENET, None, "file"))
    qtbot.waitUntil(lambda: presenter.store.state.network_error is not None)
    state = presenter.store.state
    assert not state.loading
    assert state.answer is not None
    assert state.answer.network is not None
    assert state.answer.network.current is shipped


def test_that_own_ranges_are_asked_for_anew(
    presenter: DrawPresenter, qtbot: QtBot
) -> None:
    watch(presenter, qtbot)
    presenter.use_own_ranges(True)

    def own() -> bool:
        answer = presenter.store.state.answer
        return answer is not None and answer.layers["c1"].ranges_n2 is not None

    qtbot.waitUntil(own)


def test_that_shutting_down_ends_both_threads(
    presenter: DrawPresenter, qtbot: QtBot
) -> None:
    watch(presenter, qtbot)
    presenter.shut_down()
    assert not any(thread.isRunning() for thread in presenter.findChildren(QThread))


def test_that_importing_the_page_loads_no_torch() -> None:
    import subprocess
    import sys

    code = (
        "import sys, cnnviz.pages.draw.views.draw_page, cnnviz.state.workers.inference;"
        "sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_that_the_test_tracer_can_be_held(tracer: CountingTracer) -> None:
    """Guard the oracle of the newest-wins tests: a held tracer does not answer."""
    tracer.may_answer.clear()
    thread = Thread(target=tracer.trace, args=(np.zeros((28, 28), np.uint8),))
    thread.start()
    assert not tracer.asked
    tracer.may_answer.set()
    thread.join()
    assert len(tracer.asked) == 1
