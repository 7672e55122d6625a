"""The picture with the window on it, and the draw pad above it while one draws."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.images.resizing import Box
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.views.stage.choice_row import (
    CHANNELS,
    COLOURS,
    ChoiceRow,
)
from cnnviz.pages.convolution.views.stage.colour_legend import LEGEND_HEIGHT
from cnnviz.state.level import set_level
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.canvas.draw_pad import DrawPad
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import HearsLanguage
from cnnviz.ui.unit_view.canvas_panel import CAPTION_HEIGHT
from cnnviz.ui.unit_view.input_grid import InputGrid, InputShown
from cnnviz.ui.unit_view.layers import CropLayer
from cnnviz.ui.unit_view.unit import ALL, Unit


class InputPanel(HearsLanguage, InputGrid):
    """Shows the picture that is worked on; a click or a drag moves the window.

    On ``pad`` one draws; ``colour`` asks for a colour picture in grey, or as RGB.

    Signals
    -------
    channel_chosen(channel)
        One channel of a colour picture shall be seen, with its window and kernel.
    """

    channel_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_level(self, "first")
        self.caption_holder.setMinimumWidth(1)  # its tools must not keep a window wide
        self.pad = DrawPad(self)
        self._level = QWidget(self)
        self.colour = ChoiceRow("ColourChoice", COLOURS, self._level)
        self._channels = ChoiceRow("ChannelBar", CHANNELS, self._level)
        for choice in (self.colour, self._channels):
            set_level(choice, "standard")
        self._crop = CropLayer()
        self._is_colour = False
        self._in_colour = True
        self._state: LabState | None = None
        self._unit: Unit | None = None
        self._place_tools()
        self.set_layers((self._crop,))
        self._channels.chosen.connect(self._on_channel_chosen)
        self._retranslate()

    @override
    def _retranslate(self) -> None:
        self.pad.setAccessibleName(self.tr("Sheet to draw the input on"))
        self.pad.hint = self.tr("Draw here; the right button erases")

    def _place_tools(self) -> None:
        for tool in (self.pad, self.colour, self._channels):
            tool.setVisible(False)
        self.column.insertWidget(1, self.pad, 1)
        self._level.setFixedHeight(LEGEND_HEIGHT)
        self.column.insertWidget(self.column.count() - 1, self._level)
        # Where the output has its colours: nothing moves when a choice comes or goes.
        row = in_row(self._channels, None, self.colour, of=self._level)
        for choice in (self._channels, self.colour):
            row.setAlignment(choice, Qt.AlignmentFlag.AlignTop)

    def align_bottom_with(self, height_below: int) -> None:
        """Keep so much place below, so that both pictures lie side by side."""
        self._level.setFixedHeight(height_below)

    def render_drawing(self, drawing: bool, shared: SharedPicture) -> None:
        """Show the pad, or not; offer the colours of a picture that has some.

        Typed numbers are taken as they are, in as many channels as were typed.
        """
        self._is_colour = not shared.picture.is_grey
        self.colour.setVisible(self._is_colour and shared.numbers_chw is None)
        self._write_size()
        self.pad.setVisible(drawing)
        self._level.setVisible(not drawing)
        if drawing:
            self.pad.render_state(shared.ink_hw)
        self._share_height()

    def _share_height(self) -> None:
        """Let pad and picture have half the height each, or the picture what it needs."""
        self.shrink_to_content()
        self.pad.setMaximumHeight(max(self.height() // 2 - CAPTION_HEIGHT // 2, 140))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def render_state(self, state: LabState, unit: Unit | None) -> None:
        """Show the picture and bring the window to its place."""
        self._state, self._unit = state, unit
        self.colour.render_value(state.settings.colour)
        given = state.given
        if given is None:
            self.show_nothing(self.tr("Choose an example, open a picture, or draw one"))
            self._channels.setVisible(False)
            return
        if self._view is not None and given.channels != self._view.given.channels:
            self._in_colour = True  # three have become one, or one three
        seen = self._seen(given.channels, unit)
        self._channels.setVisible(given.channels == 3)
        if given.channels == 3:
            self._channels.render_value(seen)
        if unit is None or unit.given is None:
            self.show_input(given, seen)
        else:
            speed = state.steps_per_second if state.playing else None
            self.show_unit(unit, seen, speed)

    def _seen(self, channels: int, unit: Unit | None) -> int:
        if channels == 1:
            return 0
        if self._in_colour or self._state is None:
            return ALL
        pooled = unit is not None and unit.operation.traits.keeps_channels
        return self._state.output_channel if pooled else self._state.shown_channel

    @Slot()
    def show_all_channels(self) -> None:
        """Show a colour picture in its colours again: another one has come."""
        if not self._in_colour:
            self._on_channel_chosen(ALL)

    @Slot(object)
    def _on_channel_chosen(self, channel: int) -> None:
        self._in_colour = channel == ALL
        if channel != ALL:
            self.channel_chosen.emit(channel)
        if self._state is not None:
            self.render_state(self._state, self._unit)

    @override
    def _size_texts(self, view: InputShown) -> tuple[str, str]:
        size, plain = super()._size_texts(view)
        if size == plain and self._is_colour and view.given.channels == 1:
            size = self.tr("{size}, in grey").format(size=size)
        return size, plain

    @Slot(object)
    def render_crop(self, box: Box | None) -> None:
        """Outline what somebody thinks of keeping of the picture; ``None``: nothing."""
        place = None
        if box is not None and self._view is not None:
            down, across = self._view.geometry.stretch
            top, height = box.top * down, box.height * down
            place = top, box.left * across, height, box.width * across
        if self._crop.render(place):
            self.canvas.update()
