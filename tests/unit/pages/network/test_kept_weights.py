"""Which numbers stay when a network is changed."""

import numpy as np
import pytest

from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.seeded_weights import seeded_weights
from cnnviz.engine.networks.shapes import weight_shapes
from cnnviz.engine.networks.weights import Weights
from cnnviz.pages.network.model.draft_check import working_part
from cnnviz.pages.network.model.draft_edits import (
    branched,
    duplicated,
    moved,
    removed,
    renamed,
    with_value,
)
from cnnviz.pages.network.model.kept_weights import draft_weights, kept_weights
from cnnviz.pages.network.model.network_draft import NetworkDraft, draft_of
from cnnviz.pages.network.model.new_layers import added

LENET = network("lenet5")
LEARNED = seeded_weights(LENET, 7)
DRAFT = draft_of(LENET, LEARNED)


def after(draft: NetworkDraft) -> tuple[Network, Weights]:
    part = working_part(draft)
    assert part is not None
    weights = draft_weights(draft, part)
    shapes = {name: values.shape for name, values in weights.items()}
    assert shapes == weight_shapes(part)
    assert all(values.dtype == np.float32 for values in weights.values())
    return part, weights


def same(weights: Weights, *names: str) -> list[bool]:
    return [
        np.array_equal(weights[f"{name}.weight"], LEARNED[f"{name}.weight"])
        for name in names
    ]


def test_that_a_network_that_was_not_changed_keeps_all() -> None:
    _, weights = after(DRAFT)
    assert all(weights[name] is LEARNED[name] for name in LEARNED)


def test_that_kernels_that_are_still_there_keep_their_numbers() -> None:
    _, weights = after(with_value(DRAFT, 1, "channels", 8))
    np.testing.assert_array_equal(weights["c1.weight"][:6], LEARNED["c1.weight"])
    np.testing.assert_array_equal(weights["c3.weight"][:, :6], LEARNED["c3.weight"])
    assert weights["c3.weight"][:, 6:].std() > 0
    assert same(weights, "c5", "f6", "output") == [True] * 3
    _, fewer = after(with_value(DRAFT, 1, "channels", 2))
    np.testing.assert_array_equal(fewer["c3.weight"], LEARNED["c3.weight"][:, :2])


def test_that_a_kernel_of_another_size_begins_anew_with_its_bias() -> None:
    with_bias = {**LEARNED, "c1.bias": np.ones(6, np.float32)}
    draft = with_value(draft_of(LENET, with_bias), 1, "kernel", (3, 3))
    _, weights = after(draft)
    assert not weights["c1.bias"].any()


def test_that_groups_do_not_mix_the_channels_of_kernels() -> None:
    _, weights = after(with_value(DRAFT, 4, "groups", 2))
    first = weights["c3.weight"]
    assert first.shape == (16, 3, 5, 5)
    assert not np.array_equal(first, LEARNED["c3.weight"][:, :3])


def test_that_a_renamed_or_moved_layer_keeps_its_numbers() -> None:
    _, weights = after(renamed(moved(DRAFT, 2, 1), 1, "first"))
    np.testing.assert_array_equal(weights["first.weight"], LEARNED["c1.weight"])
    assert same(weights, "c3", "c5", "f6", "output") == [True] * 4


def test_that_a_removed_layer_that_comes_back_by_undo_has_its_numbers() -> None:
    _, weights = after(removed(DRAFT, 10))
    assert "f6.weight" not in weights
    _, again = after(DRAFT)
    assert same(again, "f6", "output") == [True] * 2


def test_that_what_is_drawn_for_one_layer_does_not_hang_on_the_others() -> None:
    once = added(DRAFT, "linear")
    twice = duplicated(once, 1)
    _, first = after(once)
    _, second = after(twice)
    np.testing.assert_array_equal(first["dense1.weight"], second["dense1.weight"])


@pytest.mark.parametrize(
    "kind", ["conv2d", "batch_norm", "subsampling", "local_response_norm"]
)
def test_that_changed_networks_answer(kind: str) -> None:
    network_now, weights = after(branched(added(DRAFT, kind, 3), 13))
    picture = np.zeros(network_now.picture_shape, np.uint8)
    trace = ForwardPass(network_now, weights).trace(picture)
    assert len(trace.layers) == len(network_now.layers)


def test_that_the_same_seed_draws_the_same_numbers() -> None:
    mlp = network("mlp")
    first, second, other = (kept_weights(LENET, {}, mlp, s, {}) for s in (1, 1, 2))
    np.testing.assert_array_equal(first["dense1.weight"], second["dense1.weight"])
    assert not np.array_equal(first["dense1.weight"], other["dense1.weight"])
    assert abs(first["dense1.weight"].std() * (784 / 2) ** 0.5 - 1) < 0.01
