"""Which places of a layer's maps speak for a class.

R. R. Selvaraju and others, "Grad-CAM: Visual Explanations from Deep Networks via
Gradient-based Localization" (ICCV 2017, equations 1 and 2).
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.explain.differentiable import Differentiable
from cnnviz.engine.networks.layers import PICTURE, Network
from cnnviz.engine.networks.regions import regions
from cnnviz.engine.networks.shapes import layer_inputs, layer_shapes

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class GradCam:
    """A layer's maps, weighted by what they do for a class.

    Attributes
    ----------
    layer
        Name of the layer.
    weights_c
        float32, one a map: the mean gradient of the lead over the map's places.
    places_hw
        float32, 0 or more: the weighted sum of the maps, below 0 cut off.
    pixels_hw
        float32, of the picture's size: each pixel has the number of the place whose
        field in the picture has its middle nearest.
    """

    layer: str
    weights_c: Floats
    places_hw: Floats
    pixels_hw: Floats


def cam_layers(network: Network) -> tuple[tuple[str, str], ...]:
    """Return the layers that can be looked at: of each convolution, and where it ends.

    Pairs of the convolution's name and that of the layer whose maps are taken: the last
    in a row that works on its numbers one by one (activation, batch normalisation).
    Only where a map has more than one place.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> cam_layers(network("lenet5"))
    (('c1', 'c1_relu'), ('c3', 'c3_relu'))
    """
    found, reads, shapes = [], layer_inputs(network), layer_shapes(network)
    for index, layer in enumerate(network.layers):
        shape = shapes[index][1]
        if not layer.has_kernels or len(shape) != 3 or shape[1] * shape[2] < 2:
            continue
        last = index
        while True:
            readers = [place for place, read in enumerate(reads) if last in read]
            if len(readers) != 1 or not network.layers[readers[0]].is_titled_by_source:
                break
            last = readers[0]
        found.append((layer.name, network.layers[last].name))
    return tuple(found)


def grad_cam(
    network: Differentiable,
    picture: NDArray[np.uint8],
    layer: str,
    label: int,
    other: int | None = None,
) -> GradCam:
    """Return where a layer's maps speak for a class.

    With ``A_k`` the maps and ``y`` the lead (or the logit): the weight of a map is the
    mean of ``dy/dA_k`` over its places, and the sum of the maps times their weights is
    cut off below 0.

    Parameters
    ----------
    network
        Whose answer is explained.
    picture
        uint8, of `Network.picture_shape`.
    layer
        Name of a layer with maps, see `cam_layers`.
    label, other
        The class, and over which other its lead is meant; ``None``: the class's logit.

    Raises
    ------
    CnnvizError
        ``layer_unknown``.
    """
    maps_chw, slopes_chw = network.maps_and_slopes(picture, layer, label, other)
    weights_c = slopes_chw.mean(axis=(1, 2))
    places_hw = np.maximum(np.tensordot(weights_c, maps_chw, axes=1), 0)
    *_, height, width = picture.shape
    nearest = np.ix_(*_nearest(network.network, layer, (height, width)))
    return GradCam(layer, weights_c, places_hw, places_hw[nearest])


@lru_cache(maxsize=8)
def _nearest(
    network: Network, layer: str, size_hw: tuple[int, int]
) -> tuple[NDArray[np.intp], ...]:
    """Return for each row, and each column, of the picture the nearest place's."""
    names = [one.name for one in network.layers]
    _, rows, columns = layer_shapes(network)[names.index(layer)][1]
    found = []
    for axis, (places, size) in enumerate(zip((rows, columns), size_hw, strict=True)):
        middles = []
        for place in range(places):
            at = (0, place, 0) if axis == 0 else (0, 0, place)
            field = regions(network, layer, at)[PICTURE]
            ends = (field.top, field.bottom) if axis == 0 else (field.left, field.right)
            middles.append(sum(ends) / 2)
        away = np.abs(np.arange(size)[:, np.newaxis] + 0.5 - np.array(middles))
        found.append(away.argmin(axis=1))
    return tuple(found)
