"""How a network's layers hang together, and how large each one's output is."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from math import prod
from typing import TypeVar

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import PICTURE, Network, Shape

T = TypeVar("T")

_REMEMBERED = 16
"""Networks: one that is looked at is asked for at each step, several times."""

Inputs = tuple[int, ...]
"""Places of the layers that a layer reads, 0 the first; -1 stands for the picture."""


def layer_inputs(network: Network) -> tuple[Inputs, ...]:
    """Return which layers each layer reads, always earlier ones.

    Raises
    ------
    CnnvizError
        ``layer_name_unusable``, ``layer_name_taken``, ``layer_input_unknown`` (there is
        no such layer before it) or ``layer_takes_one_input``.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> layer_inputs(network("lenet5"))[:3]
    ((-1,), (0,), (1,))
    """
    places = {PICTURE: -1}
    inputs: list[Inputs] = []
    for index, layer in enumerate(network.layers):
        if not layer.name or "." in layer.name:
            raise CnnvizError("layer_name_unusable", layer=layer.name)
        if layer.name in places:
            raise CnnvizError("layer_name_taken", layer=layer.name)
        for name in layer.inputs:
            if name not in places:
                raise CnnvizError("layer_input_unknown", layer=layer.name, input=name)
        if len(layer.inputs) > 1 and not layer.joins:
            raise CnnvizError(
                "layer_takes_one_input", layer=layer.name, count=len(layer.inputs)
            )
        inputs.append(tuple(places[name] for name in layer.inputs) or (index - 1,))
        places[layer.name] = index
    return tuple(inputs)


@lru_cache(maxsize=_REMEMBERED)
def layer_shapes(network: Network) -> tuple[tuple[tuple[Shape, ...], Shape], ...]:
    """Return the shapes of the inputs and the output of each layer, in order.

    Raises
    ------
    CnnvizError
        When a layer does not fit its input: ``kernel_larger_than_padded_input``,
        ``layer_input_shape``, or what else its kind refuses.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> layer_shapes(network("lenet5"))[0]
    (((1, 28, 28),), (6, 28, 28))
    """
    return tuple(each_layer_shape(network))


def each_layer_shape(
    network: Network,
) -> Iterator[tuple[tuple[Shape, ...], Shape]]:
    """Yield what `layer_shapes` returns, layer by layer: so one may stop on the way."""
    shapes: list[Shape] = []
    for layer, inputs in zip(network.layers, layer_inputs(network), strict=True):
        before = tuple(
            network.input_chw if place < 0 else shapes[place] for place in inputs
        )
        shapes.append(layer.output_shape(before))
        yield before, shapes[-1]


def layer_outputs(
    computing: Sequence[Callable[..., T]], inputs: Sequence[Inputs], picture: T
) -> Iterator[T]:
    """Yield what each layer makes of those that it reads, in order.

    An output is let go after its last use.

    Parameters
    ----------
    computing
        Each layer as a function of its inputs.
    inputs
        What `layer_inputs` says of them.
    picture
        What the first ones read.

    Examples
    --------
    >>> [*layer_outputs([abs, max], [(-1,), (-1, 0)], -3)]
    [3, 3]
    """
    last_use = {place: index for index, read in enumerate(inputs) for place in read}
    kept = {-1: picture}
    for index, read in enumerate(inputs):
        output = computing[index](*(kept[place] for place in read))
        for place in read:
            if last_use[place] == index:
                kept.pop(place, None)
        kept[index] = output
        yield output


def parameter_shapes(network: Network) -> dict[str, Shape]:
    """Return the name and shape of everything that is learned, in order.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> parameter_shapes(network("lenet5"))["c3.weight"]
    (16, 6, 5, 5)
    """
    return {
        f"{layer.name}.{name}": shape
        for layer, (inputs, _) in zip(
            network.layers, layer_shapes(network), strict=True
        )
        for name, shape in layer.parameters(inputs).items()
    }


def parameter_count(network: Network) -> int:
    """Return how many numbers of a network are learned."""
    return sum(prod(shape) for shape in parameter_shapes(network).values())


def weight_shapes(network: Network) -> dict[str, Shape]:
    """Return the name and shape of every number that a weight file holds.

    What is learned, and after it, layer by layer, what is kept beside it: the running
    mean and variance of batch normalization, fixed codes.
    """
    return {
        f"{layer.name}.{name}": shape
        for layer, (inputs, _) in zip(
            network.layers, layer_shapes(network), strict=True
        )
        for kept in (layer.parameters(inputs), layer.buffers(inputs))
        for name, shape in kept.items()
    }
