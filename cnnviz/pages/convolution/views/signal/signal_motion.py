"""The kernel's ways in one dimension: from place to place, and round its middle."""

from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.motion import animation, is_running, moves
from cnnviz.ui.unit_view.window_animation import Way

TURN_MS: Final = tokens.TURN_MS


class SignalMotion(Way):
    """Say where the kernel is on its way, and how far it has turned.

    Neither moves with reduced motion: the platform's (a style without animations) or
    the page's own.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._turn = animation(self, TURN_MS, tokens.EASING_STEP)
        self._turn.valueChanged.connect(self.moved)

    @property
    def start(self) -> float:
        """The place of the kernel's first number now."""
        return self.here[1]

    @property
    def turned(self) -> float:
        """How far the kernel has turned: 0 at the start of a turn, 1 at rest."""
        return float(self._turn.currentValue()) if is_running(self._turn) else 1.0

    def go(self, start: float, steps_per_second: float | None) -> None:
        """Glide to a place; the speed is given while playing."""
        if start != self._to[1]:
            self.move_to((0.0, start), steps_per_second)

    def be(self, start: float) -> None:
        """Stand at a place at once."""
        self._animation.stop()
        self._from = self._to = (0.0, start)

    def turn(self) -> None:
        """Be seen to turn round."""
        self._turn.stop()
        if moves(self._widget, self.reduced_motion):
            self._turn.start()

    @override
    def stop(self) -> None:
        """Be where the kernel is going to, and turned."""
        was_turning = is_running(self._turn)
        self._turn.stop()
        super().stop()
        if was_turning:
            self.moved.emit()
