"""Weights of a network that has learned nothing: drawn by chance from a seed."""

from collections.abc import Mapping
from math import prod
from typing import Final

import numpy as np

from cnnviz.engine.networks.layers import Network, Shape, Subsampling
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.shapes import layer_shapes

_PLAIN: Final = {"bias": 0.0, "running_mean": 0.0, "running_var": 1.0}
"""Numbers that begin as these, whatever the layer."""


def seeded_weights(network: Network, seed: int = 0) -> Mapping[str, Array]:
    """Return a beginning: each weight normal, of variance 2 / (numbers that are summed).

    He et al. (2015), for ReLU. The same seed gives the same numbers.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> seeded_weights(network("mlp"))["dense1.weight"].shape
    (300, 784)
    """
    random = np.random.default_rng(seed)
    weights: dict[str, Array] = {}
    for layer, (inputs, _) in zip(network.layers, layer_shapes(network), strict=True):
        fixed = dict(_PLAIN)
        if isinstance(layer, Subsampling) and layer.kind == "sum":
            fixed["weight"] = 1 / prod(layer.kernel)  # as a mean
        for name, shape in layer.parameters(inputs).items():
            weights[f"{layer.name}.{name}"] = _beginning(name, shape, fixed, random)
        for name, shape in layer.buffers(inputs).items():
            codes = getattr(layer, "codes", None) if name == "codes" else None
            weights[f"{layer.name}.{name}"] = (
                np.full(shape, fixed.get(name, 0), np.float32)
                if codes is None
                else np.array(codes, np.float32)
            )
    return weights


def _beginning(
    name: str, shape: Shape, fixed: Mapping[str, float], random: np.random.Generator
) -> Array:
    if name in fixed or len(shape) == 1:
        return np.full(shape, fixed.get(name, 1), np.float32)
    # A partial table has one kernel a connection: three maps a sum at least.
    summed = prod(shape[1:]) * (3 if len(shape) == 3 else 1)
    values = random.standard_normal(shape, np.float32)
    values *= np.float32((2 / summed) ** 0.5)
    return values
