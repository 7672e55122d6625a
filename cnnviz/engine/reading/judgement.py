"""What is said of a drawing beside the network's answer: whether it is one digit at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.preparation import Preparation, prepare_drawing
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.reading.blot import is_blot
from cnnviz.engine.reading.digit_check import shipped_check
from cnnviz.engine.reading.dotted import is_dotted
from cnnviz.engine.reading.several import apart


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a drawing looks like one digit.

    Attributes
    ----------
    digit
        Whether it does.
    several
        Where it looks like digits beside each other, the class of each from left to
        right, as the network reads it; else empty.
    """

    digit: bool
    several: tuple[int, ...] = ()


ONE_DIGIT: Final = Judgement(digit=True)

NO_DIGIT: Final = Judgement(digit=False)
"""Also of a sheet without ink."""


def judged(preparation: Preparation, classifier: Classifier) -> Judgement:
    """Say whether a drawing looks like one digit, like several, or like none.

    Several are pieces beside each other that look like a digit each. The roof of a 5 that
    stands off is none, nor are the strokes of a 4 that do not meet: see `apart`.

    Parameters
    ----------
    preparation
        The drawing.
    classifier
        Who reads the single digits, where there are several.

    Examples
    --------
    >>> from cnnviz.engine.networks.weights import shipped_weights
    >>> from cnnviz.engine.networks.catalogue import network
    >>> lenet5 = Classifier(network("lenet5"), shipped_weights(network("lenet5")))
    >>> ink_hw = np.zeros((280, 280), np.uint8)
    >>> ink_hw[80:200, 60:80] = 255
    >>> judged(prepare_drawing(ink_hw), lenet5)
    Judgement(digit=True, several=())
    >>> ink_hw[84:206, 180:202] = 255
    >>> judged(prepare_drawing(ink_hw), lenet5)
    Judgement(digit=False, several=(1, 1))
    """
    return all_judged([preparation], classifier)[0]


def all_judged(
    preparations: Sequence[Preparation | None], classifier: Classifier
) -> list[Judgement]:
    """Say of each drawing what `judged` says; ``None`` is a sheet without ink."""
    judgements = [NO_DIGIT] * len(preparations)
    inked = [(place, one) for place, one in enumerate(preparations) if one is not None]
    if not inked:
        return judgements
    check = shipped_check()
    are_digits = check.are_digits(np.stack([one.digit_hw for _, one in inked]))
    for (place, preparation), is_digit in zip(inked, are_digits, strict=True):
        pieces = _pieces(preparation)
        if pieces is not None and check.are_digits(pieces).all():
            several = tuple(map(int, classifier.best(pieces)))
            judgements[place] = Judgement(digit=False, several=several)
        elif is_digit and not (
            is_dotted(preparation.ink_hw) or is_blot(preparation.digit_hw)
        ):
            judgements[place] = ONE_DIGIT
    return judgements


def _pieces(preparation: Preparation) -> NDArray[np.uint8] | None:
    """Return what lies beside each other, each prepared by itself."""
    pieces = apart(preparation.ink_hw)
    if not pieces:
        return None
    try:
        return np.stack([prepare_drawing(piece).digit_hw for piece in pieces])
    except CnnvizError:  # a piece so faint that nothing of it is left
        return None
