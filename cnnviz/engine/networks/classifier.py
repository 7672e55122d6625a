"""A network with its weights, ready to answer; no torch."""

from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.forward import (
    NOTHING_OFF,
    ForwardPass,
    check_pictures,
    normalized,
)
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.trace import Trace, best_of, probabilities_of
from cnnviz.engine.networks.weights import Weights, check_weights


class Classifier:
    """Classifies pictures on the CPU.

    Parameters
    ----------
    network
        The description.
    weights
        Its numbers; not copied, so nobody may write to them later.
    switched_off
        Layer name -> maps, or units, that are 0 whatever the layer computes.
    batch_statistics
        Whether batch normalization computes as while training, see `ForwardPass`; each
        picture is a batch of its own.

    Attributes
    ----------
    network, weights, switched_off
        What was given.

    Raises
    ------
    CnnvizError
        What `check_weights` raises, ``layer_unknown`` or ``unit_beyond``.

    Examples
    --------
    >>> from cnnviz.engine.networks.weights import shipped_weights
    >>> from cnnviz.engine.networks.catalogue import network
    >>> lenet5 = network("lenet5")
    >>> classifier = Classifier(lenet5, shipped_weights(lenet5))
    >>> blank_nhw = np.zeros((3, 28, 28), np.uint8)
    >>> classifier.probabilities(blank_nhw).shape
    (3, 10)
    """

    def __init__(
        self,
        network: Network,
        weights: Weights,
        switched_off: Mapping[str, Collection[int]] = NOTHING_OFF,
        *,
        batch_statistics: bool = False,
    ) -> None:
        check_weights(network, weights)
        self.network = network
        self.weights = weights
        self.switched_off = switched_off
        self._forward = ForwardPass(
            network, weights, switched_off, batch_statistics=batch_statistics
        )

    def trace(self, picture: NDArray[np.uint8]) -> Trace:
        """Return every layer's output for one uint8 picture of the input's size.

        Raises
        ------
        CnnvizError
            ``digit_shape_differs``.
        """
        return self._forward.trace(picture)

    def outputs(self, pictures: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return the last layer's numbers, float32 ``N x classes``.

        Parameters
        ----------
        pictures
            uint8, ``N x H x W``, in colour ``N x C x H x W``.

        Raises
        ------
        CnnvizError
            ``digit_shape_differs``, or ``answer_not_finite`` when weights are so large
            that a sum left the range of float32.
        """
        check_pictures(self.network, pictures)
        answers_nk = np.empty((len(pictures), len(self.network.labels)), np.float32)
        at_once = self._forward.pictures_at_once
        for start in range(0, len(pictures), at_once):
            some = slice(start, start + at_once)
            batch_nchw = normalized(self.network, pictures[some])
            answers_nk[some] = self._forward.last(batch_nchw)
        if not np.isfinite(answers_nk).all():
            raise CnnvizError("answer_not_finite", title=self.network.title)
        return answers_nk

    def probabilities(self, pictures: NDArray[np.uint8]) -> NDArray[np.float32] | None:
        """Return the probability of each class, float32 ``N x classes``.

        ``None`` where the network's numbers are mere scores.

        Raises
        ------
        CnnvizError
            As for `outputs`.
        """
        return probabilities_of(self.outputs(pictures), self.network.answer)

    def best(self, pictures: NDArray[np.uint8]) -> NDArray[np.intp]:
        """Return the class of each picture.

        Raises
        ------
        CnnvizError
            As for `outputs`.
        """
        return best_of(self.outputs(pictures), self.network.answer)
