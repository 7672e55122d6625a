"""The window's glide from one cell to the next."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cnnviz.engine.convolution.operations import AnyStep
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.motion import animation, is_running, moves

LONGEST_MS = tokens.WINDOW_STEP_MS
_FASTEST_GLIDE = 20.0
"""Above this many steps a second there is no time to glide."""


class Way(QObject):
    """Where something is on its way from one place (row, column) to another.

    It jumps where things shall not move: the platform's wish (a style without
    animations) or the page's own.

    Signals
    -------
    moved()
        It is elsewhere.
    """

    moved = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.reduced_motion = False
        self._from = self._to = (0.0, 0.0)
        self._animation = animation(self, LONGEST_MS, tokens.EASING_STEP)
        self._animation.valueChanged.connect(self.moved)

    @property
    def here(self) -> tuple[float, float]:
        """Where it is now, in parts of cells."""
        if not is_running(self._animation):
            return self._to
        share = float(self._animation.currentValue())
        return (
            self._from[0] + share * (self._to[0] - self._from[0]),
            self._from[1] + share * (self._to[1] - self._from[1]),
        )

    def move_to(
        self,
        target: tuple[float, float],
        steps_per_second: float | None,
        *,
        jumps: bool = False,
    ) -> None:
        """Glide to a place, or jump; the speed is given while playing."""
        here = self.here
        self._animation.stop()
        self._from, self._to = here, target
        is_too_fast = (steps_per_second or 0.0) > _FASTEST_GLIDE
        if jumps or is_too_fast or not moves(self._widget, self.reduced_motion):
            self.moved.emit()
            return
        longest = LONGEST_MS if steps_per_second is None else 700 / steps_per_second
        self._animation.setDuration(int(min(LONGEST_MS, longest)))
        self._animation.start()

    def stop(self) -> None:
        """Be where it is going to."""
        if is_running(self._animation):
            self._animation.stop()
            self.moved.emit()


class Glide(Way):
    """Give the corner of the window on its way; it glides between neighbours only."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._cell: tuple[int, int] | None = None

    def go(self, step: AnyStep, steps_per_second: float | None) -> None:
        """Bring the window to a step; the speed is given while playing."""
        target = (float(step.top), float(step.left))
        before, self._cell = self._cell, (step.row, step.col)
        if target == self._to and before == self._cell:
            return
        is_near = (
            before is not None
            and abs(before[0] - step.row) + abs(before[1] - step.col) <= 1
        )
        self.move_to(target, steps_per_second, jumps=not is_near)
