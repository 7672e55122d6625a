"""What stands around the grids: whole at every width, and true of what is drawn."""

import numpy as np
import pytest

from cnnviz.engine.animation.animation import animation_of
from cnnviz.engine.animation.captions import footer, title_lines, unreached_words
from cnnviz.engine.animation.frame_text import story, title_parts
from cnnviz.engine.animation.grid_animation import GridAnimation
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.layout import Type
from cnnviz.engine.animation.settings import WIDTHS, AnimationSettings
from cnnviz.engine.animation.style import UNREACHED_CROSSES
from cnnviz.engine.animation.text import text_width
from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.operations import (
    Convolution,
    SignalConvolution,
    TransposedConvolution,
)
from cnnviz.engine.convolution.spec import ConvSpec, SignalSpec, TransposedSpec
from cnnviz.engine.convolution.walk import Walk

WORDS = AnimationLabels()
RGB = np.random.default_rng(3).integers(0, 256, (3, 20, 20), dtype=np.uint8)
MANY = Convolution(
    RGB,
    np.ones((1, 3, 3, 3)),
    ConvSpec(
        kernel=(3, 3),
        stride=(2, 3),
        padding=(2, 0, 1, 3),
        dilation=(2, 2),
        padding_mode="reflect",
    ),
)


@pytest.mark.parametrize("width", WIDTHS)
def test_that_no_setting_is_lost_from_the_title(width: int) -> None:
    kind = Type(width)
    lines, below = title_lines(MANY, "Step 999 of 999: row 99, column 99", kind, WORDS)
    assert " ".join(lines) == ", ".join(title_parts(MANY, WORDS))
    assert ", ".join(title_parts(MANY, WORDS)).endswith(
        "stride 2 × 3, padding 2, 0, 1, 3 (top, bottom, left, right) reflect, dilation 2"
    )
    assert all(text_width(line, kind.title) <= kind.inner for line in lines)
    assert below or len(lines) == 1


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("columns", [1, 3, 20])
@pytest.mark.parametrize("transposed", [False, True])
def test_that_headings_stay_whole_and_apart(
    width: int, columns: int, transposed: bool
) -> None:
    picture, kernels = RGB[:, :, :columns], np.ones((3, 12, 1, 1))
    walk = Walk(
        TransposedConvolution(
            picture, kernels, TransposedSpec(kernel=(1, 1), stride=(3, 3))
        )
        if transposed
        else Convolution(picture, kernels.swapaxes(0, 1), ConvSpec(kernel=(1, 1))),
        output_channel=11,
    )
    animation = animation_of(walk, AnimationSettings(width=width))
    assert isinstance(animation, GridAnimation)
    lay = animation._layout
    (left, given), (right, made) = animation._placed_headings()
    assert "…" not in "".join((*given, *made))
    assert left >= lay.type.margin
    end = left + max(text_width(line, lay.type.small) for line in given)
    assert end <= lay.middle_x
    assert right >= lay.middle_x + lay.type.middle
    end = right + max(text_width(line, lay.type.small) for line in made)
    assert end <= width - lay.type.margin


def test_that_what_is_never_reached_is_told_and_crossed_out() -> None:
    spec = ConvSpec(kernel=(3, 3), stride=(4, 3))
    walk = Walk(Convolution(RGB[:1], np.ones((1, 1, 3, 3)), spec))
    said = "Rows never reached: 5; columns: 2 (crossed out)."
    assert unreached_words(walk.operation, WORDS) == said
    assert said in footer(walk.operation, Type(480), WORDS, is_whole=True)
    animation = animation_of(walk, AnimationSettings(width=960))
    assert isinstance(animation, GridAnimation)
    frame, lay = np.asarray(animation.frame(24)), animation._layout
    cell = int(lay.input.cell)
    x, y = lay.input_xy
    crossed = np.zeros((20, 20), bool)
    for row in range(20):
        for column in range(20):
            top, left = y + row * cell + 2, x + column * cell + 2
            part = frame[top : top + cell - 4, left : left + cell - 4]
            crossed[row, column] = (part == UNREACHED_CROSSES).all(axis=2).any()
    expected = np.zeros((20, 20), bool)
    expected[[3, 7, 11, 15, 19]] = True
    expected[:, [18, 19]] = True
    assert (crossed == expected).all()


def test_that_nothing_is_crossed_out_where_all_is_reached() -> None:
    walk = Walk(Convolution(RGB[:1], np.ones((1, 1, 3, 3)), ConvSpec(kernel=(3, 3))))
    assert unreached_words(walk.operation, WORDS) == ""
    frame = np.asarray(animation_of(walk, AnimationSettings(width=480)).frame(5))
    assert not (frame == UNREACHED_CROSSES).all(axis=2).any()


def test_that_numbers_of_a_signal_that_are_never_reached_are_told() -> None:
    walk = Walk(SignalConvolution(np.arange(9.0), np.ones(2), SignalSpec(stride=3)))
    assert unreached_words(walk.operation, WORDS) == (
        "Numbers never reached: 3 (crossed out)."
    )
    frame = np.asarray(animation_of(walk, AnimationSettings(width=480)).frame(0))
    assert (frame == UNREACHED_CROSSES).all(axis=2).any()


@pytest.mark.parametrize("kind", ["sigmoid", "softmax"])
def test_that_one_is_white_after_an_activation_that_ends_there(kind: str) -> None:
    picture = np.full((1, 3, 3), 200, np.uint8)
    walk = Walk(
        Convolution(picture, np.ones((1, 1, 1, 1)), ConvSpec(kernel=(1, 1))),
        ActivationSpec(kind=kind),  # type: ignore[arg-type]
    )
    animation = animation_of(walk, AnimationSettings(width=480))
    assert isinstance(animation, GridAnimation)
    x, y = animation._layout.output_xy
    assert animation.frame(8).getpixel((x + 4, y + 4)) == (255, 255, 255)


def test_that_sums_of_channels_have_the_digits_of_their_total() -> None:
    kernels = np.array([1234.56, 0.375, 2.0]).reshape(1, 3, 1, 1)
    picture = np.full((3, 1, 1), 3, np.uint8)
    walk = Walk(Convolution(picture, kernels, ConvSpec(kernel=(1, 1))))
    assert story(walk, WORDS).channels == "3703.68 + 1.125 + 6 = 3710.81"
