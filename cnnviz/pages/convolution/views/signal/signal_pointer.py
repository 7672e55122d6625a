"""What a hand means that presses, drags and lets go on the rows of bars."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtWidgets import QApplication

from cnnviz.pages.convolution.views.signal.signal_geometry import nice, snapped
from cnnviz.pages.convolution.views.signal.signal_scene import Scene, Spot

_PIXELS_A_STEP: Final = 2
_NEAR_THE_TOP: Final = 7

_Drag = Literal["undecided", "walk", "edit", "paint", "slide"]


@dataclass(slots=True)
class _Grip:
    """Where a hand took hold, and of what."""

    spot: Spot
    at: QPointF
    value: float
    per_pixel: float
    position: int
    drag: _Drag = "undecided"


class SignalPointer(QObject):
    """Tell a click and a drag to the side (both walk) from a drag up or down (edits).

    On signal and kernel the first pixels of a drag decide; with Shift held the pointer
    paints numbers across the bars. On the output every press walks. A kernel that is
    dragged to the side slides along the signal.

    Signals
    -------
    clicked(spot)
        A bar was pressed and let go.
    walked(spot)
        The window shall come to a bar of the signal or of the output.
    edit_started(spot), edited(spot, value), edit_ended()
        A bar is taken hold of, is given a number, is let go.
    """

    clicked = Signal(object)
    walked = Signal(object)
    edit_started = Signal(object)
    edited = Signal(object, float)
    edit_ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._grip: _Grip | None = None

    @property
    def edits(self) -> bool:
        """Whether a bar is being dragged."""
        return self._grip is not None and self._grip.drag in ("edit", "paint")

    @property
    def holds(self) -> bool:
        """Whether a button is down."""
        return self._grip is not None

    def press(self, scene: Scene, at: QPointF, paints: bool) -> None:
        """Take hold of what is under the pointer."""
        spot = scene.spot_at(at.x(), at.y())
        if spot is None or scene.position is None:
            return
        band = scene.view.band(spot.row)
        self._grip = grip = _Grip(
            spot, at, scene.number(spot), band.per_pixel, scene.position
        )
        if spot.row in ("output", "products"):
            grip.drag = "walk"
            if spot.row == "output":
                self.walked.emit(spot)
        elif paints and scene.can_change(spot):
            grip.drag = "paint"
            self.edit_started.emit(spot)
            self._paint(scene, at, grip)

    def move(self, scene: Scene, at: QPointF) -> None:
        """Go on with what was begun."""
        grip = self._grip
        if grip is None:
            return
        if grip.drag == "undecided":
            self._decide(scene, at, grip)
        match grip.drag:
            case "edit":
                step = nice(grip.per_pixel * _PIXELS_A_STEP)
                value = grip.value + (grip.at.y() - at.y()) * grip.per_pixel
                self.edited.emit(grip.spot, snapped(value, step))
            case "paint":
                self._paint(scene, at, grip)
            case "walk":
                self._walk(scene, at, grip)
            case "slide":
                away = (at.x() - grip.at.x()) / scene.view.scale
                middle = scene.picture.middle(grip.position) + away
                position = scene.picture.position_near(middle)
                self.walked.emit(Spot("output", position))

    def release(self) -> None:
        """Let go: a press that did not move was a click."""
        grip, self._grip = self._grip, None
        if grip is None:
            return
        if grip.drag in ("edit", "paint"):
            self.edit_ended.emit()
        elif grip.drag == "undecided":
            self.clicked.emit(grip.spot)
            if grip.spot.row == "signal":
                self.walked.emit(grip.spot)

    def _decide(self, scene: Scene, at: QPointF, grip: _Grip) -> None:
        way = at - grip.at
        if max(abs(way.x()), abs(way.y())) < QApplication.startDragDistance() / 2:
            return
        if abs(way.y()) >= abs(way.x()):
            if not scene.can_change(grip.spot):
                return
            grip.drag = "edit"
            self.edit_started.emit(grip.spot)
        else:
            grip.drag = "slide" if grip.spot.row == "kernel" else "walk"

    def _walk(self, scene: Scene, at: QPointF, grip: _Grip) -> None:
        """Bring the window along the row in which the drag began."""
        band = scene.view.band(grip.spot.row)
        x = min(max(at.x(), scene.view.left), scene.view.right - 1)
        spot = scene.spot_at(x, band.top + 1)
        if spot is not None and spot.row in ("signal", "output"):
            self.walked.emit(spot)

    def _paint(self, scene: Scene, at: QPointF, grip: _Grip) -> None:
        """Give the bar under the pointer the number of the pointer's height."""
        band = scene.view.band(grip.spot.row)
        spot = scene.spot_at(at.x(), band.top + 1)
        if spot is None or not scene.can_change(spot):
            return
        height = (band.y(0.0) - at.y()) * grip.per_pixel
        step = nice(grip.per_pixel * _PIXELS_A_STEP)
        self.edited.emit(spot, snapped(height, step))


def cursor_at(scene: Scene, spot: Spot | None, at: QPointF) -> Qt.CursorShape:
    """Say by the pointer's form what a press would do here."""
    if spot is None or scene.position is None or not scene.is_known(spot):
        return Qt.CursorShape.ArrowCursor
    near = abs(at.y() - scene.top(spot)[1]) <= _NEAR_THE_TOP
    if near and scene.can_change(spot):
        return Qt.CursorShape.SizeVerCursor
    if spot.row == "kernel":
        return Qt.CursorShape.OpenHandCursor
    return Qt.CursorShape.PointingHandCursor
