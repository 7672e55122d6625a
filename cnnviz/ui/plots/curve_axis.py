"""An axis whose numbers are written the reader's way."""

from collections.abc import Sequence

import pyqtgraph as pg
from typing_extensions import override

from cnnviz.ui.numbers import short, whole


class CurveAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Write tick labels with the language's decimal sign; counts as whole numbers."""

    def __init__(
        self, orientation: str, *, counts: bool = False, overhang: int = 15
    ) -> None:
        super().__init__(orientation)
        self._counts = counts
        self.enableAutoSIPrefix(False)
        # Labels may reach this many pixels over the ends of the axis: otherwise the 0 is
        # left out, being next to the frame, and a long number under the other end.
        self.setStyle(hideOverlappingLabels=overhang)

    @override
    def tickStrings(
        self, values: Sequence[float], scale: float, spacing: float
    ) -> list[str]:
        if self._counts:
            return [whole(round(v)) if float(v).is_integer() else "" for v in values]
        return [short(value) for value in values]

    def retranslate(self) -> None:
        """Write the numbers anew after a change of language."""
        self.picture = None
        self.update()
