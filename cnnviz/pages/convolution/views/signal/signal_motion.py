"""The kernel's ways in one dimension: from place to place, and round its middle."""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.motion import animation, is_running, moves
from cnnviz.ui.unit_view.window_animation import LONGEST_MS

_FASTEST_GLIDE: Final = 20.0
"""Above this many steps a second there is no time to glide."""
TURN_MS: Final = tokens.TURN_MS


class SignalMotion(QObject):
    """Say where the kernel is on its way, and how far it has turned.

    Neither moves with reduced motion: the platform's (a style without animations) or
    the page's own.

    Signals
    -------
    moved()
        The kernel is elsewhere, or has turned on.
    """

    moved = QtSignal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.reduced_motion = False
        self._from = self._to = 0.0
        self._way = animation(self, LONGEST_MS, tokens.EASING_STEP)
        self._turn = animation(self, TURN_MS, tokens.EASING_STEP)
        self._way.valueChanged.connect(self.moved)
        self._turn.valueChanged.connect(self.moved)

    @property
    def start(self) -> float:
        """The place of the kernel's first number now."""
        if not is_running(self._way):
            return self._to
        share = float(self._way.currentValue())
        return self._from + share * (self._to - self._from)

    @property
    def turned(self) -> float:
        """How far the kernel has turned: 0 at the start of a turn, 1 at rest."""
        return float(self._turn.currentValue()) if is_running(self._turn) else 1.0

    def go(self, start: float, steps_per_second: float | None) -> None:
        """Glide to a place; the speed is given while playing."""
        if start == self._to:
            return
        here = self.start
        self._way.stop()
        self._from, self._to = here, start
        is_fast = (steps_per_second or 0.0) > _FASTEST_GLIDE
        if is_fast or not moves(self._widget, self.reduced_motion):
            self.moved.emit()
            return
        longest = LONGEST_MS if steps_per_second is None else 700 / steps_per_second
        self._way.setDuration(int(min(LONGEST_MS, longest)))
        self._way.start()

    def be(self, start: float) -> None:
        """Stand at a place at once."""
        self._way.stop()
        self._from = self._to = start

    def turn(self) -> None:
        """Be seen to turn round."""
        self._turn.stop()
        if moves(self._widget, self.reduced_motion):
            self._turn.start()

    def stop(self) -> None:
        """Be where the kernel is going to, and turned."""
        if is_running(self._way) or is_running(self._turn):
            self._way.stop()
            self._turn.stop()
            self.moved.emit()
