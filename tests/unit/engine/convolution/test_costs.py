"""What operations take, against published figures and torch."""

from math import prod

import numpy as np
import pytest
import torch

from cnnviz.engine.convolution.costs import (
    equal_size,
    fully_connected,
)
from cnnviz.engine.convolution.operations import (
    Convolution,
    Pooling,
    SignalConvolution,
    TransposedConvolution,
)
from cnnviz.engine.convolution.spec import (
    ConvSpec,
    PoolKind,
    PoolSpec,
    SignalSpec,
    TransposedSpec,
)


def convolution(
    input_shape: tuple[int, int, int],
    outputs: int,
    kernel: int,
    groups: int = 1,
    bias: bool = True,
) -> Convolution:
    """Return a convolution of zeros: only its sizes count."""
    return Convolution(
        np.zeros(input_shape),
        np.zeros((outputs, input_shape[0] // groups, kernel, kernel)),
        ConvSpec(kernel=(kernel, kernel), groups=groups),
        np.zeros(outputs) if bias else None,
    )


def test_that_c1_of_lenet_5_has_the_published_figures() -> None:
    c1 = convolution((1, 32, 32), 6, 5)
    own, other = c1.cost(), equal_size(c1.cost())

    assert (own.parameters, own.multiplications) == (156, 117_600)
    # LeCun counts the bias of each output number as a connection, too.
    assert own.multiplications + own.outputs == 122_304
    assert (own.inputs, own.outputs, own.seen) == (1024, 4704, 25)
    assert other.multiply_adds == 1024 * 4704 == 4_816_896
    assert other.parameters == 4_816_896 + 4704


def test_that_the_whole_of_lenet_5_adds_up_to_the_published_figures() -> None:
    c1, c3 = convolution((1, 32, 32), 6, 5), convolution((6, 14, 14), 16, 5)
    dense = [fully_connected(*size) for size in ((400, 120), (120, 84), (84, 10))]

    assert c3.cost().parameters == 2_416
    assert [layer.parameters for layer in dense] == [48_120, 10_164, 850]
    costs = [c1.cost(), c3.cost()]
    assert sum(each.parameters for each in [*costs, *dense]) == 61_706
    products = sum(each.multiplications for each in costs)
    assert products + sum(layer.multiply_adds for layer in dense) == 416_520


def test_that_c5_of_lenet_5_is_a_fully_connected_layer() -> None:
    c5 = convolution((16, 5, 5), 120, 5)

    assert c5.cost().parameters == equal_size(c5.cost()).parameters == 48_120
    assert c5.cost().seen == c5.cost().inputs


def test_that_one_3_by_3_kernel_on_a_digit_is_worked_out_by_hand() -> None:
    one = convolution((1, 28, 28), 1, 3)

    assert one.cost().parameters == 10
    assert one.cost().multiplications == 6_084
    assert equal_size(one.cost()).multiply_adds == 529_984
    assert equal_size(one.cost()).parameters == 530_660


def test_that_without_biases_neither_side_has_any() -> None:
    one = convolution((1, 28, 28), 1, 3, bias=False)

    assert (one.cost().parameters, equal_size(one.cost()).parameters) == (9, 529_984)
    several = convolution((3, 3, 3), 2, 3, bias=False).cost()
    assert (several.parameters, several.multiplications) == (54, 54)


def test_that_depthwise_kernels_see_their_own_channel_only() -> None:
    own = convolution((4, 8, 8), 4, 3, groups=4).cost()

    assert (own.parameters, own.seen) == (4 * 9 + 4, 9)
    assert own.multiplications == 4 * 9 * 36


@pytest.mark.parametrize("groups", [1, 2])
def test_that_torch_counts_as_many_parameters_in_a_transposed_one(groups: int) -> None:
    theirs = torch.nn.ConvTranspose2d(4, 6, 3, stride=2, groups=groups)
    ours = TransposedConvolution(
        np.zeros((4, 5, 7)),
        np.zeros((4, 6 // groups, 3, 3)),
        TransposedSpec(kernel=(3, 3), stride=(2, 2), groups=groups),
        np.zeros(6),
    )

    own = ours.cost()
    assert own.parameters == sum(each.numel() for each in theirs.parameters())
    assert own.outputs == theirs(torch.zeros(1, 4, 5, 7)).numel()
    # 35 input numbers of each channel, each times the 9 cells of its kernels.
    assert own.multiplications == 4 * 35 * (6 // groups) * 9


@pytest.mark.parametrize(
    ("kernel", "stride", "dilation", "seen"),
    [(3, 2, 1, 4), (3, 1, 1, 9), (4, 2, 1, 4), (2, 3, 1, 1), (3, 2, 2, 9)],
)
def test_that_an_output_of_a_transposed_one_sees_what_torch_says(
    kernel: int, stride: int, dilation: int, seen: int
) -> None:
    spec = TransposedSpec(
        kernel=(kernel, kernel), stride=(stride, stride), dilation=(dilation, dilation)
    )
    ours = TransposedConvolution(
        np.zeros((1, 6, 6)), np.zeros((1, 1, kernel, kernel)), spec
    )
    picture = torch.zeros(1, 1, 6, 6, requires_grad=True)
    out = torch.nn.functional.conv_transpose2d(
        picture, torch.ones(1, 1, kernel, kernel), stride=stride, dilation=dilation
    )
    most = 0
    for cell in out.flatten():
        (gradient,) = torch.autograd.grad(cell, picture, retain_graph=True)
        most = max(most, int(gradient.count_nonzero()))

    assert ours.cost().seen == most == seen


@pytest.mark.parametrize("kind", ["max", "min", "average", "sum"])
def test_that_a_pooling_learns_nothing_and_multiplies_nothing(kind: PoolKind) -> None:
    pooling = Pooling(np.zeros((6, 28, 28)), PoolSpec(kind=kind, size=(2, 2)))
    own = pooling.cost()
    work = 3 * 6 * prod((14, 14))

    assert (own.parameters, own.multiplications, own.seen) == (0, 0, 4)
    chooses = kind in ("max", "min")
    assert (own.comparisons, own.additions) == ((work, 0) if chooses else (0, work))
    assert equal_size(pooling.cost()).parameters == (6 * 28 * 28) * (6 * 14 * 14)


def test_that_a_signal_is_one_kernel_along_one_row() -> None:
    signal = SignalConvolution(np.zeros(16), np.zeros(3), SignalSpec())
    own = signal.cost()

    assert (own.parameters, own.multiplications) == (3, 42)
    assert equal_size(signal.cost()).parameters == 16 * 14


def test_that_the_bias_of_a_signals_kernel_is_a_parameter() -> None:
    bias = np.zeros(1)
    signal = SignalConvolution(np.zeros(16), np.zeros(3), SignalSpec(), bias)

    assert signal.cost().parameters == 4
    assert equal_size(signal.cost()).parameters == 16 * 14 + 14
