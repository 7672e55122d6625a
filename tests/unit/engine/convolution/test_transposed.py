"""Transposed convolution, whole and from both sides, against torch and figures."""

from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from cnnviz.engine.convolution.apply import convolve
from cnnviz.engine.convolution.operations import TransposedConvolution
from cnnviz.engine.convolution.spec import ConvSpec, TransposedSpec
from cnnviz.engine.convolution.transposed import (
    convolve_transposed,
    transposed_size,
)
from cnnviz.engine.errors import CnnvizError


@pytest.mark.parametrize(
    ("size", "kernel", "stride", "padding", "extra", "expected"),
    [
        (2, 3, 1, 0, 0, 4),
        (6, 4, 1, 2, 0, 5),
        (5, 3, 1, 1, 0, 5),
        (7, 3, 1, 2, 0, 5),
        (2, 3, 2, 0, 0, 5),
        (3, 3, 2, 1, 0, 5),
        (3, 3, 2, 1, 1, 6),
    ],
)
def test_that_the_published_figures_have_their_sizes(
    size: int, kernel: int, stride: int, padding: int, extra: int, expected: int
) -> None:
    spec = TransposedSpec(
        kernel=(kernel, kernel),
        stride=(stride, stride),
        padding=(padding, padding),
        output_padding=(extra, extra),
    )
    assert transposed_size(spec, (size, size)) == (expected, expected)
    # Each figure turns a convolution round: that one leads back.
    conv = ConvSpec(kernel=spec.kernel, stride=spec.stride, padding=(padding, padding))
    back = convolve(
        np.ones((1, expected, expected)), np.ones((1, 1, *spec.kernel)), conv
    )
    assert back.shape == (1, size, size)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"kernel": (3, 3), "stride": (2, 2)}, (101, 201)),
        ({"kernel": (3, 5), "stride": (2, 1), "padding": (4, 2)}, (93, 100)),
    ],
)
def test_that_the_examples_of_pytorch_have_their_sizes(
    settings: dict[str, Any], expected: tuple[int, int]
) -> None:
    assert transposed_size(TransposedSpec(**settings), (50, 100)) == expected


@st.composite
def problems(draw: st.DrawFn) -> dict[str, Any]:
    """Return operands that fit together, of small random whole numbers."""
    small = st.integers(1, 3)
    stride, dilation = draw(st.tuples(small, small)), draw(st.tuples(small, small))
    most = [max(s, d) - 1 for s, d in zip(stride, dilation, strict=True)]
    groups, group_outputs = draw(small), draw(small)
    spec = TransposedSpec(
        kernel=draw(st.tuples(st.integers(1, 4), st.integers(1, 4))),
        stride=stride,
        dilation=dilation,
        padding=draw(st.tuples(st.integers(0, 3), st.integers(0, 3))),
        output_padding=(
            draw(st.integers(0, most[0])),
            draw(st.integers(0, most[1])),
        ),
        groups=groups,
        flip=draw(st.booleans()),
    )
    channels = groups * draw(small)
    height, width = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    for axis, size in enumerate((height, width)):
        uncut = (size - 1) * stride[axis] + spec.dilated_kernel[axis]
        assume(uncut + spec.output_padding[axis] > 2 * spec.padding[axis])
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    outputs = groups * group_outputs
    return {
        "input_chw": rng.integers(0, 256, (channels, height, width)),
        "kernels_iokk": rng.integers(-4, 5, (channels, group_outputs, *spec.kernel)),
        "spec": spec,
        "bias_o": rng.integers(-9, 10, outputs) if draw(st.booleans()) else None,
    }


def by_torch(problem: dict[str, Any]) -> NDArray[np.float32]:
    spec, bias = problem["spec"], problem["bias_o"]
    weights = torch.tensor(problem["kernels_iokk"], dtype=torch.float32)
    result = torch.nn.functional.conv_transpose2d(
        torch.tensor(problem["input_chw"], dtype=torch.float32)[None],
        weights.flip((2, 3)) if spec.flip else weights,
        None if bias is None else torch.tensor(bias, dtype=torch.float32),
        stride=spec.stride,
        padding=spec.padding,
        output_padding=spec.output_padding,
        groups=spec.groups,
        dilation=spec.dilation,
    )
    return np.asarray(result[0].numpy())


@given(problem=problems())
@settings(max_examples=300, deadline=None)
def test_that_any_transposed_convolution_equals_that_of_torch(
    problem: dict[str, Any],
) -> None:
    result = convolve_transposed(**problem)
    assert result.dtype == np.float32
    np.testing.assert_array_equal(result, by_torch(problem))


