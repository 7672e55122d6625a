"""The exported program of a run whose settings were changed while it went."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.weights import save_weights
from cnnviz.engine.reports.recipe_code import recipe_code
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import BatchDone, RecipeChanged, Snapshot
from cnnviz.engine.training.loop import train
from tests.helpers.bar_digits import bar_dataset
from tests.helpers.exported_code import imported

CHANGES: dict[int, dict[str, float]] = {
    2: {"learning_rate": 0.02, "momentum": 0.5},
    5: {"weight_decay": 0.05},
    7: {"momentum": 0.0},
    9: {"learning_rate": 0.005, "momentum": 0.9, "weight_decay": 0.0},
}


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.mark.parametrize("optimizer", ["nesterov", "adamw"])
def test_that_the_program_changes_what_was_changed(
    optimizer: str, tmp_path: Path
) -> None:
    dataset = bar_dataset(120, 20)
    config = TrainingConfig(
        network=NETWORKS["mlp"],
        optimizer=optimizer,
        learning_rate=0.01,
        epochs=3,
        batch_size=30,
        device="cpu",
        threads=1,
    )
    changes, losses, first = list[RecipeChanged](), list[float](), None
    for event in train(config, dataset, changes_wanted=CHANGES.get):
        match event:
            case Snapshot(step=0):
                first = event.weights
            case BatchDone():
                losses.append(event.loss)
            case RecipeChanged():
                changes.append(event)
    assert first is not None
    save_weights(tmp_path / "w.safetensors", config.network, first)
    code = tmp_path / "again.py"
    text = recipe_code(config, "bars", code.name, "w.safetensors", changes)
    code.write_text(text, "utf-8")
    halves = (
        (torch.tensor(half.images_nhw)[:, None], torch.tensor(half.labels_n))
        for half in (dataset.train, dataset.test)
    )
    theirs, _ = imported(code).train(*halves)
    np.testing.assert_allclose(theirs, losses, rtol=1e-3, atol=1e-4)
