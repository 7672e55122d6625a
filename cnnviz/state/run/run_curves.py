"""The curves of a run: what every batch and every epoch measured."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.training.events import BatchDone, EpochDone

WINDOW: Final = 25
"""Batches in one running mean."""

Floats = NDArray[np.float32]


def _nothing() -> Floats:
    return np.empty(0, np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """One measure so far; the value of batch ``n`` stands at ``n - 1``.

    Attributes
    ----------
    values_n
        Of every batch.
    means_n
        Means of the last ``WINDOW`` batches up to that one.
    held_out_e
        Of the held-out pictures, after every epoch.
    """

    values_n: Floats = field(default_factory=_nothing)
    means_n: Floats = field(default_factory=_nothing)
    held_out_e: Floats = field(default_factory=_nothing)

    def with_batches(self, values: Sequence[float]) -> "Curve":
        """Return the curve with the values of these batches at its end."""
        values_n = _joined(self.values_n, values)
        means_n = _joined(self.means_n, _newest_means(values_n, len(values)))
        return replace(self, values_n=values_n, means_n=means_n)

    def with_epoch(self, value: float) -> "Curve":
        """Return the curve with what the held-out pictures gave."""
        return replace(self, held_out_e=_joined(self.held_out_e, [value]))


@dataclass(frozen=True, slots=True, eq=False)
class RunCurves:
    """Losses and accuracies so far, and the steps after which epochs were measured."""

    loss: Curve = field(default_factory=Curve)
    accuracy: Curve = field(default_factory=Curve)
    held_out_step_e: Floats = field(default_factory=_nothing)

    @property
    def batches(self) -> int:
        """How many batches there are."""
        return len(self.loss.values_n)

    def with_batches(self, batches: Sequence[BatchDone]) -> "RunCurves":
        """Return the curves with these batches at their ends."""
        if not batches:
            return self
        return RunCurves(
            self.loss.with_batches([done.loss for done in batches]),
            self.accuracy.with_batches([done.accuracy for done in batches]),
            self.held_out_step_e,
        )

    def with_epoch(self, epoch: EpochDone) -> "RunCurves":
        """Return the curves with an epoch measured after the newest batch."""
        return RunCurves(
            self.loss.with_epoch(epoch.validation_loss),
            self.accuracy.with_epoch(epoch.validation_accuracy),
            _joined(self.held_out_step_e, [self.batches]),
        )


def _joined(old: Floats, new: Sequence[float] | Floats) -> Floats:
    return np.concatenate((old, np.asarray(new, np.float32)))


def _newest_means(values_n: Floats, count: int) -> Floats:
    """Return the trailing means at the last ``count`` positions."""
    start = max(0, len(values_n) - count - WINDOW + 1)
    sums = np.concatenate(([0.0], np.cumsum(values_n[start:], dtype=np.float64)))
    ends = np.arange(len(values_n) - count, len(values_n)) + 1 - start
    begins = np.maximum(0, ends - WINDOW)
    means: Floats = ((sums[ends] - sums[begins]) / (ends - begins)).astype(np.float32)
    return means


def thinned(values_n: Floats, limit: int) -> tuple[Floats, Floats]:
    """Return at most ``limit`` points of a curve, its peaks and dips kept.

    Parameters
    ----------
    values_n
        The value of batch ``n`` at ``n - 1``.
    limit
        Most points to return, an even number.

    Returns
    -------
    x, y
        Batch numbers from 1, and values.

    Examples
    --------
    >>> x, y = thinned(np.array([5, 1, 2, 9, 3, 4], np.float32), 4)
    >>> x.tolist(), y.tolist()
    ([1.0, 2.0, 4.0, 5.0], [5.0, 1.0, 9.0, 3.0])
    """
    count = len(values_n)
    if count <= limit:
        return np.arange(1, count + 1, dtype=np.float32), values_n
    # One lowest and one highest point a bucket: nothing that was seen disappears.
    width = -(-count // (limit // 2))
    whole = count // width * width
    buckets = values_n[:whole].reshape(-1, width)
    first = np.arange(0, whole, width)
    kept = [first + buckets.argmin(axis=1), first + buckets.argmax(axis=1)]
    if whole < count:
        tail = values_n[whole:]
        kept.append(whole + np.array([tail.argmin(), tail.argmax()]))
    index = np.unique(np.concatenate(kept))
    return (index + 1).astype(np.float32), values_n[index]


def sampled(values_n: Floats, limit: int) -> tuple[Floats, Floats]:
    """Return at most ``limit`` points of a smooth curve, its ends among them.

    Examples
    --------
    >>> x, y = sampled(np.array([5, 4, 3, 2, 1], np.float32), 3)
    >>> x.tolist(), y.tolist()
    ([1.0, 3.0, 5.0], [5.0, 3.0, 1.0])
    """
    count = len(values_n)
    index = np.linspace(0, max(0, count - 1), min(count, limit)).round().astype(int)
    return (index + 1).astype(np.float32), values_n[index]
