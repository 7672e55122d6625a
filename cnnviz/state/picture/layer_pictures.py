"""The maps of a layer as one small picture of bytes, made in the worker's thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, sqrt
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.colour_maps import (
    DIVERGING,
    GREY,
    SEQUENTIAL,
    indices_of_each,
    ranges_of_each,
    sequential_range,
    signed_range,
    to_indices,
)
from cnnviz.engine.networks.trace import LayerOutput

PaletteName = Literal["grey", "sequential", "diverging", "red", "green", "blue"]

_CHANNELS: Final[tuple[PaletteName, ...]] = ("red", "green", "blue")

Ranges = Literal["map", "layer", "network"]
"""Who shares one range of colours: nobody, the maps of a layer, all layers."""

Look = tuple[float, float, PaletteName]
"""Which numbers the first and the last colour stand for, and of which palette."""

COLOUR_TABLES: Final[Mapping[PaletteName, NDArray[np.uint8]]] = {
    "grey": GREY,
    "sequential": SEQUENTIAL,
    "diverging": DIVERGING,
    **{
        name: GREY * np.eye(3, dtype=np.uint8)[channel]
        for channel, name in enumerate(_CHANNELS)
    },
}
"""The 256 x 3 table of each palette."""


@dataclass(frozen=True, slots=True, eq=False)
class LayerPicture:
    """One layer's maps (or kernels) as bytes that only need a colour table.

    Attributes
    ----------
    name, kind
        The layer's name (``c1``) and the key of its kind (``conv2d``, ``pool2d``;
        ``input`` for the picture itself, ``kernels`` for weights).
    shape
        Of the layer's output, or of the weights.
    atlas
        uint8, the tiles side by side without gaps, ``columns`` in a row, row by row;
        unused places at the end hold 0.
    columns
        Tiles in a row of the atlas.
    tile_hw
        Height and width of one tile; ``(1, 1)`` for a vector.
    count
        Tiles.
    palette
        Which colour table the bytes index. Signed values have 0 in its middle.
    low, high
        What the bytes 0 and 255 stand for.
    values
        float32, ``C x H x W`` or ``N``: the numbers behind the colours.
    ranges_n2
        float64, ``count x 2``, low and high of each tile, when every map has a range of
        its own; otherwise ``None``.
    palettes
        That of each tile, where they differ; otherwise ``None``.
    """

    name: str
    kind: str
    shape: tuple[int, ...]
    atlas: NDArray[np.uint8]
    columns: int
    tile_hw: tuple[int, int]
    count: int
    palette: PaletteName
    low: float
    high: float
    values: NDArray[np.float32]
    ranges_n2: NDArray[np.float64] | None = None
    palettes: tuple[PaletteName, ...] | None = None

    @property
    def is_vector(self) -> bool:
        """Whether each tile is a single number."""
        return self.tile_hw == (1, 1)

    @property
    def is_colour(self) -> bool:
        """Whether its tiles are the red, green and blue of one picture."""
        return self.palettes == _CHANNELS

    def range_of(self, tile: int) -> tuple[float, float]:
        """Return what the darkest and the brightest colour of a tile stand for."""
        if self.ranges_n2 is None:
            return self.low, self.high
        low, high = self.ranges_n2[tile]
        return float(low), float(high)

    def values_of(self, tile: int) -> NDArray[np.float32]:
        """Return one tile's numbers, ``H x W``."""
        return np.asarray(self.values.reshape(self.count, *self.tile_hw)[tile])

    def indices_of(self, tile: int) -> NDArray[np.uint8]:
        """Return one tile's bytes, ``H x W``: a view into the atlas."""
        return self.atlas[self.place_of(tile)]

    def place_of(self, tile: int) -> tuple[slice, slice]:
        """Return which rows and columns of the atlas are a tile's."""
        row, column = divmod(tile, self.columns)
        height, width = self.tile_hw
        top, left = row * height, column * width
        return slice(top, top + height), slice(left, left + width)


def layer_picture(
    output: LayerOutput, *, own_ranges: bool = False, largest: float | None = None
) -> LayerPicture:
    """Turn a layer's output into bytes.

    Parameters
    ----------
    output
        What the layer said.
    own_ranges
        Give every map a range of its own instead of the layer's (single numbers keep
        the layer's).
    largest
        The magnitude that the strongest colour stands for; the layer's when ``None``.

    Examples
    --------
    >>> values = np.arange(24, dtype=np.float32).reshape(6, 2, 2)
    >>> picture = layer_picture(LayerOutput("s2", "pool2d", values))
    >>> picture.palette, picture.columns, picture.atlas.shape, picture.high
    ('sequential', 3, (4, 6), 23.0)
    """
    values = output.values
    maps_nhw = values if values.ndim == 3 else values.reshape(-1, 1, 1)
    look = _look_of(output, maps_nhw, largest)
    ranges_n2 = None
    if own_ranges and maps_nhw.shape[1:] != (1, 1):  # one number alone has no range
        ranges_n2 = ranges_of_each(maps_nhw, signed=look[2] == "diverging")
    return _picture(output, values.shape, maps_nhw, look, ranges_n2)


