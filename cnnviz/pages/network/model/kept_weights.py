"""Weights of a network that was changed: what fits stays, the rest begins by chance."""

from collections.abc import Mapping
from dataclasses import replace
from zlib import crc32

from cnnviz.engine.networks.layers import Flatten, LayerSpec, Network, Shape
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.seeded_weights import seeded_weights
from cnnviz.engine.networks.shapes import layer_shapes
from cnnviz.engine.networks.weights import Weights
from cnnviz.pages.network.model.network_draft import NetworkDraft

_AS_IT_IS = (0.0, 1.0)


def kept_weights(
    old_network: Network,
    old_weights: Weights,
    new_network: Network,
    seed: int = 0,
    names: Mapping[str, str] | None = None,
) -> Weights:
    """Return weights of the new network that are those of the old one as far as can be.

    Kernels and units that are still there keep their numbers, and read with them those
    channels that are still there. A layer whose numbers no longer fit begins anew; what
    is drawn for it depends on the seed and its name only, so the others are left alone.

    Parameters
    ----------
    old_network, old_weights
        What there was.
    new_network
        What is asked for.
    seed
        Of the numbers that are drawn.
    names
        What layers of the new network were called in the old one; by their own names
        when left out.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> lenet5 = network("lenet5")
    >>> old = seeded_weights(lenet5)
    >>> kept_weights(lenet5, old, lenet5)["c1.weight"] is old["c1.weight"]
    True
    """
    shapes = layer_shapes(old_network)
    began = {
        layer.name: (layer, inputs)
        for layer, (inputs, _) in zip(old_network.layers, shapes, strict=True)
    }
    weights: dict[str, Array] = {}
    for layer, (inputs, _) in zip(
        new_network.layers, layer_shapes(new_network), strict=True
    ):
        name = layer.name if names is None else names.get(layer.name, "")
        old: dict[str, Array] = {}
        grouped = True
        if name in began and type(began[name][0]) is type(layer):
            first, before = began[name]
            grouped = _is_grouped(layer, inputs) or _is_grouped(first, before)
            old = {
                part: old_weights[f"{name}.{part}"] for part in _shapes(first, before)
            }
        made = _numbers(layer, inputs, old, seed, grouped=grouped)
        weights |= {f"{layer.name}.{part}": values for part, values in made.items()}
    return weights


def draft_weights(draft: NetworkDraft, network: Network, seed: int = 0) -> Weights:
    """Return weights of a part of a draft: those that the draft began with, where they fit."""
    if draft.origin is None:
        return kept_weights(network, {}, network, seed, {})
    began = draft.origin
    names = draft.origin_names
    return kept_weights(began.network, began.weights, network, seed, names)


def _numbers(
    layer: LayerSpec,
    inputs: tuple[Shape, ...],
    old: Mapping[str, Array],
    seed: int,
    *,
    grouped: bool,
) -> dict[str, Array]:
    shapes = _shapes(layer, inputs)
    if all(part in old and old[part].shape == shapes[part] for part in shapes):
        return {part: old[part] for part in shapes}
    fresh = _fresh(layer, inputs[0], seed)
    if not all(
        part not in old or _fits(old[part].shape, shape, grouped=grouped)
        for part, shape in shapes.items()
    ):
        return fresh
    for part, values in old.items():
        if part in fresh:
            both = tuple(map(min, fresh[part].shape, values.shape))
            here = tuple(slice(size) for size in both)
            fresh[part][here] = values[here]
    return fresh


def _fits(old: Shape, new: Shape, *, grouped: bool) -> bool:
    """Whether the numbers that two arrays have in common mean the same in both.

    They may differ in how many outputs there are, and kernels of ungrouped convolutions
    in how many maps they read.
    """
    if len(old) != len(new) or len(old) == 3:  # a kernel for each connection of a table
        return old == new
    same_from = 2 if len(old) == 4 and not grouped else 1
    return old[same_from:] == new[same_from:]


def _is_grouped(layer: LayerSpec, inputs: tuple[Shape, ...]) -> bool:
    weight = layer.parameters(inputs).get("weight", ())
    return len(weight) > 1 and weight[1] != inputs[0][0]


def _shapes(layer: LayerSpec, inputs: tuple[Shape, ...]) -> dict[str, Shape]:
    return layer.parameters(inputs) | layer.buffers(inputs)


def _fresh(layer: LayerSpec, shape: Shape, seed: int) -> dict[str, Array]:
    """Return the beginning of a layer, drawn as in a network of its own."""
    alone: tuple[LayerSpec, ...] = (replace(layer, inputs=()),)
    if len(shape) == 1:
        alone = Flatten(name=f"{layer.name}_row"), *alone
    channels, height, width = (*shape, 1, 1)[:3]
    network = Network(
        name="",
        title="",
        input_chw=(channels, height, width),
        normalization=_AS_IT_IS,
        labels=(),
        layers=alone,
    )
    made = seeded_weights(network, seed + crc32(layer.name.encode()))
    return {name.rpartition(".")[2]: values for name, values in made.items()}
