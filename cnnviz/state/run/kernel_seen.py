"""A learned kernel at work on the Convolution page."""

from dataclasses import dataclass

from cnnviz.state.store import Store


@dataclass(frozen=True, slots=True)
class KernelSeen:
    """Which kernel of which layer: it goes along with a run of its network.

    Attributes
    ----------
    network, layer
        Their names.
    kernel
        Its number in the layer, from 0.
    """

    network: str
    layer: str
    kernel: int


KernelsSeen = Store[tuple[KernelSeen, ...]]
