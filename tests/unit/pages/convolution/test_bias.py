"""What a bias may be."""

import math
from dataclasses import replace

import pytest

from cnnviz.engine.images.numbers.typed_numbers import LARGEST_NUMBER
from cnnviz.pages.convolution.model.lab_settings import (
    LabSettings,
    bias_of,
    initial_settings,
    with_bias,
)


@pytest.mark.parametrize(
    ("asked", "taken"),
    [
        (1.5, 1.5),
        (math.inf, LARGEST_NUMBER),
        (-math.inf, -LARGEST_NUMBER),
        (1e300, LARGEST_NUMBER),
    ],
)
def test_that_a_bias_is_finite(asked: float, taken: float) -> None:
    assert with_bias(initial_settings(), asked).biases[0] == taken


def of_a_signal() -> LabSettings:
    return replace(initial_settings(), operation="signal")


@pytest.mark.parametrize("first", [initial_settings(), of_a_signal()])
def test_that_what_is_no_number_changes_no_bias(first: LabSettings) -> None:
    settings = with_bias(first, 2)

    assert with_bias(settings, math.nan) == settings


def test_that_a_signals_kernel_has_a_bias_of_its_own() -> None:
    settings = with_bias(of_a_signal(), 0.1)

    assert (bias_of(settings), settings.biases) == (0.1, (0.0,))
    assert bias_of(replace(settings, operation="transposed")) == 0
    assert bias_of(with_bias(of_a_signal(), math.inf)) == LARGEST_NUMBER
