"""Long work is broken off when nobody waits for it any more."""

from collections.abc import Callable

import numpy as np
import pytest

from cnnviz.engine.convolution.operations import (
    Convolution,
    Operation,
    Pooling,
    TransposedConvolution,
)
from cnnviz.engine.convolution.row_blocks import Cancelled
from cnnviz.engine.convolution.spec import ConvSpec, PoolSpec, TransposedSpec

NOISE = np.random.default_rng(0).random((1, 600, 700), np.float32)
KERNEL = np.random.default_rng(1).normal(size=(1, 1, 5, 5)).astype(np.float32)
OPERATIONS = {
    "convolution": Convolution(NOISE, KERNEL, ConvSpec(kernel=(5, 5))),
    "transposed": TransposedConvolution(NOISE, KERNEL, TransposedSpec(kernel=(5, 5))),
    "pooling": Pooling(NOISE, PoolSpec(size=(3, 3), stride=(1, 1))),
}


def after(calls: int) -> Callable[[], bool]:
    """Return a question that is answered with yes from a certain call on."""
    asked = 0

    def is_cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > calls

    return is_cancelled


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("calls", [0, 1, 2])
def test_that_an_operation_is_broken_off(name: str, calls: int) -> None:
    operation: Operation = OPERATIONS[name]

    with pytest.raises(Cancelled):
        operation.compute(0, after(calls))


@pytest.mark.parametrize("name", OPERATIONS)
def test_that_asking_changes_nothing(name: str) -> None:
    operation: Operation = OPERATIONS[name]

    np.testing.assert_array_equal(
        operation.compute(0, lambda: False), operation.compute(None)
    )
