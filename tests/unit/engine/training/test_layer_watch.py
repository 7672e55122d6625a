"""Layers measured while a network learns: the numbers, and that nothing else changes."""

import json
from dataclasses import replace

import numpy as np
import pytest
import torch

from cnnviz.engine.networks.build import NetworkModule, build
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.trace import Trace
from cnnviz.engine.networks.weights import Weights
from cnnviz.engine.training import layer_watch
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import BatchDone, Finished
from cnnviz.engine.training.layer_statistics import BINS, LayersMeasured
from cnnviz.engine.training.layer_watch import LayerWatch
from cnnviz.engine.training.loop import train
from tests.helpers.bar_digits import bar_dataset
from tests.helpers.chance_network import CHANCE

Measured = tuple[LayersMeasured, Weights, NetworkModule]

LENET5 = network("lenet5")
DATA = bar_dataset()
QUICK = TrainingConfig(epochs=2, batch_size=50, device="cpu", threads=1, seed=3)


class Clock:
    """A clock that goes on by a step whenever it is read."""

    def __init__(self, step: float) -> None:
        self.time, self._step = 0.0, step

    def __call__(self) -> float:
        self.time += self._step
        return self.time


def weights_of(module: torch.nn.Module) -> Weights:
    state = module.state_dict().items()
    return {name: values.numpy().copy() for name, values in state}


@pytest.fixture
def measured() -> Measured:
    """One step of plain gradient descent, measured; and the weights around it."""
    module = build(LENET5).train()
    pictures = torch.tensor(DATA.test.images_nhw)
    watch = LayerWatch(LENET5, module, pictures, Clock(0.0))
    optimizer = torch.optim.SGD(module.parameters(), lr=0.1)
    assert watch.after_step(1, 1) is None
    before = weights_of(module)
    loss = module.logits(torch.randn(8, 1, 28, 28)).square().mean()
    torch.autograd.backward(loss)
    optimizer.step()
    found = watch.after_step(2, 1)
    assert found is not None
    return found, before, module


def test_that_norms_are_those_of_torch_and_of_the_step(measured: Measured) -> None:
    found, before, module = measured
    names = [layer.name for layer in found.layers]
    assert names == ["c1", "c3", "c5", "f6", "output"]
    for layer in found.layers:
        weight = module.get_submodule(layer.name).weight
        values, gradient = weight.detach().numpy(), weight.grad.numpy()
        norm = np.linalg.norm(gradient)
        assert layer.gradient_norm == pytest.approx(norm, rel=1e-4)
        assert layer.weight_norm == pytest.approx(np.linalg.norm(values), rel=1e-4)
        assert layer.gradient_size == pytest.approx(norm / np.sqrt(values.size), 1e-4)
        change = np.linalg.norm(values - before[f"{layer.name}.weight"])
        ratio = change / np.linalg.norm(values)
        assert layer.update_ratio == pytest.approx(ratio, rel=1e-3)


def test_that_spreads_are_those_of_numpy(measured: Measured) -> None:
    found, _, module = measured
    for layer in found.layers:
        values = module.get_submodule(layer.name).weight.detach().numpy()
        assert layer.weights is not None
        ends = layer.weights.low, layer.weights.high
        assert ends == (values.min(), values.max())
        counts, _ = np.histogram(values, BINS, ends)
        # A value on the edge of two pieces may be counted with either.
        assert np.abs(counts - layer.weights.counts_b).sum() <= 0.002 * values.size + 2
        assert layer.weights.counts_b.sum() == values.size


def test_that_dead_units_are_those_of_the_numpy_forward_pass(
    measured: Measured,
) -> None:
    found, _, module = measured
    places = np.linspace(0, len(DATA.test) - 1, 64).round().astype(int)
    forward = ForwardPass(LENET5, weights_of(module))
    traces = [forward.trace(DATA.test.images_nhw[place]) for place in places]
    ends = {"c1": "c1_relu", "c3": "c3_relu", "c5": "c5_relu", "f6": "f6_relu"}
    for layer in found.layers:
        if layer.name not in ends:
            assert layer.dead is None
            continue
        maps = np.stack([_output(trace, ends[layer.name]) for trace in traces])
        flat = maps.reshape(len(places), maps.shape[1], -1)
        dead = (flat.max(axis=(0, 2)) <= 0).mean()
        assert layer.dead == pytest.approx(dead, abs=1e-6)
        assert layer.activations is not None
        assert layer.activations.high == pytest.approx(flat.max(), rel=1e-4)


def _output(trace: Trace, name: str) -> np.ndarray:
    return next(one.values for one in trace.layers if one.name == name)


def test_that_measuring_takes_a_fiftieth_of_the_time_at_most() -> None:
    clock = Clock(1.0)  # every look at it costs a second
    module, steps = build(LENET5), 400
    watch = LayerWatch(LENET5, module, torch.tensor(DATA.test.images_nhw), clock)
    found = [watch.after_step(step, 1) for step in range(steps)]
    count = sum(one is not None for one in found)
    assert 1 <= count <= 0.02 * clock.time + 2


@pytest.mark.parametrize("learner", [CHANCE, LENET5], ids=["chance", "lenet5"])
def test_that_a_watched_run_learns_the_very_same(
    learner: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layer_watch, "_EVERY_S", 0.0)
    monkeypatch.setattr(layer_watch, "_MOST_SHARE", float("inf"))
    monkeypatch.setattr(layer_watch, "_SHARE_OF_RUN", 0.0)
    config = replace(QUICK, network=learner)
    plain, watched = (
        list(train(config, DATA, watch_layers=watch)) for watch in (False, True)
    )
    assert sum(isinstance(event, LayersMeasured) for event in watched) >= 5
    one, two = plain[-1], watched[-1]
    assert isinstance(one, Finished)
    assert isinstance(two, Finished)
    for name, values in one.weights.items():
        np.testing.assert_array_equal(two.weights[name], values)
    losses = [
        [event.loss for event in events if isinstance(event, BatchDone)]
        for events in (plain, watched)
    ]
    assert losses[0] == losses[1]


def test_that_a_record_is_plain_and_is_read_back(measured: Measured) -> None:
    found, _, _ = measured
    record = json.loads(json.dumps(found.record()))
    again = LayersMeasured.of_record(record)
    assert again.record() == found.record()
