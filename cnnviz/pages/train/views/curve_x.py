"""What is counted under the curves: batches, epochs, or the time that the run took."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from cnnviz.pages.train.views.run_text import duration
from cnnviz.state.run.earlier_runs import EarlierRun
from cnnviz.state.run.run_curves import Floats, RunCurves
from cnnviz.state.run.run_state import Run
from cnnviz.ui.numbers import short, whole

Counted = Literal["epoch", "batch", "time"]
COUNTED: Final[tuple[Counted, ...]] = ("epoch", "batch", "time")

_UNITS: Final = (
    (2 * 3600, 3600, QT_TRANSLATE_NOOP("CurveX", "hour")),
    (120, 60, QT_TRANSLATE_NOOP("CurveX", "minute")),
    (0, 1, QT_TRANSLATE_NOOP("CurveX", "second")),
)
"""From how many seconds on, how many are one, and what it is called."""


@dataclass(frozen=True, slots=True, eq=False)
class CurveX:
    """Where the batches of a run lie from left to right: at their numbers or seconds.

    Attributes
    ----------
    counted
        What is counted; epochs lie where their batches do.
    run
        The run of now; seconds are those since it began, pauses left out.
    """

    counted: Counted
    run: Run

    @property
    def _is_time(self) -> bool:
        return self.counted == "time"

    @property
    def end(self) -> float:
        """How far the whole run reaches, as far as that is known."""
        if not self._is_time:
            return self.run.total_batches
        return 0.0 if self.run.is_active else self._newest

    @property
    def _newest(self) -> float:
        seconds = self.run.curves.seconds
        return float(seconds.values[-1]) if seconds.count else 0.0

    def of(self, batches: Floats) -> Floats:
        """Return where batches lie."""
        return _placed(self.run.curves, batches) if self._is_time else batches

    def of_step(self, step: float) -> float:
        """Return where one batch lies."""
        return float(self.of(np.array([step], np.float32))[0])

    def of_earlier(self, earlier: EarlierRun, batches: Floats) -> Floats:
        """Return where batches of an earlier run lie beside those of this one."""
        if self._is_time:
            return _placed(earlier.curves, batches)
        started = self.run.started
        if self.counted == "batch" or started is None:
            return batches
        stretch = started.batches_per_epoch / earlier.batches_per_epoch
        return batches * np.float32(stretch)

    def batch_at(self, x: float) -> float:
        """Return which batch lies at a place."""
        if not self._is_time:
            return x
        return float(np.searchsorted(self.run.curves.seconds.values, x)) + 1

    def unit(self) -> tuple[str, float]:
        """Return what is counted, and how much of the axis one of them is."""
        translate, started = QCoreApplication.translate, self.run.started
        if self._is_time:
            newest = self._newest
            size, word = next(each[1:] for each in _UNITS if newest >= each[0])
            return translate("CurveX", str(word)), size
        if self.counted == "epoch" and started is not None:
            return translate("CurveX", "epoch"), started.batches_per_epoch
        return translate("CurveX", "batch"), 1

    def words(self, batch: int) -> tuple[str, str]:
        """Return where a batch lies, as it is counted, and as it is besides."""
        translate, started = QCoreApplication.translate, self.run.started
        gone = duration(float(self.run.curves.seconds.values[batch - 1]))
        time = translate("CurveX", "after {time}").format(time=gone)
        number = translate("CurveX", "batch {batch}").format(batch=whole(batch))
        if self._is_time:
            return time, number
        if self.counted == "epoch" and started is not None:
            epochs = short(batch / started.batches_per_epoch, 3)
            return translate("CurveX", "epoch {epoch}").format(epoch=epochs), time
        return number, time


def _placed(curves: RunCurves, batches: Floats) -> Floats:
    """Return the seconds of batches, which may lie between two; 0 of none."""
    known = curves.seconds.values
    if not len(known):
        return np.zeros(len(batches), np.float32)
    place = np.clip(batches, 0, len(known))
    low = np.floor(place).astype(np.intp)
    high = np.minimum(low + 1, len(known))
    before, after = (
        np.where(index > 0, known[np.maximum(index, 1) - 1], np.float32(0))
        for index in (low, high)
    )
    seconds: Floats = (before + (place - low) * (after - before)).astype(np.float32)
    return seconds
