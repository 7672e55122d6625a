"""The two plots of a run: loss over accuracy, on the same batches."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import numpy as np
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.train.views.recipe.recipe_words import number_words
from cnnviz.state.run.run_curves import WINDOW, Floats, RunCurves, sampled, thinned
from cnnviz.state.run.run_state import Run
from cnnviz.ui.layouts import in_column
from cnnviz.ui.numbers import percent, short
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.plots.curve_data import CurveData
from cnnviz.ui.plots.curve_plot import CurvePlot, CurveTexts
from cnnviz.ui.texts import filled
from cnnviz.ui.theme import tokens

# More would be narrower than a pixel, and cost the frame.
_MOST_POINTS: Final = 600
_MOST_MEANS: Final = 300
_AS_IT_IS: Final = np.float32(1)
_PERCENT: Final = np.float32(100)


class RunPlots(Retranslated):
    """Draw the curves of a run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves = [RunCurves(), RunCurves()]
        self._next = 0
        self._is_waiting = False
        self._rates = Run().rates
        self.loss = CurvePlot(parent=self)
        self.accuracy = CurvePlot(highest=100.0, parent=self)
        self.accuracy.link(self.loss)
        in_column((self.loss, 1), (self.accuracy, 1), gap=tokens.SPACE_M, of=self)
        self._retranslate()

    def render_run(self, run: Run) -> None:
        """Draw what was measured so far; the same curves again change nothing.

        While a run goes, the two plots take turns, so that neither costs a frame.
        """
        shown, looks_back = run.timeline.shown, run.timeline.chosen is not None
        for plot in (self.loss, self.accuracy):
            plot.set_moment(shown.step if shown is not None and looks_back else None)
        if run.rates != self._rates:
            self._rates = run.rates
            self._mark_rates()
        if run.is_active != self._is_waiting:
            self._is_waiting = run.is_active
            self._retranslate()
        curves = run.curves
        if all(drawn is curves for drawn in self._curves):
            return
        for index in (self._next,) if run.phase == "running" else (0, 1):
            self._draw(index, curves, run.total_batches)
        self._next = 1 - self._next

    def _draw(self, index: int, curves: RunCurves, total: int) -> None:
        self._curves[index] = curves
        plot, curve, scale = (
            (self.loss, curves.loss, _AS_IT_IS),
            (self.accuracy, curves.accuracy, _PERCENT),
        )[index]
        plot.draw(
            CurveData(
                _scaled(thinned(curve.values_n, _MOST_POINTS), scale),
                _scaled(sampled(curve.means_n, _MOST_MEANS), scale),
                (curves.held_out_step_e, curve.held_out_e * scale),
                total,
            )
        )
        self._write_newest()

    def _mark_rates(self) -> None:
        """Mark where the learning rate was changed; say to what in the upper plot only."""
        text = self.tr("rate {value}")
        said = [
            (one.step, text.format(value=number_words(one.learning_rate)))
            for one in self._rates
        ]
        self.loss.set_changes(said)
        self.accuracy.set_changes([(step, "") for step, _ in said])

    def _write_newest(self) -> None:
        loss, accuracy = self._curves[0].loss, self._curves[1].accuracy
        self.loss.set_newest(
            _last(loss.means_n, short, 3), _last(loss.held_out_e, short, 3)
        )
        self.accuracy.set_newest(
            _last(accuracy.means_n, percent, 1), _last(accuracy.held_out_e, percent, 2)
        )

    @override
    def _retranslate(self) -> None:
        loss = CurveTexts(
            title=self.tr("Loss"),
            x_label=self.tr("batches"),
            y_label=self.tr("loss"),
            batches=self.tr("each batch"),
            means=filled(
                self.tr("mean of {count} {count|batch|batches}"), count=WINDOW
            ),
            held_out=self.tr("held-out pictures"),
            hint=self.tr("Press Start: the loss will appear here."),
            reading=self.tr("batch {batch}: {value}"),
        )
        if self._is_waiting:
            hint = self.tr("The loss will appear here after the first batch.")
            loss = replace(loss, hint=hint)
        self.loss.set_texts(loss)
        self.accuracy.set_texts(
            replace(
                loss,
                title=self.tr("Accuracy"),
                y_label=self.tr("% right"),
                hint=self.tr("And here, how many pictures it gets right."),
                reading=self.tr("batch {batch}: {value}%"),
            )
        )
        tip = self.tr("Drag moves, the wheel zooms, a double click shows all again")
        set_names(self.loss, "loss_plot", self.tr("Loss over the batches"), tip)
        set_names(
            self.accuracy, "accuracy_plot", self.tr("Accuracy over the batches"), tip
        )
        self._write_newest()
        self._mark_rates()


def _scaled(points: tuple[Floats, Floats], scale: np.float32) -> tuple[Floats, Floats]:
    x, y = points
    return x, y * scale


def _last(values_n: Floats, write: Callable[[float, int], str], digits: int) -> str:
    return write(float(values_n[-1]), digits) if len(values_n) else ""
