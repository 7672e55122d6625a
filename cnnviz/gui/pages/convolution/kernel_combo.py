"""The list of kernels that have names, in groups."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from cnnviz.convolution.kernels import PRESETS
from cnnviz.gui.page import named
from cnnviz.gui.pages.convolution.kernel_names import group_name, kernel_name

_KEY = Qt.ItemDataRole.UserRole
_GROUP = Qt.ItemDataRole.UserRole + 1


class KernelCombo(QComboBox):
    """Choose a preset; shows "Your own" when the numbers are none.

    Signals
    -------
    kernel_chosen(key)
        A preset was chosen by hand.
    """

    kernel_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(32)
        self.setMaxVisibleItems(18)
        self._own = QStandardItem()
        self._items = QStandardItemModel(self)
        self._fill()
        self.setModel(self._items)
        self.activated.connect(self._on_activated)

    def _fill(self) -> None:
        self._own.setData("", _KEY)
        self._own.setEnabled(False)
        self._items.appendRow(self._own)
        group = ""
        for preset in PRESETS:
            if preset.group != group:
                group = preset.group
                heading = QStandardItem()
                heading.setData(group, _GROUP)
                heading.setEnabled(False)
                font = heading.font()
                font.setBold(True)
                heading.setFont(font)
                self._items.appendRow(heading)
            item = QStandardItem()
            item.setData(preset.key, _KEY)
            self._items.appendRow(item)

    def render_key(self, key: str) -> None:
        """Show which preset the numbers are."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(key, _KEY))

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        key = self.itemData(index, _KEY)
        if key:
            self.kernel_chosen.emit(key)

    def retranslate(self) -> None:
        """Put every name in the language of now."""
        named(
            self,
            "kernel_combo",
            self.tr("Kernel"),
            self.tr("Choose a ready-made kernel"),
        )
        self._own.setText(self.tr("Your own kernel"))
        for row in range(1, self._items.rowCount()):
            item = self._items.item(row)
            group = item.data(_GROUP)
            item.setText(
                group_name(group) if group else f"  {kernel_name(item.data(_KEY))}"
            )
