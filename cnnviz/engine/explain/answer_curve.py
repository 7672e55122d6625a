"""How a network's answer changes while a picture is shifted, turned or scaled."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.placement import Placement, placed
from cnnviz.engine.networks.classifier import Classifier


def answers_over(
    classifier: Classifier,
    picture: NDArray[np.uint8],
    placements: Sequence[Placement],
    ground: int = 0,
) -> NDArray[np.float32] | None:
    """Return the probabilities of each class for a picture at each of some places.

    Parameters
    ----------
    classifier
        Who answers.
    picture
        uint8, of `Network.picture_shape`.
    placements
        Where the picture lies: of one curve as a rule by 1 pixel more each.
    ground
        The level of what comes in from outside the frame.

    Returns
    -------
    ndarray
        float32, ``placements x classes``; ``None`` where a network's numbers are mere
        scores.

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
    >>> shifts = [Placement(right=right) for right in range(-4, 5)]
    >>> answers_over(classifier, np.zeros((28, 28), np.uint8), shifts).shape
    (9, 10)
    """
    pictures = np.empty((len(placements), *picture.shape), picture.dtype)
    for place, placement in zip(pictures, placements, strict=True):
        place[...] = placed(picture, placement, ground)
    return classifier.probabilities(pictures)
