"""Measuring the layers of a network that learns, by the clock and without a trace.

It draws no lots and changes nothing: a run that is watched learns the very weights of one
that is not.
"""

from collections.abc import Callable
from math import isfinite, sqrt
from time import perf_counter
from typing import Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils.hooks import RemovableHandle

from cnnviz.engine.networks.build import NetworkModule, normalized
from cnnviz.engine.networks.layers import Activation, Network
from cnnviz.engine.networks.shapes import layer_inputs
from cnnviz.engine.training.layer_statistics import (
    BINS,
    Histogram,
    LayersMeasured,
    LayerStatistics,
)

PICTURES: Final = 64
"""Of the fixed set: a unit that answers none of so many answers next to nothing."""

_EVERY_S: Final = 0.25
_SHARE_OF_RUN: Final = 0.01
"""Of the time so far, between two measurements: a long run has about a hundred for each
time that it grew by e, not thousands."""

_MOST_SHARE: Final = 0.02
"""Of the time that may go into measuring."""

_HUGE: Final = 3e38
"""For what is beyond all numbers: JSON has no word for that."""

_SAMPLE: Final = 65_536
"""Numbers of which a spread is counted; of larger layers every n-th one."""


class LayerWatch:
    """Measures the layers of a module between the steps of its optimiser.

    Parameters
    ----------
    network, module
        What learns.
    pictures
        Held-out ones, uint8, on the module's device; a few of them, the same ones each
        time, tell which units are dead.
    now
        A clock, in seconds.
    """

    def __init__(
        self,
        network: Network,
        module: NetworkModule,
        pictures: Tensor,
        now: Callable[[], float] = perf_counter,
    ) -> None:
        self._network, self._module, self._now = network, module, now
        places = torch.linspace(0, len(pictures) - 1, min(PICTURES, len(pictures)))
        self._pictures = pictures[places.round().long().to(pictures.device)]
        self._ends = _ends(network, module)
        self._before: dict[str, Tensor] | None = None
        self._began = self._due = now()
        self._cost = 0.0

    def after_step(self, step: int, epoch: int) -> LayersMeasured | None:
        """Hear of a step; return what was measured after it, when it was time for that.

        A measurement takes two calls: one keeps the weights, and what the next step made
        of them is its update.
        """
        begun = self._now()
        if self._before is None:
            if begun >= self._due:
                self._before = {name: _kept(self._weight(name)) for name in self._ends}
                self._cost = self._now() - begun
            return None
        measured = LayersMeasured(step, epoch, self._measured(self._before))
        self._before = None
        ended = self._now()
        cost = self._cost + ended - begun
        self._due = ended + max(
            _EVERY_S, cost / _MOST_SHARE, _SHARE_OF_RUN * (ended - self._began)
        )
        return measured

    def _weight(self, name: str) -> Tensor:
        weight = getattr(self._module.get_submodule(name), "weight")  # noqa: B009
        assert isinstance(weight, Tensor)
        return weight

    @torch.no_grad()
    def _measured(self, before: dict[str, Tensor]) -> tuple[LayerStatistics, ...]:
        outputs = self._outputs()
        return tuple(
            self._of_layer(name, before[name], outputs.get(end), relu)
            for name, (end, relu) in self._ends.items()
        )

    def _of_layer(
        self, name: str, before: Tensor, output: Tensor | None, relu: bool
    ) -> LayerStatistics:
        weight = self._weight(name)
        gradient = weight.grad
        gradient_norm = 0.0 if gradient is None else _norm(gradient)
        weight_norm, now = _norm(weight), _sampled(weight)
        return LayerStatistics(
            name=name,
            gradient_norm=gradient_norm,
            weight_norm=weight_norm,
            gradient_size=gradient_norm / sqrt(weight.numel()),
            update_ratio=_norm(now - before) / max(_norm(now), 1e-30),
            dead=_dead(output) if relu and output is not None else None,
            weights=_histogram(weight),
            gradients=None if gradient is None else _histogram(gradient),
            activations=None if output is None else _histogram(output),
        )

    def _outputs(self) -> dict[str, Tensor]:
        """Send the fixed pictures through; return what each layer's activation gave.

        As when the held-out pictures are measured: batch normalization uses its running
        means and leaves them alone, nothing is dropped.
        """
        found: dict[str, Tensor] = {}
        hooks = [self._hook(end, found) for end, _ in self._ends.values()]
        self._module.eval()
        try:
            self._module.logits(normalized(self._network, self._pictures))
        finally:
            self._module.train()
            for hook in hooks:
                hook.remove()
        return found

    def _hook(self, name: str, found: dict[str, Tensor]) -> RemovableHandle:
        def keep(_module: nn.Module, _inputs: object, output: Tensor) -> None:
            found[name] = output

        return self._module.get_submodule(name).register_forward_hook(keep)


def _ends(network: Network, module: NetworkModule) -> dict[str, tuple[str, bool]]:
    """Return of each layer with weights the activation after it, and if that is a ReLU."""
    ends: dict[str, tuple[str, bool]] = {}
    names = [layer.name for layer in network.layers]
    for layer, reads in zip(network.layers, layer_inputs(network), strict=True):
        weight = getattr(module.get_submodule(layer.name), "weight", None)
        if isinstance(weight, nn.Parameter):
            ends[layer.name] = layer.name, False
        elif isinstance(layer, Activation) and reads[0] >= 0:
            source = names[reads[0]]
            if source in ends:
                ends[source] = layer.name, layer.kind == "relu"
    return ends


def _dead(output: Tensor) -> float:
    """Return the share of units that are 0 for all pictures; a map is one unit."""
    per_unit = output.flatten(2).amax(2) if output.dim() > 2 else output
    return float((per_unit.amax(0) <= 0).float().mean().item())


def _norm(values: Tensor) -> float:
    norm = float(torch.linalg.vector_norm(values.detach().float()).item())
    return norm if isfinite(norm) else _HUGE


def _sampled(values: Tensor) -> Tensor:
    flat = values.detach().reshape(-1)
    return flat[:: max(1, flat.numel() // _SAMPLE)]


def _kept(values: Tensor) -> Tensor:
    return _sampled(values).clone()


def _histogram(values: Tensor) -> Histogram | None:
    """Count values, or some of very many; ``None`` where not all of them are numbers."""
    some = _sampled(values).float().cpu()
    low, high = (float(end.item()) for end in torch.aminmax(some))
    if not (isfinite(low) and isfinite(high)):
        return None
    counts_b = torch.histc(some, BINS, min=low, max=high).numpy().astype(np.int64)
    return Histogram(low, high, counts_b)
