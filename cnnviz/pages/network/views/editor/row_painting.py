"""How a row of the list of layers is painted."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from cnnviz.pages.network.views.editor.layer_rows import ROW_ROLE, LayerRow
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.look import look
from cnnviz.ui.theme.theme import mixed, paint_rounded

if TYPE_CHECKING:
    from cnnviz.pages.network.views.editor.error_note import ErrorNote

_Index = QModelIndex | QPersistentModelIndex

SHAPE_WIDTH: Final = 98
PARAMETERS_WIDTH: Final = 80
READS_HEIGHT: Final = 20
EDGE: Final = tokens.SPACE_L
_BAR: Final = 3


class RowPainting(QStyledItemDelegate):
    """A line with name, output and parameters; a layer that cannot work has room for why.

    ``notes`` are the widgets that say so, by row.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.notes: dict[int, ErrorNote] = {}
        self.width = 0

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        note = self.notes.get(index.row())
        below = 0 if note is None else note.height_below(self.width)
        return QSize(0, line_height(index.data(ROW_ROLE)) + below)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        row = index.data(ROW_ROLE)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        palette: QPalette = option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, place, state, palette, row)
        line = QRect(place.topLeft(), QSize(place.width(), tokens.HIT))
        _paint_line(painter, line.adjusted(EDGE, 0, -EDGE, 0), palette, row)
        painter.restore()


def line_height(row: LayerRow) -> int:
    """Return the pixels of a row without the note: what a branch reads has its own line."""
    return tokens.HIT + (READS_HEIGHT if row.reads else 0)


def _paint_ground(
    painter: QPainter,
    place: QRect,
    state: QStyle.StateFlag,
    palette: QPalette,
    row: LayerRow,
) -> None:
    colours, flags = look(palette), QStyle.StateFlag
    painter.setPen(Qt.PenStyle.NoPen)
    inside = place.adjusted(0, tokens.SPACE_HAIR, 0, -tokens.SPACE_HAIR)
    if state & flags.State_Selected:
        painter.setBrush(colours.chosen)
        paint_rounded(painter, inside, tokens.RADIUS_PANEL)
    elif state & flags.State_MouseOver:
        painter.setBrush(mixed(colours.ink, colours.ground, tokens.MIX_TRACE))
        paint_rounded(painter, inside, tokens.RADIUS_PANEL)
    if row.reason:
        painter.setBrush(palette.color(QPalette.ColorRole.BrightText))
        bar = QRect(inside.topLeft() + QPoint(0, tokens.SPACE_S), inside.size())
        bar.setWidth(_BAR)
        bar.setHeight(inside.height() - 2 * tokens.SPACE_S)
        paint_rounded(painter, bar, tokens.RADIUS_MARK)
    if state & flags.State_HasFocus and state & flags.State_KeyboardFocusChange:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(palette.color(QPalette.ColorRole.Accent))
        paint_rounded(painter, inside.adjusted(1, 0, -1, 0), tokens.RADIUS_PANEL)


def _paint_line(
    painter: QPainter, line: QRect, palette: QPalette, row: LayerRow
) -> None:
    colours = look(palette)
    font = in_pixels(painter.font(), tokens.TEXT_PX)
    parameters = QRect(line)
    parameters.setLeft(line.right() + 1 - PARAMETERS_WIDTH)
    shape = QRect(line)
    shape.setRight(parameters.left() - 1)
    shape.setLeft(parameters.left() - SHAPE_WIDTH)
    if row.state == "waits":  # there are no parameters to keep clear of
        shape.setRight(line.right())
    muted = colours.ink_3 if row.state == "waits" else colours.ink_2
    painter.setFont(font)
    _write(painter, shape, row.shape, muted, right=True)
    _write(painter, parameters, row.parameters, muted, right=True)
    title = QRect(line)
    if row.state != "broken":  # there is nothing else on its line
        title.setRight(shape.left() - tokens.SPACE_M)
    name, dot, kind = row.title.partition(" · ")
    strong = half_bold(font)
    ink = colours.ink_3 if row.state == "waits" else colours.ink
    rest = _written(painter, title, name, strong, ink)
    if dot:
        _written(painter, rest, f" · {kind}", font, muted)
    if row.reads:
        below = QRect(line.bottomLeft(), QSize(line.width(), READS_HEIGHT))
        below.translate(0, -tokens.SPACE_S)
        _written(painter, below, f"← {row.reads}", font, colours.ink_3)


def _written(
    painter: QPainter, place: QRect, text: str, font: QFont, ink: QColor
) -> QRect:
    """Write a text, and return what is left of its place."""
    painter.setFont(font)
    _write(painter, place, text, ink, right=False)
    rest = QRect(place)
    rest.setLeft(place.left() + QFontMetrics(font).horizontalAdvance(text))
    return rest


def _write(
    painter: QPainter, place: QRect, text: str, ink: QColor, *, right: bool
) -> None:
    if place.width() <= 0:
        return
    flags = Qt.AlignmentFlag
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(
        text, Qt.TextElideMode.ElideRight, place.width()
    )
    side = flags.AlignRight if right else flags.AlignLeft
    painter.drawText(place, side | flags.AlignVCenter, shown)
