"""The walk presenter without a window."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.pages.convolution.model.lab_file import LabView
from cnnviz.pages.convolution.model.lab_operation import operation_of
from cnnviz.pages.convolution.model.lab_settings import (
    initial_settings,
    with_kernel_size,
    with_plane,
)
from cnnviz.pages.convolution.model.output_picture import coloured
from cnnviz.pages.convolution.model.validation import explain_invalid
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.state.lab_input import InputQuestion, LabInput, lab_input
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.store import Store

if TYPE_CHECKING:
    from cnnviz.pages.convolution.model.lab_state import LabState


def shared(*shape: int, seed: int = 0) -> SharedPicture:
    rng = np.random.default_rng(seed)
    return SharedPicture(
        Picture(rng.integers(0, 256, shape, np.uint8), "noise"), "file"
    )


@pytest.fixture
def pictures(qapp: object) -> PictureStore:
    return Store(shared(1, 9, 11))


@pytest.fixture
def undo(qapp: object) -> QUndoStack:
    return QUndoStack()


@pytest.fixture
def presenter(pictures: PictureStore, undo: QUndoStack) -> Iterator[WalkPresenter]:
    made = WalkPresenter(pictures, undo)
    yield made
    made.shut_down()


def test_that_a_walk_begins_half_way(presenter: WalkPresenter) -> None:
    walk = presenter.store.state.walk

    assert walk is not None
    assert walk.output_hw == (7, 9)
    assert walk.cell == (3, 4)


def test_that_the_whole_output_is_torchs(
    presenter: WalkPresenter, pictures: PictureStore, qtbot: QtBot
) -> None:
    presenter.commands.set("stride", (2, 1))
    presenter.commands.set("padding", (1, 2))
    presenter.commands.set_bias(3.5)
    expected = _torch(pictures, presenter)

    qtbot.waitUntil(
        lambda: (
            (output := presenter.store.state.output) is not None
            and output.values_hw.shape == expected.shape
            and bool(np.allclose(output.values_hw, expected, rtol=1e-5))
        )
    )


def _torch(pictures: PictureStore, presenter: WalkPresenter) -> np.ndarray:
    picture = torch.tensor(pictures.state.picture.pixels_chw[None], dtype=torch.float32)
    kernel = torch.tensor(presenter.store.state.settings.bank.weights_oikk)
    result = torch.nn.functional.conv2d(
        picture, kernel, torch.tensor([3.5]), stride=(2, 1), padding=(1, 2)
    )
    return np.asarray(result[0, 0].numpy())


def test_that_a_colour_picture_is_walked_in_grey_where_that_is_chosen(
    presenter: WalkPresenter, pictures: PictureStore, qtbot: QtBot
) -> None:
    colour = shared(3, 6, 5, seed=2)
    presenter.commands.set("colour", "grey")

    pictures.replace(colour)

    qtbot.waitUntil(
        lambda: presenter.store.state.walk.operation.input_chw.shape == (1, 6, 5)
    )
    grey = colour.picture.to_grey().pixels_chw
    np.testing.assert_array_equal(presenter.store.state.walk.operation.input_chw, grey)


def test_that_a_picture_too_small_is_shown_without_a_walk(
    presenter: WalkPresenter, pictures: PictureStore
) -> None:
    small = shared(1, 2, 2)

    pictures.replace(small)

    state = presenter.store.state
    np.testing.assert_array_equal(state.given.values_chw, small.picture.pixels_chw)
    assert (state.walk, state.step, state.output) == (None, None, None)
    assert state.invalid is not None
    assert state.invalid.error.code == "kernel_larger_than_padded_input"
    for fix in state.invalid.fixes:
        operation_of(fix.settings, state.given)


def test_that_the_way_back_from_a_picture_too_small_begins_where_it_stood(
    presenter: WalkPresenter, pictures: PictureStore, qtbot: QtBot
) -> None:
    presenter.go_to_cell(1, 2)
    first = pictures.state
    pictures.replace(shared(1, 2, 2))
    presenter.commands.set("stride", (2, 2))
    assert presenter.store.state.walk is None

    presenter.commands.set("stride", (1, 1))
    pictures.replace(first)

    state = presenter.store.state
    assert state.invalid is None
    assert state.walk.cell == (1, 2)
    qtbot.waitUntil(lambda: presenter.store.state.output is not None)


def test_that_a_new_picture_of_the_same_size_keeps_the_cell(
    presenter: WalkPresenter, pictures: PictureStore
) -> None:
    presenter.go_to_cell(1, 2)

    pictures.replace(shared(1, 9, 11, seed=5))

    assert presenter.store.state.walk.cell == (1, 2)


def test_that_nothing_is_told_when_nothing_moves(
    presenter: WalkPresenter, qtbot: QtBot
) -> None:
    presenter.go_last()

    with qtbot.assertNotEmitted(presenter.store.changed):
        presenter.advance()
        presenter.go_to(10_000)


def test_that_late_ticks_make_up_for_lost_steps(
    presenter: WalkPresenter, qtbot: QtBot
) -> None:
    presenter.go_first()
    presenter.set_speed(60)
    presenter.play()

    qtbot.waitUntil(lambda: not presenter.store.state.playing)

    assert presenter.store.state.walk.is_last


def test_that_every_change_can_be_undone(
    presenter: WalkPresenter, undo: QUndoStack
) -> None:
    first = presenter.store.state.settings
    presenter.commands.choose_kernel("emboss")
    presenter.commands.set_weight(0, 0, 4)
    presenter.commands.set("kernel_size", (2, 4))
    presenter.commands.end_edit()
    presenter.commands.set("stride", (2, 2))
    presenter.commands.set("padding", "same")
    presenter.commands.set("dilation", (1, 2))
    presenter.commands.set("flip", True)
    presenter.commands.set_bias(1.5)

    assert undo.count() == 8

    while undo.canUndo():
        undo.undo()

    assert presenter.store.state.settings == first


def test_that_a_smaller_kernel_is_the_middle_of_the_larger() -> None:
    five = with_plane(initial_settings(), np.arange(25, dtype=np.float32).reshape(5, 5))

    assert with_kernel_size(five, (3, 3)).bank.plane(0).tolist() == [
        [6.0, 7.0, 8.0],
        [11.0, 12.0, 13.0],
        [16.0, 17.0, 18.0],
    ]


@pytest.mark.parametrize("dilation", [(1, 1), (4, 1), (3, 5)])
@pytest.mark.parametrize("kernel", [(7, 7), (3, 9), (15, 1)])
def test_that_every_fix_helps(
    kernel: tuple[int, int], dilation: tuple[int, int]
) -> None:
    settings = replace(with_kernel_size(initial_settings(), kernel), dilation=dilation)
    given = lab_input(InputQuestion(shared(1, 5, 4), "grey", "0..255"))
    with pytest.raises(CnnvizError) as caught:
        operation_of(settings, given)

    found = explain_invalid(caught.value, settings, None, given)

    assert found.fixes
    for fix in found.fixes:
        assert min(operation_of(fix.settings, given).geometry.output_hw) >= 1


def test_that_a_blur_is_shown_as_grey_levels() -> None:
    output = coloured(np.array([[0, 128, 255]], np.float32))

    assert output.palette == "grey"
    assert output.indices_hw.tolist() == [[0, 128, 255]]


def test_that_signed_numbers_have_zero_in_the_middle() -> None:
    output = coloured(np.array([[-4, 2]], np.float32))

    assert (output.palette, output.low, output.high) == ("diverging", -4.0, 4.0)


# places to go to, late answers, errors


def _has_whole(presenter: WalkPresenter) -> bool:
    state = presenter.store.state
    return (
        state.output is not None
        and state.walk is not None
        and state.output.is_of(state.walk)
    )


def _extreme(presenter: WalkPresenter, *, smallest: bool = False) -> int:
    walk = presenter.store.state.walk
    assert walk is not None
    values = walk.operation.compute(walk.output_channel)
    return int(values.argmin() if smallest else values.argmax())


def _position(presenter: WalkPresenter) -> int:
    walk = presenter.store.state.walk
    assert walk is not None
    return walk.position


@pytest.mark.parametrize("smallest", [False, True])
def test_that_the_best_match_is_that_of_the_kernel_of_now(
    presenter: WalkPresenter, qtbot: QtBot, smallest: bool
) -> None:
    """The output of Sobel x, of the same size, is still shown when it is asked for."""
    qtbot.waitUntil(lambda: _has_whole(presenter))
    places = [_extreme(presenter, smallest=smallest)]
    presenter.commands.choose_kernel("sobel_y")
    places.append(_extreme(presenter, smallest=smallest))
    assert places[0] != places[1]

    if smallest:
        presenter.go_to_smallest()
    else:
        presenter.go_to_largest()

    qtbot.waitUntil(lambda: _has_whole(presenter))
    assert _position(presenter) == places[1]


@pytest.mark.parametrize("gesture", ["step", "play", "kernel", "undo", "picture"])
def test_that_a_newer_gesture_cancels_the_way_to_the_best_match(
    presenter: WalkPresenter,
    pictures: PictureStore,
    undo: QUndoStack,
    qtbot: QtBot,
    gesture: str,
) -> None:
    qtbot.waitUntil(lambda: _has_whole(presenter))
    presenter.commands.choose_kernel("sobel_y")
    presenter.go_first()
    presenter.go_to_largest()
    match gesture:
        case "step":
            presenter.advance()
        case "play":
            presenter.set_speed(0.25)
            presenter.play()
        case "kernel":
            presenter.commands.choose_kernel("emboss")
        case "undo":
            undo.undo()
        case _:
            pictures.replace(shared(1, 9, 11, seed=8))
    position = _position(presenter)

    qtbot.waitUntil(lambda: _has_whole(presenter))

    assert _position(presenter) == position != _extreme(presenter)


def test_that_the_error_of_a_superseded_output_is_not_told(
    presenter: WalkPresenter, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: _has_whole(presenter))
    told: list[CnnvizError] = []
    presenter.failed.connect(told.append)
    worker = presenter._pipeline._outputs._worker

    worker.failed.emit(worker.newest - 1, CnnvizError("memory_full"))
    assert not told
    assert presenter.store.state.output is not None
    worker.failed.emit(worker.newest, CnnvizError("memory_full"))

    assert [error.code for error in told] == ["memory_full"]
    assert presenter.store.state.output is None


def test_that_a_picture_that_cannot_be_worked_on_holds_nothing_up(
    presenter: WalkPresenter, pictures: PictureStore, qtbot: QtBot
) -> None:
    def greedy(_question: InputQuestion) -> LabInput:
        raise MemoryError

    presenter._pipeline._inputs._worker._compute = greedy
    with qtbot.waitSignal(presenter.failed) as failed:
        pictures.replace(shared(3, 300, 300))
        presenter.look_at(LabView(cell=(1, 1)))
        presenter.commands.set("stride", (2, 2))
    assert failed.args[0].code == "memory_full"
    assert presenter.store.state.settings.stride == (2, 2)

    presenter.look_at(LabView(cell=(2, 3)))

    walk = presenter.store.state.walk
    assert walk is not None
    assert walk.cell == (2, 3)


def test_that_what_is_held_is_followed_once_at_the_end(
    presenter: WalkPresenter, pictures: PictureStore, qtbot: QtBot
) -> None:
    new = shared(1, 20, 20, seed=1)
    seen: list[LabState] = []
    presenter.store.changed.connect(lambda state, _old: seen.append(state))

    with presenter.batch_updates():
        presenter.settings_store.replace(
            with_kernel_size(presenter.settings_store.state, (15, 15))
        )
        pictures.replace(new)
        assert not seen

    (state,) = seen
    assert state.given is not None
    assert (state.given.size_hw, state.invalid) == ((20, 20), None)
