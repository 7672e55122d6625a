"""The weights that a run keeps: the first ones, and the newest."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import Weights, check_weights, load_weights
from cnnviz.engine.reports.run_record import RunRecord
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.initializations import INITIALIZATIONS
from cnnviz.engine.training.run_checkpoints import read_checkpoint
from cnnviz.engine.training.run_saving import WEIGHTS_NAME
from cnnviz.engine.training.run_writing import snapshots


def newest_weights(run: RunRecord, network: Network) -> Weights | None:
    """Return the last weights that a run kept; ``None`` where there are no good ones."""
    last = _weights(run.folder / WEIGHTS_NAME, network)
    if last is not None:
        return last
    with suppress(CnnvizError):
        checkpoint = read_checkpoint(run.folder)
        if checkpoint is not None:
            check_weights(network, checkpoint.weights)
            return checkpoint.weights
    kept = (_weights(file, network) for file in reversed(snapshots(run.folder)))
    return next(filter(None, kept), None)


def _weights(file: Path, network: Network) -> Weights | None:
    with suppress(CnnvizError):
        return load_weights(file, network)
    return None


def kept_weights(run: RunRecord, network: Network) -> Iterator[tuple[int, Weights]]:
    """Yield the step and the weights of each snapshot that can be read."""
    for file in snapshots(run.folder):
        weights = _weights(file, network)
        if weights is not None and file.stem.isdecimal():
            yield int(file.stem), weights


def first_weights(run: RunRecord, config: TrainingConfig) -> Weights:
    """Return the weights before the first step; drawn again where they are not kept."""
    for step, weights in kept_weights(run, config.network):
        if step == 0:
            return weights
    from cnnviz.engine.networks.build import build, initialize

    module = build(config.network)
    initialize(module, config.seed, INITIALIZATIONS[config.initialization].fill)
    return {
        name: np.array(values.numpy(), np.float32, order="C")
        for name, values in module.state_dict().items()
    }
