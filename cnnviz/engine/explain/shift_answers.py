"""What a network answers to a picture shifted by every whole number of pixels."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.trace import best_of, probabilities_of

REACH: Final = 8
"""Pixels by which an MNIST digit can be shifted and still lie half on its sheet."""


@dataclass(frozen=True, slots=True, eq=False)
class ShiftAnswers:
    """The answers, from as far up and left to as far down and right.

    Attributes
    ----------
    reach
        The picture is shifted from ``-reach`` to ``reach`` rows and columns.
    best_rc
        intp, ``2 reach + 1`` squared: the class answered with the picture shifted
        ``row - reach`` down and ``column - reach`` to the right.
    shares_rc
        float32, the probability of that class; ``None`` for mere scores.
    """

    reach: int
    best_rc: NDArray[np.intp]
    shares_rc: NDArray[np.float32] | None

    @property
    def kept(self) -> float:
        """The share of all shifts at which the answer is that of the picture unshifted."""
        return float((self.best_rc == self.best_rc[self.reach, self.reach]).mean())


def answers_when_shifted(
    classifier: Classifier, picture: NDArray[np.uint8], reach: int = REACH
) -> ShiftAnswers:
    """Ask a network about a picture at all shifts; paper (0) comes in from outside.

    Parameters
    ----------
    classifier
        Who answers.
    picture
        uint8, of `Network.picture_shape`: ``H x W`` or ``C x H x W``.
    reach
        Pixels, 0 or more.

    Raises
    ------
    CnnvizError
        ``digit_shape_differs`` or ``answer_not_finite``.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> from cnnviz.engine.networks.weights import shipped_weights
    >>> lenet5 = network("lenet5")
    >>> classifier = Classifier(lenet5, shipped_weights(lenet5))
    >>> answers_when_shifted(classifier, np.zeros((28, 28), np.uint8), 2).best_rc.shape
    (5, 5)
    """
    *channels, height, width = picture.shape
    edges = [(0, 0)] * len(channels) + [(reach, reach)] * 2
    windows = sliding_window_view(
        np.pad(picture, edges), (height, width), axis=(-2, -1)
    )
    # A window further up shows the picture further down.
    shifted = windows[..., ::-1, ::-1, :, :]
    places = np.moveaxis(shifted, (-4, -3), (0, 1))
    count = 2 * reach + 1
    pictures = places.reshape(count * count, *picture.shape)
    outputs_nk = classifier.outputs(pictures)
    best_n = best_of(outputs_nk, classifier.network.answer)
    shares_nk = probabilities_of(outputs_nk, classifier.network.answer)
    shares_rc = None
    if shares_nk is not None:
        shares_rc = shares_nk[np.arange(len(best_n)), best_n].reshape(count, count)
    return ShiftAnswers(reach, best_n.reshape(count, count), shares_rc)
