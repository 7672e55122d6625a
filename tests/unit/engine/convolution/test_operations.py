"""The operations through their common face: steps put together equal the whole."""

from collections.abc import Callable

import numpy as np
import torch
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.operations import (
    Convolution,
    Operation,
    Pooling,
    SignalConvolution,
    TransposedConvolution,
)
from cnnviz.engine.convolution.spec import (
    ConvSpec,
    PoolSpec,
    SignalSpec,
    TransposedSpec,
)
from cnnviz.engine.convolution.stepping import Step
from cnnviz.engine.convolution.walk import Walk, advance, go_to
from cnnviz.engine.errors import CnnvizError

SMALL = st.integers(1, 3)
SIDE = st.integers(1, 7)
PADDING = st.integers(0, 2)
MODES = ("zeros", "reflect", "replicate", "circular")


def pair(numbers: st.SearchStrategy[int]) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(numbers, numbers)


def possible(make: Callable[[], Operation]) -> Operation:
    """Return the operation; an impossible draw, refused on construction, is none."""
    try:
        return make()
    except CnnvizError:
        reject()


def numbers(draw: st.DrawFn, *shape: int) -> np.ndarray:
    rng = np.random.default_rng(draw(st.integers(0, 10_000)))
    return rng.integers(-9, 10, shape).astype(np.float32)


@st.composite
def convolutions(draw: st.DrawFn) -> Operation:
    groups, planes, times = draw(SMALL), draw(SMALL), draw(SMALL)
    kernel = draw(pair(SMALL))
    sides = draw(st.tuples(PADDING, PADDING, PADDING, PADDING))
    spec = ConvSpec(
        kernel=kernel,
        stride=draw(pair(SMALL)),
        padding=draw(st.sampled_from(["valid", "same", "full", sides])),
        padding_mode=draw(st.sampled_from(MODES)),
        dilation=draw(pair(SMALL)),
        flip=draw(st.booleans()),
        groups=groups,
    )
    operands = (
        numbers(draw, groups * planes, draw(SIDE), draw(SIDE)),
        numbers(draw, groups * times, planes, *kernel),
        spec,
        numbers(draw, groups * times),
    )
    return possible(lambda: Convolution(*operands))


@st.composite
def transposed(draw: st.DrawFn) -> Operation:
    groups, planes, times = draw(SMALL), draw(SMALL), draw(SMALL)
    kernel, stride, dilation = (draw(pair(SMALL)) for _ in range(3))
    spec = TransposedSpec(
        kernel=kernel,
        stride=stride,
        padding=draw(pair(PADDING)),
        output_padding=(
            draw(st.integers(0, max(stride[0], dilation[0]) - 1)),
            draw(st.integers(0, max(stride[1], dilation[1]) - 1)),
        ),
        dilation=dilation,
        groups=groups,
        flip=draw(st.booleans()),
    )
    operands = (
        numbers(draw, groups * planes, draw(SIDE), draw(SIDE)),
        numbers(draw, groups * planes, times, *kernel),
        spec,
        numbers(draw, groups * times),
    )
    return possible(lambda: TransposedConvolution(*operands))


@st.composite
def poolings(draw: st.DrawFn) -> Operation:
    size = draw(pair(SMALL))
    spec = PoolSpec(
        kind=draw(st.sampled_from(["max", "min", "average", "sum"])),
        size=size,
        stride=draw(st.none() | pair(SMALL)),
        padding=(
            draw(st.integers(0, size[0] // 2)),
            draw(st.integers(0, size[1] // 2)),
        ),
        counts_padding=draw(st.booleans()),
    )
    picture = numbers(draw, draw(SMALL), draw(SIDE), draw(SIDE))
    return possible(lambda: Pooling(picture, spec))


@st.composite
def signals(draw: st.DrawFn) -> Operation:
    spec = SignalSpec(
        stride=draw(SMALL),
        padding=draw(st.sampled_from(["valid", "same", "full"])),
        flip=draw(st.booleans()),
    )
    operands = (numbers(draw, draw(SIDE)), numbers(draw, draw(SMALL)), spec)
    bias = numbers(draw, 1) if draw(st.booleans()) else None
    return possible(lambda: SignalConvolution(*operands, bias))


@st.composite
def walks(draw: st.DrawFn) -> Walk:
    makers = st.sampled_from([convolutions(), transposed(), poolings(), signals()])
    while True:
        try:
            operation = draw(draw(makers))
            channel = draw(st.integers(0, operation.outputs - 1))
            return Walk(operation, output_channel=channel)
        except (
            CnnvizError
        ):  # an impossible draw: refused on construction, as it must be
            continue


@settings(max_examples=600, deadline=None)
@given(walk=walks())
def test_that_the_steps_put_together_are_the_whole(walk: Walk) -> None:
    whole = walk.operation.compute(walk.output_channel)[0]

    outputs = [go_to(walk, position).outcome.output for position in range(walk.steps)]

    np.testing.assert_allclose(
        np.reshape(outputs, walk.output_hw), whole, rtol=1e-5, atol=1e-4
    )


@settings(max_examples=600, deadline=None)
@given(walk=walks(), data=st.data())
def test_that_the_geometry_says_which_cells_a_window_reads(
    walk: Walk, data: st.DataObject
) -> None:
    walk = go_to(walk, data.draw(st.integers(0, walk.steps - 1)))
    step = walk.step
    if not isinstance(step, Step):
        return
    geometry, (row, col) = walk.geometry, walk.cell
    assert (step.top, step.left) == geometry.corner(row, col)
    rows, cols = geometry.sources(0, row), geometry.sources(1, col)
    picture = walk.operation.input_chw  # type: ignore[union-attr]
    for i, source_row in enumerate(rows):
        for j, source_col in enumerate(cols):
            there = min(source_row, source_col) >= 0
            expected = (
                picture[step.first_channel, source_row, source_col] if there else 0
            )
            assert step.window_chw[0, i, j] == expected


@settings(max_examples=200, deadline=None)
@given(operation=convolutions(), every=st.integers(2, 4))
def test_that_a_thinned_convolution_is_every_nth_row_and_column(
    operation: Convolution, every: int
) -> None:
    whole = operation.compute()

    thinned = operation.thinned(every).compute()

    np.testing.assert_array_equal(thinned, whole[:, ::every, ::every])


@settings(max_examples=100, deadline=None)
@given(operation=convolutions(), data=st.data())
def test_that_softmax_looks_at_all_channels_of_a_cell(
    operation: Convolution, data: st.DataObject
) -> None:
    channel = data.draw(st.integers(0, operation.outputs - 1))
    walk = Walk(operation, ActivationSpec(kind="softmax"), output_channel=channel)
    walk = go_to(walk, data.draw(st.integers(0, walk.steps - 1)))
    row, col = walk.cell

    expected = torch.tensor(operation.compute()).double().softmax(0)[channel, row, col]

    assert abs(walk.outcome.output - float(expected)) < 1e-5


def test_that_each_activation_is_applied_to_the_number() -> None:
    operation = Convolution(
        np.array([[[-2.0, 3.0]]]), np.ones((1, 1, 1, 1)), ConvSpec(kernel=(1, 1))
    )
    leaky = ActivationSpec(kind="leaky_relu", slope=0.5)
    for spec, expected in (
        (ActivationSpec(kind="relu"), (0, 3)),
        (leaky, (-1, 3)),
        (ActivationSpec(kind="tanh"), (np.tanh(-2), np.tanh(3))),
    ):
        walk = Walk(operation, spec)
        found = (walk.outcome.output, advance(walk).outcome.output)
        np.testing.assert_allclose(found, expected)
