"""How long processes that learn together wait for each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cnnviz.engine.training.events import BatchDone

_BATCHES: Final = 50
"""Over which it is told, about: one batch may wait for what else the machine does."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the newest batches took of each process: weighted sums, in seconds.

    Attributes
    ----------
    computing
        With its own part of the batch.
    waiting
        For the others and their gradients.
    """

    computing: float = 0.0
    waiting: float = 0.0

    @property
    def share(self) -> float:
        """How much of the time is waited, 0..1."""
        whole = self.computing + self.waiting
        return self.waiting / whole if whole > 0 else 0.0


def waiting_after(
    before: Waiting | None, batches: Sequence[BatchDone]
) -> Waiting | None:
    """Return how long is waited after these batches, too; ``None`` of one process alone.

    Examples
    --------
    >>> done = BatchDone(1, 1, 1, 2.3, 0.1, 64, 1.0, compute_seconds=3, wait_seconds=1)
    >>> waiting_after(None, [done]).share
    0.25
    """
    fade = 1 - 1 / _BATCHES
    for done in batches:
        if done.compute_seconds is not None and done.wait_seconds is not None:
            old = before or Waiting()
            before = Waiting(
                fade * old.computing + done.compute_seconds,
                fade * old.waiting + done.wait_seconds,
            )
    return before
