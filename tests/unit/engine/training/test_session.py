"""Training and evaluation: what is learned by a step, and what by measuring (nothing)."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn.functional import cross_entropy

from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.forward import normalized
from cnnviz.engine.networks.layers import (
    Activation,
    BatchNorm,
    Conv2d,
    Dropout,
    Flatten,
    LayerSpec,
    Linear,
    Network,
    Pool2d,
    RadialBasis,
)
from cnnviz.engine.networks.weights import Weights, load_weights, save_weights
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.session import Session
from tests.helpers.bar_digits import bar_dataset
from tests.helpers.torch_oracle import load

CONFIG = TrainingConfig(batch_size=50, device="cpu", threads=1, seed=3)


def network(*end: LayerSpec) -> Network:
    """Return a net with batch normalization of maps and vectors, and dropout."""
    return Network(
        name="small",
        title="Small",
        input_chw=(1, 28, 28),
        normalization=(0.1307, 0.3081),
        labels=tuple("0123456789"),
        layers=(
            Pool2d(name="pool", kernel=(4, 4), stride=(4, 4)),
            Conv2d(name="conv", channels=4, kernel=(3, 3), padding="same"),
            Activation(name="conv_relu"),
            BatchNorm(name="bn"),
            Dropout(name="dropout"),
            Flatten(name="flatten"),
            Linear(name="dense", units=20),
            BatchNorm(name="dense_bn"),
            *end,
        ),
    )


LOGITS = network(Linear(name="output", units=10))
SOFTMAX = network(
    Linear(name="output", units=10), Activation(name="softmax", kind="softmax")
)
DISTANCES = network(
    RadialBasis(
        name="output", codes=tuple(tuple(row) for row in np.eye(10, 20).tolist())
    )
)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return bar_dataset()


def session(
    dataset: Dataset,
    described: Network = LOGITS,
    config: TrainingConfig = CONFIG,
    start: Weights | None = None,
) -> Session:
    return Session(config, described, dataset, "cpu", start)


def learn(session: Session, batches: int = 3) -> list[float]:
    chosen = zip(range(batches), session.batches(), strict=False)
    return [session.step(batch_n, 0.0)[0] for _, batch_n in chosen]


def same(one: Weights, other: Weights) -> bool:
    return all(np.array_equal(one[name], other[name]) for name in one)


def test_that_steps_change_the_running_numbers_and_measuring_does_not(
    dataset: Dataset,
) -> None:
    running = session(dataset)
    fresh = running.weights()
    learn(running)
    learned = running.weights()
    assert not np.array_equal(fresh["bn.running_mean"], learned["bn.running_mean"])
    assert learned["bn.num_batches_tracked"] == 3

    measured = running.validate()
    running.snapshot(3, 1, dataset.test.images_nhw[0])

    assert same(running.weights(), learned)
    again = running.validate()
    assert (again.loss, again.accuracy) == (measured.loss, measured.accuracy)
    learn(running, 1)  # and steps after it still learn them
    assert not np.array_equal(
        running.weights()["bn.running_mean"], learned["bn.running_mean"]
    )


@pytest.mark.parametrize("described", [LOGITS, SOFTMAX, DISTANCES])
def test_that_the_accuracy_is_that_of_the_network_as_it_is_used_afterwards(
    dataset: Dataset, described: Network, tmp_path: Path
) -> None:
    running = session(dataset, described)
    losses = learn(running, 10)
    assert losses[-1] < losses[0]
    measured = running.validate()

    save_weights(tmp_path / "w.safetensors", described, running.weights())
    weights = load_weights(tmp_path / "w.safetensors", described)

    assert same(weights, running.weights())
    test = dataset.test
    best = Classifier(described, weights).best(test.images_nhw)
    assert measured.accuracy == (best == test.labels_n).mean()
    np.testing.assert_array_equal(measured.predictions.predicted_n, best)
    module = build(described).eval()
    load(module, weights)
    with torch.no_grad():
        batch = torch.tensor(normalized(described, test.images_nhw))
        logits_nk = module.logits(batch)
        expected = cross_entropy(logits_nk, torch.tensor(test.labels_n))
        sure = logits_nk.softmax(dim=1).max(dim=1).values.numpy()
    confidence_n = measured.predictions.confidence_n
    np.testing.assert_allclose(confidence_n, sure, rtol=2**-10)
    assert measured.loss == pytest.approx(expected.item(), rel=1e-4)


def test_that_a_snapshot_shows_the_network_as_it_is_used_afterwards(
    dataset: Dataset,
) -> None:
    running = session(dataset)
    learn(running)
    picture = dataset.test.images_nhw[0]
    taken = running.snapshot(3, 1, picture)
    assert taken.trace is not None
    expected = Classifier(LOGITS, taken.weights).trace(picture)
    for output, layer in zip(taken.trace.layers, expected.layers, strict=True):
        np.testing.assert_array_equal(output.values, layer.values)
    outputs = {output.name: output.values for output in taken.trace.layers}
    np.testing.assert_array_equal(outputs["dropout"], outputs["bn"])


def test_that_a_run_goes_on_from_the_running_numbers_too(dataset: Dataset) -> None:
    running = session(dataset)
    learn(running)
    went_on = session(dataset, start=running.weights())
    assert same(went_on.weights(), running.weights())
    assert went_on.validate().loss == running.validate().loss


def test_that_one_seed_drops_the_same_numbers_whatever_else_is_drawn(
    dataset: Dataset,
) -> None:
    torch.manual_seed(1)
    first = learn(session(dataset))
    torch.manual_seed(2)
    assert learn(session(dataset)) == first
    other = TrainingConfig(batch_size=50, device="cpu", threads=1, seed=4)
    assert learn(session(dataset, config=other)) != first


def test_that_bfloat16_learns_and_measures_in_float32(dataset: Dataset) -> None:
    recipe = replace(CONFIG, precision="bfloat16")
    running = session(dataset, config=recipe)
    exact = session(dataset)
    first, *_, last = learn(running, 10)
    assert first == pytest.approx(learn(exact, 1)[0], rel=0.02)
    assert last < first
    went_on = session(dataset, start=running.weights())  # of float32
    assert went_on.validate().loss == running.validate().loss
    assert all(values.dtype == np.float32 for values in running.weights().values())


def test_that_a_last_batch_of_one_picture_is_learned_from(dataset: Dataset) -> None:
    running = session(dataset)
    loss, _ = running.step(torch.tensor([0]), 0.0)
    assert np.isfinite(loss)
    assert all(np.isfinite(values).all() for values in running.weights().values())
