"""A training step taken in slow motion, by torch itself; imported by who takes one."""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.shapes import parameter_shapes
from cnnviz.engine.networks.weights import Weights, check_weights
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.one_step.backward import (
    copied,
    gradient_of,
    module_of,
    output_gradients,
    sent_back,
)
from cnnviz.engine.training.one_step.loss import loss_of
from cnnviz.engine.training.one_step.opened_step import (
    NOTHING_KEPT,
    OpenedStep,
    OptimizerState,
)
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.engine.training.schedules import SCHEDULES


def open_step(
    config: TrainingConfig,
    weights: Weights,
    images: NDArray[np.uint8],
    labels_n: NDArray[np.int64],
    *,
    kept: OptimizerState = NOTHING_KEPT,
    progress: float = 0.0,
) -> OpenedStep:
    """Take one step of training on the CPU, and keep all of its numbers.

    It is torch's own step: a module, its loss, autograd and an optimiser, as in a run.
    Batch normalization and dropout are as while training.

    Parameters
    ----------
    config
        The recipe; its network learns.
    weights
        Where the step begins; left as they are.
    images
        uint8, ``N`` times `Network.picture_shape`.
    labels_n
        The right class of each, counted from 0.
    kept
        What the optimiser remembers of the steps before.
    progress
        How much of the run is behind, for the schedule of the rate: 0 to below 1.

    Raises
    ------
    CnnvizError
        ``network_without_weights``, ``weights_mismatch``, ``weights_not_finite`` or
        ``label_unknown``.
    """
    network = config.network
    _check(network, labels_n)
    check_weights(network, weights)
    module = module_of(network, weights, config.seed).train()
    optimizer = OPTIMIZERS[config.optimizer].make(module.parameters(), config)
    _remember(module, optimizer, kept)
    for group in optimizer.param_groups:
        group["lr"] = config.learning_rate * SCHEDULES[config.schedule](progress)
    before, kept_before = _weights(module), _kept(module, optimizer)
    smoothing = config.label_smoothing
    passed = sent_back(network, module, images, labels_n, smoothing)
    gradients = {
        name: gradient_of(values) for name, values in module.named_parameters()
    }
    optimizer.step()
    return OpenedStep(
        config=config,
        pictures_nchw=copied(passed.pictures),
        labels_n=labels_n,
        outputs={name: copied(output) for name, output in passed.outputs.items()},
        output_gradients=output_gradients(network, passed),
        picture_gradients_nchw=gradient_of(passed.pictures),
        loss=loss_of(copied(passed.logits), labels_n, smoothing),
        gradients=gradients,
        before=before,
        after=_weights(module),
        kept_before=kept_before,
        kept_after=_kept(module, optimizer),
        settings=dict(optimizer.param_groups[0], params=()),
    )


def _check(network: Network, labels_n: NDArray[np.int64]) -> None:
    if not parameter_shapes(network):
        raise CnnvizError("network_without_weights", title=network.title)
    for label in labels_n.tolist():
        if not 0 <= label < len(network.labels):
            raise CnnvizError(
                "label_unknown",
                label=str(label),
                title=network.title,
                known=", ".join(map(str, range(len(network.labels)))),
            )


def _remember(
    module: nn.Module, optimizer: torch.optim.Optimizer, kept: OptimizerState
) -> None:
    state = {
        index: {what: _plain(one) for what, one in kept[name].items()}
        for index, (name, _) in enumerate(module.named_parameters())
        if name in kept
    }
    groups = optimizer.state_dict()["param_groups"]
    optimizer.load_state_dict({"state": state, "param_groups": groups})


def _plain(values: NDArray[Any]) -> Tensor:
    return torch.tensor(np.array(values, order="C"))


def _kept(module: nn.Module, optimizer: torch.optim.Optimizer) -> OptimizerState:
    return {
        name: {
            what: copied(torch.as_tensor(one))
            for what, one in optimizer.state[values].items()
            if one is not None
        }
        for name, values in module.named_parameters()
        if values in optimizer.state
    }


def _weights(module: nn.Module) -> Weights:
    return {name: copied(values) for name, values in module.state_dict().items()}
