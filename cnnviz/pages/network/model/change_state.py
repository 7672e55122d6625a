"""What of a network can be changed now: the weights and the layers of the open map."""

from dataclasses import dataclass

import numpy as np

from cnnviz.engine.networks.blocks import Block
from cnnviz.engine.networks.changes import Weights
from cnnviz.engine.networks.layers import Activation, ScaledTanh
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.pages.network.model.open_kernels import OpenKernels, open_kernels
from cnnviz.state.current_network import CurrentNetwork

Weight = tuple[int, int, int]
"""Which kernel, its row and its column."""


@dataclass(frozen=True, slots=True, eq=False)
class ChangeState:
    """What can be changed now.

    Attributes
    ----------
    current
        The network, as it is after the newest change.
    block, channel
        The open map; ``None`` while none is.
    kernels
        What it is made with; ``None`` where it is made with none.
    chosen
        The weight that is looked at.
    activation
        The layer that bends its numbers, where one does.
    """

    current: CurrentNetwork
    block: Block | None = None
    channel: int = 0
    kernels: OpenKernels | None = None
    chosen: Weight = (0, 0, 0)
    activation: Activation | ScaledTanh | None = None

    @property
    def is_changed(self) -> bool:
        """Whether it is a copy that was changed."""
        return self.current.origin == "changed"

    @property
    def can_reset(self) -> bool:
        """Whether it was changed, and what it was before is known."""
        return self.is_changed and self.current.root is not self.current

    @property
    def is_off(self) -> bool:
        """Whether the open map is switched off."""
        off = self.current.switched_off
        return self.block is not None and self.channel in off.get(self.block.shown, ())

    @property
    def kernel_hw(self) -> Array:
        """The kernel that is looked at; only where there are kernels."""
        assert self.kernels is not None
        return np.asarray(self.kernels.kernels_khw[self.chosen[0]])

    @property
    def value(self) -> float:
        """The weight that is looked at; only where there are kernels."""
        assert self.kernels is not None
        return float(self.kernels.kernels_khw[self.chosen])


def change_state(
    current: CurrentNetwork,
    weights: Weights,
    block: Block,
    channel: int,
    chosen: Weight,
) -> ChangeState:
    """Return what of an open map can be changed.

    Parameters
    ----------
    current, weights
        The network after the newest change, and every number of it.
    block, channel
        The open map; the block may be from before that change.
    chosen
        The weight that is looked at.
    """
    names = {layer.name for layer in block.layers}
    bend = None
    for layer in current.network.layers:
        if layer.name in names and isinstance(layer, Activation | ScaledTanh):
            bend = layer
    kernels = open_kernels(current.network, weights, block, channel)
    return ChangeState(current, block, channel, kernels, chosen, bend)
