"""The moving parts of one run: module, optimiser, pictures in memory."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import cross_entropy

from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import DAMAGED
from cnnviz.engine.networks.build import NetworkModule, build, initialize, normalized
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.layers.modules import SeededDropout
from cnnviz.engine.networks.weights import Weights
from cnnviz.engine.training.config import DeviceName, TrainingConfig
from cnnviz.engine.training.data.augmenter import Augmenter
from cnnviz.engine.training.events import (
    OPTIMIZER,
    WEIGHTS,
    Checkpoint,
    Snapshot,
)
from cnnviz.engine.training.initializations import INITIALIZATIONS
from cnnviz.engine.training.layer_statistics import LayersMeasured
from cnnviz.engine.training.layer_watch import LayerWatch
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.engine.training.predictions import Predictions
from cnnviz.engine.training.schedules import SCHEDULES

if TYPE_CHECKING:
    from cnnviz.engine.training.distributed.group import Group, SharedModule

Probe = NDArray[np.uint8] | Callable[[], NDArray[np.uint8] | None] | None
"""The picture whose maps a snapshot shows, or what returns the newest one."""

# The names of what else a checkpoint keeps begin so.
_DROPOUT: Final = "dropout."
_ORDER: Final = "order"
_AUGMENTATION: Final = "augmentation"

# Held-out pictures in one piece: few enough to stay in the cache of a laptop's CPU.
_VALIDATION_BATCH = 500


@dataclass(frozen=True, slots=True, eq=False)
class Validation:
    """Mean loss and share right over all held-out pictures, and what was said of each."""

    loss: float
    accuracy: float
    predictions: Predictions


class Session:
    """One run's module, optimiser and pictures; ``loop`` decides what happens when.

    Parameters
    ----------
    config
        The recipe.
    network, dataset
        What learns, and from what; already checked to fit.
    device
        Where to compute.
    initial_weights
        Where to start from; the seed's own when ``None``.
    checkpoint
        Where another session was, to go on from there.
    watch_layers
        Whether `measured` measures the layers.
    group
        The processes that learn together, each from its part of a batch.

    Attributes
    ----------
    config
        The recipe as it is now: `change` gives it other settings between two steps.
    """

    def __init__(
        self,
        config: TrainingConfig,
        network: Network,
        dataset: Dataset,
        device: DeviceName,
        initial_weights: Weights | None,
        checkpoint: Checkpoint | None = None,
        *,
        watch_layers: bool = False,
        group: "Group | None" = None,
    ) -> None:
        self.config = config
        self._network = network
        self._module = build(network)
        fill = INITIALIZATIONS[config.initialization].fill
        initialize(self._module, config.seed, fill)
        if initial_weights is not None:
            self._module.load_state_dict(
                {name: torch.tensor(values) for name, values in initial_weights.items()}
            )
        self._module.to(device).train()
        self._parameters = [*self._module.parameters()]
        self._optimizer = OPTIMIZERS[config.optimizer].make(self._parameters, config)
        self._train = _on_device(dataset.train, device)
        self._test = _on_device(dataset.test, device)
        self._final, self._device = dataset.final, device
        # The order is drawn on the CPU, so a seed means the same on every device.
        self._order = torch.Generator().manual_seed(config.seed)
        self._order_then = self._order.get_state()
        self._augment = Augmenter(config.augmentation, config.seed)
        self._watch: LayerWatch | None = None
        if watch_layers:
            self._watch = LayerWatch(network, self._module, self._test[0])
        if checkpoint is not None:
            try:
                self._go_on(checkpoint)
            except DAMAGED as error:  # the state of a generator that is none
                raise CnnvizError("checkpoint_unfit") from error
        # Last: it copies the weights of the first process to all.
        self._shared = None if group is None else _shared(self._module, group)

    def batches(self, first: int = 0) -> Iterator[Tensor]:
        """Yield one epoch of picture numbers, each picture once, in a fresh order.

        ``first`` of them are left out, which were learned from before.
        """
        _, labels_n = self._train
        self._order_then = self._order.get_state()
        order_n = torch.randperm(len(labels_n), generator=self._order)
        order_n = order_n.to(labels_n.device)
        size = self.config.batch_size
        if self._shared is not None:
            size *= self._shared.processes
        for start in range(first * size, len(order_n), size):
            yield order_n[start : start + size]

    def step(self, batch_n: Tensor, progress: float) -> tuple[float, int]:
        """Learn from one batch.

        Parameters
        ----------
        batch_n
            Numbers of its pictures.
        progress
            How much of the run is behind, 0 up to but not including 1.

        Returns
        -------
        tuple of float and int
            The batch's mean loss and how many it had right, both before the step.
        """
        own_n = batch_n if self._shared is None else self._shared.own(batch_n)
        images, labels_n = self.batch(own_n)
        self._set_learning_rate(progress)
        for parameter in self._parameters:
            parameter.grad = None
        logits_nk = self._logits(images)
        smoothing = self.config.label_smoothing
        how = "mean" if self._shared is None else "sum"
        loss = cross_entropy(
            logits_nk, labels_n, label_smoothing=smoothing, reduction=how
        )
        if self._shared is None:
            torch.autograd.backward(loss)
        else:
            loss = loss / len(batch_n)
            self._shared.backward(loss)
        self._optimizer.step()
        right = (logits_nk.detach().argmax(dim=1) == labels_n).sum()
        if self._shared is not None:
            return self._shared.summed(loss, right)
        return float(loss.item()), int(right.item())

    def batch(self, batch_n: Tensor) -> tuple[Tensor, Tensor]:
        """Return the pictures of a batch as the network sees them, and their labels.

        Changed as the recipe asks: once for each step, as that draws lots.
        """
        images, labels_n = (part.index_select(0, batch_n) for part in self._train)
        return normalized(self._network, self._augment(images)), labels_n

    def _logits(self, images: Tensor) -> Tensor:
        """Return what the loss is taken of, in the precision of the recipe."""
        logits = self._module.logits if self._shared is None else self._shared.logits
        if self.config.precision == "float32":
            return logits(images)
        # Weights and gradients stay float32; layers that gain by it round to bfloat16.
        with torch.autocast(images.device.type, torch.bfloat16, cache_enabled=False):
            return logits(images).float()

    def validate(self) -> "Validation":
        """Measure all held-out pictures."""
        return self._measured(self._test)

    def final_accuracy(self) -> float | None:
        """Return the share right of the pictures for the end; ``None`` without any."""
        if self._final is None:
            return None
        return self._measured(_on_device(self._final, self._device)).accuracy

    @torch.no_grad()
    def _measured(self, pictures: tuple[Tensor, Tensor]) -> "Validation":
        losses: list[Tensor] = []
        said: list[Tensor] = []
        sure: list[Tensor] = []
        self._module.eval()
        try:
            batches = (torch.split(part, _VALIDATION_BATCH) for part in pictures)
            for images, labels_n in zip(*batches, strict=True):
                logits_nk = self._module.logits(normalized(self._network, images))
                losses.append(cross_entropy(logits_nk, labels_n, reduction="sum"))
                confidence_n, predicted_n = logits_nk.softmax(dim=1).max(dim=1)
                said.append(predicted_n)
                sure.append(confidence_n)
        finally:
            self._module.train()
        labels_n = pictures[1].cpu().numpy()
        predicted, confidence = (torch.cat(each).cpu().numpy() for each in (said, sure))
        return Validation(
            sum(loss.item() for loss in losses) / len(labels_n),
            float((predicted == labels_n).mean()),
            Predictions.of(len(self._network.labels), labels_n, predicted, confidence),
        )

    def weights(self) -> Weights:
        """Return a copy of every number, those too that are not learned."""
        return {
            name: np.array(values.cpu().numpy(), np.float32, order="C")
            for name, values in self._module.state_dict().items()
        }

    def arrays(self, *, within_epoch: bool) -> dict[str, NDArray[Any]]:
        """Copy all that a session needs to go on from here, see `Checkpoint`.

        Within an epoch that is also the order of its pictures: as it was drawn.
        """
        order = self._order_then if within_epoch else self._order.get_state()
        found: dict[str, Tensor] = {_ORDER: order}
        if self.config.augmentation.changes:
            found[_AUGMENTATION] = self._augment.chance()
        for name, values in self._module.state_dict().items():
            found[f"{WEIGHTS}{name}"] = values
        for index, kept in self._optimizer.state_dict()["state"].items():
            for name, values in kept.items():
                if values is not None:
                    found[f"{OPTIMIZER}{index}.{name}"] = torch.as_tensor(values)
        for index, dropout in enumerate(self._dropouts()):
            chance = dropout.chance()
            if chance is not None:
                found[f"{_DROPOUT}{index}"] = chance
        return {name: np.array(one.cpu().numpy()) for name, one in found.items()}

    def _go_on(self, checkpoint: Checkpoint) -> None:
        """Be where another session was."""
        self.change(checkpoint.changes)
        tensors = {name: torch.tensor(one) for name, one in checkpoint.arrays.items()}
        self._module.load_state_dict(_under(WEIGHTS, tensors))
        state: dict[int, dict[str, Tensor]] = {}
        for name, values in _under(OPTIMIZER, tensors).items():
            index, _, what = name.partition(".")
            laid_out = _laid_out_as(self._parameters[int(index)], values)
            state.setdefault(int(index), {})[what] = laid_out
        groups = self._optimizer.state_dict()["param_groups"]
        self._optimizer.load_state_dict({"state": state, "param_groups": groups})
        self._order.set_state(tensors[_ORDER])
        if self.config.augmentation.changes:
            self._augment.go_on(tensors[_AUGMENTATION])
        chances = _under(_DROPOUT, tensors)
        for place, dropout in enumerate(self._dropouts()):
            if str(place) in chances:
                dropout.go_on(chances[str(place)], self._train[1].device)

    def _dropouts(self) -> Iterator[SeededDropout]:
        for module in self._module.modules():
            if isinstance(module, SeededDropout):
                yield module

    def snapshot(self, step: int, epoch: int, probe: Probe) -> Snapshot:
        """Copy what the network looks like now, and what it says to the probe.

        The maps are those of the network as it would be used now: with the running
        means of batch normalization, and nothing dropped.
        """
        picture = probe() if callable(probe) else probe
        weights, trace = self.weights(), None
        if picture is not None:
            trace = ForwardPass(self._network, weights).trace(picture)
        return Snapshot(step=step, epoch=epoch, weights=weights, trace=trace)

    def measured(self, step: int, epoch: int) -> LayersMeasured | None:
        """Return what was measured of the layers after a step, when it was time for it."""
        return None if self._watch is None else self._watch.after_step(step, epoch)

    def timing(self) -> dict[str, float]:
        """Return what the newest step took, of processes that learn together."""
        return {} if self._shared is None else self._shared.timing

    def change(self, settings: Mapping[str, float]) -> None:
        """Take other settings of the recipe from the next step on, see `CHANGEABLE`."""
        self.config = self.config.with_changes(settings)
        told = OPTIMIZERS[self.config.optimizer].settings_for(self.config)
        for group in self._optimizer.param_groups:
            group.update(told)

    def _set_learning_rate(self, progress: float) -> None:
        rate = self.config.learning_rate * SCHEDULES[self.config.schedule](progress)
        for group in self._optimizer.param_groups:
            group["lr"] = rate


def _shared(module: NetworkModule, group: "Group") -> "SharedModule":
    # A run alone does not load what processes need.
    from cnnviz.engine.training.distributed.group import SharedModule

    return SharedModule(module, group)


def _under(prefix: str, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return those whose names begin so, by the rest of their names."""
    return {
        name.removeprefix(prefix): values
        for name, values in tensors.items()
        if name.startswith(prefix)
    }


def _laid_out_as(parameter: Tensor, values: Tensor) -> Tensor:
    """Return what an optimiser keeps of a parameter in that one's layout of memory.

    A fused optimiser goes through the memory of both side by side, whatever their
    strides are; a file knows only the plain layout.
    """
    if values.shape != parameter.shape:
        return values
    return torch.empty_like(parameter, requires_grad=False).copy_(values)


def _on_device(split: Split, device: DeviceName) -> tuple[Tensor, Tensor]:
    """Copy pictures and labels; pixels stay uint8, a quarter the memory."""
    images = torch.tensor(split.images_nhw, device=device)
    return images, torch.tensor(split.labels_n, device=device)
