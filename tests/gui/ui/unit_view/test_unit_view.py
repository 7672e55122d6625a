"""A unit view by itself: any unit of any layer opens in it, without the lab."""

from collections.abc import Iterator

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.operations import (
    Convolution,
    Operation,
    Pooling,
    TransposedConvolution,
)
from cnnviz.engine.convolution.spec import ConvSpec, PoolSpec, TransposedSpec
from cnnviz.engine.convolution.walk import Walk, go_to_cell
from cnnviz.engine.images.samples import load_sample
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.weights import shipped_weights
from cnnviz.state.lab_input import feature_maps
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.canvas.grid_numbers import TEXT_MARGIN, fitted_texts
from cnnviz.ui.unit_view.channel_sums import SumChip
from cnnviz.ui.unit_view.unit import Unit, unit_at
from cnnviz.ui.unit_view.unit_view import UnitView
from tests.helpers.median.operation import Median

Maps = NDArray[np.float32]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def view(qtbot: QtBot) -> UnitView:
    view = UnitView()
    view.resize(1000, 640)
    view.set_reduced_motion(True)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture(scope="module")
def lenet() -> dict[str, Maps]:
    """The maps of LeNet-5 for a sample, by torch, with its weights."""
    weights = {
        name: torch.from_numpy(np.array(values))
        for name, values in shipped_weights(network("lenet5")).items()
    }
    picture = load_sample("seven").to_grey().pixels_chw.astype(np.float32) / 255
    x = F.pad(torch.from_numpy(picture)[None], (2, 2, 2, 2))
    names = list(weights)
    c1 = F.relu(F.conv2d(x, weights[names[0]], weights[names[1]]))
    s2 = F.max_pool2d(c1, 2)
    c3 = F.relu(F.conv2d(s2, weights[names[2]], weights[names[3]]))
    s4 = F.max_pool2d(c3, 2)
    c5 = F.linear(s4.flatten(1), weights[names[4]].flatten(1), weights[names[5]])
    maps = {"c1": c1, "s2": s2, "c3": c3, "s4": s4, "c5": c5[..., None, None]}
    found = {name: each[0].numpy() for name, each in maps.items()}
    numbers = {name: each.numpy() for name, each in weights.items()}
    return found | dict(
        zip(("w1", "b1", "w3", "b3", "w5", "b5"), numbers.values(), strict=False)
    )


def opened(
    view: UnitView,
    operation: Operation,
    cell: tuple[int, int],
    channel: int = 0,
    activation: str = "none",
    shown: int = 0,
) -> Unit:
    maps = operation.input_chw.astype(np.float32)
    names = tuple(f"map {number + 1}" for number in range(len(maps)))
    kind = ActivationSpec(kind=activation)
    walk = go_to_cell(Walk(operation, kind, output_channel=channel), *cell)
    unit = unit_at(walk, feature_maps(maps, names), shown)
    view.render_unit(unit, operation.compute(channel)[0])
    return unit


def grid(view: UnitView, name: str) -> GridCanvas:
    found = view.findChild(GridCanvas, f"{name}_canvas")
    assert found is not None
    return found


def values(view: UnitView, name: str) -> Maps:
    shown = grid(view, name).values_hw
    assert shown is not None
    return np.asarray(shown)


def total(view: UnitView) -> str:
    return view.findChild(QLabel, "sum_total").text()


def test_that_a_unit_of_c3_shows_all_six_maps_that_feed_it(
    view: UnitView, lenet: dict[str, Maps], qtbot: QtBot
) -> None:
    c3 = Convolution(lenet["s2"], lenet["w3"], ConvSpec(kernel=(5, 5)), lenet["b3"])

    unit = opened(view, c3, (4, 6), channel=9, activation="relu", shown=2)

    assert unit.outcome.output == pytest.approx(lenet["c3"][9, 4, 6], abs=1e-4)
    assert np.array_equal(values(view, "window"), lenet["s2"][2, 4:9, 6:11])
    assert np.array_equal(values(view, "kernel"), lenet["w3"][9, 2])
    assert np.allclose(
        values(view, "products"), lenet["s2"][2, 4:9, 6:11] * lenet["w3"][9, 2]
    )
    chips = [chip for chip in view.findChildren(SumChip) if chip.channel >= 0]
    assert [chip.text().rpartition(" ")[0] for chip in chips] == [
        f"map {number}" for number in range(1, 7)
    ]
    assert total(view).startswith("→ ")

    qtbot.mouseClick(chips[5], Qt.MouseButton.LeftButton)

    assert np.array_equal(values(view, "window"), lenet["s2"][5, 4:9, 6:11])
    assert view.unit is not None
    assert view.unit.shown_channel == 5


