"""A convolution in one dimension that hands can walk through and change."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.views.signal.keyed_rows import KeyedRows
from cnnviz.pages.convolution.views.signal.signal_pointer import (
    SignalPointer,
    cursor_at,
)
from cnnviz.pages.convolution.views.signal.signal_scene import Scene, Spot
from cnnviz.pages.convolution.views.signal.signal_text import told
from cnnviz.ui.page import set_names, set_tips

_ZOOM_OF_A_NOTCH: Final = 1.25


class SignalStage(KeyedRows):
    """Rows of bars; a click walks, a drag up or down changes signal and kernel.

    Signals
    -------
    output_cell_chosen(row, column), input_cell_chosen(row, column)
        A cell was clicked or dragged to; the row is 0.
    """

    output_cell_chosen = Signal(int, int)
    input_cell_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pointer = SignalPointer(self)
        self._hand_at: QPointF | None = None
        self.setMouseTracking(True)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        pointer = self._pointer
        pointer.walked.connect(self._on_walked)
        pointer.clicked.connect(self._on_clicked)
        pointer.edit_started.connect(self._on_edit_started)
        pointer.edited.connect(self._edit)
        pointer.edit_ended.connect(self._on_edit_ended)

    @override
    def render_state(self, state: LabState) -> None:
        super().render_state(state)
        scene = self.scene()
        if scene is None:
            self._editor.close_line()
            self._pointer.release()
        elif scene.position is not None:
            spot = self._keyed or Spot("output", scene.position)
            self.setAccessibleDescription(told(scene, spot))

    @override
    def _follow_other_numbers(self) -> None:
        if not self._pointer.holds:
            self._hovered = None
        super()._follow_other_numbers()

    # the pointer

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grasp what is under the pointer; with Shift, paint numbers."""
        scene = self.scene()
        if scene is not None and event.button() == Qt.MouseButton.LeftButton:
            self.touched.emit()
            paints = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._pointer.press(scene, event.position(), paints)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held, or say what is under the pointer."""
        scene = self.scene()
        if scene is None:
            return
        hand = event.globalPosition()
        if hand != self._hand_at:  # the stage may move under a hand that rests
            self._hand_at = hand
            self.touched.emit()
        if self._pointer.holds:
            self._pointer.move(scene, event.position())
        else:
            self._hover(scene, event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.release()

    def finish_gesture(self) -> None:
        """Let go of a bar, wherever the hand is."""
        if self._pointer.edits:
            self._pointer.release()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        scene = self.scene()
        spot = None
        if scene is not None:
            spot = scene.spot_at(event.position().x(), event.position().y())
        if scene is not None and spot is not None and scene.can_change(spot):
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
            scene = self.scene()
            if scene is not None:
                by = -(angle.x() or angle.y()) / (2 * scene.view.scale)
                self._view = scene.view.panned(by)
                self.update()
        else:
            self.zoom(_ZOOM_OF_A_NOTCH ** (angle.y() / 120), event.position().x())
        event.accept()

    def _hover(self, scene: Scene, at: QPointF) -> None:
        spot = scene.spot_at(at.x(), at.y())
        self.setCursor(cursor_at(scene, spot, at))
        if spot == self._hovered:
            return
        self._hovered = spot
        self.read(self.cell_at(at))
        is_told = spot is not None and scene.position is not None
        self.notified.emit(told(scene, spot) if spot is not None and is_told else "")
        self.update()

    @Slot(object)
    def _on_walked(self, spot: Spot) -> None:
        if spot.row == "output":
            self.output_cell_chosen.emit(0, spot.index)
        else:
            self.input_cell_chosen.emit(0, spot.index)

    @Slot(object)
    def _on_clicked(self, spot: Spot) -> None:
        scene = self.scene()
        if scene is not None and scene.can_change(spot):
            self._select(spot)

    @Slot(object)
    def _on_edit_started(self, spot: Spot) -> None:
        self._select(spot)
        self.edit_ended.emit()  # what was changed before is a step of its own
        self._held = spot
        self.setCursor(Qt.CursorShape.SizeVerCursor)

    @Slot()
    def _on_edit_ended(self) -> None:
        self._held = None
        self.unsetCursor()
        self.edit_ended.emit()
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        set_names(
            self,
            "signal_stage",
            self.tr("Signal, kernel, products and output as bars"),
        )
        # It would cover the number under the pointer for as long as there is one.
        set_tips(self, "")
        self.name_editor()
        self.retitle()
