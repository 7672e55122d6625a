"""What lies over a presentation: a dot, a light, marks, covered answers, a black screen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRadialGradient,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from cnnviz.shell.presentation.marks import Marks
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import answer_font
from cnnviz.ui.theme.look import look

Tool = Literal["", "laser", "spotlight", "pen"]

_TURN_MS: Final = tokens.POINTING_PAUSE_MS


@dataclass(frozen=True, slots=True)
class Shown:
    """What of it is on.

    Attributes
    ----------
    tool
        What follows the pointer; empty for nothing.
    is_dark
        Whether the screen is black.
    covers
        The answers that are covered, in the layer's own pixels.
    """

    tool: Tool = ""
    is_dark: bool = False
    covers: tuple[QRect, ...] = ()


class PointerLayer(QWidget):
    """Paint over a view; the pointer reaches the page below, but for the pen and in the dark.

    Signals
    -------
    pointed()
        The pointer has moved.
    woken()
        A click has ended the black screen.
    """

    pointed = Signal()
    woken = Signal()

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self.setObjectName("pointer_layer")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.shown = Shown()
        self.marks = Marks()
        self._view = view
        self._at: QPointF | None = None
        self._ageing = QTimer(self)
        self._ageing.setInterval(_TURN_MS)
        self._ageing.timeout.connect(self._on_aged)
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)
        self._follow_view()
        self._let_through()

    def show_tool(self, tool: Tool) -> None:
        """Let something follow the pointer from now on, or nothing."""
        self.marks.finish()
        self._show(replace(self.shown, tool=tool))

    def show_dark(self, is_dark: bool) -> None:
        """Make the screen black, or show everything again."""
        self._show(replace(self.shown, is_dark=is_dark))

    def cover(self, widgets: Sequence[QWidget], scale: float) -> None:
        """Cover these widgets of the page, which is enlarged so much; none: uncover."""
        places = [widget for widget in widgets if widget.isVisible()]
        rects = tuple(
            QRectF(
                QPointF(widget.mapTo(widget.window(), widget.rect().topLeft())) * scale,
                widget.size().toSizeF() * scale,
            ).toAlignedRect()
            for widget in places
        )
        self._show(replace(self.shown, covers=rects))

    @Slot()
    def wipe(self) -> None:
        """Take the marks away."""
        self.marks.wipe()
        self._ageing.stop()
        self.update()

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self._let_through()
            self.update()

    def _let_through(self) -> None:
        """Take the pointer only while there is a use for it here."""
        takes = self.shown.tool == "pen" or self.shown.is_dark
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not takes)
        blank, cross = Qt.CursorShape.BlankCursor, Qt.CursorShape.CrossCursor
        self.setCursor(blank if self.shown.is_dark else cross)

    def _follow_view(self) -> None:
        self.setGeometry(self._view.rect())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._view:
            self._follow_view()
        elif isinstance(event, QMouseEvent) and watched is self._view.viewport():
            self._point_at(event.position())
        return super().eventFilter(watched, event)

    def _point_at(self, at: QPointF) -> None:
        before, self._at = self._at, at
        self.pointed.emit()
        if self.shown.tool == "spotlight":
            self.update()
        elif self.shown.tool == "laser":
            for place in (before, at):
                if place is not None:
                    self.update(_around(place, 2 * tokens.LASER_PX))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.shown.is_dark:
            self.woken.emit()
        elif event.button() == Qt.MouseButton.LeftButton:
            self.marks.begin(event.position())
            self._ageing.start()
            self.update(self.marks.bounds)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.update(self.marks.go_on(event.position()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.marks.finish()

    @Slot()
    def _on_aged(self) -> None:
        covered = self.marks.bounds
        if self.marks.age():
            self.update(covered)
        if not len(self.marks):
            self._ageing.stop()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self.shown.is_dark:
                painter.fillRect(event.rect(), tokens.BLACK)
                return
            for place in self.shown.covers:
                self._paint_cover(painter, place)
            if self.shown.tool == "spotlight":
                self._paint_light(painter, event.rect())
            self.marks.paint(painter, look(self.palette()).accent)
            if self.shown.tool == "laser" and self._at is not None:
                self._paint_dot(painter, self._at)

    def _paint_cover(self, painter: QPainter, place: QRect) -> None:
        """Lay a sheet with a question mark over an answer."""
        colours = look(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.raised)
        radius = tokens.RADIUS_OPENED
        painter.drawRoundedRect(place, radius, radius)
        large = min(place.height() * 2 // 3, 2 * tokens.ANSWER_PX)
        painter.setFont(answer_font(self.font(), max(large, tokens.TEXT_PX)))
        painter.setPen(colours.accent)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "?")

    def _paint_light(self, painter: QPainter, seen: QRect) -> None:
        """Dim all but what lies round the pointer."""
        middle = self._at or QPointF(self.rect().center())
        light = QRadialGradient(middle, tokens.SPOT_SHARE * self.height())
        ground = look(self.palette()).ground
        clear, dim = QColor(ground), QColor(ground)
        clear.setAlphaF(0)
        dim.setAlphaF(tokens.MIX_DIM)
        light.setColorAt(0, clear)
        light.setColorAt(tokens.SPOT_CLEAR, clear)
        light.setColorAt(1, dim)
        painter.fillRect(seen, light)

    def _paint_dot(self, painter: QPainter, at: QPointF) -> None:
        colours, radius = look(self.palette()), tokens.LASER_PX
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for ink, by in ((colours.marker_edge, tokens.LINE_HALO), (colours.accent, 0)):
            painter.setBrush(ink)
            painter.drawEllipse(at, radius + by, radius + by)


def _around(at: QPointF, reach: int) -> QRect:
    return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach).toAlignedRect()
