"""What is measured of a network's layers while it learns: plain numbers and counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

BINS: Final = 40
"""Of one histogram: as fine as a picture of a few hundred pixels can show."""


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """How many values lie where.

    Attributes
    ----------
    low, high
        The smallest and the largest value.
    counts_b
        int64, of `BINS` pieces of equal width between the two.
    """

    low: float
    high: float
    counts_b: NDArray[np.int64]

    def record(self) -> dict[str, object]:
        """Return it as plain numbers."""
        return {"low": self.low, "high": self.high, "counts": self.counts_b.tolist()}

    @classmethod
    def of_record(cls, record: Mapping[str, Any]) -> "Histogram":
        """Return what `record` gave.

        Raises
        ------
        KeyError, TypeError, ValueError
            Where it gave no such thing.
        """
        counts_b = np.array(record["counts"], np.int64)
        if counts_b.shape != (BINS,):
            raise ValueError("a histogram of another kind")
        return cls(float(record["low"]), float(record["high"]), counts_b)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class LayerStatistics:
    """One layer that learns, as it was after one batch.

    Attributes
    ----------
    name
        The layer's.
    gradient_norm, weight_norm
        Roots of the sums of squares, of the gradient of that batch and of the weights;
        biases left out.
    gradient_size
        The gradient's norm by the root of how many weights there are: of one weight, so
        that layers can be compared.
    update_ratio
        Norm of what the batch changed, by the norm of the weights.
    dead
        Share of the units (maps, or numbers of a dense layer) whose ReLU gave 0 for every
        picture of a small fixed set; ``None`` where no ReLU follows.
    weights, gradients, activations
        How the numbers were spread; activations are those of the fixed set, after the
        activation that follows. ``None`` of what could not be counted.
    """

    name: str
    gradient_norm: float
    weight_norm: float
    gradient_size: float
    update_ratio: float
    dead: float | None = None
    weights: Histogram | None = None
    gradients: Histogram | None = None
    activations: Histogram | None = None


@dataclass(frozen=True, slots=True, eq=False)
class LayersMeasured:
    """The layers that learn, first to last, after a step of a run.

    Attributes
    ----------
    step, epoch
        When; both from 1.
    layers
        Each layer's numbers.
    """

    step: int
    epoch: int
    layers: tuple[LayerStatistics, ...]

    def record(self) -> dict[str, object]:
        """Return it as plain numbers and words."""
        layers = [_record(layer) for layer in self.layers]
        return {"step": self.step, "epoch": self.epoch, "layers": layers}

    @classmethod
    def of_record(cls, record: Mapping[str, Any]) -> "LayersMeasured":
        """Return what `record` gave.

        Raises
        ------
        KeyError, TypeError, ValueError
            Where it gave no such thing.
        """
        layers = tuple(_of_record(layer) for layer in record["layers"])
        return cls(int(record["step"]), int(record["epoch"]), layers)


_SCALARS: Final = (
    "gradient_norm",
    "weight_norm",
    "gradient_size",
    "update_ratio",
)
_SPREADS: Final = ("weights", "gradients", "activations")


def _record(layer: LayerStatistics) -> dict[str, object]:
    said: dict[str, object] = {"name": layer.name, "dead": layer.dead}
    said |= {name: getattr(layer, name) for name in _SCALARS}
    for name in _SPREADS:
        spread: Histogram | None = getattr(layer, name)
        said[name] = None if spread is None else spread.record()
    return said


def _of_record(record: Mapping[str, Any]) -> LayerStatistics:
    told: dict[str, Any] = {name: float(record[name]) for name in _SCALARS}
    for name in _SPREADS:
        told[name] = record[name] and Histogram.of_record(record[name])
    dead = record["dead"]
    told["dead"] = None if dead is None else float(dead)
    return LayerStatistics(name=str(record["name"]), **told)
