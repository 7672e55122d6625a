"""Which numbers the kernel tab shows, what its tools do, and kernels taken over."""

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.weights import shipped_weights
from cnnviz.pages.convolution.model.kernel_bank import KernelBank, one_kernel
from cnnviz.pages.convolution.model.kernel_tools import (
    TOOLS,
    ShownPlane,
    group_channels,
    shown_plane,
    strip_picture,
    with_tool,
)
from cnnviz.pages.convolution.model.lab_settings import (
    LabSettings,
    initial_settings,
    with_bank,
)
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.model.learned_kernels import (
    LearnedLayer,
    learned_kernels,
    with_all_learned,
    with_learned,
)
from cnnviz.pages.convolution.presenters.learned_kernels_presenter import (
    LearnedKernelsPresenter,
)
from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.store import Store

RNG = np.random.default_rng(3)
LENET = CurrentNetwork(network("lenet5"), None, "shipped")


def bank(*shape: int) -> KernelBank:
    return KernelBank(RNG.integers(-9, 10, shape).astype(np.float32))


def settings(groups: int, given: KernelBank) -> LabSettings:
    return replace(with_bank(initial_settings(), given), groups=groups)


@pytest.mark.parametrize(
    ("groups", "outputs", "output", "expected"),
    [
        (1, 4, 3, (0, 6)),
        (2, 4, 1, (0, 3)),
        (2, 4, 2, (3, 6)),
        (3, 6, 5, (4, 6)),
        (6, 12, 7, (3, 4)),
        (4, 4, 2, (0, 6)),  # does not divide the channels: refused elsewhere
        (0, 4, 2, (0, 6)),
    ],
)
def test_that_a_kernel_reads_the_channels_of_its_group(
    groups: int, outputs: int, output: int, expected: tuple[int, int]
) -> None:
    asked = settings(groups, bank(outputs, 1, 3, 3))
    assert group_channels(asked, output, 6) == expected


def test_that_the_first_kernel_is_shown_before_there_is_a_picture() -> None:
    shown = shown_plane(LabState(initial_settings()))
    assert shown == ShownPlane(0, 0, 0, (0, 1))


def test_that_only_the_shown_plane_is_worked_on() -> None:
    before = bank(2, 3, 3, 3)
    after, _ = with_tool(before, "negate", 1, 2, RNG)
    expected = before.weights_oikk.copy()
    expected[1, 2] *= -1
    np.testing.assert_array_equal(after.weights_oikk, expected)


def test_that_a_turn_of_oblong_kernels_turns_them_all() -> None:
    before = bank(2, 3, 1, 4)
    after, _ = with_tool(before, "turn_left", 0, 0, RNG)
    assert after.size == (4, 1)
    np.testing.assert_array_equal(
        after.weights_oikk, np.rot90(before.weights_oikk, axes=(2, 3))
    )


@pytest.mark.parametrize("tool", TOOLS)
def test_that_no_tool_writes_to_the_kernels_it_was_given(tool: str) -> None:
    before = bank(2, 1, 3, 3)
    copy = before.weights_oikk.copy()
    after, divided = with_tool(before, tool, 1, 0, RNG)  # type: ignore[arg-type]
    np.testing.assert_array_equal(before.weights_oikk, copy)
    np.testing.assert_array_equal(after.weights_oikk[0], copy[0])
    assert (divided is not None) == (tool == "normalise")


def test_that_clearing_makes_zeros_and_chance_makes_others_each_time() -> None:
    cleared, _ = with_tool(bank(1, 1, 3, 3), "clear", 0, 0, RNG)
    first, _ = with_tool(cleared, "random", 0, 0, RNG)
    second, _ = with_tool(first, "random", 0, 0, RNG)
    assert not cleared.weights_oikk.any()
    assert first != second


def test_that_each_kernel_of_the_strip_has_colours_of_its_own() -> None:
    given = KernelBank(np.array([[[[1.0]], [[9]]], [[[100]], [[9]]]], np.float32))
    picture = strip_picture(given.resized((2, 2)), 0)
    assert [picture.indices_of(tile).max() for tile in range(2)] == [255, 255]


