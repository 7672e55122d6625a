"""How numbers are written on the screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from cnnviz.ui.numbers import fixed, full, percent, short, whole


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0.0, 4, "0"),
        (-0.0, 4, "0"),
        (-0.00001, 4, "−1e−05"),
        (3.14159, 4, "3.142"),
        (2.5, 4, "2.5"),
        (-280.0, 2, "−280"),
        (64770.0, 4, "64770"),
        (999.96, 4, "1000"),
        (12.0, 1, "12"),
        (0.16, 1, "0.2"),
        (1.5e12, 4, "1.5e+12"),
    ],
)
def test_that_digits_before_the_point_are_never_given_up(
    value: float, digits: int, text: str
) -> None:
    assert short(value, digits) == text


def test_that_the_point_and_the_thousands_follow_the_language() -> None:
    QLocale.setDefault(QLocale("pt_BR"))
    assert short(-0.125) == "−0,125"
    assert full(1 / 3) == "0,3333333"
    assert fixed(2, 2) == "2,00"
    assert percent(0.9925, 2) == "99,25%"
    assert whole(61706) == "61.706"
