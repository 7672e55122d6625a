"""What a frame says: its numbers are those of the engine."""

import re

import numpy as np
import pytest

from cnnviz.engine.animation import cells
from cnnviz.engine.animation.animation import animation_of
from cnnviz.engine.animation.frame_text import story, title_parts
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.settings import AnimationSettings
from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.operations import (
    Convolution,
    Operation,
    Pooling,
    SignalConvolution,
    TransposedConvolution,
)
from cnnviz.engine.convolution.pooling import global_pool
from cnnviz.engine.convolution.spec import (
    ConvSpec,
    PoolKind,
    PoolSpec,
    SignalSpec,
    TransposedSpec,
)
from cnnviz.engine.convolution.walk import Walk, go_to

RANDOM = np.random.default_rng(7)
GREY = RANDOM.integers(0, 256, (1, 6, 7), dtype=np.uint8)
RGB = RANDOM.integers(0, 256, (3, 6, 7), dtype=np.uint8)
KERNEL = RANDOM.integers(-3, 4, (2, 1, 3, 3)).astype(np.float32)
WORDS = AnimationLabels()

OPERATIONS: dict[str, Operation] = {
    "convolution": Convolution(GREY, KERNEL, ConvSpec(kernel=(3, 3), padding=(1, 1))),
    "transposed": TransposedConvolution(
        GREY, KERNEL[:1], TransposedSpec(kernel=(3, 3), stride=(2, 2))
    ),
    "max": Pooling(GREY, PoolSpec(size=(2, 3), padding=(1, 1))),
    "min": Pooling(GREY, PoolSpec(kind="min", size=(2, 2))),
    "sum": Pooling(GREY, PoolSpec(kind="sum", size=(2, 2))),
    "mean": Pooling(GREY, PoolSpec(kind="average", size=(2, 2), padding=(1, 1))),
    "signal": SignalConvolution(
        np.array([1.0, -2, 3, 4]), np.array([1.0, 0, -1]), SignalSpec(padding="full")
    ),
}


def calculated(text: str) -> tuple[float, float]:
    """Return what the written sum comes to, and what stands after its last equals."""
    plain = text.replace("−", "-").replace("×", "*")
    left, right = plain.rsplit(" = ", 1)
    names = {"max": max, "min": min}
    return eval(left, {"__builtins__": names}), float(right)


@pytest.mark.parametrize("name", OPERATIONS)
def test_that_the_written_sum_comes_to_the_number_of_the_engine(name: str) -> None:
    walk = Walk(OPERATIONS[name])
    for position in range(walk.steps):
        here = go_to(walk, position)
        made, said = calculated(story(here, WORDS).sum_text)
        assert made == pytest.approx(here.outcome.total, rel=1e-5)
        assert said == pytest.approx(here.outcome.total, rel=1e-5)


def test_that_bias_and_activation_follow_the_sum() -> None:
    operation = Convolution(
        GREY, -np.ones((1, 1, 1, 1)), ConvSpec(kernel=(1, 1)), np.array([-2.0])
    )
    walk = Walk(operation, ActivationSpec(kind="relu"))
    level = int(GREY[0, 0, 0])
    assert story(walk, WORDS).sum_text == (
        f"{level}×(−1) + bias (−2) = −{level + 2} → ReLU → 0"
    )


def test_that_bias_and_activation_follow_the_sum_along_a_signal() -> None:
    operation = SignalConvolution(
        np.array([1.0, 3]), np.array([2.0, -1]), SignalSpec(), np.array([-0.5])
    )
    walk = Walk(operation, ActivationSpec(kind="leaky_relu", slope=0.1))
    assert story(walk, WORDS).sum_text == (
        "1×2 + 3×(−1) + bias (−0.5) = −1.5 → leaky ReLU → −0.15"
    )


def test_that_colours_are_summed_one_by_one_and_put_together() -> None:
    kernels = RANDOM.integers(-3, 4, (1, 3, 3, 3)).astype(np.float32)
    walk = Walk(Convolution(RGB, kernels, ConvSpec(kernel=(3, 3)), np.array([4.0])))
    step, parts = walk.step, []
    for channel in range(3):
        told = story(walk, WORDS, channel)
        head = told.sum[0].text
        assert head == f"{'RGB'[channel]}: "
        made, said = calculated(told.sum_text.removeprefix(head))
        assert made == said == step.channel_sums_c[channel]  # type: ignore[union-attr]
        parts.append(said)
    made, said = calculated(told.channels.replace("bias", ""))
    assert made == said == sum(parts) + 4 == walk.outcome.total


