"""The probabilities of the classes as a painted grid: read, copied and heard."""

from abc import abstractmethod
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.ui.canvas.cell_grid import CellGrid, Rows
from cnnviz.ui.class_text import class_words
from cnnviz.ui.numbers import sure_percent


class ProbabilityGrid(CellGrid):
    """One cell a class, in the order of the classes; a subclass paints them."""

    in_a_row: ClassVar[bool] = False
    """Whether the classes stand side by side rather than one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: tuple[str, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._shares: NDArray[np.float32] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def render_state(
        self, labels: tuple[str, ...], shares: NDArray[np.float32] | None
    ) -> None:
        """Show the probability of each label; ``None`` leaves the places empty."""
        if labels is self._given and shares is self._shares:
            return
        self._given, self._shares = labels, shares
        self._retranslate()

    def _spoken(self) -> range | tuple[int, ...]:
        """Return the classes that a screen reader tells of: all."""
        return range(0 if self._shares is None else len(self._shares))

    def _said(self, index: int) -> str:
        return self.reading_of(*self._cell_of(index))

    def _cell_of(self, index: int) -> tuple[int, int]:
        return (0, index) if self.in_a_row else (index, 0)

    @property
    def best(self) -> int:
        """The class of the largest share; -1 before there is one."""
        return -1 if self._shares is None else int(self._shares.argmax())

    @abstractmethod
    def class_at(self, point: QPointF) -> int:
        """Return the number of the class at a point, which may be none that there is."""

    @override
    def readable(self) -> tuple[range, range]:
        """Return one cell for each class, in one row or in one column."""
        one, classes = range(1), range(len(self._labels))
        return (one, classes) if self.in_a_row else (classes, one)

    @override
    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        index = self.class_at(point)
        return self._cell_of(index) if 0 <= index < len(self._labels) else None

    @override
    def number_at(self, row: int, column: int) -> str:
        """Return a class's probability in per cent; "" before there is one."""
        shares = self._shares
        return "" if shares is None else sure_percent(float(shares[row + column]))

    @override
    def place_words(self, row: int, column: int) -> str:
        return self._labels[row + column]

    @override
    def numbers(self) -> Rows | None:
        """Return the probabilities as they stand; None before there are any."""
        shares = self._shares
        if shares is None:
            return None
        return shares[np.newaxis] if self.in_a_row else shares[:, np.newaxis]

    @override
    def _retranslate(self) -> None:
        """Tell a screen reader what is shown, and write it anew."""
        self._labels = class_words(self._given)
        self.setAccessibleDescription(", ".join(map(self._said, self._spoken())))
        self.update()
