"""The maps of a layer as a file: numbers, or a sheet of pictures."""

from typing import Final

from cnnviz.engine.images.files.saving import encode_png
from cnnviz.engine.images.map_sheet import map_sheet
from cnnviz.engine.images.numbers.number_files import encode_csv, encode_npy
from cnnviz.engine.networks.trace import LayerOutput

MAP_ENDINGS: Final = (".png", ".npy", ".csv")


def encode_maps(layer: LayerOutput, ending: str) -> bytes:
    """Return a layer's maps as the bytes of a file; a vector has one number a map.

    Parameters
    ----------
    layer
        Its output, ``C x H x W`` or ``N``.
    ending
        One of `MAP_ENDINGS`.
    """
    values = layer.values
    maps_chw = values if values.ndim == 3 else values.reshape(-1, 1, 1)
    if ending == ".png":
        return encode_png(map_sheet(maps_chw, signed=layer.can_be_negative))
    return (encode_npy if ending == ".npy" else encode_csv)(maps_chw)
