"""From the description of a network to torch modules."""

from collections import OrderedDict
from math import sqrt

import torch
from torch import nn

from cnnviz.engine.networks.layers import (
    Activation,
    Conv2d,
    Flatten,
    Layer,
    Linear,
    Network,
    Pool2d,
)
from cnnviz.engine.networks.shapes import Shape, layer_shapes


def build(network: Network) -> nn.Sequential:
    """Return the network as modules named by layer, with the initial weights of seed 0.

    Float32 on the CPU, in the channels-last layout, which is the fastest one here. The
    global random generator is left as it was.

    Raises
    ------
    CnnvizError
        When a layer does not fit its input: ``kernel_larger_than_padded_input`` or
        ``layer_input_shape``.

    Examples
    --------
    >>> from cnnviz.engine.networks.zoo import network
    >>> module = build(network("lenet5"))
    >>> tuple(module(torch.zeros(2, 1, 28, 28)).shape)
    (2, 10)
    """
    layers = zip(network.layers, layer_shapes(network), strict=True)
    module = nn.Sequential(
        OrderedDict(
            (layer.name, _module(layer, before)) for layer, (before, _) in layers
        )
    )
    _give_memory(module)
    # torch's stubs do not tell that ``to`` takes a layout and returns the module.
    module.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    initialize(module, seed=0)
    return module


def initialize(module: nn.Module, seed: int) -> None:
    """Give every convolution and linear layer fresh weights, in place.

    Uniform between plus and minus ``1 / sqrt(inputs of one unit)``, biases 0: the first
    answers are near to even odds, so the loss starts near ``ln 10 = 2.3``, the price of
    guessing. The draw has its own generator: one seed gives the same weights on every
    machine, and the global random state is left alone.
    """
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for part in module.modules():
            if isinstance(part, nn.Conv2d | nn.Linear):
                # Drawn in the plain layout, so that the memory layout of the module
                # does not change which number goes where.
                fresh = torch.empty(part.weight.shape)
                bound = 1 / sqrt(fresh[0].numel())
                fresh.uniform_(-bound, bound, generator=generator)
                part.weight.copy_(fresh)
                if part.bias is not None:
                    part.bias.zero_()


def _give_memory(module: nn.Module) -> None:
    """Put parameters of the device that holds nothing on the CPU, not yet set.

    By hand: ``module.to_empty`` goes through torch's machinery for symbolic shapes,
    which imports 500 modules and takes a third of a second.
    """
    for part in module.modules():
        for name, parameter in part.named_parameters(recurse=False):
            empty = torch.empty(parameter.shape, dtype=parameter.dtype)
            setattr(part, name, nn.Parameter(empty))


def _module(layer: Layer, before: Shape) -> nn.Module:
    # Made on the device that holds nothing, so that no number is drawn from the global
    # generator; ``build`` gives them memory and ``initialize`` numbers.
    match layer:
        case Conv2d():
            return nn.Conv2d(
                before[0],
                layer.channels,
                layer.kernel,
                stride=layer.stride,
                padding=layer.padding,
                device="meta",
            )
        case Activation():
            return nn.ReLU()
        case Pool2d():
            return nn.MaxPool2d(layer.kernel, stride=layer.stride)
        case Flatten():
            return nn.Flatten()
        case Linear():
            return nn.Linear(before[0], layer.units, device="meta")
