"""The training pictures that a network takes to be most like a picture.

Alike means here: near in the numbers of the last hidden layer, from which the network
takes its answer by one weighted sum a class. The distance is the Euclidean one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.forward import ForwardPass, normalized
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.shapes import layer_inputs, layer_shapes

_AT_ONCE: Final = 16


@dataclass(frozen=True, slots=True, eq=False)
class Neighbour:
    """One of the nearest pictures.

    Attributes
    ----------
    index
        Which picture of the index it is.
    label
        What it shows.
    distance
        How far it is, in the numbers of the layer.
    """

    index: int
    label: int
    distance: float


@dataclass(frozen=True, slots=True, eq=False)
class PictureIndex:
    """What a network makes of many pictures.

    Attributes
    ----------
    images_nhw
        uint8, the pictures.
    labels_n
        What they show.
    features_nf
        float32, the numbers of the last hidden layer for each.
    """

    images_nhw: NDArray[np.uint8]
    labels_n: NDArray[np.integer]
    features_nf: NDArray[np.float32]

    def nearest(
        self, features_f: NDArray[np.float32], label: int, count: int
    ) -> tuple[Neighbour, ...]:
        """Return the nearest pictures of a class, the nearest first.

        Fewer than ``count`` where there are no more.
        """
        own = np.flatnonzero(self.labels_n == label)
        away = np.linalg.norm(self.features_nf[own] - features_f, axis=1)
        order = np.argsort(away, kind="stable")[:count]
        return tuple(Neighbour(int(own[one]), label, float(away[one])) for one in order)


def hidden_layer(network: Network) -> str | None:
    """Return the layer that the last weighted sums, or codes, are taken of.

    ``None`` where they are taken of the picture itself.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> hidden_layer(network("lenet5"))
    'f6_relu'
    """
    shapes, reads = layer_shapes(network), layer_inputs(network)
    for index in range(len(network.layers) - 1, -1, -1):
        layer, inputs = network.layers[index], shapes[index][0]
        if (layer.parameters(inputs) or layer.buffers(inputs)) and layer.sees_all:
            source = reads[index][0]
            return None if source < 0 else network.layers[source].name
    return network.layers[-1].name


def features_of(
    classifier: Classifier,
    pictures: NDArray[np.uint8],
    is_cancelled: Callable[[], bool] = lambda: False,
) -> NDArray[np.float32]:
    """Return the numbers of the last hidden layer for pictures, float32 ``N x F``.

    Parameters
    ----------
    classifier
        Whose network looks.
    pictures
        uint8, ``N`` times `Network.picture_shape`.
    is_cancelled
        Asked now and then.

    Raises
    ------
    CnnvizError
        ``digit_shape_differs``, or ``reading_cancelled``.
    """
    network, layer = classifier.network, hidden_layer(classifier.network)
    names = [one.name for one in network.layers]
    until = 1 if layer is None else names.index(layer) + 1
    forward = ForwardPass(network, classifier.weights, classifier.switched_off)
    parts = []
    for start in range(0, len(pictures), _AT_ONCE):
        if is_cancelled():
            raise CnnvizError("reading_cancelled")
        batch_nchw = normalized(network, pictures[start : start + _AT_ONCE])
        numbers = [batch_nchw] if layer is None else forward.outputs(batch_nchw)
        *_, last = islice(numbers, until)
        parts.append(last.reshape(len(last), -1))
    return np.concatenate(parts)
