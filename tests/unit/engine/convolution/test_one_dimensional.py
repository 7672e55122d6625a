"""Convolution along a signal, whole and step by step, against NumPy and torch."""

from typing import Any, get_args

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from cnnviz.engine.convolution.activation.activations import (
    ActivationKind,
    ActivationSpec,
    activate,
)
from cnnviz.engine.convolution.one_dimensional import (
    convolve_signal,
    parse_signal,
    signal_outputs,
    signal_padding,
    signal_unused,
)
from cnnviz.engine.convolution.operations import SignalConvolution
from cnnviz.engine.convolution.spec import SignalSpec
from cnnviz.engine.convolution.walk import Walk, go_to
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.pages.convolution.model.signal_picture import signal_picture

rows = st.lists(st.integers(-99, 99), min_size=1, max_size=14)
short = st.lists(st.integers(-9, 9), min_size=1, max_size=6)
specs = st.builds(
    SignalSpec,
    stride=st.integers(1, 4),
    padding=st.sampled_from(["valid", "same", "full"]),
    flip=st.booleans(),
)


def fits(signal: list[int], kernel: list[int], spec: SignalSpec) -> bool:
    return spec.padding != "valid" or len(kernel) <= len(signal)


@given(signal=rows, kernel=short, mode=st.sampled_from(["valid", "same", "full"]))
@settings(max_examples=200, deadline=None)
def test_that_a_flipped_kernel_gives_what_numpy_gives(
    signal: list[int], kernel: list[int], mode: Any
) -> None:
    # numpy.convolve swaps the two when the kernel is longer, and for "same" it puts
    # the odd zero of an even kernel at the other end; torch agrees with us.
    assume(len(kernel) <= len(signal))
    assume(mode != "same" or len(kernel) % 2 == 1)
    spec = SignalSpec(padding=mode, flip=True)
    result = convolve_signal(np.array(signal), np.array(kernel), spec)
    assert result.tolist() == np.convolve(signal, kernel, mode).tolist()


@given(signal=rows, kernel=short, spec=specs)
@settings(max_examples=300, deadline=None)
def test_that_any_setting_gives_what_torch_gives(
    signal: list[int], kernel: list[int], spec: SignalSpec
) -> None:
    assume(fits(signal, kernel, spec))
    padding = signal_padding(spec, len(signal), len(kernel))
    padded = torch.nn.functional.pad(
        torch.tensor(signal, dtype=torch.float64)[None, None], padding
    )
    laid = kernel[::-1] if spec.flip else kernel
    weights = torch.tensor(laid, dtype=torch.float64)[None, None]
    expected = torch.nn.functional.conv1d(padded, weights, stride=spec.stride)[0, 0]
    result = convolve_signal(np.array(signal), np.array(kernel), spec)
    assert result.tolist() == expected.tolist()
    if spec.padding == "same":
        assert len(result) == -(-len(signal) // spec.stride)


def after_torch(sums: torch.Tensor, spec: ActivationSpec) -> torch.Tensor:
    """Return what torch makes of the sums of one channel, ``1 x 1 x n``."""
    match spec.kind:
        case "none":
            return sums
        case "leaky_relu":
            return torch.nn.functional.leaky_relu(sums, spec.slope)
        case "softmax":
            return torch.softmax(sums, dim=1)
        case kind:
            made: torch.Tensor = getattr(torch, kind)(sums)
            return made


fractions = st.floats(-4, 4, allow_subnormal=False)


@given(
    signal=st.lists(fractions, min_size=1, max_size=14),
    kernel=st.lists(fractions, min_size=1, max_size=6),
    spec=specs,
    bias=st.none() | fractions,
    after=st.builds(
        ActivationSpec,
        kind=st.sampled_from(get_args(ActivationKind)),
        slope=st.sampled_from((0.01, 0.2, -1.5)),
    ),
)
@settings(max_examples=600, deadline=None)
def test_that_bias_and_activation_give_what_torch_gives(
    signal: list[float],
    kernel: list[float],
    spec: SignalSpec,
    bias: float | None,
    after: ActivationSpec,
) -> None:
    assume(fits([0] * len(signal), [0] * len(kernel), spec))
    ends = signal_padding(spec, len(signal), len(kernel))
    double = {"dtype": torch.float64}
    sums = torch.nn.functional.conv1d(
        torch.nn.functional.pad(torch.tensor([[signal]], **double), ends),
        torch.tensor([[kernel[::-1] if spec.flip else kernel]], **double),
        None if bias is None else torch.tensor([bias], **double),
        stride=spec.stride,
    )
    expected = after_torch(sums, after)[0, 0].numpy()

    added = None if bias is None else np.array([bias])
    operation = SignalConvolution(np.array(signal), np.array(kernel), spec, added)
    walk = Walk(operation, after)

    outcomes = [go_to(walk, place).outcome for place in range(walk.steps)]
    found = [outcome.output for outcome in outcomes]
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-9)
    totals = [outcome.total for outcome in outcomes]
    np.testing.assert_allclose(totals, sums[0, 0].numpy(), rtol=1e-9, atol=1e-9)
    whole = activate(operation.compute(), after)
    assert whole.shape == (1, 1, walk.steps)
    np.testing.assert_allclose(whole[0, 0], expected, rtol=1e-5, atol=1e-4)
    drawn = signal_picture(operation, after).output_m
    np.testing.assert_allclose(drawn, expected, rtol=1e-9, atol=1e-9)


