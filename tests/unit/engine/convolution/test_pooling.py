"""Pooling, whole and step by step, against torch and published figures."""

import tracemalloc
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from cnnviz.engine.convolution import pooling
from cnnviz.engine.convolution.operations import Pooling
from cnnviz.engine.convolution.pooling import global_pool, pool, pooled_size
from cnnviz.engine.convolution.spec import PoolKind, PoolSpec
from cnnviz.engine.errors import CnnvizError

FIGURE = np.array([[[3, 3, 2, 1, 0], [0, 0, 1, 3, 1], [3, 1, 2, 2, 3], [2, 0, 0, 2, 2], [2, 0, 0, 0, 1]]])  # fmt: skip


def test_that_the_published_max_pooling_comes_out() -> None:
    result = pool(FIGURE, PoolSpec(kind="max", size=(3, 3), stride=(1, 1)))
    assert result.dtype == np.float32
    assert result.tolist() == [[[3, 3, 3], [3, 3, 3], [3, 2, 3]]]


def test_that_the_published_average_pooling_comes_out() -> None:
    result = pool(FIGURE, PoolSpec(kind="average", size=(3, 3), stride=(1, 1)))
    published = [[1.7, 1.7, 1.7], [1.0, 1.2, 1.8], [1.1, 0.8, 1.3]]
    np.testing.assert_allclose(result[0], published, atol=0.05)


def test_that_lenets_pooling_halves_its_maps() -> None:
    assert pooled_size(PoolSpec(size=(2, 2)), (28, 28)) == (14, 14)
    assert pooled_size(PoolSpec(size=(2, 2)), (24, 24)) == (12, 12)


def test_that_a_picture_of_odd_height_loses_its_last_row() -> None:
    assert pooled_size(PoolSpec(size=(2, 2)), (5, 6)) == (2, 3)


@st.composite
def problems(draw: st.DrawFn) -> tuple[NDArray[np.int64], PoolSpec]:
    height, width = draw(st.integers(1, 13)), draw(st.integers(1, 13))
    kh, kw = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    padding = draw(st.integers(0, kh // 2)), draw(st.integers(0, kw // 2))
    assume(kh <= height + 2 * padding[0] and kw <= width + 2 * padding[1])
    spec = PoolSpec(
        kind=draw(st.sampled_from(["max", "average", "sum", "min"])),
        size=(kh, kw),
        stride=draw(
            st.none() | st.tuples(st.integers(1, 4), st.integers(1, 4)),
        ),
        padding=padding,
        counts_padding=draw(st.booleans()),
    )
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    return rng.integers(-99, 256, (draw(st.integers(1, 3)), height, width)), spec


def by_torch(picture: NDArray[np.int64], spec: PoolSpec) -> NDArray[np.float32]:
    values = torch.tensor(picture, dtype=torch.float32)[None]
    where: dict[str, Any] = {
        "kernel_size": spec.size,
        "stride": spec.stride,
        "padding": spec.padding,
    }
    if spec.kind == "max":
        result = torch.nn.functional.max_pool2d(values, **where)
    elif spec.kind == "min":
        result = -torch.nn.functional.max_pool2d(-values, **where)
    elif spec.kind == "sum":
        result = torch.nn.functional.avg_pool2d(values, **where, divisor_override=1)
    else:
        result = torch.nn.functional.avg_pool2d(
            values, **where, count_include_pad=spec.counts_padding
        )
    return np.asarray(result[0].numpy())


@given(problem=problems())
@settings(max_examples=400, deadline=None)
def test_that_any_pooling_equals_that_of_torch(
    problem: tuple[NDArray[np.int64], PoolSpec],
) -> None:
    np.testing.assert_array_equal(pool(*problem), by_torch(*problem))


@given(problem=problems())
@settings(max_examples=60, deadline=None)
def test_that_all_steps_together_are_the_whole(
    problem: tuple[NDArray[np.int64], PoolSpec],
) -> None:
    picture, spec = problem
    whole = pool(picture, spec)
    steps = [
        Pooling(picture, spec).step_at(row, col, channel).total
        for channel, row, col in np.ndindex(whole.shape)
    ]
    np.testing.assert_array_equal(np.float32(steps).reshape(whole.shape), whole)


@given(problem=problems())
@settings(max_examples=60, deadline=None)
def test_that_the_winner_is_the_cell_that_torch_names(
    problem: tuple[NDArray[np.int64], PoolSpec],
) -> None:
    picture, spec = problem
    assume(spec.kind == "max")
    _, indices = torch.nn.functional.max_pool2d(
        torch.tensor(picture, dtype=torch.float32)[None],
        spec.size,
        spec.stride,
        spec.padding,
        return_indices=True,
    )
    for channel, row, col in np.ndindex(tuple(indices.shape[1:])):
        step = Pooling(picture, spec).step_at(row, col, channel)
        assert step.winner is not None
        place = (step.top + step.winner[0]) * picture.shape[2] + (
            step.left + step.winner[1]
        )
        assert place == indices[0, channel, row, col]


@pytest.mark.parametrize("kind", ["max", "average", "sum", "min"])
def test_that_global_pooling_leaves_one_number_a_channel(kind: PoolKind) -> None:
    picture = np.random.default_rng(1).integers(0, 256, (3, 30, 47))
    result = pool(picture, global_pool(kind, (30, 47)))
    functions: dict[PoolKind, Any] = {
        "max": np.max,
        "average": np.mean,
        "sum": np.sum,
        "min": np.min,
    }
    expected = functions[kind](picture, axis=(1, 2))
    assert result.shape == (3, 1, 1)
    assert result[:, 0, 0].tolist() == np.float32(expected).tolist()


def test_that_the_mean_of_many_equal_cells_is_that_cell() -> None:
    # In float32 the sum of 4 million cells no longer grows by ones.
    picture = np.full((1, 2048, 2048), 255, np.uint8)
    assert pool(picture, global_pool("average", (2048, 2048))).item() == 255


def test_that_padding_never_wins() -> None:
    dark = np.full((1, 2, 2), -7)
    spec = PoolSpec(size=(2, 2), stride=(1, 1), padding=(1, 1))
    assert (pool(dark, spec) == -7).all()
    step = Pooling(dark, spec).step_at(0, 0, 0)
    assert step.window_hw.tolist() == [[-np.inf, -np.inf], [-np.inf, -7]]
    assert step.inside_hw.tolist() == [[False, False], [False, True]]
    assert step.winner == (1, 1)


def test_that_a_mean_says_what_it_divided() -> None:
    spec = PoolSpec(kind="average", size=(2, 2), padding=(1, 1), counts_padding=False)
    step = Pooling(np.array([[[6, 2], [1, 1]]]), spec).step_at(0, 0, 0)
    assert (step.top, step.left, step.winner) == (-1, -1, None)
    assert (step.sum, step.spec.divisor(step.counted), step.total) == (6, 1, 6)


def test_that_the_size_of_the_blocks_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    picture = np.random.default_rng(5).integers(0, 256, (2, 23, 17))
    for kind in ("max", "average"):
        spec = PoolSpec(kind=kind, size=(3, 4), stride=(2, 1), padding=(1, 2))
        whole = pool(picture, spec)
        monkeypatch.setattr(pooling, "_BLOCK_CELLS", 40)
        np.testing.assert_array_equal(pool(picture, spec), whole)
        monkeypatch.undo()


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"kind": "median", "size": (2, 2)}, "pool_unknown"),
        ({"size": (0, 2)}, "pool_size_too_small"),
        ({"size": (2, 2), "stride": (1, 0)}, "stride_too_small"),
        ({"size": (2, 2), "padding": (0, -1)}, "padding_negative"),
        ({"size": (3, 3), "padding": (2, 0)}, "pool_padding_too_large"),
        ({"size": (6, 1)}, "pool_larger_than_padded_input"),
        ({"size": (10**6, 2), "padding": (5 * 10**5, 0)}, "too_many_cells"),
    ],
)
def test_that_impossible_settings_are_refused(
    settings: dict[str, Any], code: str
) -> None:
    with pytest.raises(CnnvizError) as caught:
        pool(np.zeros((100, 5, 5)), PoolSpec(**settings))
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("row", "col", "channel", "code"),
    [
        (2, 0, 0, "cell_outside_output"),
        (0, -1, 0, "cell_outside_output"),
        (0, 0, 1, "channel_outside_input"),
    ],
)
def test_that_a_step_that_does_not_exist_is_refused(
    row: int, col: int, channel: int, code: str
) -> None:
    with pytest.raises(CnnvizError) as caught:
        Pooling(FIGURE, PoolSpec(size=(2, 2))).step_at(row, col, channel)
    assert caught.value.code == code


