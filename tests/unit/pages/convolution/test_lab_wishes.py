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
from cnnviz.pages.convolution.presenters.lab_wishes import LabWishes
from cnnviz.state.store import Store

if TYPE_CHECKING:
    from cnnviz.engine.errors import CnnvizError

SHOWN = ShownPlane(output=0, plane=0, channel=0, channels=(0, 1))


@pytest.fixture
def wishes(qapp: object) -> Iterator[LabWishes]:
    made = LabWishes(Store(initial_settings()), QUndoStack())
    yield made
    made.deleteLater()


def numbers(*shape: int) -> NDArray[np.float32]:
    return np.arange(1, np.prod(shape) + 1, dtype=np.float32).reshape(shape)


def take(wishes: LabWishes, *shape: int) -> NDArray[np.float32]:
    bank = KernelBank(numbers(*shape))
    wishes.apply(with_bank(wishes.settings, bank))
    return bank.weights_oikk


# what a gesture keeps for the next one


def test_that_the_numbers_before_sizing_are_forgotten_when_they_are_undone(
    wishes: LabWishes,
) -> None:
    sobel = wishes.settings
    wishes.choose_kernel("gaussian_blur")
    wishes.set_kernel_size((4, 4))
    wishes.set_kernel_size((5, 5))
    wishes._undo.undo()
    wishes._undo.undo()
    assert wishes.settings == sobel

    wishes.set_kernel_size((4, 3))

    assert wishes.settings == with_kernel_size(sobel, (4, 3))


@pytest.mark.parametrize("between", ["undo", "file", "stride", "number", "left"])
def test_that_sizing_begins_from_the_numbers_that_are_shown(
    wishes: LabWishes, between: str
) -> None:
    wishes.choose_kernel("gaussian_blur")
    wishes.set_kernel_size((1, 1))
    match between:
        case "undo":
            wishes._undo.undo()
            wishes._undo.undo()
        case "file":
            wishes._store.replace(with_kernel_size(initial_settings(), (1, 1)))
        case "stride":
            wishes.set_stride((2, 2))
        case "number":
            wishes.set_weight(0, 0, 7.0)
        case _:
            wishes.end_edit()
    shown = wishes.settings

    wishes.set_kernel_size((3, 3))

    assert wishes.settings == with_kernel_size(shown, (3, 3))


def test_that_a_size_typed_digit_by_digit_keeps_the_numbers(wishes: LabWishes) -> None:
    first = wishes.settings

    wishes.set_kernel_size((1, 1))
    wishes.set_kernel_size((15, 15))

    assert wishes.settings == with_kernel_size(first, (15, 15))
    wishes._undo.undo()
    assert wishes.settings == first


def test_that_a_change_after_an_undo_is_a_step_of_its_own(wishes: LabWishes) -> None:
    wishes.set_stride((2, 2))
    wishes.set_dilation((2, 2))
    wishes._undo.undo()
    before = wishes.settings

    wishes.set_stride((3, 3))

    wishes._undo.undo()
    assert wishes.settings == before


# depthwise


def test_that_the_planes_of_one_kernel_become_the_depthwise_kernels(
    wishes: LabWishes,
) -> None:
    weights = take(wishes, 1, 3, 2, 2)

    wishes.make_depthwise(3)

    settings = wishes.settings
    assert settings.groups == 3
    np.testing.assert_array_equal(settings.bank.weights_oikk[:, 0], weights[0])
    assert len(settings.biases) == 3


def test_that_a_kernel_without_planes_is_every_channels(wishes: LabWishes) -> None:
    weights = take(wishes, 1, 1, 2, 2)

    wishes.make_depthwise(3)

    for kernel in wishes.settings.bank.weights_oikk:
        np.testing.assert_array_equal(kernel, weights[0])


# tools


def test_that_channels_share_the_plane_that_is_seen(wishes: LabWishes) -> None:
    weights = take(wishes, 2, 3, 2, 2)

    wishes.share_planes(1)

    np.testing.assert_array_equal(wishes.settings.bank.weights_oikk, weights[:, 1:2])


def test_that_a_tool_works_on_one_plane_and_says_what_it_divided_by(
    wishes: LabWishes,
) -> None:
    weights = take(wishes, 2, 2, 2, 2)

    divided = wishes.use_tool("normalise", "Normalise", 1, 0)

    assert divided == ("sum", weights[1, 0].sum())
    changed = wishes.settings.bank.weights_oikk
    assert changed[1, 0].sum() == pytest.approx(1)
    np.testing.assert_array_equal(changed[0], weights[0])
    np.testing.assert_array_equal(changed[1, 1], weights[1, 1])


def test_that_random_numbers_are_others_each_time(wishes: LabWishes) -> None:
    assert wishes.use_tool("random", "Random") is None
    first = wishes.settings.bank
    wishes.use_tool("random", "Random")

    assert wishes.settings.bank != first


# learned kernels


