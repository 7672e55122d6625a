"""What a changed weight adds to an output is what the whole computation finds."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.operations import Convolution
from cnnviz.engine.convolution.spec import ConvSpec
from cnnviz.engine.convolution.walk import Walk
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.incremental_output import quick_output
from cnnviz.pages.convolution.presenters.output_worker import (
    OutputQuestion,
    whole_output,
)

SMALL = st.integers(1, 3)
SIDE = st.integers(3, 9)
PAIR = st.tuples(SMALL, SMALL)


@st.composite
def walks(draw: st.DrawFn) -> Walk:
    rng = np.random.default_rng(draw(st.integers(0, 9999)))
    groups, planes, times = draw(SMALL), draw(SMALL), draw(SMALL)
    kernel = draw(PAIR)
    spec = ConvSpec(
        kernel=kernel,
        stride=draw(PAIR),
        padding=draw(st.sampled_from(["valid", "same", "full", (0, 1, 2, 1)])),
        padding_mode=draw(
            st.sampled_from(["zeros", "reflect", "replicate", "circular"])
        ),
        dilation=draw(PAIR),
        flip=draw(st.booleans()),
        groups=groups,
    )
    picture = rng.integers(0, 256, (groups * planes, draw(SIDE), draw(SIDE)), np.uint8)
    kernels = rng.normal(size=(groups * times, planes, *kernel)).astype(np.float32)
    bias = rng.normal(size=groups * times).astype(np.float32)
    try:
        operation = Convolution(picture, kernels, spec, bias)
    except CnnvizError:
        spec = ConvSpec(kernel=kernel, groups=groups)
        operation = Convolution(picture, kernels, spec, bias)
    channel = draw(st.integers(0, groups * times - 1))
    return Walk(operation, output_channel=channel)


@settings(max_examples=500, deadline=None)
@given(walk=walks(), data=st.data())
def test_that_a_changed_weight_is_shown_as_it_will_be(
    walk: Walk, data: st.DataObject
) -> None:
    old = walk.operation
    assert isinstance(old, Convolution)
    kernels = old.kernels_oikk.copy()
    _, planes, height, width = kernels.shape
    place = (
        data.draw(st.integers(0, planes - 1)),
        data.draw(st.integers(0, height - 1)),
        data.draw(st.integers(0, width - 1)),
    )
    kernels[walk.output_channel][place] += data.draw(st.floats(-9, 9, width=32))
    bias = old.bias_o + data.draw(st.sampled_from([0, 1.5]))  # type: ignore[operator]
    new = replace(old, kernels_oikk=kernels, bias_o=bias.astype(np.float32))
    after = replace(walk, operation=new)

    quick = quick_output(whole_output(OutputQuestion(walk)), after, 255.0)

    assert quick is not None
    assert quick.is_of(after)
    expected = whole_output(OutputQuestion(after)).values_hw
    np.testing.assert_allclose(quick.values_hw, expected, rtol=1e-4, atol=5e-3)


def test_that_other_changes_wait_for_the_worker() -> None:
    rng = np.random.default_rng(0)
    picture = rng.integers(0, 256, (1, 8, 8), np.uint8)
    kernels = rng.normal(size=(1, 1, 3, 3)).astype(np.float32)
    walk = Walk(Convolution(picture, kernels, ConvSpec(kernel=(3, 3))))
    output = whole_output(OutputQuestion(walk))
    operation = walk.operation
    assert isinstance(operation, Convolution)
    for other in (
        replace(walk, operation=replace(operation, input_chw=picture.copy())),
        replace(walk, operation=replace(operation, kernels_oikk=kernels * 2)),
        replace(
            walk,
            operation=replace(operation, spec=ConvSpec(kernel=(3, 3), stride=(2, 2))),
        ),
        replace(walk, activation=ActivationSpec(kind="relu")),
    ):
        assert quick_output(output, other, 255.0) is None


@pytest.mark.parametrize("channel", [0, 3])
def test_that_a_large_softmax_is_that_of_all_channels(
    channel: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = np.random.default_rng(1)
    picture = rng.integers(0, 256, (1, 20, 20), np.uint8)
    kernels = rng.normal(size=(5, 1, 3, 3)).astype(np.float32)
    operation = Convolution(picture, kernels, ConvSpec(kernel=(3, 3)))
    walk = Walk(operation, ActivationSpec(kind="softmax"), output_channel=channel)
    small = whole_output(OutputQuestion(walk)).values_hw

    monkeypatch.setattr(
        "cnnviz.pages.convolution.presenters.output_worker._MOST_MAP_CELLS", 0
    )
    large = whole_output(OutputQuestion(walk))

    assert large.maps is None
    np.testing.assert_allclose(large.values_hw, small, rtol=1e-5, atol=1e-7)
