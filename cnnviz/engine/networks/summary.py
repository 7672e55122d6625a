"""What each layer makes, owns, costs and sees. No torch: a page can read it at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import prod

from cnnviz.engine.convolution.shapes import ReceptiveField
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.networks.layers import LayerSpec, Network, Shape
from cnnviz.engine.networks.shapes import layer_inputs, layer_shapes


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerSummary:
    """One line of a summary.

    Attributes
    ----------
    name, kind
        The layer's name and the key of its kind.
    output_shape
        ``(C, H, W)`` or ``(N,)``, without the batch.
    learned, not_learned
        Numbers that training changes, biases included; and those that are kept beside
        them: running means and variances, fixed codes.
    multiply_adds
        Multiplications, each with its addition, for one picture; cells of padding are
        counted, biases are not.
    connections
        What flows into all units, bias included, as LeCun (1998) counts; 0 for layers
        that work on each number.
    receptive_field
        Height and width of the part of the input, its padding included, that one
        output number can depend on.
    can_be_negative
        Whether an output number can be below 0.
    """

    name: str
    kind: str
    output_shape: Shape
    learned: int
    not_learned: int
    multiply_adds: int
    connections: int
    receptive_field: Pair
    can_be_negative: bool

    @property
    def parameters(self) -> int:
        """Learned or not."""
        return self.learned + self.not_learned


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkSummary:
    """A network and one summary a layer, in the order of the network."""

    network: Network
    layers: tuple[LayerSummary, ...]

    @property
    def parameters(self) -> int:
        """Of all layers together, learned or not."""
        return sum(layer.parameters for layer in self.layers)

    @property
    def learned(self) -> int:
        """Learned numbers of all layers together."""
        return sum(layer.learned for layer in self.layers)

    @property
    def connections(self) -> int:
        """Of all layers together."""
        return sum(layer.connections for layer in self.layers)

    @property
    def multiply_adds(self) -> int:
        """Of all layers together, for one picture."""
        return sum(layer.multiply_adds for layer in self.layers)


@dataclass(frozen=True, slots=True)
class _View:
    """What a layer's outputs depend on: a field of the picture, of so many places."""

    field: ReceptiveField
    places_hw: Pair
    can_be_negative: bool

    def after(
        self, layer: LayerSpec, inputs: Sequence[Shape], output: Shape
    ) -> "_View":
        """Return the view of a layer whose inputs all together see this."""
        negative = layer.can_be_negative([self.can_be_negative] * len(inputs))
        if layer.sees_all:
            # A sum over whole maps is a convolution whose kernel covers them.
            return _View(self.field.through(self.places_hw, (1, 1)), (1, 1), negative)
        window = layer.window(inputs)
        field = self.field
        if window is not None:
            field = field.through(window.kernel, window.stride, window.dilation)
        places = (output[1], output[2]) if len(output) == 3 else self.places_hw
        return _View(field, places, negative)


@lru_cache(maxsize=64)
def summarize(network: Network) -> NetworkSummary:
    """Count what each layer of a network owns, costs and sees.

    Remembered: it takes as long as a picture, and each snapshot of a run asks for it.

    Raises
    ------
    CnnvizError
        What `layer_shapes` raises, when a layer does not fit its inputs.

    Examples
    --------
    >>> from cnnviz.engine.networks.zoo import network
    >>> summary = summarize(network("lenet5"))
    >>> summary.parameters, summary.multiply_adds
    (61706, 416520)
    """
    _, height, width = network.input_chw
    has_black_below_zero = any(mean > 0 for mean, _ in network.channel_normalizations)
    picture = _View(ReceptiveField(), (height, width), has_black_below_zero)
    views: list[_View] = []
    layers: list[LayerSummary] = []
    for layer, places, (inputs, output) in zip(
        network.layers, layer_inputs(network), layer_shapes(network), strict=True
    ):
        read = [picture if place < 0 else views[place] for place in places]
        views.append(_together(read).after(layer, inputs, output))
        layers.append(_summary(layer, inputs, output, views[-1]))
    return NetworkSummary(network=network, layers=tuple(layers))


def _together(views: Sequence[_View]) -> _View:
    """Return what branches see together: as far as the one that sees farthest."""
    heights, widths = zip(*(view.field.size for view in views), strict=True)
    return _View(
        ReceptiveField((max(heights), max(widths)), views[0].field.jump),
        views[0].places_hw,
        any(view.can_be_negative for view in views),
    )


def _summary(
    layer: LayerSpec, inputs: Sequence[Shape], output: Shape, view: _View
) -> LayerSummary:
    return LayerSummary(
        name=layer.name,
        kind=layer.key,
        output_shape=output,
        learned=sum(prod(shape) for shape in layer.parameters(inputs).values()),
        not_learned=sum(
            prod(shape) for shape in layer.buffers(inputs).values() if shape
        ),
        multiply_adds=layer.multiply_adds(inputs),
        connections=layer.connections(inputs),
        receptive_field=view.field.size,
        can_be_negative=view.can_be_negative,
    )
