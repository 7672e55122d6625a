"""What was measured of layers, laid out over time."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnviz.engine.training.layer_statistics import LayersMeasured
from cnnviz.state.run.layer_times import ROWS, norm_times, spread_times
from cnnviz.state.run.run_layers import LayerHistory
from tests.helpers.told_runs import measured


def history(*told: LayersMeasured) -> LayerHistory:
    kept = LayerHistory()
    for one in told:
        kept = kept.with_newest(one)
    return kept


def test_that_nothing_is_laid_out_before_a_measurement() -> None:
    assert spread_times(LayerHistory(), "c1", "weights") is None
    assert norm_times(LayerHistory()) is None
    one = history(measured(1, np.arange(5.0)))
    assert spread_times(one, "c1", "activations") is None
    assert spread_times(one, "c9", "weights") is None


@given(
    st.lists(
        st.lists(st.floats(-5, 5), min_size=2, max_size=30), min_size=1, max_size=6
    )
)
@settings(max_examples=40, deadline=None)
def test_that_each_moment_is_a_whole_and_lies_where_its_numbers_are(
    told: list[list[float]],
) -> None:
    values = [np.array(one) for one in told]
    kept = history(*(measured(1 + 10 * n, one) for n, one in enumerate(values)))
    times = spread_times(kept, "c1", "weights")
    assert times is not None
    np.testing.assert_allclose(times.shares_rc.sum(axis=0), 1, atol=1e-9)
    for column, step in enumerate(times.steps_c):
        own = values[(int(step) - 1) // 10]
        rows = np.flatnonzero(times.shares_rc[:, column] > 1e-9)
        width = (times.high - times.low) / ROWS
        assert times.values_of(int(rows[-1]))[0] >= own.min() - width - 1e-9
        assert times.values_of(int(rows[0]))[1] <= own.max() + width + 1e-9


def test_that_time_goes_on_evenly_with_what_was_newest() -> None:
    low, high = np.array([-1.0, -0.9]), np.array([0.9, 1.0])
    kept = history(measured(1, low), measured(91, high))
    times = spread_times(kept, "c1", "weights", columns=10)
    assert times is not None
    assert times.steps_c.tolist() == [1, 11, 21, 31, 41, 51, 61, 71, 81, 91]
    below = times.shares_rc[ROWS // 2 :].sum(axis=0)
    assert below.tolist() == pytest.approx([1] * 9 + [0])


def test_that_norms_are_a_row_a_layer() -> None:
    kept = history(*(measured(step, np.arange(4.0), norm=step) for step in (1, 2, 3)))
    times = norm_times(kept)
    assert times is not None
    norms_lc, steps_c = times
    assert steps_c.tolist() == [1, 2, 3]
    assert norms_lc.tolist() == [[1, 2, 3], [10, 20, 30]]


def test_that_a_history_stays_bounded_with_its_ends() -> None:
    kept = history(*(measured(step, np.arange(4.0)) for step in range(1, 1001)))
    steps = [one.step for one in kept.kept]
    assert len(steps) <= 300
    assert steps[-1] == 1000
    assert steps[0] < 20
    assert steps == sorted(steps)
