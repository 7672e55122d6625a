"""The table of activations: what an entry says of its function holds of it."""

import numpy as np
import pytest
import torch

from cnnviz.engine.convolution.activation.activations import ActivationSpec, activate
from cnnviz.engine.convolution.activation.functions import ACTIVATIONS
from cnnviz.engine.convolution.activation.kinds import ACTIVATION_KINDS, ActivationKind
from cnnviz.engine.networks.layers.modules import activation

SUMS = np.concatenate(
    [np.linspace(-60, 60, 2_001), [-1e4, -1e-6, 0.0, 1e-6, 1e4]]
).astype(np.float32)


def test_that_every_name_has_an_entry_of_its_own() -> None:
    assert tuple(ACTIVATIONS) == ACTIVATION_KINDS
    assert [function.key for function in ACTIVATIONS.values()] == [*ACTIVATION_KINDS]
    titles = {function.title for function in ACTIVATIONS.values()}
    assert len(titles) == len(ACTIVATIONS)


@pytest.mark.parametrize("kind", ACTIVATION_KINDS)
@pytest.mark.parametrize("slope", [0.01, 1.5, -0.5])
def test_that_torchs_module_makes_the_same_numbers(
    kind: ActivationKind, slope: float
) -> None:
    sums_nk = np.random.default_rng(4).normal(0, 5, (6, 10)).astype(np.float32)

    spec = ActivationSpec(kind=kind, slope=slope)

    result = activate(sums_nk.T, spec).T

    expected = activation(spec)(torch.tensor(sums_nk)).numpy()
    np.testing.assert_allclose(result, expected, rtol=2e-6, atol=1e-30)


@pytest.mark.parametrize("kind", ACTIVATION_KINDS)
def test_that_outputs_come_near_their_bounds_and_never_beyond(
    kind: ActivationKind,
) -> None:
    function = ACTIVATIONS[kind]
    made = activate(np.stack([SUMS, np.zeros_like(SUMS)]), ActivationSpec(kind=kind))[0]
    if function.smallest is None:
        assert made.min() < -50
    else:
        assert made.min() == pytest.approx(function.smallest, abs=1e-6)
        assert made.min() >= function.smallest
    if function.largest is None:
        assert made.max() > 1e3
    else:
        assert made.max() == pytest.approx(function.largest, abs=1e-6)
        assert made.max() <= function.largest


@pytest.mark.parametrize(
    ("kind", "slope", "can"),
    [
        ("none", 0.01, True),
        ("relu", 0.01, False),
        ("leaky_relu", 0.01, True),
        ("leaky_relu", 0.0, False),
        ("leaky_relu", -0.2, False),
        ("sigmoid", 0.01, False),
        ("tanh", 0.01, True),
        ("softmax", 0.01, False),
    ],
)
def test_that_an_activation_tells_whether_it_can_be_negative(
    kind: ActivationKind, slope: float, can: bool
) -> None:
    assert ACTIVATIONS[kind].can_be_negative(slope) == can
