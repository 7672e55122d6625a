"""What was measured of layers, laid out over the time of a run."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.training.layer_statistics import Histogram, LayerStatistics
from cnnviz.state.run.run_layers import LayerHistory

SpreadOf = Literal["weights", "gradients", "activations"]

ROWS: Final = 40
COLUMNS: Final = 120

Floats = NDArray[np.float64]
Steps = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class SpreadTimes:
    """How numbers were spread, over time.

    Attributes
    ----------
    shares_rc
        Share of the numbers in each of `ROWS` ranges of values, the largest first; a
        column is a moment.
    low, high
        The smallest and largest value of all.
    steps_c
        The batch of each column.
    """

    shares_rc: Floats
    low: float
    high: float
    steps_c: Steps

    def values_of(self, row: int) -> tuple[float, float]:
        """Return from where to where the values of a row are."""
        step = (self.high - self.low) / len(self.shares_rc)
        return self.high - (row + 1) * step, self.high - row * step


def spread_times(
    history: LayerHistory, name: str, of: SpreadOf, columns: int = COLUMNS
) -> SpreadTimes | None:
    """Return a spread of one layer over time; ``None`` where there is none."""
    told = [
        (one.step, spread)
        for one in history.kept
        for layer in one.layers
        if layer.name == name and (spread := _spread(layer, of)) is not None
    ]
    if not told:
        return None
    low = min(spread.low for _, spread in told)
    high = max(spread.high for _, spread in told)
    if high <= low:
        high = low + 1.0
    edges = np.linspace(low, high, ROWS + 1)
    steps = np.array([step for step, _ in told], np.int64)
    places, steps_c = _columns(steps, columns)
    # Only once for all columns of the same measurement.
    made = {place: _shares(told[place][1], edges) for place in set(places.tolist())}
    shares_rc = np.stack([made[place] for place in places.tolist()], axis=1)[::-1]
    return SpreadTimes(shares_rc, low, high, steps_c)


def _spread(layer: LayerStatistics, of: SpreadOf) -> Histogram | None:
    spread: Histogram | None = getattr(layer, of)
    return spread


def _shares(spread: Histogram, edges: Floats) -> Floats:
    """Return which share lies between edges that are not those of the histogram."""
    counts = spread.counts_b
    up_to = np.concatenate(([0.0], np.cumsum(counts))) / max(1, counts.sum())
    if spread.high <= spread.low:  # all are one number
        up_to, own = np.array([0.0, 1.0]), np.array([spread.low, spread.low])
        at = min(int(np.searchsorted(edges, own[0], "right")), len(edges) - 1)
        shares = np.zeros(len(edges) - 1)
        shares[max(0, at - 1)] = 1.0
        return shares
    own = np.linspace(spread.low, spread.high, len(counts) + 1)
    return np.diff(np.interp(edges, own, up_to))


def norm_times(
    history: LayerHistory, columns: int = COLUMNS
) -> tuple[Floats, Steps] | None:
    """Return the norm of each layer's gradient over time, ``layers x columns``."""
    if not history.kept:
        return None
    norms_ml = np.array(
        [[layer.gradient_norm for layer in one.layers] for one in history.kept]
    )
    steps = np.array([one.step for one in history.kept], np.int64)
    places, steps_c = _columns(steps, columns)
    return norms_ml[places].T, steps_c


def _columns(steps: Steps, most: int) -> tuple[NDArray[np.intp], Steps]:
    """Return the newest measurement at evenly spaced steps, and these."""
    span = int(steps[-1] - steps[0]) + 1
    steps_c = np.linspace(steps[0], steps[-1], min(most, span)).round().astype(np.int64)
    return np.searchsorted(steps, steps_c, "right") - 1, steps_c
