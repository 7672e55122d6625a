"""Strokes become ink: smooth, through their points, the same by steps and at once."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnviz.engine.images.strokes.curve import Point, piece
from cnnviz.engine.images.strokes.ink_sheet import SIDE, InkSheet

PLACES = st.floats(-80, SIDE + 80, width=32)
POINTS = st.lists(st.tuples(PLACES, PLACES), min_size=1, max_size=12)


def by_steps(sheet: InkSheet, points: list[Point], width: float = 22.0) -> None:
    sheet.begin(points[0], width)
    for point in points[1:]:
        sheet.move(point)
    sheet.end()


@given(st.lists(POINTS, min_size=1, max_size=3), st.floats(8, 48))
@settings(max_examples=60, deadline=None)
def test_that_a_stroke_drawn_at_once_is_that_drawn_point_by_point(
    strokes: list[list[Point]], width: float
) -> None:
    pad, file = InkSheet(), InkSheet()
    for stroke in strokes:
        by_steps(pad, stroke, width)
        file.draw(stroke, width)
    np.testing.assert_array_equal(pad.array(), file.array())


@given(POINTS)
@settings(max_examples=40, deadline=None)
def test_that_there_is_ink_at_every_point(points: list[Point]) -> None:
    sheet = InkSheet()
    sheet.draw(points)
    ink_hw = sheet.array()
    for x, y in points:
        if 1 < x < SIDE - 1 and 1 < y < SIDE - 1:
            assert ink_hw[int(y), int(x)] == 255


def test_that_a_circle_of_few_points_is_round() -> None:
    """The middles between eight points lie 7.6 cells inside of their circle."""
    turns = np.linspace(0, 2 * np.pi, 9)
    sheet = InkSheet()
    sheet.draw([(140 + 100 * np.cos(t), 140 + 100 * np.sin(t)) for t in turns], 10)
    rows, columns = np.nonzero(sheet.array() > 127)
    distance = np.hypot(rows + 0.5 - 140, columns + 0.5 - 140)
    # Where it begins and ends, nothing says how it would go on.
    away = np.abs(rows - 140) > 60
    assert distance[away].min() > 100 - 5 - 2.5
    assert distance[away].max() < 100 + 5 + 1.5


@given(st.tuples(PLACES, PLACES), st.tuples(PLACES, PLACES), st.tuples(PLACES, PLACES))
def test_that_a_piece_begins_and_ends_at_its_points(
    start: Point, end: Point, after: Point
) -> None:
    corners = piece(None, start, end, after if after != end else None)
    assert (corners[0], corners[-1]) == (start, end)


def test_that_points_on_a_line_give_a_line_of_the_pens_width() -> None:
    sheet = InkSheet()
    sheet.draw([(float(x), 140.0) for x in (40, 60, 130, 131, 240)], 20)
    across = sheet.array()[:, 60:220].sum(axis=0) / 255
    np.testing.assert_allclose(across, 20, atol=0.5)


def test_that_crossing_strokes_are_one_ink_and_the_eraser_takes_it_away() -> None:
    sheet = InkSheet()
    sheet.draw([(40.0, 140.0), (240.0, 140.0)])
    sheet.draw([(140.0, 40.0), (140.0, 240.0)])
    assert sheet.array().max() == 255
    sheet.begin((140.0, 140.0), 60, erasing=True)
    sheet.end()
    ink_hw = sheet.array()
    assert ink_hw[140, 140] == 0
    assert ink_hw[140, 60] == 255


def test_that_what_was_handed_out_does_not_change() -> None:
    sheet = InkSheet()
    sheet.begin((40.0, 40.0))
    first = sheet.array()
    kept = first.copy()
    sheet.move((200.0, 200.0))
    np.testing.assert_array_equal(first, kept)


@pytest.mark.parametrize("far", [1e6, -1e30])
def test_that_a_point_far_off_the_sheet_is_drawn_towards(far: float) -> None:
    sheet = InkSheet()
    sheet.draw([(140.0, 140.0), (140.0, far)])
    row = 260 if far > 0 else 20
    assert sheet.array()[row, 140] == 255
