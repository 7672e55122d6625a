"""Whether things on a widget move, and how."""

from typing import Final

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation
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
