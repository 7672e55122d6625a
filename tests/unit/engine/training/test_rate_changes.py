"""The learning rate changed while a run goes; killed and resumed, it ends the same."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.networks.build import build, initialize, normalized
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import BatchDone, Finished, RateChanged
from cnnviz.engine.training.loop import train
from cnnviz.engine.training.rate_replay import rates_again
from cnnviz.engine.training.run_checkpoints import read_checkpoint
from cnnviz.engine.training.run_events import mend_events, read_told
from cnnviz.engine.training.run_folder import CHECKPOINT, EVENTS
from cnnviz.engine.training.run_writing import RunWriter
from cnnviz.engine.training.schedules import SCHEDULES
from tests.helpers.bar_digits import bar_dataset
from tests.helpers.chance_network import CHANCE

QUICK = TrainingConfig(
    network=CHANCE,
    epochs=3,
    batch_size=40,
    device="cpu",
    threads=1,
    seed=5,
    snapshot_every=4,
    schedule="cosine",
)
CHANGES = {0: 0.02, 5: 0.0005, 6: 0.01, 13: 0.001}


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return bar_dataset(210, 20)


def test_that_steps_after_a_change_are_torchs_with_that_rate(dataset: Dataset) -> None:
    layers = tuple(one for one in CHANCE.layers if one.name in ("flatten", "output"))
    config = replace(
        QUICK,
        network=replace(CHANCE, layers=layers),
        batch_size=210,
        epochs=8,
        optimizer="sgd",
    )
    changes = {2: 0.5, 4: 0.05}
    events = list(train(config, dataset, rate_wanted=changes.get))
    ours = [one.loss for one in events if isinstance(one, BatchDone)]

    module = build(config.network)
    initialize(module, config.seed)
    optimizer = torch.optim.SGD(module.parameters(), lr=1.0, momentum=0.9)
    images = normalized(config.network, torch.tensor(dataset.train.images_nhw))
    theirs, rate = [], config.learning_rate
    for step in range(8):
        rate = changes.get(step, rate)
        optimizer.param_groups[0]["lr"] = rate * SCHEDULES["cosine"](step / 8)
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(
            module.logits(images), torch.tensor(dataset.train.labels_n)
        )
        loss.backward()
        optimizer.step()
        theirs.append(loss.item())
    assert ours == pytest.approx(theirs, rel=1e-3)


def test_that_a_change_is_told_before_its_first_step(dataset: Dataset) -> None:
    rates = {0: QUICK.learning_rate, 2: 0.5}  # the first is no change
    told = [
        (type(one), one.step)
        for one in train(QUICK, dataset, rate_wanted=rates.get)
        if isinstance(one, BatchDone | RateChanged)
    ]
    assert told[:4] == [
        (BatchDone, 1),
        (BatchDone, 2),
        (RateChanged, 2),
        (BatchDone, 3),
    ]
    assert sum(kind is RateChanged for kind, _ in told) == 1


def run_on(
    path: Path,
    dataset: Dataset,
    changes: dict[int, float],
    most: int | None = None,
    wanted: Callable[[], bool] = lambda: True,
) -> Finished | None:
    """Go on with a run for so many events, and then let it be, as a kill does."""
    told = mend_events(path)
    events = train(
        QUICK,
        dataset,
        checkpoint_wanted=wanted,
        rate_wanted=rates_again(told, changes.get),
        resumed=read_checkpoint(path),
    )
    writer = RunWriter(path, QUICK.network, told)
    with closing(writer), closing(events):
        for event in islice(events, most):
            writer.take(event)
            if isinstance(event, Finished):
                return event
    return None


def lines(path: Path) -> list[dict[str, object]]:
    found = [json.loads(one) for one in (path / EVENTS).read_text("utf-8").splitlines()]
    return [{k: v for k, v in one.items() if k != "seconds"} for one in found]


def test_that_a_run_killed_anywhere_ends_as_one_with_the_same_changes(
    dataset: Dataset, tmp_path: Path
) -> None:
    (whole := tmp_path / "whole").mkdir()
    expected = run_on(whole, dataset, CHANGES)
    (path := tmp_path / "killed").mkdir()
    random = np.random.default_rng(3)
    finished = None
    for _ in range(12):
        wanted = bool(random.integers(2))
        most = int(random.integers(1, 9))
        finished = run_on(path, dataset, CHANGES, most, lambda wanted=wanted: wanted)
        if finished is not None:
            break
    # Nobody changes anything any more: what was told is made again.
    finished = finished or run_on(path, dataset, CHANGES)
    assert expected is not None
    assert finished is not None
    assert lines(path) == lines(whole)
    for name, values in expected.weights.items():
        np.testing.assert_array_equal(finished.weights[name], values)


def test_that_changes_after_the_checkpoint_are_made_again_from_what_was_told(
    dataset: Dataset, tmp_path: Path
) -> None:
    (whole := tmp_path / "whole").mkdir()
    expected = run_on(whole, dataset, {5: 0.03})
    assert expected is not None
    (path := tmp_path / "killed").mkdir()
    run_on(path, dataset, {5: 0.03}, 12, lambda: False)  # no checkpoint at all
    assert [(one.step, one.learning_rate) for one in read_told(path).rates] == [
        (5, 0.03)
    ]
    finished = run_on(path, dataset, {})
    assert finished is not None
    for name, values in expected.weights.items():
        np.testing.assert_array_equal(finished.weights[name], values)


def test_that_nobody_changes_what_was_told(dataset: Dataset, tmp_path: Path) -> None:
    run_on(tmp_path, dataset, {}, 12, lambda: False)
    newest = read_told(tmp_path).step
    asked: list[int] = []
    answer = rates_again(read_told(tmp_path), lambda step: asked.append(step))
    for step in range(newest + 3):
        assert answer(step) is None
    assert asked == [newest, newest + 1, newest + 2]


def test_that_a_checkpoint_older_than_changes_is_read(
    dataset: Dataset, tmp_path: Path
) -> None:
    run_on(tmp_path, dataset, {2: 0.5}, 9)
    file = tmp_path / CHECKPOINT
    data = file.read_bytes()
    # Of another name, so that it is not told; the header keeps its length.
    assert data.count(b"learning_rate") == 1
    file.write_bytes(data.replace(b"learning_rate", b"learning_nope"))
    checkpoint = read_checkpoint(tmp_path)
    assert checkpoint is not None
    assert checkpoint.learning_rate is None
