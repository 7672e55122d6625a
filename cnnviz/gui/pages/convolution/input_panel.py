"""The picture with the window on it, and the draw pad above it while one draws."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.control.presenters.walk_presenter import LabState
from cnnviz.control.shared_picture import SharedPicture
from cnnviz.convolution.shapes import Amounts, padding_amounts
from cnnviz.gui.canvas.draw_pad import DrawPad
from cnnviz.gui.pages.convolution.canvas_panel import CAPTION_HEIGHT, CanvasPanel
from cnnviz.gui.pages.convolution.colour_legend import LEGEND_HEIGHT
from cnnviz.gui.pages.convolution.glide import Glide
from cnnviz.gui.pages.convolution.layers import WindowLayer
from cnnviz.images.colour_maps import GREY


class InputPanel(CanvasPanel):
    """Shows the input with its padding; a click or a drag moves the window.

    Signals
    -------
    stroke_started(), ink_changed(ink_hw), stroke_finished(ink_hw)
        As of the draw pad.
    """

    stroke_started = Signal()
    ink_changed = Signal(object)
    stroke_finished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pad = DrawPad(self)
        self.pad.setVisible(False)
        self.column.insertWidget(1, self.pad, 1)
        # As high as the legend below the output: so both pictures lie side by side.
        self._level = QWidget(self)
        self._level.setFixedHeight(LEGEND_HEIGHT)
        self.column.addWidget(self._level)
        self._window = WindowLayer()
        self._is_colour = False
        self._shown: tuple[NDArray[np.uint8], Amounts] | None = None
        self.column.insertStretch(0)
        self.column.addStretch()
        self.column.setSpacing(4)
        self.glide = Glide(self.canvas)
        self.glide.moved.connect(self._on_glide_moved)
        self.canvas.set_layers((self._window,))
        self.pad.stroke_started.connect(self.stroke_started)
        self.pad.ink_changed.connect(self.ink_changed)
        self.pad.stroke_finished.connect(self.stroke_finished)

    def render_drawing(self, drawing: bool, shared: SharedPicture) -> None:
        """Show the pad, or not; say it when the picture was turned grey."""
        self._is_colour = not shared.picture.is_grey
        self._write_size()
        self.pad.setVisible(drawing)
        self._level.setVisible(not drawing)
        if drawing:
            self.pad.render(shared.ink_hw)
        self._share_height()

    def _share_height(self) -> None:
        """Let pad and picture have half the height each, or the picture what it needs."""
        self.hug()
        self.pad.setMaximumHeight(max(self.height() // 2 - CAPTION_HEIGHT // 2, 140))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def render_state(self, state: LabState) -> None:
        """Show the picture and bring the window to its place."""
        walk, step = state.walk, state.step
        if state.input_chw is None:
            self.canvas.clear(self.tr("Choose a sample, open a picture, or draw one"))
            self._shown = None
            return
        if walk is None or step is None:
            self._show_picture(state.input_chw, Amounts(0, 0, 0, 0))
            self.glide.stop()
            self._window.corner = None
            self.canvas.update()
            return
        _, height, width = state.input_chw.shape
        around = padding_amounts(walk.spec, (height, width))
        self._show_picture(state.input_chw, around)
        self._window.kernel = walk.spec.kernel
        self._window.dilation = walk.spec.dilation
        self.glide.go(step, state.steps_per_second if state.playing else None)
        if self._window.corner is None:
            self._window.corner = (step.top, step.left)
        self.canvas.reveal(step.top, step.left, *self._window.span)
        self.canvas.update()

    def _show_picture(self, input_chw: NDArray[np.uint8], around: Amounts) -> None:
        if self._shown is not None:
            shown_chw, shown_around = self._shown
            if shown_chw is input_chw and shown_around == around:
                return
        self._shown = (input_chw, around)
        grey_hw = input_chw[0]
        self.canvas.set_grid(
            grey_hw,
            GREY,
            grey_hw,
            border=(around.top, around.bottom, around.left, around.right),
        )
        self.hug()
        self._write_size()
        self.refresh_reading()

    def _write_size(self) -> None:
        if self._shown is None:
            return
        _, height, width = self._shown[0].shape
        size = self.tr("{size}, in grey") if self._is_colour else "{size}"
        self.set_size(size.format(size=f"{height} × {width}"))

    def retranslate(self) -> None:
        """Put the size in the language of now."""
        self._write_size()

    def zoom_to_window(self) -> None:
        """Enlarge the window and as much again around it."""
        if self._window.corner is not None:
            self.glide.stop()
            top, left = self._window.corner
            self.canvas.zoom_to_cells(round(top), round(left), *self._window.span)

    @Slot(float, float)
    def _on_glide_moved(self, top: float, left: float) -> None:
        self._window.corner = (top, left)
        self.canvas.update()
