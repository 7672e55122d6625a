"""The palette of an output belongs to its operation, not to the numbers of the moment."""

import numpy as np
import pytest

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.operations import Convolution, Pooling
from cnnviz.engine.convolution.spec import ConvSpec, PoolSpec
from cnnviz.engine.convolution.walk import Walk
from cnnviz.pages.convolution.model.output_picture import is_signed
from cnnviz.pages.convolution.presenters.output_worker import (
    OutputQuestion,
    whole_output,
)

EDGE = np.array([[-1, 0, 1]] * 3, np.float32)
BLUR = np.full((3, 3), 1 / 9, np.float32)
PICTURES = {
    "black": np.zeros((1, 6, 6), np.uint8),
    "rising": np.tile(np.arange(6, dtype=np.uint8) * 40, (1, 6, 1)),
    "falling": np.tile(np.arange(6, dtype=np.uint8)[::-1] * 40, (1, 6, 1)),
}


def walk_of(
    pixels_chw: np.ndarray, kernel_hw: np.ndarray, activation: str = "none"
) -> Walk:
    operation = Convolution(pixels_chw, kernel_hw[None, None], ConvSpec(kernel=(3, 3)))
    return Walk(operation, ActivationSpec(kind=activation))  # type: ignore[arg-type]


@pytest.mark.parametrize("picture", PICTURES)
def test_that_an_edge_filter_has_the_same_colours_on_every_picture(
    picture: str,
) -> None:
    output = whole_output(OutputQuestion(walk_of(PICTURES[picture], EDGE), 255.0))

    assert output.palette == "diverging"
    assert output.low == -output.high < 0


@pytest.mark.parametrize("picture", PICTURES)
def test_that_a_blur_stays_a_picture(picture: str) -> None:
    output = whole_output(OutputQuestion(walk_of(PICTURES[picture], BLUR), 255.0))

    assert (output.palette, output.low) == ("grey", 0.0)


@pytest.mark.parametrize(
    ("activation", "signed"),
    [("relu", False), ("sigmoid", False), ("tanh", True), ("leaky_relu", True)],
)
def test_that_an_activation_that_lets_nothing_negative_through_ends_it(
    activation: str, signed: bool
) -> None:
    assert is_signed(walk_of(PICTURES["black"], EDGE, activation)) is signed


def test_that_a_pooling_shows_what_it_reads() -> None:
    spec = PoolSpec(kind="max", size=(2, 2))
    signed = np.array([[[-1.0, 2.0], [0.5, -3.0]]], np.float32)

    assert not is_signed(Walk(Pooling(PICTURES["rising"], spec)))
    assert is_signed(Walk(Pooling(signed, spec)))
