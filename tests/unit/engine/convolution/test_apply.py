"""The whole convolution and its steps, against torch and published figures."""

from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from cnnviz.engine.convolution import apply
from cnnviz.engine.convolution.apply import convolve
from cnnviz.engine.convolution.kernel_presets import PRESETS, KernelPreset, preset
from cnnviz.engine.convolution.operations import Convolution
from cnnviz.engine.convolution.row_blocks import Cancelled
from cnnviz.engine.convolution.shapes import padding_amounts
from cnnviz.engine.convolution.spec import ConvSpec, NamedPadding, Pair
from cnnviz.engine.errors import CnnvizError

FIGURE = [[3, 3, 2, 1, 0], [0, 0, 1, 3, 1], [3, 1, 2, 2, 3], [2, 0, 0, 2, 2], [2, 0, 0, 0, 1]]  # fmt: skip
FIGURE_KERNEL = [[0, 1, 2], [2, 2, 0], [0, 1, 2]]
SECOND = [[1, 2, 0, 3, 1], [0, 1, 2, 3, 1], [1, 2, 1, 0, 0], [5, 2, 3, 1, 1], [2, 1, 0, 1, 1]]  # fmt: skip
SECOND_KERNEL = [[1, 2, 1], [0, 1, 0], [2, 1, 0]]
TRAP = [[2, 2, 3, 3, 3], [0, 1, 3, 0, 3], [2, 3, 0, 1, 3], [3, 3, 2, 1, 2], [3, 3, 0, 2, 3]]  # fmt: skip
TRAP_KERNEL = [[2, 0, 1], [1, 0, 0], [0, 1, 1]]


@pytest.mark.parametrize(
    ("picture", "kernel", "settings", "expected"),
    [
        (FIGURE, FIGURE_KERNEL, {}, [[12, 12, 17], [10, 17, 19], [9, 6, 14]]),
        (
            FIGURE,
            FIGURE_KERNEL,
            {"stride": (2, 2), "padding": (1, 1)},
            [[6, 17, 3], [8, 17, 13], [6, 4, 4]],
        ),
        (
            FIGURE,
            FIGURE_KERNEL,
            {"flip": True},
            [[18, 20, 19], [10, 9, 17], [11, 8, 14]],
        ),
        (SECOND, SECOND_KERNEL, {}, [[10, 12, 12], [18, 16, 16], [13, 9, 3]]),
        (SECOND, SECOND_KERNEL, {"stride": (2, 2)}, [[10, 12], [13, 3]]),
        # Printed as [[1,6,5],[7,10,9],[7,10,8]] in a famous figure, which is wrong:
        # its author confirms these numbers.
        pytest.param(
            TRAP,
            TRAP_KERNEL,
            {"stride": (2, 2), "padding": (1, 1)},
            [[1, 5, 6], [7, 8, 3], [3, 10, 4]],
            id="corrected figure",
        ),
    ],
)
def test_that_published_examples_come_out(
    picture: list[list[int]],
    kernel: list[list[int]],
    settings: dict[str, Any],
    expected: list[list[int]],
) -> None:
    spec = ConvSpec(kernel=(3, 3), **settings)
    result = convolve(np.array([picture]), np.array([[kernel]]), spec)
    assert result.dtype == np.float32
    assert result.tolist() == [expected]


@st.composite
def problems(draw: st.DrawFn) -> dict[str, Any]:
    """Return operands that fit together, of small random whole numbers."""
    small = st.integers(1, 3)
    pairs = st.tuples(small, small)
    spec = ConvSpec(
        kernel=draw(st.tuples(st.integers(1, 4), st.integers(1, 4))),
        stride=draw(pairs),
        dilation=draw(pairs),
        padding=draw(
            st.one_of(
                st.sampled_from(["valid", "same", "full"]),
                st.tuples(*[st.integers(0, 4)] * 2),
                st.tuples(*[st.integers(0, 4)] * 4),
            )
        ),
        padding_mode=draw(
            st.sampled_from(["zeros", "reflect", "replicate", "circular"])
        ),
        flip=draw(st.booleans()),
        groups=draw(small),
    )
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    group_channels, outputs = draw(small), spec.groups * draw(small)
    height, width = draw(st.integers(1, 14)), draw(st.integers(1, 14))
    amounts = padding_amounts(spec, (height, width))
    assume(height + amounts.top + amounts.bottom >= spec.dilated_kernel[0])
    assume(width + amounts.left + amounts.right >= spec.dilated_kernel[1])
    most = {"reflect": (height - 1, width - 1), "circular": (height, width)}
    most_rows, most_cols = most.get(spec.padding_mode, (99, 99))
    assume(max(amounts.top, amounts.bottom) <= most_rows)
    assume(max(amounts.left, amounts.right) <= most_cols)
    # Whole numbers: every sum is exact in float32, in whatever order it is made.
    bias = rng.integers(-9, 10, outputs) if draw(st.booleans()) else None
    return {
        "input_chw": rng.integers(
            0, 256, (group_channels * spec.groups, height, width)
        ),
        "kernels_oikk": rng.integers(-4, 5, (outputs, group_channels, *spec.kernel)),
        "spec": spec,
        "bias_o": bias,
    }


