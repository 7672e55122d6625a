"""From the description of a network to torch modules, for training."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from math import sqrt
from typing import Protocol, runtime_checkable

import torch
from torch import Tensor, nn

from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.quick_order import in_quick_order
from cnnviz.engine.networks.shapes import layer_inputs, layer_outputs, layer_shapes


@runtime_checkable
class Drawn(Protocol):
    """A module of ours that draws its own numbers."""

    def draw(self, generator: torch.Generator) -> None:
        """Draw them, in place."""
        ...


class NetworkModule(nn.Module):
    """A network's layers as modules named by layer.

    Parameters
    ----------
    network
        The description.
    layers
        The module of each layer, in order.
    """

    def __init__(self, network: Network, layers: Sequence[nn.Module]) -> None:
        super().__init__()
        self._answer = network.answer
        self._reads = layer_inputs(network)
        for layer, module in zip(network.layers, layers, strict=True):
            # ``add_module`` refuses names of its own methods: half, type, forward.
            self._modules[layer.name] = module
        inputs = [inputs[0] for inputs, _ in layer_shapes(network)]
        self._quick = in_quick_order(layers, self._reads, inputs)

    def forward(self, batch_nchw: Tensor) -> Tensor:
        """Return the last layer's output; each layer's is that of its module."""
        return _last(layer_outputs([*self.children()], self._reads, batch_nchw))

    def logits(self, batch_nchw: Tensor) -> Tensor:
        """Return what softmax makes the probabilities of: what the loss is taken of.

        The numbers before a softmax at the end, distances with their sign turned, or
        the last numbers as they are; computed in the quickest way.
        """
        count = len(self._reads)
        if self._answer == "probabilities":
            (place,) = self._reads[-1]
            count = place + 1
        if count == 0:
            return batch_nchw
        output = _last(layer_outputs(self._quick, self._reads[:count], batch_nchw))
        return -output if self._answer == "distances" else output


def _last(outputs: Iterator[Tensor]) -> Tensor:
    """Return the last one; the others are let go on the way."""
    return deque(outputs, maxlen=1).pop()


def build(network: Network) -> NetworkModule:
    """Return the network as modules named by layer, with the initial weights of seed 0.

    Float32 on the CPU, in the channels-last layout, which is the fastest one here. The
    global random generator is left as it was.

    Raises
    ------
    CnnvizError
        What `layer_shapes` raises, when a layer does not fit its inputs.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> module = build(network("lenet5"))
    >>> tuple(module(torch.zeros(2, 1, 28, 28)).shape)
    (2, 10)
    """
    layers = zip(network.layers, layer_shapes(network), strict=True)
    module = NetworkModule(
        network, [layer.build(inputs) for layer, (inputs, _) in layers]
    )
    _give_memory(module)
    # torch's stubs do not tell that ``to`` takes a layout and returns the module.
    module.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    initialize(module, seed=0)
    return module


def fill_usually(weights: Tensor, generator: torch.Generator) -> None:
    """Draw uniformly between plus and minus ``1 / sqrt(inputs of one unit)``, in place.

    The first answers are near to even odds, so the loss starts near ``ln 10 = 2.3``, the
    price of guessing.
    """
    bound = 1 / sqrt(weights[0].numel())
    weights.uniform_(-bound, bound, generator=generator)


def initialize(
    module: nn.Module,
    seed: int,
    fill: Callable[[Tensor, torch.Generator], object] = fill_usually,
) -> None:
    """Give every convolution and linear layer fresh weights, in place; biases 0.

    ``fill`` draws those of one layer. The draw has its own generator: one seed gives the
    same weights on every machine, and the global random state is left alone.
    """
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for part in module.modules():
            if isinstance(part, Drawn):
                part.draw(generator)
            elif isinstance(part, nn.Conv2d | nn.Linear):
                # Drawn in the plain layout, so that the memory layout of the module
                # does not change which number goes where.
                fresh = torch.empty(part.weight.shape)
                fill(fresh, generator)
                part.weight.copy_(fresh)
                if part.bias is not None:
                    part.bias.zero_()


def normalized(network: Network, pictures: Tensor) -> Tensor:
    """Return uint8 pictures as the float32 ``N x C x H x W`` input.

    ``N`` times `Network.picture_shape`, on any device.
    """
    means, deviations = zip(*network.channel_normalizations, strict=True)
    scale = [1 / (255 * deviation) for deviation in deviations]
    shift = [
        mean / deviation for mean, deviation in zip(means, deviations, strict=True)
    ]
    # One multiplication and one addition a pixel: (x / 255 - mean) / deviation. Said
    # with the channels last, all maps stay so, and torch is 20 to 40% faster.
    shape = (len(pictures), *network.input_chw)
    batch_nhwc = pictures.reshape(shape).permute(0, 2, 3, 1)
    scaled = batch_nhwc.to(torch.float32, memory_format=torch.contiguous_format)
    scaled.mul_(scaled.new_tensor(scale)).sub_(scaled.new_tensor(shift))
    return scaled.permute(0, 3, 1, 2)


def _give_memory(module: nn.Module) -> None:
    """Put parameters of the device that holds nothing on the CPU, not yet set.

    By hand: ``module.to_empty`` goes through torch's machinery for symbolic shapes,
    which imports 500 modules and takes a third of a second.
    """
    for part in module.modules():
        for name, parameter in part.named_parameters(recurse=False):
            if parameter.is_meta:
                empty = torch.empty(parameter.shape, dtype=parameter.dtype)
                setattr(part, name, nn.Parameter(empty))
