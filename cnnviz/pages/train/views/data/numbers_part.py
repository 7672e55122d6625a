"""One picture as its numbers: the row of a table, the pixels, what the network gets."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QScrollArea, QWidget
from typing_extensions import override

from cnnviz.engine.datasets.looking import one_hot
from cnnviz.engine.networks.layers import Network
from cnnviz.pages.train.views.data.data_words import DataWords
from cnnviz.pages.train.views.data.number_cells import (
    ROW_HEIGHT,
    NumberRow,
    PixelGrid,
    Written,
)
from cnnviz.ui.canvas.cell_grid import CellGrid
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import fixed, short, whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold

_MOST: Final = 200_000
"""Numbers that a row shows: a wider widget Qt does not know."""

_NUMBER, _CLASS = 54, 46
"""Pixels across of a number of the row, and of the vector."""

_LEVELS, _SHARES, _NORMALIZED = range(3)


class NumbersPart(Retranslated):
    """Show a picture as its numbers; a number and its pixel are read together."""

    def __init__(self, words: DataWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._levels: NDArray[np.uint8] | None = None
        self._label, self._classes = 0, 0
        self._norms: tuple[tuple[float, float], ...] = ()
        self._hint, self._said, self._title = (QLabel(self) for _ in range(3))
        self._row_said, self._hot_said = QLabel(self), QLabel(self)
        self.grid = PixelGrid(self, lambda level: whole(int(level)))
        self._row_area, self._hot_area = _strip(self), _strip(self)
        self.row, self.hot = NumberRow(self, _NUMBER), NumberRow(self, _CLASS)
        self._row_area.setWidget(self.row)
        self._hot_area.setWidget(self.hot)
        self.how = QComboBox(self)
        self._lay_out()
        for _ in (_LEVELS, _SHARES, _NORMALIZED):
            self.how.addItem("")
        self.how.currentIndexChanged.connect(self._render_row)
        self.grid.cell_hovered.connect(self._on_pixel_read)
        self.row.cell_hovered.connect(self._on_number_read)
        self._retranslate()

    def _lay_out(self) -> None:
        names = "numbers_hint", "numbers_said", "numbers_title"
        for label, name in zip(
            (self._hint, self._said, self._title), names, strict=True
        ):
            label.setObjectName(name)
            label.setWordWrap(True)
        self._title.setFont(half_bold(self._title.font()))
        # Of two lines at most, kept free: nothing jumps.
        self._said.setFixedHeight(2 * self._said.fontMetrics().lineSpacing())
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._body = QWidget(self)
        head = in_row((self._row_said, 1), self.how, gap=tokens.SPACE_M)
        right = in_column(
            self._title,
            head,
            self._row_area,
            self._said,
            self._hot_said,
            self._hot_area,
            (None, 1),
            gap=tokens.SPACE_M,
        )
        parts = (self.grid, 2), (right, 3)
        in_row(*parts, gap=tokens.SPACE_XL, of=self._body)
        in_column(self._hint, (self._body, 1), gap=0, of=self)

    def render_picture(
        self,
        levels: NDArray[np.uint8] | None,
        title: str,
        label: int,
        classes: int,
        network: Network,
    ) -> None:
        """Show a picture, ``H x W`` or ``C x H x W``, its class and what a network gets."""
        self._hint.setVisible(levels is None)
        self._body.setVisible(levels is not None)
        self._title.setText(title)
        norms = network.channel_normalizations
        channels = 1 if levels is None or levels.ndim == 2 else len(levels)
        self._norms = (
            tuple(norms) if len(norms) == channels else ((0.0, 1.0),) * channels
        )
        is_new = levels is not self._levels
        self._levels, self._label, self._classes = levels, label, classes
        self.grid.render_pixels(levels)
        if levels is None:
            return
        self._render_row()
        hot_k = one_hot(label, classes)
        self.hot.render_values(
            hot_k, hot_k * np.uint8(255), lambda one: whole(int(one)), self._words.name
        )
        self._hot_said.setText(self._hot_text())
        if is_new:
            self._said.setText(self.tr("Point at a number or a pixel."))
            self._hot_area.ensureVisible(
                self.hot.box_of(0, label).toRect().center().x(), 0
            )

    @Slot()
    def _render_row(self) -> None:
        if self._levels is None:
            return
        levels_n = self._levels.reshape(-1)[:_MOST]
        values_n, written = self._values(levels_n)
        self.row.render_values(
            values_n, levels_n, written, lambda index: whole(index + 1)
        )

    def _values(
        self, levels_n: NDArray[np.uint8]
    ) -> tuple[NDArray[np.generic], Written]:
        """Return the numbers of the row in the way that is chosen."""
        how = self.how.currentIndex()
        if how == _LEVELS:
            return levels_n, lambda level: whole(int(level))
        shares_n = levels_n / 255
        if how == _SHARES:
            return shares_n, lambda share: fixed(share, 3)
        norms_c2 = np.array(self._norms)
        channels_n = np.arange(len(shares_n)) // self._per_channel
        means_n, deviations_n = norms_c2[channels_n].T
        return (shares_n - means_n) / deviations_n, lambda value: short(value, 3)

    @property
    def _per_channel(self) -> int:
        rows, columns = self.grid.size_hw
        return max(1, rows * columns)

    @Slot(int, int)
    def _on_pixel_read(self, row: int, column: int) -> None:
        index = row * self.grid.size_hw[1] + column
        if index < len(self.row.readable()[1]):
            _read(self.row, 0, index)
            self.row.bring_into_view(0, index)
        self._say(index)

    @Slot(int, int)
    def _on_number_read(self, _row: int, index: int) -> None:
        row, column = divmod(index % self._per_channel, self.grid.size_hw[1])
        _read(self.grid, row, column)
        self._say(index)

    def _say(self, index: int) -> None:
        if self._levels is None:
            return
        rows, columns = self.grid.size_hw
        shape = len(self._norms), rows, columns
        level = int(self._levels.reshape(-1)[index])
        norm = self._norms[index // self._per_channel]
        self._said.setText(self._words.pixel(index, shape, level, norm))

    def _hot_text(self) -> str:
        text = self.tr("The class {name} as a vector: one place of {count} is 1.")
        return text.format(
            name=self._words.name(self._label), count=whole(self._classes)
        )

    @override
    def _retranslate(self) -> None:
        self._hint.setText(self.tr("Click a picture to see its numbers here."))
        self._row_said.setText(self.tr("The row of the table"))
        texts = (
            self.tr("0 to 255"),
            self.tr("÷ 255"),
            self.tr("as the network gets it"),
        )
        for index, text in enumerate(texts):
            with QSignalBlocker(self.how):
                self.how.setItemText(index, text)
        tip = self.tr("How the numbers of the row are written")
        set_names(self.how, "numbers_how", self.tr("Numbers"), tip)
        tip = self.tr("The picture; a pixel that is pointed at is marked in the row")
        set_names(self.grid, "numbers_grid", self.tr("Pixels"), tip)
        tip = self.tr("The numbers one after the other, row by row")
        set_names(self.row, "numbers_row", self.tr("Row of numbers"), tip)
        tip = self.tr("1 at the place of the class, 0 at all others")
        set_names(self.hot, "numbers_one_hot", self.tr("One-hot vector"), tip)
        if self._levels is not None:
            self._hot_said.setText(self._hot_text())
            self._render_row()


def _strip(parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    bar = area.horizontalScrollBar().sizeHint().height()
    area.setFixedHeight(ROW_HEIGHT + bar + tokens.SPACE_XS)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _read(grid: CellGrid, row: int, column: int) -> None:
    """Mark a cell in the other grid, which then tells nobody."""
    with QSignalBlocker(grid):
        grid.read((row, column))
