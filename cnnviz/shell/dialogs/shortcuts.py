"""Every key that does something, page by page."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QWidget
from typing_extensions import override

from cnnviz.ui.controls.buttons import close_button
from cnnviz.ui.keys import EVERYWHERE, Keys, keys_of
from cnnviz.ui.layouts import in_column
from cnnviz.ui.page import HearsLanguage, Page
from cnnviz.ui.texts import keep_plain
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import bold, sized

_SIGNS: Final = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


class ShortcutsDialog(HearsLanguage, QDialog):
    """List the table of keys (`cnnviz.ui.keys`): each page's, then the window's."""

    def __init__(self, pages: Sequence[Page], window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("shortcuts_dialog")
        self._window = window
        self._pages = pages
        self._area = QScrollArea(self)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setObjectName("shortcuts_list")
        self._buttons = close_button(self)
        column, above = in_column(self._area, self._buttons, of=self), tokens.SPACE_XL
        column.setContentsMargins(tokens.SPACE_XXL, above, tokens.SPACE_M, above)
        self.resize(560, 620)
        self._retranslate()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Pages may have changed their actions since the last time.
        self._retranslate()
        super().showEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._area.setAccessibleName(self.windowTitle())
        listing = QWidget(self)
        grid = QGridLayout(listing)
        grid.setContentsMargins(0, 0, tokens.SPACE_XL, 0)
        grid.setHorizontalSpacing(tokens.SPACE_XXXL)
        grid.setVerticalSpacing(tokens.SPACE_S)
        grid.setColumnStretch(1, 1)
        for page in self._pages:
            self._add_group(grid, page.title(), keys_of(page.key))
        self._add_group(grid, self.tr("On every page"), keys_of(EVERYWHERE))
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(listing)
        keep_plain(self)
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(listing.sizeHint().width() + bar)

    def _add_group(self, grid: QGridLayout, title: str, rows: Iterable[Keys]) -> None:
        told = [(words, row) for row in rows if (words := self._words(row))]
        if not told:
            return
        heading = QLabel(title, self)
        heading.setFont(bold(sized(heading.font(), tokens.FONT_HEADING)))
        at = grid.rowCount()
        grid.addWidget(heading, at, 0, 1, 2)
        grid.setRowMinimumHeight(at, 36)
        for offset, (words, row) in enumerate(told, start=1):
            grid.addWidget(QLabel(words, self), at + offset, 0)
            keys = QLabel(keys_text(row.sequences()), self)
            keys.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(keys, at + offset, 1)

    def _words(self, row: Keys) -> str:
        """Return what keys do; nothing where the window lacks their action."""
        if row.action:
            action = self._window.findChild(QAction, row.action)
            words = "" if action is None else _plain(action.text())
        else:
            words = QCoreApplication.translate("Keys", row.words)
        if not (words and row.part):
            return words
        part = QCoreApplication.translate("Keys", row.part)
        return self.tr("{part}: {words}").format(part=part, words=words)


def _plain(text: str) -> str:
    """Take the mnemonic's sign and the menu's dots out of an action's text."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def keys_text(keys: Sequence[QKeySequence]) -> str:
    """Return keys as they are written here, arrows as signs, what is held said once."""
    held = ""
    texts: list[str] = []
    for sequence in keys:
        plain = sequence.toString()
        modifiers, plus, name = plain.rpartition("+") if plain != "+" else ("", "", "+")
        if name in _SIGNS and modifiers + plus == held and texts:
            texts[-1] += f" {_SIGNS[name]}"
            continue
        native = sequence.toString(QKeySequence.SequenceFormat.NativeText)
        is_arrow = name in _SIGNS
        held = modifiers + plus if is_arrow else "\0"
        texts.append(_with_sign(native, name) if is_arrow else native)
    return "   ".join(texts)


def _with_sign(native: str, name: str) -> str:
    before, plus, _ = native.rpartition("+")
    return before + plus + _SIGNS[name]
