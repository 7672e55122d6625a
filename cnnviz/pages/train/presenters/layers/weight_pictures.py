"""The weights of a layer, or numbers in their shape, as pictures; called in a thread."""

import numpy as np

from cnnviz.engine.networks.layers import Conv2d, Network
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.shapes import layer_shapes
from cnnviz.engine.training.one_step.kernel_gradients import laid_out
from cnnviz.state.picture.layer_pictures import LayerPicture, kernel_picture


def weight_picture(
    network: Network, name: str, values: Array, most_units: int | None = None
) -> LayerPicture:
    """Return a picture a kernel; of units, their weights in rows.

    Parameters
    ----------
    network, name
        The layer.
    values
        In the shape of its weight.
    most_units
        So many units at most, the first ones.
    """
    shapes = zip(network.layers, layer_shapes(network), strict=True)
    layer, inputs = next((one, read) for one, (read, _) in shapes if one.name == name)
    if isinstance(layer, Conv2d):
        if layer.groups == 1:
            values = layer.kernels_oikk(values, inputs[0][0])
        return kernel_picture(name, values)
    of_each = np.ascontiguousarray(values[:most_units])
    numbers = of_each[0].size
    return kernel_picture(name, of_each.reshape(len(of_each), 1, *laid_out(numbers)))
