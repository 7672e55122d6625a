"""Whether a checkpoint is one of a run: its place, its weights, what the optimiser keeps."""

from dataclasses import replace
from typing import Final

import numpy as np

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.shapes import parameter_shapes
from cnnviz.engine.networks.weights import check_weights
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import OPTIMIZER, Checkpoint
from cnnviz.engine.training.optimizers import OPTIMIZERS

_SOME: Final = 0.5
"""Any momentum that leaves something behind."""


def check_checkpoint(
    checkpoint: Checkpoint, config: TrainingConfig, batches_per_epoch: int
) -> None:
    """Refuse to go on at a checkpoint that no run of this recipe could have written.

    Raises
    ------
    CnnvizError
        ``checkpoint_unfit``, or what `check_weights` raises.
    """
    check_arrays(checkpoint, config)
    before = (checkpoint.epoch - 1) * batches_per_epoch
    is_good = 1 <= checkpoint.epoch <= config.epochs
    is_good = is_good and checkpoint.batch <= batches_per_epoch
    is_good = is_good and checkpoint.step == before + checkpoint.batch
    is_good = is_good and (checkpoint.batch > 0) == (checkpoint.epoch_pictures > 0)
    if not is_good:
        raise CnnvizError("checkpoint_unfit")


def check_arrays(checkpoint: Checkpoint, config: TrainingConfig) -> None:
    """Refuse weights, or what an optimiser keeps of them, that are none of this recipe.

    Raises
    ------
    CnnvizError
        As `check_checkpoint`.
    """
    check_weights(config.network, checkpoint.weights)
    if checkpoint.step and not _is_kept(checkpoint, config):
        raise CnnvizError("checkpoint_unfit")


def _is_kept(checkpoint: Checkpoint, config: TrainingConfig) -> bool:
    """Whether it has all that the optimiser keeps of each parameter, and no more."""
    shapes = [*parameter_shapes(config.network).values()]
    found = {
        name.removeprefix(OPTIMIZER): values
        for name, values in checkpoint.arrays.items()
        if name.startswith(OPTIMIZER)
    }
    now = config.with_changes(checkpoint.changes)
    if not now.momentum and OPTIMIZERS[config.optimizer].has_momentum and found:
        now = replace(now, momentum=_SOME)  # there was one before
    kept = _kept_by(now)
    expected = {
        f"{number}.{what}": shape if is_whole else ()
        for number, shape in enumerate(shapes)
        for what, is_whole in kept.items()
    }
    return found.keys() == expected.keys() and all(
        values.shape == expected[name] and values.dtype == np.float32
        for name, values in found.items()
    )


def _kept_by(config: TrainingConfig) -> dict[str, bool]:
    """Return what the optimiser keeps of a parameter, and whether of each of its weights."""
    import torch

    parameter = torch.nn.Parameter(torch.zeros(2))
    parameter.grad = torch.zeros(2)
    optimizer = OPTIMIZERS[config.optimizer].make([parameter], config)
    optimizer.step()
    return {
        name: values.ndim > 0
        for name, values in optimizer.state[parameter].items()
        if values is not None
    }
