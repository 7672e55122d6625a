"""One training step as it is looked at: which part of it, and which weight."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Conv2d, LayerSpec, Linear, Network
from cnnviz.engine.networks.layers.convolution import connected_pairs
from cnnviz.engine.networks.weights import Weights
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.one_step.kernel_gradients import (
    KernelGradient,
    kernel_gradient,
    laid_out,
    unit_gradient,
)
from cnnviz.engine.training.one_step.opened_step import OpenedStep
from cnnviz.state.picture.layer_pictures import LayerPicture
from cnnviz.state.picture.network_pictures import NetworkPictures

StepPart = Literal["forward", "loss", "backward", "kernel", "update"]
PARTS: Final[tuple[StepPart, ...]] = (
    "forward",
    "loss",
    "backward",
    "kernel",
    "update",
)
"""In the order in which they happen; the kernel is where the backward part ends."""

Lack = Literal["", "run", "picture", "answer"]
"""What there is not yet: weights, a drawing, the numbers of the step."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class StepQuestion:
    """What a step is taken with.

    Attributes
    ----------
    config, weights, step, progress
        The recipe of the run; its weights after a number of batches, and which share of
        all batches that is.
    picture
        uint8, as the network reads it.
    label
        The right class; ``None``: the one that the network takes it for.
    folder
        Of the run: of where it rests, it keeps what the optimiser remembers.
    """

    config: TrainingConfig
    weights: Weights
    step: int
    progress: float
    picture: NDArray[np.uint8]
    label: int | None
    folder: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class StepAnswer:
    """A step that was taken, and its pictures.

    Attributes
    ----------
    question, opened
        What was asked, and every number.
    forward, backward
        The outputs of the layers, and the gradients of the loss by them.
    kernels
        Layer name -> the gradients of its kernels, or of the weights of its units.
    """

    question: StepQuestion
    opened: OpenedStep
    forward: NetworkPictures
    backward: NetworkPictures
    kernels: Mapping[str, LayerPicture]


@dataclass(frozen=True, slots=True, eq=False)
class ShownWeights:
    """The weights of one kernel, or of one unit laid out in rows; ``rows x columns``.

    Attributes
    ----------
    name
        Of the parameter.
    kernel
        Which kernel of it.
    before_hw, gradient_hw, change_hw, after_hw
        The weights, how the loss changes with them, what the step adds, and their sum.
    is_kernel
        Whether they lie so in the kernel, too.
    """

    name: str
    kernel: tuple[int, ...]
    before_hw: Floats
    gradient_hw: Floats
    change_hw: Floats
    after_hw: Floats
    is_kernel: bool

    def at(self, cell: tuple[int, int]) -> tuple[int, ...]:
        """Return the place of a weight in its parameter."""
        if self.is_kernel:
            return (*self.kernel, *cell)
        return (*self.kernel, cell[0] * self.before_hw.shape[1] + cell[1])


@dataclass(frozen=True, slots=True)
class StepState:
    """What is looked at of a step.

    Attributes
    ----------
    part
        Which part of the step.
    answer
        The step that was taken last; it stays until another one is there.
    lacks
        What there is not yet, in the place of the step.
    problem
        Why it could not be taken.
    moment
        The batch that is looked at on the timeline: newer than the step, in a run.
    layer, kernel, cell
        The layer, which of its kernels or units, and the weight in it.
    """

    part: StepPart = "forward"
    answer: StepAnswer | None = None
    lacks: Lack = "run"
    problem: CnnvizError | None = None
    moment: int = 0
    layer: str = ""
    kernel: tuple[int, ...] = ()
    cell: tuple[int, int] = (0, 0)

    @property
    def spec(self) -> LayerSpec | None:
        """The layer whose weights are looked at."""
        if self.answer is None or not self.layer:
            return None
        return self.answer.opened.layer(self.layer)

    def gradient(self) -> KernelGradient | None:
        """Return how the gradient of the kernel is made."""
        spec = self.spec
        if self.answer is None or spec is None:
            return None
        if isinstance(spec, Conv2d):
            return kernel_gradient(self.answer.opened, spec, self.kernel)
        assert isinstance(spec, Linear)
        return unit_gradient(self.answer.opened, spec, self.kernel[0])

    def weights(self) -> ShownWeights | None:
        """Return the weights that are looked at."""
        spec = self.spec
        if self.answer is None or spec is None:
            return None
        step, name = self.answer.opened, f"{self.layer}.weight"
        before, gradient, after = (
            np.asarray(numbers[name][self.kernel])
            for numbers in (step.before, step.gradients, step.after)
        )
        size = before.shape if before.ndim == 2 else laid_out(before.size)
        return ShownWeights(
            name=name,
            kernel=self.kernel,
            before_hw=before.reshape(size),
            gradient_hw=gradient.reshape(size),
            change_hw=(after - before).reshape(size),
            after_hw=after.reshape(size),
            is_kernel=isinstance(spec, Conv2d),
        )