def test_that_a_small_window_has_room_for_every_number_of_a_kernel_of_five(
    view: UnitView, lenet: dict[str, Maps], qtbot: QtBot
) -> None:
    """In a window of 1280 x 800 pixels; in a large one, captions stand on top."""
    c3 = Convolution(lenet["s2"], lenet["w3"], ConvSpec(kernel=(5, 5)), lenet["b3"])
    view.resize(1168, 548)
    for channel, shown in ((11, 0), (11, 4), (13, 3)):
        opened(view, c3, (4, 4), channel=channel, activation="relu", shown=shown)
        qtbot.waitUntil(lambda: grid(view, "kernel").view.scale >= 28)
        for panel in (view.stage.window_panel, view.stage.kernel, view.stage.products):
            canvas, holder = panel.canvas, panel.caption_holder
            scale = canvas.view.scale
            assert scale >= 28
            assert holder.geometry().right() < canvas.geometry().left()
            numbers = np.asarray(canvas.values_hw)
            fitted = fitted_texts(numbers, scale - TEXT_MARGIN, canvas.font())
            assert fitted is not None
            written = [text for line in fitted[0] for text in line]
            assert "…" not in written
            small = [text for text in written if text == "≈0"]
            assert len(small) <= (abs(numbers) < 0.05).sum()
    view.resize(1800, 1000)
    canvas, holder = view.stage.kernel.canvas, view.stage.kernel.caption_holder
    qtbot.waitUntil(lambda: holder.geometry().bottom() < canvas.geometry().top())


def test_that_a_pooling_unit_shows_which_cell_won(
    view: UnitView, lenet: dict[str, Maps]
) -> None:
    s4 = Pooling(lenet["c3"], PoolSpec(kind="max", size=(2, 2)))

    unit = opened(view, s4, (1, 2), channel=3, shown=3)

    window = lenet["c3"][3, 2:4, 4:6]
    assert unit.outcome.output == pytest.approx(lenet["s4"][3, 1, 2])
    assert np.array_equal(values(view, "window"), window)
    assert view.stage.window_panel.hues.winner == np.unravel_index(
        window.argmax(), (2, 2)
    )
    assert values(view, "products").tolist() == [[window.max()]]
    assert "the largest of 4 numbers" in view.findChild(QLabel, "sum_before").text()


@pytest.mark.parametrize("as_column", [False, True])
def test_that_a_dense_unit_opens_as_a_convolution(
    view: UnitView, lenet: dict[str, Maps], as_column: bool
) -> None:
    maps, weights = lenet["s4"], lenet["w5"].reshape(-1, *lenet["s4"].shape)
    if as_column:  # the same layer behind a flatten
        maps, weights = maps.reshape(-1, 1, 1), weights.reshape(len(weights), -1, 1, 1)
    kernel = weights.shape[2], weights.shape[3]
    dense = Convolution(maps, weights, ConvSpec(kernel=kernel), lenet["b5"])

    unit = opened(view, dense, (0, 0), channel=77, shown=4)

    assert unit.outcome.total == pytest.approx(lenet["c5"][77, 0, 0], abs=1e-4)
    assert np.array_equal(values(view, "window"), maps[4])
    assert np.array_equal(values(view, "kernel"), weights[77, 4])
    chips = [chip for chip in view.findChildren(SumChip) if chip.channel >= 0]
    assert len(chips) == min(len(maps), 48)


def test_that_an_operation_of_ones_own_opens_too(view: UnitView) -> None:
    picture = np.array([[[1, 8, 3], [4, 5, 6], [7, 2, 9]]], np.float32)

    opened(view, Median(picture), (0, 0))

    assert np.array_equal(values(view, "window"), picture[0])
    assert values(view, "products").tolist() == [[5]]
    assert total(view) == "= 5"
    assert view.findChild(QLabel, "sum_before").text() == "the median of 9 numbers"
    assert view.sum.text() == "median(1, 8, 3, 4, 5, 6, 7, 2, 9) = 5"
    assert r"\operatorname{median}" in view.sum.latex()


def middle(canvas: GridCanvas, row: int, column: int) -> QPoint:
    x, y, width, height = canvas.view.rect(row, column)
    return QPoint(int(x + width / 2), int(y + height / 2))


def click(view: UnitView, name: str, row: int, column: int, bot: QtBot) -> None:
    canvas = grid(view, name)
    place = middle(canvas, row, column)
    bot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)


def test_that_a_number_of_the_input_and_one_of_the_output_can_be_gone_to(
    view: UnitView, lenet: dict[str, Maps], qtbot: QtBot
) -> None:
    spec = ConvSpec(kernel=(5, 5), padding=(1, 1))
    c3 = Convolution(lenet["s2"], lenet["w3"], spec, lenet["b3"])
    opened(view, c3, (4, 6), shown=2)

    with qtbot.waitSignal(view.input_cell_chosen) as chosen:
        click(view, "input", 7, 8, qtbot)
    assert chosen.args == [2, 7, 8]
    with qtbot.waitSignal(view.output_cell_chosen) as chosen:
        click(view, "output", 3, 1, qtbot)
    assert chosen.args == [3, 1]
    with qtbot.assertNotEmitted(view.input_cell_chosen):
        click(view, "input", -1, 3, qtbot)  # of the padding


