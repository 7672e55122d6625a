"""The list of kernels that have names, in groups, each with its picture."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QCoreApplication,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QIcon, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from cnnviz.engine.convolution.kernel_presets import GROUP_TITLES, PRESETS
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.pages.convolution.model.kernel_tools import KernelTool
from cnnviz.pages.convolution.views.inspector.kernel.kernel_icon import kernel_icon
from cnnviz.ui.page import set_names
from cnnviz.ui.picture_choice.gallery import open_as_gallery
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import bold
from cnnviz.ui.theme.icons import icon

_KEY = Qt.ItemDataRole.UserRole
_TITLE = Qt.ItemDataRole.UserRole + 1
_CELL: Final = QSize(96, 84)
_COLUMNS, _ROWS = 6, 5
RANDOM: Final[KernelTool] = "random"
"""The key of the last choice: numbers by chance."""


class KernelCombo(QComboBox):
    """Choose a preset; shows "Your own" when the numbers are none.

    Arrow keys choose at once. Random numbers stand at the end of the list, and are
    others at each choice.

    Signals
    -------
    kernel_chosen(key)
        A preset was chosen by hand, or `RANDOM`.
    """

    kernel_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(tokens.HIT)
        self.setMaxVisibleItems(18)
        self.setIconSize(QSize(tokens.ICON_L, tokens.ICON_L))
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setMinimumContentsLength(12)
        self._own = QStandardItem()
        self._own_values = np.empty((0, 0), np.float32)
        # The small picture follows when a hand that turns or types a number rests.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(tokens.POINTING_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_over)
        self._items = QStandardItemModel(self)
        self._fill()
        self.setModel(self._items)
        open_as_gallery(self, tokens.ICON_KERNEL, _CELL, _COLUMNS, _ROWS)
        self.activated.connect(self._on_activated)

    def _fill(self) -> None:
        self._own.setData("", _KEY)
        self._own.setEnabled(False)
        self._items.appendRow(self._own)
        group = ""
        for preset in PRESETS:
            if preset.group != group:
                group = preset.group
                self._append_heading(GROUP_TITLES[preset.group])
            self._append(preset.title, preset.key, kernel_icon(preset.values_hw))
        self._append_heading(QT_TRANSLATE_NOOP("KernelNames", "Random"))
        title = QT_TRANSLATE_NOOP("KernelNames", "Random numbers")
        self._append(title, RANDOM, icon("kernel_random"))

    def _append(self, title: str, key: str, picture: QIcon) -> None:
        item = QStandardItem(picture, "")
        item.setData(title, _TITLE)
        item.setData(key, _KEY)
        self._items.appendRow(item)

    def _append_heading(self, title: str) -> None:
        heading = QStandardItem()
        heading.setData(title, _TITLE)
        heading.setEnabled(False)
        heading.setFont(bold(heading.font()))
        self._items.appendRow(heading)

    def render_kernel(self, key: str, values_hw: NDArray[np.float32]) -> None:
        """Show which preset the numbers are, or the numbers themselves."""
        with QSignalBlocker(self):
            if not key and not np.array_equal(values_hw, self._own_values):
                self._own_values = values_hw
                self._pause.start()
            place = self.findData(key, _KEY)
            if place != self.currentIndex():
                self.setCurrentIndex(place)

    @Slot()
    def _on_pause_over(self) -> None:
        with QSignalBlocker(self):
            self._own.setIcon(kernel_icon(self._own_values))

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        if key := self.itemData(index, _KEY):
            self.kernel_chosen.emit(key)

    def retranslate(self) -> None:
        """Put every name in the language of now."""
        tip = self.tr("Choose a ready-made kernel (filter)")
        set_names(self, "kernel_combo", self.tr("Kernel"), tip)
        self._own.setText(self.tr("Your own kernel"))
        for row in range(1, self._items.rowCount()):
            item = self._items.item(row)
            title = item.data(_TITLE)
            item.setText(QCoreApplication.translate("KernelNames", title))
