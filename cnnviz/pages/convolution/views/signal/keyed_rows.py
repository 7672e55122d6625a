"""Rows of bars that the keyboard chooses and changes."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.convolution.views.signal.bar_editor import BarEditor
from cnnviz.pages.convolution.views.signal.signal_keys import SignalKeys
from cnnviz.pages.convolution.views.signal.signal_pointer import is_editable
from cnnviz.pages.convolution.views.signal.signal_rows import SignalRows
from cnnviz.pages.convolution.views.signal.signal_scene import Spot, number_of, top_of
from cnnviz.pages.convolution.views.signal.signal_text import told
from cnnviz.ui.number_text import refused_number
from cnnviz.ui.numbers import full
from cnnviz.ui.page import set_names


class KeyedRows(SignalRows):
    """Rows of bars: keys choose one and change its number, or a typed one replaces it.

    Signals
    -------
    value_dragged(index, value), weight_dragged(index, value)
        A number of the signal, or of the kernel *as applied*, shall be another one.
    edit_ended()
        The bar was let go of: the next change is an undo step of its own.
    touched()
        A hand is on the bars: autoplay must yield.
    notified(text)
        What a hand is on, for the status line.
    """

    value_dragged = Signal(int, float)
    weight_dragged = Signal(int, float)
    edit_ended = Signal()
    touched = Signal()
    notified = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = SignalKeys(self)
        self._editor = BarEditor(self)
        self.set_tells_status(False)
        keys = self._keys
        keys.selected.connect(self._on_selected)
        keys.edited.connect(self._on_edited)
        keys.edit_ended.connect(self.edit_ended)
        keys.line_requested.connect(self._on_line_requested)
        self._editor.number_given.connect(self._on_number_given)
        self._editor.refused.connect(self._on_text_refused)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the keys that change numbers from shortcuts."""
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
        """Select and change numbers by keys."""
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
        """Select a number when Tab brings the focus."""
        super().focusInEvent(event)
        scene = self.scene()
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if scene is not None and scene.is_editable and event.reason() in reasons:
            self._keys.step(0, scene)
        self._selected = self._keys.spot
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Select nothing more, and end the step that undo takes back."""
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
            self.announce(text)
            if self.hasFocus():
                hint = self.tr("Type a number, or change it with Shift+↑ and ↓.")
                self.notified.emit(f"{text} {hint}")
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
        self.notified.emit(refused_number(text))

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
            self.notified.emit(told(scene, spot))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._editor.close_line()
        super().resizeEvent(event)

    def name_editor(self) -> None:
        """Put what is typed into a bar under a name of the language of now."""
        set_names(
            self._editor,
            "bar_editor",
            self.tr("Number of the bar"),
            self.tr("Enter takes the number, Esc leaves it as it was"),
        )
