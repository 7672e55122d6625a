"""What the threads behind the Draw page compute: a ready network, and its answers.

Two threads share the work. One reads weights; the other prepares the drawing and, as
soon as there is a network, sends it through. So the prepared picture follows the pen
from the first moment. Neither needs torch.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.preparation import (
    DIGIT_SIZE,
    Preparation,
    prepare_drawing,
    prepare_picture,
)
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.trace import Trace
from cnnviz.engine.reading.judgement import Judgement, judged
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.given import given_to
from cnnviz.state.picture.layer_pictures import LayerPicture, Ranges, input_picture
from cnnviz.state.picture.network_pictures import layer_pictures
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.workers.network_opening import weights_of

_DIGIT_SHAPE: Final = (DIGIT_SIZE, DIGIT_SIZE)


@dataclass(frozen=True, slots=True, eq=False)
class ReadyNetwork:
    """A network that can answer.

    Attributes
    ----------
    current
        What was asked for.
    tracer
        Answers; used from the inference thread only.
    """

    current: CurrentNetwork
    tracer: Classifier


@dataclass(frozen=True, slots=True, eq=False)
class DrawQuestion:
    """Ask what a network, if there is one yet, makes of a picture."""

    picture: SharedPicture
    network: ReadyNetwork | None
    own_ranges: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class DrawAnswer:
    """Everything that the Draw page shows of one picture.

    Attributes
    ----------
    preparation
        The stages from ink to digit; ``None`` where the network reads larger pictures,
        or in colour: it sees the picture itself.
    digit
        What the network sees, as a layer of its own.
    network
        Who answered; ``None`` while no network is ready, and then there is no trace.
    trace
        Every layer's numbers and the probabilities.
    layers
        Layer name -> its maps as a picture.
    seen
        uint8, what the network was shown: ``H x W``, in colour ``C x H x W``.
    judgement
        Whether it looks like one digit at all; ``None`` where nobody reads digits.
    """

    preparation: Preparation | None
    digit: LayerPicture
    network: ReadyNetwork | None = None
    trace: Trace | None = None
    layers: Mapping[str, LayerPicture] = field(default_factory=dict)
    seen: NDArray[np.uint8] | None = None
    judgement: Judgement | None = None


def ready_network(current: CurrentNetwork) -> ReadyNetwork:
    """Read the weights if need be, and build the network.

    Raises
    ------
    CnnvizError
        ``weights_not_shipped``, ``weights_unreadable`` or ``weights_mismatch``.
    """
    weights, off = weights_of(current), current.switched_off
    return ReadyNetwork(current, Classifier(current.network, weights, off))


def prepared(picture: SharedPicture, *, keep_spots: bool = False) -> Preparation:
    """Prepare what is shared, drawn or opened; ``keep_spots`` as `prepare_drawing` has it.

    Raises
    ------
    CnnvizError
        ``drawing_empty``.
    """
    if picture.ink_hw is not None:
        return prepare_drawing(picture.ink_hw, keep_spots=keep_spots)
    return prepare_picture(picture.picture, keep_spots=keep_spots)


def answer(question: DrawQuestion) -> DrawAnswer:
    """Prepare the picture and, with a network, trace it and turn its maps into bytes.

    Raises
    ------
    CnnvizError
        ``drawing_empty``.
    """
    network, preparation = question.network, None
    if network is None or network.current.network.picture_shape == _DIGIT_SHAPE:
        keep_spots = network is not None and network.current.network.drawings
        preparation = prepared(question.picture, keep_spots=keep_spots)
        seen = preparation.digit_hw
    else:
        seen = given_to(question.picture, network.current.network).pixels
    digit = input_picture(seen)
    if network is None:
        return DrawAnswer(preparation, digit)
    trace = network.tracer.trace(seen)
    ranges: Ranges = "map" if question.own_ranges else "layer"
    layers = layer_pictures(trace, ranges=ranges)
    judgement = None
    if preparation is not None and network.current.network.reads_digits:
        judgement = judged(preparation, network.tracer)
    return DrawAnswer(preparation, digit, network, trace, layers, seen, judgement)
