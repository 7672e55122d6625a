"""The list of kernels that have names, in groups, each with its picture."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from cnnviz.engine.convolution.kernel_presets import PRESETS
from cnnviz.pages.convolution.views.inspector.kernel.kernel_icon import kernel_icon
from cnnviz.pages.convolution.views.inspector.kernel.kernel_names import (
    group_name,
    kernel_name,
)
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon

_KEY = Qt.ItemDataRole.UserRole
_GROUP = Qt.ItemDataRole.UserRole + 1
_RANDOM = "random"
_ICON = QSize(tokens.ICON_L, tokens.ICON_L)
_PAUSE_MS = tokens.POINTING_PAUSE_MS


class KernelCombo(QComboBox):
    """Choose a preset; shows "Your own" when the numbers are none.

    Arrow keys choose at once. Random numbers stand at the end of the list, and are
    others at each choice.

    Signals
    -------
    kernel_chosen(key)
        A preset was chosen by hand.
    random_requested()
        Numbers by chance were asked for.
    """

    kernel_chosen = Signal(str)
    random_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(tokens.HIT)
        self.setMaxVisibleItems(18)
        self.setIconSize(_ICON)
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setMinimumContentsLength(12)
        self._own = QStandardItem()
        self._own_values: NDArray[np.float32] | None = None
        # The small picture follows when a hand that turns or types a number rests.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_over)
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
                self._append_heading(group)
            item = QStandardItem()
            item.setData(preset.key, _KEY)
            item.setIcon(kernel_icon(preset.values_hw))
            self._items.appendRow(item)
        self._append_heading(_RANDOM)
        item = QStandardItem()
        item.setData(_RANDOM, _KEY)
        item.setIcon(icon("kernel_random"))
        self._items.appendRow(item)

    def _append_heading(self, group: str) -> None:
        heading = QStandardItem()
        heading.setData(group, _GROUP)
        heading.setEnabled(False)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self._items.appendRow(heading)

    def render_kernel(self, key: str, values_hw: NDArray[np.float32]) -> None:
        """Show which preset the numbers are, or the numbers themselves."""
        with QSignalBlocker(self):
            if not key and not _same(values_hw, self._own_values):
                self._own_values = values_hw
                self._pause.start()
            place = self.findData(key, _KEY)
            if place != self.currentIndex():
                self.setCurrentIndex(place)

    @Slot()
    def _on_pause_over(self) -> None:
        if self._own_values is not None:
            with QSignalBlocker(self):
                self._own.setIcon(kernel_icon(self._own_values))

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        key = self.itemData(index, _KEY)
        if key == _RANDOM:
            self.random_requested.emit()
        elif key:
            self.kernel_chosen.emit(key)

    def retranslate(self) -> None:
        """Put every name in the language of now."""
        set_names(
            self,
            "kernel_combo",
            self.tr("Kernel"),
            self.tr("Choose a ready-made kernel"),
        )
        self._own.setText(self.tr("Your own kernel"))
        for row in range(1, self._items.rowCount()):
            item = self._items.item(row)
            group = item.data(_GROUP)
            item.setText(group_name(group) if group else kernel_name(item.data(_KEY)))


def _same(values_hw: NDArray[np.float32], before: NDArray[np.float32] | None) -> bool:
    return before is not None and np.array_equal(values_hw, before)
