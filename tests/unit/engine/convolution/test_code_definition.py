"""The definition with its indices says what is computed."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnviz.engine.convolution.code.definition import definition_of
from cnnviz.engine.convolution.operations import Convolution, SignalConvolution
from cnnviz.engine.convolution.spec import ConvSpec, SignalSpec
from cnnviz.engine.convolution.walk import Walk

RNG = np.random.default_rng(0)


def indices(text: str) -> tuple[int, ...]:
    return tuple(int(n) for n in re.findall(r"-?\d+", text.replace("−", "-")))


@settings(max_examples=40, deadline=None)
@given(
    kernel=st.tuples(st.integers(1, 4), st.integers(1, 4)),
    stride=st.tuples(st.integers(1, 3), st.integers(1, 3)),
    dilation=st.tuples(st.integers(1, 2), st.integers(1, 2)),
    padding=st.integers(0, 2),
    flip=st.booleans(),
    where=st.floats(0, 0.999),
)
def test_that_the_products_are_of_the_cells_and_weights_that_are_named(
    kernel: tuple[int, int],
    stride: tuple[int, int],
    dilation: tuple[int, int],
    padding: int,
    flip: bool,
    where: float,
) -> None:
    picture = RNG.integers(-9, 10, (1, 9, 10)).astype(np.float32)
    weights = RNG.integers(-9, 10, (1, 1, *kernel)).astype(np.float32)
    spec = ConvSpec(
        kernel=kernel,
        stride=stride,
        dilation=dilation,
        padding=(padding, padding),
        flip=flip,
    )
    walk = Walk(Convolution(picture, weights, spec))
    walk = Walk(walk.operation, position=int(where * walk.steps))

    found = definition_of(walk, walk.operation.expression(walk.step).parts[0])

    total = 0.0
    for term in found.terms:
        y, x = indices(term.picture)
        inside = 0 <= y < 9 and 0 <= x < 10
        assert term.value == (picture[0, y, x] if inside else 0)
        assert term.factor == weights[0, 0][indices(term.weight)]
        total += term.value * term.factor
    assert total == pytest.approx(walk.outcome.output)
    assert [indices(t.weight) for t in found.terms] == list(np.ndindex(*kernel))


@pytest.mark.parametrize("flip", [False, True])
def test_that_a_signal_has_one_index(flip: bool) -> None:
    signal, kernel = np.arange(8.0), np.array([1.0, 10.0, 100.0])
    spec = SignalSpec(padding="same", stride=2, flip=flip)
    walk = Walk(SignalConvolution(signal, kernel, spec), position=2)

    found = definition_of(walk, walk.operation.expression(walk.step).parts[0])

    assert found.is_turned is flip
    assert found.general.startswith("y[i] = Σₘ x[2i")
    for m, term in enumerate(found.terms):
        (place,) = indices(term.picture)
        assert (term.weight, term.value) == (f"w[{m}]", signal[place])


def test_that_the_formulas_are_those_of_the_books() -> None:
    picture, weights = np.ones((1, 9, 9)), np.ones((1, 1, 3, 3))
    plain = Walk(Convolution(picture, weights, ConvSpec(kernel=(3, 3))), position=15)
    part = plain.operation.expression(plain.step).parts[0]

    found = definition_of(plain, part)
    assert found.general == "y[i, j] = Σₘ Σₙ x[i + m, j + n] · w[m, n]"
    assert found.here == "y[2, 1] = Σₘ Σₙ x[2 + m, 1 + n] · w[m, n]"

    spec = ConvSpec(kernel=(3, 3), flip=True, padding=(1, 1), stride=(2, 2))
    turned = Walk(Convolution(picture, weights, spec), position=0)
    part = turned.operation.expression(turned.step).parts[0]
    found = definition_of(turned, part)
    assert found.general == "y[i, j] = Σₘ Σₙ x[2i + 1 − m, 2j + 1 − n] · w[m, n]"
    assert found.here == "y[0, 0] = Σₘ Σₙ x[1 − m, 1 − n] · w[m, n]"
