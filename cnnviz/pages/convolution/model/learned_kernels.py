"""The kernels that a network has learned, and how the lab takes them over."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.typed_numbers import LARGEST_NUMBER
from cnnviz.engine.networks.layers import Conv2d
from cnnviz.engine.networks.shapes import layer_shapes
from cnnviz.engine.networks.weights import Weights, shipped_weights
from cnnviz.pages.convolution.model.kernel_bank import KernelBank
from cnnviz.pages.convolution.model.kernel_tools import ShownPlane
from cnnviz.pages.convolution.model.lab_settings import LARGEST_KERNEL, MOST_KERNELS
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.layer_pictures import LayerPicture, kernel_picture

Taken = tuple[KernelBank, tuple[float, ...]]
"""Kernels and their biases."""


@dataclass(frozen=True, slots=True, eq=False)
class LearnedLayer:
    """The kernels of one convolution of a network.

    Attributes
    ----------
    name
        The layer's name, ``c1``.
    weights_oikk
        float32, ``O x I x kh x kw``.
    bias_o
        float32; zeros for a layer without.
    """

    name: str
    weights_oikk: NDArray[np.float32]
    bias_o: NDArray[np.float32]

    @property
    def count(self) -> int:
        """How many kernels the layer has."""
        return len(self.weights_oikk)

    @property
    def planes(self) -> int:
        """For how many input maps each kernel has numbers."""
        return int(self.weights_oikk.shape[1])

    @property
    def size(self) -> tuple[int, int]:
        """Height and width of every kernel."""
        _, _, height, width = self.weights_oikk.shape
        return height, width

    def picture(self, plane: int) -> LayerPicture:
        """Return one plane of every kernel, side by side."""
        return kernel_picture(self.name, self.weights_oikk[:, plane : plane + 1])


@dataclass(frozen=True, slots=True, eq=False)
class LearnedKernels:
    """The convolutions of a network, in its order."""

    current: CurrentNetwork
    layers: tuple[LearnedLayer, ...]


def learned_kernels(current: CurrentNetwork) -> LearnedKernels:
    """Return a network's kernels, its weights read from the file if need be; no torch.

    Raises
    ------
    CnnvizError
        ``weights_not_shipped``, or what `cnnviz.engine.networks.weights.load_weights` raises.
    """
    weights = current.weights
    if weights is None:
        weights = shipped_weights(current.network)
    pairs = zip(current.network.layers, layer_shapes(current.network), strict=True)
    layers = tuple(
        _learned(layer, inputs[0][0], weights)
        for layer, (inputs, _) in pairs
        if isinstance(layer, Conv2d) and max(layer.kernel) <= LARGEST_KERNEL
    )
    return LearnedKernels(current, layers)


def _learned(layer: Conv2d, input_maps: int, weights: Weights) -> LearnedLayer:
    kernels_oikk = layer.kernels_oikk(weights[f"{layer.name}.weight"], input_maps)
    bias_o = np.zeros(layer.channels, np.float32)
    if layer.bias:
        bias_o = np.asarray(weights[f"{layer.name}.bias"], np.float32)
    return LearnedLayer(layer.name, np.asarray(kernels_oikk, np.float32), bias_o)


def fits(layer: LearnedLayer, shown: ShownPlane) -> bool:
    """Whether a layer's kernels have a plane for each channel that the lab's read."""
    return layer.planes == shown.group_size


def with_learned(
    bank: KernelBank,
    biases: tuple[float, ...],
    layer: LearnedLayer,
    kernel: int,
    plane: int,
    shown: ShownPlane,
) -> Taken:
    """Return the lab's kernels with the shown one exchanged for one that was learned.

    With a plane for each channel it is taken whole; otherwise the chosen plane goes to
    where the shown numbers are.

    Raises
    ------
    CnnvizError
        ``learned_unusable``.
    """
    _check_numbers(layer, slice(kernel, kernel + 1))
    sized = bank.resized(layer.size)
    if fits(layer, shown):
        sized = sized.with_planes(layer.planes)
        weights = sized.weights_oikk.copy()
        weights[shown.output] = layer.weights_oikk[kernel]
        new = KernelBank(weights)
    else:
        numbers = layer.weights_oikk[kernel, plane]
        new = sized.with_plane(numbers, shown.output, shown.plane)
    changed = list(biases)
    changed[shown.output] = float(layer.bias_o[kernel])
    return new, tuple(changed)


def all_learned(layer: LearnedLayer, plane: int, shown: ShownPlane) -> Taken:
    """Return a layer's kernels as those of the lab: an output channel for each.

    Only one plane of each where they do not fit the channels; at most `MOST_KERNELS`.

    Raises
    ------
    CnnvizError
        ``learned_unusable``.
    """
    _check_numbers(layer, slice(MOST_KERNELS))
    weights = layer.weights_oikk[:MOST_KERNELS]
    if not fits(layer, shown):
        weights = weights[:, plane : plane + 1]
    biases = tuple(float(bias) for bias in layer.bias_o[:MOST_KERNELS])
    return KernelBank(np.ascontiguousarray(weights)), biases


def _check_numbers(layer: LearnedLayer, kernels: slice) -> None:
    """Refuse what a run that diverged leaves: no numbers, or ones without end."""
    for numbers in (layer.weights_oikk[kernels], layer.bias_o[kernels]):
        # What is no number is not below anything either.
        if not (np.abs(numbers) <= LARGEST_NUMBER).all():
            raise CnnvizError("learned_unusable", layer=layer.name)
