"""Pictures of a report: the kernels of a first layer, and data addresses for HTML."""

from base64 import b64encode
from dataclasses import dataclass
from math import prod
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.colour_maps import DIVERGING, to_indices
from cnnviz.engine.images.files.saving import encode_png
from cnnviz.engine.networks.layers import Linear, Network
from cnnviz.engine.networks.weights import Weights

MOST_KERNELS: Final = 64
MOST_CHANNELS: Final = 8
_ACROSS: Final = 11
_SMALLEST: Final = 60
"""Pixels that the picture of a kernel has at least on its long side."""

_GAP: Final = 8
_WHITE: Final = 255


@dataclass(frozen=True, slots=True, eq=False)
class KernelSheet:
    """The kernels of a layer on one picture.

    Attributes
    ----------
    layer
        The layer's name.
    png
        The picture, as a file.
    width
        In pixels.
    shown, all
        How many kernels are on it, and how many there are.
    in_colour
        Whether a kernel is one picture in red, green and blue.
    """

    layer: str
    png: bytes
    width: int
    shown: int
    all: int
    in_colour: bool


def kernel_sheet(network: Network, weights: Weights) -> KernelSheet | None:
    """Return the kernels of the first layer that has any.

    Of a network without, those of its first dense layer, if each unit sees the whole
    picture; ``None`` where there is nothing of the kind.
    """
    for layer in network.layers:
        kernels = weights.get(f"{layer.name}.weight")
        if kernels is None:
            continue
        if isinstance(layer, Linear) and kernels.shape[1] == prod(network.input_chw):
            kernels = kernels.reshape(len(kernels), *network.input_chw)
        if kernels.ndim == 4:
            return _sheet(layer.name, kernels)
        return None
    return None


def _sheet(layer: str, kernels_oihw: NDArray[np.float32]) -> KernelSheet:
    reach = float(np.abs(kernels_oihw).max()) or 1.0
    shown = kernels_oihw[:MOST_KERNELS]
    in_colour = kernels_oihw.shape[1] == 3
    if in_colour:
        grey = np.clip(np.rint(127.5 + 127.5 * shown / reach), 0, 255)
        tiles = grey.transpose(0, 2, 3, 1).astype(np.uint8)[:, np.newaxis]
    else:
        tiles = DIVERGING[to_indices(shown[:, :MOST_CHANNELS], -reach, reach)]
    enlarged = max(_SMALLEST // max(shown.shape[2:]), 1)
    tiles = tiles.repeat(enlarged, axis=2).repeat(enlarged, axis=3)
    picture = _laid_out(tiles)
    png = encode_png(np.ascontiguousarray(picture.transpose(2, 0, 1)))
    count = len(kernels_oihw)
    return KernelSheet(layer, png, picture.shape[1], len(shown), count, in_colour)


def _laid_out(tiles: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return ``kernels x channels`` tiles on white: in lines, or a line a channel."""
    kernels, channels, height, width, _ = tiles.shape
    across = min(kernels, _ACROSS)
    lines = -(-kernels // across)
    rows, columns = lines * channels, across
    high, wide = height + _GAP, width + _GAP
    picture = np.full((rows * high - _GAP, columns * wide - _GAP, 3), _WHITE, np.uint8)
    for kernel in range(kernels):
        line, column = divmod(kernel, across)
        for channel in range(channels):
            top, left = (line * channels + channel) * high, column * wide
            picture[top : top + height, left : left + width] = tiles[kernel, channel]
    return picture


def picture_png(picture: NDArray[np.uint8]) -> bytes:
    """Return a picture of a data set, ``H x W`` or ``3 x H x W``, as a PNG file."""
    return encode_png(picture[np.newaxis] if picture.ndim == 2 else picture)


def data_address(png: bytes) -> str:
    """Return an address that holds a PNG file itself."""
    return f"data:image/png;base64,{b64encode(png).decode('ascii')}"
