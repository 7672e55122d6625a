"""The axes of a curve, however far the numbers lie apart."""

import math

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.walk import Outcome
from cnnviz.pages.convolution.views.inspector.after.activation_curve import (
    ActivationCurve,
)
from cnnviz.pages.convolution.views.inspector.after.curve_range import (
    nice_range,
    range_of_totals,
    range_of_values,
)

BEYOND = (math.inf, -math.inf, math.nan, 1.7e308, -1.7e308, 5e-324)


@pytest.mark.parametrize("low", BEYOND)
@pytest.mark.parametrize("high", BEYOND)
def test_that_an_axis_is_finite_whatever_it_shows(low: float, high: float) -> None:
    for axis in (
        nice_range(low, high),
        range_of_totals(low, high),
        range_of_values(np.array([low, high]), ActivationSpec(kind="relu")),
    ):
        assert axis.low < axis.high
        assert all(map(math.isfinite, (axis.low, axis.high, axis.step)))
        assert 1 <= len(axis.ticks) <= 12
        for number in BEYOND:
            assert math.isfinite(axis.share(number))


@pytest.mark.parametrize("kind", ["relu", "sigmoid", "tanh", "leaky_relu"])
def test_that_an_infinite_total_is_painted(qtbot: QtBot, kind: str) -> None:
    curve = ActivationCurve()
    qtbot.addWidget(curve)
    curve.resize(276, 200)

    outcome = Outcome(math.inf, (), math.inf)
    curve.render_point(ActivationSpec(kind=kind), outcome, (-math.inf, math.inf))  # type: ignore[arg-type]

    assert not curve.grab().isNull()
