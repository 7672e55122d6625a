"""A grid with its caption: what it is, how large, and the number under the pointer."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget
from typing_extensions import override

from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.unit_view.layers import Faint, HueLayer
from cnnviz.ui.unit_view.step_pictures import Cells

CAPTION_HEIGHT = 32
SMALL_CAPTION_HEIGHT = 24
"""Without buttons: eight pixels more make the cells of a 7 x 7 kernel readable."""

_TITLES = (320, tokens.TITLE_PX), (240, tokens.VALUE_PX), (0, tokens.TEXT_PX)
"""Pixels of a panel from which its title is so large: more has to stand beside it."""

_MOST_HEIGHT = 16_777_215
"""Of a widget, for Qt (QWIDGETSIZE_MAX)."""

_LEAST_SIDE = 72
"""So that three of them and the algorithm fit into a window of 800 pixels."""

_LARGEST_CELL = 84.0


class CanvasPanel(QWidget):
    """A captioned canvas; what follows its title tells what the pointer is on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = GridCanvas(self)
        self.canvas.set_tells_status(False)  # the stage says what belongs to a cell
        self.title = QLabel(self)
        self.title.setFont(half_bold(in_pixels(self.title.font(), tokens.TITLE_PX)))
        # The detail takes what room there is and asks for none: nothing jumps.
        self._detail = FittingLabel(self)
        self._sizes: tuple[str, ...] = ()
        self._lay_out()
        self.canvas.cell_hovered.connect(self._show_reading)
        self.canvas.cell_left.connect(self._on_cell_left)

    def _lay_out(self) -> None:
        holder = self.caption_holder = QWidget(self)
        holder.setFixedHeight(CAPTION_HEIGHT)
        parts = self.title, (self._detail, 1)
        self.caption = in_row(*parts, gap=tokens.SPACE_S, of=holder)
        self.column = in_column(holder, (self.canvas, 1), None, gap=0, of=self)
        self._detail.setAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._detail.setForegroundRole(QPalette.ColorRole.PlaceholderText)

    def shrink_to_content(self) -> None:
        """Give the canvas no more height than its grid can fill, caption on top of it."""
        frame = self.canvas.view.frame
        if frame.width:
            width = self._canvas_room()
            height = -(-width * frame.height // frame.width) + 1
            height = min(height, round(self.canvas.largest_cell * frame.height) + 9)
            # A column of a million cells would be higher than Qt can count.
            height = min(max(height, self.canvas.minimumHeight()), _MOST_HEIGHT)
            self.canvas.setMaximumHeight(height)

    def _canvas_room(self) -> int:
        """Return how wide the canvas can be."""
        return self.width()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()
        self.shrink_to_content()
        self.column.activate()  # or the grid had its height of before for a frame

    def _fit_title(self) -> None:
        """Leave room beside the title, where the panel is narrow."""
        width = self.width()
        pixels = next(pixels for least, pixels in _TITLES if width >= least)
        if self.title.font().pixelSize() != pixels:
            self.title.setFont(half_bold(in_pixels(self.title.font(), pixels)))

    def set_size(self, *texts: str) -> None:
        """Say how large the grid is; shown while no cell is being read.

        Where there is no room for the first text, a shorter one takes its place.
        """
        self._sizes = texts
        if self.canvas.hovered_cell is None:
            self._detail.set_forms(texts)

    def reading(self, row: int, column: int) -> str:
        """Return the number of a cell, in words that stand for themselves."""
        return self.canvas.number_at(row, column)

    def refresh_reading(self) -> None:
        """Read the cell under the pointer again: its number may have changed."""
        cell = self.canvas.hovered_cell
        if cell is not None:
            self._show_reading(*cell)

    @Slot(int, int)
    def _show_reading(self, row: int, column: int) -> None:
        said = self.reading(row, column)
        text = f"{row + 1}, {column + 1}: {said}"
        # On a narrow canvas the number takes the title's place.
        width = QFontMetrics(self._detail.font()).horizontalAdvance(text)
        needed = self.title.sizeHint().width() + width + 16
        others, spacing = self._others(), self.caption.spacing()
        needed += sum(other.sizeHint().width() + spacing for other in others)
        shows_title = needed <= self.width()
        end = self.caption.indexOf(self._detail)
        if not shows_title and any(self.caption.indexOf(o) < end for o in others):
            # Without the title the buttons after it would jump: less is said instead.
            self._detail.set_forms((text, said, ""))
            return
        self._detail.setText(text)
        self.title.setVisible(shows_title)

    def _others(self) -> list[QWidget]:
        """Return what else is shown in the caption, beside title and detail."""
        items = map(self.caption.itemAt, range(self.caption.count()))
        widgets = [item.widget() for item in items if item is not None]
        return [
            widget
            for widget in widgets
            if widget not in (None, self.title, self._detail) and not widget.isHidden()
        ]

    @Slot()
    def _on_cell_left(self) -> None:
        self.title.setVisible(True)
        self._detail.set_forms(self._sizes)


class SmallPanel(CanvasPanel):
    """A grid of kernel size, in the middle of its place with the caption on top.

    Where there is no grid to show, words stand in its place.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption_holder.setFixedHeight(SMALL_CAPTION_HEIGHT)
        self.title.setFont(half_bold(in_pixels(self.title.font(), tokens.TEXT_PX)))
        self._centre_caption(True)
        self._caption, self._beside, self._sign = "", 0, 0
        self.column.insertStretch(0)
        self.hues = HueLayer()
        self.canvas.set_layers((self.hues,))
        self.canvas.set_largest_cell(_LARGEST_CELL)
        self.canvas.setMinimumSize(_LEAST_SIDE, _LEAST_SIDE)
        self.canvas.set_tiles(True)
        self._cells: Cells | None = None
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._words.setVisible(False)
        self.column.insertWidget(self.column.count() - 1, self._words)

    @override
    def _fit_title(self) -> None:
        """Keep the title small: it stands over a small grid."""

    def caption_widths(self) -> tuple[int, int]:
        """Return how wide the caption is with a line for each phrase, and for each word."""
        metrics = QFontMetrics(self.title.font())
        phrases, words = self._caption.split(", "), self._caption.split(" ")
        return (
            max(map(metrics.horizontalAdvance, (f"{each}," for each in phrases))),
            max(map(metrics.horizontalAdvance, words)),
        )

    def _centre_caption(self, centred: bool) -> None:
        """Let the caption stand over the middle of the grid; what is read takes its place."""
        flag = Qt.AlignmentFlag
        across = flag.AlignHCenter if centred else flag.AlignLeft
        self.title.setAlignment(across | flag.AlignVCenter)
        self._detail.setAlignment(
            (across if centred else flag.AlignRight) | flag.AlignVCenter
        )
        self.caption.setStretchFactor(self.title, int(centred))
        self._detail.setVisible(not centred)

    @override
    @Slot(int, int)
    def _show_reading(self, row: int, column: int) -> None:
        if self._beside:
            super()._show_reading(row, column)
            return
        said = self.reading(row, column)
        self._detail.set_forms((f"{row + 1}, {column + 1}: {said}", said))
        self.title.setVisible(False)
        self._detail.setVisible(True)

    @override
    @Slot()
    def _on_cell_left(self) -> None:
        super()._on_cell_left()
        self._detail.setVisible(bool(self._beside))

    def set_caption(self, text: str) -> None:
        """Say what the grid is; a label that is told the same would be laid out anew."""
        if text != self._caption:
            self._caption = text
            self._write_caption()

    def set_sign(self, side: int) -> None:
        """Be only so large, a sign of what can be enlarged; 0: as large as may be."""
        self._sign = side
        least, most = side or _LEAST_SIDE, side or _MOST_HEIGHT
        self.canvas.setMinimumSize(least, least)
        self.canvas.setMaximumSize(most, most)
        middle = Qt.AlignmentFlag.AlignHCenter if side else Qt.AlignmentFlag(0)
        self.column.setAlignment(self.canvas, middle)
        self.setMaximumHeight(side + SMALL_CAPTION_HEIGHT if side else _MOST_HEIGHT)
        self.shrink_to_content()

    @override
    def shrink_to_content(self) -> None:
        if not self._sign:
            super().shrink_to_content()

    def set_caption_beside(self, width: int) -> None:
        """Set the caption so wide before the grid, which gets the height; 0: on top."""
        if width == self._beside:
            return
        self._beside, way = width, QBoxLayout.Direction
        holder = self.caption_holder
        holder.setMinimumSize(width, 0 if width else SMALL_CAPTION_HEIGHT)
        highest = _MOST_HEIGHT if width else SMALL_CAPTION_HEIGHT
        holder.setMaximumSize(width or _MOST_HEIGHT, highest)
        self.column.setDirection(way.LeftToRight if width else way.TopToBottom)
        self.caption.setDirection(way.TopToBottom if width else way.LeftToRight)
        self._centre_caption(not width)
        self._write_caption()
        self.shrink_to_content()

    def _write_caption(self) -> None:
        """Write the caption; beside the grid, lines end between phrases if they can."""
        in_phrases = self._beside >= self.caption_widths()[0]
        self.title.setWordWrap(bool(self._beside) and not in_phrases)
        on_lines = self._caption.replace(", ", ",\n")
        is_on_lines = bool(self._beside) and in_phrases
        self.title.setText(on_lines if is_on_lines else self._caption)

    @override
    def _canvas_room(self) -> int:
        return self.width() - self._beside

    def show_cells(self, cells: Cells) -> None:
        """Show a grid of numbers; nothing is painted anew when they are the same."""
        self._show(True)
        before, self._cells = self._cells, cells
        if before is None or not before.equals(cells):
            self.canvas.set_grid(cells.indices_hw, cells.lut, cells.values_hw)
            self.shrink_to_content()
            self.refresh_reading()

    def show_words(self, words: str) -> None:
        """Say something in the place of the grid."""
        self._show(False)
        self._words.setText(words)
        self._cells = None
        self.canvas.clear()

    def render_hues(
        self,
        winner: tuple[int, int] | None,
        faint: Faint = frozenset(),
        *,
        shown: bool = True,
    ) -> None:
        """Mark the cell that has won, or none; show each weight's hue, or not.

        ``faint`` are the cells whose weight is 0.
        """
        hues = self.hues
        if (winner, faint, shown) != (hues.winner, hues.faint, hues.shown):
            hues.winner, hues.faint, hues.shown = winner, faint, shown
            self.canvas.update()

    def mark(self, cell: tuple[int, int] | None) -> None:
        """Mark a cell, or none."""
        if self.hues.marked != cell:
            self.hues.marked = cell
            self.canvas.update()

    def _show(self, grid: bool) -> None:
        if self.canvas.isHidden() == grid:
            self.canvas.setVisible(grid)
            self._words.setVisible(not grid)
