"""Runs whose trouble is known, as the window has them."""

from collections.abc import Sequence

import numpy as np

from cnnviz.engine.training.events import BatchDone, EpochDone, Failed, Started
from cnnviz.engine.training.layer_statistics import (
    BINS,
    Histogram,
    LayersMeasured,
    LayerStatistics,
)
from cnnviz.state.picture.network_pictures import NetworkPictures
from cnnviz.state.run.recipe import Recipe, training_config
from cnnviz.state.run.run_snapshots import SnapshotPictures
from cnnviz.state.run.run_state import Happened, Run, TrainingUpdate, advanced, new_run
from tests.helpers.training_fakes import LENET5, weights

IN_EPOCH = 10


def told_run(
    losses: Sequence[float],
    accuracies: Sequence[float],
    held_out: Sequence[tuple[float, float]] = (),
    *,
    recipe: Recipe | None = None,
    failed: Failed | None = None,
) -> Run:
    """Return a run of ten batches an epoch; ``held_out`` has both losses of each epoch."""
    config = training_config(recipe or Recipe(epochs=100), LENET5)
    run = new_run(1, LENET5, config, "builtin")
    events: list[Happened] = [Started(config, "cpu", 640, 20, IN_EPOCH)]
    shots = [0]
    for step, both in enumerate(zip(losses, accuracies, strict=True), 1):
        epoch, batch = (step - 1) // IN_EPOCH + 1, (step - 1) % IN_EPOCH + 1
        events.append(BatchDone(epoch, batch, step, *both, step * 64, step / 10))
        if batch == IN_EPOCH and epoch <= len(held_out):
            training, validation = held_out[epoch - 1]
            events.append(EpochDone(epoch, training, 0.9, validation, 0.8, 1.0))
            shots.append(step)
    if failed is not None:
        events.append(failed)
    earlier = tuple(
        SnapshotPictures(step, step // IN_EPOCH, weights(step), NetworkPictures(LENET5))
        for step in shots
    )
    return advanced(run, TrainingUpdate(1, tuple(events), earlier=earlier))


def over_fitted() -> Run:
    """Return a run that was best after epoch 3, of 7."""
    held_out = [(1.0, 0.9), (0.5, 0.5), (0.3, 0.28), (0.2, 0.3)]
    held_out += [(0.12, 0.33), (0.06, 0.38), (0.02, 0.42)]
    count = IN_EPOCH * len(held_out)
    losses = [2.3 * 0.95**step for step in range(count)]
    return told_run(losses, [0.9] * count, held_out)


def spread(values: np.ndarray) -> Histogram:
    """Return how values are spread."""
    ends = float(values.min()), float(values.max())
    counts, _ = np.histogram(values, BINS, ends)
    return Histogram(*ends, counts)


def measured(step: int, values: np.ndarray, norm: float = 1.0) -> LayersMeasured:
    """Return what was measured of two layers, one with ten times the gradient."""
    layers = tuple(
        LayerStatistics(
            name=name,
            gradient_norm=norm * factor,
            weight_norm=1.0,
            gradient_size=0.1,
            update_ratio=0.01,
            weights=spread(values),
        )
        for name, factor in (("c1", 1.0), ("output", 10.0))
    )
    return LayersMeasured(step, 1, layers)
