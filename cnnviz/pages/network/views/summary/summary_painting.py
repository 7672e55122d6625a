"""How the cells and the heads of the summary table are painted: flat, on the page's ground."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look

_Index = QModelIndex | QPersistentModelIndex
_EDGE: Final = tokens.SPACE_M


class SummaryCells(QStyledItemDelegate):
    """A number or word with air around it, and a hairline below."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return super().sizeHint(option, index) + QSize(2 * _EDGE, 0)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        colours, state = look(option.palette), QStyle.StateFlag
        if option.state & state.State_Selected:
            painter.fillRect(option.rect, colours.chosen)
        font = index.data(Qt.ItemDataRole.FontRole)
        painter.setFont(font if isinstance(font, QFont) else option.font)
        is_first = index.column() == 0
        painter.setPen(colours.ink if is_first or font is not None else colours.ink_2)
        _write(painter, option.rect, index.data(), _side_of(index))
        _underline(painter, option.rect, option.palette)
        is_here = option.state & state.State_HasFocus
        if is_here and option.state & state.State_KeyboardFocusChange:
            painter.setPen(QPen(colours.accent, tokens.LINE_THIN))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))


class SummaryHead(QHeaderView):
    """The words over the columns, without a frame."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    @override
    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        size = super().sectionSizeFromContents(logicalIndex)
        return QSize(size.width() + 2 * _EDGE, tokens.HIT)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        role, way = Qt.ItemDataRole, Qt.Orientation.Horizontal
        model = self.model()
        painter.fillRect(rect, look(self.palette()).ground)
        painter.setPen(look(self.palette()).ink_3)
        painter.setFont(self.font())
        side = model.headerData(logicalIndex, way, role.TextAlignmentRole)
        _write(painter, rect, model.headerData(logicalIndex, way), side)
        _underline(painter, rect, self.palette())


def _side_of(index: _Index) -> Qt.AlignmentFlag:
    side: Qt.AlignmentFlag = index.data(Qt.ItemDataRole.TextAlignmentRole)
    return side


def _write(painter: QPainter, place: QRect, text: str, side: Qt.AlignmentFlag) -> None:
    painter.drawText(place.adjusted(_EDGE, 0, -_EDGE, 0), side, text)


def _underline(painter: QPainter, place: QRect, palette: QPalette) -> None:
    painter.setPen(QPen(look(palette).hairline, tokens.LINE_THIN))
    painter.drawLine(place.bottomLeft(), place.bottomRight())
