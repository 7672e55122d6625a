"""The turn of a kernel by 180 degrees, seen as a turn."""

import math

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPalette

from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.canvas.grid_cells import argb_table
from cnnviz.ui.canvas.grid_geometry import GridView
from cnnviz.ui.canvas.grid_numbers import TEXT_MARGIN, fitted_texts, is_light
from cnnviz.ui.canvas.grid_tiles import tile_box, tile_radius
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold
from cnnviz.ui.theme.look import look
from cnnviz.ui.theme.motion import animation, is_running, moves
from cnnviz.ui.unit_view.layers import hues_of, paint_hue_bar
from cnnviz.ui.unit_view.step_pictures import Cells
from cnnviz.ui.unit_view.window_animation import Glide


class KernelTurn(QObject):
    """Turns the cells of a kernel from where they were to where they are now.

    It is a layer of the kernel's canvas, over all others; the numbers stay upright.
    """

    def __init__(self, canvas: GridCanvas, glide: Glide) -> None:
        super().__init__(canvas)
        self._canvas, self._glide = canvas, glide
        self._cells: Cells | None = None
        self._animation = animation(
            self, tokens.FLIP_MS, tokens.EASING_OPEN, -180.0, 0.0
        )
        self._animation.valueChanged.connect(self._on_value_changed)

    @property
    def is_turning(self) -> bool:
        """Whether the kernel is on its way."""
        return is_running(self._animation)

    def start(self, cells: Cells) -> None:
        """Turn to these cells, unless things shall not move."""
        self.stop()
        if moves(self._canvas, self._glide.reduced_motion):
            self._cells = cells
            self._animation.start()

    def stop(self) -> None:
        """Be where the turn was going to."""
        self._animation.stop()
        self._canvas.update()

    @Slot()
    def _on_value_changed(self) -> None:
        self._canvas.update()

    def __call__(self, painter: QPainter, view: GridView) -> None:
        cells = self._cells
        if cells is None or not self.is_turning:
            return
        rows, columns = cells.values_hw.shape
        if (rows, columns) != (view.frame.rows, view.frame.columns):
            return
        angle = float(self._animation.currentValue())
        box = QRectF(*view.rect(0, 0, rows, columns))
        ground = self._canvas.palette().color(QPalette.ColorRole.Window)
        painter.fillRect(box.adjusted(0, 0, 1, 1), ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(box.center())
        shrink = _shrink(box.width(), box.height(), angle)
        painter.scale(shrink, shrink)
        self._paint_cells(painter, view, cells, angle)

    def _paint_cells(
        self, painter: QPainter, view: GridView, cells: Cells, angle: float
    ) -> None:
        rows, columns = cells.values_hw.shape
        scale, font = view.scale, half_bold(painter.font())
        fitted = fitted_texts(cells.values_hw, scale - TEXT_MARGIN, font)
        texts, font = fitted or ([], QFont())
        painter.setFont(font)
        lut = look(self._canvas.palette()).shown(cells.lut)
        table, light = argb_table(lut), is_light(lut)
        cell = tile_box(-scale / 2, -scale / 2, scale, scale)
        hues, radius = hues_of(rows, columns), tile_radius(scale)
        for i in range(rows):
            for j in range(columns):
                index = int(cells.indices_hw[i, j])
                painter.save()
                painter.translate(
                    _turned(j - (columns - 1) / 2, i - (rows - 1) / 2, scale, angle)
                )
                painter.rotate(angle)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(int(table[index]) & 0xFFFFFF))
                painter.drawRoundedRect(cell, radius, radius)
                if hues:
                    x, y, side = int(cell.x()), int(cell.y()), int(scale)
                    paint_hue_bar(painter, (x, y, side, side), hues[i][j])
                if texts:
                    painter.rotate(-angle)
                    painter.setPen(tokens.BLACK if light[index] else tokens.WHITE)
                    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, texts[i][j])
                painter.restore()


def _turned(x: float, y: float, scale: float, angle: float) -> QPointF:
    """Return where the middle of a cell is, seen from the kernel's middle."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return QPointF((x * cos - y * sin) * scale, (x * sin + y * cos) * scale)


def _shrink(width: float, height: float, angle: float) -> float:
    """Return how much smaller a turned box must be to stay in its place."""
    cos, sin = (abs(f(math.radians(angle))) for f in (math.cos, math.sin))
    return min(
        width / (width * cos + height * sin), height / (width * sin + height * cos)
    )
