"""The bar that the keyboard has selected, and what keys do to it."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from cnnviz.pages.convolution.views.signal.signal_geometry import nice, snapped
from cnnviz.pages.convolution.views.signal.signal_pointer import is_editable
from cnnviz.pages.convolution.views.signal.signal_scene import Scene, Spot, number_of

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
_STARTS_A_NUMBER: Final = "0123456789-−.,"


class SignalKeys(QObject):
    """Select a bar with Shift and the arrows; change it with Shift and up or down.

    Arrows alone go on walking the window. A number that is typed, F2 or Enter open the
    line over the selected bar; Esc lets go of it.

    Signals
    -------
    selected(spot)
        Another bar is selected, or none (``None``).
    edited(spot, value)
        The selected bar is given a number.
    edit_ended()
        The next change is another one.
    line_requested(text)
        A number is to be typed; ``text`` is its first sign, or empty.
    """

    selected = Signal(object)
    edited = Signal(object, float)
    edit_ended = Signal()
    line_requested = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.spot: Spot | None = None

    def select(self, spot: Spot | None) -> None:
        """Select a bar, or none."""
        if spot != self.spot:
            self.spot = spot
            self.edit_ended.emit()
            self.selected.emit(spot)

    def hold(self, scene: Scene) -> None:
        """Keep the selection among the bars that there are."""
        if self.spot is not None and not is_editable(scene, self.spot):
            last = _count(scene, self.spot) - 1
            self.select(Spot(self.spot.row, min(max(self.spot.index, 0), last)))

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is for the bars, and not for the page's shortcuts."""
        shift, key = _shift(event), _Key(event.key())
        if shift is None:
            return False
        if shift and (key in _SELECTING or key in _CHANGING):
            return True
        return self.spot is not None and (
            key in (_Key.Key_Escape, _Key.Key_F2, _Key.Key_Return, _Key.Key_Enter)
            or key in (_Key.Key_Delete, _Key.Key_Backspace)
            or (bool(event.text()) and event.text() in _STARTS_A_NUMBER)
        )

    def press(self, event: QKeyEvent, scene: Scene) -> None:
        """Do what a wanted key means."""
        key = _Key(event.key())
        if key in _SELECTING:
            self.step(_SELECTING[key], scene)
        elif self.spot is None:
            self.step(0, scene)
        elif key in _CHANGING:
            large = bool(event.modifiers() & _Modifier.ControlModifier)
            self._change(_CHANGING[key] * (10 if large else 1), self.spot, scene)
        elif key == _Key.Key_Escape:
            self.select(None)
        elif key in (_Key.Key_Delete, _Key.Key_Backspace):
            self.edited.emit(self.spot, 0.0)
            self.edit_ended.emit()
        else:
            is_sign = bool(event.text()) and event.text() in _STARTS_A_NUMBER
            self.line_requested.emit(event.text() if is_sign else "")

    def step(self, by: int, scene: Scene) -> None:
        """Select the bar so many further on; without one, that in the window's middle."""
        spot = self.spot
        if spot is None:
            place = 0.0
            if scene.position is not None:
                place = scene.picture.middle(scene.position)
            spot, by = Spot("signal", int(place)), 0
        last = _count(scene, spot) - 1
        self.select(Spot(spot.row, min(max(spot.index + by, 0), last)))

    def next_row(self, forward: bool, scene: Scene) -> bool:
        """Go to the kernel (Tab) or to the signal (back); whether there was one."""
        if self.spot is None or forward == (self.spot.row == "kernel"):
            return False
        if forward:
            self.select(Spot("kernel", len(scene.picture.kernel_k) // 2))
        else:
            self.select(Spot("signal", 0))
            self.spot = None
            self.step(0, scene)
            self.selected.emit(self.spot)
        return True

    def _change(self, steps: int, spot: Spot, scene: Scene) -> None:
        band = scene.view.band(spot.row)
        step = nice((band.high - band.low) / _STEPS)
        self.edited.emit(spot, snapped(number_of(scene, spot) + steps * step, step))


def _count(scene: Scene, spot: Spot) -> int:
    picture = scene.picture
    return len(picture.kernel_k if spot.row == "kernel" else picture.signal_n)


def _shift(event: QKeyEvent) -> bool | None:
    """Whether Shift is held; ``None`` with keys that make it another shortcut."""
    held = event.modifiers() & ~_Modifier.KeypadModifier
    if held & (_Modifier.AltModifier | _Modifier.MetaModifier):
        return None
    shift = bool(held & _Modifier.ShiftModifier)
    return None if held & _Modifier.ControlModifier and not shift else shift
