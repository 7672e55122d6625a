"""What one training step saw and did: every output, every gradient, every change."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import LayerSpec, Network
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.shapes import layer_inputs, parameter_shapes
from cnnviz.engine.networks.units import check_layer
from cnnviz.engine.networks.weights import Weights
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import OPTIMIZER
from cnnviz.engine.training.one_step.loss import Loss

OptimizerState = Mapping[str, Mapping[str, NDArray[Any]]]
"""What an optimiser remembers of each parameter, by torch's names."""

NOTHING_KEPT: Final[OptimizerState] = MappingProxyType({})
"""The optimiser has not taken a step yet."""


@dataclass(frozen=True, slots=True, eq=False)
class OpenedStep:
    """One step of training, with every number; arrays are float32 copies.

    Attributes
    ----------
    config
        The recipe, with the network.
    pictures_nchw
        What the network read: normalized.
    labels_n
        The right classes, counted from 0.
    outputs
        Layer name -> its output while training, ``N x ...``.
    output_gradients
        Layer name -> how the loss changes with each number of its output; without a
        softmax at the end, which is part of the loss.
    picture_gradients_nchw
        The same for the pictures.
    loss
        The loss, before the step.
    gradients
        Parameter name -> how the loss changes with each weight.
    before, after
        Every number of the network.
    kept_before, kept_after
        What the optimiser remembers; without a first step nothing.
    settings
        The optimiser's own settings, by torch's names; ``lr`` is the rate of this step.
    """

    config: TrainingConfig
    pictures_nchw: Array
    labels_n: NDArray[np.int64]
    outputs: Mapping[str, Array]
    output_gradients: Mapping[str, Array]
    picture_gradients_nchw: Array
    loss: Loss
    gradients: Weights
    before: Weights
    after: Weights
    kept_before: OptimizerState
    kept_after: OptimizerState
    settings: Mapping[str, Any]

    @property
    def network(self) -> Network:
        """What learns."""
        return self.config.network

    def layer(self, name: str) -> LayerSpec:
        """Return a layer.

        Raises
        ------
        CnnvizError
            ``layer_unknown``.
        """
        check_layer(self.network, name)
        return next(one for one in self.network.layers if one.name == name)

    def read_by(self, name: str) -> tuple[str, Array]:
        """Return what a layer reads first: whose output, or "input", and its numbers."""
        names = [one.name for one in self.network.layers]
        (first, *_) = layer_inputs(self.network)[names.index(name)]
        if first < 0:
            return "input", self.pictures_nchw
        return names[first], self.outputs[names[first]]

    def check_parameter(self, name: str) -> None:
        """Refuse a parameter that the network does not have.

        Raises
        ------
        CnnvizError
            ``parameter_unknown``.
        """
        if name not in self.gradients:
            raise CnnvizError(
                "parameter_unknown",
                name=name,
                title=self.network.title,
                known=", ".join(self.gradients),
            )

    def check_weight(self, name: str, at: tuple[int, ...]) -> None:
        """Refuse a place that a parameter does not have.

        Raises
        ------
        CnnvizError
            ``parameter_unknown`` or ``weight_beyond``.
        """
        self.check_parameter(name)
        shape = self.gradients[name].shape
        fits = len(at) == len(shape)
        if not fits or not all(0 <= a < n for a, n in zip(at, shape, strict=True)):
            raise CnnvizError(
                "weight_beyond",
                name=name,
                at=",".join(map(str, at)),
                shape=" × ".join(map(str, shape)),
                last=",".join(str(n - 1) for n in shape),
            )


def optimizer_state(
    network: Network, arrays: Mapping[str, NDArray[Any]]
) -> OptimizerState:
    """Return what the optimiser remembers, of the arrays of a `Checkpoint`."""
    names = list(parameter_shapes(network))
    found: dict[str, dict[str, NDArray[Any]]] = {}
    for name, values in arrays.items():
        if name.startswith(OPTIMIZER):
            index, _, what = name.removeprefix(OPTIMIZER).partition(".")
            found.setdefault(names[int(index)], {})[what] = values
    return found
