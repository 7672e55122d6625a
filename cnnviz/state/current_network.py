"""The network that classifies now: shipped, opened, or just trained here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from cnnviz.engine.networks.layers import Network
from cnnviz.engine.training.events import Weights
from cnnviz.state.store import Store

NetworkOrigin = Literal[
    "shipped", "untrained", "file", "trained", "changed", "built", "own"
]


@dataclass(frozen=True, slots=True, eq=False)
class CurrentNetwork:
    """A described network with its weights.

    Attributes
    ----------
    network
        The description.
    weights
        Parameter name -> values; ``None`` until they have been read.
    origin
        Where the weights come from; ``untrained`` ones are drawn by chance, ``changed``
        ones were edited by hand, ``built`` are networks of which layers were; ``own`` have
        learned classes of the user's own.
    validation_accuracy
        Share right on held-out pictures, 0..1, where known.
    run, epoch, step
        Of a network trained here: the number of its run in this session, and the epoch
        and batch of that run that it is from.
    weights_name
        Of a network that comes trained twice: the name of its other weights, one of
        ``OTHER_WEIGHTS``; empty for those that it usually has.
    file
        Name of the file that it was opened from.
    made_by
        Names and values of what made a network trained here: its data, the optimiser.
    original
        What a changed one was before; it has its weights at hand.
    switched_off
        Layer name -> maps, or units, that are 0 whatever the layer computes.
    is_moment
        Whether it is a moment of a run that is passed on the timeline: the next one takes
        its place.
    names_classes
        Whether the last layer has a number for each class: of a network that is being
        built it may not yet.
    """

    network: Network
    weights: Weights | None
    origin: NetworkOrigin
    validation_accuracy: float | None = None
    run: int = 0
    epoch: int = 0
    step: int = 0
    weights_name: str = ""
    file: str = ""
    made_by: tuple[tuple[str, str], ...] = ()
    original: "CurrentNetwork | None" = None
    switched_off: Mapping[str, frozenset[int]] = field(default_factory=dict)
    is_moment: bool = False
    names_classes: bool = True

    @property
    def key(self) -> tuple[object, ...]:
        """What is the same for two that mean the same network."""
        step = "moment" if self.is_moment else self.step
        named = self.weights_name or self.network.name
        return self.origin, named, self.run, step, self.file

    @property
    def can_answer(self) -> bool:
        """Whether it can answer which of its classes was drawn, or is in a picture.

        What reads drawings may answer untrained, as any network does at its first step;
        of photographs that would only be slow.
        """
        has_learned = self.root.origin not in ("untrained", "built")
        return self.names_classes and (self.network.reads_drawings or has_learned)

    @property
    def root(self) -> "CurrentNetwork":
        """The network itself, or the one that it was before it was changed."""
        return self if self.original is None else self.original

    @property
    def about(self) -> dict[str, str]:
        """What a file of its weights says of a network trained here."""
        accuracy = self.validation_accuracy
        said = "" if accuracy is None else f"{accuracy:.4f}"
        return {
            **dict(self.made_by),
            "batches": str(self.step),
            "validation_accuracy": said,
        }


NetworkStore = Store[CurrentNetwork]