def by_torch(problem: dict[str, Any]) -> NDArray[np.float32]:
    """Return what torch makes of a problem; its own padding is the same on both sides."""
    picture, kernels, spec = (
        problem["input_chw"],
        problem["kernels_oikk"],
        problem["spec"],
    )
    a = padding_amounts(spec, picture.shape[1:])
    padded = torch.nn.functional.pad(
        torch.tensor(picture, dtype=torch.float32)[None],
        (a.left, a.right, a.top, a.bottom),
        mode="constant" if spec.padding_mode == "zeros" else spec.padding_mode,
    )
    weights = torch.tensor(kernels, dtype=torch.float32)
    bias = problem["bias_o"]
    result = torch.nn.functional.conv2d(
        padded,
        weights.flip((2, 3)) if spec.flip else weights,
        None if bias is None else torch.tensor(bias, dtype=torch.float32),
        stride=spec.stride,
        dilation=spec.dilation,
        groups=spec.groups,
    )
    return np.asarray(result[0].numpy())


@given(problem=problems())
@settings(max_examples=600, deadline=None)
def test_that_any_convolution_equals_that_of_torch(problem: dict[str, Any]) -> None:
    np.testing.assert_array_equal(convolve(**problem), by_torch(problem))


@given(problem=problems())
@settings(max_examples=100, deadline=None)
def test_that_one_output_channel_can_be_had_by_itself(problem: dict[str, Any]) -> None:
    whole = convolve(**problem)
    for channel in range(len(whole)):
        one = convolve(**problem, output_channel=channel)
        np.testing.assert_array_equal(one, whole[channel : channel + 1])


@given(problem=problems())
@settings(max_examples=60, deadline=None)
def test_that_all_steps_together_are_the_whole(problem: dict[str, Any]) -> None:
    whole = convolve(**problem)
    operation = Convolution(**problem)
    steps = [
        operation.step_at(row, col, channel).total
        for channel, row, col in np.ndindex(whole.shape)
    ]
    np.testing.assert_array_equal(np.reshape(steps, whole.shape), whole)


@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel")
@pytest.mark.parametrize("padding", ["same", "valid"])
@pytest.mark.parametrize("kernel", [(3, 3), (2, 4), (1, 5)])
@pytest.mark.parametrize("dilation", [1, 2])
def test_that_named_padding_means_what_torch_means(
    padding: NamedPadding, kernel: tuple[int, int], dilation: int
) -> None:
    rng = np.random.default_rng(3)
    picture = rng.integers(0, 256, (2, 9, 10))
    kernels = rng.integers(-3, 4, (3, 2, *kernel))
    expected = torch.nn.functional.conv2d(
        torch.tensor(picture, dtype=torch.float64)[None],
        torch.tensor(kernels, dtype=torch.float64),
        padding=padding,
        dilation=dilation,
    )[0]
    spec = ConvSpec(kernel=kernel, padding=padding, dilation=(dilation, dilation))
    np.testing.assert_array_equal(convolve(picture, kernels, spec), expected.numpy())


