"""The kernels that a network has learned, and how the lab takes them over."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.typed_numbers import LARGEST_NUMBER
from cnnviz.engine.networks.layers import Conv2d
from cnnviz.engine.networks.shapes import layer_shapes
from cnnviz.engine.networks.weights import Weights, shipped_weights
from cnnviz.pages.convolution.model.kernel_bank import KernelBank
from cnnviz.pages.convolution.model.kernel_tools import ShownPlane
from cnnviz.pages.convolution.model.lab_settings import (
    LARGEST_KERNEL,
    MOST_KERNELS,
    LabSettings,
    with_bank,
)
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.layer_pictures import LayerPicture, kernel_picture


@dataclass(frozen=True, slots=True, eq=False)
class LearnedLayer:
    """The kernels of one convolution of a network.

    Attributes
    ----------
    name
        The layer's name, ``c1``.
    bank
        Its kernels, ``O x I x kh x kw``; ``I`` is the number of maps that it reads.
    bias_o
        float32; zeros for a layer without.
    """

    name: str
    bank: KernelBank
    bias_o: NDArray[np.float32]

    def picture(self, plane: int) -> LayerPicture:
        """Return one plane of every kernel, side by side."""
        return kernel_picture(self.name, self.bank.weights_oikk[:, plane : plane + 1])


def learned_kernels(current: CurrentNetwork) -> tuple[LearnedLayer, ...]:
    """Return a network's convolutions in its order, without torch.

    Its weights are read from the file if need be.

    Raises
    ------
    CnnvizError
        ``weights_not_shipped``, or what `cnnviz.engine.networks.weights.load_weights` raises.
    """
    weights = current.weights
    if weights is None:
        weights = shipped_weights(current.network, current.weights_name)
    pairs = zip(current.network.layers, layer_shapes(current.network), strict=True)
    return tuple(
        _learned(layer, inputs[0][0], weights)
        for layer, (inputs, _) in pairs
        if isinstance(layer, Conv2d) and max(layer.kernel) <= LARGEST_KERNEL
    )


def _learned(layer: Conv2d, input_maps: int, weights: Weights) -> LearnedLayer:
    kernels_oikk = layer.kernels_oikk(weights[f"{layer.name}.weight"], input_maps)
    bias_o = np.zeros(layer.channels, np.float32)
    if layer.bias:
        bias_o = np.asarray(weights[f"{layer.name}.bias"], np.float32)
    bank = KernelBank(np.asarray(kernels_oikk, np.float32))
    return LearnedLayer(layer.name, bank, bias_o)


def fits(layer: LearnedLayer, shown: ShownPlane) -> bool:
    """Whether a layer's kernels have a plane for each channel that the lab's read."""
    return layer.bank.planes == shown.group_size


def with_learned(
    settings: LabSettings,
    layer: LearnedLayer,
    kernel: int,
    plane: int,
    shown: ShownPlane,
) -> LabSettings:
    """Exchange the shown kernel for one that was learned, and take its bias.

    With a plane for each channel it is taken whole; otherwise the chosen plane goes to
    where the shown numbers are.

    Raises
    ------
    CnnvizError
        ``learned_unusable``.
    """
    _check_numbers(layer, slice(kernel, kernel + 1))
    numbers = layer.bank.weights_oikk[kernel]
    bank, output = settings.bank.resized(layer.bank.size), shown.output
    if fits(layer, shown):
        bank = bank.with_planes(layer.bank.planes).with_plane(numbers, output)
    else:
        bank = bank.with_plane(numbers[plane], output, shown.plane)
    biases = list(settings.biases)
    biases[output] = float(layer.bias_o[kernel])
    taken = with_bank(settings, bank, tuple(biases))
    return replace(taken, learned_biases=settings.learned_biases | {output})


def with_all_learned(
    settings: LabSettings, layer: LearnedLayer, plane: int, shown: ShownPlane
) -> LabSettings:
    """Take a layer's kernels and biases: an output channel for each.

    Only one plane of each where they do not fit the channels; at most `MOST_KERNELS`.

    Raises
    ------
    CnnvizError
        ``learned_unusable``.
    """
    _check_numbers(layer, slice(MOST_KERNELS))
    weights = layer.bank.weights_oikk[:MOST_KERNELS]
    if not fits(layer, shown):
        weights = weights[:, plane : plane + 1]
    biases = tuple(float(bias) for bias in layer.bias_o[:MOST_KERNELS])
    bank = KernelBank(np.ascontiguousarray(weights))
    taken = with_bank(settings, bank, biases)
    return replace(taken, learned_biases=frozenset(range(bank.outputs)))


def _check_numbers(layer: LearnedLayer, kernels: slice) -> None:
    """Refuse what a run that diverged leaves: no numbers, or ones without end."""
    for numbers in (layer.bank.weights_oikk[kernels], layer.bias_o[kernels]):
        # What is no number is not below anything either.
        if not (np.abs(numbers) <= LARGEST_NUMBER).all():
            raise CnnvizError("learned_unusable", layer=layer.name)
