"""One number of a block, opened: the unit that makes it, and those that bend it after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.networks.blocks import Block
from cnnviz.engine.networks.layers import PICTURE, Flatten, Network
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.shapes import layer_inputs, layer_shapes
from cnnviz.engine.networks.trace import Trace
from cnnviz.engine.networks.units import NetworkUnit, network_unit
from cnnviz.engine.networks.units.parts import At, Products, Term, Window


@dataclass(frozen=True, slots=True, eq=False)
class SingleNumbers(Sequence[Window]):
    """Numbers that are read one by one, as windows of one cell, made when asked for."""

    terms: Sequence[Term]

    @property
    def totals(self) -> NDArray[np.float64]:
        """What each number adds."""
        if isinstance(self.terms, Products):
            return self.terms.parts
        return np.array([term.part for term in self.terms])

    def __len__(self) -> int:
        return len(self.terms)

    @overload
    def __getitem__(self, index: int) -> Window: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Window]: ...

    def __getitem__(self, index: int | slice) -> Window | Sequence[Window]:
        if isinstance(index, slice):
            return SingleNumbers(self.terms[index])
        return _single(self.terms[index])


@dataclass(frozen=True, slots=True, eq=False)
class OpenedUnit:
    """What one number is made of.

    Attributes
    ----------
    block
        Where it is.
    at
        Which number.
    chain
        The unit that makes it first; after it one for each layer that works on it.
    windows
        The cells that are read and what each is multiplied with. A fully connected unit
        that reads flattened maps has one for each map, as large as the map; single
        numbers are windows of one cell.
    """

    block: Block
    at: At
    chain: tuple[NetworkUnit, ...]
    windows: Sequence[Window]

    @property
    def source_layers(self) -> tuple[str, ...]:
        """The layers that the windows are of, each once."""
        if isinstance(self.windows, SingleNumbers):
            if isinstance(self.windows.terms, Products):
                return (self.windows.terms.layer,)
            return tuple(dict.fromkeys(term.layer for term in self.windows.terms))
        return tuple(dict.fromkeys(window.layer for window in self.windows))

    @property
    def totals(self) -> NDArray[np.float64]:
        """What each window adds."""
        if isinstance(self.windows, SingleNumbers):
            return self.windows.totals
        return np.array([window.total for window in self.windows])

    @property
    def value(self) -> float:
        """The number, as the network computed it."""
        return self.chain[-1].value

    @property
    def unit(self) -> NetworkUnit:
        """The unit that makes the number."""
        return self.chain[0]


def open_unit(
    network: Network, weights: Mapping[str, Array], trace: Trace, block: Block, at: At
) -> OpenedUnit:
    """Open a number of a block.

    Raises
    ------
    CnnvizError
        What `network_unit` raises.
    """
    chain = tuple(
        network_unit(network, weights, trace, layer.name, at) for layer in block.layers
    )
    parts = chain[0].parts
    windows: Sequence[Window] = parts.windows or SingleNumbers(parts.terms)
    maps = flattened_maps(network, block)
    if maps is not None and isinstance(parts.terms, Products):
        windows = _as_maps(parts.terms, *maps)
    return OpenedUnit(block, at, chain, windows)


@dataclass(frozen=True, slots=True)
class OpenedPixel:
    """One number of the picture that the network sees.

    Attributes
    ----------
    level
        Of the picture, 0..255.
    mean, deviation
        Of its channel, on the scale 0..1.
    """

    level: int
    mean: float
    deviation: float

    @property
    def share(self) -> float:
        """The level on the scale 0..1."""
        return self.level / 255

    @property
    def value(self) -> float:
        """What the network sees: ``(level / 255 - mean) / deviation``."""
        return (self.share - self.mean) / self.deviation


def open_pixel(
    network: Network, pixels: NDArray[np.uint8], at: tuple[int, int, int]
) -> OpenedPixel:
    """Open a number of the picture: channel, row and column of `pixels`."""
    channel, row, column = at
    levels_chw = pixels.reshape(network.input_chw)
    mean, deviation = network.channel_normalizations[channel]
    return OpenedPixel(int(levels_chw[channel, row, column]), mean, deviation)


def _single(term: Term) -> Window:
    """Return a number that is read as a window of one cell."""
    channel, *place = term.at
    row, column = place or (0, 0)
    weight = None if term.weight is None else np.array([[term.weight]])
    cells = np.array([[term.value]])
    return Window(
        layer=term.layer,
        channel=channel,
        rows=(row,),
        columns=(column,),
        cells_hw=cells,
        kernel_hw=weight,
        total=term.part,
    )


def flattened_maps(
    network: Network, block: Block
) -> tuple[str, tuple[int, int, int]] | None:
    """Return the layer whose maps the block reads in a row, and their shape."""
    names = [layer.name for layer in network.layers]
    inputs = layer_inputs(network)
    (read, *_) = inputs[names.index(block.name)]
    while read >= 0 and network.layers[read].works_on_each:
        (read, *_) = inputs[read]
    if read < 0 or not isinstance(network.layers[read], Flatten):
        return None
    (source, *_) = inputs[read]
    shape = network.input_chw if source < 0 else layer_shapes(network)[source][1]
    if len(shape) != 3 or shape[1:] == (1, 1):
        return None
    channels, height, width = shape
    return PICTURE if source < 0 else names[source], (channels, height, width)


def _as_maps(
    terms: Products, layer: str, shape: tuple[int, int, int]
) -> tuple[Window, ...]:
    """Return numbers that were flattened as the maps that they come from."""
    _, height, width = shape
    cells, weights = terms.values.reshape(shape), terms.weights.reshape(shape)
    parts = terms.parts.reshape(shape)
    return tuple(
        Window(
            layer=layer,
            channel=channel,
            rows=tuple(range(height)),
            columns=tuple(range(width)),
            cells_hw=cells[channel],
            kernel_hw=weights[channel],
            total=float(parts[channel].sum()),
        )
        for channel in range(shape[0])
    )
