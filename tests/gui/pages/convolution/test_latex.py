"""The copied LaTeX, read by an independent strict reader that works the sums out."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from cnnviz.engine.convolution.activation.activations import ActivationKind
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.kernel_bank import KernelBank
from cnnviz.pages.convolution.model.lab_settings import LabSettings, OperationKind
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.views.stage.lab_stage import unit_of
from cnnviz.ui.unit_view.sum.sum_copy_text import as_latex
from cnnviz.ui.unit_view.unit import Unit
from tests.helpers.lab_cases import lab_settings, picture
from tests.helpers.lab_states import asked, state_of
from tests.helpers.latex import BadLatex, Equation, read_latex

OPERATIONS: tuple[OperationKind, ...] = get_args(OperationKind)
CLOSE = 4e-6
"""Seven digits are written; a few roundings of float32 come on top."""


@contextmanager
def language(key: str) -> Iterator[str]:
    """Write numbers in a language's way; the decimal mark is told."""
    before = QLocale()
    QLocale.setDefault(QLocale(key))
    try:
        yield QLocale().decimalPoint()
    finally:
        QLocale.setDefault(before)


def numbers(rng: np.random.Generator, shape: tuple[int, ...], kind: str) -> np.ndarray:
    """Return levels, all below zero too, fractions, or what needs a power of ten."""
    match kind:
        case "levels":
            return rng.integers(-255, 256, shape).astype(np.float32)
        case "negative":
            return -rng.integers(1, 256, shape).astype(np.float32)
        case "fractions":
            return rng.uniform(-1, 1, shape).astype(np.float32)
        case _:
            powers = 10.0 ** rng.integers(-9, 3, shape)
            return (rng.uniform(-9, 9, shape) * powers).astype(np.float32)


KINDS = st.sampled_from(("levels", "negative", "fractions", "powers"))


@st.composite
def states(draw: st.DrawFn) -> LabState:
    """Return a step of any operation, with numbers of every size."""
    channels, side = draw(st.sampled_from((1, 2, 3, 4))), st.integers(1, 9)
    given_input = picture(channels, draw(side), draw(side))
    wanted = draw(lab_settings(OPERATIONS, given_input))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    wanted = with_numbers(wanted, rng, draw(KINDS))
    wanted = replace(
        wanted,
        activation=draw(st.sampled_from(get_args(ActivationKind))),
        slope=draw(st.sampled_from((0.01, 0.2, 1e-7))),
    )
    values = numbers(rng, given_input.values_chw.shape, draw(KINDS))
    try:
        state = state_of(wanted, values)
    except CnnvizError:
        assume(False)
    assert state.walk is not None
    position = draw(st.integers(0, state.walk.steps - 1))
    output = draw(st.integers(0, state.walk.operation.outputs - 1))
    return state_of(wanted, values, position, output)


def with_numbers(
    wanted: LabSettings, rng: np.random.Generator, kind: str
) -> LabSettings:
    """Put drawn numbers in the place of ones: weights, biases, signal."""
    bank, signal = wanted.bank, wanted.signal
    biases = numbers(rng, (bank.outputs,), kind) * rng.integers(0, 2, bank.outputs)
    return replace(
        wanted,
        bank=KernelBank(numbers(rng, bank.weights_oikk.shape, kind)),
        biases=tuple(map(float, biases)),
        signal=replace(
            signal,
            values=tuple(map(float, numbers(rng, (len(signal.values),), kind))),
            kernel=tuple(map(float, numbers(rng, (len(signal.kernel),), kind))),
        ),
    )


def check(equations: list[Equation], written: Unit) -> None:
    """Compare every line with what stands behind its last sign of equality."""
    for equation in equations:
        size = max(1.0, equation.left.size) if equation.name == "y" else 0.0
        room = CLOSE * max(size, equation.left.size, abs(equation.right))
        assert abs(equation.left.value - equation.right) <= room + 1e-12, equation
    by_name = {equation.name: equation for equation in equations}
    last = by_name.get("z") or equations[-1]
    assert last.right == pytest.approx(written.outcome.total, rel=1e-6)
    if written.walk.activation.kind != "none":
        assert by_name["y"].right == pytest.approx(written.outcome.output, rel=1e-6)


@pytest.mark.parametrize("key", ["en_US", "pt_BR"])
@settings(max_examples=300)
@given(state=states(), all_channels=st.booleans())
def test_that_every_copied_formula_can_be_set_and_is_true(
    key: str, state: LabState, all_channels: bool
) -> None:
    written = unit_of(state)
    assert written is not None
    assume(written.expression.is_written)
    # e to the power of thousands is true, but no number here.
    totals = (written.outcome.total, *written.outcome.others)
    assume(written.walk.activation.kind != "softmax" or max(map(abs, totals)) < 500)
    parts = written.expression.parts if all_channels else (written.expression.part(0),)

    with language(key) as point:
        latex = as_latex(written, parts)

    equations = read_latex(latex, point)
    assert latex.isascii()
    named = [equation.name for equation in equations if equation.name[:1] == "S"]
    assert len(named) == (len(parts) if len(written.expression.parts) > 1 else 0)
    check(equations, written)


@pytest.mark.parametrize("key", ["en_US", "pt_BR"])
def test_that_the_softmax_of_large_sums_can_be_set(key: str) -> None:
    kernels = np.array([[[[3.0]]], [[[-2.5]]], [[[1e-8]]]])
    state = state_of(asked(kernels, activation="softmax"), np.array([[[255]]]))
    written = unit_of(state)
    assert written is not None

    with language(key) as point, pytest.raises(OverflowError):
        # set, but too large for us
        read_latex(as_latex(written, written.expression.parts), point)


@pytest.mark.parametrize(
    ("bad", "point"),
    [
        (r"1 + -2 = -1", "."),
        (r"1 \times -2 = -2", "."),
        (r"\left(1 + 2\right = 3", "."),
        (r"(1 + 2) = 3", "."),
        (r"\frac{1 + 2}{3 = 1", "."),
        (r"\foo\left(1\right) = 1", "."),
        (r"\operatorname{Relu}\left(1\right) = 1", "."),
        (r"1,5 + 1 = 2,5", ","),
        (r"1.5 + 1 = 2.5", ","),
        (r"1{,}5 + 1 = 2{,}5", "."),
        (r"\max\left(1{,}5, 2\right) = 2", ","),
        ("2 \N{MINUS SIGN} 1 = 1", "."),
        ("2×1 = 2", "."),
        (r"50% = 50", "."),
        (r"S_1 & = 2", "."),
        ("\\begin{aligned}\nz &= 1 + 1 = 2\ny &= 2 = 2\n\\end{aligned}", "."),
        ("\\begin{aligned}\nz &= 1 + 1 = 2 \\\\\n\\end{aligned}", "."),
        ("\\begin{aligned}\nz &= 1 + 1 = 2", "."),
        ("1 + 1 = 2 = 2", "."),
        ("", "."),
    ],
)
def test_that_the_reader_refuses_what_tex_would_not_set_as_meant(
    bad: str, point: str
) -> None:
    with pytest.raises(BadLatex):
        read_latex(bad, point)
