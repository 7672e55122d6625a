"""The formula of the output's size comes to the size."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cnnviz.convolution.operations import (
    Convolution,
    Operation,
    Pooling,
    TransposedConvolution,
)
from cnnviz.convolution.pooling import PoolSpec
from cnnviz.convolution.spec import ConvSpec
from cnnviz.convolution.transposed import TransposedSpec
from cnnviz.films.formulas import size_formula
from cnnviz.films.words import FilmWords

SMALL = st.integers(1, 3)
PAIR = st.tuples(SMALL, SMALL)


def sizes(operation: Operation) -> list[tuple[int, int]]:
    """Return what each written formula comes to, and what it says it comes to."""
    found = []
    for part in size_formula(operation, FilmWords()).split("      "):
        left, right = part.split(": ")[-1].rsplit(" = ", 1)
        plain = left.replace("⌊", "floor(").replace("⌋", ")").replace("−", "-")
        made = eval(plain.replace("·", "*"), {"floor": math.floor})
        found.append((made, int(right)))
    return found


def agrees(operation: Operation) -> bool:
    written = sizes(operation)
    outputs = operation.sweep.output_hw
    expected = [outputs[0]] if len(written) == 1 else list(outputs)
    return written == [(size, size) for size in expected]


@given(PAIR, PAIR, st.tuples(SMALL, SMALL, SMALL, SMALL), PAIR)
def test_that_the_formula_of_a_convolution_comes_to_its_size(
    kernel: tuple[int, int],
    stride: tuple[int, int],
    padding: tuple[int, int, int, int],
    dilation: tuple[int, int],
) -> None:
    spec = ConvSpec(kernel=kernel, stride=stride, padding=padding, dilation=dilation)
    assert agrees(Convolution(np.zeros((1, 9, 8)), np.ones((1, 1, *kernel)), spec))


@given(PAIR, PAIR)
def test_that_the_formula_of_a_transposed_convolution_comes_to_its_size(
    kernel: tuple[int, int], stride: tuple[int, int]
) -> None:
    spec = TransposedSpec(kernel=kernel, stride=stride)
    operation = TransposedConvolution(
        np.zeros((1, 4, 5)), np.ones((1, 1, *kernel)), spec
    )
    assert agrees(operation)


@given(PAIR, PAIR)
def test_that_the_formula_of_a_pooling_comes_to_its_size(
    size: tuple[int, int], stride: tuple[int, int]
) -> None:
    assert agrees(Pooling(np.zeros((1, 9, 8)), PoolSpec(size=size, stride=stride)))
