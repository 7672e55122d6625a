"""The list of own classes: names, which can be typed anew, and how many examples each has."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from cnnviz.engine.datasets.own.collection import OwnClasses
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import HearsLanguage, set_names
from cnnviz.ui.texts import plain
from cnnviz.ui.theme import tokens

_NAME, _COUNT = 0, 1
_WIDTH: Final = 208


class ClassList(HearsLanguage, QTreeWidget):
    """Show the classes; one is chosen, and F2 or a double click changes its name.

    Signals
    -------
    class_chosen(place)
        Another class is looked at.
    renamed(place, name)
        Another name was typed.
    """

    class_chosen = Signal(int)
    renamed = Signal(int, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header, mode = self.header(), QHeaderView.ResizeMode
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_NAME, mode.Stretch)
        header.setSectionResizeMode(_COUNT, mode.ResizeToContents)
        self.setFixedWidth(_WIDTH)
        self.currentItemChanged.connect(self._on_current_changed)
        self.itemChanged.connect(self._on_item_changed)
        self._retranslate()

    @property
    def place(self) -> int:
        """Which class is chosen; -1 where there is none."""
        item = self.currentItem()
        return -1 if item is None else self.indexOfTopLevelItem(item)

    def choose(self, place: int) -> None:
        """Choose a class."""
        item = self.topLevelItem(place)
        if item is not None:
            self.setCurrentItem(item)

    def render_classes(self, classes: OwnClasses) -> None:
        """Show the classes; the chosen place stays chosen, or the last one is."""
        place = self.place
        with QSignalBlocker(self):
            while self.topLevelItemCount() > len(classes.classes):
                self.takeTopLevelItem(self.topLevelItemCount() - 1)
            for at, one in enumerate(classes.classes):
                item = self.topLevelItem(at) or self._new_item()
                count = whole(len(one.examples))
                item.setText(_NAME, one.name)
                item.setData(_NAME, Qt.ItemDataRole.ToolTipRole, plain(one.name))
                item.setText(_COUNT, count)
            if classes.classes:
                self.choose(min(max(place, 0), len(classes.classes) - 1))
                rows = self.sizeHintForRow(0) * len(classes.classes)
                self.setMaximumHeight(rows + 2 * self.frameWidth())
        if self.place != place:
            self.class_chosen.emit(self.place)

    def _new_item(self) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setTextAlignment(
            _COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        item.setSizeHint(_NAME, QSize(0, tokens.HIT))
        return item

    @Slot()
    def _on_current_changed(self) -> None:
        self.class_chosen.emit(self.place)

    @Slot(QTreeWidgetItem, int)
    def _on_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if column == _NAME:
            self.renamed.emit(self.indexOfTopLevelItem(item), item.text(_NAME))

    @override
    def _retranslate(self) -> None:
        tip = self.tr("Your classes, and how many examples each has. F2 renames one.")
        set_names(self, "own_list", self.tr("Classes"), tip)
