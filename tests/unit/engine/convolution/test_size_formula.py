"""The formula of the output's size comes to the size."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

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

SMALL = st.integers(1, 3)
PAIR = st.tuples(SMALL, SMALL)


def sizes(operation: Operation) -> list[tuple[int, int]]:
    """Return what each written formula comes to, and what it says it comes to."""
    found = []
    formulas = operation.size_formulas()
    for formula in (formulas.rows, formulas.columns):
        left, right = formula.rsplit(" = ", 1)
        plain = left.replace("⌊", "floor(").replace("⌋", ")").replace("−", "-")
        made = eval(plain.replace("·", "*"), {"floor": math.floor})
        found.append((made, int(right)))
    return found


def agrees(operation: Operation) -> bool:
    return sizes(operation) == [(size, size) for size in operation.geometry.output_hw]


@given(PAIR, PAIR, st.tuples(SMALL, SMALL, SMALL, SMALL), PAIR)
def test_that_the_formula_of_a_convolution_comes_to_its_size(
    kernel: tuple[int, int],
    stride: tuple[int, int],
    padding: tuple[int, int, int, int],
    dilation: tuple[int, int],
) -> None:
    spec = ConvSpec(kernel=kernel, stride=stride, padding=padding, dilation=dilation)
    assert agrees(Convolution(np.zeros((1, 9, 8)), np.ones((1, 1, *kernel)), spec))


@given(PAIR, PAIR, PAIR)
def test_that_the_formula_of_a_transposed_convolution_comes_to_its_size(
    kernel: tuple[int, int], stride: tuple[int, int], dilation: tuple[int, int]
) -> None:
    spec = TransposedSpec(
        kernel=kernel,
        stride=stride,
        dilation=dilation,
        output_padding=(stride[0] - 1, 0),
    )
    operation = TransposedConvolution(
        np.zeros((1, 4, 5)), np.ones((1, 1, *kernel)), spec
    )
    assert agrees(operation)


@given(PAIR, PAIR)
def test_that_the_formula_of_a_pooling_comes_to_its_size(
    size: tuple[int, int], stride: tuple[int, int]
) -> None:
    assert agrees(Pooling(np.zeros((1, 9, 8)), PoolSpec(size=size, stride=stride)))


def test_that_uneven_padding_is_written_as_a_sum() -> None:
    spec = ConvSpec(kernel=(2, 2), padding="same")

    convolution = Convolution(np.zeros((1, 5, 5)), np.ones((1, 1, 2, 2)), spec)
    assert convolution.size_formulas().rows == "⌊(5 + 0 + 1 − 1·(2−1) − 1) / 1⌋ + 1 = 5"


def test_that_a_signal_has_one_formula() -> None:
    signal = SignalConvolution(np.zeros(7), np.ones(3), SignalSpec(stride=2))
    formulas = signal.size_formulas()
    assert (formulas.rows, formulas.columns) == ("", "⌊(7 + 2·0 − 3) / 2⌋ + 1 = 3")
