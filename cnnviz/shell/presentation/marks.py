"""Lines drawn by hand over a presentation, which fade by themselves."""

import time
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from cnnviz.ui.theme import tokens

_FADING: Final = tokens.EXPLAIN_MS / 1000


@dataclass(slots=True)
class Mark:
    """One line; while the hand draws it, it does not age.

    Attributes
    ----------
    path
        Where the hand was, in pixels.
    finished
        ``time.monotonic()`` when the hand let go; ``None`` before that.
    """

    path: QPainterPath = field(default_factory=QPainterPath)
    finished: float | None = None

    def strength(self, now: float) -> float:
        """Return how much is left of it, from 1 to 0."""
        if self.finished is None:
            return 1.0
        left = tokens.MARK_MS / 1000 - (now - self.finished)
        return min(1.0, max(0.0, left / _FADING))

    def bounds(self) -> QRect:
        """Return what it covers."""
        wide = tokens.PEN_MARK_PX
        return (
            self.path.boundingRect().toAlignedRect().adjusted(-wide, -wide, wide, wide)
        )


class Marks:
    """The lines that are still seen, oldest first."""

    def __init__(self) -> None:
        self._marks: list[Mark] = []

    def __len__(self) -> int:
        return len(self._marks)

    @property
    def bounds(self) -> QRect:
        """What all of them cover."""
        covered = QRect()
        for mark in self._marks:
            covered = covered.united(mark.bounds())
        return covered

    def begin(self, at: QPointF) -> None:
        """Put the pen down."""
        self.finish()
        self._marks.append(Mark())
        self._marks[-1].path.moveTo(at)
        self._marks[-1].path.lineTo(at)  # a touch alone makes a dot

    def go_on(self, to: QPointF) -> QRect:
        """Draw on; return what has to be painted."""
        if not self._marks or self._marks[-1].finished is not None:
            return QRect()
        path, wide = self._marks[-1].path, tokens.PEN_MARK_PX
        since = QRect(path.currentPosition().toPoint(), to.toPoint()).normalized()
        path.lineTo(to)
        return since.adjusted(-wide, -wide, wide, wide)

    def finish(self) -> None:
        """Lift the pen: the line begins to age."""
        if self._marks and self._marks[-1].finished is None:
            self._marks[-1].finished = time.monotonic()

    def wipe(self) -> None:
        """Take every line away."""
        self._marks.clear()

    def age(self) -> bool:
        """Drop what has faded; return whether anything looks different now."""
        now = time.monotonic()
        before = len(self._marks)
        self._marks = [mark for mark in self._marks if mark.strength(now) > 0]
        fades = any(mark.strength(now) < 1 for mark in self._marks)
        return fades or len(self._marks) != before

    def paint(self, painter: QPainter, ink: QColor) -> None:
        """Paint every line, as strong as it still is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = time.monotonic()
        for mark in self._marks:
            colour = QColor(ink)
            colour.setAlphaF(mark.strength(now))
            pen = QPen(colour, tokens.PEN_MARK_PX)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(mark.path, pen)
