"""What a pen did: kept in files, drawn again, at any time of it."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.strokes.ink_sheet import SIDE, InkSheet
from cnnviz.engine.images.strokes.pen_strokes import (
    PenPoint,
    PenStroke,
    draw_strokes,
)
from cnnviz.engine.images.strokes.replay import LONGEST_PAUSE_MS, Replay
from cnnviz.engine.images.strokes.stroke_file import (
    ink_of,
    pen_strokes,
    read_strokes,
    strokes_json,
)

DIGITS = [str(digit) for digit in range(10)]
PLACES = st.floats(0, SIDE, width=32)
POINTS = st.lists(
    st.builds(PenPoint, PLACES, PLACES, st.floats(0, 1e6), st.floats(0, 1)),
    min_size=1,
    max_size=8,
)
STROKES = st.lists(
    st.builds(
        PenStroke, st.builds(tuple, POINTS), st.floats(8, 48, width=32), st.booleans()
    ),
    min_size=1,
    max_size=3,
)


@given(STROKES)
@settings(max_examples=20, deadline=None)
def test_that_a_file_brings_back_what_the_pen_did(strokes: list[PenStroke]) -> None:
    (read,) = read_strokes(strokes_json([strokes]), "own.json", DIGITS)
    assert pen_strokes(read) == tuple(strokes)
    np.testing.assert_array_equal(ink_of(read), draw_strokes(strokes))


@given(STROKES, st.lists(st.floats(0, 1), min_size=1, max_size=5))
@settings(max_examples=20, deadline=None)
def test_that_at_its_end_a_replay_shows_the_drawing_however_it_went(
    strokes: list[PenStroke], places: list[float]
) -> None:
    replay = Replay(strokes)
    for place in places:
        replay.ink_at(place * replay.length_ms)
    np.testing.assert_array_equal(
        replay.ink_at(replay.length_ms), draw_strokes(strokes)
    )


def test_that_a_replay_goes_by_the_pens_own_times() -> None:
    down = PenStroke((PenPoint(60, 60, 5000), PenPoint(60, 220, 5400)))
    dot = PenStroke((PenPoint(200, 60, 5500),))
    late = PenStroke((PenPoint(200, 200, 99_000),))
    replay = Replay([down, dot, late])
    assert replay.length_ms == 500 + LONGEST_PAUSE_MS
    seen = {
        ms: [int(replay.ink_at(ms)[y, x]) for x, y in ((60, 200), (200, 60))]
        for ms in (0, 399, 400, 499, 500)
    }
    assert seen == {
        0: [0, 0],
        399: [0, 0],
        400: [255, 0],
        499: [255, 0],
        500: [255, 255],
    }
    assert replay.ink_at(500)[200, 200] == 0
    assert replay.ink_at(replay.length_ms)[200, 200] == 255


def test_that_a_drawing_without_times_is_drawn_at_an_even_speed() -> None:
    line = PenStroke(tuple(PenPoint(x, 140) for x in (40, 90, 240)))
    replay = Replay([line])
    assert replay.length_ms > 0
    quarter = replay.ink_at(replay.length_ms * 0.3)[140]
    assert quarter[85] == 255
    assert quarter[200] == 0


def test_that_pressure_widens_the_pen() -> None:
    light = PenStroke((PenPoint(40, 140, 0, 0.0), PenPoint(240, 140, 9, 0.0)), 20)
    full = PenStroke((PenPoint(40, 140), PenPoint(240, 140)), 20)
    across = [draw_strokes([each])[:, 140].sum() / 255 for each in (light, full)]
    assert across == pytest.approx([12, 20], abs=0.6)


def test_that_without_pens_a_file_is_drawn_with_the_pads_own() -> None:
    """Times and pressures of other programs change no ink."""
    plain = [{"strokes": [[[10, 10], [90, 90]]], "size": [100, 100]}]
    told = [{"strokes": [[[10, 10, 7, 0.1], [90, 90, 8, "x"]]], "size": [100, 100]}]
    inks = []
    for entries in (plain, told):
        (read,) = read_strokes(json.dumps(entries).encode(), "a.json", DIGITS)
        inks += [ink_of(read), draw_strokes(pen_strokes(read))]
    for ink_hw in inks:
        np.testing.assert_array_equal(ink_hw, inks[0])
    assert read.timing == (((7.0, 0.1), (8.0, 1.0)),)


def test_that_a_stroke_without_points_takes_its_pen_along() -> None:
    entry = {
        "strokes": [[], [[5, 5]]],
        "size": [9, 9],
        "pens": [{"width": 40}, {"width": 10}],
    }
    (read,) = read_strokes(json.dumps([entry]).encode(), "a.json", DIGITS)
    assert [stroke.pen for stroke in pen_strokes(read)] == [10]


@pytest.mark.parametrize(
    "pens",
    [7, [], [3], [{"width": "thick"}], [{"width": 0}], [{"erases": "yes"}]],
)
def test_that_pens_that_are_none_are_refused(pens: object) -> None:
    entry = {"strokes": [[[1, 1]]], "pens": pens}
    with pytest.raises(CnnvizError) as refused:
        read_strokes(json.dumps([entry]).encode(), "a.json", DIGITS)
    assert refused.value.code == "strokes_wrong"
    assert refused.value.facts["number"] == 0


def test_that_a_stroke_taken_back_leaves_what_was_there() -> None:
    sheet = InkSheet()
    sheet.draw([(40.0, 40.0), (90.0, 90.0)])
    before_hw = sheet.array()
    for erasing in (False, True):
        sheet.begin((60.0, 60.0), erasing=erasing)
        sheet.move((200.0, 100.0))
        sheet.take_back()
        assert not sheet.in_stroke
        np.testing.assert_array_equal(sheet.array(), before_hw)
