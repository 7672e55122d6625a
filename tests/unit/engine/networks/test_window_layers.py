"""Layers whose windows move over maps, against torch.

Where torch knows the layer, its own function is asked once more, by hand, so that a
module of ours is not its own witness.
"""

from math import prod
from typing import TYPE_CHECKING, Any, get_args

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from torch import Tensor
from torch.nn import functional

from cnnviz.engine.convolution.spec import PoolKind
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers import (
    Conv2d,
    GlobalPool2d,
    Pool2d,
    Subsampling,
)
from tests.helpers.torch_oracle import around, assert_close, compared_with_torch

if TYPE_CHECKING:
    from collections.abc import Callable

SIDE = st.integers(1, 9)
PAIR = st.tuples(st.integers(1, 3), st.integers(1, 3))
QUICK = settings(max_examples=60, deadline=None)


@st.composite
def convolutions(draw: st.DrawFn) -> tuple[Conv2d, tuple[int, int, int]]:
    groups = draw(st.sampled_from([1, 1, 2, 3]))
    channels = groups * draw(st.integers(1, 2))
    height, width = draw(SIDE), draw(SIDE)
    padding = draw(
        st.one_of(
            st.sampled_from(["same", "valid", "full"]),
            st.tuples(st.integers(0, 2), st.integers(0, 2)),
            st.tuples(*[st.integers(0, 2)] * 4),
        )
    )
    layer = Conv2d(
        name="conv",
        channels=groups * draw(st.integers(1, 3)),
        kernel=draw(PAIR),
        stride=draw(PAIR),
        dilation=draw(PAIR),
        padding=padding,
        padding_mode=draw(
            st.sampled_from(["zeros", "reflect", "replicate", "circular"])
        ),
        groups=groups,
        bias=draw(st.booleans()),
    )
    return layer, (channels, height, width)


@QUICK
@given(convolutions())
def test_that_a_convolution_is_torchs(
    drawn: tuple[Conv2d, tuple[int, int, int]],
) -> None:
    layer, input_chw = drawn
    try:
        layer.output_shape([input_chw])
    except CnnvizError:
        assume(False)
    compared_with_torch(around(layer, input_chw=input_chw))