def test_that_groups_name_the_channel_of_the_picture() -> None:
    spec = ConvSpec(kernel=(1, 1), groups=3)
    walk = Walk(Convolution(RGB, np.ones((3, 1, 1, 1)), spec), output_channel=2)
    animation = animation_of(walk, AnimationSettings(width=480, channel=0))
    assert animation.story(0).sum_text == f"{RGB[2, 0, 0]}×1 = {RGB[2, 0, 0]}"


def test_that_titles_name_what_is_set() -> None:
    spec = ConvSpec(kernel=(3, 2), stride=(2, 1), padding=(1, 0, 1, 0), flip=True)
    operation = Convolution(GREY, np.ones((1, 1, 3, 2)), spec)
    assert ", ".join(title_parts(operation, WORDS)) == (
        "True convolution: 3 × 2, stride 2 × 1, "
        "padding 1, 0, 1, 0 (top, bottom, left, right)"
    )
    assert (
        ", ".join(title_parts(OPERATIONS["max"], WORDS))
        == "Pooling: max 2 × 3, stride 2 × 3, padding 1"
    )
    assert ", ".join(title_parts(OPERATIONS["signal"], WORDS)) == (
        "Convolution of a signal: 3, stride 1, padding 2"
    )


def test_that_a_decimal_comma_can_be_had() -> None:
    operation = Convolution(GREY, np.full((1, 1, 1, 1), 0.5), ConvSpec(kernel=(1, 1)))
    text = story(Walk(operation), AnimationLabels(decimal_point=",")).sum_text
    assert "×0,5 = " in text
    assert "." not in text


def test_that_place_is_counted_from_one() -> None:
    walk = go_to(Walk(OPERATIONS["convolution"]), 9)
    assert story(walk, WORDS).place == "Step 10 of 42: row 2, column 3"
    assert re.fullmatch(r"Step 1 of 6", story(Walk(OPERATIONS["signal"]), WORDS).place)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("max", "max(10000 numbers) = 99"),
        ("min", "min(10000 numbers) = 0"),
        ("sum", "sum(10000 numbers) = 495000"),
        ("average", "sum(10000 numbers) / 10000 = 49.5"),
    ],
)
def test_that_a_window_of_too_many_numbers_is_told_in_words(
    kind: PoolKind, text: str
) -> None:
    picture = np.tile(np.arange(100, dtype=np.uint8), (1, 100, 1))
    walk = Walk(Pooling(picture, global_pool(kind, (100, 100))))

    told = story(walk, WORDS)

    assert [word.cell for word in told.sum] == [None]
    assert told.sum_text == text


def test_that_the_animation_of_a_large_window_draws_no_hue_for_each_cell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    picture = np.zeros((1, 400, 400), np.uint8)
    walk = Walk(Pooling(picture, global_pool("max", (400, 400))))
    drawn: list[object] = []
    monkeypatch.setattr(cells, "draw_edge", lambda *cell: drawn.append(cell))

    frame = animation_of(walk, AnimationSettings(width=480)).frame(0)

    assert frame.width == 480
    assert drawn == []


def test_that_numbers_with_decimal_commas_are_parted_by_semicolons() -> None:
    walk = Walk(
        Pooling(np.float32([[[0, 0.125], [0.5, 0.625]]]), PoolSpec(size=(2, 2)))
    )
    text = story(walk, AnimationLabels(decimal_point=",")).sum_text
    assert text == "max(0; 0,125; 0,5; 0,625) = 0,625"


@pytest.mark.parametrize(
    ("counted", "text"),
    [(True, "(0 + 0 + 0 + 8) / 4 = 2"), (False, "(8) / 1 = 8")],
)
def test_that_a_mean_has_the_zeros_that_it_counts(counted: bool, text: str) -> None:
    spec = PoolSpec(kind="average", size=(2, 2), padding=(1, 1), counts_padding=counted)
    walk = Walk(Pooling(np.full((1, 2, 2), 8.0), spec))
    assert story(walk, AnimationLabels()).sum_text == text