def layers_to_choose(network: Network) -> tuple[str, ...]:
    """Name the layers whose weights can be looked at.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> layers_to_choose(network("lenet5"))
    ('c1', 'c3', 'c5', 'f6', 'output')
    """
    return tuple(one.name for one in network.layers if isinstance(one, Conv2d | Linear))


def with_answer(state: StepState, answer: StepAnswer) -> StepState:
    """Return the state with another step; the weight stays where it still is."""
    is_same = state.answer is not None and (
        state.answer.opened.network == answer.opened.network
    )
    state = replace(state, answer=answer, lacks="", problem=None)
    if is_same and state.layer:
        return state
    layers = layers_to_choose(answer.opened.network)
    return choosing_layer(replace(state, layer=""), layers[0]) if layers else state


def choosing_layer(state: StepState, layer: str) -> StepState:
    """Look at a layer: at the weight of it that the loss changes most with."""
    answer = state.answer
    if answer is None or layer == state.layer:
        return state
    state = replace(state, layer=layer)
    gradient = np.abs(answer.opened.gradients[f"{layer}.weight"])
    most = np.unravel_index(np.argmax(np.nan_to_num(gradient)), gradient.shape)
    place = tuple(map(int, most))
    axes = 2 if isinstance(state.spec, Conv2d) else 1
    return choosing_kernel(state, place[:-axes])


def choosing_kernel(state: StepState, kernel: tuple[int, ...]) -> StepState:
    """Look at a kernel: at the weight of it that the loss changes most with."""
    state = replace(state, kernel=kernel)
    weights = state.weights()
    if weights is None:
        return state
    gradient = np.nan_to_num(np.abs(weights.gradient_hw))
    row, column = np.unravel_index(np.argmax(gradient), gradient.shape)
    return replace(state, cell=(int(row), int(column)))


def kernel_of_tile(state: StepState, tile: int) -> tuple[int, ...] | None:
    """Return the kernel of a tile of `StepAnswer.kernels`; ``None`` for no kernel's."""
    spec, answer = state.spec, state.answer
    if answer is None or not isinstance(spec, Conv2d):
        return (tile,)
    _, inputs, *_ = answer.kernels[spec.name].shape
    output, channel = divmod(tile, inputs)
    if spec.connections_table is None:
        return output, channel
    pairs = list(zip(*connected_pairs(spec.connections_table), strict=True))
    return (pairs.index((output, channel)),) if (output, channel) in pairs else None


def tile_of_kernel(state: StepState) -> int:
    """Return the tile of the kernel that is looked at."""
    spec, answer = state.spec, state.answer
    if answer is None or not isinstance(spec, Conv2d):
        return state.kernel[0] if state.kernel else -1
    _, inputs, *_ = answer.kernels[spec.name].shape
    place = state.kernel
    if spec.connections_table is not None:
        outputs, seen = connected_pairs(spec.connections_table)
        place = outputs[place[0]], seen[place[0]]
    return place[0] * inputs + place[1]
