"""What each layer makes, owns, costs and sees. No torch: a page can read it at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from typing import Final

from cnnviz.engine.convolution.shapes import ReceptiveField, padding_amounts
from cnnviz.engine.convolution.spec import Pair, Sides
from cnnviz.engine.networks.layers import LayerSpec, Network, Shape
from cnnviz.engine.networks.shapes import layer_inputs, layer_shapes

_FLOAT_BYTES: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowSummary:
    """A window that moves over maps, in rows and columns."""

    kernel: Pair
    stride: Pair
    dilation: Pair
    padding: Sides


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
    jump
        Rows and columns of the input between the fields of two neighbours.
    can_be_negative
        Whether an output number can be below 0.
    window
        Kernel, stride and padding (top, bottom, left, right) of the window that moves
        over the maps; ``None`` where none does.
    parameter_sum
        How its numbers are counted, as ``5 × 5 × 1 × 6 + 6``; empty where it has none.
    memory
        Bytes of its output for one picture, and of its own numbers.
    """

    name: str
    kind: str
    output_shape: Shape
    window: WindowSummary | None
    parameter_sum: str
    memory: int
    learned: int
    not_learned: int
    multiply_adds: int
    connections: int
    receptive_field: Pair
    jump: Pair
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
    def not_learned(self) -> int:
        """Numbers of all layers together that are kept and not learned."""
        return sum(layer.not_learned for layer in self.layers)

    @property
    def memory(self) -> int:
        """Bytes of all outputs for one picture, and of all numbers."""
        return sum(layer.memory for layer in self.layers)

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
    >>> from cnnviz.engine.networks.catalogue import network
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
    learned = [*layer.parameters(inputs).values()]
    kept = [shape for shape in layer.buffers(inputs).values() if shape]
    return LayerSummary(
        name=layer.name,
        kind=layer.key,
        output_shape=output,
        window=_window(layer, inputs),
        parameter_sum=_parameter_sum([*learned, *kept]),
        memory=_FLOAT_BYTES * sum(map(prod, (output, *learned, *kept))),
        learned=sum(map(prod, learned)),
        not_learned=sum(map(prod, kept)),
        multiply_adds=layer.multiply_adds(inputs),
        connections=layer.connections(inputs),
        receptive_field=view.field.size,
        jump=view.field.jump,
        can_be_negative=view.can_be_negative,
    )


def _window(layer: LayerSpec, inputs: Sequence[Shape]) -> WindowSummary | None:
    spec = layer.window(inputs)
    if spec is None:
        return None
    _, height, width = layer.maps(inputs[0])
    amounts = padding_amounts(spec, (height, width))
    return WindowSummary(
        kernel=spec.kernel,
        stride=spec.stride,
        dilation=spec.dilation,
        padding=(amounts.top, amounts.bottom, amounts.left, amounts.right),
    )


def _parameter_sum(shapes: Sequence[Shape]) -> str:
    """Return the product of each shape, as a person counts: cells, inputs, outputs.

    Examples
    --------
    >>> _parameter_sum([(16, 6, 5, 5), (16,)]), _parameter_sum([(8,)] * 4)
    ('5 × 5 × 6 × 16 + 16', '4 × 8')
    """
    if len(shapes) > 1 and len(set(shapes)) == 1:
        return " × ".join(map(str, (len(shapes), *shapes[0])))
    products = []
    for shape in shapes:
        cells, counts = (shape[-2:], shape[:-2]) if len(shape) > 2 else ((), shape)
        products.append(" × ".join(map(str, (*cells, *reversed(counts)))))
    return " + ".join(products)
