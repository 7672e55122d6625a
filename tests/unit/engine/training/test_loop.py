"""A run as the events that it gives."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.networks.build import build, initialize
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.layers import Activation, Flatten
from cnnviz.engine.training import session as session_module
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import (
    BatchDone,
    EpochDone,
    Failed,
    Finished,
    Snapshot,
    Started,
    TrainingEvent,
)
from cnnviz.engine.training.loop import train
from cnnviz.engine.training.optimizers import OPTIMIZERS
from tests.helpers.bar_digits import bar_dataset

LENET5 = network("lenet5")
QUICK = TrainingConfig(epochs=2, batch_size=50, device="cpu", threads=1, seed=3)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return bar_dataset()


@pytest.fixture(scope="module")
def events(dataset: Dataset) -> list[TrainingEvent]:
    config = replace(QUICK, snapshot_every=3)
    return list(train(config, dataset, probe_hw=dataset.test.images_nhw[0]))


def of(kind: type, events: list[TrainingEvent]) -> list:
    return [event for event in events if isinstance(event, kind)]


def losses(config: TrainingConfig, dataset: Dataset) -> list[float]:
    return [event.loss for event in of(BatchDone, list(train(config, dataset)))]


def test_that_events_come_in_the_promised_order(events: list[TrainingEvent]) -> None:
    b, s, e = "BatchDone", "Snapshot", "EpochDone"
    assert [type(event).__name__ for event in events] == [
        "Started", s,
        b, b, b, s, b, b, b, s, b, e,
        b, b, s, b, b, b, s, b, b, e,
        s, "Finished",
    ]  # fmt: skip


def test_that_the_first_event_tells_what_will_be(events: list[TrainingEvent]) -> None:
    started = events[0]
    assert isinstance(started, Started)
    assert started.device == "cpu"
    assert (started.training_pictures, started.validation_pictures) == (320, 100)
    assert started.batches_per_epoch == 7  # the last has 20


def test_that_batches_are_counted_and_the_clock_runs(
    events: list[TrainingEvent],
) -> None:
    batches = of(BatchDone, events)
    assert [event.step for event in batches] == list(range(1, 15))
    assert [event.batch for event in batches] == [*range(1, 8)] * 2
    assert [event.epoch for event in batches] == [1] * 7 + [2] * 7
    assert [event.pictures_seen for event in batches][-2:] == [620, 640]
    assert all(before.seconds < after.seconds for before, after in pairwise(batches))


def test_that_an_epoch_is_the_mean_of_its_pictures(events: list[TrainingEvent]) -> None:
    sizes = [50] * 6 + [20]
    first = of(BatchDone, events)[:7]
    epoch = of(EpochDone, events)[0]
    assert epoch.train_loss == pytest.approx(
        np.average([event.loss for event in first], weights=sizes)
    )
    assert epoch.train_accuracy == pytest.approx(
        np.average([event.accuracy for event in first], weights=sizes)
    )


def test_that_validation_is_measured_with_the_weights_of_then(
    events: list[TrainingEvent], dataset: Dataset
) -> None:
    finished = events[-1]
    assert isinstance(finished, Finished)
    classifier = Classifier(LENET5, finished.weights)
    probabilities_nk = classifier.probabilities(dataset.test.images_nhw)
    right_n = probabilities_nk.argmax(axis=1) == dataset.test.labels_n
    last = of(EpochDone, events)[-1]
    assert last.validation_accuracy == finished.validation_accuracy == right_n.mean()
    own = probabilities_nk[np.arange(100), dataset.test.labels_n]
    assert last.validation_loss == pytest.approx(-np.log(own).mean(), rel=1e-4)


def test_that_a_network_learns(dataset: Dataset) -> None:
    *_, finished = train(replace(QUICK, epochs=6), dataset)
    assert isinstance(finished, Finished)
    assert finished.validation_accuracy > 0.95


REFERENCES: dict[str, Callable[[Iterable[torch.Tensor], float], Any]] = {
    "adam": lambda all_, decay: torch.optim.Adam(all_, 0.001, weight_decay=decay),
    "sgd": lambda all_, decay: torch.optim.SGD(
        all_, 0.001, momentum=0.9, weight_decay=decay
    ),
    "nesterov": lambda all_, decay: torch.optim.SGD(
        all_, 0.001, momentum=0.9, nesterov=True, weight_decay=decay
    ),
    "rmsprop": lambda all_, decay: torch.optim.RMSprop(
        all_, 0.001, alpha=0.9, eps=1e-7, weight_decay=decay
    ),
    "adamw": lambda all_, decay: torch.optim.AdamW(
        all_, 0.001, weight_decay=decay or 0.01
    ),
    "adadelta": lambda all_, decay: torch.optim.Adadelta(
        all_, 0.001, weight_decay=decay
    ),
}


@pytest.mark.parametrize("decay", [0.0, 0.1])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_that_steps_are_those_of_torchs_own_optimisers(
    dataset: Dataset, optimizer: str, decay: float
) -> None:
    config = replace(
        QUICK,
        optimizer=optimizer,
        batch_size=320,
        epochs=5,
        weight_decay=decay,
        label_smoothing=decay,
    )
    ours = losses(config, dataset)

    module = build(LENET5)
    initialize(module, config.seed)
    reference = REFERENCES[optimizer](module.parameters(), decay)
    images = (torch.tensor(dataset.train.images_nhw) / 255 - 0.1307) / 0.3081
    theirs = []
    for _ in range(5):
        reference.zero_grad()
        loss = nn.functional.cross_entropy(
            module(images.unsqueeze(1)),
            torch.tensor(dataset.train.labels_n),
            label_smoothing=decay,
        )
        loss.backward()
        reference.step()
        theirs.append(loss.item())

    assert ours == pytest.approx(theirs, rel=1e-3)


def test_that_the_cosine_schedule_begins_at_the_rate_and_ends_near_nothing(
    dataset: Dataset,
) -> None:
    # Plain SGD: a step is the rate times the gradient.
    config = replace(
        QUICK, optimizer="sgd", momentum=0.0, schedule="cosine", snapshot_every=1
    )
    constant = replace(config, schedule="constant")
    first, same = (
        [event.loss for event in of(BatchDone, list(train(recipe, dataset)))[:2]]
        for recipe in (constant, config)
    )
    assert first == same

    weights = [event.weights for event in of(Snapshot, list(train(config, dataset)))]
    moved = [
        float(np.abs(after["output.bias"] - before["output.bias"]).max())
        for before, after in pairwise(weights)
    ]
    # Of 14 steps the last has (1 + cos(pi * 13 / 14)) / 2 = 1.3% of the rate.
    assert moved[-1] < 0.1 * moved[0]


def test_that_snapshots_are_copies_that_later_steps_leave_alone(
    events: list[TrainingEvent],
) -> None:
    first, second, *_, last = of(Snapshot, events)
    assert (first.step, second.step, last.step) == (0, 3, 14)
    fresh = build(LENET5)
    initialize(fresh, QUICK.seed)
    for name, values in fresh.named_parameters():
        np.testing.assert_array_equal(first.weights[name], values.detach().numpy())
        assert not np.array_equal(first.weights[name], second.weights[name])


def test_that_a_snapshot_shows_the_probe_as_its_weights_see_it(
    events: list[TrainingEvent], dataset: Dataset
) -> None:
    for snapshot in of(Snapshot, events):
        expected = Classifier(LENET5, snapshot.weights).trace(
            dataset.test.images_nhw[0]
        )
        np.testing.assert_allclose(
            snapshot.trace.probabilities, expected.probabilities, atol=1e-5
        )
        np.testing.assert_allclose(
            snapshot.trace.layers[0].values, expected.layers[0].values, atol=1e-4
        )


def test_that_the_newest_probe_is_asked_for_at_each_snapshot(dataset: Dataset) -> None:
    probes = [None, dataset.test.images_nhw[0], dataset.test.images_nhw[1]]
    asked = iter(probes)
    config = replace(QUICK, epochs=1, batch_size=160, snapshot_every=1)
    snapshots = of(Snapshot, list(train(config, dataset, probe_hw=lambda: next(asked))))
    assert [snapshot.trace is None for snapshot in snapshots] == [True, False, False]
    assert not np.array_equal(
        snapshots[1].trace.input_chw, snapshots[2].trace.input_chw
    )


def test_that_a_snapshot_can_be_asked_for_between_the_counted_ones(
    dataset: Dataset,
) -> None:
    config = replace(QUICK, epochs=1, snapshot_every=1_000)
    answers = iter([False, True, False, False, True, False, False])
    run = list(train(config, dataset, snapshot_wanted=lambda: next(answers)))
    assert [event.step for event in of(Snapshot, run)] == [0, 2, 5, 7]


def test_that_a_run_goes_on_from_given_weights(
    events: list[TrainingEvent], dataset: Dataset
) -> None:
    learned = events[-1].weights
    run = train(QUICK, dataset, initial_weights=learned)
    next(run)
    snapshot = next(run)
    assert isinstance(snapshot, Snapshot)
    run.close()
    np.testing.assert_array_equal(snapshot.weights["c3.weight"], learned["c3.weight"])


def test_that_waiting_between_events_does_not_count(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr("cnnviz.engine.training.loop.perf_counter", lambda: now[0])
    run = train(replace(QUICK, epochs=1), dataset)
    for event in run:
        now[0] += 3_600  # an hour's pause after each event
        if isinstance(event, (BatchDone, EpochDone, Finished)):
            assert event.seconds == 0


@pytest.mark.parametrize("events_taken", [1, 2, 4, 30])
def test_that_closing_a_run_gives_the_threads_back(
    dataset: Dataset, events_taken: int
) -> None:
    before = torch.get_num_threads()
    other = 1 if before > 1 else 2
    run = train(replace(QUICK, threads=other), dataset)
    for _, _event in zip(range(events_taken), run, strict=False):
        assert torch.get_num_threads() == other
    run.close()
    assert torch.get_num_threads() == before
    assert list(run) == []


def test_that_a_loss_that_runs_away_ends_the_run_with_advice(dataset: Dataset) -> None:
    config = replace(QUICK, optimizer="sgd", learning_rate=1e6)
    *_, last = train(config, dataset)
    assert isinstance(last, Failed)
    words = sentence(CnnvizError(last.code, **last.facts))
    assert last.code == "training_diverged"
    assert f"epoch {last.facts['epoch']}" in words
    assert "1000000" in words


@pytest.mark.parametrize(
    "error",
    [
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB"),
        RuntimeError("DefaultCPUAllocator: can't allocate memory: 99 bytes"),
        MemoryError(),
    ],
)
def test_that_full_memory_ends_the_run_in_words(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(session_module.Session, "step", fail)
    *_, last = train(QUICK, dataset)
    assert isinstance(last, Failed)
    words = sentence(CnnvizError(last.code, **last.facts))
    assert "50" in words
    assert "batch" in words


def test_that_any_other_error_is_not_hidden(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("something else")

    monkeypatch.setattr(session_module.Session, "step", fail)
    before = torch.get_num_threads()
    with pytest.raises(RuntimeError, match="something else"):
        list(train(replace(QUICK, threads=before + 1), dataset))
    assert torch.get_num_threads() == before


def split(count: int, side: int = 28, label: int = 0) -> Split:
    return Split(
        np.zeros((count, side, side), np.uint8), np.full(count, label, np.int64)
    )


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (split(0), "dataset_empty"),
        (split(3, side=32), "pictures_size_differs"),
        (split(3, label=10), "labels_out_of_range"),
        (split(3, label=-1), "labels_out_of_range"),
    ],
)
@pytest.mark.parametrize("part", ["train", "test"])
def test_that_a_data_set_that_does_not_fit_is_refused_at_the_call(
    dataset: Dataset, bad: Split, code: str, part: str
) -> None:
    with pytest.raises(CnnvizError) as caught:
        train(QUICK, replace(dataset, **{part: bad}))
    assert caught.value.code == code
    assert "bars" in sentence(caught.value)


def test_that_a_network_without_weights_is_refused_at_the_call(
    dataset: Dataset,
) -> None:
    layers = (Flatten(name="flatten"), Activation(name="softmax", kind="softmax"))
    empty = replace(LENET5, layers=layers)
    with pytest.raises(CnnvizError, match="network_without_weights"):
        train(replace(QUICK, network=empty), dataset)


def test_that_weights_of_another_network_are_refused_at_the_call(
    dataset: Dataset,
) -> None:
    with pytest.raises(CnnvizError, match="weights_mismatch"):
        train(QUICK, dataset, initial_weights={"c1.weight": np.zeros(3, np.float32)})


def test_that_one_batch_may_hold_everything_and_a_batch_may_be_one(
    dataset: Dataset,
) -> None:
    small = replace(dataset, train=split(3), test=split(1))
    for batch_size in (1, 1_000):
        *_, last = train(replace(QUICK, batch_size=batch_size, epochs=1), small)
        assert isinstance(last, Finished)
