"""Signals and kernels with names, rows as people type them, and what bars show."""

import numpy as np
import pytest
from PySide6.QtGui import QUndoStack

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.one_dimensional import convolve_signal
from cnnviz.engine.convolution.operations import SignalConvolution
from cnnviz.engine.convolution.spec import SignalSpec
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.pages.convolution.model.lab_settings import SignalSettings
from cnnviz.pages.convolution.model.signal_picture import signal_picture, unmet_picture
from cnnviz.pages.convolution.model.signal_presets import (
    KERNELS,
    MOST_OF_A_PICTURE,
    PICTURE_ROW,
    RANDOM,
    SIGNALS,
    kernel_key,
    picture_row,
    signal_key,
    signal_preset,
)
from cnnviz.pages.convolution.model.signal_text import (
    MOST_VALUES,
    MOST_WEIGHTS,
    parse_row,
    write_row,
)
from cnnviz.pages.convolution.presenters.signal_commands import SignalCommands
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.store import Store


@pytest.mark.parametrize(
    ("text", "point", "comma"),
    [
        ("1 0 -1", (1, 0, -1), (1, 0, -1)),
        ("1, 0, -1", (1, 0, -1), (1, 0, -1)),
        ("1,0,-1", (1, 0, -1), (1, 0, -1)),
        ("[1, 0.5]", (1, 0.5), (1, 0.5)),
        ("0.5,1", (0.5, 1), (0.5, 1)),
        ("0,5;1,5", (0.5, 1.5), (0.5, 1.5)),
        ("0,5 1,5 2", (0.5, 1.5, 2), (0.5, 1.5, 2)),
        ("1,5", (1, 5), (1.5,)),
        ("1,5, 2,5", (1, 5, 2, 5), (1.5, 2.5)),
        ("1/3 -1 / 4", (1 / 3, -0.25), (1 / 3, -0.25)),
        ("−2;3", (-2, 3), (-2, 3)),
        ("1\t2\n3", (1, 2, 3), (1, 2, 3)),
        (" 7, ", (7,), (7,)),
        ("1e2", (100,), (100,)),
        ("array([1. , 0.5])", (1, 0.5), (1, 0.5)),
        ("[1; 2; 3]", (1, 2, 3), (1, 2, 3)),
        (" [1]  1  2\n [3]  3", (1, 2, 3), (1, 2, 3)),
        ("1,125 0,5", (1.125, 0.5), (1.125, 0.5)),
    ],
)
def test_that_a_row_is_read_as_it_was_meant(
    text: str, point: tuple[float, ...], comma: tuple[float, ...]
) -> None:
    assert parse_row(text, ".", MOST_VALUES) == point
    assert parse_row(text, ",", MOST_VALUES) == comma


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "signal_empty"),
        ("[ ]", "signal_empty"),
        (",;", "signal_empty"),
        ("1 two 3", "row_word"),
        ("1.234,5", "numbers_comma_ambiguous"),
        ("1,5;2.5", "numbers_comma_ambiguous"),
        ("1,000 2", "number_ambiguous"),
        ("array([1, 2, ..., 9])", "numbers_shortened"),
        ("1/0", "row_word"),
        ("nan", "row_word"),
        ("1 2e9", "row_number_too_large"),
        ("inf", "row_number_too_large"),
        ("1 " * 32, "row_too_long"),
    ],
)
def test_that_what_is_no_row_is_refused(text: str, code: str) -> None:
    with pytest.raises(CnnvizError) as caught:
        parse_row(text, ".", MOST_WEIGHTS)

    assert caught.value.code == code


@pytest.mark.parametrize("mark", [".", ","])
@pytest.mark.parametrize("key", [*KERNELS, *SIGNALS[:-1]])
def test_that_every_preset_is_read_as_it_was_written(key: str, mark: str) -> None:
    row = KERNELS[key] if key in KERNELS else signal_preset(key)

    read = parse_row(write_row(row, mark), mark, MOST_VALUES)

    assert read == pytest.approx(row, rel=1e-7)


def test_that_presets_are_known_by_their_numbers() -> None:
    set_names = [key for key in SIGNALS if key not in (RANDOM, PICTURE_ROW)]

    assert [signal_key(signal_preset(key)) for key in set_names] == set_names
    assert [kernel_key(row) for row in KERNELS.values()] == list(KERNELS)
    assert signal_key((1.0, 2.0)) == ""
    assert signal_key(SignalSettings().values) != ""


def test_that_the_noise_is_the_same_each_time_and_random_is_not() -> None:
    assert signal_preset("noise") == signal_preset("noise")
    assert len({signal_preset("random") for _ in range(5)}) > 1


@pytest.mark.parametrize(
    ("key", "total"),
    [
        ("average_3", 1),
        ("average_5", 1),
        ("gaussian", 1),
        ("sharpen", 1),
        ("difference", 0),
        ("derivative", 0),
        ("second_difference", 0),
    ],
)
def test_that_averages_keep_a_level_and_differences_remove_it(
    key: str, total: float
) -> None:
    assert sum(KERNELS[key]) == pytest.approx(total)


def test_that_shift_moves_a_signal_to_the_right() -> None:
    signal, kernel = np.array([5.0, 0, 0, 2, 0]), np.array(KERNELS["shift"])

    moved = convolve_signal(signal, kernel, SignalSpec(padding="same", flip=True))

    assert moved.tolist() == [0, 5, 0, 0, 2]


def test_that_a_row_of_the_picture_is_its_grey_numbers() -> None:
    pixels = np.arange(20, dtype=np.uint8).reshape(1, 4, 5)
    shared = SharedPicture(Picture(pixels, "p"), "file")

    assert picture_row(shared, 2) == (10, 11, 12, 13, 14)
    assert picture_row(shared, 99) == (15, 16, 17, 18, 19)
    assert picture_row(shared, 0, "0..1")[1] == pytest.approx(1 / 255, rel=1e-3)


