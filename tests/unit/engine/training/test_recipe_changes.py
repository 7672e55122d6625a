"""Settings changed while a run goes; killed and resumed, it ends the same."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.build import build, initialize, normalized
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import BatchDone, Finished, RecipeChanged
from cnnviz.engine.training.loop import train
from cnnviz.engine.training.recipe_changes import changes_again
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
CHANGES: "dict[int, dict[str, float]]" = {
    0: {"learning_rate": 0.02},
    5: {"learning_rate": 0.0005, "weight_decay": 0.01},
    6: {"learning_rate": 0.01, "momentum": 0.0},
    9: {"momentum": 0.5},
    13: {"learning_rate": 0.001, "weight_decay": 0.0},
}


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return bar_dataset(210, 20)


def test_that_steps_after_a_change_are_torchs_with_those_settings(
    dataset: Dataset,
) -> None:
    layers = tuple(one for one in CHANCE.layers if one.name in ("flatten", "output"))
    config = replace(
        QUICK,
        network=replace(CHANCE, layers=layers),
        batch_size=210,
        epochs=8,
        optimizer="sgd",
    )
    changes: dict[int, dict[str, float]] = {
        2: {"learning_rate": 0.5, "weight_decay": 0.1},
        4: {"learning_rate": 0.05, "momentum": 0.0},
        6: {"momentum": 0.5, "weight_decay": 0.0},
    }
    events = list(train(config, dataset, changes_wanted=changes.get))
    ours = [one.loss for one in events if isinstance(one, BatchDone)]

    module = build(config.network)
    initialize(module, config.seed)
    optimizer = torch.optim.SGD(module.parameters(), lr=1.0, momentum=0.9)
    images = normalized(config.network, torch.tensor(dataset.train.images_nhw))
    theirs, now = [], {"learning_rate": config.learning_rate}
    for step in range(8):
        now |= changes.get(step, {})
        group = optimizer.param_groups[0]
        group.update({k: v for k, v in now.items() if k != "learning_rate"})
        group["lr"] = now["learning_rate"] * SCHEDULES["cosine"](step / 8)
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(
            module.logits(images), torch.tensor(dataset.train.labels_n)
        )
        loss.backward()
        optimizer.step()
        theirs.append(loss.item())
    assert ours == pytest.approx(theirs, rel=1e-3)


def test_that_a_change_is_told_before_its_first_step(dataset: Dataset) -> None:
    wanted = {
        0: {"learning_rate": QUICK.learning_rate},  # it is no change
        2: {"learning_rate": 0.5, "momentum": QUICK.momentum},
    }
    told = [
        (type(one), one.step)
        for one in train(QUICK, dataset, changes_wanted=wanted.get)
        if isinstance(one, BatchDone | RecipeChanged)
    ]
    assert told[:4] == [
        (BatchDone, 1),
        (BatchDone, 2),
        (RecipeChanged, 2),
        (BatchDone, 3),
    ]
    assert sum(kind is RecipeChanged for kind, _ in told) == 1


def run_on(
    path: Path,
    dataset: Dataset,
    changes: dict[int, dict[str, float]],
    most: int | None = None,
    wanted: Callable[[], bool] = lambda: True,
    config: TrainingConfig = QUICK,
) -> Finished | None:
    """Go on with a run for so many events, and then let it be, as a kill does."""
    told = mend_events(path)
    events = train(
        config,
        dataset,
        checkpoint_wanted=wanted,
        changes_wanted=changes_again(told, changes.get),
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


@pytest.mark.parametrize(("optimizer", "momentum"), [("adam", 0.9), ("nesterov", 0)])
def test_that_a_run_killed_anywhere_ends_as_one_with_the_same_changes(
    optimizer: str, momentum: float, dataset: Dataset, tmp_path: Path
) -> None:
    config = replace(QUICK, optimizer=optimizer, momentum=momentum)
    (whole := tmp_path / "whole").mkdir()
    expected = run_on(whole, dataset, CHANGES, config=config)
    (path := tmp_path / "killed").mkdir()
    random = np.random.default_rng(3)
    finished = None
    for _ in range(12):
        wanted = bool(random.integers(2))
        most = int(random.integers(1, 9))
        answer = partial(bool, wanted)
        finished = run_on(path, dataset, CHANGES, most, answer, config)
        if finished is not None:
            break
    finished = finished or run_on(path, dataset, CHANGES, config=config)
    assert expected is not None
    assert finished is not None
    assert lines(path) == lines(whole)
    for name, values in expected.weights.items():
        np.testing.assert_array_equal(finished.weights[name], values)


def test_that_changes_after_the_checkpoint_are_made_again_from_what_was_told(
    dataset: Dataset, tmp_path: Path
) -> None:
    (whole := tmp_path / "whole").mkdir()
    expected = run_on(whole, dataset, {5: {"learning_rate": 0.03}})
    assert expected is not None
    (path := tmp_path / "killed").mkdir()
    run_on(
        path, dataset, {5: {"learning_rate": 0.03}}, 12, lambda: False
    )  # no checkpoint at all
    assert [(one.step, one.values) for one in read_told(path).changes] == [
        (5, {"learning_rate": 0.03})
    ]
    finished = run_on(path, dataset, {})
    assert finished is not None
    for name, values in expected.weights.items():
        np.testing.assert_array_equal(finished.weights[name], values)


def test_that_changes_of_older_runs_are_read(dataset: Dataset, tmp_path: Path) -> None:
    run_on(tmp_path, dataset, {5: {"learning_rate": 0.03}}, 12, lambda: False)
    file = tmp_path / EVENTS
    file.write_text(file.read_text("utf-8").replace('"change"', '"rate"'), "utf-8")
    assert [one.values for one in read_told(tmp_path).changes] == [
        {"learning_rate": 0.03}
    ]
    finished = run_on(tmp_path, dataset, {})
    assert finished is not None
    assert [one["step"] for one in lines(tmp_path) if one["event"] == "rate"] == [5]


@pytest.mark.parametrize(
    "change", [{}, {"momentum": 1.0}, {"learning_rate": 0}, {"weight_decay": -1.0}]
)
def test_that_a_change_no_run_could_make_is_refused(
    change: dict[str, float], tmp_path: Path
) -> None:
    record = {"event": "change", "step": 3, **change}
    (tmp_path / EVENTS).write_text(json.dumps(record) + "\n", "utf-8")
    with pytest.raises(CnnvizError) as refused:
        read_told(tmp_path)
    assert refused.value.code == "run_damaged"


def test_that_nobody_changes_what_was_told(dataset: Dataset, tmp_path: Path) -> None:
    run_on(tmp_path, dataset, {}, 12, lambda: False)
    newest = read_told(tmp_path).step
    asked: list[int] = []
    answer = changes_again(read_told(tmp_path), lambda step: asked.append(step))
    for step in range(newest + 3):
        assert answer(step) is None
    assert asked == [newest, newest + 1, newest + 2]


def test_that_a_checkpoint_older_than_changes_is_read(
    dataset: Dataset, tmp_path: Path
) -> None:
    run_on(tmp_path, dataset, {2: {"learning_rate": 0.5}}, 9)
    file = tmp_path / CHECKPOINT
    data = file.read_bytes()
    # Of another name, so that it is not told; the header keeps its length.
    assert data.count(b"learning_rate") == 1
    file.write_bytes(data.replace(b"learning_rate", b"learning_nope"))
    checkpoint = read_checkpoint(tmp_path)
    assert checkpoint is not None
    assert checkpoint.learning_rate is None
