"""What a timeline shows: its moments, its epochs, and where they lie."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from cnnviz.state.run.probe_scores import Scores
from cnnviz.state.run.run_state import Run

_ROUND: Final = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class TimelineMarks:
    """The moments of a run and what is marked among them.

    Attributes
    ----------
    steps
        Of the snapshots, the first one first.
    end
        The step at the right end: the last batch of the run, as far as that is known.
    at
        The step that is looked at.
    epochs
        Number and last step of each epoch that the run is to have.
    best
        Number and last step of the epoch of the least validation loss, once there is one.
    bars
        Steps, and how sure the network was of the picture, 0..1.
    """

    steps: tuple[int, ...] = ()
    end: int = 1
    at: int = 0
    epochs: tuple[tuple[int, int], ...] = ()
    best: tuple[int, int] | None = None
    bars: tuple[tuple[int, float], ...] = ()

    @property
    def position(self) -> int:
        """Where the moment that is looked at stands among all."""
        at = int(np.searchsorted(self.steps, self.at))
        return max(0, min(at, len(self.steps) - 1))

    def nearest(self, step: float) -> int:
        """Return the position of the moment nearest to a step."""
        return int(np.abs(np.array(self.steps) - step).argmin()) if self.steps else 0

    def share(self, step: int) -> float:
        """Return where a step lies, from 0 at the left to 1 at the right end."""
        return min(1.0, step / self.end)


def marks_of(run: Run, scores: Scores) -> TimelineMarks:
    """Return what a run's timeline shows."""
    timeline = run.timeline
    steps = tuple(timeline.steps.tolist())
    newest = steps[-1] if steps else 0
    at = newest if timeline.chosen is None else timeline.chosen
    end = max(1, run.total_batches, newest)
    return TimelineMarks(
        steps, end, at, _epochs(run), best_epoch(run), tuple(scores.bars())
    )


def epoch_of(run: Run, step: int) -> int:
    """Return the epoch that a step was taken in, from 1; 0 before the first batch."""
    if run.started is None:
        return 0
    return -(-step // max(1, run.started.batches_per_epoch))


def best_epoch(run: Run) -> tuple[int, int] | None:
    """Return number and last step of the epoch of the least validation loss."""
    if not run.epochs or run.started is None:
        return None
    losses = np.array([epoch.validation_loss for epoch in run.epochs])
    if not np.isfinite(losses).any():
        return None
    best = run.epochs[int(np.nanargmin(losses))].epoch
    return best, best * run.started.batches_per_epoch


def _epochs(run: Run) -> tuple[tuple[int, int], ...]:
    if run.started is None or run.config is None:
        return ()
    batches = run.started.batches_per_epoch
    # Of an endless run a few would do, and of a thousand epochs no eye counts them.
    stride = round_stride(run.config.epochs / 100)
    numbers = range(stride, run.config.epochs + 1, stride)
    return tuple((number, number * batches) for number in numbers)


def round_stride(least: float) -> int:
    """Return the least of 1, 2, 5, 10, 20, 50 ... that is not less than a number.

    Examples
    --------
    >>> round_stride(0.3), round_stride(3), round_stride(11)
    (1, 5, 20)
    """
    size = 1
    while True:
        for each in _ROUND:
            if each * size >= least:
                return each * size
        size *= 10
