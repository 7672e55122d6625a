"""The output as it grows: cells up to the window's, the later ones covered."""

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from cnnviz.control.presenters.walk_presenter import LabState
from cnnviz.control.workers.convolution import OutputPicture
from cnnviz.convolution.spec import Pair
from cnnviz.gui.pages.convolution.canvas_panel import CanvasPanel
from cnnviz.gui.pages.convolution.colour_legend import ColourLegend
from cnnviz.gui.pages.convolution.layers import BlankLayer, ProgressLayer
from cnnviz.gui.texts import sentence
from cnnviz.images.colour_maps import DIVERGING, GREY


class OutputPanel(CanvasPanel):
    """Shows the computed output; a click or a drag goes to a cell."""

    def __init__(self, whole: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = ProgressLayer()
        self._shown: OutputPicture | None = None
        self._blank_hw: Pair | None = None
        self._whole = QToolButton(self)
        self._whole.setDefaultAction(whole)
        self._whole.setAutoRaise(True)
        self._whole.setIconSize(QSize(18, 18))
        self._whole.setFixedSize(32, 32)
        self._whole.setObjectName("whole_output_button")
        self.caption.addWidget(self._whole)
        self._legend = ColourLegend(self)
        self.column.setSpacing(4)
        self.column.addWidget(self._legend)
        self.column.insertStretch(0)
        self.column.addStretch()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hug()

    def retranslate(self) -> None:
        """Name the button as its action is named now."""
        self._whole.setAccessibleName(self._whole.defaultAction().text())

    def render_state(self, state: LabState) -> None:
        """Show what is known of the output."""
        walk, output = state.walk, state.output
        if walk is None:
            self._show_nothing(
                self.tr("The output appears here")
                if state.refusal is None
                else sentence(state.refusal.error)
            )
            return
        if output is not None and output.values_hw.shape == walk.output_hw:
            self._show_output(output)
        else:
            self._show_blank(walk.output_hw)
        self._progress.cell = walk.cell
        self._progress.whole = state.whole_output_shown
        self.canvas.reveal(*walk.cell, 1, 1)
        self.canvas.update()

    def _show_nothing(self, hint: str) -> None:
        self._shown = self._blank_hw = self._progress.cell = None
        self.canvas.clear(hint)
        self._legend.clear()
        self.set_size("")

    def _show_output(self, output: OutputPicture) -> None:
        if output is self._shown:
            return
        self._shown, self._blank_hw = output, None
        lut = DIVERGING if output.palette == "diverging" else GREY
        self.canvas.set_layers((self._progress,))
        self.canvas.set_grid(output.indices_hw, lut, output.values_hw)
        self._legend.render_range(lut, output.low, output.high)
        self.hug()
        height, width = output.values_hw.shape
        self.set_size(f"{height} × {width}")
        self.refresh_reading()

    def _show_blank(self, output_hw: Pair) -> None:
        """Keep the place of an output of another size that is being computed."""
        if output_hw == self._blank_hw:
            return
        self._shown, self._blank_hw = None, output_hw
        self.canvas.set_layers((BlankLayer(), self._progress))
        self.canvas.set_grid(np.zeros(output_hw, np.uint8), GREY)
        self.hug()
        self.set_size(f"{output_hw[0]} × {output_hw[1]}")

    @override
    def reading(self, row: int, column: int) -> str:
        """Return a cell's number; of a covered one nothing is told."""
        now = self._progress.cell
        if now is not None and not self._progress.whole and (row, column) > now:
            return "?"
        return super().reading(row, column)
