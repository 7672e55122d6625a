"""Where a number of a network comes from: the cells of every layer that it depends on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cnnviz.engine.convolution.padding import source_cells
from cnnviz.engine.convolution.shapes import padding_amounts
from cnnviz.engine.convolution.spec import ConvSpec
from cnnviz.engine.networks.layers import PICTURE, LayerSpec, Network, Shape
from cnnviz.engine.networks.layers.layer_spec import Indices
from cnnviz.engine.networks.shapes import layer_inputs, layer_shapes
from cnnviz.engine.networks.units import check_layer, check_place
from cnnviz.engine.networks.units.parts import At


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of cells, of all maps of a layer; ``bottom`` and ``right`` are beyond it.

    Rows and columns below 0, or beyond the maps, lie in the padding. Of a vector
    ``top`` and ``bottom`` are indices, and there is one column.
    """

    top: int
    left: int
    bottom: int
    right: int

    @property
    def is_empty(self) -> bool:
        """Whether there is no cell in it."""
        return self.top >= self.bottom or self.left >= self.right

    def clipped(self, height: int, width: int) -> "Region":
        """Return the part that is no padding.

        Examples
        --------
        >>> Region(-2, 3, 3, 8).clipped(28, 6)
        Region(top=0, left=3, bottom=3, right=6)
        """
        top, left = min(max(self.top, 0), height), min(max(self.left, 0), width)
        bottom = min(max(self.bottom, top), height)
        return Region(top, left, bottom, min(max(self.right, left), width))

    def union(self, other: "Region") -> "Region":
        """Return the smallest rectangle around both."""
        if self.is_empty or other.is_empty:
            return other if self.is_empty else self
        return Region(
            min(self.top, other.top),
            min(self.left, other.left),
            max(self.bottom, other.bottom),
            max(self.right, other.right),
        )


_NOTHING = Region(0, 0, 0, 0)


@dataclass(frozen=True, slots=True, eq=False)
class _Cells:
    """Some channels, of these rows and columns; a vector has channels only."""

    channels: Indices
    places: tuple[Indices, ...]

    def union(self, other: "_Cells") -> "_Cells":
        channels = np.union1d(self.channels, other.channels)
        pairs = zip(self.places, other.places, strict=True)
        return _Cells(channels, tuple(np.union1d(*pair) for pair in pairs))

    def region(self) -> Region:
        rows, columns = self.places or (self.channels, np.zeros(1, np.intp))
        if not (self.channels.size and rows.size and columns.size):
            return _NOTHING
        ends = rows[0], columns[0], rows[-1] + 1, columns[-1] + 1
        return Region(*map(int, ends))


def regions(network: Network, layer: str, at: At) -> Mapping[str, Region]:
    """Return the cells that a number depends on, of every layer on the way to it.

    Parameters
    ----------
    network
        The description.
    layer, at
        The layer's name; channel, row and column, or the index in a vector, from 0.

    Returns
    -------
    mapping
        By the names of the layers, from the given one back; last `PICTURE`. A rectangle
        is the smallest around the cells; at the border it reaches into the zeros around
        the maps, as far as the windows do. Empty where nothing but zeros is read.

    Raises
    ------
    CnnvizError
        ``layer_unknown``, ``unit_place_axes`` or ``unit_beyond``.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> found = regions(network("lenet5"), "c3", (0, 0, 1))
    >>> found["s2"], found["input"]
    (Region(top=0, left=1, bottom=5, right=6), Region(top=-2, left=0, bottom=12, right=14))
    """
    check_layer(network, layer)
    names = [PICTURE, *(one.name for one in network.layers)]
    last = names.index(layer)
    shapes, reads = layer_shapes(network), layer_inputs(network)
    check_place(layer, at, shapes[last - 1][1])
    channel, *place = (np.array([index]) for index in at)
    found = {last: _Cells(channel, tuple(place))}
    reached = {last: found[last].region()}
    for index in range(last, 0, -1):
        if index not in found:
            continue
        spec, (inputs, _) = network.layers[index - 1], shapes[index - 1]
        for source, (cells, region) in zip(
            reads[index - 1],
            _read(spec, inputs, found[index]),
            strict=True,
        ):
            before = found.get(source + 1)
            if cells.channels.size:
                region = region.union(reached.get(source + 1, _NOTHING))
                reached[source + 1] = region
            if not cells.region().is_empty:
                found[source + 1] = cells if before is None else cells.union(before)
    reached.setdefault(0, _NOTHING)
    return {names[index]: reached[index] for index in sorted(reached, reverse=True)}


