"""The curves of a run: what every batch and every epoch measured.

A million batches cost no more to go on with than ten: nothing is gone through again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.training.events import BatchDone, EpochDone
from cnnviz.state.run.growing import Growing

WINDOW: Final = 25
"""Batches in one running mean, unless other smoothing is asked for."""

Floats = NDArray[np.float32]
Points = tuple[Floats, Floats]
"""Batch numbers from 1, and values."""

_FACTOR: Final = 8
_LEVELS: Final = 6
"""The highest level has a pair of numbers for each quarter of a million batches."""


def _singles() -> Growing:
    return Growing.of(np.float32)


def _doubles() -> Growing:
    return Growing.of(np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """The lowest and highest values of 8, 64, 512 ... batches each."""

    lows: tuple[Growing, ...] = field(
        default_factory=lambda: tuple(_singles() for _ in range(_LEVELS))
    )
    highs: tuple[Growing, ...] = field(
        default_factory=lambda: tuple(_singles() for _ in range(_LEVELS))
    )

    def after(self, values_n: Floats) -> "Outline":
        """Return the outline of values of which this one knows the beginning."""
        lows, highs = [], []
        below = values_n, values_n
        for low, high in zip(self.lows, self.highs, strict=True):
            whole = len(below[0]) // _FACTOR
            new = slice(low.count * _FACTOR, whole * _FACTOR)
            if whole > low.count:
                low = low.with_end(below[0][new].reshape(-1, _FACTOR).min(axis=1))
                high = high.with_end(below[1][new].reshape(-1, _FACTOR).max(axis=1))
            lows.append(low)
            highs.append(high)
            below = low.values, high.values
        return Outline(tuple(lows), tuple(highs))


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """One measure so far; the value of batch ``n`` stands at ``n - 1``.

    Attributes
    ----------
    batches
        Values of every batch.
    sums
        float64: of the values up to each.
    outline
        What is needed to draw many of them as few.
    held_out_e
        Of the held-out pictures, after every epoch.
    """

    batches: Growing = field(default_factory=_singles)
    sums: Growing = field(default_factory=_doubles)
    outline: Outline = field(default_factory=Outline)
    held_out_e: Floats = field(default_factory=lambda: np.empty(0, np.float32))

    @property
    def values_n(self) -> Floats:
        """Of every batch."""
        values_n: Floats = self.batches.values
        return values_n

    def with_batches(self, values: Sequence[float]) -> "Curve":
        """Return the curve with the values of these batches at its end."""
        batches = self.batches.with_end(values)
        before = self.sums.values[-1] if self.sums.count else 0.0
        new = batches.values[self.batches.count :]
        sums = self.sums.with_end(before + np.cumsum(new, dtype=np.float64))
        return replace(
            self,
            batches=batches,
            sums=sums,
            outline=self.outline.after(batches.values),
        )

    def with_epoch(self, value: float) -> "Curve":
        """Return the curve with what the held-out pictures gave."""
        return replace(self, held_out_e=_joined(self.held_out_e, value))

    def means(self, places: NDArray[np.intp], window: int = WINDOW) -> Floats:
        """Return the means of the last ``window`` batches up to and with some.

        Parameters
        ----------
        places
            From 0.
        window
            At least 1; at the beginning there are fewer.
        """
        sums = self.sums.values
        begins = places - window
        before = np.where(begins >= 0, sums[np.maximum(begins, 0)], 0.0)
        counts = np.minimum(places + 1, window)
        means: Floats = ((sums[places] - before) / counts).astype(np.float32)
        return means

    def mean(self, window: int = WINDOW) -> float | None:
        """Return the newest mean, once there is one."""
        newest = self.batches.count - 1
        return None if newest < 0 else float(self.means(np.array([newest]), window)[0])

    def smoothed(
        self, limit: int, window: int = WINDOW, first: int = 0, last: int | None = None
    ) -> Points:
        """Return at most ``limit`` points of the running mean, its ends among them."""
        first, last = self._within(first, last)
        count = last - first
        places = np.linspace(first, max(first, last - 1), min(count, limit))
        index = places.round().astype(np.intp)
        return (index + 1).astype(np.float32), self.means(index, window)

    def _within(self, first: int, last: int | None) -> tuple[int, int]:
        """Return what there is of a range: a view may still be of a longer run."""
        end = self.batches.count if last is None else min(last, self.batches.count)
        return min(first, end), end

    def drawn(self, limit: int, first: int = 0, last: int | None = None) -> Points:
        """Return at most about ``limit`` points of some batches, peaks and dips kept.

        Parameters
        ----------
        limit
            Most points, an even number.
        first, last
            The batches from ``first`` up to but not including ``last``, from 0.
        """
        first, last = self._within(first, last)
        count = last - first
        if count <= limit:
            x = np.arange(first + 1, last + 1, dtype=np.float32)
            return x, self.values_n[first:last]
        level, size = -1, 1
        while level + 1 < _LEVELS and count // (size * _FACTOR) >= limit // 2:
            level, size = level + 1, size * _FACTOR
        begin, end = first // size, last // size
        lows, highs = self.values_n, self.values_n
        if level >= 0:
            lows = self.outline.lows[level].values
            highs = self.outline.highs[level].values
        # So many of one level in one pair of points; an odd rest at the end is its own.
        width = -(-(end - begin) // (limit // 2))
        starts = np.arange(begin, end, width)
        low = np.minimum.reduceat(lows[:end], starts)
        high = np.maximum.reduceat(highs[:end], starts)
        if end * size < last:
            rest = self.values_n[end * size : last]
            low[-1], high[-1] = min(low[-1], rest.min()), max(high[-1], rest.max())
        ends = np.minimum(starts + width, end)
        middles = (starts + ends) * (size / 2) + 0.5
        shift = (ends - starts) * (size / 4)
        x = np.stack((middles - shift, middles + shift), axis=1).ravel()
        # Which of the two came first is not known: the line goes through both anyway.
        return x.astype(np.float32), np.stack((low, high), axis=1).ravel()


@dataclass(frozen=True, slots=True, eq=False)
class RunCurves:
    """Losses and accuracies so far, and the steps after which epochs were measured.

    ``seconds`` of each batch are those since the run began, pauses left out.
    """

    loss: Curve = field(default_factory=Curve)
    accuracy: Curve = field(default_factory=Curve)
    held_out_step_e: Floats = field(default_factory=lambda: np.empty(0, np.float32))
    seconds: Growing = field(default_factory=lambda: Growing.of(np.float32))

    @property
    def batches(self) -> int:
        """How many batches there are."""
        return self.loss.batches.count

    def with_batches(self, batches: Sequence[BatchDone]) -> "RunCurves":
        """Return the curves with these batches at their ends."""
        if not batches:
            return self
        return RunCurves(
            self.loss.with_batches([done.loss for done in batches]),
            self.accuracy.with_batches([done.accuracy for done in batches]),
            self.held_out_step_e,
            self.seconds.with_end([done.seconds for done in batches]),
        )

    def with_epoch(self, epoch: EpochDone) -> "RunCurves":
        """Return the curves with an epoch measured after the newest batch."""
        return RunCurves(
            self.loss.with_epoch(epoch.validation_loss),
            self.accuracy.with_epoch(epoch.validation_accuracy),
            _joined(self.held_out_step_e, self.batches),
            self.seconds,
        )


def _joined(old: Floats, new: float) -> Floats:
    return np.append(old, np.float32(new))
