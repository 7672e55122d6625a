"""The picture with the window on it, and the draw pad above it while one draws."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.operations import Operation, Pooling
from cnnviz.engine.convolution.pool_stepping import PoolStep
from cnnviz.engine.convolution.pooling import PADDING_CELL
from cnnviz.engine.convolution.reach import (
    drawn_border,
    drawn_sources,
    kind_of,
    unreached,
)
from cnnviz.engine.convolution.shapes import Amounts
from cnnviz.engine.convolution.stepping import Step
from cnnviz.engine.convolution.sweep import Sweep
from cnnviz.engine.images.colour_maps import GREY
from cnnviz.engine.images.resizing import Box
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.views.inspector.picture.colour_choice import ColourChoice
from cnnviz.pages.convolution.views.stage.channel_bar import ALL, ChannelBar, input_lut
from cnnviz.pages.convolution.views.stage.colour_legend import LEGEND_HEIGHT
from cnnviz.state.lab_input import LabInput
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.canvas.draw_pad import DrawPad
from cnnviz.ui.canvas.grid_cells import Cells
from cnnviz.ui.canvas.grid_geometry import Frame
from cnnviz.ui.canvas.grid_numbers import written_in_full
from cnnviz.ui.unit_view.canvas_panel import (
    CAPTION_HEIGHT,
    CanvasPanel,
)
from cnnviz.ui.unit_view.glide import Glide
from cnnviz.ui.unit_view.layers import CropLayer, WindowLayer
from cnnviz.ui.unit_view.reach_layers import ReachLayer, UnreachedLayer


@dataclass(frozen=True, slots=True)
class _View:
    """What the canvas shows: a picture, the channel seen, the way across it."""

    given: LabInput
    channel: int
    sweep: Sweep
    blank: float


def _still(given: LabInput) -> Sweep:
    """Return the way of a window that there is not: one that reaches every cell."""
    return Sweep(kernel=given.size_hw, grid_hw=given.size_hw, output_hw=(1, 1))


def _around(operation: Operation) -> float:
    """Return the number of a cell of the padding that copies none of the picture's."""
    if isinstance(operation, Pooling):
        return PADDING_CELL[operation.spec.kind]
    return 0.0


