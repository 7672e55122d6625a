"""How one layer's numbers are spread over the time of a run, and the gradients of all."""

from typing import Final

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.train.views.layers.time_grid import TimeCells, TimeGrid
from cnnviz.state.run.layer_times import SpreadOf, norm_times, spread_times
from cnnviz.state.run.probe_scores import Scores
from cnnviz.state.run.run_state import Run
from cnnviz.state.store import Store
from cnnviz.ui.class_text import class_words
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import percent, short, sure_percent
from cnnviz.ui.page import Retranslated
from cnnviz.ui.theme import tokens

_SPREADS: Final[tuple[SpreadOf, ...]] = ("weights", "gradients", "activations")
_LEAST_NORM: Final = 1e-12
_MOST_MARKS: Final = 12
"""Of more classes than lines of words find room, every second or third has its name."""


class OverTime(Retranslated):
    """Show what was measured of a layer, with time to the right."""

    def __init__(self, parent: QWidget, scores: Store[Scores] | None) -> None:
        super().__init__(parent)
        self._run, self._scores = Run(), scores
        self._layer: str | None = None
        self.spreads = {of: TimeGrid(f"layer_{of}", self) for of in _SPREADS}
        self.norms = TimeGrid("layer_norms", self)
        self.answers = TimeGrid("layer_answers", self)
        grids = (*self.spreads.values(), self.answers)
        spreads = in_row(*((grid, 1) for grid in grids), gap=tokens.SPACE_XL)
        in_column((spreads, 1), (self.norms, 1), gap=tokens.SPACE_M, of=self)
        if scores is not None:
            scores.changed.connect(self._draw_answers)
        self._retranslate()

    def render_layer(self, run: Run, layer: str | None) -> None:
        """Show a layer of a run."""
        self._run, self._layer = run, layer
        for of, grid in self.spreads.items():
            grid.render_cells(None if layer is None else self._spread_cells(layer, of))
        self.norms.render_cells(self._norm_cells())
        self._draw_answers()

    @Slot()
    def _draw_answers(self) -> None:
        """Show how sure the network was of each answer, at the moments of the run."""
        network = self._run.network
        scores = Scores() if self._scores is None else self._scores.state
        times = scores.times()
        if times is None or network is None or len(times[0]) != len(network.labels):
            self.answers.render_cells(None)
            return
        shares_rc, steps_c = times
        names, count = class_words(network.labels), len(network.labels)
        every = -(-count // _MOST_MARKS)
        marks = tuple(
            ((row + 0.5) / count, names[row]) for row in range(0, count, every)
        )
        said = tuple(
            tuple(sure_percent(float(one)) for one in row) for row in shares_rc
        )
        cells = TimeCells(shares_rc, shares_rc, names, marks, steps_c, said)
        self.answers.render_cells(cells)

    def _spread_cells(self, layer: str, of: SpreadOf) -> TimeCells | None:
        times = spread_times(self._run.layers, layer, of)
        if times is None:
            return None
        shares_rc = times.shares_rc
        # Each moment by itself: the fullest range is the strongest.
        shades_rc = np.sqrt(shares_rc / np.maximum(shares_rc.max(axis=0), 1e-12))
        text = self.tr("{low} to {high}")
        ends = (times.values_of(row) for row in range(len(shares_rc)))
        rows = tuple(
            text.format(low=short(low, 2), high=short(high, 2)) for low, high in ends
        )
        marks = [(0.0, short(times.high, 2)), (1.0, short(times.low, 2))]
        zero = times.high / (times.high - times.low)
        if 0.1 < zero < 0.9:
            marks.append((zero, "0"))
        said_rc = tuple(tuple(percent(one, 1) for one in row) for row in shares_rc)
        return TimeCells(
            shades_rc, shares_rc, rows, tuple(marks), times.steps_c, said_rc
        )

    def _norm_cells(self) -> TimeCells | None:
        times = norm_times(self._run.layers)
        if times is None:
            return None
        norms_lc, steps_c = times
        logs_lc = np.log10(np.maximum(norms_lc, _LEAST_NORM))
        low, high = float(logs_lc.min()), float(logs_lc.max())
        # At least three powers of ten: what is nearly the same shall look the same.
        span = max(3.0, high - low)
        shades_lc = 1 - (high - logs_lc) / span
        names = tuple(layer_label(name) for name in self._run.layers.names)
        count = len(names)
        marks = tuple(((row + 0.5) / count, name) for row, name in enumerate(names))
        said = tuple(tuple(short(float(one), 3) for one in row) for row in norms_lc)
        return TimeCells(shades_lc, norms_lc, names, marks, steps_c, said)

    @override
    def _retranslate(self) -> None:
        tip = self.tr(
            "Time runs from left to right; the stronger the colour, the "
            "more numbers there"
        )
        titles = {
            "weights": self.tr("Weights"),
            "gradients": self.tr("Gradients"),
            "activations": self.tr("Outputs"),
        }
        for of, grid in self.spreads.items():
            grid.set_title(titles[of], tip)
        self.answers.set_title(
            self.tr("Answers"),
            self.tr("How sure the network was of each answer for your picture"),
        )
        self.norms.set_title(
            self.tr("Gradients of all layers"),
            self.tr(
                "Length of each layer's gradient; strong is long, by powers of ten"
            ),
        )
        self.render_layer(self._run, self._layer)
