"""The weights that make a map or a number, as kernels that can be changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution import kernel_transforms
from cnnviz.engine.convolution.kernel_presets import PRESETS, KernelPreset
from cnnviz.engine.networks.blocks import Block
from cnnviz.engine.networks.changes import Place, Weights, with_numbers
from cnnviz.engine.networks.layers import PICTURE, Conv2d, Linear, Network
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.shapes import layer_inputs, layer_shapes
from cnnviz.pages.network.model.opened_unit import flattened_maps


@dataclass(frozen=True, slots=True, eq=False)
class OpenKernels:
    """What a map, or a number of a vector, is made with.

    Attributes
    ----------
    layer, output
        The layer that makes it, and which of its maps or numbers it is.
    source
        The layer whose maps it reads.
    channels
        The map that each kernel is for; none where single numbers are read.
    place
        Where the layer's weight holds them.
    kernels_khw
        float32. The weights of single numbers are one kernel, laid out in a block; those
        of maps that were flattened one a map.
    bias
        What is added; ``None`` where the layer adds nothing.
    """

    layer: str
    output: int
    source: str
    channels: tuple[int, ...]
    place: Place
    kernels_khw: Array
    bias: float | None

    @property
    def count(self) -> int:
        """How many kernels there are."""
        return len(self.kernels_khw)

    @property
    def size_hw(self) -> tuple[int, int]:
        """Height and width of a kernel."""
        _, height, width = self.kernels_khw.shape
        return height, width

    @property
    def is_of_maps(self) -> bool:
        """Whether kernels lie on maps: then their numbers are neighbours."""
        return bool(self.channels)

    def index_of(self, part: int, row: int, column: int) -> tuple[int, int, int]:
        """Return kernel, row and column of a weight of an opened unit's part."""
        if self.is_of_maps:
            return part, row, column
        return (0, *divmod(part, self.size_hw[1]))


def open_kernels(
    network: Network, weights: Weights, block: Block, output: int
) -> OpenKernels | None:
    """Return the kernels of one map or number of a block; ``None`` where it has none."""
    spec = block.layers[0] if block.layers else None
    if not isinstance(spec, Conv2d | Linear):
        return None
    weight = weights[f"{spec.name}.weight"]
    bias = weights.get(f"{spec.name}.bias")
    index = [layer.name for layer in network.layers].index(spec.name)
    ((read, *_), (shape, *_)) = (
        layer_inputs(network)[index],
        layer_shapes(network)[index][0],
    )
    source = PICTURE if read < 0 else network.layers[read].name
    place: Place = (output,)
    channels: tuple[int, ...] = ()
    if isinstance(spec, Conv2d):
        seen, first = spec.kernels_joined(shape[0], output)
        channels, place = tuple(seen), (first,)
        kernels = weight[place]
    elif maps := flattened_maps(network, block):
        source, (count, height, width) = maps
        channels = tuple(range(count))
        kernels = weight[place].reshape(count, height, width)
    else:
        kernels = weight[place].reshape(1, *_block_of(weight.shape[1]))
    added = None if bias is None else float(bias[output])
    return OpenKernels(spec.name, output, source, channels, place, kernels, added)


def with_kernels(weights: Weights, of: OpenKernels, kernels_khw: Array) -> Weights:
    """Return weights in which the kernels of a map or number are others."""
    name = f"{of.layer}.weight"
    shape = weights[name][of.place].shape
    return with_numbers(weights, name, of.place, kernels_khw.reshape(shape))


def _block_of(count: int) -> tuple[int, int]:
    """Return rows and columns of a block of so many numbers, as square as can be."""
    rows = next(rows for rows in range(isqrt(count), 0, -1) if count % rows == 0)
    return rows, count // rows


def fitting_presets(size_hw: tuple[int, int]) -> Mapping[str, KernelPreset]:
    """Return the kernels with names that fit in the middle of one of this size.

    Examples
    --------
    >>> "sobel_x" in fitting_presets((5, 5)), "sobel_x" in fitting_presets((2, 2))
    (True, False)
    """

    def fits(inner: int, outer: int) -> bool:
        return inner <= outer and (outer - inner) % 2 == 0

    return {
        preset.key: preset
        for preset in PRESETS
        if all(map(fits, preset.values_hw.shape, size_hw))
    }


def named_kernel(key: str, size_hw: tuple[int, int]) -> Array:
    """Return a kernel with a name in the middle of zeros.

    Examples
    --------
    >>> named_kernel("derivative_y", (3, 3)).tolist()
    [[0.0, -0.5, 0.0], [0.0, 0.0, 0.0], [0.0, 0.5, 0.0]]
    """
    values_hw = fitting_presets(size_hw)[key].values_hw
    around = [
        ((outer - inner) // 2,) * 2
        for outer, inner in zip(size_hw, values_hw.shape, strict=True)
    ]
    return np.pad(values_hw, around)


ALTERED: Final[Mapping[str, Callable[[Array], Array]]] = {
    "negate": kernel_transforms.negated,
    "turn_left": kernel_transforms.turned_left,
    "turn_right": kernel_transforms.turned_right,
    "clear": np.zeros_like,
}
"""What can be done to a kernel as a whole."""


def random_kernel(
    size_hw: tuple[int, int], like: Array, random: np.random.Generator
) -> NDArray[np.float32]:
    """Return numbers by chance, as large as those of a layer are."""
    spread = float(like.std()) or 1.0
    return (random.standard_normal(size_hw) * spread).astype(np.float32)