def layer(**changed: float) -> LearnedLayer:
    weights, bias = numbers(3, 1, 2, 2), numbers(3)
    if "weight" in changed:
        weights[1, 0, 1, 1] = changed["weight"]
    if "bias" in changed:
        bias[1] = changed["bias"]
    return LearnedLayer("c1", weights, bias)


def test_that_learned_kernels_are_taken_over(wishes: LabWishes) -> None:
    wishes.take_learned(layer(), "One", 0, SHOWN, kernel=1)
    np.testing.assert_array_equal(
        wishes.settings.bank.weights_oikk, layer().weights_oikk[1:2]
    )
    assert wishes.settings.biases == (2.0,)

    wishes.take_learned(layer(), "All", 0, SHOWN)
    np.testing.assert_array_equal(
        wishes.settings.bank.weights_oikk, layer().weights_oikk
    )
    assert wishes.settings.biases == (1.0, 2.0, 3.0)


def test_that_a_preset_drops_the_bias_of_a_learned_kernel_in_one_step(
    wishes: LabWishes,
) -> None:
    wishes.take_learned(layer(), "All", 0, SHOWN)
    learned = wishes.settings

    wishes.choose_kernel("sobel_x", 1)

    assert wishes.settings.biases == (1.0, 0.0, 3.0)
    wishes._undo.undo()
    assert wishes.settings == learned
    wishes.choose_kernel("sobel_x", 1)
    assert wishes.settings.biases == (1.0, 0.0, 3.0)


def test_that_a_preset_keeps_a_bias_set_by_hand(wishes: LabWishes) -> None:
    wishes.set_bias(5)
    wishes.choose_kernel("sobel_y")
    assert wishes.settings.bias == 5

    wishes.take_learned(layer(), "One", 0, SHOWN, kernel=1)
    assert wishes.settings.bias == 2
    wishes.set_bias(7)
    wishes.choose_kernel("sobel_x")
    assert wishes.settings.bias == 7


@pytest.mark.parametrize("changed", ["number", "tool", "size"])
def test_that_a_changed_learned_kernel_still_has_the_bias_that_it_brought(
    wishes: LabWishes, changed: str
) -> None:
    wishes.take_learned(layer(), "One", 0, SHOWN, kernel=1)
    match changed:
        case "number":
            wishes.set_weight(0, 0, 9)
        case "tool":
            wishes.use_tool("negate", "Negate")
        case _:
            wishes.set_kernel_size((5, 5))
    assert wishes.settings.bias == 2

    wishes.choose_kernel("sobel_x")

    assert wishes.settings.bias == 0


def test_that_a_preset_for_one_channel_leaves_the_kernel_its_learned_bias(
    wishes: LabWishes,
) -> None:
    wishes.take_learned(layer(), "One", 0, SHOWN, kernel=1)
    wishes.set_planes(3)

    wishes.choose_kernel("sobel_x", channel=0)
    assert wishes.settings.bias == 2
    wishes.choose_kernel("sobel_x")
    assert wishes.settings.bias == 0


def test_that_a_repeated_kernel_has_the_bias_of_the_one_that_it_repeats(
    wishes: LabWishes,
) -> None:
    wishes.set_bias(1.5)
    wishes.set_kernel_count(3)
    assert wishes.settings.biases == (1.5, 1.5, 1.5)


def test_that_settings_can_be_reset_in_one_step(wishes: LabWishes) -> None:
    first = wishes.settings
    wishes.set_stride((2, 2))
    wishes.choose_operation("pooling")
    changed = wishes.settings

    wishes.reset()
    assert wishes.settings == initial_settings() == first
    wishes._undo.undo()
    assert wishes.settings is changed


def test_that_a_kernel_that_is_gone_takes_the_memory_of_its_bias_along(
    wishes: LabWishes,
) -> None:
    wishes.take_learned(layer(), "All", 0, SHOWN)
    wishes.set_kernel_count(1)
    wishes.end_edit()
    wishes.set_kernel_count(3)
    wishes.set_bias(4, 2)

    wishes.choose_kernel("sobel_x", 2)

    assert wishes.settings.biases == (1.0, 1.0, 4.0)
    assert wishes.settings.learned_biases == {0, 1}


@pytest.mark.parametrize("number", [np.nan, np.inf, -np.inf, 2e9])
@pytest.mark.parametrize("where", ["weight", "bias"])
@pytest.mark.parametrize("kernel", [1, None])
def test_that_what_a_diverged_run_left_is_refused(
    wishes: LabWishes, where: str, number: float, kernel: int | None
) -> None:
    before = wishes.settings
    told: list[CnnvizError] = []
    wishes.refused.connect(told.append)
    broken = layer(**{where: number})

    wishes.take_learned(broken, "Broken", 0, SHOWN, kernel)

    assert [(error.code, error.facts) for error in told] == [
        ("learned_unusable", {"layer": "c1"})
    ]
    assert wishes.settings is before
    wishes.take_learned(broken, "Another kernel is sound", 0, SHOWN, kernel=2)
    assert wishes.settings != before