def _look_of(
    output: LayerOutput, maps_nhw: NDArray[np.float32], largest: float | None = None
) -> Look:
    # A layer whose numbers can be negative is signed even if today none is.
    if output.can_be_negative or bool((maps_nhw < 0).any()):
        of_all = signed_range(maps_nhw) if largest is None else (-largest, largest)
        return *of_all, "diverging"
    of_all = sequential_range(maps_nhw) if largest is None else (0.0, largest)
    return *of_all, "sequential"


def shown_picture(
    name: str,
    maps_nhw: NDArray[np.float32],
    looks: Sequence[Look],
) -> LayerPicture:
    """Turn maps into bytes, each between its own numbers and in its own palette.

    Examples
    --------
    >>> maps_nhw = np.float32([[[0, 255]], [[-1, 1]]])
    >>> looks = [(0.0, 255.0, "grey"), (-1.0, 1.0, "diverging")]
    >>> shown_picture("output", maps_nhw, looks).palettes
    ('grey', 'diverging')
    """
    lows, highs, palettes = zip(*looks, strict=True)
    signed = "diverging" in palettes
    look = (float(min(lows)), float(max(highs)), "diverging" if signed else looks[0][2])
    output = LayerOutput(name, "activation", maps_nhw)
    ranges_n2 = np.array([lows, highs], np.float64).T
    made = _picture(output, maps_nhw.shape, maps_nhw, look, ranges_n2)
    return replace(made, palettes=palettes) if len(set(palettes)) > 1 else made


def kernel_picture(name: str, weights_oikk: NDArray[np.float32]) -> LayerPicture:
    """Turn a layer's kernels into bytes: a row an output map, a column an input map.

    Kernels that see one input map each are laid out in a block instead.

    Examples
    --------
    >>> kernel_picture("c3", np.ones((16, 6, 5, 5), np.float32)).atlas.shape
    (80, 30)
    """
    outputs, inputs, height, width = weights_oikk.shape
    kernels = weights_oikk.reshape(outputs * inputs, height, width)
    columns = inputs if inputs > 1 else None
    output = LayerOutput(name, "kernels", kernels, can_be_negative=True)
    look = _look_of(output, kernels)
    return _picture(output, weights_oikk.shape, kernels, look, columns=columns)


def input_picture(pixels: NDArray[np.uint8]) -> LayerPicture:
    """Return what a network sees as a layer of its own, in levels 0..255.

    ``H x W`` in grey, or ``3 x H x W``: each channel in its own colour.
    """
    pixels_chw = pixels.reshape(-1, *pixels.shape[-2:])
    values = pixels_chw.astype(np.float32)
    output = LayerOutput("input", "input", values)
    picture = _picture(output, values.shape, values, (0.0, 255.0, "grey"))
    if len(values) == len(_CHANNELS):
        return replace(picture, palettes=_CHANNELS)
    return replace(picture, atlas=pixels)


def rgb_of(picture: LayerPicture) -> NDArray[np.uint8]:
    """Return what a network sees as one picture, ``H x W x 3``.

    Examples
    --------
    >>> rgb_of(input_picture(np.full((3, 2, 4), 9, np.uint8))).shape
    (2, 4, 3)
    """
    if not picture.is_colour:
        return COLOUR_TABLES[picture.palette][picture.indices_of(0)]
    return np.stack([picture.indices_of(tile) for tile in range(picture.count)], axis=2)


def _picture(
    output: LayerOutput,
    shape: tuple[int, ...],
    maps_nhw: NDArray[np.float32],
    look: Look,
    ranges_n2: NDArray[np.float64] | None = None,
    columns: int | None = None,
) -> LayerPicture:
    """Lay maps side by side; each between its own numbers where ``ranges_n2`` says so."""
    low, high, palette = look
    if ranges_n2 is None:
        tiles_nhw = to_indices(maps_nhw, low, high)
    else:
        tiles_nhw = indices_of_each(maps_nhw, ranges_n2)
    count, height, width = maps_nhw.shape
    across = columns or ceil(sqrt(count))
    return LayerPicture(
        name=output.name,
        kind=output.kind,
        shape=shape,
        atlas=_atlas(tiles_nhw, across),
        columns=across,
        tile_hw=(height, width),
        count=count,
        palette=palette,
        low=low,
        high=high,
        values=maps_nhw if len(shape) == 4 else maps_nhw.reshape(shape),
        ranges_n2=ranges_n2,
    )


def _atlas(tiles_nhw: NDArray[np.uint8], columns: int) -> NDArray[np.uint8]:
    count, height, width = tiles_nhw.shape
    rows = ceil(count / columns)
    padded = np.zeros((rows * columns, height, width), np.uint8)
    padded[:count] = tiles_nhw
    grid = padded.reshape(rows, columns, height, width)
    return np.ascontiguousarray(
        grid.transpose(0, 2, 1, 3).reshape(rows * height, columns * width)
    )
