"""Hands that draw strokes of a file on the pad, with real mouse and tablet events."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import (
    QInputDevice,
    QMouseEvent,
    QPointingDevice,
    QPointingDeviceUniqueId,
    QTabletEvent,
)
from PySide6.QtWidgets import QApplication

from cnnviz.engine.images.strokes.pen_strokes import PenPoint, PenStroke
from cnnviz.engine.images.strokes.stroke_file import (
    Pen,
    StrokeDrawing,
    pen_strokes,
    read_strokes,
)
from cnnviz.ui.canvas.draw_pad import DrawPad

DATA: Final = Path(__file__).parents[1] / "data" / "strokes"
DIGITS: Final = tuple("0123456789")


class Hand(Protocol):
    """What puts a pen to a pad."""

    def draw(self, pad: DrawPad, strokes: Iterable[PenStroke]) -> None:
        """Draw strokes, in cells of ink, with the events of a whole hand."""


def drawn_by_hand(name: str = "digits.json") -> list[StrokeDrawing]:
    """Return the drawings of a file that is kept with the tests."""
    return read_strokes((DATA / name).read_bytes(), name, DIGITS)


def strokes_of(
    drawing: StrokeDrawing, *, pressed: bool = False
) -> tuple[PenStroke, ...]:
    """Return its strokes in cells of ink, ``pressed`` as the hand did on a tablet."""
    pens = (Pen(),) * len(drawing.strokes) if pressed else drawing.pens
    return pen_strokes(replace(drawing, pens=pens))


class MouseHand:
    """Draw with a mouse, whose places and times are those of the strokes."""

    def draw(self, pad: DrawPad, strokes: Iterable[PenStroke]) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        for stroke in strokes:
            first, *others = stroke.points
            self._send(pad, QEvent.Type.MouseButtonPress, first, left, left)
            for point in others:
                self._send(pad, QEvent.Type.MouseMove, point, none, left)
            last = stroke.points[-1]
            self._send(pad, QEvent.Type.MouseButtonRelease, last, left, none)

    def _send(
        self,
        pad: DrawPad,
        kind: QEvent.Type,
        point: PenPoint,
        button: Qt.MouseButton,
        held: Qt.MouseButton,
    ) -> None:
        at = pad.to_widget(QPointF(point.x, point.y))
        event = QMouseEvent(
            kind, at, pad.mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier
        )
        event.setTimestamp(round(point.ms))
        QApplication.sendEvent(pad, event)


class TabletHand:
    """Draw with a tablet's pen: pressed as the strokes say, or always alike."""

    def __init__(self, pressure: float | None = None, *, blunt: bool = False) -> None:
        self._pressure = pressure
        kinds = QPointingDevice.PointerType
        self._device = QPointingDevice(
            "pen",
            1,
            QInputDevice.DeviceType.Stylus,
            kinds.Eraser if blunt else kinds.Pen,
            QInputDevice.Capability.Pressure,
            1,
            1,
            "",
            QPointingDeviceUniqueId(),
        )

    def draw(self, pad: DrawPad, strokes: Iterable[PenStroke]) -> None:
        for stroke in strokes:
            first, *others = stroke.points
            self._send(pad, QEvent.Type.TabletPress, first)
            for point in others:
                self._send(pad, QEvent.Type.TabletMove, point)
            self._send(pad, QEvent.Type.TabletRelease, stroke.points[-1])

    def _send(self, pad: DrawPad, kind: QEvent.Type, point: PenPoint) -> None:
        at = pad.to_widget(QPointF(point.x, point.y))
        pressure = point.pressure if self._pressure is None else self._pressure
        left = Qt.MouseButton.LeftButton
        event = QTabletEvent(
            kind,
            self._device,
            at,
            pad.mapToGlobal(at),
            pressure,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            Qt.KeyboardModifier.NoModifier,
            left,
            left,
        )
        event.setTimestamp(round(point.ms))
        QApplication.sendEvent(pad, event)


def as_seen(pad: DrawPad, strokes: Sequence[PenStroke]) -> tuple[PenStroke, ...]:
    """Return the strokes where the screen has them: to the pad and back."""
    return tuple(
        PenStroke(
            tuple(
                point._replace(x=at.x(), y=at.y(), ms=round(point.ms))
                for point in stroke.points
                for at in (pad.to_ink(pad.to_widget(QPointF(point.x, point.y))),)
            ),
            stroke.pen,
            stroke.erases,
        )
        for stroke in strokes
    )
