"""Lines of the paper are taken out; strokes, however straight, are not."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from cnnviz.engine.datasets.builtin_digits import WAYS
from cnnviz.engine.datasets.handwriting.trajectories import on_pad, strokes_of
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.preparation import prepare_drawing, prepare_picture
from cnnviz.engine.images.rules import without_rules
from cnnviz.engine.images.strokes.ink_sheet import SIDE, InkSheet
from tests.helpers.scans import SIDE as SCAN_SIDE
from tests.helpers.scans import as_pixels, ink, page, ruled

Pixels = NDArray[np.uint8]


def is_ruled(grey_hw: Pixels) -> bool:
    """Return whether lines are found, as they are looked for in a picture."""
    coarse = Image.fromarray(grey_hw).reduce(-(-max(grey_hw.shape) // 128))
    return without_rules(grey_hw, np.asarray(coarse, np.float32))[1]


def on_paper(*bars: tuple[slice, slice]) -> Pixels:
    page_hw = np.full((280, 280), 240, np.uint8)
    for bar in bars:
        page_hw[bar] = 20
    return page_hw


@pytest.mark.parametrize("pen", [3, 6, 8, 12, 20])
@pytest.mark.parametrize("long", [140, 200, 264])
def test_that_straight_strokes_are_no_lines(pen: int, long: int) -> None:
    """Ones, a 1 beside a 7, the roofs of two 7s: none goes right through the page."""
    upright = slice(140 - long // 2, 140 + long // 2)
    first, second, third = (slice(at, at + pen) for at in (60, 130, 200))
    for bars in (
        [(upright, second)],
        [(upright, first), (upright, third)],
        [(upright, first), (upright, second), (upright, third)],
        [(upright, first), (first, slice(120, 240)), (upright, third)],
        [(first, slice(20, 130)), (first, slice(150, 260)), (upright, second)],
    ):
        grey_hw = on_paper(*bars)
        for seen_hw in (grey_hw, grey_hw.T, 255 - grey_hw):
            assert not is_ruled(np.ascontiguousarray(seen_hw))


def test_that_a_straight_one_in_a_picture_is_prepared_as_on_the_pad() -> None:
    ink_hw = np.zeros((280, 280), np.uint8)
    ink_hw[40:240, 136:144] = 255
    found = prepare_picture(Picture(255 - ink_hw[np.newaxis], "one"))
    drawn = prepare_drawing(ink_hw)
    np.testing.assert_array_equal(found.digit_hw, drawn.digit_hw)


def test_that_no_digit_of_any_way_has_lines() -> None:
    rng = np.random.default_rng(3)
    for way in WAYS[::2]:
        sheet = InkSheet()
        for stroke in on_pad(strokes_of(way, 1, rng)[0], SIDE, rng):
            sheet.draw([(float(x), float(y)) for x, y in stroke], rng.uniform(4, 16))
        assert not is_ruled(255 - sheet.array()), way.name


def test_that_the_margin_of_a_ruled_page_goes_with_its_lines() -> None:
    levels_hw = ruled(page(ink(4)), 24, 150)
    levels_hw[:, 40:42] = np.minimum(levels_hw[:, 40:42], 150)
    found = prepare_picture(Picture(as_pixels(levels_hw)[np.newaxis], "ruled"))
    plain = prepare_drawing(as_pixels(255 * ink(4)))
    assert np.abs(found.digit_hw - plain.digit_hw.astype(float)).mean() < 12


@pytest.mark.parametrize("lines", [[100, 200], [60, 150, 240]])
def test_that_few_lines_are_found_where_they_go_right_through(lines: list[int]) -> None:
    levels_hw = page(ink(2, box=0.3))
    levels_hw[lines] = 120
    assert is_ruled(as_pixels(levels_hw))
    levels_hw[:, : SCAN_SIDE // 8] = levels_hw[0, 0]
    assert not is_ruled(as_pixels(levels_hw))