class InputPanel(CanvasPanel):
    """Shows the input with its padding; a click or a drag moves the window.

    Signals
    -------
    stroke_started(), ink_changed(ink_hw), stroke_finished(ink_hw)
        As of the draw pad.
    channel_chosen(channel)
        One channel of a colour picture shall be seen, with its window and kernel.
    colour_chosen(colour)
        A colour picture shall be worked on in ``grey``, or as ``rgb``.
    """

    channel_chosen = Signal(int)
    colour_chosen = Signal(str)
    stroke_started = Signal()
    ink_changed = Signal(object)
    stroke_finished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pad = DrawPad(self)
        self.pad.setVisible(False)
        self.column.insertWidget(1, self.pad, 1)
        self._level = QWidget(self)
        self._level.setFixedHeight(LEGEND_HEIGHT)
        self.column.addWidget(self._level)
        # Where the output has its colours: nothing moves when a choice comes or goes.
        self._colour = ColourChoice(self._level)
        self._colour.setVisible(False)
        self._colour.colour_chosen.connect(self.colour_chosen)
        below = QVBoxLayout(self._level)
        below.setContentsMargins(0, 0, 0, 0)
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        below.addWidget(self._colour, alignment=start)
        self._channels = ChannelBar(self)
        self._channels.setVisible(False)
        self._channels.channel_chosen.connect(self._on_channel_chosen)
        self.caption.insertWidget(1, self._channels)
        self._window = WindowLayer()
        self.reach = ReachLayer(self.canvas)
        self.origins = ReachLayer(self.canvas)
        self._unreached = UnreachedLayer(self.canvas)
        self._is_colour = False
        self._in_colour = True
        self._state: LabState | None = None
        self._view: _View | None = None
        self._step: Step | PoolStep | None = None
        self._operation: Operation | None = None
        self._sweep: Sweep | None = None
        self.column.insertStretch(0)
        self.column.addStretch()
        self.column.setSpacing(4)
        self.glide = Glide(self.canvas)
        self.glide.moved.connect(self._on_glide_moved)
        self._crop = CropLayer()
        window = self._window
        self.canvas.set_layers(
            (self.origins, window, self.reach, window.outline, self._crop)
        )
        self.pad.stroke_started.connect(self.stroke_started)
        self.pad.ink_changed.connect(self.ink_changed)
        self.pad.stroke_finished.connect(self.stroke_finished)

    def level_with(self, height_below: int) -> None:
        """Keep so much place below, so that both pictures lie side by side."""
        self._level.setFixedHeight(height_below)

    def render_drawing(self, drawing: bool, shared: SharedPicture) -> None:
        """Show the pad, or not; offer the colours of a picture that has some.

        Typed numbers are taken as they are, in as many channels as were typed.
        """
        self._is_colour = not shared.picture.is_grey
        self._colour.setVisible(self._is_colour and shared.numbers_chw is None)
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

    @property
    def sweep(self) -> Sweep | None:
        """The way of the window that is shown, or ``None`` where there is none."""
        return None if self._view is None else self._view.sweep

    @property
    def seen_channel(self) -> int:
        """Which channel is seen by itself, or ``ALL``."""
        return ALL if self._view is None else self._view.channel

    def set_ghost(self, is_ghost: bool) -> None:
        """Let the walking window step back behind what is pointed at."""
        if self._window.is_ghost != is_ghost:
            self._window.is_ghost = is_ghost
            self.canvas.update()

    def render_state(self, state: LabState) -> None:
        """Show the picture and bring the window to its place."""
        self._state = state
        self._colour.render_colour(state.settings.colour)
        walk, step, given = state.walk, state.step, state.given
        if given is None:
            self.canvas.clear(self.tr("Choose a sample, open a picture, or draw one"))
            self._view = None
            self._channels.setVisible(False)
            return
        if self._view is not None and given.channels != self._view.given.channels:
            self._in_colour = True  # three have become one, or one three
        self._show_channels(given, state)
        seen = self._seen(given, state)
        if walk is None or not isinstance(step, Step | PoolStep):
            self._show(_View(given, seen, _still(given), 0.0))
            self.glide.stop()
            self._window.corner = None
            self.canvas.update()
            return
        if self._operation is not walk.operation:
            self._operation, self._sweep = walk.operation, walk.sweep
        sweep = self._sweep
        assert sweep is not None
        self._show(_View(given, seen, sweep, _around(walk.operation)))
        winner = step.winner if isinstance(step, PoolStep) else None
        self.glide.go(step, state.steps_per_second if state.playing else None)
        corner = self._window.corner or (step.top, step.left)
        changed = self._window.render(sweep.kernel, sweep.dilation, winner, corner)
        if step is not self._step:
            self._step = step
            self.canvas.reveal(step.top, step.left, *self._window.span)
        if changed:
            self.canvas.update()

    def _show_channels(self, given: LabInput, state: LabState) -> None:
        self._channels.setVisible(given.channels == 3)
        if given.channels == 3:
            self._channels.render_channel(self._seen(given, state))

    def _seen(self, given: LabInput, state: LabState) -> int:
        if given.channels == 1:
            return 0
        if self._in_colour:
            return ALL
        pooled = isinstance(state.step, PoolStep)
        return state.output_channel if pooled else state.shown_channel

    @Slot()
    def show_all_channels(self) -> None:
        """Show a colour picture in its colours again: another one has come."""
        if not self._in_colour:
            self._on_channel_chosen(ALL)

    @Slot(int)
    def _on_channel_chosen(self, channel: int) -> None:
        self._in_colour = channel == ALL
        if channel != ALL:
            self.channel_chosen.emit(channel)
        if self._state is not None:
            self.render_state(self._state)

    def _show(self, view: "_View") -> None:
        """Show a picture on its grid, with what lies around it."""
        if view == self._view:
            return
        self._view = view
        given, sweep = view.given, view.sweep
        border = drawn_border(sweep)
        plain = border == Amounts(0, 0, 0, 0) and sweep.stretch == (1, 1)
        channel, rows, columns = max(view.channel, 0), *sweep.grid_hw
        in_colour = view.channel == ALL
        cells = Cells(
            given.shown_chw[channel],
            GREY if in_colour else input_lut(given, channel),
            None if in_colour else given.values_chw[channel],
            rgb_chw=given.shown_chw if in_colour else None,
            sources=None if plain else drawn_sources(sweep),
            blank=None if plain else view.blank,
        )
        frame = Frame(
            rows, columns, border.top, border.bottom, border.left, border.right
        )
        self._unreached.lines = unreached(sweep)
        self.canvas.set_ground_layers((self._unreached,))
        self.canvas.set_cells(cells, frame)
        self.hug()
        self._write_size()
        self.refresh_reading()

    @override
    def reading(self, row: int, column: int) -> str:
        """Return a cell's number, and whose it is when it is not the picture's."""
        view = self._view
        if view is None:
            return ""
        value = super().reading(row, column)
        kind = kind_of(view.sweep, row, column)
        if view.channel == ALL and kind == "picture":
            place = row // view.sweep.stretch[0], column // view.sweep.stretch[1]
            levels = view.given.values_chw[:, place[0], place[1]].tolist()
            return ", ".join(map(written_in_full, levels))
        match kind:
            case "padding":
                return self.tr("{value} (padding)").format(value=value).strip()
            case "gap":
                return self.tr("{value} (put in)").format(value=value).strip()
            case "picture":
                return value

    def _write_size(self) -> None:
        if self._view is None:
            return
        height, width = self._view.given.size_hw
        size = plain = f"{height} × {width}"
        if self._view.sweep.stretch != (1, 1):
            rows, columns = self._view.sweep.grid_hw
            text = self.tr("{size}, spread over {grid}")
            size = text.format(size=size, grid=f"{rows} × {columns}")
        elif self._is_colour and self._view.given.channels == 1:
            size = self.tr("{size}, in grey").format(size=size)
        # Beside the buttons of a colour picture there may be room for nothing.
        self.set_size(size, plain, "")

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._channels.retranslate()
        self._colour.retranslate()
        self._write_size()

    @Slot(object)
    def render_crop(self, box: Box | None) -> None:
        """Outline what somebody thinks of keeping of the picture; ``None``: nothing."""
        place = None
        if box is not None and self._view is not None:
            down, across = self._view.sweep.stretch
            place = (
                box.top * down,
                box.left * across,
                box.height * down,
                box.width * across,
            )
        if self._crop.render(place):
            self.canvas.update()

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
