"""The sum and the loops that tell the same additions, laid out as there is room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout

from cnnviz.pages.convolution.views.algorithm.algorithm_panel import AlgorithmPanel
from cnnviz.ui.layouts import in_column
from cnnviz.ui.theme import tokens
from cnnviz.ui.unit_view.sum.sum_row import SumRow

_SHORT = 720
"""Pixels of height below which the sum gives some up to the grids."""

_WIDE = 1500
"""Pixels of width from which the loops stand beside the sum."""

_MOST_ALGORITHM = 360
"""Pixels that the longest loops need; more would be taken from the picture."""


class SumAndLoops:
    """Side by side where there is the width, else below each other.

    Attributes
    ----------
    box
        The layout of both.
    """

    def __init__(self, row: SumRow, loops: AlgorithmPanel) -> None:
        self._row, self._loops = row, loops
        loops.setVisible(False)
        self.box: QBoxLayout = in_column(row, (loops, 1), gap=tokens.SPACE_S)
        self.box.setAlignment(row, Qt.AlignmentFlag.AlignTop)

    def fit(self, page: QSize) -> None:
        """Lay them out on a page of a size."""
        has_loops = not self._loops.isHidden()
        is_wide = page.width() >= _WIDE
        way = QBoxLayout.Direction
        self.box.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
        self.box.setStretch(0, int(is_wide))
        self.box.setStretch(1, 2 if is_wide else 1)
        most = _MOST_ALGORITHM if is_wide else self._loops.minimumHeight()
        self._loops.setMaximumHeight(most)
        self._row.set_short(page.height() < _SHORT or (has_loops and not is_wide))
