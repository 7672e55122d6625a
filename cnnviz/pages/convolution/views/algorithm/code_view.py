"""Lines of code with their numbers, one of them marked."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Slot
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from cnnviz.pages.convolution.views.algorithm.code_highlighter import (
    CodeTints,
    line_ground,
)
from cnnviz.ui.theme import tokens

_GAP = 8


def code_font(like: QFont) -> QFont:
    """Return the font for code, a little smaller than the font of the text around."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(
        max(like.pointSizeF() - tokens.CODE_LESS_PT, tokens.CODE_LEAST_PT)
    )
    return font


class CodeView(QPlainTextEdit):
    """Code to read, select and copy; the line of now is marked and in view."""

    def __init__(self, parent: QWidget | None = None, *, numbered: bool = True) -> None:
        super().__init__(parent)
        self._line: int | None = None
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(code_font(self.font()))
        self.setLineWrapMode(
            QPlainTextEdit.LineWrapMode.NoWrap
            if numbered
            else QPlainTextEdit.LineWrapMode.WidgetWidth
        )
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self._tints = CodeTints(self.document(), self.palette())
        self._numbers = _LineNumbers(self)
        self._numbers.setVisible(numbered)
        self.updateRequest.connect(self._on_update_requested)

    def render_code(self, text: str) -> None:
        """Show other lines."""
        if text != self.toPlainText():
            self._line = None
            self.setPlainText(text)
            self._place_numbers()
            self._mark()

    def render_line(self, line: int | None) -> None:
        """Mark a line, counted from 0, and bring it into view."""
        if line == self._line:
            return
        self._line = line
        self._mark()
        if line is not None:
            self._bring_into_view(line)

    @property
    def line(self) -> int | None:
        """The marked line, counted from 0."""
        return self._line

    def _mark(self) -> None:
        selections = []
        block = self.document().findBlockByNumber(
            -1 if self._line is None else self._line
        )
        if block.isValid():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(block)
            mark.format.setBackground(line_ground(self.palette()))
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            selections.append(mark)
        self.setExtraSelections(selections)
        self._numbers.update()

    def _bring_into_view(self, line: int) -> None:
        """Scroll only as far as needed, and without moving what is selected."""
        height = self.fontMetrics().lineSpacing()
        shown = max(self.viewport().height() // height - 1, 1)
        bar = self.verticalScrollBar()
        top = bar.value()  # a plain text's bar counts lines
        bar.setValue(min(max(top, line - shown + 1), line))

    def _place_numbers(self) -> None:
        if self._numbers.isHidden():
            return
        width = self._numbers.sizeHint().width()
        self.setViewportMargins(width, 0, 0, 0)
        inner = self.contentsRect()
        self._numbers.setGeometry(
            QRect(inner.left(), inner.top(), width, inner.height())
        )

    @Slot(QRect, int)
    def _on_update_requested(self, place: QRect, down: int) -> None:
        if down:
            self._numbers.scroll(0, down)
        else:
            self._numbers.update(0, place.y(), self._numbers.width(), place.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_numbers()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tints.render_palette(self.palette())
            self._mark()

    def paint_numbers(self, painter: QPainter, width: int, area: QRect) -> None:
        """Paint the numbers of the lines that are seen."""
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        metrics = self.fontMetrics()
        palette = self.palette()
        while block.isValid() and top <= area.bottom():
            now = block.blockNumber() == self._line
            roles = QPalette.ColorRole
            role = roles.Text if now else roles.PlaceholderText
            place = QRect(0, round(top), width, metrics.lineSpacing())
            if now:
                painter.fillRect(place, line_ground(palette))
            painter.setPen(palette.color(role))
            painter.drawText(
                place.adjusted(0, 0, -_GAP, 0),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                str(block.blockNumber() + 1),
            )
            top += self.blockBoundingRect(block).height()
            block = block.next()


class _LineNumbers(QWidget):
    """The margin of a code view."""

    def __init__(self, view: CodeView) -> None:
        super().__init__(view)
        self._view = view
        self.setFont(view.font())

    @override
    def sizeHint(self) -> QSize:
        digits = len(str(max(self._view.blockCount(), 10)))
        width = self._view.fontMetrics().horizontalAdvance("0") * digits
        return QSize(width + 2 * _GAP, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._view.palette().base())
            self._view.paint_numbers(painter, self.width(), event.rect())
