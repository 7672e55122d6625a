"""Whether a prepared picture looks like one digit at all.

A network that knows ten digits answers one of them to whatever it sees, and often surely.
So a second, small network looks at the same 28 x 28 pixels: it learned the ten digits
and, as an eleventh class, drawings that are none
(`cnnviz.engine.datasets.handwriting.no_digits`). It does not depend on who answers, and
costs less than a millisecond.
"""

from functools import cache
from importlib.resources import as_file
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.networks.catalogue.pictures import MNIST
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.layers import (
    DIGITS,
    Activation,
    Conv2d,
    Flatten,
    Linear,
    Network,
    Pool2d,
)
from cnnviz.engine.networks.weights import load_weights, read_metadata
from cnnviz.engine.resources import resource

NO_DIGIT: Final = "no digit"

CHECK_NETWORK: Final = Network(
    name="digit-check",
    title="Digit check",
    input_chw=(1, 28, 28),
    normalization=MNIST,
    labels=(*DIGITS, NO_DIGIT),
    layers=(
        Conv2d(name="c1", channels=10, kernel=(5, 5), padding=(2, 2)),
        Activation(name="c1_relu"),
        Pool2d(name="s2"),
        Conv2d(name="c3", channels=24, kernel=(5, 5)),
        Activation(name="c3_relu"),
        Pool2d(name="s4"),
        Flatten(name="flatten"),
        Linear(name="f5", units=64),
        Activation(name="f5_relu"),
        Linear(name="output", units=11),
    ),
)

CHECK_WEIGHTS: Final = "digit-check.safetensors"

THRESHOLD_KEY: Final = "threshold"
"""Under this name the weights' file says from which score on it is a digit."""


class DigitCheck:
    """Tells digits from what is none.

    Parameters
    ----------
    classifier
        `CHECK_NETWORK` with its weights.
    threshold
        The lowest score of a digit.
    """

    def __init__(self, classifier: Classifier, threshold: float) -> None:
        self._classifier = classifier
        self.threshold = threshold

    def scores(self, pictures_nhw: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return how much each picture looks like a digit: 0 is undecided, float32.

        The logarithm of how many times more probable a digit is than none, as learned.
        """
        outputs_nk = self._classifier.outputs(pictures_nhw)
        digits_nk, none_n = outputs_nk[:, :-1], outputs_nk[:, -1]
        any_n: NDArray[np.float32] = np.logaddexp.reduce(digits_nk, axis=1)
        return any_n - none_n

    def are_digits(self, pictures_nhw: NDArray[np.uint8]) -> NDArray[np.bool_]:
        """Return for each picture, uint8 ``N x 28 x 28``, whether it looks like a digit.

        Examples
        --------
        >>> blank_nhw = np.zeros((1, 28, 28), np.uint8)
        >>> shipped_check().are_digits(blank_nhw).tolist()
        [False]
        """
        has_ink_n = pictures_nhw.any(axis=(1, 2))
        return has_ink_n & (self.scores(pictures_nhw) >= self.threshold)


@cache
def shipped_check() -> DigitCheck:
    """Return the check that comes with cnnviz; read once."""
    with as_file(resource("weights", CHECK_WEIGHTS)) as path:
        weights = load_weights(path, CHECK_NETWORK)
        threshold = float(read_metadata(path)[THRESHOLD_KEY])
    return DigitCheck(Classifier(CHECK_NETWORK, weights), threshold)
