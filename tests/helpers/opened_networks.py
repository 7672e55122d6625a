"""Networks with weights, opened on a picture, and random ways through them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from cnnviz.engine.networks.blocks import Block, block_of, blocks, picture_block
from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.forward import ForwardPass, normalized
from cnnviz.pages.network.model.opened_unit import OpenedUnit, open_unit
from tests.helpers.torch_oracle import load, random_weights, torch_outputs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cnnviz.engine.networks.layers import Network
    from cnnviz.engine.networks.trace import Trace
    from cnnviz.engine.networks.weights import Weights


class Opened:
    """A network of the catalogue that saw a picture; ``torch`` is what torch made of it.

    As after training, or as while training, with the picture as the whole batch.
    """

    def __init__(self, name: str, *, batch_statistics: bool = False) -> None:
        self.network: Network = NETWORKS[name]
        random = np.random.default_rng(11)
        module = build(self.network)
        codes = {
            key: values.numpy()
            for key, values in module.state_dict().items()
            if "codes" in key
        }
        # Small enough that no tanh is at its end and no softmax is one number.
        self.weights: Weights = {
            key: codes.get(key, values * np.float32(0.3))
            for key, values in random_weights(self.network).items()
        }
        load(module, self.weights)
        shape = self.network.picture_shape
        self.pixels = random.integers(0, 256, shape, dtype=np.uint8)
        forward = ForwardPass(
            self.network, self.weights, batch_statistics=batch_statistics
        )
        self.trace: Trace = forward.trace(self.pixels)
        batch_nchw = normalized(self.network, self.pixels[None])
        outputs = torch_outputs(module, batch_nchw, batch_statistics=batch_statistics)
        self.torch: Mapping[str, np.ndarray] = {
            layer.name: values[0]
            for layer, values in zip(self.network.layers, outputs, strict=True)
        } | {"input": self.trace.input_chw}
        self.shown = blocks(self.network)
        self._tolerances: dict[str, float] = {}

    def block(self, layer: str) -> Block:
        return block_of(self.shown, layer) or picture_block(self.network)

    def tolerance(self, layer: str) -> float:
        """Return how far two roundings of a layer's numbers may be apart."""
        if layer not in self._tolerances:
            largest = float(np.abs(self.torch[layer]).max())
            self._tolerances[layer] = 1e-4 * max(1.0, largest)
        return self._tolerances[layer]

    def unit(self, layer: str, at: tuple[int, ...]) -> OpenedUnit:
        """Open a number of the block that a layer is in."""
        return open_unit(self.network, self.weights, self.trace, self.block(layer), at)


@cache
def opened(name: str, *, batch_statistics: bool = False) -> Opened:
    """Return a network of the catalogue, opened; the same one every time."""
    return Opened(name, batch_statistics=batch_statistics)
