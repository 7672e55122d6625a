"""The sum of a step and the loops that make it, side by side where there is the width."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from cnnviz.pages.convolution.views.algorithm.algorithm_panel import AlgorithmPanel
from cnnviz.ui.layouts import in_column
from cnnviz.ui.theme import tokens
from cnnviz.ui.unit_view.sum.sum_row import SumRow

_SHORT: Final = 720
"""Pixels of height below which the sum gives some up to the grids."""

_WIDE: Final = 1500
"""Pixels of width from which the loops have room beside the sum."""

_MOST_HEIGHT: Final = 360
"""Pixels that the longest loops need; more would be taken from the picture."""


class SumAndLoops(QWidget):
    """Lays out a sum and, when they are asked for, the loops: both tell one thing."""

    def __init__(self, row: SumRow, loops: AlgorithmPanel, parent: QWidget) -> None:
        super().__init__(parent)
        self._row, self._loops = row, loops
        self._box = in_column(row, (loops, 1), gap=tokens.SPACE_S, of=self)
        self._box.setAlignment(row, Qt.AlignmentFlag.AlignTop)
        loops.setVisible(False)

    def fit(self, page: QSize) -> None:
        """Lay them beside or below each other, as a page of that size has room."""
        is_wide, way = page.width() >= _WIDE, QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
        for place, share in enumerate((1, 2) if is_wide else (0, 1)):
            self._box.setStretch(place, share)
        most = _MOST_HEIGHT if is_wide else self._loops.minimumHeight()
        self._loops.setMaximumHeight(most)
        is_below = not self._loops.isHidden() and not is_wide
        self._row.set_short(page.height() < _SHORT or is_below)
