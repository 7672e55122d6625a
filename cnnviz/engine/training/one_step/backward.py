"""Pictures sent through a network, and the gradient of their loss sent back, by torch."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import cross_entropy

from cnnviz.engine.networks.build import NetworkModule, build, initialize, normalized
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.shapes import layer_inputs
from cnnviz.engine.networks.weights import Weights


@dataclass(frozen=True, slots=True, eq=False)
class Passed:
    """What went forward; each tensor keeps the gradient that came back.

    Attributes
    ----------
    pictures
        What the network read: normalized.
    outputs
        Layer name -> its output.
    logits
        What softmax makes the probabilities of.
    """

    pictures: Tensor
    outputs: Mapping[str, Tensor]
    logits: Tensor


def module_of(network: Network, weights: Weights, seed: int = 0) -> NetworkModule:
    """Return a network with these weights on the CPU, in the plain layout of memory.

    ``seed`` is that of what dropout leaves out.
    """
    module = build(network)
    initialize(module, seed)
    module.load_state_dict({name: torch.tensor(one) for name, one in weights.items()})
    # Fused optimisers go through memory as it lies: that of a checkpoint lies plainly.
    module.to(memory_format=torch.contiguous_format)  # type: ignore[call-overload]
    return module


def sent_back(
    network: Network,
    module: NetworkModule,
    images: NDArray[np.uint8],
    labels_n: NDArray[np.int64] | None,
    smoothing: float = 0.0,
) -> Passed:
    """Send pictures through a module, and the gradient of their mean loss back.

    Parameters
    ----------
    network, module
        What is computed; the parameters keep their gradients.
    images
        uint8, ``N`` times `Network.picture_shape`.
    labels_n
        The right class of each, from 0; ``None``: what the network takes each for.
    smoothing
        Share of the probability that all classes get alike.
    """
    pictures = normalized(network, torch.tensor(images)).contiguous().requires_grad_()
    outputs: dict[str, Tensor] = {}
    for name, part in module.named_children():
        part.register_forward_hook(_noting(outputs, name))
    _ = module(pictures)  # not its quick order: each layer's own output is wanted
    logits = _logits(network, pictures, outputs)
    labels = logits.argmax(1) if labels_n is None else torch.tensor(labels_n)
    torch.autograd.backward(cross_entropy(logits, labels, label_smoothing=smoothing))
    return Passed(pictures, outputs, logits)


def gradient_of(values: Tensor) -> Array:
    """Return a tensor's gradient: 0 where the loss does not depend on it."""
    return copied(torch.zeros_like(values) if values.grad is None else values.grad)


def output_gradients(network: Network, passed: Passed) -> dict[str, Array]:
    """Return the gradients of the outputs; a softmax at the end is part of the loss."""
    last = network.layers[-1].name if network.answer == "probabilities" else None
    outputs = passed.outputs.items()
    return {name: gradient_of(output) for name, output in outputs if name != last}


def copied(values: Tensor) -> Array:
    """Return a float32 copy."""
    plain: NDArray[Any] = values.detach().numpy()
    return np.array(plain, np.float32, order="C")


def _logits(
    network: Network, pictures: Tensor, outputs: Mapping[str, Tensor]
) -> Tensor:
    """Return what softmax makes the probabilities of, as `NetworkModule.logits` does."""
    last = network.layers[-1].name
    if network.answer == "probabilities":
        (place,) = layer_inputs(network)[-1]
        return pictures if place < 0 else outputs[network.layers[place].name]
    return -outputs[last] if network.answer == "distances" else outputs[last]


def _noting(outputs: dict[str, Tensor], name: str) -> Callable[..., None]:
    def note(_module: torch.nn.Module, _inputs: object, output: Tensor) -> None:
        output.retain_grad()
        outputs[name] = output

    return note