def test_that_a_step_keeps_sum_and_bias_apart() -> None:
    signal, kernel = np.array([5.0, 6]), np.array([1.0, 2])
    step = SignalConvolution(signal, kernel, SignalSpec(), np.array([-20.0])).step_at(
        0, 0, 0
    )
    assert (step.channel_sums_c[0], step.bias, step.total) == (17, -20, -3)


def test_that_a_signal_takes_one_bias() -> None:
    with pytest.raises(CnnvizError) as caught:
        SignalConvolution(np.ones(3), np.ones(2), SignalSpec(), np.ones(2))
    assert caught.value.code == "bias_length_differs"
    assert sentence(caught.value)


@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel")
@pytest.mark.parametrize("kernel", [[1, 2, 3], [1, -2, 3, 4], [5]])
def test_that_same_means_what_torch_means(kernel: list[int]) -> None:
    signal = [3.0, 1, 4, 1, 5, 9, 2]
    expected = torch.nn.functional.conv1d(
        torch.tensor([[signal]]), torch.tensor([[kernel]]).float(), padding="same"
    )
    result = convolve_signal(
        np.array(signal), np.array(kernel), SignalSpec(padding="same")
    )
    assert result.tolist() == expected[0, 0].tolist()


@given(signal=rows, kernel=short, spec=specs)
@settings(max_examples=100, deadline=None)
def test_that_all_steps_together_are_the_whole(
    signal: list[int], kernel: list[int], spec: SignalSpec
) -> None:
    assume(fits(signal, kernel, spec))
    operands = np.array(signal), np.array(kernel), spec
    whole = convolve_signal(*operands)
    assert len(whole) == signal_outputs(spec, len(signal), len(kernel))
    operation = SignalConvolution(*operands)
    steps = [operation.step_at(0, place, 0).total for place in range(len(whole))]
    assert steps == whole.tolist()


def test_that_a_step_shows_the_turned_kernel_over_the_padding() -> None:
    spec = SignalSpec(padding="full", flip=True)
    step = SignalConvolution(np.array([5, 6]), np.array([1, 2, 3]), spec).step_at(
        0, 0, 0
    )
    assert (step.left, step.total) == (-2, 5)
    assert step.window_chw[0, 0].tolist() == [0, 0, 5]
    assert step.kernel_chw[0, 0].tolist() == [3, 2, 1]
    assert step.products_chw[0, 0].tolist() == [0, 0, 5]


def test_that_a_window_wider_than_the_signal_hangs_over_both_ends() -> None:
    spec = SignalSpec(padding="same")
    step = SignalConvolution(np.array([7]), np.array([1, 2, 3, 4, 5]), spec).step_at(
        0, 0, 0
    )
    assert (step.left, step.window_chw[0, 0].tolist()) == (-2, [0, 0, 7, 0, 0])


def test_that_the_stride_leaves_an_end_unused() -> None:
    assert signal_unused(SignalSpec(stride=3), length=9, kernel=2) == 1


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"stride": 0}, "stride_too_small"),
        ({"padding": "circular"}, "padding_unknown"),
        ({}, "kernel_longer_than_signal"),
    ],
)
def test_that_impossible_settings_are_refused(given: dict[str, Any], code: str) -> None:
    with pytest.raises(CnnvizError) as caught:
        convolve_signal(np.ones(3), np.ones(4), SignalSpec(**given))
    assert caught.value.code == code


@pytest.mark.parametrize("signal", [np.zeros((1, 3)), np.float64(3)])
def test_that_what_is_no_row_is_refused(signal: NDArray[np.float64]) -> None:
    for operands in ((signal, np.ones(1)), (np.ones(3), signal)):
        with pytest.raises(CnnvizError) as caught:
            convolve_signal(*operands, SignalSpec())
        assert caught.value.code == "signal_not_flat"


@pytest.mark.parametrize("position", [-1, 2])
def test_that_a_step_that_does_not_exist_is_refused(position: int) -> None:
    with pytest.raises(CnnvizError) as caught:
        SignalConvolution(np.ones(3), np.ones(2), SignalSpec()).step_at(0, position, 0)
    assert caught.value.code == "cell_outside_output"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[1, 2", "signal_not_json"),
        ("1" * 5000, "signal_not_numbers"),
        ("[" * 200_000, "signal_not_json"),
        ("3", "signal_not_numbers"),
        ('{"a": 1}', "signal_not_numbers"),
        ("[1, [2]]", "signal_not_numbers"),
        ("[true]", "signal_not_numbers"),
        ("[]", "signal_empty"),
        ("[1e999]", "signal_too_large"),
        ("[NaN]", "signal_not_finite"),
        (f"[1{'0' * 400}]", "signal_too_large"),
        ("[" + "9" * 5000 + "]", "signal_too_large"),
    ],
)
def test_that_text_that_is_no_row_of_numbers_is_refused(text: str, code: str) -> None:
    with pytest.raises(CnnvizError) as caught:
        parse_signal(text)
    assert caught.value.code == code


@pytest.mark.parametrize("padding", ["valid", "same", "full"])
def test_that_rows_without_numbers_are_refused(padding: Any) -> None:
    spec, none, some = SignalSpec(padding=padding), np.zeros(0), np.ones(3)
    for operands, code in (
        ((none, some), "signal_empty"),
        ((some, none), "signal_kernel_empty"),
    ):
        for use in (convolve_signal, SignalConvolution):
            with pytest.raises(CnnvizError) as caught:
                use(*operands, spec)
            assert caught.value.code == code
            assert sentence(caught.value)