def test_that_fractions_agree_with_torch_to_float32() -> None:
    rng = np.random.default_rng(4)
    picture, kernels = rng.normal(0, 1, (6, 40, 31)), rng.normal(0, 1, (16, 6, 5, 5))
    bias = rng.normal(0, 1, 16)
    expected = torch.nn.functional.conv2d(
        torch.tensor(picture)[None], torch.tensor(kernels), torch.tensor(bias)
    )[0]
    result = convolve(picture, kernels, ConvSpec(kernel=(5, 5)), bias)
    np.testing.assert_allclose(result, expected.numpy(), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("cells", [1, 7, 64])
def test_that_the_size_of_the_blocks_changes_nothing(
    cells: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = np.random.default_rng(5)
    picture, kernels = (
        rng.integers(0, 256, (3, 23, 17)),
        rng.integers(-9, 9, (2, 3, 3, 3)),
    )
    spec = ConvSpec(kernel=(3, 3), stride=(2, 1), dilation=(1, 2), padding="same")
    whole = convolve(picture, kernels, spec)
    monkeypatch.setattr(apply, "_BLOCK_CELLS", cells)
    np.testing.assert_array_equal(convolve(picture, kernels, spec), whole)


@pytest.mark.parametrize("dtype", [np.uint8, np.int64, np.float16, np.float32, bool])
def test_that_numbers_of_any_type_come_in_and_are_left_alone(dtype: type) -> None:
    picture = np.array([[[0, 1, 1], [1, 0, 1]]]).astype(dtype)
    before = picture.copy()
    result = convolve(picture, -np.ones((1, 1, 2, 2)), ConvSpec(kernel=(2, 2)))
    assert result.tolist() == [[[-2, -3]]]
    assert (picture == before).all()


def test_that_a_read_only_picture_is_taken() -> None:
    picture = np.ones((1, 4, 4), np.float32)
    picture.flags.writeable = False
    kernel = np.ones((1, 1, 1, 1), np.float32)
    assert convolve(picture, kernel, ConvSpec(kernel=(1, 1))).sum() == 16


@pytest.mark.parametrize(
    ("picture", "kernels", "bias", "code"),
    [
        ((5, 5), (1, 1, 3, 3), None, "input_not_chw"),
        ((1, 0, 5), (1, 1, 3, 3), None, "input_not_chw"),
        ((1, 5, 5), (3, 3), None, "kernels_not_oikk"),
        ((1, 5, 5), (1, 1, 3, 2), None, "kernel_shape_differs"),
        ((3, 5, 5), (1, 1, 3, 3), None, "channels_differ"),
        ((1, 5, 5), (2, 1, 3, 3), (3,), "bias_length_differs"),
        ((1, 2, 5), (1, 1, 3, 3), None, "kernel_larger_than_padded_input"),
    ],
)
def test_that_operands_that_do_not_fit_are_refused(
    picture: tuple[int, ...],
    kernels: tuple[int, ...],
    bias: tuple[int, ...] | None,
    code: str,
) -> None:
    with pytest.raises(CnnvizError) as caught:
        convolve(
            np.zeros(picture),
            np.zeros(kernels),
            ConvSpec(kernel=(3, 3)),
            None if bias is None else np.zeros(bias),
        )
    assert caught.value.code == code


def test_that_padding_beyond_reason_is_refused_before_memory_is_taken() -> None:
    spec = ConvSpec(kernel=(3, 3), padding=(10**6, 10**6))
    with pytest.raises(CnnvizError) as caught:
        convolve(np.zeros((1, 5, 5)), np.zeros((1, 1, 3, 3)), spec)
    assert caught.value.code == "too_many_cells"


@pytest.mark.parametrize("kernel", [[[3e38, 3e38]], [[3e38, -3e38]]])
def test_that_sums_beyond_float32_are_refused_without_a_warning(
    kernel: list[list[float]],
) -> None:
    picture = np.zeros((1, 4, 4), np.uint8)
    picture[..., ::2] = 255
    with pytest.raises(CnnvizError) as caught:
        convolve(picture, np.array([[kernel]]), ConvSpec(kernel=(1, 2)))
    assert caught.value.code == "sums_too_large"


@pytest.mark.parametrize("threads", [1, 2, 3])
@pytest.mark.parametrize("stride", [(1, 1), (2, 3)])
@pytest.mark.parametrize("preset_key", ["gaussian_blur_5", "laplacian8", "motion_blur"])
def test_that_threads_and_blocks_change_nothing(
    threads: int, stride: Pair, preset_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = np.random.default_rng(6).integers(0, 256, (1, 90, 70))
    kernel = preset(preset_key).values_hw[np.newaxis, np.newaxis]
    spec = ConvSpec(kernel=kernel.shape[2:], stride=stride, padding=(3, 4))
    monkeypatch.setattr(apply, "_THREADED_PRODUCTS", 10**9)
    whole = convolve(picture, kernel, spec)
    monkeypatch.setattr(apply, "_THREADED_PRODUCTS", 0)
    monkeypatch.setattr(apply, "THREADS", threads)
    monkeypatch.setattr(apply, "_BLOCK_CELLS", 500)
    np.testing.assert_array_equal(convolve(picture, kernel, spec), whole)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_that_every_preset_equals_torch_to_float32(preset: KernelPreset) -> None:
    picture = np.random.default_rng(7).integers(0, 256, (1, 40, 50))
    kernel = preset.values_hw[np.newaxis, np.newaxis]
    expected = torch.nn.functional.conv2d(
        torch.tensor(picture, dtype=torch.float64)[None], torch.tensor(kernel).double()
    )[0]
    result = convolve(picture, kernel, ConvSpec(kernel=preset.values_hw.shape))
    # As many roundings of float32 as there are products, each of the largest of them.
    largest = 255 * np.abs(preset.values_hw).max()
    within = kernel.size * largest * np.finfo(np.float32).eps
    np.testing.assert_allclose(result, expected.numpy(), rtol=1e-6, atol=within)
    if (preset.values_hw == np.rint(preset.values_hw)).all():
        np.testing.assert_array_equal(result, expected.numpy())


def test_that_a_picture_in_pieces_is_taken() -> None:
    pixels = np.random.default_rng(8).integers(0, 256, (20, 30, 3), np.uint8)
    views = pixels.transpose(2, 0, 1)[:, ::2, ::-1]
    kernels = np.ones((1, 3, 3, 3))
    spec = ConvSpec(kernel=(3, 3), padding="same")
    whole = convolve(np.ascontiguousarray(views), kernels, spec)
    np.testing.assert_array_equal(convolve(views, kernels, spec), whole)


def test_that_a_kernel_as_wide_as_the_picture_leaves_one_column() -> None:
    picture = np.arange(60).reshape(1, 3, 20)
    spec = ConvSpec(kernel=(1, 20))
    result = convolve(picture, np.ones((1, 1, 1, 20)), spec)
    assert result.tolist() == [[[190], [590], [990]]]


def test_that_a_result_that_nobody_waits_for_is_given_up() -> None:
    asked: list[bool] = []

    def is_cancelled() -> bool:
        asked.append(True)
        return len(asked) > 3

    picture, kernels = np.ones((1, 2000, 2000)), np.ones((1, 1, 3, 3))
    with pytest.raises(Cancelled):
        convolve(picture, kernels, ConvSpec(kernel=(3, 3)), is_cancelled=is_cancelled)
    assert len(asked) <= 3 + apply.THREADS


def test_that_a_result_that_is_waited_for_is_finished() -> None:
    result = convolve(
        np.ones((1, 4, 4)),
        np.ones((1, 1, 3, 3)),
        ConvSpec(kernel=(3, 3)),
        is_cancelled=lambda: False,
    )
    assert result.tolist() == [[[9, 9], [9, 9]]]


@pytest.mark.parametrize("channel", [-1, 2])
def test_that_an_output_channel_without_a_kernel_is_refused(channel: int) -> None:
    with pytest.raises(CnnvizError) as caught:
        convolve(
            np.ones((1, 4, 4)),
            np.ones((2, 1, 3, 3)),
            ConvSpec(kernel=(3, 3)),
            output_channel=channel,
        )
    assert caught.value.code == "output_channel_outside"


@pytest.mark.parametrize(
    ("settings", "kernels", "code"),
    [
        ({"groups": 2}, (2, 1, 3, 3), "channels_differ"),
        ({"groups": 3}, (4, 1, 3, 3), "groups_do_not_divide"),
        (
            {"padding": (4, 0, 0, 0), "padding_mode": "reflect"},
            (1, 3, 3, 3),
            "padding_beyond_reflection",
        ),
        (
            {"padding": (0, 0, 0, 6), "padding_mode": "circular"},
            (1, 3, 3, 3),
            "padding_beyond_circle",
        ),
    ],
)
def test_that_groups_and_padding_that_do_not_fit_are_refused(
    settings: dict[str, Any], kernels: tuple[int, ...], code: str
) -> None:
    picture, spec = np.zeros((3, 4, 5)), ConvSpec(kernel=(3, 3), **settings)
    for refuse in (convolve, Convolution):
        with pytest.raises(CnnvizError) as caught:
            refuse(picture, np.zeros(kernels), spec)
        assert caught.value.code == code
