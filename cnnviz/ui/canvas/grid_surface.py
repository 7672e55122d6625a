"""A grid of coloured cells with numbers in them: what is shown, and how large."""

from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPainterStateGuard,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.ui.canvas.cell_grid import CellGrid
from cnnviz.ui.canvas.fineness import enlargement, fineness, is_enlarged
from cnnviz.ui.canvas.grid_cells import Cells, index_image, numbers, spot
from cnnviz.ui.canvas.grid_geometry import (
    LARGEST_CELL,
    Frame,
    GridView,
    centred_on,
    fit_view,
    settled,
    zoomed,
)
from cnnviz.ui.canvas.grid_numbers import is_numbered, paint_numbers
from cnnviz.ui.canvas.grid_painting import Layer, paint_base, paint_hairlines
from cnnviz.ui.canvas.grid_tiles import is_tiled, paint_lattice
from cnnviz.ui.theme.look import look

_REPAINTS: Final = (
    QEvent.Type.LanguageChange,
    QEvent.Type.FontChange,
    QEvent.Type.PaletteChange,
)
"""Numbers are written in another way, or the ground has another colour."""

_HUGE: Final = 4_000_000
"""Cells from which on a picture that is made smaller is thinned more."""


class GridSurface(CellGrid):
    """Show a grid of cells as a crisp picture, at any enlargement.

    Signals
    -------
    view_changed()
        Cells lie elsewhere: it was zoomed, moved, resized or shows another grid.
    """

    view_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: Cells | None = None
        self._image = QImage()
        self._image_lut: NDArray[np.uint8] | None = None
        self._view = GridView(Frame(0, 0), 1.0, 0, 0)
        self._fitted = True
        self._largest_cell = LARGEST_CELL
        self._has_tiles = False
        self._layers: tuple[Layer, ...] = ()
        self._ground_layers: tuple[Layer, ...] = ()
        self._exporting = False
        self._base: QPixmap | None = None
        self._is_fresh = True
        self._hint = ""
        self.setMinimumSize(96, 96)
        # What lies behind is not painted, only to be painted over.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def view(self) -> GridView:
        """Where the cells lie now."""
        return self._view

    @property
    def values_hw(self) -> NDArray[np.generic] | None:
        """The numbers behind the colours, where they were given."""
        return None if self._cells is None else self._cells.values_hw

    @property
    def is_enlarged(self) -> bool:
        """Whether the grid is larger than where all of it is seen."""
        return not self._fitted

    @property
    def largest_cell(self) -> float:
        """Pixels a cell that ``fit`` makes at most."""
        return self._largest_cell

    def set_grid(
        self,
        indices_hw: NDArray[np.uint8],
        lut: NDArray[np.uint8],
        values_hw: NDArray[np.generic] | None = None,
        size_hw: tuple[int, int] | None = None,
    ) -> None:
        """Show cells coloured by ``lut[index]``.

        ``size_hw`` is given when the indices are only every n-th row and column of a
        larger grid. The view is kept unless the grid's size changes. The arrays are not
        copied and must not be written to afterwards.
        """
        cells = Cells(indices_hw, lut, values_hw)
        self.set_cells(cells, Frame(*(size_hw or indices_hw.shape)))

    def set_cells(self, cells: Cells, frame: Frame) -> None:
        """Show cells in a frame that may show more than the picture: see ``Cells``."""
        if self._cells is None or not self._cells.looks_like(cells):
            self._image = QImage()
        self._cells = cells
        if frame != self._view.frame:
            self._cell, self._fitted = None, True
            self._show(self._fit_view(frame))
        self._refresh()

    def value_at(self, row: int, column: int) -> float | None:
        """Return the number of a cell, in the border too where it has any."""
        cells, frame = self._cells, self._view.frame
        if cells is None or cells.values_hw is None:
            return None
        inside = (
            -frame.top <= row < frame.rows + frame.bottom
            and -frame.left <= column < frame.columns + frame.right
        )
        if not inside:
            return None
        shown = spot(cells, frame, range(row, row + 1), range(column, column + 1))
        value = float(numbers(cells, shown)[0, 0])
        return None if np.isnan(value) else value

    def clear(self, hint: str = "") -> None:
        """Show no cells, and a hint what to do in their place."""
        self._cells, self._cell, self._hint = None, None, hint
        self._view, self._fitted = GridView(Frame(0, 0), 1.0, 0, 0), True
        self._refresh()

    def set_layers(self, layers: tuple[Layer, ...]) -> None:
        """Paint these over the cells, the last on top."""
        self._layers = layers
        self.update()

    def set_ground_layers(self, layers: tuple[Layer, ...]) -> None:
        """Paint these under hairlines and numbers; they are painted once, not each frame.

        Call it again when what they paint has changed.
        """
        self._ground_layers = layers
        self._refresh()

    def set_exporting(self, exporting: bool) -> None:
        """Paint shapes instead of pixels, for a picture that can be enlarged."""
        self._exporting = exporting
        self.update()

    def set_largest_cell(self, pixels: float) -> None:
        """Limit how large ``fit`` makes a cell (a 1 x 1 grid need not fill a screen)."""
        self._largest_cell = pixels
        if self._fitted:
            self.fit()

    def set_tiles(self, has_tiles: bool) -> None:
        """Let cells stand apart, their feet free for a layer that colours them."""
        self._has_tiles = has_tiles
        self._refresh()

    def fit(self) -> None:
        """Show the whole grid."""
        self._fitted = True
        self._show(self._fit_view())

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Enlarge by a factor around a point, by default the middle."""
        if self._cells is None:
            return
        around = (at or self.rect().toRectF().center()).toTuple()
        view = zoomed(self._view, factor, around, self.width(), self.height())
        self._show_enlarged(view)

    def zoom_to_cells(self, row: int, column: int, rows: int, columns: int) -> None:
        """Enlarge a block of cells, with as much again around it."""
        if self._cells is None:
            return
        block = Frame(rows * 2 + 1, columns * 2 + 1)
        scale = fit_view(block, self.width(), self.height(), LARGEST_CELL).scale
        view = GridView(self._view.frame, max(scale, self._fit_view().scale), 0, 0)
        centre = (row + rows / 2, column + columns / 2)
        self._show_enlarged(centred_on(view, *centre, self.width(), self.height()))

    def _show_enlarged(self, view: GridView) -> None:
        """Show another view; it is kept where the widget changes its size."""
        self._fitted = False  # while it is shown: who hears of it may ask
        self._show(view)
        self._fitted = self._view == self._fit_view()

    def reveal(self, row: float, column: float, rows: float, columns: float) -> None:
        """Move a zoomed view, if need be, so that a block of cells can be seen."""
        x, y, width, height = self._view.rect(row, column, rows, columns)
        if x < 0 or y < 0 or x + width > self.width() or y + height > self.height():
            centre = (row + rows / 2, column + columns / 2)
            self._show(centred_on(self._view, *centre, self.width(), self.height()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 320)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint_all(painter)

    def _paint_all(self, painter: QPainter) -> None:
        if self._cells is None:
            painter.fillRect(self.rect(), self.palette().window())
            self._paint_hint(painter)
            return
        # Else a cached picture would lie elsewhere than the same painted straight.
        on_whole_pixels = fineness(self).is_integer() and not is_enlarged(self)
        shown = self._shown_cells(self._cells)
        if self._exporting or (self._is_fresh and on_whole_pixels):
            # Kept only when it is painted again: what changes at each step never is.
            self._is_fresh = False
            painter.fillRect(self.rect(), self.palette().window())
            with QPainterStateGuard(painter):
                self._paint_base(painter, shown)
        else:
            if self._base is None:
                self._base = self._painted_base(shown)
            painter.drawPixmap(0, 0, self._base)
        for layer in self._layers:
            with QPainterStateGuard(painter):
                layer(painter, self._view)
        if not self._exporting:
            self._paint_over(painter)

    def _paint_over(self, painter: QPainter) -> None:
        """Paint what stands above all layers, and in no export."""

    def _painted_base(self, cells: Cells) -> QPixmap:
        ratio = fineness(self)
        base = QPixmap(self.size() * ratio)
        base.setDevicePixelRatio(ratio)
        base.fill(self.palette().color(QPalette.ColorRole.Window))
        with QPainter(base) as painter:
            painter.setFont(self.font())
            self._paint_base(painter, cells)
        return base

    def _paint_base(self, painter: QPainter, cells: Cells) -> None:
        size, view = (self.width(), self.height()), self._view
        if self._exporting:
            painter.setClipRect(self.rect())
        paint_base(
            painter,
            cells,
            view,
            size,
            partial(self._plain_image, cells),
            as_shapes=self._exporting,
        )
        for layer in self._ground_layers:
            with QPainterStateGuard(painter):
                layer(painter, view)
        as_shapes = self._exporting
        if self._has_tiles and is_tiled(view):
            colours = look(self.palette())
            with QPainterStateGuard(painter):
                paint_lattice(painter, view, colours, as_shapes=as_shapes)
        else:
            paint_hairlines(painter, view, *size, as_shapes=as_shapes)
        if is_numbered(view.scale, enlarged=enlargement(self)):
            paint_numbers(painter, cells, view, size, has_feet=self._has_tiles)

    def _shown_cells(self, cells: Cells) -> Cells:
        """Return the cells in the colours of the theme; in a file they are on white."""
        lut = cells.lut if self._exporting else look(self.palette()).shown(cells.lut)
        if lut is not self._image_lut:
            self._image, self._image_lut = QImage(), lut
        return cells if lut is cells.lut else replace(cells, lut=lut)

    def _plain_image(self, shown: Cells) -> QImage:
        """Return the image; of one much larger than the canvas, every n-th cell."""
        rows, columns = shown.size_hw
        # Two cells a pixel look smoother; of a huge picture one must do, for a frame.
        cells = 0.5 if rows * columns <= _HUGE else 1.0
        thinned = self._view.scale * self._view.frame.columns / max(columns, 1)
        step = max(1, int(cells / thinned))
        if step > 1:
            return index_image(shown, step)
        if self._image.isNull():
            self._image = index_image(shown)
        return self._image

    def _paint_hint(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(12, 12, -12, -12), flags, self._hint)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in _REPAINTS:
            self._refresh()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        kept = settled(self._view, self.width(), self.height())
        fitted = self._fitted or kept.scale < self._fit_view().scale
        self._show(self._fit_view() if fitted else kept)
        self._forget_base()

    def _fit_view(self, frame: Frame | None = None) -> GridView:
        # The last hairline needs a pixel of its own.
        width, height = self.width() - 1, self.height() - 1
        return fit_view(frame or self._view.frame, width, height, self._largest_cell)

    def _show(self, view: GridView) -> None:
        if view == self._view:
            return
        self._view = view
        self._refresh()
        self.view_changed.emit()

    def _refresh(self) -> None:
        self._forget_base()
        self.update()

    def _forget_base(self) -> None:
        self._base, self._is_fresh = None, True
