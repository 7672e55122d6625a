"""Numbers as people type and paste them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.number_marks import number_of
from cnnviz.engine.images.numbers.typed_numbers import (
    LARGEST_NUMBER,
    as_levels,
    display_range,
    read_numbers,
    read_usable_number,
)

FOUR = [[1.0, 2.0], [3.0, 4.0]]


@pytest.mark.parametrize(
    "text",
    [
        "1 2\n3 4",
        "1\t2\n3\t4",
        "1;2\n3;4",
        "1; 2;\n3; 4;\n",
        "1,2\n3,4",
        "1, 2\n3, 4\n",
        "1, 2,\n3, 4,",
        "\n  1   2 \r\n\r\n 3 4\n\n",
        "[[1, 2], [3, 4]]",
        "[[[1, 2], [3, 4]]]",
        " [[1,2],\n [3,4]]\n",
        "1.0 2/1\n−3/−1 4e0",
    ],
)
def test_that_a_grid_is_read_however_it_is_written(text: str) -> None:
    assert read_numbers(text).tolist() == [FOUR]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("0,5 1,5", [[0.5, 1.5]]),
        ("0,5;1,5", [[0.5, 1.5]]),
        ("0,5\t1", [[0.5, 1.0]]),
        ("-0,5 1\n2 3,25", [[-0.5, 1.0], [2.0, 3.25]]),
        # nothing else parts these: commas between numbers, as in a CSV file
        ("0,5", [[0.0, 5.0]]),
        ("1,2,3 4,5,6", [[1.0, 2, 3, 4, 5, 6]]),
        ("1.5,2.5", [[1.5, 2.5]]),
        ("7", [[7.0]]),
    ],
)
def test_that_a_comma_is_decimal_only_where_something_else_parts(
    text: str, rows: list[list[float]]
) -> None:
    assert read_numbers(text).tolist() == [rows]


def test_that_three_channels_can_be_given_as_lists() -> None:
    assert read_numbers("[[[1]], [[2]], [[3]]]").shape == (3, 1, 1)
    assert read_numbers("[1, 0, -1]").tolist() == [[[1, 0, -1]]]


@pytest.mark.parametrize(
    ("text", "code", "facts"),
    [
        ("", "numbers_empty", {}),
        (" \n ", "numbers_empty", {}),
        ("[]", "numbers_empty", {}),
        ("[[]]", "numbers_empty", {}),
        ("1 2\n3 x", "numbers_not_number", {"row": 2, "column": 2, "text": "x"}),
        ("1 nan", "numbers_not_number", {"row": 1, "column": 2}),
        ("1 1/0", "numbers_not_number", {"row": 1, "column": 2}),
        ("[[1, null]]", "numbers_not_number", {"column": 2, "text": "null"}),
        ('[[1, "2"]]', "numbers_not_number", {"column": 2}),
        ("[[true]]", "numbers_not_number", {}),
        ("0.125\t2,5", "numbers_thousands", {"row": 1, "column": 1, "text": "0.125"}),
        ("1,5;2.5", "numbers_thousands", {"column": 2, "text": "2.5"}),
        ("1.5,2.5 3,5", "numbers_not_number", {"column": 1}),
        ("1 2e9", "numbers_too_large", {"row": 1, "column": 2, "text": "2e9"}),
        ("[[1e999]]", "numbers_too_large", {}),
        ("1 2\n\n3", "numbers_ragged", {"row": 2, "found": 1, "expected": 2}),
        ("[[1, 2], [3]]", "numbers_ragged", {"row": 2}),
        ("[[[1]], [[1]], [[1, 2]]]", "numbers_ragged", {}),
        ("1;;3", "numbers_cell_empty", {"row": 1, "column": 2}),
        ("1\t\t3", "numbers_cell_empty", {"row": 1, "column": 2}),
        ("[[1, 2", "numbers_not_json", {"line": 1}),
        ("[[1 2]\n [3]]", "numbers_ragged", {"row": 2}),
        (f"[[{'9' * 5000}]]", "numbers_too_large", {}),
        ("[[[[1]]]]", "numbers_axes", {}),
        ("[[[1]], [[2]]]", "numbers_axes", {}),
        ("[[1], 2]", "numbers_axes", {}),
        ("[" * 100_000, "numbers_axes", {}),
        ("0 " * 1_000_001, "numbers_too_many", {"count": 1_000_001}),
    ],
)
def test_that_a_refusal_says_where(
    text: str, code: str, facts: dict[str, object]
) -> None:
    with pytest.raises(CnnvizError) as refused:
        read_numbers(text)

    assert refused.value.code == code
    assert facts.items() <= refused.value.facts.items()


@given(st.text(alphabet="0123456789 .,;-[]\n\te/x", max_size=40))
def test_that_any_text_is_read_or_refused(text: str) -> None:
    try:
        numbers = read_numbers(text)
    except CnnvizError:
        return
    assert numbers.dtype == np.float32
    assert np.isfinite(numbers).all()


@pytest.mark.parametrize(
    ("text", "value"),
    [("0.5", 0.5), ("0,5", 0.5), ("−2", -2.0), ("1/4", 0.25), (" 7 ", 7.0)],
)
def test_that_a_number_is_read_as_people_write_it(text: str, value: float) -> None:
    assert number_of(text) == value
    assert read_usable_number(text) == value


@pytest.mark.parametrize("text", ["", "abc", "1/0", "nan", "inf", "1e400", "1e10"])
def test_that_a_cell_takes_no_word_and_nothing_beyond_a_billion(text: str) -> None:
    assert read_usable_number(text) is None
    assert read_usable_number("1e9") == LARGEST_NUMBER


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([0, 9], (0.0, 9.0)),
        ([0, 0], (0.0, 1.0)),
        ([0.2, 0.7], (0.0, 1.0)),
        ([3, 240.5], (0.0, 255.0)),
        ([0, 1000], (0.0, 1000.0)),
        ([-0.9, 0.5], (-1.0, 1.0)),
        ([-3, 2], (-3.0, 3.0)),
    ],
)
def test_that_black_and_white_stand_for_usual_numbers(
    numbers: list[float], expected: tuple[float, float]
) -> None:
    assert display_range(np.array(numbers, np.float32)) == expected


def test_that_zero_is_the_middle_grey_among_signed_numbers() -> None:
    levels = as_levels(np.array([[[-2, 0, 2]]], np.float32))

    assert levels.tolist() == [[[0, 128, 255]]]
