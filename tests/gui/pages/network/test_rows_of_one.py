"""Layers that change each number by itself: what stands in the rows of an open one."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.layers import (
    Activation,
    BatchNorm,
    Conv2d,
    Dropout,
    Flatten,
    Linear,
    LocalResponseNorm,
    Network,
    Pool2d,
    ScaledTanh,
)
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.ui.unit_view.rows.map_rows_view import MapRowsView
from tests.helpers.network_stage import NetworkStageOf, make_network_stage
from tests.helpers.torch_oracle import random_weights

Stage = NetworkStageOf
OF_EACH = Network(
    name="of-each",
    title="Of each",
    input_chw=(1, 28, 28),
    normalization=(0.0, 1.0),
    labels=("a", "b"),
    layers=(
        Conv2d(name="conv", channels=6, kernel=(5, 5)),
        BatchNorm(name="bn"),
        ScaledTanh(name="tanh"),
        LocalResponseNorm(name="norm"),
        Activation(name="relu", kind="relu"),
        Dropout(name="drop"),
        Pool2d(name="pool", kind="max", kernel=(2, 2), stride=(2, 2)),
        Flatten(name="flatten"),
        Linear(name="dense", units=2),
    ),
)


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    current = CurrentNetwork(OF_EACH, random_weights(OF_EACH), "file")
    for made in make_network_stage(qtbot, current):
        made.presenter.show_every_layer(True)
        made.wait_for_answer()
        yield made


@pytest.mark.parametrize("layer", ["bn", "tanh", "relu", "drop"])
def test_that_an_open_number_says_what_the_layer_makes_of_it(
    stage: Stage, layer: str
) -> None:
    stage.presenter.open_map(layer, 3)
    stage.presenter.open_cell(9, 12)
    (row,) = stage.rows.shown.rows
    answer = stage.state.answer
    assert answer is not None
    made, read = answer.values(layer)[3, 9, 12], float(row.cells_hw[0, 0])
    assert row.total == pytest.approx(float(made), abs=1e-5)
    if layer in ("bn", "tanh"):
        assert abs(row.total - read) > 1e-4


def test_that_neighbours_say_that_they_are_squared(stage: Stage) -> None:
    stage.presenter.open_map("norm", 3)
    stage.presenter.open_cell(9, 12)
    rows = stage.rows.shown
    assert rows.heads[2] == "x²"
    for row in rows.rows:
        assert row.total == pytest.approx(float(row.cells_hw[0, 0]) ** 2)


@pytest.mark.parametrize("layer", ["bn", "tanh", "norm", "relu", "drop", "pool"])
def test_that_of_a_whole_map_the_ribbon_leads_on_and_no_arrow_to_nothing(
    stage: Stage, layer: str
) -> None:
    stage.presenter.open_map(layer, 3)
    maps = stage.find(MapRowsView)
    assert not maps.isHidden()
    assert not maps.shown.has_totals
    for place in maps.rows_layout.rows:
        assert place.total[2] == 0
        assert place.total[0] == place.window[0] + place.window[2]


def test_that_a_pooled_number_still_says_which_one_is_kept(stage: Stage) -> None:
    stage.presenter.open_map("pool", 3)
    stage.presenter.open_cell(4, 5)
    (row,) = stage.rows.shown.rows
    assert row.total == row.cells_hw.max()
    assert stage.rows.rows_layout.rows[0].total[2] > 0
