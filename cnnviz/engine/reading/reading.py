"""A network's answer to a picture or drawing, and whether that looks like a digit."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.preparation import (
    Preparation,
    prepare_drawing,
    prepare_picture,
)
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.network_input import network_input
from cnnviz.engine.reading.judgement import NO_DIGIT, Judgement, judged


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What a network answers, and what is said of the picture beside that.

    Attributes
    ----------
    outputs_k
        float32, the numbers of the last layer, one a class.
    judgement
        Whether it looks like one digit; ``None`` where the network reads other things.
    """

    outputs_k: NDArray[np.float32]
    judgement: Judgement | None


def read_picture(picture: Picture, classifier: Classifier) -> Reading:
    """Read a picture; one without ink is no digit.

    Raises
    ------
    CnnvizError
        ``answer_not_finite``.

    Examples
    --------
    >>> from cnnviz.engine.networks.weights import shipped_weights
    >>> from cnnviz.engine.networks.catalogue import network
    >>> lenet5 = Classifier(network("lenet5"), shipped_weights(network("lenet5")))
    >>> black = Picture(np.zeros((1, 60, 60), np.uint8), "black")
    >>> read_picture(black, lenet5).judgement
    Judgement(digit=False, several=())
    """
    if not classifier.network.reads_digits:
        pixels = network_input(picture, classifier.network).pixels
        return Reading(classifier.outputs(pixels[np.newaxis])[0], None)
    try:
        preparation = prepare_picture(picture)
    except CnnvizError as error:
        return _without_ink(error, classifier)
    return _reading(preparation, classifier)


def read_drawing(ink_hw: NDArray[np.uint8], classifier: Classifier) -> Reading:
    """Read ink, uint8 ``H x W`` (0 paper, 255 ink), with a network of digits.

    Raises
    ------
    CnnvizError
        ``answer_not_finite``.
    """
    try:
        preparation = prepare_drawing(ink_hw)
    except CnnvizError as error:
        return _without_ink(error, classifier)
    return _reading(preparation, classifier)


def _reading(preparation: Preparation, classifier: Classifier) -> Reading:
    outputs_k = classifier.outputs(preparation.digit_hw[np.newaxis])[0]
    return Reading(outputs_k, judged(preparation, classifier))


def _without_ink(error: CnnvizError, classifier: Classifier) -> Reading:
    """Return what the network says of blank paper, where that is what is wrong."""
    if error.code != "drawing_empty":
        raise error
    blank_hw = np.zeros(classifier.network.picture_shape, np.uint8)
    return Reading(classifier.outputs(blank_hw[np.newaxis])[0], NO_DIGIT)
