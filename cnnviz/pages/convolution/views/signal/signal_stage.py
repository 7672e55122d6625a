"""A convolution in one dimension that hands can walk through and change."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.views.signal.keyed_rows import KeyedRows
from cnnviz.pages.convolution.views.signal.signal_geometry import nice, snapped
from cnnviz.pages.convolution.views.signal.signal_scene import Scene, Spot
from cnnviz.pages.convolution.views.signal.signal_text import told
from cnnviz.ui.page import set_names, set_tips

_ZOOM_OF_A_NOTCH: Final = 1.25
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


class SignalStage(KeyedRows):
    """Rows of bars; a click and a drag to the side walk, a drag up or down changes.

    On signal and kernel the first pixels of a drag decide; with Shift held the pointer
    paints numbers across the bars. On the output every press walks. A kernel that is
    dragged to the side slides along the signal.

    Signals
    -------
    output_cell_chosen(row, column), input_cell_chosen(row, column)
        A cell was clicked or dragged to; the row is 0.
    """

    output_cell_chosen = Signal(int, int)
    input_cell_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grip: _Grip | None = None
        self._hand_at: QPointF | None = None
        self.setMouseTracking(True)
        self._retranslate()

    @override
    def render_state(self, state: LabState) -> None:
        super().render_state(state)
        if state.settings.operation != "signal":
            self._editor.close_line()
            self._release()
        self._describe()

    def _describe(self) -> None:
        """Tell a screen reader what is chosen, or else the newest number."""
        scene = self.scene()
        if scene.position is not None:
            spot = self._keyed or Spot("output", scene.position)
            self.setAccessibleDescription(told(scene, spot))

    @override
    def _follow_other_numbers(self) -> None:
        if self._grip is None:
            self._hovered = None
        super()._follow_other_numbers()

    # the pointer

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grasp what is under the pointer; with Shift, paint numbers."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.touched.emit()
            paints = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._take_hold(self.scene(), event.position(), paints)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held, or say what is under the pointer."""
        scene = self.scene()
        hand = event.globalPosition()
        if hand != self._hand_at:  # the stage may move under a hand that rests
            self._hand_at = hand
            self.touched.emit()
        if self._grip is not None:
            self._drag(scene, event.position(), self._grip)
        else:
            self._hover(scene, event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._release()

    def finish_gesture(self) -> None:
        """Let go of a bar, wherever the hand is."""
        if self._grip is not None and self._grip.drag in ("edit", "paint"):
            self._release()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        scene = self.scene()
        spot = scene.spot_at(event.position().x(), event.position().y())
        if spot is not None and scene.can_change(spot):
            self._select(spot)
            self._open_line("")
        else:
            self.mousePressEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Say nothing more of what was under the pointer."""
        self._hovered = None
        self.notified.emit("")
        self.update()
        super().leaveEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer; sideways or with Shift, scroll."""
        self.touched.emit()
        angle, shift = event.angleDelta(), Qt.KeyboardModifier.ShiftModifier
        if abs(angle.x()) > abs(angle.y()) or event.modifiers() & shift:
            view = self.scene().view
            self._view = view.panned(-(angle.x() or angle.y()) / (2 * view.scale))
            self.update()
        else:
            self.zoom(_ZOOM_OF_A_NOTCH ** (angle.y() / 120), event.position().x())
        event.accept()

    def _hover(self, scene: Scene, at: QPointF) -> None:
        spot = scene.spot_at(at.x(), at.y())
        self.setCursor(_cursor_at(scene, spot, at))
        if spot == self._hovered:
            return
        self._hovered = spot
        self.read(self.cell_at(at))
        is_told = spot is not None and scene.position is not None
        self.notified.emit(told(scene, spot) if spot is not None and is_told else "")
        self.update()

    # what is in hand

    def _take_hold(self, scene: Scene, at: QPointF, paints: bool) -> None:
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
                self._go_to(spot)
        elif paints and scene.can_change(spot):
            grip.drag = "paint"
            self._begin_edit(spot)
            self._paint(scene, at, grip)

    def _drag(self, scene: Scene, at: QPointF, grip: _Grip) -> None:
        """Go on with what was begun."""
        if grip.drag == "undecided":
            self._decide(scene, at, grip)
        match grip.drag:
            case "edit":
                step = nice(grip.per_pixel * _PIXELS_A_STEP)
                value = grip.value + (grip.at.y() - at.y()) * grip.per_pixel
                self._edit(grip.spot, snapped(value, step))
            case "paint":
                self._paint(scene, at, grip)
            case "walk":
                self._walk(scene, at, grip)
            case "slide":
                away = (at.x() - grip.at.x()) / scene.view.scale
                middle = scene.picture.middle(grip.position) + away
                position = scene.picture.position_near(middle)
                self._go_to(Spot("output", position))

    def _release(self) -> None:
        """Let go: a press that did not move was a click."""
        grip, self._grip = self._grip, None
        if grip is None:
            return
        if grip.drag in ("edit", "paint"):
            self._held = None
            self.unsetCursor()
            self.edit_ended.emit()
            self.update()
        elif grip.drag == "undecided":
            if self.scene().can_change(grip.spot):
                self._select(grip.spot)
            if grip.spot.row == "signal":
                self._go_to(grip.spot)

    def _decide(self, scene: Scene, at: QPointF, grip: _Grip) -> None:
        way = at - grip.at
        if max(abs(way.x()), abs(way.y())) < QApplication.startDragDistance() / 2:
            return
        if abs(way.y()) >= abs(way.x()):
            if not scene.can_change(grip.spot):
                return
            grip.drag = "edit"
            self._begin_edit(grip.spot)
        else:
            grip.drag = "slide" if grip.spot.row == "kernel" else "walk"

    def _walk(self, scene: Scene, at: QPointF, grip: _Grip) -> None:
        """Bring the window along the row in which the drag began."""
        band = scene.view.band(grip.spot.row)
        x = min(max(at.x(), scene.view.left), scene.view.right - 1)
        spot = scene.spot_at(x, band.top + 1)
        if spot is not None and spot.row in ("signal", "output"):
            self._go_to(spot)

    def _paint(self, scene: Scene, at: QPointF, grip: _Grip) -> None:
        """Give the bar under the pointer the number of the pointer's height."""
        band = scene.view.band(grip.spot.row)
        spot = scene.spot_at(at.x(), band.top + 1)
        if spot is None or not scene.can_change(spot):
            return
        height = (band.y(0.0) - at.y()) * grip.per_pixel
        step = nice(grip.per_pixel * _PIXELS_A_STEP)
        self._edit(spot, snapped(height, step))

    def _go_to(self, spot: Spot) -> None:
        """Ask for the window to come to a bar of the signal or of the output."""
        if spot.row == "output":
            self.output_cell_chosen.emit(0, spot.index)
        else:
            self.input_cell_chosen.emit(0, spot.index)

    def _begin_edit(self, spot: Spot) -> None:
        self._select(spot)
        self.edit_ended.emit()  # what was changed before is a step of its own
        self._held = spot
        self.setCursor(Qt.CursorShape.SizeVerCursor)

    @override
    def _retranslate(self) -> None:
        name = self.tr("Signal, kernel, products and output as bars")
        set_names(self, "signal_stage", name)
        # It would cover the number under the pointer for as long as there is one.
        set_tips(self, "")
        self.name_editor()
        self.retitle()
        self._describe()


def _cursor_at(scene: Scene, spot: Spot | None, at: QPointF) -> Qt.CursorShape:
    """Say by the pointer's form what a press would do here."""
    if spot is None or scene.position is None or not scene.is_known(spot):
        return Qt.CursorShape.ArrowCursor
    near = abs(at.y() - scene.top(spot)[1]) <= _NEAR_THE_TOP
    if near and scene.can_change(spot):
        return Qt.CursorShape.SizeVerCursor
    if spot.row == "kernel":
        return Qt.CursorShape.OpenHandCursor
    return Qt.CursorShape.PointingHandCursor
