"""The transitions of a walk."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnviz.engine.convolution.apply import convolve
from cnnviz.engine.convolution.operations import Convolution, Pooling
from cnnviz.engine.convolution.spec import ConvSpec, PoolSpec
from cnnviz.engine.convolution.walk import (
    Walk,
    advance,
    go_back,
    go_first,
    go_last,
    go_to,
    go_to_cell,
    next_row,
    previous_row,
)
from cnnviz.engine.errors import CnnvizError

PLACE = ("position", "output_channel")
NUMBERS = st.integers(-50, 50)
MOVES: st.SearchStrategy[Callable[[Walk], Walk]] = st.one_of(
    st.sampled_from([advance, go_back, next_row, previous_row, go_first, go_last]),
    NUMBERS.map(lambda position: lambda walk: go_to(walk, position)),
    st.tuples(NUMBERS, NUMBERS).map(lambda cell: lambda walk: go_to_cell(walk, *cell)),
)


@st.composite
def walks(draw: st.DrawFn) -> Walk:
    """Return a walk across a small picture, anywhere on its way."""
    size = st.integers(1, 6)
    height, width = draw(size), draw(size)
    spec = ConvSpec(
        kernel=(draw(size), draw(size)),
        stride=(draw(size), draw(size)),
        padding=draw(st.sampled_from(["same", "full"])),
    )
    walk = Walk(
        Convolution(np.zeros((1, height, width)), np.zeros((1, 1, *spec.kernel)), spec)
    )
    return go_to(walk, draw(st.integers(0, walk.steps - 1)))


@given(walk=walks(), moves=st.lists(MOVES, max_size=12))
def test_that_no_sequence_of_moves_leaves_the_output(
    walk: Walk, moves: list[Callable[[Walk], Walk]]
) -> None:
    for move in moves:
        walk = move(walk)
        (row, col), (height, width) = walk.cell, walk.output_hw
        assert 0 <= walk.position < walk.steps == height * width
        assert 0 <= row < height
        assert 0 <= col < width
        assert walk.is_last == (walk.position == walk.steps - 1)


@given(walk=walks())
def test_that_a_step_on_and_a_step_back_cancel(walk: Walk) -> None:
    if not walk.is_last:
        assert go_back(advance(walk)).position == walk.position
    if walk.position:
        assert advance(go_back(walk)).position == walk.position


@given(walk=walks())
def test_that_a_row_down_and_a_row_up_cancel(walk: Walk) -> None:
    row, col = walk.cell
    below = next_row(walk)
    if row < walk.output_hw[0] - 1:
        assert below.cell == (row + 1, col)
        assert previous_row(below).cell == (row, col)
    else:
        assert below is walk


@given(walk=walks())
def test_that_a_move_that_changes_nothing_returns_the_same_walk(walk: Walk) -> None:
    assert go_to(walk, walk.position) is walk
    assert go_to_cell(walk, *walk.cell) is walk
    assert advance(go_last(walk)) is not None
    last, first = go_last(walk), go_first(walk)
    assert advance(last) is last
    assert go_last(last) is last
    assert go_back(first) is first
    assert previous_row(first) is first


def test_that_walking_from_first_to_last_makes_the_whole_output() -> None:
    rng = np.random.default_rng(6)
    picture, kernels = (
        rng.integers(0, 256, (3, 7, 6)),
        rng.integers(-3, 4, (2, 3, 3, 3)),
    )
    spec = ConvSpec(kernel=(3, 3), stride=(2, 1), padding=(1, 0))
    bias = np.array([5, -7])
    walk = Walk(Convolution(picture, kernels, spec, bias), output_channel=1)
    totals = [walk.outcome.output]
    while not walk.is_last:
        walk = advance(walk)
        totals.append(walk.outcome.output)
    whole = convolve(picture, kernels, spec, bias)[1]
    assert np.reshape(totals, walk.output_hw).tolist() == whole.tolist()


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"position": 4}, "position_outside_walk"),
        ({"position": -1}, "position_outside_walk"),
        ({"output_channel": 1}, "output_channel_outside"),
        ({"spec": ConvSpec(kernel=(3, 3))}, "kernel_shape_differs"),
        ({"input_chw": np.zeros((1, 1, 1))}, "kernel_larger_than_padded_input"),
        ({"input_chw": np.zeros((2, 3, 3))}, "channels_differ"),
    ],
)
def test_that_an_impossible_walk_is_refused(
    settings: dict[str, object], code: str
) -> None:
    possible: dict[str, object] = {
        "input_chw": np.zeros((1, 3, 3)),
        "kernels_oikk": np.zeros((1, 1, 2, 2)),
        "spec": ConvSpec(kernel=(2, 2)),
    }
    operands = possible | settings
    place = {key: operands.pop(key) for key in settings if key in PLACE}

    with pytest.raises(CnnvizError) as caught:
        Walk(Convolution(**operands), **place)  # type: ignore[arg-type]

    assert caught.value.code == code


def test_that_an_outcome_of_a_step_computes_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    walk = Walk(Pooling(np.arange(16.0).reshape(1, 4, 4), PoolSpec(size=(2, 2))))
    step, outcome = walk.step, walk.outcome
    monkeypatch.setattr(Pooling, "step_at", None)

    assert walk.outcome_of(step) == outcome
