"""Frames: what is computed is seen, what is to come is covered."""

import numpy as np
import pytest
from numpy.typing import NDArray

from cnnviz.engine.animation.animation import animation_of
from cnnviz.engine.animation.frames import whole_output
from cnnviz.engine.animation.framing import framing
from cnnviz.engine.animation.grid_animation import GridAnimation
from cnnviz.engine.animation.grids import CELL, GAP, PADDED, input_part
from cnnviz.engine.animation.settings import WIDTHS, AnimationSettings
from cnnviz.engine.animation.style import PENDING, PENDING_HATCH
from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.operations import Convolution, Pooling, SignalConvolution
from cnnviz.engine.convolution.spec import ConvSpec, PoolSpec, SignalSpec
from cnnviz.engine.convolution.walk import Walk
from tests.unit.engine.animation.test_frame_text import OPERATIONS

PICTURE = np.arange(1, 50, dtype=np.uint8).reshape(1, 7, 7)
WALK = Walk(Pooling(PICTURE, PoolSpec(size=(1, 1))))


def covered(frame: NDArray[np.uint8], animation: GridAnimation, cell: int) -> bool:
    """Whether an output cell shows nothing but the cover."""
    lay = animation._layout
    row, column = divmod(cell, 7)
    size = int(lay.output.cell)
    left, top = lay.output_xy
    # Away from the edges, on which the outline of the cell before may lie.
    y, x = top + row * size + size // 3, left + column * size + size // 3
    part = frame[y : y + size // 3, x : x + size // 3].reshape(-1, 3)
    return {tuple(pixel) for pixel in part.tolist()} <= {PENDING, PENDING_HATCH}


@pytest.mark.parametrize("position", [0, 1, 23, 48])
def test_that_cells_up_to_the_step_are_seen_and_later_ones_covered(
    position: int,
) -> None:
    animation = animation_of(WALK, AnimationSettings(width=720))
    assert isinstance(animation, GridAnimation)
    frame = np.asarray(animation.frame(position))
    assert [covered(frame, animation, cell) for cell in range(49)] == [
        cell > position for cell in range(49)
    ]


def test_that_frames_do_not_depend_on_the_order_in_which_they_are_asked_for() -> None:
    first, second = (animation_of(WALK, AnimationSettings(width=480)) for _ in range(2))
    forwards = [first.frame(step).tobytes() for step in (3, 30)]
    backwards = [second.frame(step).tobytes() for step in (30, 3)]
    assert forwards == backwards[::-1]


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("dark", [False, True])
def test_that_every_operation_has_frames_of_the_size_asked_for(
    name: str, width: int, dark: bool
) -> None:
    walk = Walk(OPERATIONS[name])
    animation = animation_of(walk, AnimationSettings(width=width, dark=dark))
    frame = animation.frame(walk.steps - 1)
    assert frame.mode == "RGB"
    assert frame.size == animation.size
    assert animation.size[0] == width
    assert animation.size[1] % 2 == 0
    assert frame.tobytes() != animation.frame(0).tobytes()


@pytest.mark.parametrize("view", ["auto", "whole", "near"])
def test_that_large_pictures_have_frames_in_every_view(view: str) -> None:
    picture = np.random.default_rng(1).integers(0, 256, (1, 700, 500), dtype=np.uint8)
    walk = Walk(Convolution(picture, np.ones((1, 1, 5, 5)), ConvSpec(kernel=(5, 5))))
    animation = animation_of(walk, AnimationSettings(width=480, view=view))  # type: ignore[arg-type]
    assert animation.frame(0).tobytes() != animation.frame(walk.steps // 2).tobytes()


def test_that_long_signals_have_frames() -> None:
    signal = np.sin(np.arange(400) / 9)
    walk = Walk(SignalConvolution(signal, np.ones(4) / 4, SignalSpec(stride=3)))
    animation = animation_of(walk, AnimationSettings(width=480))
    assert len({animation.frame(step).tobytes() for step in (0, 60, 131)}) == 3


def test_that_the_bars_of_an_animation_are_those_after_the_activation() -> None:
    operation = SignalConvolution(np.arange(9.0), np.array([-1.0]), SignalSpec())
    plain, cut = (
        animation_of(
            Walk(operation, ActivationSpec(kind=kind)), AnimationSettings(width=480)
        )
        for kind in ("none", "relu")
    )
    assert plain.story(5).sum[-1].text == " = −5"
    assert cut.story(5).sum[-1].text == " = −5 → ReLU → 0"
    assert plain.frame(8).tobytes() != cut.frame(8).tobytes()
    assert (whole_output(Walk(operation, ActivationSpec(kind="relu"))) == 0).all()


def test_that_a_near_view_holds_the_window_whole() -> None:
    near = framing((900, 900), (200, 200), "auto", (17, 17))
    assert near.rows >= 17
    assert near.columns >= 17
    assert near.cell * near.columns <= 200
    for middle in (0.5, 400.0, 899.5):
        origin = near.origin((middle, middle))
        assert 0 <= origin[0] <= 900 - near.rows


def test_that_padding_holds_what_its_mode_says() -> None:
    spec = ConvSpec(kernel=(3, 3), padding=(2, 2), padding_mode="reflect")
    operation = Convolution(PICTURE, np.ones((1, 1, 3, 3)), spec)
    values_hw, kinds_hw = input_part(operation, 0, (-2, -2), (11, 11))
    assert (values_hw == np.pad(PICTURE[0], 2, mode="reflect")).all()
    assert (kinds_hw[2:-2, 2:-2] == CELL).all()
    assert (kinds_hw == PADDED).sum() == 121 - 49


def test_that_gaps_of_a_stretched_picture_are_no_cells_of_it() -> None:
    values_hw, kinds_hw = input_part(OPERATIONS["transposed"], 0, (0, 0), (3, 3))
    assert kinds_hw.tolist() == [[CELL, GAP, CELL], [GAP] * 3, [CELL, GAP, CELL]]
    assert values_hw[1].tolist() == [0, 0, 0]
