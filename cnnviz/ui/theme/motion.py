"""Whether things on a widget move, and how."""

from typing import Final

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation, Slot
from PySide6.QtWidgets import QStyle, QWidget

from cnnviz.ui.theme import tokens


def _curve(x0: float, y0: float, x1: float, y1: float) -> QEasingCurve:
    made = QEasingCurve(QEasingCurve.Type.BezierSpline)
    made.addCubicBezierSegment(QPointF(x0, y0), QPointF(x1, y1), QPointF(1, 1))
    return made


EASED: Final = _curve(*tokens.EASING)
"""How what explains moves: it sets out slowly, and arrives more slowly still."""


def moves(widget: QWidget, reduced_motion: bool) -> bool:
    """Whether things on a widget may move: it is seen, and nobody asked for stillness."""
    if reduced_motion or not widget.isVisible():
        return False
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return widget.style().styleHint(hint, None, widget) != 0


def animation(
    of: QObject,
    duration_ms: int,
    easing: QEasingCurve.Type,
    start: float = 0.0,
    end: float = 1.0,
) -> QVariantAnimation:
    """Return an animation that goes from one number to another."""
    made = QVariantAnimation(of)
    made.setStartValue(start)
    made.setEndValue(end)
    made.setDuration(duration_ms)
    made.setEasingCurve(easing)
    return made


def is_running(animation: QVariantAnimation) -> bool:
    """Whether an animation is on its way."""
    return animation.state() == QVariantAnimation.State.Running


class Receding(QObject):
    """How far what takes no part has receded on a widget: all at once where nothing moves.

    Attributes
    ----------
    reduced_motion
        Whether it recedes at once.
    """

    def __init__(self, of: QWidget) -> None:
        super().__init__(of)
        self._of, self._is_on = of, False
        self.reduced_motion = False
        self._fade = animation(self, tokens.DIM_MS, tokens.EASING_OPEN)
        self._fade.valueChanged.connect(self._on_faded)

    @property
    def share(self) -> float:
        """From 0, nothing has receded yet, to 1."""
        return float(self._fade.currentValue()) if is_running(self._fade) else 1.0

    def render(self, on: bool) -> None:
        """Let things recede, or take it that none does any more."""
        if on != self._is_on:
            self._is_on = on
            self._fade.stop()
            if on and moves(self._of, self.reduced_motion):
                self._fade.start()

    @Slot()
    def _on_faded(self) -> None:
        self._of.update()