def test_that_the_shipped_kernels_are_those_of_the_file() -> None:
    kernels = learned_kernels(LENET)
    weights = shipped_weights(network("lenet5"))
    assert [
        (layer.name, layer.bank.outputs, layer.bank.planes) for layer in kernels
    ] == [
        ("c1", 6, 1),
        ("c3", 16, 6),
        ("c5", 120, 16),
    ]
    for layer in kernels:
        np.testing.assert_array_equal(
            layer.bank.weights_oikk, weights[f"{layer.name}.weight"]
        )
        np.testing.assert_array_equal(layer.bias_o, weights[f"{layer.name}.bias"])


def layer(planes: int) -> LearnedLayer:
    weights = RNG.normal(size=(4, planes, 5, 5)).astype(np.float32)
    return LearnedLayer("c9", KernelBank(weights), np.arange(4, dtype=np.float32))


def test_that_a_kernel_with_a_plane_for_each_channel_is_taken_whole() -> None:
    learned = layer(3)
    shown = ShownPlane(1, 0, 0, (0, 3))
    before = with_bank(initial_settings(), bank(2, 1, 3, 3), (7.0, 8.0))
    settings = with_learned(before, learned, 2, 0, shown)
    taken, biases = settings.bank, settings.biases
    assert taken.weights_oikk.shape == (2, 3, 5, 5)
    np.testing.assert_array_equal(taken.weights_oikk[1], learned.bank.weights_oikk[2])
    assert biases == (7.0, 2.0)


def test_that_of_a_kernel_that_does_not_fit_one_plane_is_taken() -> None:
    learned = layer(6)
    before = bank(1, 3, 5, 5)
    shown = ShownPlane(0, 2, 2, (0, 3))
    settings = with_learned(
        with_bank(initial_settings(), before, (0.0,)), learned, 3, 4, shown
    )
    taken, biases = settings.bank, settings.biases
    np.testing.assert_array_equal(taken.plane(0, 2), learned.bank.weights_oikk[3, 4])
    np.testing.assert_array_equal(taken.plane(0, 1), before.plane(0, 1))
    assert biases == (3.0,)


@pytest.mark.parametrize(("channels", "planes"), [(6, 6), (1, 1)])
def test_that_a_whole_layer_is_taken_with_its_biases(
    channels: int, planes: int
) -> None:
    learned = layer(6)
    shown = ShownPlane(0, 0, 0, (0, channels))
    settings = with_all_learned(initial_settings(), learned, 4, shown)
    taken, biases = settings.bank, settings.biases
    assert taken.weights_oikk.shape == (4, planes, 5, 5)
    first = 4 if planes == 1 else 0
    np.testing.assert_array_equal(
        taken.weights_oikk[:, 0], learned.bank.weights_oikk[:, first]
    )
    assert biases == (0.0, 1.0, 2.0, 3.0)


def test_that_kernels_are_read_when_asked_for_and_anew_for_another_network(
    qtbot: QtBot,
) -> None:
    networks: NetworkStore = Store(LENET)
    presenter = LearnedKernelsPresenter(networks)
    try:
        assert presenter.store.state.kernels is None
        presenter.ask()
        qtbot.waitUntil(lambda: presenter.store.state.kernels is not None)

        weights = dict(shipped_weights(network("lenet5")))
        weights["c1.weight"] = np.zeros((6, 1, 5, 5), np.float32)
        networks.replace(CurrentNetwork(network("lenet5"), weights, "trained"))
        assert presenter.store.state.kernels is None
        qtbot.waitUntil(lambda: presenter.store.state.kernels is not None)
        kernels = presenter.store.state.kernels
        assert kernels is not None
        assert not kernels[0].bank.weights_oikk.any()
    finally:
        presenter.shut_down()


def test_that_a_network_without_weights_says_so(qtbot: QtBot) -> None:
    networks: NetworkStore = Store(CurrentNetwork(network("tiny-vgg"), None, "shipped"))
    presenter = LearnedKernelsPresenter(networks)
    try:
        presenter.ask()
        qtbot.waitUntil(lambda: presenter.store.state.error is not None)
        error = presenter.store.state.error
        assert error is not None
        assert error.code == "weights_not_shipped"
    finally:
        presenter.shut_down()


def test_that_one_kernel_of_one_number_can_be_worked_on() -> None:
    after, _ = with_tool(one_kernel(np.array([[4.0]])), "normalise", 0, 0, RNG)
    assert after.plane(0).tolist() == [[1.0]]
