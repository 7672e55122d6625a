"""The plots of a run: loss over accuracy, on the same batches, and the learning rate."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.train.views.curve_options import CurveOptions
from cnnviz.pages.train.views.curve_x import CurveX
from cnnviz.pages.train.views.ghost_words import ghost_words
from cnnviz.pages.train.views.recipe.recipe_words import change_words
from cnnviz.state.run.run_curves import Curve, Floats, Points, RunCurves
from cnnviz.state.run.run_findings import best_epoch, is_going
from cnnviz.state.run.run_rates import learning_rates
from cnnviz.state.run.run_state import Run
from cnnviz.ui.layouts import in_column
from cnnviz.ui.numbers import percent, short, whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.plots.curve_data import CurveData, Ghost, nearest
from cnnviz.ui.plots.curve_plot import CurvePlot
from cnnviz.ui.theme import tokens

# More would be narrower than a pixel, and cost the frame.
_MOST_POINTS: Final = 600
_MOST_MEANS: Final = 300
_MOST_RATES: Final = 200
_RATE_HEIGHT: Final = 84
_BEST_FOR: Final = 2
"""Epochs after which the best one is marked."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """One of the two, and how its values are written."""

    curve: Callable[[RunCurves], Curve]
    worse: Callable[[Floats, Floats], Floats]
    """Of training and held out, where training is better: elsewhere there is no gap."""

    scale: np.float32
    write: Callable[[float], str]


_LOSS: Final = _Measure(
    lambda curves: curves.loss, np.minimum, np.float32(1), lambda value: short(value, 3)
)
_ACCURACY: Final = _Measure(
    lambda curves: curves.accuracy,
    np.maximum,
    np.float32(100),
    lambda value: percent(value, 1),
)


class RunPlots(Retranslated):
    """Draw the curves of a run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = Run()
        self._drawn: list[object] = [None, None]
        self._next = 0
        self._is_waiting = False
        self.loss = CurvePlot(parent=self)
        self.accuracy = CurvePlot(highest=100.0, unit="%", parent=self)
        self.rate = CurvePlot(parent=self)
        self.rate.setFixedHeight(_RATE_HEIGHT)
        self.rate.hide()
        self._plots = (self.loss, _LOSS), (self.accuracy, _ACCURACY)
        self.options = CurveOptions(self)
        self._counted = self.options.counted
        self.loss.add_to_head(self.options)
        for plot in (self.accuracy, self.rate):
            plot.link(self.loss)
        plots = (self.loss, 55), (self.accuracy, 45), self.rate
        in_column(*plots, gap=tokens.SPACE_S, of=self)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        self.options.changed.connect(self._on_options_changed)
        for plot, _ in self._plots:
            plot.pointed.connect(self._on_pointed)
            plot.moved.connect(self._on_moved)

    def render_run(self, run: Run) -> None:
        """Draw what was measured so far; the same curves again change nothing.

        While a run goes, the two plots take turns, so that neither costs a frame.
        """
        self._run = run
        self._mark_moment()
        if is_going(run) != self._is_waiting:
            self._is_waiting = is_going(run)
            self._retranslate()
        if all(drawn is run.curves for drawn in self._drawn):
            return
        for index in (self._next,) if run.phase == "running" else (0, 1):
            self._draw(index)
        self._next = 1 - self._next

    @property
    def _x(self) -> CurveX:
        """Where the batches lie."""
        return CurveX(self.options.counted, self._run)

    def _mark_moment(self) -> None:
        timeline = self._run.timeline
        shown, looks_back = timeline.shown, timeline.chosen is not None
        at = self._x.of_step(shown.step) if shown is not None and looks_back else None
        for plot in (self.loss, self.accuracy, self.rate):
            plot.set_moment(at)

    @Slot()
    def _on_options_changed(self) -> None:
        if self.options.counted != self._counted:
            self._counted = self.options.counted
            self._mark_moment()
            for plot in (self.loss, self.accuracy, self.rate):
                plot.fit()  # what is seen now means something else
        self.loss.set_logarithmic(self.options.is_logarithmic)
        self.rate.setVisible(self.options.shows_rate)
        self._draw_all()

    @Slot()
    def _on_moved(self) -> None:
        """Draw what is seen now in detail."""
        self._draw_all()

    def _draw_all(self) -> None:
        if self._run.curves.batches:
            for index in range(len(self._plots)):
                self._draw(index)

    def _draw(self, index: int) -> None:
        plot, measure = self._plots[index]
        run = self._run
        self._drawn[index] = run.curves
        self._count_in(plot)
        first, last = self._seen(plot)
        curve, scale, x = measure.curve(run.curves), measure.scale, self._x
        window, steps = self.options.batches, run.curves.held_out_step_e
        means = curve.smoothed(_MOST_MEANS, window, first, last)
        at = steps.astype(np.intp) - 1
        data = CurveData(
            _placed(curve.drawn(_MOST_POINTS, first, last), x, scale),
            _placed(means, x, scale),
            (x.of(steps), curve.held_out_e * scale),
            x.end,
            gap=measure.worse(curve.means(at, window), curve.held_out_e) * scale,
            ghosts=self._ghosts(measure),
            marks=self._marks(measure),
            ringed=self._best(),
        )
        plot.draw(data)
        for each in range(len(self._plots)):
            self._write_ends(each)  # both say what is known now, whoever's turn it is
        if self.options.shows_rate and index == 0:
            self._draw_rate()

    def _seen(self, plot: CurvePlot) -> tuple[int, int]:
        """Return which batches are drawn: those that are seen, and one on each side."""
        count = self._run.curves.batches
        if plot.fits:
            return 0, count
        first, last = map(self._x.batch_at, plot.seen)
        first = min(max(0, int(first) - 2), count - 1)
        return first, max(first + 1, min(count, int(last) + 2))

    def _count_in(self, plot: CurvePlot) -> None:
        plot.count_in(*self._x.unit())

    def _best(self) -> int | None:
        """Return which epoch was the best, once none has been better for long."""
        best = best_epoch(self._run)
        if best is None or len(self._run.epochs) < best + _BEST_FOR:
            return None
        return best - 1

    def _marks(self, measure: _Measure) -> tuple[tuple[float, str], ...]:
        """Return what is marked: the best epoch, new settings, named in the upper plot."""
        run, index, x = self._run, self._best(), self._x
        marks = tuple(
            (x.of_step(one.step), change_words(one) if measure is _LOSS else "")
            for one in run.changes
        )
        if index is None:
            return marks
        text = ""
        if measure is _LOSS:
            text = self.tr("epoch {epoch}: best, {loss}").format(
                epoch=whole(index + 1),
                loss=measure.write(run.epochs[index].validation_loss),
            )
        return (*marks, (x.of_step(float(run.curves.held_out_step_e[index])), text))

    def _ghosts(self, measure: _Measure) -> tuple[Ghost, ...]:
        made = []
        for earlier in self._run.earlier:
            curve, steps = measure.curve(earlier.curves), earlier.curves.held_out_step_e
            x, y = steps, curve.held_out_e
            if len(x) < 2:
                x, y = curve.smoothed(_MOST_MEANS, self.options.batches)
            points = self._x.of_earlier(earlier, x), y * measure.scale
            made.append(Ghost(points, ghost_words(earlier, self._run)))
        return tuple(made)

    def _draw_rate(self) -> None:
        (steps, rates), x = learning_rates(self._run, _MOST_RATES), self._x
        count = self._run.curves.batches
        if self.options.counted == "time":  # nobody knows when the others will be
            steps, rates = steps[steps <= count], rates[steps <= count]
        points, nothing = (x.of(steps), rates), np.empty(0, np.float32)
        self._count_in(self.rate)
        self.rate.draw(CurveData(points, points, (nothing, nothing), x.end))
        if len(rates):
            newest = nearest((steps, rates), min(count, self._run.total_batches)) or 0
            self.rate.set_ends(short(float(rates[newest]), 3), "")

    def _write_ends(self, index: int) -> None:
        plot, measure = self._plots[index]
        curve = measure.curve(self._run.curves)
        mean, held_out = curve.mean(self.options.batches), curve.held_out_e
        training = "" if mean is None else measure.write(mean)
        measured = measure.write(float(held_out[-1])) if len(held_out) else ""
        plot.set_ends(
            self.tr("training {value}").format(value=training) if training else "",
            self.tr("validation {value}").format(value=measured) if measured else "",
        )

    @Slot(object)
    def _on_pointed(self, wanted: float | None) -> None:
        """Read all curves off at a batch, or forget what was read."""
        count = self._run.curves.batches
        if wanted is None or not count:
            for plot in (self.loss, self.accuracy, self.rate):
                plot.set_reading(None, "")
            return
        batch = min(max(1, round(self._x.batch_at(wanted))), count)
        at = self._x.of_step(batch)
        for plot, measure in self._plots:
            plot.set_reading(at, *self._readings(measure, batch))
        self.rate.set_reading(at, "")

    def _readings(self, measure: _Measure, batch: int) -> tuple[str, str]:
        """Return all values at a batch, and without its own."""
        run, (counted, besides) = self._run, self._x.words(batch)
        curve, place = measure.curve(run.curves), np.array([batch - 1])
        mean = float(curve.means(place, self.options.batches)[0])
        said = [counted]
        said.append(self.tr("training {value}").format(value=measure.write(mean)))
        index = nearest((run.curves.held_out_step_e, curve.held_out_e), batch)
        if index is not None:
            text = self.tr("validation {value}")
            value = measure.write(float(curve.held_out_e[index]))
            said.append(text.format(value=value))
        own = measure.write(float(curve.values_n[batch - 1]))
        more = self.tr("this batch {value}").format(value=own), besides
        return " · ".join([*said, *more]), " · ".join(said)

    @override
    def _retranslate(self) -> None:
        hint = self.tr(
            "Click Start to see the loss: how wrong the network is. Lower is better."
        )
        if self._is_waiting:
            hint = self.tr("The loss will appear here after the first batch.")
        self.loss.set_texts(self.tr("Loss"), hint)
        self.accuracy.set_texts(
            self.tr("Accuracy"),
            self.tr(
                "The accuracy appears here: the share of pictures that the network "
                "gets right."
            ),
        )
        self.rate.set_texts(self.tr("Learning rate"), "")
        for plot, _ in self._plots:
            plot.name_curves(self.tr("training"), self.tr("validation"))
        tip = self.tr("Drag to move, scroll to zoom, double-click to show everything")
        set_names(self.loss, "loss_plot", self.tr("Loss over the batches"), tip)
        set_names(
            self.accuracy, "accuracy_plot", self.tr("Accuracy over the batches"), tip
        )
        set_names(
            self.rate, "rate_plot", self.tr("Learning rate over the batches"), tip
        )
        self._draw_all()


def _placed(points: Points, x: CurveX, scale: np.float32) -> Points:
    batches, y = points
    return x.of(batches), y * scale