def test_that_a_picture_without_channels_is_refused() -> None:
    with pytest.raises(CnnvizError) as caught:
        pool(FIGURE[0], PoolSpec(size=(2, 2)))
    assert caught.value.code == "input_not_chw"


@pytest.mark.parametrize("kind", ["max", "min", "average", "sum"])
@pytest.mark.parametrize("dtype", [np.uint8, np.float32])
def test_that_the_step_of_a_large_window_is_that_of_its_cells(
    kind: PoolKind, dtype: type[np.generic]
) -> None:
    levels = np.random.default_rng(3).integers(0, 200, (1, 90, 80)).astype(dtype)
    spec = PoolSpec(kind=kind, size=(85, 75), stride=(4, 5), padding=(40, 30))
    whole = pool(levels, spec)
    _, height, width = whole.shape

    for row, col in ((0, 0), (height - 1, 0), (height - 1, width - 1), (9, 8)):
        step = Pooling(levels, spec).step_at(row, col, 0)
        window, inside = step.window_hw, step.inside_hw

        assert step.is_large
        assert step.counted == inside.sum()
        assert step.total == pytest.approx(float(whole[0, row, col]), rel=1e-6)
        if step.winner is not None:
            best = window.argmax() if kind == "max" else window.argmin()
            assert step.winner == divmod(int(best), 75)
        for count in (0, 1, 74, 75, 1000, 85 * 75):
            own = np.concatenate([part.ravel() for part in step.first_cells(count)])
            assert (
                own.tolist() == window.ravel()[:count][inside.ravel()[:count]].tolist()
            )


def test_that_a_global_step_copies_nothing_of_the_picture() -> None:
    levels = np.zeros((1, 1024, 1024), np.uint8)
    tracemalloc.start()

    Pooling(levels, global_pool("average", (1024, 1024))).step_at(0, 0, 0)

    assert tracemalloc.get_traced_memory()[1] < 100_000
    tracemalloc.stop()
