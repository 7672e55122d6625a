"""The output as it grows, with its colours and the outputs of all kernels below."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.images.colour_maps import DIVERGING, GREY
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.model.output_picture import OutputPicture
from cnnviz.pages.convolution.views.stage.colour_legend import (
    LEGEND_HEIGHT,
    ColourLegend,
)
from cnnviz.state.level import set_level
from cnnviz.ui.controls.tool_button import name_as_action, tool_button
from cnnviz.ui.page import set_names
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.tiles.layer_tiles import LayerTiles
from cnnviz.ui.unit_view.output_grid import OutputGrid
from cnnviz.ui.unit_view.unit import Unit

_STRIP_HEIGHT = 52
_MOST_IN_A_ROW = 16
_ROOMY = 300
"""Pixels of the panel from which there is room for all of its buttons."""


class OutputPanel(OutputGrid):
    """Shows the computed output; a click or a drag goes to a cell.

    Signals
    -------
    channel_chosen(channel)
        The output of another kernel shall be seen.
    """

    channel_chosen = Signal(int)

    def __init__(self, whole: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_level(self, "first")
        self.caption_holder.setMinimumWidth(1)  # its tools must not keep a window wide
        self._shown: OutputPicture | None = None
        self._channels: tuple[int, int, bool] = (0, 1, False)
        self._follows_hand = False
        self._before = tool_button(self, "map_before")
        self._after = tool_button(self, "map_after")
        for button in (self._before, self._after):
            set_level(button, "standard")
        self._whole = tool_button(self, whole)
        self._before.clicked.connect(self._on_before)
        self._after.clicked.connect(self._on_after)
        for button in (self._before, self._after, self._whole):
            button.setFixedSize(tokens.HIT_SMALL, tokens.HIT_SMALL)
            button.setVisible(button is self._whole)
            self.caption.addWidget(button)
        self._legend = ColourLegend(self)
        self.strip = LayerTiles(self)
        self.strip.setFixedHeight(_STRIP_HEIGHT)
        self.strip.setVisible(False)
        self.strip.set_opens_at_once(True)
        self.strip.map_clicked.connect(self.channel_chosen)
        for below in (self._legend, self.strip):
            self.column.insertWidget(self.column.count() - 1, below)

    @property
    def height_below(self) -> int:
        """How high everything under the canvas is."""
        strip = 0 if self.strip.isHidden() else _STRIP_HEIGHT + self.column.spacing()
        return LEGEND_HEIGHT + strip

    @Slot()
    def _on_before(self) -> None:
        self.channel_chosen.emit(self._channels[0] - 1)

    @Slot()
    def _on_after(self) -> None:
        self.channel_chosen.emit(self._channels[0] + 1)

    @override
    def retranslate(self) -> None:
        """Name the buttons; one of them as its action is named now."""
        name_as_action(self._whole)
        tip = self.tr("Show the output of the previous kernel")
        set_names(
            self._before, "output_channel_before", self.tr("Previous kernel"), tip
        )
        tip = self.tr("Show the output of the next kernel")
        set_names(self._after, "output_channel_after", self.tr("Next kernel"), tip)
        tip = self.tr(
            "Click one to see how it is made; arrow keys go from one to the next"
        )
        set_names(self.strip, "output_maps", self.tr("Outputs of all kernels"), tip)
        super().retranslate()

    def render_state(self, state: LabState, unit: Unit | None) -> None:
        """Show what is known of the output."""
        walk, output = state.walk, state.output
        self._show_channels(state)
        if walk is None:
            self._shown = None
            self._legend.clear()
            self.show_nothing(
                self.tr("The output appears here")
                if state.invalid is None
                else sentence(state.invalid.error)
            )
            return
        if output is not None and output.size_hw == walk.output_hw:
            self._show_output(output)
        else:
            self._shown = None
            self.show_blank(walk.output_hw)
        if unit is not None:
            whole = state.whole_output_shown or self._follows_hand
            self.show_unit(unit, whole=whole)

    def follow_hand(self, follows: bool) -> None:
        """Cover no cell from the next state on, while the input is drawn; or cover them."""
        self._follows_hand = follows

    def _show_channels(self, state: LabState) -> None:
        """Show the outputs of all kernels in a strip, and which one is seen."""
        outputs = 1 if state.walk is None else state.walk.operation.outputs
        pooled = state.walk is not None and state.walk.operation.traits.keeps_channels
        shown = (state.output_channel, outputs, pooled)
        maps = None if state.output is None else state.output.maps
        if maps is not None and maps.count != outputs:
            maps = None
        if outputs > 1:
            self._before.setEnabled(shown[0] > 0)
            self._after.setEnabled(shown[0] < outputs - 1)
            few = outputs <= _MOST_IN_A_ROW
            self.strip.set_columns(outputs if few else None)
            self.strip.render_state(maps)
            self.strip.choose(shown[0])
        if shown != self._channels:
            self._channels = shown
            self._write_size()
        self._show_ways()
        self.strip.setVisible(
            outputs > 1 and (maps is not None or state.output is None)
        )

    def _show_ways(self) -> None:
        """Offer the next kernel, where its button has room; the strip does it, too."""
        shown = self._channels[1] > 1 and self.width() >= _ROOMY
        for button in (self._before, self._after):
            button.setVisible(shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_ways()

    @override
    def _write_size(self) -> None:
        size_hw = self.canvas.view.frame.rows, self.canvas.view.frame.columns
        if not all(size_hw):
            self.set_size("")
            return
        size = f"{size_hw[0]} × {size_hw[1]}"
        channel, outputs, pooled = self._channels
        if outputs == 1:
            self.set_size(size)
            return
        which = self.tr("kernel {number} of {count}")
        if pooled:
            which = self.tr("channel {number} of {count}")
        forms = ("{size}, " + which, which, self.tr("{number} of {count}"))
        facts = {"size": size, "number": channel + 1, "count": outputs}
        self.set_size(*(form.format(**facts) for form in forms))

    def _show_output(self, output: OutputPicture) -> None:
        if output is self._shown:
            return
        self._shown = output
        lut = DIVERGING if output.palette == "diverging" else GREY
        values_hw = output.values_hw if output.every == 1 else None
        self._legend.render_range(lut, output.low, output.high)
        self.show_cells(output.indices_hw, lut, values_hw, output.size_hw)
