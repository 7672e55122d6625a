"""A convolution in one dimension that hands can walk through and change."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.control.lab_state import LabState
from cnnviz.gui.number_words import refused_number
from cnnviz.gui.numbers import full
from cnnviz.gui.page import named
from cnnviz.gui.pages.convolution.bar_editor import BarEditor
from cnnviz.gui.pages.convolution.signal_keys import SignalKeys
from cnnviz.gui.pages.convolution.signal_pointer import (
    SignalPointer,
    cursor_at,
    is_editable,
)
from cnnviz.gui.pages.convolution.signal_rows import SignalRows
from cnnviz.gui.pages.convolution.signal_scene import (
    Scene,
    Spot,
    number_of,
    spot_at,
    top_of,
)
from cnnviz.gui.pages.convolution.signal_words import told

_ZOOM_OF_A_NOTCH: Final = 1.25


class SignalStage(SignalRows):
    """Rows of bars; a click walks, a drag up or down changes signal and kernel.

    Signals
    -------
    output_cell_chosen(row, column), input_cell_chosen(row, column)
        A cell was clicked or dragged to; the row is 0.
    value_dragged(index, value), weight_dragged(index, value)
        A number of the signal, or of the kernel *as applied*, shall be another one.
    edit_ended()
        The bar was let go of: the next change is an undo step of its own.
    touched()
        A hand is on the bars: autoplay must yield.
    told(text)
        What the pointer is on, for the status line.
    """

    output_cell_chosen = Signal(int, int)
    input_cell_chosen = Signal(int, int)
    value_dragged = Signal(int, float)
    weight_dragged = Signal(int, float)
    edit_ended = Signal()
    touched = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pointer = SignalPointer(self)
        self._keys = SignalKeys(self)
        self._editor = BarEditor(self)
        self._hand_at: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        pointer, keys = self._pointer, self._keys
        self.taken.connect(self._on_taken)
        pointer.walked.connect(self._on_walked)
        pointer.slid.connect(self._on_slid)
        pointer.clicked.connect(self._on_clicked)
        pointer.edit_started.connect(self._on_edit_started)
        pointer.edited.connect(self._on_edited)
        pointer.edit_ended.connect(self._on_edit_ended)
        keys.selected.connect(self._on_selected)
        keys.edited.connect(self._on_edited)
        keys.edit_ended.connect(self.edit_ended)
        keys.line_requested.connect(self._on_line_requested)
        self._editor.number_given.connect(self._on_number_given)
        self._editor.refused.connect(self._on_text_refused)

    @override
    def render_state(self, state: LabState) -> None:
        super().render_state(state)
        scene = self.scene()
        if scene is None:
            self._editor.close_line()
            self._pointer.release()
        elif scene.position is not None:
            spot = self._keys.spot or Spot("output", scene.position)
            self.setAccessibleDescription(told(scene, spot))

    @Slot()
    def _on_taken(self) -> None:
        if not self._pointer.holds:
            self._hovered = None
        scene = self.scene()
        if scene is not None:
            self._keys.hold(scene)

    # the pointer

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        scene = self.scene()
        if scene is not None and event.button() == Qt.MouseButton.LeftButton:
            self.touched.emit()
            paints = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._pointer.press(scene, event.position(), paints)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
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

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        scene = self.scene()
        spot = None
        if scene is not None:
            spot = spot_at(scene, event.position().x(), event.position().y())
        if scene is not None and spot is not None and is_editable(scene, spot):
            self._keys.select(spot)
            self._on_line_requested("")
        else:
            self.mousePressEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.told.emit("")
        self.update()
        super().leaveEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self.touched.emit()
        angle, shift = event.angleDelta(), Qt.KeyboardModifier.ShiftModifier
        if abs(angle.x()) > abs(angle.y()) or event.modifiers() & shift:
            self.camera.pan(-(angle.x() or angle.y()) / 2)
            self.update()
        else:
            self.zoom(_ZOOM_OF_A_NOTCH ** (angle.y() / 120), event.position().x())
        event.accept()

    def _hover(self, scene: Scene, at: QPointF) -> None:
        spot = spot_at(scene, at.x(), at.y())
        self.setCursor(cursor_at(scene, spot, at))
        if spot == self._hovered:
            return
        self._hovered = spot
        is_told = spot is not None and scene.position is not None
        self.told.emit(told(scene, spot) if spot is not None and is_told else "")
        self.update()

    @Slot(object)
    def _on_walked(self, spot: Spot) -> None:
        if spot.row == "output":
            self.output_cell_chosen.emit(0, spot.index)
        else:
            self.input_cell_chosen.emit(0, spot.index)

    @Slot(int)
    def _on_slid(self, position: int) -> None:
        self.output_cell_chosen.emit(0, position)

    @Slot(object)
    def _on_clicked(self, spot: Spot) -> None:
        scene = self.scene()
        if scene is not None and is_editable(scene, spot):
            self._keys.select(spot)

    @Slot(object)
    def _on_edit_started(self, spot: Spot) -> None:
        self._keys.select(spot)
        self.edit_ended.emit()  # what was changed before is a step of its own
        self._held = spot
        self.setCursor(Qt.CursorShape.SizeVerCursor)

    @Slot(object, float)
    def _on_edited(self, spot: Spot, value: float) -> None:
        self.touched.emit()
        if self._held is not None:
            self._held = spot
        if spot.row == "kernel":
            self.weight_dragged.emit(spot.index, value)
        else:
            self.value_dragged.emit(spot.index, value)
        scene = self.scene()
        if scene is not None:
            self.told.emit(told(scene, spot))

    @Slot()
    def _on_edit_ended(self) -> None:
        self._held = None
        self.unsetCursor()
        self.edit_ended.emit()
        self.update()

    # the keyboard

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._keys.wants(event)
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        scene = self.scene()
        if scene is not None and scene.is_editable and self._keys.wants(event):
            self._keys.press(event, scene)
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        scene = self.scene()
        if (
            scene is not None
            and self.hasFocus()
            and self._keys.next_row(forward, scene)
        ):
            return True
        return super().focusNextPrevChild(forward)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        scene = self.scene()
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if scene is not None and scene.is_editable and event.reason() in reasons:
            self._keys.step(0, scene)
        self._selected = self._keys.spot
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self._editor.is_open:
            self._selected = None
            self.edit_ended.emit()
            self.update()

    @Slot(object)
    def _on_selected(self, spot: Spot | None) -> None:
        self._selected = spot
        scene = self.scene()
        if scene is not None and spot is not None:
            text = told(scene, spot)
            self.setAccessibleDescription(text)
            if self.hasFocus():
                hint = self.tr("Type a number, or change it with Shift+↑ and ↓.")
                self.told.emit(f"{text} {hint}")
        self.update()

    @Slot(str)
    def _on_line_requested(self, text: str) -> None:
        scene, spot = self.scene(), self._keys.spot
        if scene is None or spot is None or not is_editable(scene, spot):
            return
        self.touched.emit()
        x, y = top_of(scene, spot)
        shown = text or full(number_of(scene, spot))
        self._editor.open_at(x, y, shown, is_typed=bool(text))

    @Slot(float)
    def _on_number_given(self, value: float) -> None:
        spot, scene = self._keys.spot, self.scene()
        if spot is None or scene is None:
            return
        self._on_edited(spot, value)
        self.edit_ended.emit()
        if self.hasFocus():
            self._keys.step(1, scene)

    @Slot(str)
    def _on_text_refused(self, text: str) -> None:
        self.told.emit(refused_number(text))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._editor.close_line()
        super().resizeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        named(
            self,
            "signal_stage",
            self.tr("Signal, kernel, products and output as bars"),
        )
        # It would cover the number under the pointer for as long as there is one.
        self.setToolTip("")
        self.setStatusTip("")
        named(
            self._editor,
            "bar_editor",
            self.tr("Number of the bar"),
            self.tr("Enter takes the number, Esc leaves it as it was"),
        )
        self.retitle()
