"""The presenter between picture, network and the Network page."""

from collections.abc import Callable, Iterator
from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.samples import load_sample
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.pages.network.model.trail import Place
from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.pages.network.presenters.unit_steps import UnitSteps
from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.picture.shared_picture import (
    PictureStore,
    SharedPicture,
    drawing,
)
from cnnviz.state.store import Store
from cnnviz.state.workers.network_opening import (
    Opening,
    open_network,
    opening_network,
)

Asking = Callable[[object], None]

LENET = CurrentNetwork(NETWORKS["lenet5"], None, "untrained")
MLP = CurrentNetwork(NETWORKS["mlp"], None, "untrained")
BROKEN = CurrentNetwork(NETWORKS["convnet"], None, "file", file="broken.safetensors")


def sample(name: str) -> SharedPicture:
    return SharedPicture(load_sample(name), "sample")


@pytest.fixture
def pictures(qapp: QCoreApplication) -> PictureStore:
    return Store(sample("seven"))


@pytest.fixture
def networks(qapp: QCoreApplication) -> NetworkStore:
    return Store(LENET)


@pytest.fixture
def may_open() -> Event:
    event = Event()
    event.set()
    return event


@pytest.fixture
def presenter(
    pictures: PictureStore, networks: NetworkStore, may_open: Event
) -> Iterator[NetworkPresenter]:
    def opening(current: CurrentNetwork) -> Opening:
        may_open.wait(10)
        if current is BROKEN:
            raise CnnvizError("weights_unreadable", file=current.file)
        yield from opening_network(current)

    made = NetworkPresenter(pictures, networks, opening=opening)
    yield made
    may_open.set()
    made.shut_down()


def watch(presenter: NetworkPresenter, qtbot: QtBot) -> None:
    presenter.set_watched(True)
    wait_for_answer(presenter, qtbot)


def wait_for_answer(presenter: NetworkPresenter, qtbot: QtBot) -> None:
    def is_answered() -> bool:
        state = presenter.store.state
        answer = state.answer
        return (
            answer is not None
            and answer.question.picture is state.picture
            and answer.question.shown is state.shown
            and answer.question.ranges == state.ranges
            and not state.loading
        )

    qtbot.waitUntil(is_answered)


def seen_while(
    presenter: NetworkPresenter, qtbot: QtBot, answering: CurrentNetwork
) -> list[NetworkState]:
    """Return every state on the way to a network that is about to answer."""
    seen: list[NetworkState] = []
    presenter.store.changed.connect(lambda new, _old: seen.append(new))
    qtbot.waitUntil(lambda: presenter.store.state.answering is answering)
    return seen


