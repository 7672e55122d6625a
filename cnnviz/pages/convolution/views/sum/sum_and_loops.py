"""The sum of a step and the loops that make it, side by side where there is the width."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from cnnviz.pages.convolution.presenters.loop_timing import LoopTiming
from cnnviz.pages.convolution.views.algorithm.algorithm_panel import AlgorithmPanel
from cnnviz.ui.theme import tokens
from cnnviz.ui.unit_view.sum.sum_row import SumRow

_SHORT: Final = 720
"""Pixels of height below which the sum gives some up to the grids."""

_WIDE: Final = 1500
"""Pixels of width from which the loops have room beside the sum."""

_MOST_HEIGHT: Final = 360
"""Pixels that the longest loops need; more would be taken from the picture."""


class SumAndLoops(QBoxLayout):
    """Lays out a sum and, when they are asked for, the loops: both tell one thing.

    No widget around the two: every one more makes what changes in it reach the page a
    frame later, which then is seen in the sizes of before.
    """

    def __init__(self, row: SumRow, loops: AlgorithmPanel, page: QWidget) -> None:
        super().__init__(QBoxLayout.Direction.TopToBottom)
        self._row, self._loops, self._page = row, loops, page
        self.setSpacing(tokens.SPACE_S)
        self.addWidget(row, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(loops, 1)
        loops.setVisible(False)
        page.installEventFilter(self)

    def follow(self, timing: LoopTiming) -> None:
        """Have the loops measured when that is asked for, and show what comes."""
        self._loops.timing_requested.connect(timing.request)
        timing.arrived.connect(self._loops.show_times)
        timing.failed.connect(self._loops.show_no_times)

    def show_loops(self, shown: bool) -> None:
        """Show the loops, or the sum alone."""
        self._loops.setVisible(shown)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        """Lay them beside or below each other, as the page has room."""
        page, way = self._page, QBoxLayout.Direction
        is_wide = page.width() >= _WIDE
        self.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
        for place, share in enumerate((1, 2) if is_wide else (0, 1)):
            self.setStretch(place, share)
        most = _MOST_HEIGHT if is_wide else self._loops.minimumHeight()
        self._loops.setMaximumHeight(most)
        is_below = not self._loops.isHidden() and not is_wide
        self._row.set_short(page.height() < _SHORT or is_below)
