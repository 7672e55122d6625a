"""A chosen network with all its numbers, ready to be computed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject
from typing_extensions import override

from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.seeded_weights import drawing_weights, seeded_weights
from cnnviz.engine.networks.weights import Weights, shipped_weights
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.workers.latest import LatestWorker

_QUIET: Final = 0.2
"""Seconds in which nothing is said: what opens in them needs no bar."""

_PAUSE: Final = 0.05
"""Seconds between two reports."""


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


@dataclass(frozen=True, slots=True, eq=False)
class OpeningProgress:
    """How far a network is that takes long: numbers that are there, and all of them."""

    current: CurrentNetwork
    done: int
    total: int


Opening = Iterator[OpeningProgress | OpenNetwork]
"""How far it is, any number of times, and the open network at last."""


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
    return shipped_weights(current.network, current.weights_name)


def open_network(current: CurrentNetwork) -> OpenNetwork:
    """Read the weights if need be, and make ready to compute; takes long for large ones.

    Raises
    ------
    CnnvizError
        What `weights_of` raises.
    """
    return _ready(current, weights_of(current))


def opening_network(current: CurrentNetwork) -> Opening:
    """Do what `open_network` does, and say meanwhile how far that is.

    Raises
    ------
    CnnvizError
        What `weights_of` raises.
    """
    if current.weights is not None or current.origin != "untrained":
        yield open_network(current)
        return
    for drawn in drawing_weights(current.network):
        if drawn.weights is not None:
            yield _ready(current, drawn.weights)
        else:
            yield OpeningProgress(current, drawn.done, drawn.total)


def _ready(current: CurrentNetwork, weights: Weights) -> OpenNetwork:
    forward = ForwardPass(current.network, weights, current.switched_off)
    return OpenNetwork(current, weights, forward)


class Reports:
    """When it is time to say how far something is: not at once, and not all the time."""

    def __init__(self) -> None:
        self._next = monotonic() + _QUIET

    def is_due(self) -> bool:
        """Whether something is to be said now; the next time is a little later."""
        now = monotonic()
        if now < self._next:
            return False
        self._next = now + _PAUSE
        return True


class OpeningWorker(LatestWorker[CurrentNetwork, OpeningProgress | OpenNetwork]):
    """Say now and then how far a network is, and stop when nobody wants it any more."""

    def __init__(
        self,
        opening: Callable[[CurrentNetwork], Opening] = opening_network,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(open_network, "network opening", parent)
        self._opening = opening

    @override
    def _answers(self, question: CurrentNetwork) -> Opening:
        reports = Reports()
        for said in self._opening(question):
            if self.is_superseded():
                return
            if isinstance(said, OpenNetwork) or reports.is_due():
                yield said
