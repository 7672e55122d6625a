"""Which parts of a data set's pictures make a map, or a unit, answer most strongly."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.networks.forward import ForwardPass, check_pictures, normalized
from cnnviz.engine.networks.layers import PICTURE, Network
from cnnviz.engine.networks.network_input import zero_levels
from cnnviz.engine.networks.regions import Region, regions
from cnnviz.engine.networks.shapes import layer_shapes
from cnnviz.engine.networks.units import check_layer, check_place
from cnnviz.engine.networks.units.parts import At


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """The part of a picture that the strongest number of a map depends on.

    Attributes
    ----------
    value
        The number.
    picture
        Which picture of the data set it is.
    at
        Channel, row and column of the number; its index in a vector.
    region
        The cells of the picture that it depends on; beyond the border lies padding.
    pixels_chw
        uint8, what is there; padding has `zero_levels`.
    """

    value: float
    picture: int
    at: At
    region: Region
    pixels_chw: NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class PatchSearch:
    """How far a search is, and what is strongest so far.

    Attributes
    ----------
    done, total
        Pictures looked at, and pictures in all.
    patches
        The strongest first, at most one a picture.
    """

    done: int
    total: int
    patches: tuple[Patch, ...]


def strongest_patches(
    forward: ForwardPass,
    layer: str,
    channel: int,
    pictures: NDArray[np.uint8],
    count: int = 9,
) -> Iterator[PatchSearch]:
    """Look for the parts of pictures for which a map is largest; say so after each few.

    Who has seen enough does not go on. Only a few pictures at a time go through the
    network, and only as far as the layer.

    Parameters
    ----------
    forward
        The network with its numbers.
    layer, channel
        The layer's name, and which of its maps or numbers.
    pictures
        uint8, ``N`` times `Network.picture_shape`; a memory-mapped file will do.
    count
        Patches to keep.

    Raises
    ------
    CnnvizError
        ``layer_unknown``, ``unit_beyond`` or ``digit_shape_differs``, when the first
        answer is asked for.
    """
    network = forward.network
    check_layer(network, layer)
    index = [one.name for one in network.layers].index(layer)
    shape = layer_shapes(network)[index][1]
    check_place(layer, (channel,), shape[:1])
    check_pictures(network, pictures)
    best: list[Patch] = []
    at_once = forward.pictures_at_once
    for start in range(0, len(pictures), at_once):
        some = pictures[start : start + at_once]
        outputs = forward.outputs(normalized(network, some))
        maps = next(islice(outputs, index, None))[:, channel].reshape(len(some), -1)
        places = maps.argmax(axis=1)
        for number, place in enumerate(places):
            value = float(maps[number, place])
            if len(best) == count and not value > best[-1].value:
                continue
            at = channel, *map(int, np.unravel_index(place, shape[1:] or (1,)))
            at = at[: len(shape)]
            region = regions(network, layer, at)[PICTURE]
            pixels_chw = cut_out(network, some[number], region)
            best.append(Patch(value, start + number, at, region, pixels_chw))
            best = sorted(best, key=lambda one: -one.value)[:count]
        yield PatchSearch(start + len(some), len(pictures), tuple(best))


def cut_out(
    network: Network, picture: NDArray[np.uint8], region: Region
) -> NDArray[np.uint8]:
    """Return a part of a picture, with `zero_levels` around it.

    Parameters
    ----------
    network
        Who reads the picture.
    picture
        uint8, of `Network.picture_shape`.
    region
        The part; it may reach beyond the picture.

    Returns
    -------
    ndarray
        uint8, ``C x h x w``.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> white = np.full((28, 28), 255, np.uint8)
    >>> cut_out(network("lenet5"), white, Region(-1, 0, 1, 2)).tolist()
    [[[33, 33], [255, 255]]]
    """
    channels, height, width = network.input_chw
    size_hw = region.bottom - region.top, region.right - region.left
    part_chw = np.empty((channels, *size_hw), np.uint8)
    part_chw[:] = zero_levels(network)[:, np.newaxis, np.newaxis]
    inside = region.clipped(height, width)
    rows = slice(inside.top - region.top, inside.bottom - region.top)
    columns = slice(inside.left - region.left, inside.right - region.left)
    part_chw[:, rows, columns] = picture.reshape(network.input_chw)[
        :, inside.top : inside.bottom, inside.left : inside.right
    ]
    return part_chw