def test_that_a_wide_row_is_reduced_to_means_of_equal_parts() -> None:
    pixels = np.repeat(np.arange(128, dtype=np.uint8), 2)[np.newaxis, np.newaxis]
    shared = SharedPicture(Picture(pixels, "p"), "file")

    row = picture_row(shared, 0)

    assert len(row) == MOST_OF_A_PICTURE
    assert row[:3] == (0.5, 2.5, 4.5)


def test_that_typed_numbers_are_taken_as_they_are() -> None:
    picture = Picture(np.zeros((1, 1, 3), np.uint8), "p")
    numbers = np.array([[[-2.5, 0, 7]]], np.float32)

    assert picture_row(SharedPicture(picture, "numbers", None, numbers), 0) == (
        -2.5,
        0,
        7,
    )


@pytest.mark.parametrize("padding", ["valid", "same", "full"])
@pytest.mark.parametrize("stride", [1, 2, 3])
@pytest.mark.parametrize("flip", [False, True])
@pytest.mark.parametrize(("length", "kernel"), [(7, 3), (6, 4), (5, 1), (9, 2)])
def test_that_bars_stand_where_the_engine_puts_the_window(
    padding: str, stride: int, flip: bool, length: int, kernel: int
) -> None:
    signal = np.arange(1.0, length + 1) ** 2
    weights = np.arange(kernel) - 1.5
    spec = SignalSpec(stride=stride, padding=padding, flip=flip)  # type: ignore[arg-type]

    operation = SignalConvolution(signal, weights, spec)
    drawn = signal_picture(operation)

    for position, total in enumerate(drawn.output_m):
        step = operation.step_at(0, position, 0)
        assert drawn.start(position) == step.left
        assert drawn.products(position).tolist() == step.products_chw[0, 0].tolist()
        assert drawn.products(position).sum() == pytest.approx(total)
        assert drawn.position_near(drawn.middle(position)) == position
        window = range(step.left, step.left + kernel)
        assert all(position in drawn.fed_by(place) for place in window)
    reached = {place for j in range(kernel) for place in drawn.met_by(j)}
    never = set(range(drawn.first, drawn.end)) - reached
    if stride <= kernel:
        assert len(never) == drawn.unused
    assert all(not drawn.fed_by(place) for place in never)


def test_that_an_activation_is_seen_in_the_output() -> None:
    operation = SignalConvolution(
        np.array([0.0, 3, 1]), np.array([-1.0, 1]), SignalSpec()
    )

    drawn = signal_picture(operation, ActivationSpec(kind="relu"))

    assert drawn.output_m.tolist() == [3, 0]


def test_that_a_kernel_too_long_is_drawn_without_an_output() -> None:
    drawn = unmet_picture(
        SignalSettings(values=(1, 2), kernel=(1, 2, 3), padding="valid", flip=True)
    )

    assert drawn.kernel_k.tolist() == [3, 2, 1]
    assert drawn.end == 3
    assert not drawn.output_m.size


@pytest.fixture
def presenter(qapp: object) -> WalkPresenter:
    pixels = np.arange(36, dtype=np.uint8).reshape(1, 6, 6)
    store = Store(SharedPicture(Picture(pixels, "p"), "file"))
    return WalkPresenter(store, QUndoStack())


def test_that_the_picture_row_is_the_one_under_the_window(
    presenter: WalkPresenter,
) -> None:
    commands = SignalCommands(presenter)
    presenter.go_to_cell(0, 0)
    presenter.commands.set("operation", "signal")

    commands.choose_signal(PICTURE_ROW)

    assert commands.asked.values == (6, 7, 8, 9, 10, 11)
    presenter.shut_down()


def test_that_the_row_of_a_picture_that_is_gone_is_forgotten(
    presenter: WalkPresenter,
) -> None:
    commands = SignalCommands(presenter)
    presenter.go_to_cell(0, 0)
    presenter.commands.set("operation", "signal")
    rows = np.repeat(np.arange(9, dtype=np.uint8), 4).reshape(1, 9, 4)
    presenter.picture_store.replace(SharedPicture(Picture(rows, "q"), "file"))

    commands.choose_signal(PICTURE_ROW)

    assert commands.asked.values == (
        4,
        4,
        4,
        4,
    )  # the middle one, as for a first picture
    presenter.shut_down()


def test_that_a_weight_is_changed_where_it_is_seen(presenter: WalkPresenter) -> None:
    commands = SignalCommands(presenter)
    presenter.commands.set("operation", "signal")
    commands.set_kernel((1, 2, 3))

    presenter.commands.set("signal_flip", True)
    commands.set_weight(0, 9)
    assert commands.asked.kernel == (1, 2, 9)

    presenter.commands.set("signal_flip", False)
    commands.set_weight(0, 7)
    assert commands.asked.kernel == (7, 2, 9)

    commands.set_value(99, 1)  # there is no such bar
    assert commands.asked.values == SignalSettings().values
    presenter.shut_down()


def test_that_a_drag_is_one_step_back(qapp: object) -> None:
    undo = QUndoStack()
    picture = Picture(np.zeros((1, 6, 6), np.uint8), "p")
    presenter = WalkPresenter(Store(SharedPicture(picture, "file")), undo)
    commands = SignalCommands(presenter)
    presenter.commands.set("operation", "signal")
    before = undo.count()

    for value in (1.0, 2.0, 3.0):
        commands.set_value(0, value)
    commands.end_edit()
    commands.set_value(0, 4.0)

    assert undo.count() == before + 2
    undo.undo()
    undo.undo()
    assert commands.asked == SignalSettings()
    presenter.shut_down()
