"""What a bias may be."""

import math

import pytest

from cnnviz.control.lab_settings import initial_settings, with_bias
from cnnviz.images.typed_numbers import LARGEST_NUMBER


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
    assert with_bias(initial_settings(), asked).bias == taken


def test_that_what_is_no_number_changes_no_bias() -> None:
    settings = with_bias(initial_settings(), 2)

    assert with_bias(settings, math.nan) == settings
