"""What a network answers to digits, and whether they are digits at all."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.trace import best_of, probabilities_of


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
    """

    label: str
    shares_k: NDArray[np.float32] | None
    is_digit: bool | None


def answers(classifier: Classifier, pictures: NDArray[np.uint8]) -> list[Answer]:
    """Answer to pictures of the network's size, one after another.

    Parameters
    ----------
    pictures
        uint8, ``N x H x W``, in colour ``N x C x H x W``.

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
    >>> [answer.is_digit for answer in answers(reader, np.zeros((1, 28, 28), np.uint8))]
    [False]
    """
    network = classifier.network
    outputs_nk = classifier.outputs(pictures)
    shares_nk = probabilities_of(outputs_nk, network.answer)
    return [
        Answer(
            network.labels[best],
            None if shares_nk is None else shares_nk[number],
            looks_like_digit(pictures[number]) if network.reads_digits else None,
        )
        for number, best in enumerate(best_of(outputs_nk, network.answer))
    ]


def looks_like_digit(digit_hw: NDArray[np.uint8]) -> bool:
    """Return whether a prepared picture may be one digit: so far, whether it has ink."""
    return bool(digit_hw.any())
