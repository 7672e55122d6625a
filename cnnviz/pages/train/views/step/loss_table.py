"""The loss of one picture, class by class."""

from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from cnnviz.engine.training.one_step.opened_step import OpenedStep
from cnnviz.ui.class_text import class_words
from cnnviz.ui.numbers import full, short
from cnnviz.ui.page import HearsLanguage, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_Role = Qt.ItemDataRole


class LossRows(QAbstractTableModel):
    """One row a class: its number, probability, target, part of the loss, gradient."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._labels: tuple[str, ...] = ()
        self._numbers: list[list[float]] = []
        self._right = -1
        self._bold = half_bold(in_pixels(QGuiApplication.font(), tokens.TEXT_PX))

    def render_step(self, step: OpenedStep | None) -> None:
        """Show the first picture of a step; also again in another language."""
        self.beginResetModel()
        self._labels, self._numbers, self._right = (), [], -1
        if step is not None:
            loss = step.loss
            columns = (
                loss.logits_nk,
                loss.probabilities_nk,
                loss.targets_nk,
                loss.terms_nk,
                loss.gradients_nk,
            )
            self._labels = class_words(step.network.labels)
            each = (column[0].tolist() for column in columns)
            self._numbers = [list(row) for row in zip(*each, strict=True)]
            self._right = int(step.labels_n[0])
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._labels)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads())

    @override
    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        row, column = index.row(), index.column()
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == _Role.FontRole and row == self._right:
            return self._bold
        if role not in (_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole):
            return None
        if column == 0:
            said = self._labels[row]
        else:
            number = self._numbers[row][column - 1]
            said = (full if role == _Role.ToolTipRole else short)(number)
        if role == _Role.AccessibleTextRole:
            return f"{self._labels[row]}, {self._heads()[column]}: {said}"
        return said

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self._heads()[section] if role == _Role.DisplayRole else None

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Class"),
            self.tr("Output z"),
            self.tr("Probability p"),
            self.tr("Target t"),
            self.tr("Loss −t · ln p"),
            self.tr("Gradient p − t"),
        )


class LossTable(HearsLanguage, QTableView):
    """Show the loss of a step as a table; the right class is in bold."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = LossRows(self)
        self._step: OpenedStep | None = None
        self.setModel(self._rows)
        self.setFont(in_pixels(self.font(), tokens.TEXT_PX))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(tokens.SPACE_LABEL)
        stretch = QHeaderView.ResizeMode.Stretch
        self.horizontalHeader().setSectionResizeMode(stretch)
        self.horizontalHeader().setHighlightSections(False)
        self._retranslate()

    def render_step(self, step: OpenedStep | None) -> None:
        """Show a step; the same one again changes nothing."""
        if step is not self._step:
            self._step = step
            self._rows.render_step(step)

    def _retranslate(self) -> None:
        set_names(self, "loss_table", self.tr("The loss, class by class"), " ")
        self._rows.render_step(self._step)
