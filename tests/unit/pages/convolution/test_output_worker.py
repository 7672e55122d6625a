"""Whole outputs: what can be seen first, then all, and nothing that is superseded."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
from pytestqt.qtbot import QtBot

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.operations import Convolution
from cnnviz.engine.convolution.spec import ConvSpec
from cnnviz.engine.convolution.walk import Walk
from cnnviz.pages.convolution.presenters.output_worker import (
    OutputQuestion,
    OutputWorker,
    outputs_of,
    whole_output,
)

RNG = np.random.default_rng(0)


def walk(side: int, outputs: int = 1, **settings: object) -> Walk:
    picture = RNG.integers(0, 256, (1, side, side), np.uint8)
    kernels = RNG.normal(size=(outputs, 1, 3, 3)).astype(np.float32)
    operation = Convolution(picture, kernels, ConvSpec(kernel=(3, 3)))
    return Walk(operation, **settings)  # type: ignore[arg-type]


def test_that_a_large_output_comes_thinned_first() -> None:
    large = walk(1500)

    thinned, whole = outputs_of(OutputQuestion(large))

    assert (thinned.every, whole.every) == (2, 1)
    assert thinned.size_hw == whole.size_hw == (1498, 1498)
    np.testing.assert_array_equal(thinned.values_hw, whole.values_hw[::2, ::2])


def test_that_a_small_output_comes_once() -> None:
    (only,) = outputs_of(OutputQuestion(walk(30)))

    assert only.every == 1
    assert only.maps is None


def test_that_all_maps_come_when_there_are_several() -> None:
    several = walk(30, outputs=4, output_channel=2)

    output = whole_output(OutputQuestion(several))

    assert output.channel == 2
    assert output.maps is not None
    assert output.maps.count == 4
    np.testing.assert_array_equal(output.maps.values_of(2), output.values_hw)


@pytest.mark.parametrize("kind", ["relu", "sigmoid", "softmax", "tanh"])
def test_that_the_output_is_after_the_activation(kind: str) -> None:
    activation = ActivationSpec(kind=kind)  # type: ignore[arg-type]
    several = walk(12, outputs=3, activation=activation, output_channel=1)

    output = whole_output(OutputQuestion(several))

    sums = torch.tensor(several.operation.compute())
    function = {
        "relu": torch.relu,
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "softmax": lambda values: torch.softmax(values, 0),
    }[kind]
    np.testing.assert_allclose(
        output.values_hw, function(sums)[1].numpy(), rtol=1e-4, atol=1e-6
    )
    assert several.outcome.output == pytest.approx(
        float(output.values_hw[several.cell]), rel=1e-4, abs=1e-6
    )


@pytest.mark.parametrize("kind", ["sigmoid", "tanh", "softmax"])
def test_that_what_is_at_most_one_is_not_black(kind: str) -> None:
    activation = ActivationSpec(kind=kind)  # type: ignore[arg-type]
    picture = RNG.random((1, 9, 9), np.float32)
    kernels = np.array([[[[1.0]]], [[[0.5]]]], np.float32)
    operation = Convolution(picture, kernels, ConvSpec(kernel=(1, 1)))

    output = whole_output(OutputQuestion(Walk(operation, activation), white=255.0))

    assert (output.low, output.high) == (0.0, 1.0)


def test_that_the_white_of_the_picture_is_that_of_a_blur() -> None:
    picture = RNG.random((1, 9, 9), np.float32)
    blur = np.full((1, 1, 3, 3), 1 / 9, np.float32)
    across = Walk(Convolution(picture, blur, ConvSpec(kernel=(3, 3))))

    output = whole_output(OutputQuestion(across, white=1.0))

    assert (output.palette, output.low, output.high) == ("grey", 0.0, 1.0)


def test_that_only_the_newest_question_is_answered_whole(qtbot: QtBot) -> None:
    worker = OutputWorker()
    answers: list[tuple[int, Any]] = []
    worker.answered.connect(lambda number, output: answers.append((number, output)))
    large = walk(2500)
    for bias in range(6):
        operation = replace(large.operation, bias_o=np.array([float(bias)]))
        newest = worker.request(OutputQuestion(replace(large, operation=operation)))

    qtbot.waitUntil(
        lambda: any(
            number == newest and output.every == 1 for number, output in answers
        ),
        timeout=20_000,
    )

    whole = [number for number, output in answers if output.every == 1]
    assert whole[-1] == newest
    assert len(whole) <= 2  # the one at hand may have been near its end
    worker.shut_down()


def test_that_each_small_map_looks_as_it_does_when_it_is_the_large_one() -> None:
    picture = RNG.integers(0, 256, (1, 9, 9), np.uint8)
    kernels = np.zeros((2, 1, 3, 3), np.float32)
    kernels[0] = 1 / 9  # a blur: grey levels
    kernels[1, 0, 0, 0], kernels[1, 0, 2, 2] = 1, -1  # edges: blue to orange
    operation = Convolution(picture, kernels, ConvSpec(kernel=(3, 3)))

    for channel, palette in enumerate(("grey", "diverging")):
        output = whole_output(OutputQuestion(Walk(operation, output_channel=channel)))
        assert output.maps is not None
        assert output.maps.palettes == ("grey", "diverging")
        assert output.palette == palette
        assert output.maps.range_of(channel) == (output.low, output.high)
        np.testing.assert_array_equal(
            output.maps.indices_of(channel), output.indices_hw
        )
