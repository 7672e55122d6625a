"""What was measured of the layers over a run, bounded in memory."""

from dataclasses import dataclass
from typing import Final

from cnnviz.engine.training.layer_statistics import LayersMeasured

_MOST: Final = 300
_MOST_LAYERS: Final = 6000
"""Of single layers in all: the spreads of one take about a kilobyte."""

_LEAST: Final = 50


@dataclass(frozen=True, slots=True, eq=False)
class LayerHistory:
    """Measurements of the layers, oldest first; every second one goes when there are many.

    Attributes
    ----------
    kept
        The newest is always the last.
    """

    kept: tuple[LayersMeasured, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The layers that learn, first to last; none before the first measurement."""
        return tuple(layer.name for layer in self.kept[-1].layers) if self.kept else ()

    def with_newest(self, measured: LayersMeasured) -> "LayerHistory":
        """Return the history with one more measurement."""
        kept = self.kept
        most = max(_LEAST, min(_MOST, _MOST_LAYERS // max(1, len(measured.layers))))
        if len(kept) >= most:
            kept = kept[len(kept) % 2 :: 2]
        return LayerHistory((*kept, measured))
