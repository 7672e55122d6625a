"""A chosen network with all its numbers, ready to be computed."""

from dataclasses import dataclass, replace

from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.seeded_weights import seeded_weights
from cnnviz.engine.networks.weights import Weights, shipped_weights
from cnnviz.state.current_network import CurrentNetwork


@dataclass(frozen=True, slots=True, eq=False)
class OpenNetwork:
    """A network whose every number can be looked at.

    Attributes
    ----------
    current
        What was asked for.
    weights
        All of its numbers, learned or not; nobody writes to them.
    forward
        Computes with them.
    """

    current: CurrentNetwork
    weights: Weights
    forward: ForwardPass

    @property
    def network(self) -> Network:
        """The description."""
        return self.current.network

    @property
    def root(self) -> CurrentNetwork:
        """What was asked for, or what that was before it was changed."""
        return self.current.root

    def with_batch_statistics(self, batch_statistics: bool) -> "OpenNetwork":
        """Return it computing as while training, or as after it; itself if it does."""
        forward = self.forward.with_batch_statistics(batch_statistics)
        return self if forward is self.forward else replace(self, forward=forward)


def weights_of(current: CurrentNetwork) -> Weights:
    """Return a network's numbers: those at hand, shipped ones, or drawn by chance.

    Raises
    ------
    CnnvizError
        ``weights_not_shipped``, ``weights_unreadable`` or ``weights_mismatch``.
    """
    if current.weights is not None:
        return current.weights
    if current.origin == "untrained":
        return seeded_weights(current.network)
    return shipped_weights(current.network)


def open_network(current: CurrentNetwork) -> OpenNetwork:
    """Read the weights if need be, and make ready to compute; takes long for large ones.

    Raises
    ------
    CnnvizError
        What `weights_of` raises.
    """
    weights = weights_of(current)
    forward = ForwardPass(current.network, weights, current.switched_off)
    return OpenNetwork(current, weights, forward)