def test_that_what_the_pointer_is_on_is_told_and_marked(
    view: UnitView, lenet: dict[str, Maps], qtbot: QtBot
) -> None:
    c3 = Convolution(lenet["s2"], lenet["w3"], ConvSpec(kernel=(5, 5)), lenet["b3"])
    opened(view, c3, (4, 6), shown=2)

    canvas = grid(view, "output")
    qtbot.mouseMove(canvas, QPoint(0, 0))
    with qtbot.waitSignal(view.notified) as told:
        qtbot.mouseMove(canvas, middle(canvas, 0, 0))
    assert "25 input cells in each of 6 channels" in told.args[0]

    products = grid(view, "products")
    products.setFocus()
    control, clipboard = (
        Qt.KeyboardModifier.ControlModifier,
        QGuiApplication.clipboard(),
    )
    qtbot.keyClick(products, Qt.Key.Key_C, control)
    assert len(clipboard.text().splitlines()) == 5
    qtbot.keyClick(products, Qt.Key.Key_Right)
    qtbot.keyClick(products, Qt.Key.Key_C, control)
    assert float(clipboard.text()) == pytest.approx(
        float(values(view, "products")[0, 0]), rel=1e-5
    )


MAPS = np.random.default_rng(5).normal(size=(4, 7, 6)).astype(np.float32)
KERNELS = np.random.default_rng(6).normal(size=(4, 2, 3, 2)).astype(np.float32)
BIAS = np.array([1, -2, 0.5, 3], np.float32)
LAYERS = {
    "groups": Convolution(
        MAPS, KERNELS, ConvSpec(kernel=(3, 2), groups=2, stride=(2, 1)), BIAS
    ),
    "dilation": Convolution(
        MAPS, KERNELS, ConvSpec(kernel=(3, 2), groups=2, dilation=(2, 3))
    ),
    "reflect": Convolution(
        MAPS,
        KERNELS,
        ConvSpec(kernel=(3, 2), groups=2, padding=(1, 2, 1, 0), padding_mode="reflect"),
        BIAS,
    ),
    "transposed": TransposedConvolution(
        MAPS,
        KERNELS,
        TransposedSpec(kernel=(3, 2), groups=2, stride=(2, 3), padding=(1, 0)),
        np.repeat(BIAS[:2], 2),
    ),
    "minimum": Pooling(MAPS, PoolSpec(kind="min", size=(3, 2), padding=(1, 1))),
    "mean": Pooling(MAPS, PoolSpec(kind="average", size=(3, 3), padding=(1, 1))),
    "global": Pooling(MAPS, PoolSpec(kind="average", size=(7, 6))),
}


@pytest.mark.parametrize("name", LAYERS)
def test_that_every_unit_of_a_layer_shows_the_number_of_the_whole(
    view: UnitView, name: str
) -> None:
    layer = LAYERS[name]
    whole, (height, width) = layer.compute(), layer.geometry.output_hw
    for channel in range(layer.outputs):
        for cell in {(0, 0), (height - 1, width - 1), (height // 2, width // 2)}:
            unit = opened(view, layer, cell, channel, shown=channel)

            expected = pytest.approx(float(whole[channel][cell]), rel=1e-4, abs=1e-4)
            assert unit.outcome.total == expected
            said = view.sum.text().rpartition("= ")[2].replace("−", "-")
            assert float(said) == expected
            seen = values(view, "products" if unit.step.winner is None else "window")
            if unit.step.winner is not None:
                assert seen[unit.step.winner] == expected
            elif unit.step.channels == 1:
                assert seen.sum() == expected
            else:
                part = unit.part().total
                assert seen.sum() == pytest.approx(part, rel=1e-4, abs=1e-4)


def test_that_of_many_channels_those_that_add_least_have_one_number(
    view: UnitView,
) -> None:
    rng = np.random.default_rng(1)
    given = feature_maps(rng.normal(0, 1, (100, 4, 4)).astype(np.float32))
    kernels = rng.normal(0, 1, (1, 100, 3, 3)).astype(np.float32)
    operation = Convolution(given.values_chw, kernels, ConvSpec(kernel=(3, 3)))
    for position in (0, 3):
        walk = Walk(operation, position=position)
        view.render_unit(unit_at(walk, given, 7))
        unit = view.unit
        assert unit is not None
        chips = [chip for chip in view.findChildren(SumChip) if chip.channel >= 0]
        sums = walk.step.channel_sums_c
        shown = [chip.channel for chip in chips]
        left = [channel for channel in range(100) if channel not in shown]
        assert (len(shown), shown) == (48, sorted(shown))
        assert 7 in shown
        assert abs(sums[left]).max() <= min(abs(sums[[c for c in shown if c != 7]]))
        rest = next(
            label.text()
            for label in view.findChildren(QLabel)
            if "smaller" in label.text()
        )
        assert rest.startswith("+ 52 smaller ones ")
        number = float(rest.rsplit(" ", 1)[1].replace("−", "-"))
        assert number == pytest.approx(float(sums[left].sum()), rel=1e-4)
