"""What every bar of colours with numbers at its ends says to a screen reader."""

from abc import abstractmethod

from PySide6.QtCore import QRectF
from typing_extensions import override

from cnnviz.ui.accessibility.cell_source import CellSource
from cnnviz.ui.accessibility.read_list import ReadList
from cnnviz.ui.page import Retranslated


class ColourScale(Retranslated):
    """The base of the legends: which number has which colour."""

    @abstractmethod
    def ends(self) -> tuple[str, str] | None:
        """Return the numbers at both ends; ``None`` while nothing is shown."""

    def accessible_cells(self) -> CellSource:
        """Return what stands at the ends, as one thing to read."""
        return ReadList(
            lambda: int(self.ends() is not None),
            self._ends_words,
            lambda _index: QRectF(self.rect()),
        )

    def _ends_words(self, _index: int) -> str:
        low, high = self.ends() or ("", "")
        return self.tr("from {low} to {high}").format(low=low, high=high)

    @override
    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Colour scale"))