def feeding_maps(
    network: Network, layer: str, channel: int
) -> Mapping[str, tuple[int, ...]]:
    """Return which maps, of each layer just before, a map is made of.

    All of them, those of its group or of its row in a table, or the one it stands
    over. Of a vector each number counts as a map.

    Raises
    ------
    CnnvizError
        ``layer_unknown`` or ``unit_beyond``.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> feeding_maps(network("lenet5-1998"), "c3", 0)
    {'s2_tanh': (0, 1, 2)}
    """
    check_layer(network, layer)
    index = [one.name for one in network.layers].index(layer)
    inputs, output = layer_shapes(network)[index]
    check_place(layer, (channel,), output[:1])
    read = network.layers[index].channels_read(inputs, np.array([channel]))
    feeding: dict[str, tuple[int, ...]] = {}
    for source, channels in zip(layer_inputs(network)[index], read, strict=True):
        name = PICTURE if source < 0 else network.layers[source].name
        if channels.size:
            feeding[name] = tuple(channels.tolist())
    return feeding


def _read(
    layer: LayerSpec, inputs: Sequence[Shape], cells: _Cells
) -> list[tuple[_Cells, Region]]:
    """Return the cells of each input that some of the output are made of.

    And a rectangle around the windows, which the zeros of the padding belong to.
    """
    spec, channels = layer.window(inputs), layer.channels_read(inputs, cells.channels)
    whole = tuple(np.arange(size) for size in inputs[0][1:])
    if layer.sees_all:
        places = whole
    elif len(cells.places) < len(whole):  # laid out in one row
        _, *places_ = np.unravel_index(cells.channels, inputs[0])
        places = tuple(np.unique(axis) for axis in places_)
    elif spec is not None:
        inside, under = _under_windows(spec, inputs[0], cells.places)
        return [(_Cells(channels[0], inside), _Cells(channels[0], under).region())]
    else:
        places = cells.places
    read = [_Cells(some, places) for some in channels]
    return [(one, one.region()) for one in read]


def _under_windows(
    spec: ConvSpec, shape: Shape, places: tuple[Indices, ...]
) -> tuple[tuple[Indices, ...], tuple[Indices, ...]]:
    """Return rows and columns under the windows at some places; and with the padding.

    Padding that copies cells of the maps stands for those.
    """
    _, height, width = shape
    amounts = padding_amounts(spec, (height, width))
    inside, under = [], []
    for axis, (before, after) in enumerate(
        ((amounts.top, amounts.bottom), (amounts.left, amounts.right))
    ):
        size = shape[axis + 1]
        around = source_cells(
            -before, 1, before + size + after, size, spec.padding_mode
        )
        cells = np.arange(spec.kernel[axis]) * spec.dilation[axis]
        lines = np.unique(places[axis][:, np.newaxis] * spec.stride[axis] + cells)
        sources = np.unique(around[lines])
        inside.append(sources[sources >= 0])
        is_cut = spec.padding_mode == "zeros" and inside[-1].size
        under.append(
            _reaching(inside[-1], lines - before, size) if is_cut else inside[-1]
        )
    return tuple(inside), tuple(under)


def _reaching(inside: Indices, lines: Indices, size: int) -> Indices:
    """Return the first and last line, beyond a border only if its own line is read."""
    first, last = inside[0], inside[-1]
    return np.array(
        [
            min(first, lines[0]) if first == 0 else first,
            max(last, lines[-1]) if last == size - 1 else last,
        ]
    )
