"""The gradients of the loss of one picture: against torch's autograd by hand."""

from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from torch.nn.functional import cross_entropy

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.build import build, normalized
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.shapes import parameter_shapes
from cnnviz.engine.training.one_step.loss_gradients import loss_gradients
from tests.helpers.drawn_networks import networks
from tests.helpers.torch_oracle import load, random_weights

LENET = NETWORKS["lenet5"]


def picture(network: Network) -> np.ndarray:
    random = np.random.default_rng(5)
    return random.integers(0, 256, network.picture_shape).astype(np.uint8)


def close(found: Any, expected: Any) -> None:
    scale = float(np.abs(expected).max(initial=1.0))
    np.testing.assert_allclose(found, expected, rtol=2e-4, atol=2e-5 * scale)


@settings(max_examples=15, deadline=None)
@given(networks(), st.data())
def test_that_the_gradients_are_those_of_autograd(
    network: Network, data: st.DataObject
) -> None:
    assume(parameter_shapes(network))
    weights = random_weights(network)
    label = data.draw(st.integers(0, len(network.labels) - 1))
    found = loss_gradients(network, weights, picture(network), label)
    assume(np.isfinite(found.loss))
    module = build(network)
    load(module, weights)
    module.eval()
    logits = module.logits(normalized(network, torch.tensor(picture(network)[None])))
    loss = cross_entropy(logits, torch.tensor([label]))
    learned = {name: one for name, one in module.named_parameters() if one.numel()}
    expected = torch.autograd.grad(loss, [*learned.values()], allow_unused=True)
    close(found.loss, loss.item())
    for name, one in zip(learned, expected, strict=True):
        if name in found.of_weights:
            close(found.of_weights[name], 0 if one is None else one.numpy())
    assert set(found.of_weights) == set(parameter_shapes(network))
    for name, one in found.of_outputs.items():
        assert one.shape == found.outputs[name].shape


def test_that_without_a_right_class_it_is_what_the_network_says() -> None:
    weights = random_weights(LENET)
    said = Classifier(LENET, weights).trace(picture(LENET)).best
    found = loss_gradients(LENET, weights, picture(LENET))
    told = loss_gradients(LENET, weights, picture(LENET), said)
    assert found.label == said
    np.testing.assert_array_equal(
        found.of_weights["c3.weight"], told.of_weights["c3.weight"]
    )


def test_that_weights_that_are_no_numbers_are_refused() -> None:
    weights = dict(random_weights(LENET))
    weights["c1.weight"] = np.full_like(weights["c1.weight"], np.nan)
    with pytest.raises(CnnvizError, match="weights_not_finite"):
        loss_gradients(LENET, weights, picture(LENET))
