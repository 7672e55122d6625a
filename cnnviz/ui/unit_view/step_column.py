"""The middle of a unit view: window, kernel and products of one step."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.operations import AnyStep, Operation
from cnnviz.engine.convolution.padding import Array
from cnnviz.ui.canvas.grid_numbers import is_numbered
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.unit_view.canvas_panel import SMALL_CAPTION_HEIGHT, SmallPanel
from cnnviz.ui.unit_view.flip_animation import KernelTurn
from cnnviz.ui.unit_view.layers import zeros_of
from cnnviz.ui.unit_view.operation_words import kernel_title, what_is_left
from cnnviz.ui.unit_view.step_pictures import kernel_cells, step_pictures
from cnnviz.ui.unit_view.unit import Unit
from cnnviz.ui.unit_view.window_animation import Glide

_AIR: Final = 24
"""Pixels below a grid, before the caption of the next one."""

_MOST_HEIGHT: Final = 16_777_215
"""Of a widget, for Qt (QWIDGETSIZE_MAX)."""

_EASY_CELL: Final = 30
"""Pixels of a cell in which a number is read at ease, with a hue around it."""

_BESIDE: Final = 5
"""Columns of a grid up to which its caption has room beside it."""

_SIGN: Final = 60
"""Pixels of a grid that is there to be enlarged."""


class StepColumn(Retranslated):
    """Window times kernel is products: three small grids, one below the other.

    Where so many rows are too low for their numbers, one of them has the place of all,
    and the others stand above it, small: a press enlarges one.

    Signals
    -------
    enlarged()
        Another grid is the large one.
    """

    enlarged = Signal()

    def __init__(self, glide: Glide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.note.setVisible(False)
        self.window_panel = SmallPanel(self)
        self.kernel = SmallPanel(self)
        self.products = SmallPanel(self)
        self.turn = KernelTurn(self.kernel.canvas, glide)
        self.kernel.canvas.set_layers((self.kernel.hues, self.turn))
        self._unit: Unit | None = None
        self._kernel_hw: Array | None = None
        grids = ((panel, 1) for panel in self.panels)
        self._signs = in_row(gap=tokens.SPACE_M)
        self._large_one: SmallPanel | None = None
        self._chosen = self.products
        self._box = in_column(
            None, self.note, self._signs, *grids, None, gap=tokens.SPACE_XXS, of=self
        )
        for panel in self.panels:
            panel.canvas.cell_clicked.connect(self._on_cell_clicked)
        self._retranslate()

    @property
    def panels(self) -> tuple[SmallPanel, SmallPanel, SmallPanel]:
        """Window, kernel, products."""
        return self.window_panel, self.kernel, self.products

    def render_unit(self, unit: Unit | None, kernel_hw: Array | None = None) -> None:
        """Show a unit; only what differs is painted anew.

        Parameters
        ----------
        unit
            ``None`` when the window lies on nothing.
        kernel_hw
            The kernel that is shown then; ``None`` where there is none.
        """
        old, self._unit, self._kernel_hw = self._unit, unit, kernel_hw
        if unit is None or unit.given is None:
            self._show_kernel_only(kernel_hw)
            return
        if unit.is_same(old):
            return
        self._show(unit)
        if old is not None and _has_turned(old.operation, unit.operation):
            channel, kernel = unit.own_channel, unit.step.kernel_chw
            if kernel is not None:
                self.turn.start(kernel_cells(kernel[channel], kernel))

    def mark(self, cell: tuple[int, int] | None) -> None:
        """Mark the same cell in every grid that has it, or none."""
        for panel in self.panels:
            frame = panel.canvas.view.frame
            fits = cell is not None and cell[0] < frame.rows and cell[1] < frame.columns
            panel.mark(cell if fits else None)

    def _show(self, unit: Unit) -> None:
        self._write_titles(unit)
        self._write_note(unit)
        pictures, left = step_pictures(unit), unit.step.kernel_chw is None
        faint = zeros_of(unit.weights_hw)
        self.window_panel.render_hues(unit.step.winner, faint)
        self.kernel.render_hues(None, faint)
        for panel, cells in (
            (self.window_panel, pictures.window),
            (self.kernel, pictures.kernel),
            (self.products, pictures.products),
        ):
            if cells is not None:
                panel.show_cells(cells)
            elif panel is self.kernel and left:
                panel.show_words(what_is_left(unit.expression))
            else:
                panel.show_words(self._large(unit.step))
        self.products.render_hues(None, faint, shown=not left)
        self._share_height()
        self._place_captions()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_captions()

    @Slot()
    def _on_cell_clicked(self) -> None:
        """Enlarge the grid that was pressed, where only one is large."""
        if self._large_one is None:
            return
        pressed = next(p for p in self.panels if p.canvas is self.sender())
        if pressed is not self._chosen:
            self._chosen = pressed
            self._enlarge(pressed)

    def _enlarge(self, large: SmallPanel | None) -> None:
        """Give one grid the place of all three; ``None``: all are alike."""
        if large is self._large_one:
            return
        self._large_one = large
        for place, panel in enumerate(self.panels):
            box = self._box if large in (None, panel) else self._signs
            for other in (self._box, self._signs):
                other.removeWidget(panel)
            if box is self._signs:
                box.addWidget(panel)
            else:
                at = 3 + (place if large is None else 0)
                self._box.insertWidget(at, panel, 1)
            panel.set_sign(_SIGN if box is self._signs else 0)
        tip = self.tr("Click a small grid, or press Enter on it, to enlarge it.")
        for panel in self.panels:
            set_tip(panel.title, "" if large is None else tip)
        self.enlarged.emit()

    @property
    def columns_wanted(self) -> int:
        """Pixels that the large grid needs for its numbers; 0 where all are alike."""
        if self._large_one is None:
            return 0
        return self._large_one.canvas.view.frame.width * tokens.CELL_NUMBERED

    def _is_too_low(self) -> bool:
        """Whether three grids one below the other are too low for their numbers."""
        if any(panel.canvas.isHidden() for panel in self.panels):
            return False
        frames = [panel.canvas.view.frame for panel in self.panels]
        rows = max(1, *(frame.height for frame in frames))
        has_room_beside = max(frame.width for frame in frames) <= _BESIDE
        caption = 0 if has_room_beside else SMALL_CAPTION_HEIGHT
        # By height only: how wide it is depends on what is large.
        return not is_numbered(self._high(caption) / rows)

    def _place_captions(self) -> None:
        """Set captions beside the grids where cells are small and that enlarges them."""
        self._enlarge(self._chosen if self._is_too_low() else None)
        beside = 0
        if self._large_one is None and not any(
            panel.canvas.isHidden() for panel in self.panels
        ):
            widths = zip(
                *(panel.caption_widths() for panel in self.panels), strict=True
            )
            on_top = self._cell_beside(0)
            least = min(panel.canvas.minimumHeight() for panel in self.panels)
            is_cut = self._high(SMALL_CAPTION_HEIGHT) < least <= self._high(0)
            for width in (max(each) + tokens.SPACE_M for each in widths):
                is_easier = on_top < min(_EASY_CELL, self._cell_beside(width))
                if not beside and (is_cut or is_easier):
                    beside = width
        for panel in self.panels:
            panel.set_caption_beside(beside)
        self._keep_together(is_beside=bool(beside))

    def _keep_together(self, *, is_beside: bool) -> None:
        """Let no grid take more height than it fills: the three stand close together."""
        if self._large_one is not None:
            return
        for panel in self.panels:
            frame, most = panel.canvas.view.frame, _MOST_HEIGHT
            if not (is_beside or panel.canvas.isHidden()) and frame.columns:
                cell = min(panel.canvas.largest_cell, self.width() / frame.columns)
                most = round(cell * frame.rows) + SMALL_CAPTION_HEIGHT + _AIR
            if panel.maximumHeight() != most:
                panel.setMaximumHeight(most)

    def _cell_beside(self, width: int) -> float:
        """Return how large the cells are beside captions of a width; 0: on top."""
        frames = [panel.canvas.view.frame for panel in self.panels]
        rows = max(1, *(frame.height for frame in frames))
        columns = max(1, *(frame.width for frame in frames))
        high = self._high(0 if width else SMALL_CAPTION_HEIGHT)
        return min(high / rows, (self.width() - width) / columns)

    def _high(self, caption: int) -> float:
        """Return the height of each grid below a caption of that height."""
        note = self.note.sizeHint().height() * self.note.isVisibleTo(self)
        each = (self.height() - note) / len(self.panels)
        return each - tokens.SPACE_XXS - caption

    def _share_height(self) -> None:
        """Give words the height that they need, and grids the rest."""
        has_words = any(panel.canvas.isHidden() for panel in self.panels)
        if self._box.stretch(0) == int(has_words):
            return  # to say the same again would lay the page out anew, at every step
        for panel in self.panels:
            self._box.setStretchFactor(panel, 0 if has_words else 1)
        # What stays together stands in the middle.
        for end in (0, self._box.count() - 1):
            self._box.setStretch(end, int(has_words))

    def _show_kernel_only(self, kernel_hw: Array | None) -> None:
        self.note.setVisible(False)
        self._write_titles(None)
        self.window_panel.show_words(self.tr("No picture under the window yet"))
        self.products.show_words("")
        if kernel_hw is None:
            self.kernel.show_words("")
            return
        self.kernel.render_hues(None, zeros_of(kernel_hw))
        self.kernel.show_cells(kernel_cells(kernel_hw))
        self._share_height()

    def _large(self, step: AnyStep) -> str:
        rows, columns = step.size
        text = self.tr("{rows} × {columns} numbers: too many to write out")
        return text.format(rows=whole(rows), columns=whole(columns))

    def _write_titles(self, unit: Unit | None) -> None:
        key = "" if unit is None else unit.operation.traits.key
        window, kernel = self.tr("Window"), kernel_title(key)
        products = self.tr("= Products")
        if unit is not None and unit.input_channels > 1:
            name = unit.name(unit.seen_channel)
            window = self.tr("Window, {channel}").format(channel=name)
        if unit is not None and unit.step.kernel_chw is None:
            kernel, products = self.tr("→ Kept"), self.tr("= Number")
        elif unit is not None and not unit.expression.is_weighted:
            kernel = self.tr("× Equal weights")
        elif unit is not None and unit.operation.is_turned:
            kernel = self.tr("× Kernel, turned")
        for panel, title in zip(self.panels, (window, kernel, products), strict=True):
            panel.set_caption(title)

    def _write_note(self, unit: Unit) -> None:
        """Say it when the kernel does not read the channel that was chosen."""
        seen, chosen = unit.seen_channel, unit.shown_channel
        differs = seen != chosen and unit.expression.is_weighted
        if differs:
            text = self.tr(
                "Kernel {number} does not read {chosen}; {seen} is shown instead."
            )
            self.note.setText(
                text.format(
                    number=unit.walk.output_channel + 1,
                    chosen=unit.name(chosen),
                    seen=unit.name(seen),
                )
            )
        self.note.setVisible(differs)

    def _retranslate(self) -> None:
        set_names(self.window_panel.canvas, "window_canvas", self.tr("Window"))
        set_names(
            self.kernel.canvas,
            "kernel_canvas",
            self.tr("Kernel"),
            self.tr("Point at a weight to see every cell that it multiplies."),
        )
        set_names(self.products.canvas, "products_canvas", self.tr("Products"))
        for panel, key in zip(
            self.panels, ("window_title", "kernel_title", "products_title"), strict=True
        ):
            panel.title.setObjectName(key)
            # It would cover the number under the pointer for as long as there is one.
            panel.canvas.setStatusTip("")
        unit, self._unit = self._unit, None
        self.render_unit(unit, self._kernel_hw)


def _has_turned(old: Operation, new: Operation) -> bool:
    """Whether the same kind of operation lays its kernel the other way round now."""
    return old.traits is new.traits and old.is_turned != new.is_turned
