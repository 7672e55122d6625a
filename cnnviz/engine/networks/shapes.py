"""How large each layer's output is."""

from cnnviz.engine.convolution.shapes import output_size
from cnnviz.engine.convolution.spec import ConvSpec
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import (
    Activation,
    Conv2d,
    Flatten,
    Layer,
    Linear,
    Network,
    Pool2d,
)

Shape = tuple[int, ...]
"""``(C, H, W)`` for feature maps, ``(N,)`` for a vector; never with the batch."""


def conv_spec(layer: Conv2d | Pool2d) -> ConvSpec:
    """Return the settings of a layer's moving window."""
    padding = layer.padding if isinstance(layer, Conv2d) else (0, 0)
    return ConvSpec(kernel=layer.kernel, stride=layer.stride, padding=padding)


def output_shape(layer: Layer, shape: Shape) -> Shape:
    """Return the shape that a layer makes of an input of ``shape``.

    Raises
    ------
    CnnvizError
        ``kernel_larger_than_padded_input``, or ``layer_input_shape`` when a layer gets
        a vector where it needs maps or the other way round.

    Examples
    --------
    >>> output_shape(Conv2d(name="c1", channels=6, kernel=(5, 5)), (1, 32, 32))
    (6, 28, 28)
    """
    match layer, shape:
        case Activation(), _:
            return shape
        case Conv2d(), (_, height, width):
            return layer.channels, *output_size(conv_spec(layer), (height, width))
        case Pool2d(), (channels, height, width):
            return channels, *output_size(conv_spec(layer), (height, width))
        case Flatten(), (channels, height, width):
            return (channels * height * width,)
        case Linear(), (_,):
            return (layer.units,)
    raise CnnvizError("layer_input_shape", layer=layer.name, shape=shape)


def layer_shapes(network: Network) -> tuple[tuple[Shape, Shape], ...]:
    """Return the input and output shape of each layer, in order.

    Examples
    --------
    >>> from cnnviz.engine.networks.zoo import network
    >>> layer_shapes(network("lenet5"))[0]
    ((1, 28, 28), (6, 28, 28))
    """
    shapes: list[tuple[Shape, Shape]] = []
    shape: Shape = network.input_chw
    for layer in network.layers:
        after = output_shape(layer, shape)
        shapes.append((shape, after))
        shape = after
    return tuple(shapes)


def parameter_shapes(network: Network) -> dict[str, Shape]:
    """Return the name and shape of every parameter, in order.

    Examples
    --------
    >>> from cnnviz.engine.networks.zoo import network
    >>> parameter_shapes(network("lenet5"))["c3.weight"]
    (16, 6, 5, 5)
    """
    shapes: dict[str, Shape] = {}
    for layer, (before, _) in zip(network.layers, layer_shapes(network), strict=True):
        match layer:
            case Conv2d():
                shapes[f"{layer.name}.weight"] = (
                    layer.channels,
                    before[0],
                    *layer.kernel,
                )
                shapes[f"{layer.name}.bias"] = (layer.channels,)
            case Linear():
                shapes[f"{layer.name}.weight"] = (layer.units, before[0])
                shapes[f"{layer.name}.bias"] = (layer.units,)
            case _:
                pass
    return shapes
