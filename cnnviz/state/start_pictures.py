"""What the pictures of the start card are made of: real numbers of the program."""

import json
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.samples import load_sample
from cnnviz.engine.resources import resource
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.workers.inference import prepared, ready_network

_SAMPLE = "three"


@dataclass(frozen=True, slots=True, eq=False)
class StartPictures:
    """A digit, what the shipped network answers to it, and how one learned.

    Attributes
    ----------
    digit_hw
        28 x 28, as the network sees it.
    chances
        How sure the network is of each digit; none where its weights are missing.
    losses
        Of the first batches of a real run.
    """

    digit_hw: NDArray[np.uint8]
    chances: tuple[float, ...]
    losses: tuple[float, ...]


def start_pictures(network: CurrentNetwork) -> StartPictures:
    """Read and compute what the start card shows; a few milliseconds."""
    shared = SharedPicture(load_sample(_SAMPLE), "sample")
    digit_hw = prepared(shared).digit_hw
    told = resource("first_minute", "loss.json").read_text(encoding="utf-8")
    losses = tuple(map(float, json.loads(told)["loss"]))
    return StartPictures(digit_hw, _chances(network, digit_hw), losses)


def _chances(network: CurrentNetwork, digit_hw: NDArray[np.uint8]) -> tuple[float, ...]:
    try:
        trace = ready_network(network).tracer.trace(digit_hw)
    except CnnvizError:  # the card does without; the page says what is wrong
        return ()
    chances = trace.probabilities
    return () if chances is None else tuple(map(float, chances))
