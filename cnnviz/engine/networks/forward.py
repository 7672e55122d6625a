"""A network's forward pass in NumPy: every layer's output, as after training.

Equal to torch within float rounding, as the tests show, and as fast for one picture; and
it needs none of the second and the 200 MB that torch takes to load.
"""

from collections.abc import Iterator, Mapping
from functools import partial

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import LayerSpec, Network
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.shapes import layer_inputs, layer_outputs
from cnnviz.engine.networks.summary import summarize
from cnnviz.engine.networks.trace import LayerOutput, Trace, best_of, probabilities_of


class ForwardPass:
    """A network with its numbers sorted by layer, ready to compute.

    Parameters
    ----------
    network
        The description.
    weights
        Every number of `weight_shapes`; copied, so the caller may go on changing them.
        What is not finite, as in a run that diverged, gives outputs that are not.
    """

    def __init__(self, network: Network, weights: Mapping[str, Array]) -> None:
        self._network = network
        self._layers = summarize(network).layers
        self._inputs = layer_inputs(network)
        own = {name: np.array(values, np.float32) for name, values in weights.items()}
        self._computing = [
            partial(
                _layer_output,
                layer,
                {
                    name.removeprefix(f"{layer.name}."): values
                    for name, values in own.items()
                    if name.rpartition(".")[0] == layer.name
                },
            )
            for layer in network.layers
        ]

    def outputs(self, batch_nchw: Array) -> Iterator[Array]:
        """Return each layer's output, in order; an array is let go after its last use.

        Parameters
        ----------
        batch_nchw
            Normalised pictures, see `normalized`.
        """
        return layer_outputs(self._computing, self._inputs, batch_nchw)

    def last(self, batch_nchw: Array) -> Array:
        """Return the last layer's output."""
        *_, output = self.outputs(batch_nchw)
        return output

    def trace(self, picture: NDArray[np.uint8]) -> Trace:
        """Return every layer's output for one picture, and the answer.

        Parameters
        ----------
        picture
            uint8, of `Network.picture_shape`: 0 paper, 255 ink.

        Raises
        ------
        CnnvizError
            ``digit_shape_differs``.

        Examples
        --------
        >>> from cnnviz.engine.networks.weights import shipped_weights
        >>> from cnnviz.engine.networks.catalogue import network
        >>> lenet5 = network("lenet5")
        >>> done = ForwardPass(lenet5, shipped_weights(lenet5)).trace(
        ...     np.zeros((28, 28), np.uint8)
        ... )
        >>> done.layers[0].name, done.layers[0].values.shape
        ('c1', (6, 28, 28))
        """
        batch_nchw = normalized(self._network, picture[np.newaxis])
        outputs = list(self.outputs(batch_nchw))
        last_nk = outputs[-1].reshape(1, -1)
        # A part of a network may end in maps: its largest number is no class.
        answer = self._network.answer if outputs[-1].ndim == 2 else "scores"
        probabilities_nk = probabilities_of(last_nk, answer)
        return Trace(
            input_chw=batch_nchw[0],
            layers=tuple(
                LayerOutput(layer.name, layer.kind, output[0], layer.can_be_negative)
                for layer, output in zip(self._layers, outputs, strict=True)
            ),
            probabilities=None if probabilities_nk is None else probabilities_nk[0],
            best=int(best_of(last_nk, answer)[0]),
        )


def _layer_output(
    layer: LayerSpec, weights: Mapping[str, Array], *read: Array
) -> Array:
    # An answer that is not finite is told in a sentence, by whoever asked.
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        return layer.forward(read, weights)


def normalized(network: Network, pictures: NDArray[np.uint8]) -> Array:
    """Return pictures as the network sees them, float32 ``N x C x H x W``.

    Parameters
    ----------
    pictures
        uint8, ``N`` times `Network.picture_shape`.

    Raises
    ------
    CnnvizError
        ``digit_shape_differs``.
    """
    check_pictures(network, pictures)
    means, deviations = np.array(network.channel_normalizations, np.float32).T
    # One multiplication and one addition a pixel: (x / 255 - mean) / deviation.
    scale, shift = 1 / (255 * deviations), means / deviations
    batch = pictures.reshape(len(pictures), *network.input_chw).astype(np.float32)
    batch *= scale[:, np.newaxis, np.newaxis]
    batch -= shift[:, np.newaxis, np.newaxis]
    return batch


def check_pictures(network: Network, pictures: NDArray[np.uint8]) -> None:
    """Refuse pictures that are not uint8 of the network's input size.

    Raises
    ------
    CnnvizError
        ``digit_shape_differs``.
    """
    if pictures.shape[1:] != network.picture_shape or pictures.dtype != np.uint8:
        raise CnnvizError(
            "digit_shape_differs",
            title=network.title,
            expected=" × ".join(map(str, network.picture_shape)),
            found=" × ".join(map(str, pictures.shape[1:])),
            dtype=str(pictures.dtype),
        )
