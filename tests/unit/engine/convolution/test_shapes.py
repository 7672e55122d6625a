"""Output sizes, padding, and receptive fields, against published figures."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnviz.engine.convolution.shapes import (
    Amounts,
    ReceptiveField,
    output_size,
    padded_size,
    padding_amounts,
)
from cnnviz.engine.convolution.spec import ConvSpec, NamedPadding, Pair
from cnnviz.engine.errors import CnnvizError

PAIRS = st.tuples(st.integers(1, 6), st.integers(1, 6))


# i, k, p, s, d, o of the figures of conv_arithmetic.
@pytest.mark.parametrize(
    ("size", "kernel", "padding", "stride", "dilation", "expected"),
    [
        pytest.param(4, 3, 0, 1, 1, 2, id="no padding"),
        pytest.param(5, 4, 2, 1, 1, 6, id="arbitrary"),
        pytest.param(5, 3, 1, 1, 1, 5, id="half"),
        pytest.param(5, 3, 2, 1, 1, 7, id="full"),
        pytest.param(5, 3, 0, 2, 1, 2, id="strided"),
        pytest.param(5, 3, 1, 2, 1, 3, id="padded strided"),
        pytest.param(6, 3, 1, 2, 1, 3, id="odd"),
        pytest.param(7, 3, 0, 1, 2, 3, id="dilated"),
    ],
)
def test_that_output_sizes_are_those_of_the_published_figures(
    size: int, kernel: int, padding: int, stride: int, dilation: int, expected: int
) -> None:
    spec = ConvSpec(
        kernel=(kernel, kernel),
        padding=(padding, padding),
        stride=(stride, stride),
        dilation=(dilation, dilation),
    )
    assert output_size(spec, (size, size)) == (expected, expected)


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (ConvSpec(kernel=(3, 3), stride=(2, 2)), (24, 49)),
        (ConvSpec(kernel=(3, 5), stride=(2, 1), padding=(4, 2)), (28, 100)),
        (
            ConvSpec(kernel=(3, 5), stride=(2, 1), padding=(4, 2), dilation=(3, 1)),
            (26, 100),
        ),
    ],
)
def test_that_output_sizes_are_those_of_the_torch_handbook(
    spec: ConvSpec, expected: Pair
) -> None:
    assert output_size(spec, (50, 100)) == expected


def test_that_the_lesson_with_stride_two_gives_fourteen_not_twenty_eight() -> None:
    # A widely read lesson prints 28 x 28 for a 5 x 5 kernel "with stride 2" on 32 x 32.
    assert output_size(ConvSpec(kernel=(5, 5)), (32, 32)) == (28, 28)
    assert output_size(ConvSpec(kernel=(5, 5), stride=(2, 2)), (32, 32)) == (14, 14)


@given(kernel=PAIRS, stride=PAIRS, dilation=PAIRS, size=PAIRS)
def test_that_same_gives_size_over_stride_rounded_up(
    kernel: Pair, stride: Pair, dilation: Pair, size: Pair
) -> None:
    spec = ConvSpec(kernel=kernel, stride=stride, dilation=dilation, padding="same")
    amounts = padding_amounts(spec, size)
    assert output_size(spec, size) == (
        math.ceil(size[0] / stride[0]),
        math.ceil(size[1] / stride[1]),
    )
    assert 0 <= amounts.bottom - amounts.top <= 1
    assert 0 <= amounts.right - amounts.left <= 1


@given(kernel=PAIRS, dilation=PAIRS, size=PAIRS)
def test_that_full_meets_every_overlap_of_kernel_and_picture(
    kernel: Pair, dilation: Pair, size: Pair
) -> None:
    spec = ConvSpec(kernel=kernel, dilation=dilation, padding="full")
    span = spec.dilated_kernel
    assert output_size(spec, size) == (size[0] + span[0] - 1, size[1] + span[1] - 1)


@given(
    kernel=PAIRS,
    stride=PAIRS,
    dilation=PAIRS,
    size=PAIRS,
    padding=st.one_of(
        st.sampled_from(["same", "full"]),
        st.tuples(st.integers(25, 40), st.integers(25, 40)),
    ),
)
def test_that_the_windows_leave_less_than_a_stride_of_the_padded_picture(
    kernel: Pair,
    stride: Pair,
    dilation: Pair,
    size: Pair,
    padding: NamedPadding | Pair,
) -> None:
    spec = ConvSpec(kernel=kernel, stride=stride, dilation=dilation, padding=padding)
    outputs = output_size(spec, size)
    for axis in (0, 1):
        reached = (outputs[axis] - 1) * stride[axis] + spec.dilated_kernel[axis]
        assert 0 <= padded_size(spec, size)[axis] - reached < stride[axis]


def test_that_valid_adds_nothing() -> None:
    assert padding_amounts(ConvSpec(kernel=(3, 3)), (5, 5)) == Amounts(0, 0, 0, 0)


def test_that_a_kernel_larger_than_the_padded_picture_is_refused_with_the_sizes() -> (
    None
):
    spec = ConvSpec(kernel=(3, 2), dilation=(3, 1), padding=(1, 0))
    with pytest.raises(CnnvizError) as caught:
        output_size(spec, (4, 9))
    assert caught.value.code == "kernel_larger_than_padded_input"
    assert caught.value.facts == {
        "kernel_height": 7,
        "kernel_width": 2,
        "input_height": 6,
        "input_width": 9,
    }


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        pytest.param(
            [(5, 1), (2, 2), (5, 1), (2, 2), (5, 1)], [5, 6, 14, 16, 32], id="LeNet-5"
        ),
        pytest.param(
            [(3, 1), (3, 1), (2, 2), (3, 1), (3, 1), (2, 2)],
            [3, 5, 6, 10, 14, 16],
            id="Tiny VGG",
        ),
        pytest.param(
            [(11, 4), (3, 2), (5, 1), (3, 2), (3, 1), (3, 1), (3, 1), (3, 2)],
            [11, 19, 51, 67, 99, 131, 163, 195],
            id="AlexNet",
        ),
    ],
)
def test_that_receptive_fields_are_the_published_ones(
    layers: list[tuple[int, int]], expected: list[int]
) -> None:
    field, sizes = ReceptiveField(), []
    for kernel, stride in layers:
        field = field.through((kernel, kernel), (stride, stride))
        sizes.append(field.size[0])
    assert sizes == expected
    assert field.size[0] == field.size[1]


def test_that_vgg16_sees_212_pixels_and_jumps_32_after_its_last_pooling() -> None:
    field = ReceptiveField()
    for convolutions in (2, 2, 3, 3, 3):
        for _ in range(convolutions):
            field = field.through((3, 3), (1, 1))
        field = field.through((2, 2), (2, 2))
    assert (field.size, field.jump) == ((212, 212), (32, 32))


def test_that_dilation_widens_a_receptive_field() -> None:
    assert ReceptiveField().through((3, 3), (1, 1), (2, 1)).size == (5, 3)


def test_that_four_amounts_are_top_bottom_left_right() -> None:
    spec = ConvSpec(kernel=(2, 2), padding=(1, 2, 3, 4))
    assert padding_amounts(spec, (9, 9)) == Amounts(top=1, bottom=2, left=3, right=4)
    assert padded_size(spec, (9, 9)) == (12, 16)
