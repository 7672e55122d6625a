"""Weights of a network that has learned nothing: drawn by chance from a seed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import prod
from typing import Final

import numpy as np

from cnnviz.engine.networks.layers import Network, Subsampling
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.shapes import layer_shapes, weight_shapes

_PLAIN: Final = {"bias": 0.0, "running_mean": 0.0, "running_var": 1.0}
"""Numbers that begin as these, whatever the layer."""


_AT_ONCE: Final = 1 << 20
"""Numbers that are drawn between two reports: some hundredths of a second."""


@dataclass(frozen=True, slots=True, eq=False)
class WeightsDrawn:
    """How far the numbers of a network are drawn.

    Attributes
    ----------
    done, total
        Numbers that are there, and that there will be.
    weights
        All of them; ``None`` before the last is there.
    """

    done: int
    total: int
    weights: Mapping[str, Array] | None = None


def seeded_weights(network: Network, seed: int = 0) -> Mapping[str, Array]:
    """Return a beginning: each weight normal, of variance 2 / (numbers that are summed).

    He et al. (2015), for ReLU. The same seed gives the same numbers.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> seeded_weights(network("mlp"))["dense1.weight"].shape
    (300, 784)
    """
    *_, last = drawing_weights(network, seed)
    assert last.weights is not None
    return last.weights


def drawing_weights(network: Network, seed: int = 0) -> Iterator[WeightsDrawn]:
    """Draw the numbers of `seeded_weights`, and say after each part how far that is.

    Whoever wants them no more stops asking.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> [drawn.done for drawn in drawing_weights(network("mlp"))]
    [235200, 235500, 265500, 265600, 266600, 266610, 266610]
    """
    random = np.random.default_rng(seed)
    total, done = sum(map(prod, weight_shapes(network).values())), 0
    weights: dict[str, Array] = {}
    for layer, (inputs, _) in zip(network.layers, layer_shapes(network), strict=True):
        fixed = dict(_PLAIN)
        if isinstance(layer, Subsampling) and layer.kind == "sum":
            fixed["weight"] = 1 / prod(layer.kernel)  # as a mean
        for name, shape in layer.parameters(inputs).items():
            values = weights[f"{layer.name}.{name}"] = np.empty(shape, np.float32)
            for count in _begin(values, name, fixed, random):
                done += count
                yield WeightsDrawn(done, total)
        for name, shape in layer.buffers(inputs).items():
            codes = getattr(layer, "codes", None) if name == "codes" else None
            weights[f"{layer.name}.{name}"] = (
                np.full(shape, fixed.get(name, 0), np.float32)
                if codes is None
                else np.array(codes, np.float32)
            )
            done += prod(shape)
    yield WeightsDrawn(done, total, weights)


def _begin(
    values: Array, name: str, fixed: Mapping[str, float], random: np.random.Generator
) -> Iterator[int]:
    """Fill an array, and yield how many numbers each part of it has."""
    shape = values.shape
    if name in fixed or len(shape) == 1:
        values.fill(fixed.get(name, 1))
        yield values.size
        return
    # A partial table has one kernel a connection: three maps a sum at least.
    summed = prod(shape[1:]) * (3 if len(shape) == 3 else 1)
    scale, flat = np.float32((2 / summed) ** 0.5), values.reshape(-1)
    for start in range(0, flat.size, _AT_ONCE):
        # The parts of one stream: the same numbers as all of them at once.
        part = flat[start : start + _AT_ONCE]
        random.standard_normal(dtype=np.float32, out=part)
        part *= scale
        yield part.size
