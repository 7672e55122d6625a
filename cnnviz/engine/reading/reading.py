"""What a network answers to pictures and drawings, and whether they are digits at all."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.preparation import (
    DIGIT_SIZE,
    Preparation,
    prepare_drawing,
    prepare_picture,
)
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.network_input import network_input
from cnnviz.engine.networks.trace import best_of, probabilities_of
from cnnviz.engine.reading.judgement import all_judged


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A picture as a network reads it.

    Attributes
    ----------
    pixels
        uint8, of `Network.picture_shape`.
    preparation
        How a digit came there; ``None`` of blank paper, and of other things.
    """

    pixels: NDArray[np.uint8]
    preparation: Preparation | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What a network makes of a picture.

    Attributes
    ----------
    label
        Of the class that is answered.
    shares_k
        The probability of each class, float32; ``None`` where the network gives mere
        scores.
    is_digit
        Whether the picture looks like one digit; ``None`` of a network of other things.
    several
        Where it looks like digits beside each other, their labels from left to right.
    """

    label: str
    shares_k: NDArray[np.float32] | None
    is_digit: bool | None
    several: tuple[str, ...] = ()


def seen_picture(picture: Picture, network: Network) -> Seen:
    """Return a picture as a network reads it; for one of drawings, no ink is blank paper.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> black = Picture(np.zeros((1, 60, 60), np.uint8), "black")
    >>> seen_picture(black, network("lenet5")).pixels.shape
    (28, 28)
    """
    if not network.reads_drawings:
        return Seen(network_input(picture, network).pixels)
    try:
        return _seen(prepare_picture(picture, keep_spots=network.drawings))
    except CnnvizError as error:
        return _blank(error)


def seen_drawing(ink_hw: NDArray[np.uint8], network: Network) -> Seen:
    """Return ink, uint8 ``H x W`` (0 paper, 255 ink), as a network of drawings reads it."""
    try:
        return _seen(prepare_drawing(ink_hw, keep_spots=network.drawings))
    except CnnvizError as error:
        return _blank(error)


def answers(classifier: Classifier, seen: Sequence[Seen]) -> list[Answer]:
    """Answer to pictures, one after another.

    Raises
    ------
    CnnvizError
        As for `Classifier.outputs`.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> from cnnviz.engine.networks.weights import shipped_weights
    >>> lenet5 = network("lenet5")
    >>> reader = Classifier(lenet5, shipped_weights(lenet5))
    >>> blank = seen_drawing(np.zeros((280, 280), np.uint8), lenet5)
    >>> [answer.is_digit for answer in answers(reader, [blank])]
    [False]
    """
    network = classifier.network
    outputs_nk = classifier.outputs(np.stack([each.pixels for each in seen]))
    shares_nk = probabilities_of(outputs_nk, network.answer)
    best_n = best_of(outputs_nk, network.answer)
    shares: list[NDArray[np.float32] | None] = (
        [None] * len(seen) if shares_nk is None else [*shares_nk]
    )
    if not network.reads_digits:
        return [
            Answer(network.labels[best], share, None)
            for best, share in zip(best_n, shares, strict=True)
        ]
    judgements = all_judged([each.preparation for each in seen], classifier)
    return [
        Answer(
            network.labels[best],
            share,
            judgement.digit,
            tuple(network.labels[one] for one in judgement.several),
        )
        for best, share, judgement in zip(best_n, shares, judgements, strict=True)
    ]


def _seen(preparation: Preparation) -> Seen:
    return Seen(preparation.digit_hw, preparation)


def _blank(error: CnnvizError) -> Seen:
    """Return blank paper, where no ink is what is wrong."""
    if error.code != "drawing_empty":
        raise error
    return Seen(np.zeros((DIGIT_SIZE, DIGIT_SIZE), np.uint8))
