"""The sum behind the gradient of any single weight."""

from dataclasses import dataclass

import numpy as np

from cnnviz.engine.networks.layers import Conv2d, LayerSpec
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.training.one_step.kernel_gradients import kernel_gradient
from cnnviz.engine.training.one_step.opened_step import OpenedStep


@dataclass(frozen=True, slots=True)
class GradientTerm:
    """One product of such a sum.

    Attributes
    ----------
    picture
        Which of the batch, counted from 0.
    output_at
        The number of the layer's output that the weight helped to make.
    gradient
        How the loss changes with that number.
    value
        What the weight was multiplied with there: how that number changes with it.
    """

    picture: int
    output_at: tuple[int, ...]
    gradient: float
    value: float

    @property
    def part(self) -> float:
        """What it adds to the gradient of the weight."""
        return self.gradient * self.value


def gradient_terms(
    step: OpenedStep, name: str, at: tuple[int, ...]
) -> tuple[GradientTerm, ...]:
    """Return everything that adds up to the gradient of one weight.

    The chain rule: for each number of the output that the weight helped to make, how the
    loss changes with it, times how it changes with the weight.

    Parameters
    ----------
    step
        The step that was taken.
    name, at
        The parameter, as ``c1.weight``, and the weight's place in it.

    Raises
    ------
    CnnvizError
        ``parameter_unknown`` or ``weight_beyond``.
    """
    step.check_weight(name, at)
    layer_name, _, what = name.rpartition(".")
    layer = step.layer(layer_name)
    gradients = step.output_gradients[layer_name]
    if what == "weight" and isinstance(layer, Conv2d):
        return _of_kernel(step, layer, at)
    own = gradients[:, at[0]]
    if what == "bias":
        return _terms(own, np.ones_like(own), at[0])
    if step.before[name].ndim == 2:  # of a fully connected layer
        _, read_ni = step.read_by(layer_name)
        return _terms(own, read_ni[:, at[1]], at[0])
    return _terms(own, _unscaled(step, layer)[:, at[0]], at[0])


def _of_kernel(
    step: OpenedStep, layer: Conv2d, at: tuple[int, ...]
) -> tuple[GradientTerm, ...]:
    made = kernel_gradient(step, layer, at[:-2])
    window = made.operation.step_at(at[-2], at[-1], 0)
    return _terms(window.kernel_chw, window.window_chw, made.output)


def _unscaled(step: OpenedStep, layer: LayerSpec) -> Array:
    """Return what a layer of one weight a channel makes before it scales and shifts."""
    _, read = step.read_by(layer.name)
    own = {
        name.rpartition(".")[2]: values
        for name, values in step.before.items()
        if name.rpartition(".")[0] == layer.name
    }
    plain = {"weight": np.ones_like(own["weight"]), "bias": np.zeros_like(own["bias"])}
    return layer.forward((read,), {**own, **layer.batch_statistics((read,)), **plain})


def _terms(gradients: Array, values: Array, channel: int) -> tuple[GradientTerm, ...]:
    """Pair gradients and values, ``N x ...``: of one channel each."""
    return tuple(
        GradientTerm(picture, (channel, *place), float(gradient), float(value))
        for ((picture, *place), gradient), value in zip(
            np.ndenumerate(gradients), values.flat, strict=True
        )
    )
