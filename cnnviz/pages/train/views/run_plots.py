"""The two plots of a run: loss over accuracy, on the same batches."""

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from cnnviz.state.run.run_curves import WINDOW, Floats, RunCurves, sampled, thinned
from cnnviz.state.run.run_state import Run
from cnnviz.ui.numbers import percent, short
from cnnviz.ui.page import set_names
from cnnviz.ui.plots.curve_data import CurveData
from cnnviz.ui.plots.curve_plot import CurvePlot, CurveTexts
from cnnviz.ui.texts import filled
from cnnviz.ui.theme import tokens

# More would be narrower than a pixel, and cost the frame.
_MOST_POINTS: Final = 600
_MOST_MEANS: Final = 300
_PERCENT: Final = np.float32(100)


class RunPlots(QWidget):
    """Draw the curves of a run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves = (RunCurves(), RunCurves())
        self._loss_is_next = True
        self.loss = CurvePlot(parent=self)
        self.accuracy = CurvePlot(highest=100.0, parent=self)
        self.accuracy.link(self.loss)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE_M)
        column.addWidget(self.loss, 1)
        column.addWidget(self.accuracy, 1)
        self._retranslate()

    def render_run(self, run: Run) -> None:
        """Draw what was measured so far; the same curves again change nothing.

        While a run goes, the two plots take turns, so that neither costs a frame.
        """
        shown, looks_back = run.timeline.shown, run.timeline.chosen is not None
        for plot in (self.loss, self.accuracy):
            plot.set_moment(shown.step if shown is not None and looks_back else None)
        curves = run.curves
        if curves is self._curves[0] is self._curves[1]:
            return
        if run.phase != "running":
            self._draw_loss(curves, run.total_batches)
            self._draw_accuracy(curves, run.total_batches)
        elif self._loss_is_next:
            self._draw_loss(curves, run.total_batches)
        else:
            self._draw_accuracy(curves, run.total_batches)
        self._loss_is_next = not self._loss_is_next

    def _draw_loss(self, curves: RunCurves, total: int) -> None:
        self._curves = (curves, self._curves[1])
        self.loss.draw(
            CurveData(
                thinned(curves.loss_n, _MOST_POINTS),
                sampled(curves.mean_loss_n, _MOST_MEANS),
                (curves.held_out_step_e, curves.held_out_loss_e),
                total,
            )
        )
        self._write_newest()

    def _draw_accuracy(self, curves: RunCurves, total: int) -> None:
        self._curves = (self._curves[0], curves)
        self.accuracy.draw(
            CurveData(
                _in_percent(thinned(curves.accuracy_n, _MOST_POINTS)),
                _in_percent(sampled(curves.mean_accuracy_n, _MOST_MEANS)),
                (curves.held_out_step_e, curves.held_out_accuracy_e * _PERCENT),
                total,
            )
        )
        self._write_newest()

    def _write_newest(self) -> None:
        self._write_loss(self._curves[0])
        self._write_accuracy(self._curves[1])

    def _write_loss(self, curves: RunCurves) -> None:
        if not curves.batches:
            self.loss.set_newest("", "")
            return
        measured = len(curves.held_out_step_e) > 0
        self.loss.set_newest(
            short(float(curves.mean_loss_n[-1]), 3),
            short(float(curves.held_out_loss_e[-1]), 3) if measured else "",
        )

    def _write_accuracy(self, curves: RunCurves) -> None:
        if not curves.batches:
            self.accuracy.set_newest("", "")
            return
        measured = len(curves.held_out_step_e) > 0
        self.accuracy.set_newest(
            percent(float(curves.mean_accuracy_n[-1])),
            percent(float(curves.held_out_accuracy_e[-1]), 2) if measured else "",
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        batches = self.tr("each batch")
        means = filled(self.tr("mean of {count} {count|batch|batches}"), count=WINDOW)
        held_out = self.tr("held-out pictures")
        tip = self.tr("Drag moves, the wheel zooms, a double click shows all again")
        self.loss.set_texts(
            CurveTexts(
                title=self.tr("Loss"),
                x_label=self.tr("batches"),
                y_label=self.tr("loss"),
                batches=batches,
                means=means,
                held_out=held_out,
                hint=self.tr("Press Start: the loss will appear here."),
                reading=self.tr("batch {batch}: {value}"),
            )
        )
        self.accuracy.set_texts(
            CurveTexts(
                title=self.tr("Accuracy"),
                x_label=self.tr("batches"),
                y_label=self.tr("% right"),
                batches=batches,
                means=means,
                held_out=held_out,
                hint=self.tr("And here, how many pictures it gets right."),
                reading=self.tr("batch {batch}: {value}%"),
            )
        )
        set_names(self.loss, "loss_plot", self.tr("Loss over the batches"), tip)
        set_names(
            self.accuracy, "accuracy_plot", self.tr("Accuracy over the batches"), tip
        )
        self._write_newest()


def _in_percent(points: tuple[Floats, Floats]) -> tuple[Floats, Floats]:
    x, y = points
    return x, y * _PERCENT
