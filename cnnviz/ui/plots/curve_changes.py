"""Dashed lines across a plot, each with a word: where something was changed."""

from collections.abc import Sequence
from typing import Final

import pyqtgraph as pg
from PySide6.QtGui import QColor

from cnnviz.ui.theme import tokens

_DASH: Final = [4, 4]
_LABEL_AT: Final = 0.94
"""How high the words stand, of the height of the plot."""

Change = tuple[int, str]
"""The batch after which it was, and what is said of it."""


class CurveChanges:
    """Draw changes into a plot's view.

    Parameters
    ----------
    view
        Of pyqtgraph.
    """

    def __init__(self, view: pg.ViewBox) -> None:
        self._view = view
        self._lines: list[pg.InfiniteLine] = []
        self._shown: tuple[Change, ...] = ()
        self._ink, self._ground = QColor(), QColor()

    @property
    def shown(self) -> tuple[Change, ...]:
        """What is drawn."""
        return self._shown

    def show(self, changes: Sequence[Change]) -> None:
        """Draw these; the same ones again change nothing."""
        if tuple(changes) == self._shown:
            return
        for line in self._lines:
            self._view.removeItem(line)
        self._shown = tuple(changes)
        self._lines = [self._line(*change) for change in changes]

    def set_colours(self, ink: QColor, ground: QColor) -> None:
        """Draw in other colours."""
        self._ink, self._ground = ink, ground
        shown, self._shown = self._shown, ()
        self.show(shown)

    def _line(self, step: int, text: str) -> pg.InfiniteLine:
        line = pg.InfiniteLine(
            step,
            angle=90,
            pen=pg.mkPen(self._ink, width=tokens.LINE_THIN, dash=_DASH),
            label=text,
            # On the ground, so that a curve does not run through the words.
            labelOpts={"position": _LABEL_AT, "color": self._ink, "fill": self._ground},
        )
        self._view.addItem(line, ignoreBounds=True)
        return line
