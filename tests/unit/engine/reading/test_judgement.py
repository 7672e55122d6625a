"""What is no digit is said to be none, digits are let pass, two are read one by one."""

from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from cnnviz.engine.datasets.builtin_digits import WAYS, generate_digits
from cnnviz.engine.datasets.handwriting.no_digits import (
    LEARNED_KINDS,
    UNSEEN_KINDS,
    pictures_of,
)
from cnnviz.engine.datasets.handwriting.trajectories import strokes_of
from cnnviz.engine.datasets.loading import load_dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.preparation import prepare_drawing
from cnnviz.engine.images.strokes.ink_sheet import InkSheet
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.weights import shipped_weights
from cnnviz.engine.reading.digit_check import shipped_check
from cnnviz.engine.reading.judgement import NO_DIGIT, all_judged, judged
from cnnviz.engine.reading.reading import Answer, answers, seen_drawing, seen_picture
from cnnviz.engine.reading.several import apart

LENET5 = network("lenet5")


@pytest.fixture(scope="module")
def lenet5() -> Classifier:
    return Classifier(LENET5, shipped_weights(LENET5))


def read(picture: Picture | NDArray[np.uint8], reader: Classifier) -> Answer:
    """Return the answer to a picture, or to ink."""
    if isinstance(picture, Picture):
        return answers(reader, [seen_picture(picture, reader.network)])[0]
    return answers(reader, [seen_drawing(picture, reader.network)])[0]


def sheet(*lines: tuple[float, ...], width: int = 22) -> NDArray[np.uint8]:
    """Return a pad with lines on it: x, y of point after point."""
    made = InkSheet()
    for line in lines:
        for start, end in pairwise(zip(line[::2], line[1::2], strict=True)):
            made.draw([start, end], width)
    return made.array()


# 15 kinds and more, half of them never learned from, more than 300 drawings.
@pytest.mark.parametrize("kinds", [LEARNED_KINDS, UNSEEN_KINDS], ids=["learned", "new"])
def test_that_drawings_of_many_kinds_are_no_digit(kinds: dict[str, object]) -> None:
    assert len(kinds) >= 15
    check = shipped_check()
    rejected = [
        1 - check.are_digits(pictures_of(kind, 12, seed=99)).mean() for kind in kinds
    ]
    assert np.mean(rejected) >= 0.9


def test_that_digits_of_new_hands_are_hardly_ever_turned_away() -> None:
    digits = generate_digits(2_000, seed=98)
    assert shipped_check().are_digits(digits.images_nhw).mean() >= 0.985


@pytest.mark.mnist
def test_that_of_mnists_test_pictures_one_in_a_hundred_is_turned_away_at_most() -> None:
    try:
        test = load_dataset("mnist").test
    except CnnvizError:
        pytest.skip("CNNVIZ_DATA holds no mnist")
    assert shipped_check().are_digits(test.images_nhw).mean() >= 0.99


@pytest.mark.parametrize(
    "line",
    [(140, 140, 141, 141), (60, 140, 220, 142)],
    ids=["dot", "lying line"],
)
def test_that_a_mark_on_the_pad_is_no_digit(
    line: tuple[int, ...], lenet5: Classifier
) -> None:
    assert read(sheet(line), lenet5).is_digit is False


@pytest.mark.parametrize("pen", [12, 40, 90])
@pytest.mark.parametrize("long", [0, 10, 25])
def test_that_a_dot_of_any_size_is_no_digit_and_a_short_1_is_one(
    pen: int, long: int, lenet5: Classifier
) -> None:
    dot = sheet((140, 140, 140 + pen * long / 100, 141), width=pen)
    assert read(dot, lenet5).is_digit is False
    one = sheet((140, 140 - 1.5 * pen, 140, 140 + 1.5 * pen), width=pen)
    assert read(one, lenet5).is_digit is True


@pytest.mark.parametrize("level", [0, 255])
def test_that_a_sheet_without_ink_is_answered_and_no_digit(
    level: int, lenet5: Classifier
) -> None:
    page = Picture(np.full((1, 90, 90), level, np.uint8), "page")
    for blank in (page, np.zeros((280, 280), np.uint8)):
        answer = read(blank, lenet5)
        assert answer.is_digit is False
        assert answer.shares_k is not None
        assert answer.shares_k.shape == (10,)


def test_that_many_are_judged_as_each_by_itself(lenet5: Classifier) -> None:
    inks = [sheet((60, 60, 62, 220)), sheet((60, 140, 220, 142))]
    inks.append(sheet((60, 60, 60, 220), (140, 62, 230, 62, 180, 222)))
    preparations = [prepare_drawing(ink_hw) for ink_hw in inks]
    together = all_judged([*preparations, None], lenet5)
    alone = [judged(preparation, lenet5) for preparation in preparations]
    assert together == [*alone, NO_DIGIT]
    assert [one.digit for one in together] == [True, False, False, False]


def test_that_two_digits_are_read_from_left_to_right(lenet5: Classifier) -> None:
    one = (60, 60, 60, 220)
    seven = (140, 62, 230, 62, 180, 222)
    preparation = prepare_drawing(sheet(one, seven))
    assert judged(preparation, lenet5).several == (1, 7)


def test_that_a_roof_that_stands_off_is_no_second_digit() -> None:
    body = (100, 90, 95, 140, 150, 140, 160, 180, 140, 220, 90, 220)
    roof = (120, 50, 190, 46)
    assert apart(sheet(body, roof)) == ()


def test_that_a_4_whose_arm_does_not_reach_the_stem_is_no_two_digits() -> None:
    arm = (100, 60, 90, 150, 140, 150)
    assert apart(sheet(arm, (180, 60, 178, 230))) == ()
    # Two that stand on one line are two, of whatever height.
    assert len(apart(sheet((100, 110, 100, 230), (180, 60, 178, 230)))) == 2


def test_that_a_spot_is_no_second_digit() -> None:
    assert apart(sheet((60, 60, 60, 220), (200, 200, 206, 204))) == ()


def test_that_digits_apart_keep_all_their_ink() -> None:
    ink_hw = sheet((60, 60, 60, 220), (140, 62, 230, 62, 180, 222))
    pieces = apart(ink_hw)
    assert len(pieces) == 2
    together = np.maximum(*pieces)
    assert together.sum() >= 0.99 * ink_hw.sum()


def test_that_networks_of_other_things_are_not_asked_for_digits() -> None:
    cifar = network("cifar10")
    reader = Classifier(cifar, shipped_weights(cifar))
    dark = Picture(np.zeros((3, 40, 40), np.uint8), "dark")
    assert read(dark, reader).is_digit is None


def test_that_strokes_are_those_of_the_ways() -> None:
    bar = next(way for way in WAYS if (way.digit, way.name) == (7, "bar"))
    drawings = strokes_of(bar, 3, np.random.default_rng(0))
    assert [len(strokes) for strokes in drawings] == [2, 2, 2]


def test_that_a_seed_always_gives_the_same_drawings() -> None:
    for kind in ("face", "spiral", "two digits"):
        first, again = (pictures_of(kind, 4, seed=5) for _ in range(2))
        np.testing.assert_array_equal(first, again)
