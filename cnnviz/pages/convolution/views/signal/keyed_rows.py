"""Rows of bars that the keyboard chooses and changes."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.convolution.views.signal.bar_editor import BarEditor
from cnnviz.pages.convolution.views.signal.signal_geometry import nice, snapped
from cnnviz.pages.convolution.views.signal.signal_rows import SignalRows
from cnnviz.pages.convolution.views.signal.signal_scene import Scene, Spot
from cnnviz.pages.convolution.views.signal.signal_text import told
from cnnviz.ui.number_text import refused_number
from cnnviz.ui.numbers import full
from cnnviz.ui.page import set_names

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_STEPS: Final = 40
"""Steps of a key from one end of a row to the other, about."""
_SELECTING: Final = {
    _Key.Key_Left: -1,
    _Key.Key_Right: 1,
    _Key.Key_Home: -1000,
    _Key.Key_End: 1000,
}
_CHANGING: Final = {_Key.Key_Up: 1, _Key.Key_Down: -1}
_CLEARING: Final = (_Key.Key_Delete, _Key.Key_Backspace)
_OPENING: Final = (_Key.Key_F2, _Key.Key_Return, _Key.Key_Enter)
_STARTS_A_NUMBER: Final = "0123456789-−.,"
_TABS: Final = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class KeyedRows(SignalRows):
    """Rows of bars: keys choose one and change its number, or a typed one replaces it.

    Shift and the arrows select a bar; Shift and up or down change it. Arrows alone go
    on walking the window. A number that is typed, F2 or Enter open the line over the
    selected bar; Esc lets go of it.

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
        self._keyed: Spot | None = None
        self._editor = BarEditor(self)
        self.set_tells_status(False)
        self._editor.number_given.connect(self._on_number_given)
        self._editor.refused.connect(self._on_text_refused)

    @override
    def _keeps(self, event: QKeyEvent) -> bool:
        """Whether a key is for the bars, and not for the page's shortcuts."""
        shift, key = _shift(event), _Key(event.key())
        if shift is None:
            return False
        if shift and (key in _SELECTING or key in _CHANGING):
            return True
        return self._keyed is not None and (
            key in (_Key.Key_Escape, *_OPENING, *_CLEARING) or _starts_a_number(event)
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select and change numbers by keys."""
        scene = self.scene()
        if scene.is_editable and self._keeps(event):
            self._press_key(event, scene)
        else:
            super().keyPressEvent(event)

    def _press_key(self, event: QKeyEvent, scene: Scene) -> None:
        key = _Key(event.key())
        if key in _SELECTING:
            self._step(_SELECTING[key], scene)
        elif self._keyed is None:
            self._step(0, scene)
        elif key in _CHANGING:
            large = bool(event.modifiers() & _Modifier.ControlModifier)
            band = scene.view.band(self._keyed.row)
            step = nice((band.high - band.low) / _STEPS)
            by = _CHANGING[key] * (10 if large else 1) * step
            self._edit(self._keyed, snapped(scene.number(self._keyed) + by, step))
        elif key == _Key.Key_Escape:
            self._select(None)
        elif key in _CLEARING:
            self._edit(self._keyed, 0.0)
            self.edit_ended.emit()
        else:
            self._open_line(event.text() if _starts_a_number(event) else "")

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the kernel (Tab) or to the signal (back), where one is selected."""
        scene, spot = self.scene(), self._keyed
        if spot is not None and self.hasFocus() and forward != (spot.row == "kernel"):
            kernel = Spot("kernel", scene.size // 2)
            self._select(kernel if forward else _middle(scene))
            return True
        return super().focusNextPrevChild(forward)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select a number when Tab brings the focus."""
        super().focusInEvent(event)
        scene = self.scene()
        if scene.is_editable and event.reason() in _TABS:
            self._step(0, scene)
        self._selected = self._keyed
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Select nothing more, and end the step that undo takes back."""
        super().focusOutEvent(event)
        if not self._editor.is_open:
            self._selected = None
            self.edit_ended.emit()
            self.update()

    def _step(self, by: int, scene: Scene) -> None:
        """Select the bar so many further on; without one, that in the window's middle."""
        spot = self._keyed
        if spot is None:
            spot, by = _middle(scene), 0
        last = len(scene.own(spot.row)) - 1
        self._select(Spot(spot.row, min(max(spot.index + by, 0), last)))

    def _select(self, spot: Spot | None) -> None:
        """Select a bar, or none, and say what it is."""
        if spot == self._keyed:
            return
        self._keyed = self._selected = spot
        self.edit_ended.emit()
        if spot is not None:
            text = told(self.scene(), spot)
            self.setAccessibleDescription(text)
            self.announce(text)
            if self.hasFocus():
                hint = self.tr("Type a number, or change it with Shift+↑ and ↓.")
                self.notified.emit(f"{text} {hint}")
        self.update()

    @override
    def _follow_other_numbers(self) -> None:
        scene = self.scene()
        if self._keyed is not None and not scene.can_change(self._keyed):
            self._step(0, scene)

    def _open_line(self, text: str) -> None:
        """Let a number be typed over the selected bar; ``text`` is its first sign."""
        scene, spot = self.scene(), self._keyed
        if spot is None or not scene.can_change(spot):
            return
        self.touched.emit()
        shown = text or full(scene.number(spot))
        self._editor.open_at(*scene.top(spot), shown, is_typed=bool(text))

    @Slot(float)
    def _on_number_given(self, value: float) -> None:
        if self._keyed is None:
            return
        self._edit(self._keyed, value)
        self.edit_ended.emit()
        if self.hasFocus():
            self._step(1, self.scene())

    @Slot(str)
    def _on_text_refused(self, text: str) -> None:
        self.notified.emit(refused_number(text))

    def _edit(self, spot: Spot, value: float) -> None:
        """Ask for another number of a bar."""
        self.touched.emit()
        if self._held is not None:
            self._held = spot
        if spot.row == "kernel":
            self.weight_dragged.emit(spot.index, value)
        else:
            self.value_dragged.emit(spot.index, value)
        self.notified.emit(told(self.scene(), spot))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._editor.close_line()
        super().resizeEvent(event)

    def name_editor(self) -> None:
        """Put what is typed into a bar under a name of the language of now."""
        tip = self.tr("Enter: save. Esc: cancel.")
        set_names(self._editor, "bar_editor", self.tr("Number of the bar"), tip)


def _middle(scene: Scene) -> Spot:
    """Return the number of the signal over the middle of the window."""
    if scene.position is None:
        return Spot("signal", 0)
    middle = int(scene.picture.middle(scene.position))
    return Spot("signal", min(max(middle, 0), len(scene.own("signal")) - 1))


def _starts_a_number(event: QKeyEvent) -> bool:
    return bool(event.text()) and event.text() in _STARTS_A_NUMBER


def _shift(event: QKeyEvent) -> bool | None:
    """Whether Shift is held; ``None`` with keys that make it another shortcut."""
    held = event.modifiers() & ~_Modifier.KeypadModifier
    if held & (_Modifier.AltModifier | _Modifier.MetaModifier):
        return None
    shift = bool(held & _Modifier.ShiftModifier)
    return None if held & _Modifier.ControlModifier and not shift else shift
