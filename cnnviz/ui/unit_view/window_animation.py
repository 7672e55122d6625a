"""The window's glide from one cell to the next."""

from PySide6.QtCore import (
    QObject,
    QPointF,
    QSignalBlocker,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QWidget

from cnnviz.engine.convolution.operations import AnyStep
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.motion import is_running, moves

LONGEST_MS = tokens.WINDOW_STEP_MS
_FASTEST_GLIDE = 20.0
"""Above this many steps a second there is no time to glide."""


class Glide(QObject):
    """Give the corner of the window on its way; jumps where a glide would not help.

    It glides between neighbours only, and not at all with reduced motion: the
    platform's (a style without animations) or the page's own.

    Signals
    -------
    moved(top, left)
        Where the window's corner is now, in parts of cells.
    """

    moved = Signal(float, float)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.reduced_motion = False
        self._to = QPointF(0, 0)
        self._cell: tuple[int, int] | None = None
        self._animation = QVariantAnimation(self)
        self._animation.setEasingCurve(tokens.EASING_STEP)
        self._animation.valueChanged.connect(self._on_value_changed)

    def go(self, step: AnyStep, steps_per_second: float | None) -> None:
        """Bring the window to a step; the speed is given while playing."""
        target = QPointF(step.left, step.top)
        before, self._cell = self._cell, (step.row, step.col)
        if target == self._to and before == self._cell:
            return
        here = self._animation.currentValue() if self._is_gliding() else self._to
        self._animation.stop()
        self._to = target
        if self._jumps(before, step, steps_per_second):
            self._on_value_changed(target)
            return
        with QSignalBlocker(self._animation):  # it would be at both ends for a moment
            self._animation.setStartValue(here)
            self._animation.setEndValue(target)
        longest = LONGEST_MS if steps_per_second is None else 700 / steps_per_second
        self._animation.setDuration(int(min(LONGEST_MS, longest)))
        self._animation.start()

    def stop(self) -> None:
        """Be where the window is going to."""
        if self._is_gliding():
            self._animation.stop()
            self._on_value_changed(self._to)

    def _jumps(
        self, before: tuple[int, int] | None, step: AnyStep, speed: float | None
    ) -> bool:
        if before is None or not moves(self._widget, self.reduced_motion):
            return True
        if speed is not None and speed > _FASTEST_GLIDE:
            return True
        return abs(before[0] - step.row) + abs(before[1] - step.col) > 1

    def _is_gliding(self) -> bool:
        return is_running(self._animation)

    @Slot(object)
    def _on_value_changed(self, corner: QPointF) -> None:
        self.moved.emit(corner.y(), corner.x())
