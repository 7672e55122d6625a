"""Activations, their curves and slopes, against torch."""

from typing import Any, get_args

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnviz.engine.convolution.activation.activations import (
    ActivationKind,
    ActivationSpec,
    activate,
    derivative,
    value,
)
from cnnviz.engine.errors import CnnvizError

KINDS = get_args(ActivationKind)
EXTREME = [-1e30, -1000.0, -88.0, -1.0, -0.0, 0.0, 1e-30, 2.5, 88.0, 1000.0, 1e30]


def by_torch(sums: torch.Tensor, kind: str, slope: float) -> torch.Tensor:
    functions: dict[str, Any] = {
        "none": lambda x: x,
        "relu": torch.relu,
        "leaky_relu": lambda x: torch.nn.functional.leaky_relu(x, slope),
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "softmax": lambda x: torch.softmax(x, dim=0),
    }
    result: torch.Tensor = functions[kind](sums)
    return result


finite = st.floats(-1000, 1000, width=32)


@given(
    kind=st.sampled_from(KINDS),
    slope=st.floats(-2, 2),
    values=st.lists(finite, min_size=1, max_size=12),
)
@settings(max_examples=300, deadline=None)
def test_that_any_activation_equals_that_of_torch(
    kind: ActivationKind, slope: float, values: list[float]
) -> None:
    spec = ActivationSpec(kind=kind, slope=slope)
    result = activate(np.array(values), spec)
    assert result.dtype == np.float32
    expected = by_torch(torch.tensor(values, dtype=torch.float32), kind, slope)
    np.testing.assert_allclose(result, expected.numpy(), rtol=2e-6, atol=1e-37)


@pytest.mark.parametrize("kind", KINDS)
def test_that_extreme_sums_stay_finite(kind: ActivationKind) -> None:
    spec = ActivationSpec(kind=kind)
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        assert np.isfinite(activate(np.array(EXTREME), spec)).all()
        assert np.isfinite(value(EXTREME, spec, others=EXTREME)).all()
        assert np.isfinite(derivative(EXTREME, spec, others=EXTREME)).all()


def test_that_softmax_compares_the_channels_of_each_cell() -> None:
    sums = np.random.default_rng(1).normal(0, 5, (4, 3, 2))
    result = activate(sums, ActivationSpec(kind="softmax"))
    np.testing.assert_allclose(result.sum(axis=0), 1, rtol=1e-6)
    expected = torch.softmax(torch.tensor(sums), dim=0).numpy()
    np.testing.assert_allclose(result, expected, rtol=1e-5)


@given(
    kind=st.sampled_from(KINDS),
    at=finite,
    others=st.lists(st.floats(-50, 50), max_size=4),
)
@settings(max_examples=300, deadline=None)
def test_that_the_slope_is_what_torch_derives(
    kind: ActivationKind, at: float, others: list[float]
) -> None:
    sums = torch.tensor([at, *others], dtype=torch.float64, requires_grad=True)
    first = by_torch(sums, kind, 0.1)[0]
    first.backward()  # type: ignore[no-untyped-call]
    assert sums.grad is not None
    spec = ActivationSpec(kind=kind, slope=0.1)
    close = {"rtol": 1e-9, "atol": 1e-12}
    np.testing.assert_allclose(value(at, spec, others), first.item(), **close)
    np.testing.assert_allclose(
        derivative(at, spec, others), sums.grad[0].item(), **close
    )


@pytest.mark.parametrize("kind", KINDS)
def test_that_the_live_point_lies_on_the_curve(kind: ActivationKind) -> None:
    sums, spec = np.array([0.5, -2.0, 1.5]), ActivationSpec(kind=kind)
    whole = activate(sums, spec)
    for place in range(3):
        point = value(sums[place], spec, others=np.delete(sums, place))
        np.testing.assert_allclose(point, whole[place], rtol=1e-6)


def test_that_a_curve_has_the_shape_of_its_places() -> None:
    places = np.linspace(-3, 3, 10).reshape(2, 5)
    for kind in KINDS:
        spec = ActivationSpec(kind=kind)
        assert value(places, spec).shape == derivative(places, spec).shape == (2, 5)


@pytest.mark.parametrize("kind", KINDS)
def test_that_the_sums_are_left_alone(kind: ActivationKind) -> None:
    sums = np.array([-1, 2], np.float32)
    result = activate(sums, ActivationSpec(kind=kind))
    assert not np.shares_memory(result, sums)
    assert sums.tolist() == [-1, 2]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"kind": "gelu"}, "activation_unknown"),
        ({"slope": float("inf")}, "slope_not_finite"),
    ],
)
def test_that_impossible_settings_are_refused(given: dict[str, Any], code: str) -> None:
    with pytest.raises(CnnvizError) as caught:
        ActivationSpec(**given)
    assert caught.value.code == code
