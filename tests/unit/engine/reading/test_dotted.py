"""``!``, ``?`` and ``i`` have a dot of their own; no digit has, however it is written."""

import numpy as np
import pytest

from cnnviz.engine.datasets.builtin_digits import WAYS
from cnnviz.engine.datasets.handwriting.trajectories import on_pad, strokes_of
from cnnviz.engine.images.preparation import prepare_drawing
from cnnviz.engine.images.strokes.ink_sheet import SIDE, InkSheet
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.weights import shipped_weights
from cnnviz.engine.reading.dotted import is_dotted
from cnnviz.engine.reading.judgement import judged

Stroke = list[tuple[float, float]]

BAR: Stroke = [(140.0, 60.0), (140.0, 170.0)]
HOOK: Stroke = [(100, 90), (110, 60), (145, 50), (170, 80), (150, 110), (138, 150)]
DRAWN: dict[str, list[Stroke]] = {
    "!": [BAR, [(141.0, 218.0)]],
    "?": [HOOK, [(138.0, 200.0), (139.0, 202.0)]],
    "i": [[(140.0, 120.0), (140.0, 220.0)], [(143.0, 70.0)]],
}
NONE: dict[str, list[Stroke]] = {
    "1": [BAR],
    "1 and a base": [BAR, [(100.0, 205.0), (180.0, 205.0)]],
    "5 with its roof apart": [
        [(120, 90), (118, 130), (160, 135), (165, 180), (115, 200)],
        [(120.0, 60.0), (175.0, 58.0)],
    ],
    "1 and a speck far below": [[(140.0, 40.0), (140.0, 120.0)], [(140.0, 240.0)]],
    "1 and a speck beside it": [BAR, [(200.0, 218.0)]],
}


def drawn(strokes: list[Stroke], pen: float) -> np.ndarray:
    sheet = InkSheet()
    for stroke in strokes:
        sheet.draw(stroke, pen)
    return sheet.array()


@pytest.mark.parametrize("pen", [10, 16, 22])
@pytest.mark.parametrize("sign", DRAWN)
def test_that_a_sign_with_a_dot_is_no_digit(sign: str, pen: float) -> None:
    ink_hw = drawn(DRAWN[sign], pen)
    assert is_dotted(ink_hw)
    lenet5 = network("lenet5")
    reader = Classifier(lenet5, shipped_weights(lenet5))
    assert not judged(prepare_drawing(ink_hw), reader).digit


@pytest.mark.parametrize("what", NONE)
def test_that_other_loose_parts_are_no_dots(what: str) -> None:
    assert not is_dotted(drawn(NONE[what], 14))


def test_that_no_way_of_writing_a_digit_has_a_dot() -> None:
    rng = np.random.default_rng(5)
    for way in WAYS:
        placed = on_pad(strokes_of(way, 1, rng)[0], SIDE, rng)
        strokes = [[(float(x), float(y)) for x, y in one] for one in placed]
        found = prepare_drawing(drawn(strokes, rng.uniform(8, 24)))
        assert not is_dotted(found.ink_hw), way.name
        assert found.spots == (), way.name
