"""The kernel's ways in one dimension: from place to place, and round its middle."""

from typing import Final

from PySide6.QtCore import QAbstractAnimation, QObject, QVariantAnimation
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QStyle, QWidget

from cnnviz.ui.theme import tokens
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
        self._way = self._animation(LONGEST_MS)
        self._turn = self._animation(TURN_MS)

    def _animation(self, duration_ms: int) -> QVariantAnimation:
        animation = QVariantAnimation(self)
        animation.setStartValue(0.0)
        animation.setEndValue(1.0)
        animation.setDuration(duration_ms)
        animation.setEasingCurve(tokens.EASING_STEP)
        animation.valueChanged.connect(self.moved)
        return animation

    @property
    def start(self) -> float:
        """The place of the kernel's first number now."""
        if not _runs(self._way):
            return self._to
        share = float(self._way.currentValue())
        return self._from + share * (self._to - self._from)

    @property
    def turned(self) -> float:
        """How far the kernel has turned: 0 at the start of a turn, 1 at rest."""
        return float(self._turn.currentValue()) if _runs(self._turn) else 1.0

    def go(self, start: float, steps_per_second: float | None) -> None:
        """Glide to a place; the speed is given while playing."""
        if start == self._to:
            return
        here = self.start
        self._way.stop()
        self._from, self._to = here, start
        if self._jumps() or (steps_per_second or 0.0) > _FASTEST_GLIDE:
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
        if not self._jumps():
            self._turn.start()

    def stop(self) -> None:
        """Be where the kernel is going to, and turned."""
        if _runs(self._way) or _runs(self._turn):
            self._way.stop()
            self._turn.stop()
            self.moved.emit()

    def _jumps(self) -> bool:
        if self.reduced_motion or not self._widget.isVisible():
            return True
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._widget.style().styleHint(hint, None, self._widget) == 0


def _runs(animation: QVariantAnimation) -> bool:
    return animation.state() == QAbstractAnimation.State.Running