@pytest.fixture
def asked(presenter: NetworkPresenter, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return what the threads have been asked, in order."""
    questions: list[object] = []
    for asking in (presenter._opening, presenter._answering):

        def note(question: object, request: Asking = asking.request) -> None:
            questions.append(question)
            request(question)

        monkeypatch.setattr(asking, "request", note)
    return questions


def test_that_nothing_is_asked_before_somebody_looks_nor_after(
    presenter: NetworkPresenter,
    pictures: PictureStore,
    networks: NetworkStore,
    asked: list[object],
    qtbot: QtBot,
) -> None:
    pictures.replace(sample("three"))
    networks.replace(MLP)
    assert asked == []
    assert presenter.store.state.loading
    assert presenter.store.state.opened is None
    watch(presenter, qtbot)
    assert asked[0] is MLP
    assert presenter.store.state.picture is pictures.state
    presenter.set_watched(False)
    before, asked_before = presenter.store.state, [*asked]
    pictures.replace(sample("seven"))
    assert presenter.store.state is before
    presenter.use_ranges("network")
    networks.replace(LENET)
    assert asked == asked_before
    watch(presenter, qtbot)
    assert presenter.store.state.picture is pictures.state
    assert presenter.store.state.answering is LENET


def test_that_the_maps_of_each_block_and_the_picture_are_there_to_be_painted(
    presenter: NetworkPresenter, qtbot: QtBot
) -> None:
    watch(presenter, qtbot)
    state = presenter.store.state
    assert state.answer is not None
    shown = {block.shown for block in state.shown}
    assert set(state.answer.pictures) == shown | {"input"}
    assert state.answer.values("c1").shape == (6, 28, 28)
    assert state.answer.values("input").shape == (1, 28, 28)


def test_that_an_empty_drawing_says_so_and_a_stroke_brings_the_maps_back(
    presenter: NetworkPresenter, pictures: PictureStore, qtbot: QtBot
) -> None:
    watch(presenter, qtbot)
    ink = np.zeros((280, 280), np.uint8)
    pictures.replace(drawing(ink))
    qtbot.waitUntil(lambda: presenter.store.state.error is not None)
    error = presenter.store.state.error
    assert error is not None
    assert error.code == "drawing_empty"
    assert presenter.store.state.answer is None
    stroke = ink.copy()
    stroke[60:220, 130:150] = 255
    pictures.replace(drawing(stroke))
    wait_for_answer(presenter, qtbot)
    assert presenter.store.state.error is None


def test_that_only_the_newest_picture_is_answered(
    presenter: NetworkPresenter, pictures: PictureStore, qtbot: QtBot
) -> None:
    watch(presenter, qtbot)
    seen: list[SharedPicture] = []
    presenter.store.changed.connect(
        lambda new, _old: new.answer and seen.append(new.answer.question.picture)
    )
    asked = [sample(name) for name in ("three", "mouse", "seven")]
    for picture in asked:
        pictures.replace(picture)
    wait_for_answer(presenter, qtbot)
    assert seen[-1] is asked[-1]
    assert asked[0] not in seen
    assert asked[1] not in seen


def test_that_a_network_that_cannot_be_opened_leaves_the_one_before(
    presenter: NetworkPresenter, networks: NetworkStore, qtbot: QtBot
) -> None:
    watch(presenter, qtbot)
    networks.replace(BROKEN)
    assert presenter.store.state.loading
    qtbot.waitUntil(lambda: presenter.store.state.network_error is not None)
    state = presenter.store.state
    assert not state.loading
    assert state.answering is LENET
    assert state.network is LENET.network
    assert state.answer is not None
    presenter.open_map("c3", 2)
    assert presenter.store.state.whole_map() is not None
    networks.replace(MLP)
    qtbot.waitUntil(lambda: presenter.store.state.answering is MLP)
    assert presenter.store.state.network_error is None


def test_that_another_network_closes_what_is_open_and_other_weights_do_not(
    presenter: NetworkPresenter, networks: NetworkStore, qtbot: QtBot
) -> None:
    watch(presenter, qtbot)
    presenter.open_map("c3", 2)
    again = CurrentNetwork(LENET.network, open_network(LENET).weights, "trained", run=1)
    networks.replace(again)
    answered = [
        state.answer is not None for state in seen_while(presenter, qtbot, again)
    ]
    assert all(answered)  # the old maps stay until the new ones are there
    assert presenter.store.state.place is not None
    networks.replace(MLP)
    qtbot.waitUntil(lambda: presenter.store.state.answering is MLP)
    wait_for_answer(presenter, qtbot)
    assert presenter.store.state.place is None
    assert [block.name for block in presenter.store.state.shown][-1] == "output"


def test_that_a_map_opens_as_a_whole_and_a_number_of_it_follows_the_picture(
    presenter: NetworkPresenter, pictures: PictureStore, qtbot: QtBot
) -> None:
    watch(presenter, qtbot)
    presenter.open_map("c3", 2)
    state = presenter.store.state
    whole = state.whole_map()
    assert state.answer is not None
    assert state.unit() is None
    assert whole is not None
    np.testing.assert_array_equal(whole.values_hw, state.answer.values("c3_relu")[2])
    UnitSteps(presenter, presenter).largest()
    state = presenter.store.state
    assert state.whole_map() is None
    assert state.unit().value == float(whole.values_hw.max())
    pictures.replace(sample("three"))
    wait_for_answer(presenter, qtbot)
    after = presenter.store.state
    assert after.place == state.place
    assert after.unit() is not None
    assert after.unit().value == float(
        after.answer.values("c3_relu")[2, *state.place.cell]
    )


def test_that_a_number_leads_to_its_block_and_a_pixel_to_the_picture(
    presenter: NetworkPresenter, qtbot: QtBot
) -> None:
    watch(presenter, qtbot)
    presenter.open_map("c3_relu", 2)
    presenter.follow("s2", 1, 4, 5)
    assert presenter.store.state.place == Place("s2", 1, (4, 5))
    presenter.follow("input", 0, 9, 10)
    state = presenter.store.state
    assert state.unit() is None
    pixel = state.pixel()
    assert pixel is not None
    assert state.answer is not None
    assert pixel.level == int(state.answer.given.pixels[9, 10])
    presenter.go_up()
    assert presenter.store.state.place == Place("s2", 1, (4, 5))
    presenter.cut(0)
    assert presenter.store.state.place is None
    presenter.go_back()
    presenter.go_back()
    assert presenter.store.state.place == Place("input", 0, (9, 10))
    presenter.go_forward()
    assert presenter.store.state.place == Place("s2", 1, (4, 5))


def test_that_ranges_and_layers_are_asked_for_anew(
    presenter: NetworkPresenter, qtbot: QtBot
) -> None:
    watch(presenter, qtbot)
    presenter.open_map("c3", 2)
    presenter.use_ranges("network")
    wait_for_answer(presenter, qtbot)
    pictures = presenter.store.state.answer.pictures
    assert len({each.high for name, each in pictures.items() if name != "input"}) == 1
    presenter.show_every_layer(True)
    wait_for_answer(presenter, qtbot)
    state = presenter.store.state
    assert len(state.shown) == len(LENET.network.layers)
    assert state.place is None
    assert set(state.answer.pictures) == {
        "input", *(layer.name for layer in LENET.network.layers)
    }  # fmt: skip


class TestSteps:
    @pytest.fixture
    def steps(self, presenter: NetworkPresenter, qtbot: QtBot) -> UnitSteps:
        watch(presenter, qtbot)
        return UnitSteps(presenter, presenter)

    def at(self, presenter: NetworkPresenter) -> tuple[int, tuple[int, int] | None]:
        place = presenter.store.state.place
        assert place is not None
        return place.channel, place.cell

    def test_that_steps_go_on_in_the_next_row_and_end_at_the_last_number(
        self, presenter: NetworkPresenter, steps: UnitSteps
    ) -> None:
        presenter.open_map("c3", 2)
        presenter.open_cell(0, 9)
        seen = []
        for step in (
            steps.forward, steps.back, steps.next_row, steps.previous_row,
            steps.previous_row, steps.last, steps.forward, steps.first, steps.back,
        ):  # fmt: skip
            step()
            seen.append(self.at(presenter)[1])
        assert seen == [
            (1, 0), (0, 9), (1, 9), (0, 9), (0, 9), (9, 9), (9, 9), (0, 0), (0, 0),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "step", ["forward", "back", "next_row", "previous_row", "largest"]
    )
    def test_that_a_step_enters_a_whole_map_at_its_largest_number(
        self, presenter: NetworkPresenter, steps: UnitSteps, step: str
    ) -> None:
        presenter.open_map("c3", 2)
        assert self.at(presenter) == (2, None)
        getattr(steps, step)()
        map_hw = presenter.store.state.answer.values("c3_relu")[2]
        assert map_hw[self.at(presenter)[1]] == map_hw.max()

    def test_that_going_up_leads_from_number_to_map_to_nothing(
        self, presenter: NetworkPresenter, steps: UnitSteps
    ) -> None:
        presenter.open_map("c3", 2)
        steps.largest()
        presenter.follow("s2", 1, 4, 5)
        seen = []
        for _ in range(4):
            presenter.go_up()
            place = presenter.store.state.place
            seen.append(place and (place.layer, place.cell is None))
        assert seen == [("c3", False), ("c3", True), None, None]

    def test_that_the_largest_and_the_smallest_are_found(
        self, presenter: NetworkPresenter, steps: UnitSteps
    ) -> None:
        presenter.open_map("c3", 2)
        map_hw = presenter.store.state.answer.values("c3_relu")[2]
        steps.smallest()
        assert map_hw[self.at(presenter)[1]] == map_hw.min()
        steps.largest()
        assert map_hw[self.at(presenter)[1]] == map_hw.max()
        presenter.open_map("f6", 0)
        steps.largest()
        vector = presenter.store.state.answer.values("f6_relu")
        assert self.at(presenter)[0] == int(vector.argmax())

    def test_that_maps_change_at_the_same_place_and_vectors_step_by_number(
        self, presenter: NetworkPresenter, steps: UnitSteps
    ) -> None:
        presenter.open_map("c3", 14)
        presenter.open_cell(3, 4)
        steps.next_map()
        steps.next_map()
        assert self.at(presenter) == (15, (3, 4))
        steps.previous_map()
        assert self.at(presenter) == (14, (3, 4))
        presenter.open_map("f6", 3)
        steps.forward()
        assert self.at(presenter)[0] == 4
        steps.next_row()
        assert self.at(presenter)[0] == 14  # rows of ten, as they are shown
        steps.last()
        assert self.at(presenter)[0] == 83

    def test_that_nothing_is_stepped_where_nothing_is_open(
        self, presenter: NetworkPresenter, steps: UnitSteps
    ) -> None:
        for step in (steps.forward, steps.next_row, steps.largest, steps.next_map):
            step()
        steps.toggle_play()
        assert presenter.store.state.place is None
        assert not steps.is_playing

    def test_that_play_walks_to_the_end_and_stands_still_there(
        self, presenter: NetworkPresenter, steps: UnitSteps, qtbot: QtBot
    ) -> None:
        presenter.open_map("output", 8)
        with qtbot.waitSignals([steps.playing_changed] * 2, timeout=3000):
            steps.toggle_play()
            assert steps.is_playing
        assert self.at(presenter)[0] == 9
        assert not steps.is_playing
        steps.toggle_play()
        assert self.at(presenter)[0] == 0  # from the beginning
        steps.pause()
        assert not steps.is_playing
