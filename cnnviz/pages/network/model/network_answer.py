"""What a network makes of a picture, ready to be painted; computed in a thread."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.placement import Placement, placed
from cnnviz.engine.networks.blocks import Block
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers import PICTURE, Network
from cnnviz.engine.networks.network_input import NetworkInput
from cnnviz.engine.networks.trace import LayerOutput, Trace
from cnnviz.state.picture.given import given_to
from cnnviz.state.picture.layer_pictures import LayerPicture, Ranges, layer_picture
from cnnviz.state.picture.network_pictures import layer_pictures
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.workers.network_opening import OpenNetwork


@dataclass(frozen=True, slots=True, eq=False)
class NetworkQuestion:
    """Ask what a network makes of a picture.

    Attributes
    ----------
    picture, opened
        What is looked at, and by which network.
    shown
        Its blocks.
    ranges
        Who shares one range of colours.
    fit
        Whether the network is given the whole picture instead of its middle.
    earlier
        What the network made of a picture before it was changed: what is the same is
        not computed again.
    """

    picture: SharedPicture
    opened: OpenNetwork
    shown: tuple[Block, ...]
    ranges: Ranges = "layer"
    fit: bool = False
    earlier: tuple[ForwardPass, Trace] | None = None


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class NetworkAnswer:
    """What the page shows of one picture.

    Attributes
    ----------
    question
        What was asked.
    given
        The picture as the network reads it.
    trace
        Every layer's numbers.
    pictures
        The maps of each block, by the name of the layer that it shows; ``input`` is
        what the network sees, normalised.
    """

    question: NetworkQuestion
    given: NetworkInput
    trace: Trace
    pictures: Mapping[str, LayerPicture]

    @property
    def network(self) -> Network:
        """The description of the network that answered."""
        return self.question.opened.network

    def values(self, layer: str) -> NDArray[np.float32]:
        """Return the output of a layer, ``C x H x W`` or ``N``; of ``input``, the picture."""
        for output in self.trace.layers:
            if output.name == layer:
                return output.values
        return self.trace.input_chw


def network_answer(
    question: NetworkQuestion, placement: Placement | None = None
) -> NetworkAnswer:
    """Bring the picture to the network's input and compute every layer.

    With a placement the network reads it there.

    Raises
    ------
    CnnvizError
        ``drawing_empty`` where a digit is read and there is no ink.
    """
    opened, picture = question.opened, question.picture
    given = given_to(picture, opened.network, fit=question.fit)
    if placement is not None:
        given = replace(given, pixels=placed(given.pixels, placement))
    trace = opened.forward.trace(given.pixels, question.earlier)
    shown = {block.shown for block in question.shown}
    pictures = dict(layer_pictures(trace, ranges=question.ranges, only=shown))
    seen = LayerOutput(PICTURE, "input", trace.input_chw, can_be_negative=True)
    pictures[PICTURE] = layer_picture(seen)
    return NetworkAnswer(question, given, trace, pictures)
