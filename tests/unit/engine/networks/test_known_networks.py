"""Networks with branches, buffers and fixed codes, against their published figures."""

import numpy as np
import pytest
import torch
from torch.nn import functional

from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.forward import ForwardPass, normalized
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.summary import LayerSummary, summarize
from tests.helpers.known_networks import (
    INCEPTION_3A,
    KNOWN_NETWORKS,
    LENET5_1998,
    SIGN_LANGUAGE,
)
from tests.helpers.torch_oracle import load, random_weights, torch_outputs, weights_of


def lines_of(network: Network) -> dict[str, LayerSummary]:
    return {line.name: line for line in summarize(network).layers}


def test_that_lenet5_of_1998_has_the_parameters_and_connections_of_the_paper() -> None:
    lines = lines_of(LENET5_1998)
    figures = {
        "c1": (156, 122_304),
        "s2": (12, 5_880),
        "c3": (1_516, 151_600),
        "s4": (32, 2_000),
        "c5": (48_120, 48_120),
        "f6": (10_164, 10_164),
        "output": (0, 840),
    }
    assert {
        name: (line.learned, line.connections)
        for name, line in lines.items()
        if line.connections
    } == figures
    summary = summarize(LENET5_1998)
    assert (summary.parameters, summary.learned) == (60_840, 60_000)
    assert lines["output"].not_learned == 840
    assert summary.connections == 340_908
    for name, side in {"c1": 5, "s2": 6, "c3": 14, "s4": 16, "c5": 32}.items():
        assert lines[name].receptive_field == (side, side)


def test_that_the_picture_of_1998_goes_from_a_tenth_below_0_to_1_175() -> None:
    ends = np.array([[[0, 255]]], np.uint8).repeat(28, 1).repeat(14, 2)
    batch = normalized(LENET5_1998, ends)
    assert np.unique(batch).tolist() == pytest.approx([-0.1, 1.175], abs=1e-6)


def test_that_the_sign_language_net_counts_as_keras_counts() -> None:
    lines = lines_of(SIGN_LANGUAGE)
    assert [line.parameters for line in lines.values() if line.parameters] == [
        750, 300, 33_800, 200, 11_275, 100, 205_312, 12_312,
    ]  # fmt: skip
    assert (lines["bn1"].learned, lines["bn1"].not_learned) == (150, 150)
    summary = summarize(SIGN_LANGUAGE)
    assert (summary.parameters, summary.learned) == (264_049, 263_749)
    assert [lines[f"pool{number}"].output_shape[1] for number in (1, 2, 3)] == [
        14,
        7,
        4,
    ]
    assert lines["softmax"].output_shape == (len(SIGN_LANGUAGE.labels),) == (24,)


def test_that_an_inception_module_joins_its_four_branches() -> None:
    summary = summarize(INCEPTION_3A)
    assert summary.parameters == summary.learned == 163_696
    assert summary.layers[-1].output_shape == (256, 28, 28)
    # As far as the branch that sees farthest.
    assert summary.layers[-1].receptive_field == (5, 5)
    assert not summary.layers[-1].can_be_negative


@pytest.mark.parametrize("network", KNOWN_NETWORKS.values(), ids=KNOWN_NETWORKS)
def test_that_every_layer_says_what_torch_says(network: Network) -> None:
    module = build(network)
    weights = weights_of(module)
    for name, values in random_weights(network).items():
        if "running" in name:
            weights[name] = values
    load(module, weights)
    shape = (2, *network.picture_shape)
    pictures = np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)
    batch = normalized(network, pictures)

    found = list(ForwardPass(network, weights).outputs(batch))

    expected = torch_outputs(module, batch)
    for layer, mine, torchs in zip(network.layers, found, expected, strict=True):
        np.testing.assert_allclose(
            mine, torchs, rtol=1e-4, atol=2e-5, err_msg=layer.name
        )


def test_that_a_softmax_at_the_end_is_the_answer_as_it_stands() -> None:
    weights = weights_of(build(SIGN_LANGUAGE))
    done = ForwardPass(SIGN_LANGUAGE, weights).trace(np.full((28, 28), 9, np.uint8))
    assert SIGN_LANGUAGE.answer == "probabilities"
    assert done.probabilities is not None
    np.testing.assert_array_equal(done.probabilities, done.layers[-1].values)
    assert done.probabilities.sum() == pytest.approx(1, abs=1e-5)
    assert done.best == done.probabilities.argmax()


def test_that_of_distances_the_smallest_wins() -> None:
    weights = weights_of(build(LENET5_1998))
    done = ForwardPass(LENET5_1998, weights).trace(np.full((28, 28), 9, np.uint8))
    distances = done.layers[-1].values
    assert LENET5_1998.answer == "distances"
    assert done.best == distances.argmin()
    expected = functional.softmax(-torch.tensor(distances), 0)
    np.testing.assert_allclose(done.probabilities, expected, rtol=1e-5)


def test_that_mere_scores_have_no_probabilities() -> None:
    scores = Network(
        name="scores",
        title="Scores",
        input_chw=(1, 28, 28),
        normalization=(0.0, 1.0),
        labels=tuple("0123456789"),
        layers=LENET5_1998.layers[:-1],
    )
    weights = weights_of(build(scores))
    done = ForwardPass(scores, weights).trace(np.full((28, 28), 9, np.uint8))
    assert done.probabilities is None
    assert done.best == done.layers[-1].values.argmax()


@pytest.mark.parametrize(
    ("network", "logits"),
    [
        (SIGN_LANGUAGE, lambda outputs: outputs[-2]),
        (LENET5_1998, lambda outputs: -outputs[-1]),
        (INCEPTION_3A, lambda outputs: outputs[-1]),
    ],
    ids=KNOWN_NETWORKS,
)
def test_that_the_loss_is_taken_of_what_softmax_makes_probabilities_of(
    network: Network, logits: object
) -> None:
    module = build(network).eval()
    batch = torch.rand(
        2, *network.input_chw, generator=torch.Generator().manual_seed(1)
    )
    expected = logits(torch_outputs(module, batch.numpy()))  # type: ignore[operator]
    module.eval()
    with torch.no_grad():
        np.testing.assert_allclose(module.logits(batch), expected, rtol=1e-5, atol=1e-6)
