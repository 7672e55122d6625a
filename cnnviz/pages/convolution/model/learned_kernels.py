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
from cnnviz.pages.convolution.model.learned_source import LearnedSource
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
    network
        The name of the network.
    """

    name: str
    bank: KernelBank
    bias_o: NDArray[np.float32]
    network: str = ""

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
        _learned(current.network.name, layer, inputs[0][0], weights)
        for layer, (inputs, _) in pairs
        if isinstance(layer, Conv2d) and max(layer.kernel) <= LARGEST_KERNEL
    )


def _learned(
    network: str, layer: Conv2d, input_maps: int, weights: Weights
) -> LearnedLayer:
    kernels_oikk = layer.kernels_oikk(weights[f"{layer.name}.weight"], input_maps)
    bias_o = np.zeros(layer.channels, np.float32)
    if layer.bias:
        bias_o = np.asarray(weights[f"{layer.name}.bias"], np.float32)
    bank = KernelBank(np.asarray(kernels_oikk, np.float32))
    return LearnedLayer(layer.name, bank, bias_o, network)


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
    where the shown numbers are. What has no kernel becomes a convolution.

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
        source = _source(layer, kernel, None, output, None)
    else:
        bank = bank.with_plane(numbers[plane], output, shown.plane)
        source = _source(layer, kernel, plane, output, shown.plane)
    biases = list(settings.biases)
    biases[output] = float(layer.bias_o[kernel])
    taken = with_bank(settings, bank, tuple(biases))
    has_kernel = settings.operation in ("convolution", "transposed")
    others = (each for each in settings.learned if _stays(each, source))
    return replace(
        taken,
        operation=settings.operation if has_kernel else "convolution",
        learned_biases=settings.learned_biases | {output},
        learned=(*others, source),
    )


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
    taken_plane = None if fits(layer, shown) else plane
    return replace(
        taken,
        learned_biases=frozenset(range(bank.outputs)),
        learned=tuple(
            _source(layer, kernel, taken_plane, kernel, None)
            for kernel in range(bank.outputs)
        ),
    )


def as_learned_by(
    settings: LabSettings, network: str, kernels: tuple[LearnedLayer, ...]
) -> LabSettings:
    """Return the settings with their learned kernels as other weights have them.

    Parameters
    ----------
    settings
        Only kernels that were taken from this network, and not changed since, follow,
        and of their biases those that came with them.
    network, kernels
        The network's name, and its layers by the other weights. Of weights that are no
        numbers none is taken.
    """
    layers = {layer.name: layer for layer in kernels}
    weights_oikk, biases = settings.bank.weights_oikk.copy(), list(settings.biases)
    sources = list(settings.learned)
    for index, source in enumerate(sources):
        layer = layers.get(source.layer)
        if source.network != network or layer is None:
            continue
        if not source.is_in(settings.bank) or not _is_usable(layer, source.kernel):
            continue
        if (numbers := source.numbers_of(layer.bank)) is None:
            continue
        planes = slice(None) if source.channel is None else [source.channel]
        weights_oikk[source.output, planes] = numbers.weights_oikk[0]
        if source.output in settings.learned_biases:
            biases[source.output] = float(layer.bias_o[source.kernel])
        sources[index] = replace(source, numbers=numbers)
    return replace(
        settings,
        bank=KernelBank(weights_oikk),
        biases=tuple(biases),
        learned=tuple(sources),
    )


def _source(
    layer: LearnedLayer,
    kernel: int,
    plane: int | None,
    output: int,
    channel: int | None,
) -> LearnedSource:
    planes = slice(None) if plane is None else [plane]
    numbers = KernelBank(layer.bank.weights_oikk[[kernel]][:, planes])
    return LearnedSource(
        output, channel, layer.network, layer.name, kernel, plane, numbers
    )


def _stays(known: LearnedSource, taken: LearnedSource) -> bool:
    """Whether a kernel that was taken before lies elsewhere than one that is taken now."""
    if known.output != taken.output:
        return True
    channels = known.channel, taken.channel
    return None not in channels and known.channel != taken.channel


def _is_usable(layer: LearnedLayer, kernel: int) -> bool:
    try:
        _check_numbers(layer, slice(kernel, kernel + 1))
    except CnnvizError:
        return False
    return True


def _check_numbers(layer: LearnedLayer, kernels: slice) -> None:
    """Refuse what a run that diverged leaves: no numbers, or ones without end."""
    for numbers in (layer.bank.weights_oikk[kernels], layer.bias_o[kernels]):
        # What is no number is not below anything either.
        if not (np.abs(numbers) <= LARGEST_NUMBER).all():
            raise CnnvizError("learned_unusable", layer=layer.name)
