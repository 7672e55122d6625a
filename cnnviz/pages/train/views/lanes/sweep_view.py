"""The runs of a folder as one chart, and all of them in a table, the best first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget
from typing_extensions import override

from cnnviz.pages.train.views.lanes.lane_words import difference_names, table_rows
from cnnviz.state.run.lanes import Lane
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import percent, short
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.plots.lanes_plot import LaneCurves, LanesPlot
from cnnviz.ui.theme import tokens

if TYPE_CHECKING:
    from cnnviz.state.run.run_curves import Curve, Points

MOST_CURVES: Final = 12
"""More labels at the ends of curves do not find room; the table has all runs."""

_MOST_POINTS: Final = 120
_PERCENT: Final = 100.0
_NOTHING: Final = np.empty(0, np.float32)


class SweepView(Retranslated):
    """Draw what the best of many runs came to, each called by what differs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lanes: Sequence[Lane] = ()
        self._made: dict[tuple[int, str], tuple[Lane, LaneCurves]] = {}
        self._written: tuple[tuple[str, ...], ...] = ()
        self.accuracy = LanesPlot(highest=_PERCENT, parent=self)
        self.loss = LanesPlot(parent=self)
        self.table = QTableWidget(self)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        align = Qt.AlignmentFlag
        self.table.horizontalHeader().setDefaultAlignment(align.AlignLeft)
        self.table.verticalHeader().setDefaultSectionSize(22)
        plots = in_column((self.accuracy, 1), (self.loss, 1), gap=tokens.SPACE_S)
        in_row((plots, 5), (self.table, 6), gap=tokens.SPACE_XL, of=self)
        self._retranslate()

    def render_lanes(self, lanes: Sequence[Lane]) -> None:
        """Show these runs, the best first; the same ones again change nothing."""
        if lanes is not self._lanes:
            self._lanes = lanes
            self._render()

    def _render(self) -> None:
        names = difference_names(self._lanes)
        best = tuple(zip(self._lanes, names, strict=True))[:MOST_CURVES]
        for plot, name, scale, write in (
            (self.accuracy, "accuracy", _PERCENT, percent),
            (self.loss, "loss", 1.0, short),
        ):
            said = []
            for lane, title in best:
                curve: Curve = getattr(lane.run.curves, name)
                if len(curve.held_out_e):
                    said.append(f"{title}: {write(float(curve.held_out_e[-1]))}")
            plot.draw([self._curves(lane, title, name, scale) for lane, title in best])
            plot.describe("; ".join(said))
        shown = {id(lane) for lane, _ in best}
        self._made = {key: made for key, made in self._made.items() if key[0] in shown}
        self._render_table(names)

    def _curves(self, lane: Lane, title: str, name: str, scale: float) -> LaneCurves:
        """Return the curves of a run: those that it had if nothing came to it."""
        made = self._made.get((id(lane), name))
        if made is not None and made[0] is lane and made[1].label == title:
            return made[1]
        curve: Curve = getattr(lane.run.curves, name)
        steps, measured = lane.run.curves.held_out_step_e, curve.held_out_e
        held_out = steps, measured * np.float32(scale)
        curves = LaneCurves(title, _means(curve, scale), held_out)
        self._made[id(lane), name] = lane, curves
        return curves

    def _render_table(self, names: Sequence[str]) -> None:
        columns, table = table_rows(self._lanes), self.table
        written = tuple((name, *values) for name, values in columns)
        if written == self._written:
            return
        self._written = written
        table.setColumnCount(len(columns) if self._lanes else 0)
        table.setRowCount(len(self._lanes))
        table.setHorizontalHeaderLabels([name for name, _ in columns])
        table.setVerticalHeaderLabels([str(1 + row) for row in range(len(names))])
        for column, (_, values) in enumerate(columns):
            for row, value in enumerate(values[: len(names)]):
                item = table.item(row, column)
                if item is None or item.text() != value:
                    table.setItem(row, column, QTableWidgetItem(value))
        table.resizeColumnsToContents()

    @override
    def _retranslate(self) -> None:
        batches = self.tr("batches")
        accuracy = self.tr("Accuracy of the best runs")
        loss = self.tr("Loss of the best runs")
        self.accuracy.set_texts(accuracy, batches, self.tr("% correct"))
        self.loss.set_texts(loss, batches, self.tr("loss"))
        tip = self.tr(
            "Dots: validation pictures after each epoch; before, the training batches"
        )
        set_names(self.accuracy, "sweep_accuracy", accuracy, tip)
        set_names(self.loss, "sweep_loss", loss, tip)
        set_names(
            self.table,
            "sweep_table",
            self.tr("All runs, the best first: what differs, and their results"),
        )
        self._render()


def _means(curve: "Curve", scale: float) -> "Points":
    """Return the batches of a run that was not measured yet: of many, more is a tangle."""
    if len(curve.held_out_e) > 1:
        return _NOTHING, _NOTHING
    x, y = curve.smoothed(_MOST_POINTS)
    return x, y * np.float32(scale)
