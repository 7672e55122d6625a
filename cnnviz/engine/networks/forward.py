"""A network's forward pass in NumPy: every layer's output, as after training or during.

Equal to torch within float rounding, as the tests show, and as fast for one picture; and
it needs none of the second and the 200 MB that torch takes to load.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import LayerSpec, Network
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.shapes import layer_inputs, layer_outputs
from cnnviz.engine.networks.summary import summarize
from cnnviz.engine.networks.trace import LayerOutput, Trace, best_of, probabilities_of
from cnnviz.engine.networks.units import check_layer, check_place

NOTHING_OFF: Final[Mapping[str, Collection[int]]] = MappingProxyType({})
"""Every map and unit counts."""

# As many as pay: with more, each map of a batch is memory fresh from the system, whose
# pages cost twice what the arithmetic does (convnet: 130 us a picture, with 16 277 us).
_PICTURES_AT_ONCE: Final = 8


@dataclass(frozen=True, slots=True, eq=False)
class _Computation:
    """What a layer computes with: its settings, its numbers, and what is set to 0."""

    layer: LayerSpec
    weights: Mapping[str, Array]
    switched_off: frozenset[int]
    while_training: bool

    def __call__(self, *read: Array) -> Array:
        return self.made_of(*read)[0]

    def made_of(self, *read: Array) -> tuple[Array, Mapping[str, Array]]:
        """Return the output, and what was measured of the batch for it."""
        # An answer that is not finite is told in a sentence, by whoever asked.
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            measured = self.layer.batch_statistics(read) if self.while_training else {}
            output = self.layer.forward(read, {**self.weights, **measured})
        if self.switched_off:
            output = output.copy()
            output[:, [*self.switched_off]] = 0
        return output, measured

    def is_same(self, other: "_Computation") -> bool:
        """Whether both make the same of the same, without a look at the numbers."""
        return (
            self.layer == other.layer
            and self.switched_off == other.switched_off
            and self.while_training == other.while_training
            and all(
                values is other.weights[name] for name, values in self.weights.items()
            )
        )


class ForwardPass:
    """A network with its numbers sorted by layer, ready to compute.

    Parameters
    ----------
    network
        The description.
    weights
        Every number of `weight_shapes`; not copied, so nobody may write to them later:
        `cnnviz.engine.networks.changes` makes changed ones. What is not finite, as in a
        run that diverged, gives outputs that are not.
    switched_off
        Layer name -> maps, or units, that are 0 whatever the layer computes.
    batch_statistics
        Whether batch normalization uses the batch's own mean and (biased) variance, as
        while training, in place of the running ones. Dropout leaves out nothing: what is
        seen shall not depend on chance.

    Raises
    ------
    CnnvizError
        ``layer_unknown`` or ``unit_beyond`` for what is to be switched off.
    """

    def __init__(
        self,
        network: Network,
        weights: Mapping[str, Array],
        switched_off: Mapping[str, Collection[int]] = NOTHING_OFF,
        *,
        batch_statistics: bool = False,
    ) -> None:
        self.network = network
        self.batch_statistics = batch_statistics
        self._layers = summarize(network).layers
        self._inputs = layer_inputs(network)
        self._check(switched_off)
        own: dict[str, dict[str, Array]] = {}
        for name, values in weights.items():
            layer, _, numbers = name.rpartition(".")
            own.setdefault(layer, {})[numbers] = np.asarray(values, np.float32)
        off = {name: frozenset(maps) for name, maps in switched_off.items()}
        self._computing = [
            _Computation(
                one,
                own.get(one.name, {}),
                off.get(one.name, frozenset()),
                batch_statistics and one.normalizes_batch,
            )
            for one in network.layers
        ]

    def with_batch_statistics(self, batch_statistics: bool) -> "ForwardPass":
        """Return one with the same numbers, as while training or as after it.

        Examples
        --------
        >>> from cnnviz.engine.networks.weights import shipped_weights
        >>> from cnnviz.engine.networks.catalogue import network
        >>> lenet5 = network("lenet5")
        >>> after = ForwardPass(lenet5, shipped_weights(lenet5))
        >>> after.with_batch_statistics(True).batch_statistics
        True
        """
        if batch_statistics == self.batch_statistics:
            return self
        made = copy(self)  # nothing of it is computed again
        made.batch_statistics = batch_statistics
        made._computing = [
            replace(one, while_training=batch_statistics and one.layer.normalizes_batch)
            for one in self._computing
        ]
        return made

    @property
    def pictures_at_once(self) -> int:
        """How many pictures a batch takes where each is to be answered by itself.

        One, where a picture's numbers would depend on the others of its batch.
        """
        depends = self.batch_statistics and self.network.normalizes_batch
        return 1 if depends else _PICTURES_AT_ONCE

    def _check(self, switched_off: Mapping[str, Collection[int]]) -> None:
        """Refuse to switch off what is not there."""
        shapes = {line.name: line.output_shape for line in self._layers}
        for name, maps in switched_off.items():
            check_layer(self.network, name)
            for one in maps:
                check_place(name, (one,), shapes[name][:1])

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

    def trace(
        self,
        picture: NDArray[np.uint8],
        earlier: "tuple[ForwardPass, Trace] | None" = None,
    ) -> Trace:
        """Return every layer's output for one picture, and the answer.

        Parameters
        ----------
        picture
            uint8, of `Network.picture_shape`: 0 paper, 255 ink.
        earlier
            What another one made of a picture. Layers whose numbers are the very same
            arrays there, and which read the same, are taken over and not computed.

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
        batch_nchw = normalized(self.network, picture[np.newaxis])
        measured: dict[int, Mapping[str, Array]] = {}
        computing: list[Callable[..., Array]] = [
            partial(_measuring, measured, index, one)
            for index, one in enumerate(self._computing)
        ]
        if earlier is not None:
            for index, known in self._unchanged(batch_nchw[0], *earlier).items():
                computing[index] = partial(_known, known.values[np.newaxis])
                measured[index] = known.batch_statistics
        outputs = list(layer_outputs(computing, self._inputs, batch_nchw))
        last_nk = outputs[-1].reshape(1, -1)
        # A part of a network may end in maps: its largest number is no class.
        answer = self.network.answer if outputs[-1].ndim == 2 else "scores"
        probabilities_nk = probabilities_of(last_nk, answer)
        return Trace(
            input_chw=batch_nchw[0],
            layers=tuple(
                LayerOutput(
                    layer.name,
                    layer.kind,
                    output[0],
                    layer.can_be_negative,
                    measured[index],
                )
                for index, (layer, output) in enumerate(
                    zip(self._layers, outputs, strict=True)
                )
            ),
            probabilities=None if probabilities_nk is None else probabilities_nk[0],
            best=int(best_of(last_nk, answer)[0]),
        )

    def _unchanged(
        self, input_chw: Array, earlier: "ForwardPass", trace: Trace
    ) -> dict[int, LayerOutput]:
        """Return the place and the output of each layer that computes the same again."""
        same: dict[int, LayerOutput] = {}
        if not np.array_equal(input_chw, trace.input_chw):
            return same
        pairs = zip(self._inputs, earlier._inputs, strict=False)
        for index, (read, read_then) in enumerate(pairs):
            ours, theirs = self._computing[index], earlier._computing[index]
            has_same = same.keys() | {-1} >= {*read}  # -1: the picture
            if read == read_then and has_same and ours.is_same(theirs):
                same[index] = trace.layers[index]
        return same


def _measuring(
    measured: dict[int, Mapping[str, Array]],
    index: int,
    computing: _Computation,
    *read: Array,
) -> Array:
    """Compute a layer, and note what it measured."""
    output, measured[index] = computing.made_of(*read)
    return output


def _known(values: Array, *_read: Array) -> Array:
    return values


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
