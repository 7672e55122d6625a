"""How the cells of a table of weights are painted: as in the grids of a step."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterStateGuard, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from cnnviz.ui.canvas.grid_numbers import TEXT_MARGIN, text_pixels
from cnnviz.ui.canvas.grid_tiles import tile_box, tile_radius
from cnnviz.ui.controls.fitting_label import fitted_font
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.look import look
from cnnviz.ui.unit_view.layers import has_hue_each, hues_of, paint_hue_bar

if TYPE_CHECKING:
    from cnnviz.pages.convolution.views.inspector.kernel.kernel_model import (
        KernelModel,
    )

_Role = Qt.ItemDataRole
_State = QStyle.StateFlag
_SELECTED = tokens.LINE_STRONG


class NumberTiles(QStyledItemDelegate):
    """Paints each weight as a tile with its number, and the bar of its hue below it."""

    def __init__(self, table: QWidget) -> None:
        super().__init__(table)
        self._table = table

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect = option.rect
        box = tile_box(rect.x(), rect.y(), rect.width(), rect.height())
        with QPainterStateGuard(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_tile(painter, option, box, index.data(_Role.BackgroundRole))
            self._paint_number(painter, box, index)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            model = cast("KernelModel", index.model())
            size = model.rowCount(), model.columnCount()
            hues, is_wide = hues_of(*size), not has_hue_each(*size)
            if hues:
                hue = QColor(hues[index.row()][index.column()])
                if model.rows[index.row()][index.column()] == 0:
                    hue.setAlphaF(tokens.MIX_FAINT_HUE)
                place = rect.x(), rect.y(), rect.width(), rect.height()
                paint_hue_bar(painter, place, hue, is_wide=is_wide)

    def _paint_tile(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRectF,
        ground: QColor,
    ) -> None:
        radius = tile_radius(min(box.width(), box.height()))
        line, width = look(option.palette).hairline, tokens.LINE_THIN
        if option.state & _State.State_Selected and self._table.hasFocus():
            line, width = option.palette.highlight().color(), _SELECTED
        painter.setPen(QPen(line, width))
        painter.setBrush(ground)
        half = width / 2
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)

    def _paint_number(
        self,
        painter: QPainter,
        box: QRectF,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        pixels = max(text_pixels(min(box.width(), box.height())), tokens.TEXT_PX)
        font = half_bold(in_pixels(self._table.font(), pixels))
        text = str(index.data(_Role.DisplayRole))
        painter.setFont(fitted_font(text, font, int(box.width()) - TEXT_MARGIN))
        ink = QColor(index.data(_Role.ForegroundRole))
        if index.data(_Role.EditRole) == "0":
            ink.setAlphaF(tokens.MIX_EDGE)
        painter.setPen(ink)
        painter.drawText(
            box.adjusted(0, 0, 0, -box.height() / 8), Qt.AlignmentFlag.AlignCenter, text
        )
