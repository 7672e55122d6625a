"""The line of a run's moments: painted, dragged, stepped through with keys."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.ui.numbers import whole
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import in_pixels
from cnnviz.ui.theme.theme import mixed
from cnnviz.ui.timeline.timeline_marks import TimelineMarks, round_stride

_MARGIN: Final = 12
_BARS_HEIGHT: Final = 14
_LINE_Y: Final = 22
_LINE: Final = 4
_HANDLE: Final = 8
_DIAMOND: Final = 5
_TICK_Y: Final = 28
_TICK: Final = 4
_TEXT_Y: Final = 33
_BAR: Final = 3
_BAR_GAP: Final = 2
HEIGHT: Final = 50


class TimelineSlider(QAbstractSlider):
    """Choose one of the moments of a run; its value is the moment's number.

    Signals
    -------
    step_chosen(step)
        A hand, or a key, went to the moment of this step.
    """

    step_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = TimelineMarks()
        self._best_text = ""
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._on_value_changed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    @property
    def marks(self) -> TimelineMarks:
        """What is shown."""
        return self._marks

    def set_best_text(self, text: str) -> None:
        """Take the words at the best epoch, with its number as ``{epoch}``."""
        self._best_text = text
        self.update()

    def render_marks(self, marks: TimelineMarks) -> None:
        """Show other moments, or another one of them."""
        if marks == self._marks:
            return
        self._marks = marks
        with QSignalBlocker(self):
            self.setRange(0, max(0, len(marks.steps) - 1))
            self.setPageStep(max(1, len(marks.steps) // 10))
            self.setValue(marks.position)
        self.update()

    def x_of(self, step: int) -> float:
        """Return where a step lies, in pixels."""
        return _MARGIN + self._marks.share(step) * (self.width() - 2 * _MARGIN)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the line is pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go(event.position().x())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position().x())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn with the wheel only when the slider has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # who scrolls past does not mean the slider

    def _go(self, x: float) -> None:
        share = (x - _MARGIN) / max(1, self.width() - 2 * _MARGIN)
        self.setValue(self._marks.nearest(share * self._marks.end))

    @Slot(int)
    def _on_value_changed(self, value: int) -> None:
        if value < len(self._marks.steps):
            self.step_chosen.emit(self._marks.steps[value])

    # painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            self._paint_bars(painter)
            self._paint_line(painter)
            self._paint_epochs(painter)
            self._paint_best(painter)
            self._paint_handle(painter)

    def _ink(self, share: float = 1.0) -> QColor:
        look = self.palette()
        text = look.color(QPalette.ColorRole.WindowText)
        return mixed(text, look.color(QPalette.ColorRole.Window), share)

    def _paint_bars(self, painter: QPainter) -> None:
        """Paint how sure the network was; bars too near to the one before are left out."""
        free = float("-inf")
        painter.setBrush(self._ink(tokens.MIX_EDGE))
        for step, share in self._marks.bars:
            left = self.x_of(step) - _BAR / 2
            if left < free:
                continue
            height = max(1.0, share * _BARS_HEIGHT)
            top = _LINE_Y - _LINE - height
            painter.drawRect(QRectF(left, top, _BAR, height))
            free = left + _BAR + _BAR_GAP

    def _paint_line(self, painter: QPainter) -> None:
        marks, left = self._marks, float(_MARGIN)
        newest = marks.steps[-1] if marks.steps else 0
        for right, share in (
            (float(self.width() - _MARGIN), tokens.MIX_CHIP),
            (self.x_of(newest), tokens.MIX_PALE),
            (self.x_of(marks.at), 1.0),
        ):
            painter.setBrush(self._ink(share))
            box = QRectF(left, _LINE_Y - _LINE / 2, right - left, _LINE)
            painter.drawRoundedRect(box, tokens.RADIUS_MARK, tokens.RADIUS_MARK)

    def _paint_epochs(self, painter: QPainter) -> None:
        marks = self._marks
        font = in_pixels(self.font(), tokens.AXIS_PX)
        painter.setFont(font)
        room = QFontMetricsF(font).horizontalAdvance(
            whole(marks.epochs[-1][0] if marks.epochs else 0)
        )
        apart = self.x_of(marks.epochs[0][1]) - _MARGIN if marks.epochs else 1.0
        stride = round_stride((room + tokens.SPACE_L) / max(apart, 0.01))
        best = -1 if marks.best is None else marks.best[0]
        for index, (number, step) in enumerate(marks.epochs, start=1):
            x = self.x_of(step)
            painter.setPen(self._ink(tokens.MIX_PALE))
            painter.drawLine(QPointF(x, _TICK_Y), QPointF(x, _TICK_Y + _TICK))
            near = marks.best is not None and abs(x - self.x_of(marks.best[1]))
            if (
                index % stride == 0
                and number != best
                and (near is False or near > self._best_room())
            ):
                painter.setPen(self._ink(tokens.MIX_STRONG))
                self._write(painter, x, whole(number))
        painter.setPen(Qt.PenStyle.NoPen)

    def _best_words(self) -> str:
        best = self._marks.best
        return "" if best is None else self._best_text.format(epoch=whole(best[0]))

    def _best_room(self) -> float:
        font = in_pixels(self.font(), tokens.AXIS_PX, self.font().Weight.DemiBold)
        return (
            QFontMetricsF(font).horizontalAdvance(self._best_words()) / 2
            + tokens.SPACE_L
        )

    def _paint_best(self, painter: QPainter) -> None:
        best = self._marks.best
        if best is None:
            return
        x = self.x_of(best[1])
        corners = ((0, -_DIAMOND), (_DIAMOND, 0), (0, _DIAMOND), (-_DIAMOND, 0))
        painter.setPen(self.palette().color(QPalette.ColorRole.Window))
        painter.setBrush(self._ink())
        painter.drawPolygon(
            QPolygonF([QPointF(x + dx, _LINE_Y + dy) for dx, dy in corners])
        )
        painter.setPen(self._ink())
        painter.setFont(
            in_pixels(self.font(), tokens.AXIS_PX, self.font().Weight.DemiBold)
        )
        self._write(painter, x, self._best_words())
        painter.setPen(Qt.PenStyle.NoPen)

    def _write(self, painter: QPainter, x: float, text: str) -> None:
        """Write under the line, within the widget."""
        width = painter.fontMetrics().horizontalAdvance(text)
        left = min(max(0.0, x - width / 2), self.width() - width)
        box = QRectF(left, _TEXT_Y, width + 1, HEIGHT - _TEXT_Y)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_handle(self, painter: QPainter) -> None:
        place = QPointF(self.x_of(self._marks.at), _LINE_Y)
        painter.setPen(self.palette().color(QPalette.ColorRole.Window))
        painter.setBrush(self._ink())
        painter.drawEllipse(place, _HANDLE, _HANDLE)
        if self.hasFocus():
            painter.setPen(self.palette().color(QPalette.ColorRole.Accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(place, _HANDLE + 2, _HANDLE + 2)
