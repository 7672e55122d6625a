"""Every key that does something, page by page."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cnnviz.ui.controls.buttons import close_button
from cnnviz.ui.page import Page
from cnnviz.ui.texts import keep_plain


class ShortcutsDialog(QDialog):
    """List the actions that have a shortcut: the window's, then each page's."""

    def __init__(
        self,
        window_actions: Iterable[QAction],
        pages: Sequence[Page],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts_dialog")
        self._window_actions = window_actions
        self._pages = pages
        self._area = QScrollArea(self)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setObjectName("shortcuts_list")
        self._buttons = close_button(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 8, 16)
        column.addWidget(self._area)
        column.addWidget(self._buttons)
        self.resize(520, 620)
        self._retranslate()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Pages may have changed their actions since the last time.
        self._retranslate()
        super().showEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        listing = QWidget(self)
        grid = QGridLayout(listing)
        grid.setContentsMargins(0, 0, 16, 0)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for page in self._pages:
            self._add_group(grid, page.title(), page.page_actions())
        self._add_group(grid, self.tr("Everywhere"), self._window_actions)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(listing)
        keep_plain(self)

    def _add_group(
        self, grid: QGridLayout, title: str, actions: Iterable[QAction]
    ) -> None:
        with_keys = [action for action in actions if action.shortcuts()]
        if not with_keys:
            return
        heading = QLabel(title, self)
        font = heading.font()
        font.setBold(True)
        font.setPointSizeF(1.15 * font.pointSizeF())
        heading.setFont(font)
        row = grid.rowCount()
        grid.addWidget(heading, row, 0, 1, 2)
        grid.setRowMinimumHeight(row, 36)
        for offset, action in enumerate(with_keys, start=1):
            grid.addWidget(QLabel(_plain(action.text()), self), row + offset, 0)
            keys = QLabel(_keys(action), self)
            keys.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(keys, row + offset, 1)


def _plain(text: str) -> str:
    """Take the mnemonic's sign and the menu's dots out of an action's text."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def _keys(action: QAction) -> str:
    form = QKeySequence.SequenceFormat.NativeText
    return "   ".join(keys.toString(form) for keys in action.shortcuts())
