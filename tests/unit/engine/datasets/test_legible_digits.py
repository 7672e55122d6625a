"""A 1 is written so that it is no 7 and no 2, and a 7 so that it is no 1."""

import numpy as np
import pytest

from cnnviz.engine.datasets.builtin_digits import WAYS
from cnnviz.engine.datasets.handwriting.hands import VARIATION, Variation, write
from cnnviz.engine.datasets.handwriting.legible import are_legible
from cnnviz.engine.datasets.handwriting.motion import Motion
from cnnviz.engine.datasets.handwriting.stroke_types import Way, way_of

ONES_AND_SEVENS = [way for way in WAYS if way.digit in (1, 7)]

STILL = Variation(
    mixing_beyond=0,
    point_jitter=0,
    carelessness=0,
    end_reach=0,
    warp=0,
    wobble=0,
    width=0,
    slant=0,
    slant_mean=0,
    rotation=0,
    taper=0,
    heaviness=0,
    bow=0,
    motion=Motion(
        stroke_place=0, hook_chance=0, hook=0, tremor_chance=0, tremor=0, hurry_chance=0
    ),
)


def named(digit: int, name: str) -> Way:
    return next(way for way in WAYS if (way.digit, way.name) == (digit, name))


def legible(way: Way, text: str) -> bool:
    """Return whether somebody's shape of a way is one that people would read."""
    shape = way_of(way.digit, way.name, text)
    path = write(shape, 1, np.random.default_rng(0), STILL)[0]
    return bool(are_legible(path, way)[0])


@pytest.mark.parametrize(
    "way", ONES_AND_SEVENS, ids=lambda way: f"{way.digit} {way.name}"
)
def test_that_nearly_all_ones_and_sevens_are_legible(way: Way) -> None:
    path_npd, _ = write(way, 200, np.random.default_rng(2), VARIATION)
    assert are_legible(path_npd, way).mean() >= 0.98


def test_that_a_flag_is_neither_flat_nor_endless() -> None:
    one = way_of(1, "flag", "0,22 12,12 22,0! 22,50 22,100")
    assert legible(one, "0,22 12,12 22,0! 22,50 22,100")
    assert not legible(one, "0,4 20,2 40,0! 40,50 40,100")
    assert not legible(one, "0,60 35,30 70,0! 70,50 70,100")


def test_that_a_roof_is_neither_steep_nor_short() -> None:
    seven = way_of(7, "plain", "0,6 30,4 62,2! 48,34 34,66 22,100")
    assert legible(seven, "0,6 30,4 62,2! 48,34 34,66 22,100")
    assert not legible(seven, "0,40 30,20 50,0! 44,34 34,66 22,100")
    assert not legible(seven, "0,4 10,4 18,2! 18,34 18,66 18,100")


def test_that_a_one_stands_upright_on_the_middle_of_its_base() -> None:
    one = way_of(1, "base", "30,0 30,33 30,67 30,98 / 0,99 30,98 62,98")
    assert legible(one, "30,0 30,33 30,67 30,98 / 0,99 30,98 62,98")
    assert not legible(one, "70,0 50,33 36,67 20,98 / 0,99 30,98 62,98")
    assert not legible(one, "4,0 4,33 4,67 4,98 / 2,99 30,98 62,98")


def test_that_the_digits_after_those_written_anew_stay_what_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So a seed's pictures change only where they have to."""
    flag, two = named(1, "long flag"), named(2, "loop")
    rng = np.random.default_rng(7)
    write(flag, 50, rng)
    after = write(two, 3, rng)[0]
    monkeypatch.setattr("cnnviz.engine.datasets.handwriting.hands.TRIES", 0)
    rng = np.random.default_rng(7)
    assert not are_legible(write(flag, 50, rng)[0], flag).all()
    np.testing.assert_array_equal(write(two, 3, rng)[0], after)
