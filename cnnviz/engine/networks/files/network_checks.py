"""Whether a network from a stranger can be computed here: it fits, and is not absurd."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from math import prod
from typing import Final

from cnnviz.engine.convolution.shapes import padded_size
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import PICTURE, LayerSpec, Network, Shape
from cnnviz.engine.networks.shapes import each_layer_shape

MOST_LAYERS: Final = 1000
MOST_BYTES: Final = 1024**3
"""Of all weights, all outputs, the labels, and what the largest layer takes beside them."""

LONGEST_SIDE: Final = 4096
"""Rows or columns of maps."""

_FLOAT_BYTES: Final = 4
LEAST_DEVIATION: Final = 1e-6
"""Of the pixels of a picture on the scale from 0 to 1; more than float32 holds is near."""

_LABEL_BYTES: Final = 72
"""Of a class without a name: its number as a text, and its place in a tuple."""

_LONGEST_NAME: Final = 60


def safe_name(text: str) -> str:
    """Return a name for files made of a text that may be any: it leads to no folder.

    Examples
    --------
    >>> safe_name("../../LeNet 5"), safe_name("lenet5-1998"), safe_name("…")
    ('lenet-5', 'lenet5-1998', 'network')
    """
    name = re.sub(r"[^a-z0-9_-]+", "-", text.lower())
    return name[:_LONGEST_NAME].strip("-") or "network"


def numbered_labels(count: int) -> tuple[str, ...]:
    """Return the labels of classes without names: their numbers.

    Examples
    --------
    >>> numbered_labels(3)
    ('0', '1', '2')
    """
    return tuple(map(str, range(count)))


def checked_network(network: Network) -> Network:
    """Return the network, its classes numbered where it names none.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.networks.shapes.layer_shapes` raises;
        ``network_needs_memory`` or ``layer_maps_too_large``; ``network_ends_in_maps``,
        ``network_labels_differ`` or ``network_scale_wrong``.
    """
    _check_scale(network)
    output: Shape = _checked_maps(PICTURE, network.input_chw)
    kept = prod(output)
    shapes = each_layer_shape(network)
    for layer in network.layers:
        with naming_layer(layer.name):
            inputs, made = next(shapes)
        output = _checked_maps(layer.name, made)
        own = (*layer.parameters(inputs).values(), *layer.buffers(inputs).values())
        kept += sum(map(prod, (output, *own)))
        needed = kept + _beside(layer, inputs, output)
        _check_memory(layer.name, _FLOAT_BYTES * needed)
    if len(output) != 1:
        raise CnnvizError("network_ends_in_maps", layer=network.layers[-1].name)
    needed = _FLOAT_BYTES * kept + _LABEL_BYTES * output[0]
    _check_memory(network.layers[-1].name, needed)
    labels = network.labels or numbered_labels(*output)
    if len(labels) != output[0]:
        raise CnnvizError(
            "network_labels_differ", labels=len(labels), outputs=output[0]
        )
    return replace(network, labels=labels)


@contextmanager
def naming_layer(layer: str) -> Iterator[None]:
    """Let every refusal of a layer say which one it is.

    Raises
    ------
    CnnvizError
        ``layer_wrong`` round an error that names no layer.
    """
    try:
        yield
    except CnnvizError as error:
        if "layer" in error.facts:
            raise
        raise CnnvizError("layer_wrong", layer=layer, problem=error) from error


def _check_scale(network: Network) -> None:
    """Refuse an input without pixels, and a scale that is not one a channel, or of nearly 0."""
    pairs = network.channel_normalizations if network.normalization else ()
    if (
        not pairs
        or len(pairs) != network.input_chw[0]
        or any(pair[1] < LEAST_DEVIATION for pair in pairs)
    ):
        raise CnnvizError("network_scale_wrong", channels=network.input_chw[0])


def _check_memory(layer: str, needed: int) -> None:
    """Refuse a layer with which a network takes more bytes than it may."""
    if needed > MOST_BYTES:
        raise CnnvizError(
            "network_needs_memory",
            layer=layer,
            megabytes=needed // 1024**2,
            most=MOST_BYTES // 1024**2,
        )


def _checked_maps(layer: str, shape: Shape) -> Shape:
    if len(shape) == 3 and not all(1 <= side <= LONGEST_SIDE for side in shape[1:]):
        _, height, width = shape
        raise CnnvizError(
            "layer_maps_too_large",
            layer=layer,
            height=height,
            width=width,
            most=LONGEST_SIDE,
        )
    return shape


def _beside(layer: LayerSpec, inputs: tuple[Shape, ...], output: Shape) -> int:
    """Return how many numbers a layer lays out for itself while it computes."""
    window = layer.window(inputs)
    if window is None:
        return 0
    channels, height, width = layer.maps(inputs[0])
    padded = channels * prod(padded_size(window, (height, width)))
    if not layer.has_kernels:
        return padded
    # Each window as a column of a matrix, and a kernel from every map to every map.
    each = channels * prod(window.kernel)
    return padded + each * (prod(output[1:]) + output[0])
