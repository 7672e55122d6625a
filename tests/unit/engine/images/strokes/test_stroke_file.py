"""Files of strokes are read whole, or refused with the drawing and what was expected."""

import json

import numpy as np
import pytest

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.strokes.ink_sheet import InkSheet
from cnnviz.engine.images.strokes.stroke_file import (
    StrokeDrawing,
    ink_of,
    read_strokes,
)
from cnnviz.engine.messages.catalogue import sentence

LABELS = tuple("0123456789")
GOOD = '{"strokes": [[[1, 2], [3, 4]]]}'


def read(text: str) -> list[StrokeDrawing]:
    return read_strokes(text.encode(), "d.json", LABELS)


def box(drawing: StrokeDrawing) -> tuple[int, int, int, int]:
    ink_hw = ink_of(drawing)
    rows, columns = (np.flatnonzero(ink_hw.any(axis=axis)) for axis in (1, 0))
    return int(rows[0]), int(columns[0]), int(rows[-1]), int(columns[-1])


def test_that_all_that_is_said_of_a_drawing_is_read() -> None:
    text = (
        '[{"label": 7, "size": [100, 50], "strokes": [[[1, 2, 0.5, 9], [3, 4]], [[5, 6]]]},'
        ' {"label": "3", "strokes": [], "who": "me"}, {"label": null, "strokes": [[]]}]'
    )
    assert read(text) == [
        StrokeDrawing((((1, 2), (3, 4)), ((5, 6),)), "7", (100, 50)),
        StrokeDrawing((), "3"),
        StrokeDrawing(()),
    ]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("7", "contains 7 where an object with strokes"),
        ("{}", "contains nothing where strokes, a list"),
        ('{"strokes": {"x": 1}}', "contains an object where strokes"),
        ('{"strokes": [7]}', "contains 7 where a stroke"),
        ('{"strokes": [[7, 8]]}', "contains 7 where a point [x, y]"),
        ('{"strokes": [[[7]]]}', "contains a list of 1 where a point [x, y]"),
        ('{"strokes": [[[[1, 2], [3, 4]]]]}', "contains a list of 2 where x, a number"),
        ('{"strokes": [[["1", 2]]]}', 'contains "1" where x, a number'),
        ('{"strokes": [[[1, null]]]}', "contains nothing where y, a number"),
        ('{"strokes": [[[true, 2]]]}', "contains true where x, a number"),
        ('{"strokes": [[[1e300, 2]]]}', "contains 1e+300 where x, a number of at most"),
        ('{"strokes": [[[1e999, 2]]]}', "contains Infinity where x"),
        ('{"strokes": [[[1' + "0" * 4000 + ", 2]]]}", "contains a very large number where x"),
        ('{"strokes": [], "label": 1.5}', "contains 1.5 where a label"),
        ('{"strokes": [], "label": true}', "contains true where a label"),
        ('{"strokes": [], "label": [7]}', "contains a list of 1 where a label"),
        ('{"strokes": [], "label": 11}', "contains 11 where a label out of 0, 1, 2"),
        ('{"strokes": [], "size": 280}', "contains 280 where a size [width, height]"),
        ('{"strokes": [], "size": [0, 5]}', "contains a list of 2 where a size above 0"),
        ('{"strokes": [], "size": [1, "2"]}', 'contains "2" where a side'),
    ],
)  # fmt: skip
def test_that_what_is_wrong_is_told_with_its_drawing(entry: str, said: str) -> None:
    with pytest.raises(CnnvizError) as refusal:
        read(f"[{GOOD}, {entry}]")
    words = sentence(refusal.value)
    assert words.startswith("Drawing 1 of d.json, counted from 0, ")
    assert said in words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no JSON"),
        ("\x89PNG", "no JSON"),
        ("[{", "no JSON"),
        ('[{"strokes": [[[NaN, 1]]]}]', "NaN is no number"),
        ("[" * 100_000, "nested too deep"),
        ("[" + "9" * 5000 + "]", "no JSON"),
        (GOOD, "contains an object where a list of drawings"),
        ("7", "contains 7 where a list"),
    ],
)
def test_that_what_is_no_list_of_drawings_is_refused(text: str, said: str) -> None:
    with pytest.raises(CnnvizError) as refusal:
        read(text)
    assert said in sentence(refusal.value)
    assert "“strokes”: lists of points [x, y]" in sentence(refusal.value)


def test_that_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(CnnvizError) as refusal:
        read_strokes(b"\xff\xfe\xfd", "d.json", LABELS)
    assert refusal.value.code == "strokes_no_json"


def test_that_a_drawing_of_too_many_points_is_refused() -> None:
    strokes = [[[1, 2]] * 60_000] * 2
    with pytest.raises(CnnvizError) as refusal:
        read(json.dumps([{"strokes": strokes}]))
    assert "at most 100000 points" in sentence(refusal.value)


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6])
@pytest.mark.parametrize("at", [(0.0, 0.0), (-500.0, 800.0)])
def test_that_ink_of_unknown_place_is_fitted_into_the_middle(
    scale: float, at: tuple[float, float]
) -> None:
    across, down = at
    points = [(0.0, 0.0), (0.5, 2.0), (1.0, 0.0)]
    placed = tuple(((x + across) * scale, (y + down) * scale) for x, y in points)
    top, left, bottom, right = box(StrokeDrawing((placed,)))
    assert bottom - top == pytest.approx(0.7 * 280, abs=2)
    assert top + bottom == pytest.approx(279, abs=3)
    assert left + right == pytest.approx(279, abs=3)
    assert right - left < 140


@pytest.mark.parametrize("points", [((5.0, 9.0),), ((5.0, 9.0), (5.0, 9.0))])
def test_that_a_single_dot_stays_a_dot(points: tuple[tuple[float, float], ...]) -> None:
    top, left, bottom, right = box(StrokeDrawing((points,)))
    assert bottom - top == right - left == pytest.approx(22, abs=2)
    assert top + bottom == pytest.approx(279, abs=2)


@pytest.mark.parametrize(("size", "scale"), [((280, 280), 1.0), ((560, 560), 0.5)])
def test_that_a_sheet_of_known_size_is_mapped_whole(
    size: tuple[float, float], scale: float
) -> None:
    points = ((60.0, 40.0), (200.0, 90.0), (80.0, 250.0))
    drawn = ink_of(StrokeDrawing((points,), size=size))
    expected = InkSheet()
    expected.draw([(scale * x, scale * y) for x, y in points])
    np.testing.assert_array_equal(drawn, expected.array())


def test_that_a_wide_sheet_keeps_its_proportions() -> None:
    top, left, bottom, right = box(
        StrokeDrawing((((0.0, 0.0), (200.0, 100.0)),), size=(200, 100))
    )
    assert (left, right) == (0, 279)
    assert top == pytest.approx(70 - 11, abs=2)
    assert bottom == pytest.approx(210 + 11, abs=2)
