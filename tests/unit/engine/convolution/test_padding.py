"""What lies around a picture, against torch."""

from typing import Any, get_args

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from cnnviz.engine.convolution.padding import (
    check_cells,
    check_padding,
    fill_padded,
    source_cells,
)
from cnnviz.engine.convolution.shapes import Amounts
from cnnviz.engine.convolution.spec import PaddingMode
from cnnviz.engine.errors import CnnvizError

MODES = get_args(PaddingMode)
small = st.integers(0, 6)


def pad(
    picture: NDArray[Any], amounts: Amounts, mode: PaddingMode = "zeros"
) -> NDArray[np.float32]:
    """Return the picture with cells around it, as a convolution fills them in."""
    channels, height, width = picture.shape
    check_padding(mode, amounts, (height, width))
    padded_hw = (
        amounts.top + height + amounts.bottom,
        amounts.left + width + amounts.right,
    )
    check_cells(channels, *padded_hw)
    padded = np.empty((channels, *padded_hw), np.float32)
    for channel_hw, padded_channel_hw in zip(picture, padded, strict=True):
        fill_padded(padded_channel_hw, channel_hw, amounts, mode)
    return padded


def by_torch(
    picture: NDArray[Any], amounts: Amounts, mode: PaddingMode
) -> NDArray[np.float32]:
    result = torch.nn.functional.pad(
        torch.tensor(picture, dtype=torch.float32)[None],
        (amounts.left, amounts.right, amounts.top, amounts.bottom),
        mode="constant" if mode == "zeros" else mode,
    )
    return np.asarray(result[0].numpy())


@given(
    height=st.integers(1, 6),
    width=st.integers(1, 6),
    amounts=st.builds(Amounts, top=small, bottom=small, left=small, right=small),
    mode=st.sampled_from(MODES),
)
@settings(max_examples=400, deadline=None)
def test_that_every_mode_pads_as_torch_does_and_refuses_what_torch_refuses(
    height: int, width: int, amounts: Amounts, mode: PaddingMode
) -> None:
    picture = np.arange(2 * height * width).reshape(2, height, width)
    try:
        check_padding(mode, amounts, (height, width))
    except CnnvizError:
        with pytest.raises(RuntimeError):
            by_torch(picture, amounts, mode)
        return
    padded = pad(picture, amounts, mode)
    assert padded.dtype == np.float32
    np.testing.assert_array_equal(padded, by_torch(picture, amounts, mode))


@given(
    size=st.integers(1, 7),
    before=small,
    after=small,
    step=st.integers(1, 3),
    mode=st.sampled_from(MODES),
)
@settings(max_examples=200, deadline=None)
def test_that_a_window_knows_where_its_cells_come_from(
    size: int, before: int, after: int, step: int, mode: PaddingMode
) -> None:
    most = {"reflect": size - 1, "circular": size}.get(mode, 99)
    assume(before <= most and after <= most)
    picture = np.arange(1, size + 1).reshape(1, 1, size)
    padded = pad(picture, Amounts(0, 0, before, after), mode)[0, 0, ::step]
    cells = source_cells(-before, step, len(padded), size, mode)
    held = np.where(cells < 0, 0, picture[0, 0, cells])
    assert held.tolist() == padded.tolist()


@pytest.mark.parametrize(
    ("mode", "amounts", "code"),
    [
        ("reflect", Amounts(3, 0, 0, 0), "padding_beyond_reflection"),
        ("reflect", Amounts(0, 0, 0, 5), "padding_beyond_reflection"),
        ("circular", Amounts(0, 4, 0, 0), "padding_beyond_circle"),
        ("replicate", Amounts(0, 10**9, 0, 0), "too_many_cells"),
    ],
)
def test_that_more_than_the_picture_can_give_is_refused_with_the_numbers(
    mode: PaddingMode, amounts: Amounts, code: str
) -> None:
    with pytest.raises(CnnvizError) as caught:
        pad(np.zeros((1, 3, 5)), amounts, mode)
    assert caught.value.code == code


def test_that_padding_surrounds_the_picture_with_zeros() -> None:
    padded = pad(np.full((2, 1, 1), 7, np.uint8), Amounts(1, 0, 0, 2))
    assert padded.tolist() == [[[0, 0, 0], [7, 0, 0]]] * 2
    assert padded.dtype == np.float32
