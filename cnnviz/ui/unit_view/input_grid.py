"""The input with its padding, and the window on it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.convolution.dependencies import (
    drawn_border,
    drawn_sources,
    kind_of,
    unreached,
)
from cnnviz.engine.convolution.shapes import Amounts
from cnnviz.engine.convolution.window_geometry import WindowGeometry
from cnnviz.engine.images.colour_maps import GREY
from cnnviz.state.lab_input import LabInput
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.canvas.grid_cells import Cells
from cnnviz.ui.canvas.grid_geometry import Frame, Rect
from cnnviz.ui.canvas.grid_numbers import written_in_full
from cnnviz.ui.canvas.grid_painting import Layer
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.unit_view.canvas_panel import CanvasPanel
from cnnviz.ui.unit_view.layers import WindowLayer, zeros_of
from cnnviz.ui.unit_view.loupe import Loupe
from cnnviz.ui.unit_view.reach_layers import ReachLayer, UnreachedLayer
from cnnviz.ui.unit_view.unit import ALL, Unit, input_lut
from cnnviz.ui.unit_view.window_animation import Glide

if TYPE_CHECKING:
    from cnnviz.engine.convolution.operations import AnyStep


@dataclass(frozen=True, slots=True)
class InputShown:
    """What the canvas shows: an input, the channel seen, the way across it."""

    given: LabInput
    channel: int
    geometry: WindowGeometry
    blank: float


def _still(given: LabInput) -> WindowGeometry:
    """Return the way of a window that there is not: one that reaches every cell."""
    return WindowGeometry(kernel=given.size_hw, grid_hw=given.size_hw, output_hw=(1, 1))


class InputGrid(CanvasPanel):
    """Shows one channel of an input (or its colours) and brings the window to its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = WindowLayer()
        self.reach = ReachLayer(self.canvas)
        self.origins = ReachLayer(self.canvas)
        self._unreached = UnreachedLayer(self.canvas)
        self._view: InputShown | None = None
        self._step: AnyStep | None = None
        self.glide = Glide(self.canvas)
        self.glide.moved.connect(self._on_glide_moved)
        self.loupe = Loupe(self.canvas)
        self.canvas.view_changed.connect(self.follow_loupe)
        window = self._window
        self.loupe.set_layers((window, window.outline))
        self.set_layers(())
        self.column.setSpacing(tokens.SPACE_XS)

    def set_layers(self, more: tuple[Layer, ...]) -> None:
        """Paint window and loupe over the cells, and ``more`` on top."""
        window, ties = self._window, self.loupe.paint_ties
        below: tuple[Layer, ...] = (self.origins, window, self.reach)
        self.canvas.set_layers((*below, window.outline, ties, *more))

    @Slot()
    def follow_loupe(self) -> None:
        """Enlarge what the window is on, where it would be a dot."""
        geometry = self.window_geometry
        span = (1, 1) if geometry is None else geometry.span
        self.loupe.follow(self._window.corner, span)

    @property
    def window_place(self) -> tuple[GridCanvas, Rect] | None:
        """Where the window is seen best: its canvas, and its place there."""
        window, box = self._window, self.window_box
        if box is None:
            return None
        if self.loupe.isHidden():
            return self.canvas, box
        assert window.corner is not None
        assert window.geometry is not None
        return self.loupe, self.loupe.view.rect(*window.corner, *window.geometry.span)

    @property
    def window_geometry(self) -> WindowGeometry | None:
        """The way of the window that is shown, or ``None`` where there is none."""
        return None if self._view is None else self._view.geometry

    @property
    def window_box(self) -> Rect | None:
        """Where the window is on the canvas now; ``None`` where there is none."""
        window = self._window
        if window.corner is None or window.geometry is None:
            return None
        return self.canvas.view.rect(*window.corner, *window.geometry.span)

    @property
    def shows_picture(self) -> bool:
        """Whether what is seen is a picture, the same in every theme."""
        return self._view is not None and self._view.given.palette != "diverging"

    @property
    def seen_channel(self) -> int:
        """Which channel is seen by itself, or ``ALL``."""
        return ALL if self._view is None else self._view.channel

    def set_ghost(self, is_ghost: bool) -> None:
        """Let the walking window step back behind what is pointed at."""
        if self._window.is_ghost != is_ghost:
            self._window.is_ghost = is_ghost
            self.canvas.update()

    def show_nothing(self, hint: str) -> None:
        """Show no input, and what to do in its place."""
        self.canvas.clear(hint)
        self._view = None
        self.loupe.hide()

    def show_input(self, given: LabInput, channel: int) -> None:
        """Show an input without a window; ``channel`` may be ``ALL`` of a picture."""
        self._show(InputShown(given, channel, _still(given), 0.0))
        self.glide.stop()
        self._window.corner = None
        self.follow_loupe()
        self.canvas.update()

    def show_unit(
        self, unit: Unit, channel: int, steps_per_second: float | None = None
    ) -> None:
        """Show a unit's input, and bring the window to the unit.

        Parameters
        ----------
        unit
            With a given input.
        channel
            Which channel is seen; ``ALL`` for the colours of a picture.
        steps_per_second
            The speed while it walks by itself.
        """
        step, operation = unit.step, unit.operation
        assert unit.given is not None
        geometry = operation.geometry
        self._show(InputShown(unit.given, channel, geometry, operation.padding_cell))
        self.glide.go(step, steps_per_second)
        corner = self._window.corner or (step.top, step.left)
        faint = zeros_of(unit.weights_hw)
        changed = self._window.render(geometry, step.winner, corner, faint)
        if step is not self._step:
            self._step = step
            self.canvas.reveal(step.top, step.left, *geometry.span)
        if changed:
            self.follow_loupe()
            self.canvas.update()

    def _show(self, view: InputShown) -> None:
        """Show an input on its grid, with what lies around it."""
        if view == self._view:
            return
        self._view = view
        given, geometry = view.given, view.geometry
        border = drawn_border(geometry)
        plain = border == Amounts(0, 0, 0, 0) and geometry.stretch == (1, 1)
        channel, rows, columns = max(view.channel, 0), *geometry.grid_hw
        in_colour = view.channel == ALL
        cells = Cells(
            given.shown_chw[channel],
            GREY if in_colour else input_lut(given, channel),
            None if in_colour else given.values_chw[channel],
            rgb_chw=given.shown_chw if in_colour else None,
            sources=None if plain else drawn_sources(geometry),
            blank=None if plain else view.blank,
        )
        frame = Frame(
            rows, columns, border.top, border.bottom, border.left, border.right
        )
        self._unreached.lines = unreached(geometry)
        self.canvas.set_ground_layers((self._unreached,))
        self.canvas.set_cells(cells, frame)
        self.shrink_to_content()
        self.follow_loupe()
        self._write_size()
        self.refresh_reading()

    def _write_size(self) -> None:
        if self._view is not None:
            size, plain = self._size_texts(self._view)
            # Beside buttons there may be room for nothing.
            self.set_size(size, plain, "")

    def _size_texts(self, view: InputShown) -> tuple[str, str]:
        """Return how large the input is: with what was done to it, and plain."""
        height, width = view.given.size_hw
        size = f"{height} × {width}"
        if view.geometry.stretch == (1, 1):
            return size, size
        rows, columns = view.geometry.grid_hw
        text = self.tr("{size}, stretched to {grid} with zeros")
        return text.format(size=size, grid=f"{rows} × {columns}"), size

    @override
    def reading(self, row: int, column: int) -> str:
        """Return a cell's number, and whose it is when it is not the input's."""
        view = self._view
        if view is None:
            return ""
        value = super().reading(row, column)
        kind = kind_of(view.geometry, row, column)
        if view.channel == ALL and kind == "picture":
            place = row // view.geometry.stretch[0], column // view.geometry.stretch[1]
            levels = view.given.values_chw[:, place[0], place[1]].tolist()
            return ", ".join(map(written_in_full, levels))
        match kind:
            case "padding":
                return self.tr("{value} (padding)").format(value=value).strip()
            case "gap":
                return self.tr("{value} (inserted)").format(value=value).strip()
            case "picture":
                return value

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._write_size()
        tip = self.tr("The cells around the window, enlarged; click one to go there")
        set_names(self.loupe, "input_loupe", self.tr("Loupe on the window"), tip)

    def zoom_to_window(self) -> None:
        """Enlarge the window and as much again around it."""
        geometry = self.window_geometry
        if self._window.corner is not None and geometry is not None:
            self.glide.stop()
            top, left = map(round, self._window.corner)
            self.canvas.zoom_to_cells(top, left, *geometry.span)

    @Slot()
    def _on_glide_moved(self) -> None:
        self._window.corner = self.glide.here
        self.follow_loupe()
        self.canvas.update()
