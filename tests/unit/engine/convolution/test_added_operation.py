"""An operation in a package of its own does all that the known ones do."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from cnnviz.engine.animation.frame_text import story, title_parts
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.settings import AnimationSettings
from cnnviz.engine.animation.writer import write_animation
from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.code.execution import LoopStates
from cnnviz.engine.convolution.code.loops import loops_of
from cnnviz.engine.convolution.code.script import script_of
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
from cnnviz.engine.convolution.walk import Walk, go_to
from tests.helpers.median.operation import Median

PICTURE = np.random.default_rng(3).integers(0, 90, (2, 6, 7)).astype(np.float32)
KERNELS = np.random.default_rng(4).normal(size=(2, 2, 2, 3)).astype(np.float32)

OPERATIONS: tuple[Operation, ...] = (
    Convolution(PICTURE, KERNELS, ConvSpec(kernel=(2, 3), padding=(1, 1))),
    TransposedConvolution(
        PICTURE, KERNELS, TransposedSpec(kernel=(2, 3), stride=(2, 2))
    ),
    Pooling(PICTURE, PoolSpec(kind="average", size=(2, 2), padding=(1, 1))),
    SignalConvolution(PICTURE[0, 0], KERNELS[0, 0, 0], SignalSpec(padding="same")),
    Median(PICTURE, (3, 3)),
)
by_key = pytest.mark.parametrize(
    "operation", OPERATIONS, ids=lambda operation: operation.traits.key
)


def test_that_the_median_is_that_of_torch() -> None:
    windows = torch.from_numpy(PICTURE).unfold(1, 3, 1).unfold(2, 3, 1)
    expected = windows.flatten(3).median(-1).values.numpy()

    assert np.array_equal(Median(PICTURE).compute(), expected)


@by_key
def test_that_each_step_makes_the_number_of_the_whole(operation: Operation) -> None:
    whole = operation.compute()
    for channel in range(operation.outputs):
        walk = Walk(operation, output_channel=channel)
        for position in range(walk.steps):
            step, cell = go_to(walk, position).step, divmod(position, walk.output_hw[1])
            assert (step.row, step.col) == cell
            assert step.total == pytest.approx(float(whole[channel][cell]), rel=1e-4)
            assert (step.top, step.left) == walk.geometry.corner(*cell)
            assert step.window_chw.shape == (step.channels, *walk.geometry.kernel)


@by_key
def test_that_the_written_sum_comes_to_the_number(operation: Operation) -> None:
    walk = Walk(operation)
    for position in range(walk.steps):
        step = go_to(walk, position).step
        written = operation.expression(step)
        added = sum(part.total for part in written.parts)
        made = added / (written.divisor or 1) + (written.bias or 0)
        assert made == pytest.approx(step.total, rel=1e-5, abs=1e-6)
        for part in written.parts:
            if part.weights_hw is not None:
                products = (part.values_hw * part.weights_hw).sum()
                assert products == pytest.approx(part.total, rel=1e-4, abs=1e-4)
            elif part.winner is not None:
                assert part.values_hw[part.winner] == part.total


@by_key
def test_that_the_copied_program_agrees_with_the_screen_and_with_torch(
    operation: Operation,
) -> None:
    walk = go_to(Walk(operation, ActivationSpec(kind="relu")), 3)

    ran = subprocess.run(
        [sys.executable, "-c", script_of(walk)],
        capture_output=True,
        text=True,
        check=True,
    )

    first, *_, last = ran.stdout.splitlines()
    assert float(first.rpartition("= ")[2]) == pytest.approx(
        walk.outcome.output, rel=1e-4, abs=1e-4
    )
    assert last == "PyTorch computes the same."


@by_key
def test_that_the_loops_end_at_the_number_of_the_step(operation: Operation) -> None:
    walk = go_to(Walk(operation), 4)
    loops = loops_of(operation, walk.activation)
    moments = LoopStates(loops, walk, walk.step, walk.outcome)

    last = moments.at(moments.count - 1)

    assert last.result == pytest.approx(walk.outcome.output, rel=1e-5)
    assert moments.additions == walk.step.window_chw.size


@by_key
def test_that_an_animation_is_written(operation: Operation, tmp_path: Path) -> None:
    file = tmp_path / "animation.gif"
    settings = AnimationSettings(width=480, last=4)

    made = write_animation(file, Walk(operation), settings)

    with Image.open(file) as animation:
        assert (animation.n_frames, animation.size) == (5, made.size)


def test_that_a_frame_of_an_added_operation_has_its_words() -> None:
    picture = np.array([[[1, 8, 3], [4, 5, 6], [7, 2, 9]]], np.float32)
    walk = Walk(Median(picture))

    told = story(walk, AnimationLabels())

    assert told.sum_text == "median(1, 8, 3, 4, 5, 6, 7, 2, 9) = 5"
    assert (
        ", ".join(title_parts(walk.operation, AnimationLabels()))
        == "median: 3 × 3, stride 1"
    )
    assert walk.operation.size_formulas().rows.endswith("= 1")
