"""The activation's curve beside the open number, with the point on it."""

import numpy as np
import pytest

from cnnviz.pages.network.views.opened.bend import Bend
from tests.helpers.network_stage import NetworkStageOf

Stage = NetworkStageOf


def test_that_the_point_is_the_sum_and_what_relu_makes_of_it(stage: Stage) -> None:
    stage.presenter.open_map("c3_relu", 13)
    bend = stage.find(Bend)
    for column in range(4):
        stage.presenter.open_cell(5, column)
        unit = stage.state.unit()
        assert unit is not None
        assert bend.point is not None
        before, after = bend.point
        assert after == pytest.approx(max(before, 0.0))
        assert after == pytest.approx(unit.value, rel=1e-5)
        x, y = bend._curve
        assert np.allclose(y, np.maximum(x, 0), atol=1e-6)
        assert x[0] < before < x[-1]


def test_that_without_an_activation_there_is_none(stage: Stage) -> None:
    stage.presenter.open_map("s2", 1)
    stage.presenter.open_cell(3, 3)

    assert stage.find(Bend).point is None
    assert stage.find(Bend).isHidden()


def test_that_it_asks_for_no_height(stage: Stage) -> None:
    assert stage.find(Bend).minimumSizeHint().height() <= 0
