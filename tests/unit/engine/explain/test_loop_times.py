"""The loops on the screen are timed by running them, and compute the same."""

import numpy as np
import pytest
import torch

from cnnviz.engine.convolution.operations import (
    Convolution,
    Operation,
    Pooling,
    SignalConvolution,
    TransposedConvolution,
)
from cnnviz.engine.convolution.spec import (
    ConvSpec,
    PoolSpec,
    SignalSpec,
    TransposedSpec,
)
from cnnviz.engine.explain import loop_times as timing
from cnnviz.engine.explain.loop_times import loop_times

RNG = np.random.default_rng(0)
PICTURE = RNG.integers(0, 256, (3, 12, 10), np.uint8)
KERNELS = RNG.normal(size=(2, 3, 3, 3)).astype(np.float32)
OPERATIONS: dict[str, Operation] = {
    "convolution": Convolution(
        PICTURE, KERNELS, ConvSpec(kernel=(3, 3), padding="same", stride=(2, 1))
    ),
    "true": Convolution(PICTURE, KERNELS, ConvSpec(kernel=(3, 3), flip=True)),
    "pooling": Pooling(PICTURE, PoolSpec(kind="max", size=(2, 2))),
    "transposed": TransposedConvolution(
        PICTURE, KERNELS.transpose(1, 0, 2, 3), TransposedSpec(kernel=(3, 3))
    ),
    "signal": SignalConvolution(
        RNG.normal(size=9).astype(np.float32),
        np.array([1, 0, -1], np.float32),
        SignalSpec(),
    ),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_that_what_is_timed_computes_the_whole_output(name: str) -> None:
    operation = OPERATIONS[name]
    expected_ohw = operation.compute()
    loops = timing.loops_of(operation, timing.ActivationSpec())
    run, found = timing._function(loops), timing._Output()

    for row in range(expected_ohw.shape[1]):
        run([row], **timing._given(operation, loops, row), output=found)

    several, flat = len(expected_ohw) > 1, loops.is_flat
    for (channel, *cell), expected in np.ndenumerate(expected_ohw):
        number = found[channel] if several else found
        for place in cell[-1:] if flat else cell:
            number = number[place]
        assert number == pytest.approx(expected, rel=1e-4, abs=1e-3)


@pytest.mark.parametrize("name", OPERATIONS)
def test_that_every_way_has_a_time(name: str) -> None:
    times = loop_times(OPERATIONS[name])

    assert min(times.loops_s, times.ours_s, times.torch_s or 1.0) > 0
    assert (times.torch_s is None) == (torch is None)
    assert times.rows_timed == times.rows
    assert not times.is_estimate


def test_that_of_a_large_picture_some_rows_are_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(timing, "_LOOPS_S", 0.0)
    pixels = np.zeros((1, 400, 40), np.uint8)
    operation = Convolution(pixels, KERNELS[:1, :1], ConvSpec(kernel=(3, 3)))

    times = loop_times(operation)

    assert (times.rows_timed, times.rows) == (1, 398)
    assert times.is_estimate
    assert times.multiplications == 398 * 38 * 9


def test_that_it_can_be_broken_off() -> None:
    pixels = np.zeros((1, 400, 40), np.uint8)
    operation = Convolution(pixels, KERNELS[:1, :1], ConvSpec(kernel=(3, 3)))

    assert loop_times(operation, lambda: True).rows_timed == 1