@pytest.mark.parametrize("mode", ["zeros", "reflect", "replicate", "circular"])
@pytest.mark.parametrize("size", [(7, 8), (8, 7)])
def test_that_same_has_its_odd_row_and_column_at_the_end(
    mode: str, size: tuple[int, int]
) -> None:
    layer = Conv2d(
        name="conv", channels=2, kernel=(2, 4), stride=(2, 1), padding="same",
        padding_mode=mode,  # type: ignore[arg-type]
    )  # fmt: skip
    batch, found, weights = compared_with_torch(around(layer, input_chw=(3, *size)))
    assert found.shape[2:] == (-(-size[0] // 2), size[1])
    bottom = 1 if size[0] % 2 else 0  # a window of 2, two apart
    torch_mode = {"zeros": "constant"}.get(mode, mode)
    wide = functional.pad(torch.tensor(batch), (1, 2, 0, bottom), torch_mode)
    kernels, bias = (torch.tensor(weights[f"conv.{n}"]) for n in ("weight", "bias"))
    assert_close(functional.conv2d(wide, kernels, bias, stride=(2, 1)), found)


@QUICK
@given(
    table=st.lists(
        st.lists(st.integers(0, 3), min_size=1, max_size=4, unique=True),
        min_size=1,
        max_size=4,
    ),
    kernel=PAIR,
    padding=st.sampled_from(["same", (0, 0), (1, 2)]),
)
def test_that_a_table_of_connections_leaves_out_the_other_maps(
    table: list[list[int]], kernel: tuple[int, int], padding: Any
) -> None:
    layer = Conv2d(
        name="c3",
        channels=len(table),
        kernel=kernel,
        padding=padding,
        connections_table=tuple(map(tuple, table)),
    )
    batch, found, weights = compared_with_torch(around(layer, input_chw=(4, 5, 6)))
    of_connections = iter(weights["c3.weight"])
    whole = np.zeros((len(table), 4, *kernel), np.float32)
    for output, row in enumerate(table):
        for channel in row:
            whole[output, channel] = next(of_connections)
    plain = Conv2d(name="c3", channels=len(table), kernel=kernel, padding=padding)
    expected = ForwardPass(
        around(plain, input_chw=(4, 5, 6)),
        {"c3.weight": whole, "c3.bias": weights["c3.bias"]},
    ).last(batch)
    np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-5)


@QUICK
@given(
    kind=st.sampled_from(get_args(PoolKind)),
    kernel=PAIR,
    stride=PAIR,
    share=st.tuples(st.integers(0, 1), st.integers(0, 1)),
    ceil_mode=st.booleans(),
    counts_padding=st.booleans(),
    size=st.tuples(SIDE, SIDE),
)
def test_that_a_pooling_is_torchs(
    kind: PoolKind,
    kernel: tuple[int, int],
    stride: tuple[int, int],
    share: tuple[int, int],
    ceil_mode: bool,
    counts_padding: bool,
    size: tuple[int, int],
) -> None:
    padding = (min(share[0], kernel[0] // 2), min(share[1], kernel[1] // 2))
    layer = Pool2d(
        name="pool",
        kind=kind,
        kernel=kernel,
        stride=stride,
        padding=padding,
        ceil_mode=ceil_mode,
        counts_padding=counts_padding,
    )
    try:
        layer.output_shape([(2, *size)])
    except CnnvizError:
        with pytest.raises(RuntimeError):
            functional.max_pool2d(
                torch.zeros(1, 2, *size), kernel, stride, padding, ceil_mode=ceil_mode
            )
        return
    batch, found, _ = compared_with_torch(around(layer, input_chw=(2, *size)))
    maps = torch.tensor(batch)
    usual: dict[PoolKind, Callable[[], Tensor]] = {
        "max": lambda: functional.max_pool2d(
            maps, kernel, stride, padding, ceil_mode=ceil_mode
        ),
        "min": lambda: (
            -functional.max_pool2d(-maps, kernel, stride, padding, ceil_mode=ceil_mode)
        ),
        "average": lambda: functional.avg_pool2d(
            maps, kernel, stride, padding, ceil_mode, counts_padding
        ),
        "sum": lambda: functional.avg_pool2d(
            maps, kernel, stride, padding, ceil_mode, divisor_override=1
        ),
    }
    assert_close(usual[kind](), found)


@QUICK
@given(
    kind=st.sampled_from(get_args(PoolKind)),
    kernel=PAIR,
    stride=PAIR,
    size=st.tuples(SIDE, SIDE),
)
def test_that_same_pooling_takes_the_cells_of_the_picture_only(
    kind: PoolKind,
    kernel: tuple[int, int],
    stride: tuple[int, int],
    size: tuple[int, int],
) -> None:
    layer = Pool2d(name="pool", kind=kind, kernel=kernel, stride=stride, padding="same")
    batch, found, _ = compared_with_torch(around(layer, input_chw=(1, *size)))
    assert found.shape[2:] == tuple(
        -(-n // s) for n, s in zip(size, stride, strict=True)
    )
    functions = {"max": np.max, "min": np.min, "sum": np.sum, "average": np.mean}
    before = [
        max((-(-n // s) - 1) * s + k - n, 0) // 2
        for n, s, k in zip(size, stride, kernel, strict=True)
    ]
    for row, column in np.ndindex(found.shape[2:]):
        top, left = row * stride[0] - before[0], column * stride[1] - before[1]
        window = batch[
            0, 0, max(top, 0) : top + kernel[0], max(left, 0) : left + kernel[1]
        ]
        assert found[0, 0, row, column] == pytest.approx(
            functions[kind](window), rel=1e-4, abs=1e-5
        )


@pytest.mark.parametrize("kind", get_args(PoolKind))
def test_that_global_pooling_leaves_one_number_a_map(kind: PoolKind) -> None:
    batch, found, _ = compared_with_torch(
        around(GlobalPool2d(name="all", kind=kind), input_chw=(3, 4, 5))
    )
    functions = {"max": np.max, "min": np.min, "sum": np.sum, "average": np.mean}
    expected = functions[kind](batch, axis=(2, 3), keepdims=True)
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("kind", ["sum", "average"])
@pytest.mark.parametrize("kernel", [(2, 2), (1, 3)])
def test_that_subsampling_scales_and_shifts_each_map(
    kind: Any, kernel: tuple[int, int]
) -> None:
    layer = Subsampling(name="s2", kind=kind, kernel=kernel, stride=(2, 1))
    batch, found, weights = compared_with_torch(around(layer, input_chw=(3, 6, 5)))
    pooled = functional.avg_pool2d(torch.tensor(batch), kernel, (2, 1)).numpy()
    if kind == "sum":
        pooled = pooled * prod(kernel)
    scale, bias = weights["s2.weight"], weights["s2.bias"]
    expected = pooled * scale[:, None, None] + bias[:, None, None]
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-5)


def test_that_a_batch_too_large_for_the_cache_says_what_its_pictures_say() -> None:
    # 400 x 900 cells of columns a picture: a few pictures are computed at a time.
    network = around(
        Conv2d(name="conv", channels=3, kernel=(5, 5), padding="same"),
        input_chw=(16, 30, 30),
    )
    batch, found, weights = compared_with_torch(network, count=7)
    forward = ForwardPass(network, weights)
    for picture, expected in zip(batch, found, strict=True):
        np.testing.assert_allclose(
            forward.last(picture[np.newaxis])[0], expected, rtol=1e-5, atol=1e-5
        )
