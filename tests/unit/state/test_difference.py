"""What one step changed, where that is one number."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnviz.state.difference import difference


@dataclass(frozen=True)
class Inner:
    size: tuple[int, int] = (3, 3)
    row: tuple[float, ...] = (1.0, 2.0, 3.0)


@dataclass(frozen=True, eq=False)
class Settings:
    inner: Inner = Inner()
    bias: float = 0.0
    is_flipped: bool = False
    name: str = "sobel"


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"bias": 2.5}, (0.0, 2.5)),
        ({"inner": Inner(size=(5, 5))}, (3, 5)),
        ({"inner": Inner(size=(3, 5))}, ((3, 3), (3, 5))),
        ({"inner": Inner(row=(1.0, 9.0, 3.0))}, (2.0, 9.0)),
        ({"inner": Inner(row=(1.0, 9.0, 8.0))}, None),
        ({"inner": Inner(row=(1.0,))}, None),
        ({"bias": 1.0, "inner": Inner(size=(1, 1))}, None),
        ({"is_flipped": True}, None),
        ({"name": "mean"}, None),
        ({}, None),
    ],
)
def test_that_the_one_number_that_differs_is_told(
    changes: dict[str, object], wanted: object
) -> None:
    assert difference(Settings(), replace(Settings(), **changes)) == wanted


@given(
    st.lists(st.floats(-9, 9, width=32), min_size=3, max_size=20),
    st.integers(0, 99),
    st.floats(-9, 9, width=32),
)
def test_that_the_one_number_of_an_array_is_told(
    numbers: list[float], place: int, value: float
) -> None:
    old = np.array(numbers, np.float32)
    new = old.copy()
    new[place % len(old)] = value
    before = float(old[place % len(old)])
    assert difference(old, new) == (None if before == value else (before, value))


def test_that_another_size_of_kernels_is_told_as_height_and_width() -> None:
    old, new = np.zeros((2, 1, 3, 3)), np.zeros((2, 1, 5, 3))
    assert difference(old, new) == ((3, 3), (5, 3))
    assert difference(old, np.zeros((6, 1, 3, 3))) == (2, 6)
