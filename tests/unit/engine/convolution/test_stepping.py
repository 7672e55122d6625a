"""Everything behind one number of the result."""

import numpy as np
import pytest

from cnnviz.engine.convolution.operations import Convolution
from cnnviz.engine.convolution.spec import ConvSpec, PaddingMode
from cnnviz.engine.errors import CnnvizError

PICTURE = np.arange(1, 10).reshape(1, 3, 3)


def test_that_a_step_in_the_corner_shows_the_padding_as_zeros() -> None:
    spec = ConvSpec(kernel=(3, 3), padding=(1, 1))
    step = Convolution(PICTURE, np.ones((1, 1, 3, 3)), spec).step_at(0, 0, 0)
    assert (step.top, step.left) == (-1, -1)
    assert step.window_chw.tolist() == [[[0, 0, 0], [0, 1, 2], [0, 4, 5]]]
    assert step.total == 12


def test_that_a_window_wholly_in_the_padding_sums_to_the_bias() -> None:
    spec = ConvSpec(kernel=(2, 2), padding=(5, 5))
    step = Convolution(PICTURE, np.ones((1, 1, 2, 2)), spec, np.array([1.5])).step_at(
        0, 0, 0
    )
    assert not step.window_chw.any()
    assert (step.bias, step.total) == (1.5, 1.5)


def test_that_dilation_skips_cells() -> None:
    spec = ConvSpec(kernel=(2, 2), dilation=(2, 2))
    step = Convolution(PICTURE, np.ones((1, 1, 2, 2)), spec).step_at(0, 0, 0)
    assert step.window_chw.tolist() == [[[1, 3], [7, 9]]]


def test_that_stride_moves_the_window_by_more_than_one_cell() -> None:
    spec = ConvSpec(kernel=(1, 1), stride=(2, 1))
    step = Convolution(PICTURE, np.ones((1, 1, 1, 1)), spec).step_at(1, 2, 0)
    assert (step.top, step.left, step.total) == (2, 2, 9)


def test_that_a_turned_kernel_is_shown_as_it_is_laid_on() -> None:
    spec = ConvSpec(kernel=(1, 2), flip=True)
    step = Convolution(PICTURE, np.array([[[[10, 1]]]]), spec).step_at(0, 0, 0)
    assert step.kernel_chw.tolist() == [[[1, 10]]]
    assert step.products_chw.tolist() == [[[1, 20]]]


def test_that_each_channel_has_its_own_sum() -> None:
    picture = np.stack([PICTURE[0], 10 * PICTURE[0]])
    kernels = np.zeros((2, 2, 1, 1))
    kernels[1] = [[[2]], [[3]]]
    step = Convolution(picture, kernels, ConvSpec(kernel=(1, 1))).step_at(0, 1, 1)
    assert step.channel_sums_c.tolist() == [4, 60]
    assert (step.output_channel, step.total) == (1, 64)


def test_that_a_step_does_not_share_memory_with_the_picture() -> None:
    picture = np.ones((1, 3, 3), np.float32)
    step = Convolution(picture, np.ones((1, 1, 2, 2)), ConvSpec(kernel=(2, 2))).step_at(
        0, 0, 0
    )
    assert not np.shares_memory(step.window_chw, picture)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("reflect", [[5, 4, 5], [2, 1, 2], [5, 4, 5]]),
        ("replicate", [[1, 1, 2], [1, 1, 2], [4, 4, 5]]),
        ("circular", [[9, 7, 8], [3, 1, 2], [6, 4, 5]]),
    ],
)
def test_that_a_step_in_the_corner_shows_what_lies_around(
    mode: PaddingMode, expected: list[list[int]]
) -> None:
    spec = ConvSpec(kernel=(3, 3), padding=(1, 1), padding_mode=mode)
    step = Convolution(PICTURE, np.ones((1, 1, 3, 3)), spec).step_at(0, 0, 0)
    assert step.window_chw.tolist() == [expected]


def test_that_a_step_sees_the_channels_of_its_group_only() -> None:
    picture = np.concatenate([PICTURE, 10 * PICTURE, 100 * PICTURE, 1000 * PICTURE])
    spec = ConvSpec(kernel=(1, 1), groups=2)
    step = Convolution(picture, np.ones((4, 2, 1, 1)), spec).step_at(0, 1, 3)
    assert step.first_channel == 2
    assert step.window_chw.ravel().tolist() == [200, 2000]


@pytest.mark.parametrize(
    ("row", "col", "channel", "code"),
    [
        (2, 0, 0, "cell_outside_output"),
        (0, -1, 0, "cell_outside_output"),
        (0, 0, 1, "output_channel_outside"),
        (0, 0, -1, "output_channel_outside"),
    ],
)
def test_that_a_cell_that_does_not_exist_is_refused(
    row: int, col: int, channel: int, code: str
) -> None:
    convolution = Convolution(PICTURE, np.ones((1, 1, 2, 2)), ConvSpec(kernel=(2, 2)))
    with pytest.raises(CnnvizError) as caught:
        convolution.step_at(row, col, channel)
    assert caught.value.code == code
