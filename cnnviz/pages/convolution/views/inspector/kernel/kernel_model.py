"""The kernel's numbers as a table that can be typed into."""

from functools import cache
from typing import Any, Final

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication
from typing_extensions import override

from cnnviz.engine.images.colour_maps import DIVERGING, signed_range, to_indices
from cnnviz.engine.images.numbers.typed_numbers import read_usable_number
from cnnviz.pages.convolution.model.kernel_bank import Rows
from cnnviz.ui.canvas.grid_numbers import is_light
from cnnviz.ui.numbers import decimal_mark, full, short
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look
from cnnviz.ui.theme.theme import palette, theme_of
from cnnviz.ui.theme.tokens import ThemeName

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_LONGEST_TEXT = 6
_LONGEST_AMONG_MANY = 5
_ANSWERED: Final = frozenset(
    int(role)
    for role in (
        _Role.DisplayRole,
        _Role.EditRole,
        _Role.TextAlignmentRole,
        _Role.BackgroundRole,
        _Role.ForegroundRole,
        _Role.ToolTipRole,
        _Role.AccessibleTextRole,
    )
)
MANY_COLUMNS = 6  # from here on a cell is too narrow for the usual letters


def _brief(value: float, columns: int) -> str:
    """Write a number so short that it fits a cell; editing shows all of it."""
    longest = _LONGEST_TEXT if columns < MANY_COLUMNS else _LONGEST_AMONG_MANY
    texts = [short(value, digits) for digits in (4, 2, 1)]
    return next((text for text in texts if len(text) <= longest), texts[1])


@cache
def _inks(theme: ThemeName) -> tuple[list[QColor], list[QColor]]:
    """Return the ground of each entry of the table, and what is readable on it."""
    table = look(palette(theme)).shown(DIVERGING)
    grounds = [QColor(*colour) for colour in table.tolist()]
    light = is_light(table).tolist()
    return grounds, [tokens.BLACK if is_so else tokens.WHITE for is_so in light]


class KernelModel(QAbstractTableModel):
    """Numbers with their diverging colours; what is no number stays to be mended.

    Signals
    -------
    number_typed(row, column, value)
        A cell was given another number.
    text_refused()
        A cell was given something that is no number; it goes on showing it.
    """

    number_typed = Signal(int, int, float)
    text_refused = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Rows = ()
        self._drafts: dict[tuple[int, int], str] = {}
        self._colours: list[list[int]] = []
        self._largest = 0.0

    @property
    def rows(self) -> Rows:
        """The numbers shown."""
        return self._rows

    @property
    def refused_text(self) -> str | None:
        """What the cell typed into last holds that is no number, if any does."""
        return next(reversed(self._drafts.values()), None)

    def render_rows(self, rows: Rows, largest: float = 0.0) -> None:
        """Show a kernel; the cells keep their places when the size stays.

        ``largest`` is the largest magnitude of all of the kernel's channels, so that a
        number has the colour that it has elsewhere.
        """
        if rows == self._rows and largest == self._largest:
            return
        self._largest = largest
        high = max(signed_range(rows)[1], largest)
        old_rows, old_colours = self._rows, self._colours
        colours = to_indices(rows, -high, high).tolist()
        if (len(rows), len(rows[0])) != (self.rowCount(), self.columnCount()):
            self.beginResetModel()
            self._rows, self._colours = rows, colours
            self._drafts.clear()
            self.endResetModel()
            return
        self._rows, self._colours = rows, colours
        changed = np.not_equal(rows, old_rows)
        repainted = changed | np.not_equal(colours, old_colours)
        # What is no number stays when one other number was changed only.
        places = np.argwhere(changed).tolist()
        if len(places) != 1 or tuple(places[0]) in self._drafts:
            for place in self._drafts:
                repainted[place] = True
            self._drafts.clear()
        # Cell by cell: one changed number is painted in a fraction of the time of all.
        for row, column in np.argwhere(repainted).tolist():
            self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def retranslate(self) -> None:
        """Write every number anew: the language may have another decimal mark."""
        if self._rows:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or not self._rows else len(self._rows[0])

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        # Most of what Qt asks for has no answer, and it asks for each cell it paints.
        if role not in _ANSWERED or not index.isValid():
            return None
        row, column = index.row(), index.column()
        draft = self._drafts.get((row, column))
        value = self._rows[row][column]
        match role:
            case _Role.DisplayRole:
                return _brief(value, len(self._rows[0])) if draft is None else draft
            case _Role.EditRole:
                return full(value) if draft is None else draft
            case _Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
            case _Role.BackgroundRole:
                return _inks(theme_of(QGuiApplication.palette()))[0][
                    self._colours[row][column]
                ]
            case _Role.ForegroundRole:
                if draft is not None:
                    return tokens.WEIGHT_REFUSED
                return _inks(theme_of(QGuiApplication.palette()))[1][
                    self._colours[row][column]
                ]
            case _Role.ToolTipRole:
                return f"{row + 1}, {column + 1}: {full(value)}"
            case _Role.AccessibleTextRole:
                return f"{row + 1}, {column + 1}: {draft or full(value)}"
            case _:
                return None

    @override
    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        if role != _Role.EditRole:
            return False
        row, column, text = index.row(), index.column(), str(value)
        number = read_usable_number(text, decimal_mark())
        self._drafts.pop((row, column), None)
        if number is None:
            self._drafts[row, column] = text  # the last one typed stands last
        self.dataChanged.emit(index, index)
        if number is None:
            self.text_refused.emit()
        else:
            self.number_typed.emit(row, column, number)
        return True
