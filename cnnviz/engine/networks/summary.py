"""What each layer makes, owns, costs and sees. No torch: a page can read it at once."""

from dataclasses import dataclass
from math import prod

from cnnviz.engine.convolution.shapes import ReceptiveField, cost
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.networks.layers import (
    Conv2d,
    Layer,
    LayerKind,
    Linear,
    Network,
    Pool2d,
    kind_of,
)
from cnnviz.engine.networks.shapes import (
    Shape,
    conv_spec,
    layer_shapes,
    parameter_shapes,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerSummary:
    """One line of a summary.

    Attributes
    ----------
    name, kind
        The layer's name and kind.
    output_shape
        ``(C, H, W)`` or ``(N,)``, without the batch.
    parameters
        Trainable numbers, biases included.
    multiply_adds
        Multiplications, each with its addition, for one picture; cells of padding are
        counted, biases are not.
    receptive_field
        Height and width of the part of the input, its padding included, that one
        output number can depend on.
    """

    name: str
    kind: LayerKind
    output_shape: Shape
    parameters: int
    multiply_adds: int
    receptive_field: Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkSummary:
    """A network and one summary a layer.

    Attributes
    ----------
    network
        What was summarized.
    parameters
        Of all layers together.
    layers
        In the order of the network.
    """

    network: Network
    parameters: int
    layers: tuple[LayerSummary, ...]

    @property
    def multiply_adds(self) -> int:
        """Of all layers together, for one picture."""
        return sum(layer.multiply_adds for layer in self.layers)


def summarize(network: Network) -> NetworkSummary:
    """Count what each layer of a network owns, costs and sees.

    Raises
    ------
    CnnvizError
        When a layer does not fit its input: ``kernel_larger_than_padded_input`` or
        ``layer_input_shape``.

    Examples
    --------
    >>> from cnnviz.engine.networks.zoo import network
    >>> summary = summarize(network("lenet5"))
    >>> summary.parameters, summary.multiply_adds
    (61706, 416520)
    """
    parameters = parameter_shapes(network)
    field = ReceptiveField(size=(1, 1), jump=(1, 1))
    maps_hw: Pair = network.input_chw[1:]
    layers: list[LayerSummary] = []
    for layer, (before, after) in zip(
        network.layers, layer_shapes(network), strict=True
    ):
        field = _field_after(field, layer, maps_hw)
        # After the first linear layer every number already sees all positions.
        maps_hw = (after[1], after[2]) if len(after) == 3 else maps_hw
        maps_hw = (1, 1) if isinstance(layer, Linear) else maps_hw
        layers.append(
            LayerSummary(
                name=layer.name,
                kind=kind_of(layer),
                output_shape=after,
                parameters=sum(
                    prod(parameters.get(f"{layer.name}.{part}", (0,)))
                    for part in ("weight", "bias")
                ),
                multiply_adds=_multiply_adds(layer, before),
                receptive_field=field.size,
            )
        )
    return NetworkSummary(
        network=network,
        parameters=sum(layer.parameters for layer in layers),
        layers=tuple(layers),
    )


def _field_after(field: ReceptiveField, layer: Layer, maps_hw: Pair) -> ReceptiveField:
    match layer:
        case Conv2d() | Pool2d():
            return field.through(layer.kernel, layer.stride)
        case Linear():
            # A weighted sum of whole maps is a convolution whose kernel covers them.
            return field.through(maps_hw, (1, 1))
        case _:
            return field


def _multiply_adds(layer: Layer, before: Shape) -> int:
    match layer, before:
        case Conv2d(), (channels, height, width):
            shape = (channels, height, width)
            return cost(conv_spec(layer), shape, layer.channels).multiply_adds
        case Linear(), (inputs,):
            return inputs * layer.units
        case _:
            return 0
