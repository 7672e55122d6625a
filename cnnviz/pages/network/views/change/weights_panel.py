"""The kernels of the open map: all as pictures, one with its numbers, to be changed."""

from math import ceil

import numpy as np
from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cnnviz.engine.networks.trace import LayerOutput
from cnnviz.pages.network.model.change_state import ChangeState
from cnnviz.pages.network.presenters.change_presenter import ChangePresenter
from cnnviz.pages.network.views.change.kernel_pad import KernelPad
from cnnviz.pages.network.views.change.kernel_tools import (
    CLEAR_ALL,
    RANDOM,
    KernelTools,
)
from cnnviz.state.picture.layer_pictures import layer_picture
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.controls.number_spin import ExactSpin
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.tiles.layer_tiles import LayerTiles

_TILE_ROW = 48
_TILES_IN_ROW = 6
_MOST_ROWS = 2
_STEP = 0.1
_MOST = 1e6


class WeightsPanel(Retranslated):
    """Show and change what the open map is made with."""

    def __init__(self, presenter: ChangePresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._kernels: object = None
        self._tiles = LayerTiles(self)
        self._tiles.set_opens_at_once(True)
        self._part = FittingLabel(self)
        self.pad = KernelPad(self)
        self._weight_label, self.weight = QLabel(self), _spin(self)
        self._bias_label, self.bias = QLabel(self), _spin(self)
        self._zero = QPushButton(self)
        self._zero.setMinimumHeight(tokens.HIT)
        self._tools = KernelTools(self)
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        self._weight_label.setBuddy(self.weight)
        self._bias_label.setBuddy(self.bias)
        weight = in_row(
            self._weight_label, (self.weight, 1), self._zero, gap=tokens.SPACE_M
        )
        bias = in_row(self._bias_label, (self.bias, 1), gap=tokens.SPACE_M)
        parts = self._tiles, self._part, self.pad, weight, self._tools, bias
        in_column(*parts, gap=tokens.SPACE_M, of=self)

    def _connect(self) -> None:
        presenter, pad = self._presenter, self.pad
        self._tiles.map_clicked.connect(self._on_kernel_chosen)
        pad.cell_clicked.connect(self._on_cell_chosen)
        pad.stroke_begun.connect(presenter.begin_stroke)
        pad.painted.connect(self._on_painted)
        pad.stepped.connect(self._on_stepped)
        self.weight.valueChanged.connect(presenter.set_weight)
        self.bias.valueChanged.connect(presenter.set_bias)
        self._zero.clicked.connect(self._on_zero)
        self._tools.named.connect(presenter.use_named)
        self._tools.tool_used.connect(self._on_tool_used)

    def render_state(self, state: ChangeState, part: str) -> None:
        """Show the kernels; ``part`` names the map that the chosen one lies on."""
        kernels = state.kernels
        assert kernels is not None
        self._tiles.setVisible(kernels.count > 1)
        if self._kernels is not kernels:
            self._kernels = kernels
            values = kernels.kernels_khw
            output = LayerOutput("kernels", "kernels", values, can_be_negative=True)
            self._tiles.render_state(layer_picture(output))
            rows = min(ceil(kernels.count / _TILES_IN_ROW), _MOST_ROWS)
            self._tiles.setFixedHeight(rows * _TILE_ROW)
            self._tools.render_size(kernels.size_hw, is_of_maps=kernels.is_of_maps)
        index, *cell = state.chosen
        self._tiles.choose(index)
        self._part.setText(part)
        largest = float(np.abs(kernels.kernels_khw).max()) or 1.0
        self.pad.render_kernel(state.kernel_hw, (cell[0], cell[1]), largest)
        place = ", ".join(whole(each + 1) for each in cell)
        self._weight_label.setText(self.tr("Weight {place}").format(place=place))
        with QSignalBlocker(self.weight), QSignalBlocker(self.bias):
            self.weight.render_value(state.value)
            self.bias.render_value(kernels.bias or 0.0)
        for each in (self._bias_label, self.bias):
            each.setVisible(kernels.bias is not None)

    @Slot(int)
    def _on_kernel_chosen(self, index: int) -> None:
        _, row, column = self._presenter.store.state.chosen
        self._presenter.choose(index, row, column)

    @Slot(int, int)
    def _on_cell_chosen(self, row: int, column: int) -> None:
        self._presenter.choose(self._presenter.store.state.chosen[0], row, column)

    @Slot(int, int)
    def _on_painted(self, row: int, column: int) -> None:
        self._presenter.paint(row, column, self.weight.value())

    @Slot(float)
    def _on_stepped(self, notches: float) -> None:
        self.weight.setValue(self.weight.value() + notches * _STEP)

    @Slot()
    def _on_zero(self) -> None:
        self._presenter.set_weight(0.0)

    @Slot(str)
    def _on_tool_used(self, key: str) -> None:
        if key == RANDOM:
            self._presenter.draw_lots()
        elif key == CLEAR_ALL:
            self._presenter.clear_all()
        else:
            self._presenter.alter(key)

    def _retranslate(self) -> None:
        self._zero.setText(self.tr("Set to 0"))
        tip = self.tr("Set the chosen weight to 0")
        set_names(self._zero, "weight_zero", self._zero.text(), tip)
        self._bias_label.setText(self.tr("Bias"))
        tip = self.tr("What is added to the sum of the products")
        set_names(self.bias, "bias_value", self.tr("Bias"), tip)
        tip = self.tr(
            "Type a number, or change it with the arrows; over the kernel, the "
            "mouse wheel changes it too"
        )
        set_names(self.weight, "weight_value", self.tr("The chosen weight"), tip)
        tip = self.tr("Click a kernel to change it")
        set_names(self._tiles, "kernel_tiles", self.tr("Kernels of the map"), tip)
        for spin in (self.weight, self.bias):
            spin.use_language()


def _spin(parent: QWidget) -> ExactSpin:
    made = ExactSpin(parent)
    made.setRange(-_MOST, _MOST)
    made.setSingleStep(_STEP)
    made.setMinimumHeight(tokens.HIT)
    return made