@given(problem=problems())
@settings(max_examples=50, deadline=None)
def test_that_the_products_of_each_output_cell_make_the_whole(
    problem: dict[str, Any],
) -> None:
    whole = convolve_transposed(**problem)
    operation = TransposedConvolution(**problem)
    steps = [
        operation.step_at(row, col, channel).total
        for channel, row, col in np.ndindex(whole.shape)
    ]
    np.testing.assert_array_equal(np.reshape(steps, whole.shape), whole)


def test_that_overlapping_kernels_add_up() -> None:
    picture, kernel = np.array([[[1, 2]]]), np.array([[[[1, 10, 100]]]])
    spec = TransposedSpec(kernel=(1, 3), stride=(1, 2))
    assert convolve_transposed(picture, kernel, spec).tolist() == [
        [[1, 10, 102, 20, 200]]
    ]
    step = TransposedConvolution(picture, kernel, spec).step_at(0, 2, 0)
    assert step.window_chw.tolist() == [[[1, 0, 2]]]
    assert step.kernel_chw.tolist() == [[[100, 10, 1]]]
    assert step.products_chw.tolist() == [[[100, 0, 2]]]


def test_that_padding_cuts_off_what_hangs_over() -> None:
    spec = TransposedSpec(kernel=(2, 2), padding=(1, 1))
    operands = np.array([[[1, 2], [3, 4]]]), np.array([[[[1, 10], [100, 1000]]]]), spec
    assert convolve_transposed(*operands).tolist() == [[[1234]]]
    step = TransposedConvolution(*operands).step_at(0, 0, 0)
    assert step.window_chw.tolist() == [[[1, 2], [3, 4]]]
    assert step.kernel_chw.tolist() == [[[1000, 100], [10, 1]]]


def test_that_an_output_cell_that_nothing_reaches_holds_the_bias() -> None:
    spec = TransposedSpec(kernel=(1, 1), stride=(2, 2))
    operands = np.ones((1, 2, 2)), np.ones((1, 1, 1, 1)), spec, np.array([4])
    step = TransposedConvolution(*operands).step_at(1, 1, 0)
    assert not step.window_chw.any()
    assert (step.bias, step.total) == (4, 4)


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"kernel": (0, 3)}, "kernel_size_too_small"),
        ({"kernel": (3, 3), "stride": (0, 1)}, "stride_too_small"),
        ({"kernel": (3, 3), "dilation": (1, 0)}, "dilation_too_small"),
        ({"kernel": (3, 3), "padding": (-1, 0)}, "padding_negative"),
        ({"kernel": (3, 3), "output_padding": (-1, 0)}, "output_padding_negative"),
        ({"kernel": (3, 3), "output_padding": (0, 1)}, "output_padding_too_large"),
        ({"kernel": (3, 3), "groups": 0}, "groups_too_few"),
        ({"kernel": (3, 3), "groups": 2}, "groups_do_not_divide"),
        ({"kernel": (3, 3), "padding": (0, 9)}, "transposed_nothing_left"),
        ({"kernel": (3, 2)}, "kernel_shape_differs"),
        ({"kernel": (3, 3), "stride": (9000, 9000)}, "too_many_cells"),
    ],
)
def test_that_impossible_settings_are_refused(
    settings: dict[str, Any], code: str
) -> None:
    with pytest.raises(CnnvizError) as caught:
        convolve_transposed(
            np.ones((1, 5, 5)), np.ones((1, 1, 3, 3)), TransposedSpec(**settings)
        )
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("picture", "kernels", "bias", "code"),
    [
        ((5, 5), (1, 1, 3, 3), None, "input_not_chw"),
        ((1, 5, 5), (3, 3), None, "kernels_not_iokk"),
        ((3, 5, 5), (1, 1, 3, 3), None, "channels_differ"),
        ((1, 5, 5), (1, 2, 3, 3), (3,), "bias_length_differs"),
    ],
)
def test_that_operands_that_do_not_fit_are_refused(
    picture: tuple[int, ...],
    kernels: tuple[int, ...],
    bias: tuple[int, ...] | None,
    code: str,
) -> None:
    spec = TransposedSpec(kernel=(3, 3))
    with pytest.raises(CnnvizError) as caught:
        convolve_transposed(
            np.ones(picture),
            np.ones(kernels),
            spec,
            None if bias is None else np.ones(bias),
        )
    assert caught.value.code == code


def test_that_cells_and_channels_that_do_not_exist_are_refused() -> None:
    operands = np.ones((1, 2, 2)), np.ones((1, 1, 2, 2)), TransposedSpec(kernel=(2, 2))
    for row, channel, code in (
        (3, 0, "cell_outside_output"),
        (0, 1, "output_channel_outside"),
        (0, -1, "output_channel_outside"),
    ):
        with pytest.raises(CnnvizError) as caught:
            TransposedConvolution(*operands).step_at(row, 0, channel)
        assert caught.value.code == code
