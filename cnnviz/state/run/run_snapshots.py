"""What a network looked like at a moment of a run, ready to be painted."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Conv2d, Linear, Network
from cnnviz.engine.networks.shapes import layer_shapes
from cnnviz.engine.training.events import Snapshot, Weights
from cnnviz.state.picture.given import given_to
from cnnviz.state.picture.layer_pictures import (
    LayerPicture,
    input_picture,
    kernel_picture,
)
from cnnviz.state.picture.network_pictures import NetworkPictures, layer_pictures
from cnnviz.state.picture.shared_picture import SharedPicture

_SHOWN: Final = 2


@dataclass(frozen=True, slots=True, eq=False)
class SnapshotPictures:
    """One snapshot, ready to be painted.

    Attributes
    ----------
    step, epoch
        When it was taken; ``step`` 0 is before the first batch.
    weights
        The network's, as of then.
    pictures
        The picture that was sent through, and what the watched layers made of it; empty
        when nothing is drawn.
    kernels
        Of the first convolution.
    probabilities
        One a label, or ``None`` when nothing is drawn.
    probe_hw
        What was sent through, as the network sees it.
    """

    step: int
    epoch: int
    weights: Weights
    pictures: NetworkPictures
    kernels: LayerPicture | None = None
    probabilities: NDArray[np.float32] | None = None
    probe_hw: NDArray[np.uint8] | None = None

    @property
    def bytes(self) -> int:
        """Memory that keeping the weights takes."""
        return sum(values.nbytes for values in self.weights.values())


def prepared_probe(
    picture: SharedPicture | None, network: Network
) -> NDArray[np.uint8] | None:
    """Return what a network sees of a picture, uint8 of `Network.picture_shape`.

    ``None`` for an empty pad, where a digit is read.
    """
    if picture is None:
        return None
    try:
        return given_to(picture, network).pixels
    except CnnvizError:
        return None  # an empty pad or a blank picture: the page says what to do


def snapshot_pictures(
    network: Network, snapshot: Snapshot, probe: NDArray[np.uint8] | None
) -> SnapshotPictures:
    """Turn a snapshot into pictures; called where it was taken, not in the window."""
    trace, pictures = snapshot.trace, NetworkPictures(network)
    if trace is not None and probe is not None:
        layers = layer_pictures(trace, only=watched_layers(network))
        pictures = NetworkPictures(network, input_picture(probe), layers)
    return SnapshotPictures(
        step=snapshot.step,
        epoch=snapshot.epoch,
        weights=snapshot.weights,
        pictures=pictures,
        kernels=_first_kernels(network, snapshot),
        probabilities=None if trace is None else trace.probabilities,
        probe_hw=probe,
    )


def watched_layers(network: Network) -> tuple[str, ...]:
    """Name the first convolutions, or the last of what follows on each number of one.

    A network without any is watched at its first fully connected layers.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> watched_layers(network("lenet5")), watched_layers(network("mlp"))
    (('c1_relu', 'c3_relu'), ('dense1_relu', 'dense2_relu'))
    """
    kind = Conv2d if network.has_kernels else Linear
    names: list[str] = []
    for layer in network.layers:
        if isinstance(layer, kind):
            if len(names) == _SHOWN:
                break
            names.append(layer.name)
            follows = True
        elif names and follows and layer.is_titled_by_source:
            names[-1] = layer.name
        else:
            follows = False
    return tuple(names)


def _first_kernels(network: Network, snapshot: Snapshot) -> LayerPicture | None:
    pairs = zip(network.layers, layer_shapes(network), strict=True)
    for layer, (inputs, _) in pairs:
        if isinstance(layer, Conv2d):
            weight = snapshot.weights[f"{layer.name}.weight"]
            return kernel_picture(layer.name, layer.kernels_oikk(weight, inputs[0][0]))
    return None
