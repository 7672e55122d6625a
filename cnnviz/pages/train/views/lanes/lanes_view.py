"""Several runs side by side: curves, what differs, the maps of one picture."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from cnnviz.pages.train.presenters.lanes.lane_maps import LaneMaps, Probed
from cnnviz.pages.train.views.lanes.lane_maps_view import LaneMapsView
from cnnviz.pages.train.views.lanes.lane_words import lane_name, table_rows
from cnnviz.state.run.lanes import MOST_LANES, Lane, steps_of
from cnnviz.ui.controls.jumping_slider import JumpingSlider
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import percent, short, whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.plots.lanes_plot import LaneCurves, LanesPlot
from cnnviz.ui.theme import tokens

if TYPE_CHECKING:
    from cnnviz.state.run.run_curves import Curve

_MOST_POINTS = 300
_PERCENT = 100.0
_TABLE_HEIGHT = 134


class LanesView(Retranslated):
    """Show some runs; the slider takes the maps of all to the same step."""

    def __init__(self, maps: LaneMaps, parent: QWidget) -> None:
        super().__init__(parent)
        self._maps = maps
        self._lanes: Sequence[Lane] = ()
        self._steps: tuple[int, ...] = ()
        self._names: tuple[str, ...] = ()
        self._follows, self._turn = True, 0
        self.accuracy = LanesPlot(highest=100.0, parent=self)
        self.loss = LanesPlot(parent=self)
        self.columns = [LaneMapsView(number, self) for number in range(MOST_LANES)]
        self.table = QTableWidget(self)
        self.slider = JumpingSlider(Qt.Orientation.Horizontal, self)
        self._moment = QLabel(self)
        self._moment.setObjectName("lanes_moment")
        self._lay_out()
        self.slider.valueChanged.connect(self._on_moved)
        maps.arrived.connect(self._on_maps_arrived)
        self._retranslate()

    def _lay_out(self) -> None:
        table = self.table
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setFixedHeight(_TABLE_HEIGHT)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.verticalHeader().setDefaultSectionSize(22)
        self.slider.setMinimumHeight(tokens.HIT)
        plots = in_column((self.accuracy, 1), (self.loss, 1), gap=tokens.SPACE_S)
        beside = in_row(*((one, 1) for one in self.columns), gap=tokens.SPACE_L)
        moment = in_row((self.slider, 1), self._moment, gap=tokens.SPACE_M)
        right = in_column((beside, 1), moment, table, gap=tokens.SPACE_S)
        in_row((plots, 5), (right, 6), gap=tokens.SPACE_XL, of=self)

    def render_lanes(self, lanes: Sequence[Lane]) -> None:
        """Show these runs; the same ones again change nothing."""
        before = self._lanes
        self.setVisible(bool(lanes))
        if [lane.run for lane in lanes] == [lane.run for lane in before]:
            return
        self._lanes = lanes
        if [lane.run.number for lane in lanes] != [lane.run.number for lane in before]:
            self._follows = True
        self._render_columns()
        self._draw()
        self._render_table()
        self._render_steps()

    def _render_columns(self) -> None:
        self._names = tuple(lane_name(lane) for lane in self._lanes)
        for number, column in enumerate(self.columns):
            is_used = number < len(self._lanes)
            column.setVisible(is_used)
            column.set_name(self._names[number] if is_used else "")
            if not is_used or not self._lanes[number].run.timeline.kept:
                column.render_shot(None)

    def _draw(self) -> None:
        """Draw the curves; while a race goes the plots take turns, to keep the frame."""
        plots = (
            (self.accuracy, "accuracy", _PERCENT, percent),
            (self.loss, "loss", 1.0, short),
        )
        self._turn = 1 - self._turn
        goes = any(lane.run.phase == "running" for lane in self._lanes)
        drawn = plots[self._turn : self._turn + 1] if goes else plots
        for plot, name, scale, write in drawn:
            found, said = [], []
            for lane, title in zip(self._lanes, self._names, strict=True):
                curves = lane.run.curves
                curve: Curve = getattr(curves, name)
                x, y = curve.smoothed(_MOST_POINTS)
                held_out = curves.held_out_step_e, curve.held_out_e * np.float32(scale)
                means = x, y * np.float32(scale)
                found.append(LaneCurves(title, means, held_out))
                if len(curve.held_out_e):
                    said.append(f"{title}: {write(float(curve.held_out_e[-1]))}")
            plot.draw(found)
            plot.describe("; ".join(said))

    def _render_table(self) -> None:
        rows, table = table_rows(self._lanes), self.table
        table.setRowCount(len(rows) if self._lanes else 0)
        table.setColumnCount(len(self._lanes))
        table.setHorizontalHeaderLabels(list(self._names))
        table.setVerticalHeaderLabels([name for name, _ in rows])
        for row, (_, values) in enumerate(rows):
            for column, value in enumerate(values):
                item = table.item(row, column)
                if item is None or item.text() != value:
                    table.setItem(row, column, QTableWidgetItem(value))

    def _render_steps(self) -> None:
        before = self._steps[self.slider.value()] if self._steps else 0
        self._steps = steps_of(self._lanes)
        last = max(0, len(self._steps) - 1)
        place = last
        if not self._follows and self._steps:
            place = int(np.abs(np.array(self._steps) - before).argmin())
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, last)
            self.slider.setValue(place)
        self.slider.setEnabled(last > 0)
        self._show_moment()

    @Slot(int)
    def _on_moved(self, place: int) -> None:
        self._follows = place == len(self._steps) - 1
        self._show_moment()

    def _show_moment(self) -> None:
        if not self._steps:
            self._moment.setText("")
            for plot in (self.accuracy, self.loss):
                plot.set_moment(None)
            return
        step = self._steps[self.slider.value()]
        text = self.tr("Batch {batch}").format(batch=whole(step))
        self._moment.setText(text)
        for plot in (self.accuracy, self.loss):
            plot.set_moment(None if self._follows else step)
        self._maps.show(self._lanes, step)

    @Slot(object)
    def _on_maps_arrived(self, probed: Probed) -> None:
        if len(probed) == len(self._lanes):
            for column, shot in zip(self.columns, probed, strict=False):
                column.render_shot(shot)

    @override
    def _retranslate(self) -> None:
        batches = self.tr("batches")
        self.accuracy.set_texts(
            self.tr("Accuracy of each run"), batches, self.tr("% correct")
        )
        self.loss.set_texts(self.tr("Loss of each run"), batches, self.tr("loss"))
        tip = self.tr("Dots: validation pictures after each epoch; pale: the batches")
        set_names(self.accuracy, "lanes_accuracy", self.tr("Accuracy of each run"), tip)
        set_names(self.loss, "lanes_loss", self.tr("Loss of each run"), tip)
        set_names(
            self.table,
            "lanes_table",
            self.tr("What differs between the runs, and their results"),
        )
        set_names(
            self.slider,
            "lanes_slider",
            self.tr("Moment of all runs"),
            self.tr("Look at the maps of all runs at an earlier batch"),
        )
        lanes, self._lanes = self._lanes, ()
        self.render_lanes(lanes)
