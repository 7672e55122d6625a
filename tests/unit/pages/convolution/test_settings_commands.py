"""What is wished of the kernels, without a window."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QUndoStack

from cnnviz.pages.convolution.model.kernel_bank import KernelBank
from cnnviz.pages.convolution.model.kernel_tools import ShownPlane
from cnnviz.pages.convolution.model.lab_settings import (
    initial_settings,
    with_bank,
    with_kernel_size,
)
from cnnviz.pages.convolution.model.learned_kernels import LearnedLayer
from cnnviz.pages.convolution.presenters.settings_commands import SettingsCommands
from cnnviz.state.store import Store

if TYPE_CHECKING:
    from cnnviz.engine.errors import CnnvizError

SHOWN = ShownPlane(output=0, plane=0, channel=0, channels=(0, 1))


@pytest.fixture
def commands(qapp: object) -> Iterator[SettingsCommands]:
    made = SettingsCommands(Store(initial_settings()), QUndoStack())
    yield made
    made.deleteLater()


def numbers(*shape: int) -> NDArray[np.float32]:
    return np.arange(1, np.prod(shape) + 1, dtype=np.float32).reshape(shape)


def take(commands: SettingsCommands, *shape: int) -> NDArray[np.float32]:
    bank = KernelBank(numbers(*shape))
    commands.apply(with_bank(commands.settings, bank))
    return bank.weights_oikk


# what a gesture keeps for the next one


def test_that_the_numbers_before_sizing_are_forgotten_when_they_are_undone(
    commands: SettingsCommands,
) -> None:
    sobel = commands.settings
    commands.choose_kernel("gaussian_blur")
    commands.set("kernel_size", (4, 4))
    commands.set("kernel_size", (5, 5))
    commands._undo.undo()
    commands._undo.undo()
    assert commands.settings == sobel

    commands.set("kernel_size", (4, 3))

    assert commands.settings == with_kernel_size(sobel, (4, 3))


@pytest.mark.parametrize("between", ["undo", "file", "stride", "number", "left"])
def test_that_sizing_begins_from_the_numbers_that_are_shown(
    commands: SettingsCommands, between: str
) -> None:
    commands.choose_kernel("gaussian_blur")
    commands.set("kernel_size", (1, 1))
    match between:
        case "undo":
            commands._undo.undo()
            commands._undo.undo()
        case "file":
            commands._store.replace(with_kernel_size(initial_settings(), (1, 1)))
        case "stride":
            commands.set("stride", (2, 2))
        case "number":
            commands.set_weight(0, 0, 7.0)
        case _:
            commands.end_edit()
    shown = commands.settings

    commands.set("kernel_size", (3, 3))

    assert commands.settings == with_kernel_size(shown, (3, 3))


def test_that_a_size_typed_digit_by_digit_keeps_the_numbers(
    commands: SettingsCommands,
) -> None:
    first = commands.settings

    commands.set("kernel_size", (1, 1))
    commands.set("kernel_size", (15, 15))

    assert commands.settings == with_kernel_size(first, (15, 15))
    commands._undo.undo()
    assert commands.settings == first


def test_that_a_change_after_an_undo_is_a_step_of_its_own(
    commands: SettingsCommands,
) -> None:
    commands.set("stride", (2, 2))
    commands.set("dilation", (2, 2))
    commands._undo.undo()
    before = commands.settings

    commands.set("stride", (3, 3))

    commands._undo.undo()
    assert commands.settings == before


# depthwise


def test_that_the_planes_of_one_kernel_become_the_depthwise_kernels(
    commands: SettingsCommands,
) -> None:
    weights = take(commands, 1, 3, 2, 2)

    commands.make_depthwise(3)

    settings = commands.settings
    assert settings.groups == 3
    np.testing.assert_array_equal(settings.bank.weights_oikk[:, 0], weights[0])
    assert len(settings.biases) == 3


def test_that_a_kernel_without_planes_is_every_channels(
    commands: SettingsCommands,
) -> None:
    weights = take(commands, 1, 1, 2, 2)

    commands.make_depthwise(3)

    for kernel in commands.settings.bank.weights_oikk:
        np.testing.assert_array_equal(kernel, weights[0])


# tools


def test_that_channels_share_the_plane_that_is_seen(commands: SettingsCommands) -> None:
    weights = take(commands, 2, 3, 2, 2)

    commands.share_planes(1)

    np.testing.assert_array_equal(commands.settings.bank.weights_oikk, weights[:, 1:2])


def test_that_a_tool_works_on_one_plane_and_says_what_it_divided_by(
    commands: SettingsCommands,
) -> None:
    weights = take(commands, 2, 2, 2, 2)

    divided = commands.use_tool("normalise", "Normalise", 1, 0)

    assert divided == ("sum", weights[1, 0].sum())
    changed = commands.settings.bank.weights_oikk
    assert changed[1, 0].sum() == pytest.approx(1)
    np.testing.assert_array_equal(changed[0], weights[0])
    np.testing.assert_array_equal(changed[1, 1], weights[1, 1])


def test_that_random_numbers_are_others_each_time(commands: SettingsCommands) -> None:
    assert commands.use_tool("random", "Random") is None
    first = commands.settings.bank
    commands.use_tool("random", "Random")

    assert commands.settings.bank != first


# learned kernels


def layer(**changed: float) -> LearnedLayer:
    weights, bias = numbers(3, 1, 2, 2), numbers(3)
    if "weight" in changed:
        weights[1, 0, 1, 1] = changed["weight"]
    if "bias" in changed:
        bias[1] = changed["bias"]
    return LearnedLayer("c1", KernelBank(weights), bias)


def test_that_learned_kernels_are_taken_over(commands: SettingsCommands) -> None:
    commands.take_learned(layer(), "One", 0, SHOWN, kernel=1)
    np.testing.assert_array_equal(
        commands.settings.bank.weights_oikk, layer().bank.weights_oikk[1:2]
    )
    assert commands.settings.biases == (2.0,)

    commands.take_learned(layer(), "All", 0, SHOWN)
    np.testing.assert_array_equal(
        commands.settings.bank.weights_oikk, layer().bank.weights_oikk
    )
    assert commands.settings.biases == (1.0, 2.0, 3.0)


def test_that_a_preset_drops_the_bias_of_a_learned_kernel_in_one_step(
    commands: SettingsCommands,
) -> None:
    commands.take_learned(layer(), "All", 0, SHOWN)
    learned = commands.settings

    commands.choose_kernel("sobel_x", 1)

    assert commands.settings.biases == (1.0, 0.0, 3.0)
    commands._undo.undo()
    assert commands.settings == learned
    commands.choose_kernel("sobel_x", 1)
    assert commands.settings.biases == (1.0, 0.0, 3.0)


def test_that_a_preset_keeps_a_bias_set_by_hand(commands: SettingsCommands) -> None:
    commands.set_bias(5)
    commands.choose_kernel("sobel_y")
    assert commands.settings.biases[0] == 5

    commands.take_learned(layer(), "One", 0, SHOWN, kernel=1)
    assert commands.settings.biases[0] == 2
    commands.set_bias(7)
    commands.choose_kernel("sobel_x")
    assert commands.settings.biases[0] == 7


@pytest.mark.parametrize("changed", ["number", "tool", "size"])
def test_that_a_changed_learned_kernel_still_has_the_bias_that_it_brought(
    commands: SettingsCommands, changed: str
) -> None:
    commands.take_learned(layer(), "One", 0, SHOWN, kernel=1)
    match changed:
        case "number":
            commands.set_weight(0, 0, 9)
        case "tool":
            commands.use_tool("negate", "Negate")
        case _:
            commands.set("kernel_size", (5, 5))
    assert commands.settings.biases[0] == 2

    commands.choose_kernel("sobel_x")

    assert commands.settings.biases[0] == 0


def test_that_a_preset_for_one_channel_leaves_the_kernel_its_learned_bias(
    commands: SettingsCommands,
) -> None:
    commands.take_learned(layer(), "One", 0, SHOWN, kernel=1)
    commands.set_planes(3)

    commands.choose_kernel("sobel_x", channel=0)
    assert commands.settings.biases[0] == 2
    commands.choose_kernel("sobel_x")
    assert commands.settings.biases[0] == 0


def test_that_a_repeated_kernel_has_the_bias_of_the_one_that_it_repeats(
    commands: SettingsCommands,
) -> None:
    commands.set_bias(1.5)
    commands.set("kernels", 3)
    assert commands.settings.biases == (1.5, 1.5, 1.5)


def test_that_settings_can_be_reset_in_one_step(commands: SettingsCommands) -> None:
    first = commands.settings
    commands.set("stride", (2, 2))
    commands.set("operation", "pooling")
    changed = commands.settings

    commands.reset()
    assert commands.settings == initial_settings() == first
    commands._undo.undo()
    assert commands.settings is changed


def test_that_a_kernel_that_is_gone_takes_the_memory_of_its_bias_along(
    commands: SettingsCommands,
) -> None:
    commands.take_learned(layer(), "All", 0, SHOWN)
    commands.set("kernels", 1)
    commands.end_edit()
    commands.set("kernels", 3)
    commands.set_bias(4, 2)

    commands.choose_kernel("sobel_x", 2)

    assert commands.settings.biases == (1.0, 1.0, 4.0)
    assert commands.settings.learned_biases == {0, 1}


@pytest.mark.parametrize("number", [np.nan, np.inf, -np.inf, 2e9])
@pytest.mark.parametrize("where", ["weight", "bias"])
@pytest.mark.parametrize("kernel", [1, None])
def test_that_what_a_diverged_run_left_is_refused(
    commands: SettingsCommands, where: str, number: float, kernel: int | None
) -> None:
    before = commands.settings
    told: list[CnnvizError] = []
    commands.rejected.connect(told.append)
    broken = layer(**{where: number})

    commands.take_learned(broken, "Broken", 0, SHOWN, kernel)

    assert [(error.code, error.facts) for error in told] == [
        ("learned_unusable", {"layer": "c1"})
    ]
    assert commands.settings is before
    commands.take_learned(broken, "Another kernel is sound", 0, SHOWN, kernel=2)
    assert commands.settings != before
