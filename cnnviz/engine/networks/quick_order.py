"""Layers as they train fastest: other arithmetic in other order, the same numbers.

For what only the last output is taken of. A trace shows each layer's own output, so it
computes the layers as they are described.
"""

from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from cnnviz.engine.networks.layers import Shape
from cnnviz.engine.networks.layers.modules import PaddedConv2d
from cnnviz.engine.networks.shapes import Inputs


def in_quick_order(
    modules: Sequence[nn.Module], reads: Sequence[Inputs], inputs: Sequence[Shape]
) -> list[Callable[..., Tensor]]:
    """Return what to compute in the place of each layer.

    Parameters
    ----------
    modules
        The module of each layer.
    reads
        Places of the layers that each reads.
    inputs
        Shape of the first input of each, without the batch.

    Returns
    -------
    list of callable
        Where max pooling alone reads a ReLU, the two change places: the largest number
        of a window is the same before ReLU and after, and so is the cell that gets the
        gradient, or none where all are below 0; but three numbers of four are spared.
        A convolution with one window is a matrix product.
    """
    computing: list[Callable[..., Tensor]] = [
        _product_or_itself(module, shape)
        for module, shape in zip(modules, inputs, strict=True)
    ]
    for place, module in enumerate(modules):
        if not isinstance(module, nn.ReLU):
            continue
        readers = [index for index, read in enumerate(reads) if place in read]
        if len(readers) == 1 and isinstance(modules[readers[0]], nn.MaxPool2d):
            pooling = readers[0]
            computing[place], computing[pooling] = modules[pooling], module
    return computing


def _product_or_itself(module: nn.Module, shape: Shape) -> Callable[..., Tensor]:
    """Return a module, or what computes the same in less time."""
    if not isinstance(module, PaddedConv2d):
        return module
    if module.sees_all_of(shape):
        return _Product(module)
    # Torch's bfloat16 is slow here: four times float32 (AVX-512, 1 map to 6).
    return _InFloat32(module) if module.in_channels == 1 else module


class _Product:
    """A convolution with one window, as a matrix product: a third of the time."""

    def __init__(self, convolution: nn.Conv2d) -> None:
        self._convolution = convolution

    def __call__(self, maps: Tensor) -> Tensor:
        # Channels last, as both lie in memory: nothing is copied.
        weight = self._convolution.weight.permute(0, 2, 3, 1).flatten(1)
        numbers = maps.permute(0, 2, 3, 1).flatten(1)
        product = functional.linear(numbers, weight, self._convolution.bias)
        return product[:, :, None, None]


class _InFloat32:
    """A module that computes in float32 whatever the others do."""

    def __init__(self, module: nn.Module) -> None:
        self._module = module

    def __call__(self, maps: Tensor) -> Tensor:
        if not torch.is_autocast_enabled(maps.device.type):
            return self._module(maps)  # type: ignore[no-any-return]
        with torch.autocast(maps.device.type, enabled=False):
            return self._module(maps.float())  # type: ignore[no-any-return]
