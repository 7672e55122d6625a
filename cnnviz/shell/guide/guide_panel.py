"""The guide in the window: lessons at the left, one of them at the right."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from cnnviz.shell.guide.guide_text import GuideText
from cnnviz.state.guide_book import GuidePage, guide_pages
from cnnviz.ui.controls.tool_button import tool_button
from cnnviz.ui.i18n import current_language
from cnnviz.ui.keyboard.key_guard import keep_key
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import bold, half_bold, in_pixels

_LIST: Final = 260
_OWN: Final = (Qt.Key.Key_Escape, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class GuidePanel(Retranslated):
    """Lies over the pages until it is closed, or Esc.

    Signals
    -------
    closed()
        The page below it shall be seen again.
    """

    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("guide_panel")
        self._over = over
        self._pages: tuple[GuidePage, ...] = ()
        self._title = QLabel(self)
        self._list, self._text = QListWidget(self), GuideText(self)
        self._before, self._after = QPushButton(self), QPushButton(self)
        self._close: QToolButton = tool_button(self, "close")
        self._lay_out()
        self._list.currentRowChanged.connect(self._on_row_changed)
        self._before.clicked.connect(self._on_before)
        self._after.clicked.connect(self._on_after)
        self._close.clicked.connect(self.closed)
        self._text.chapter_wanted.connect(self.show_chapter)
        over.installEventFilter(self)
        self.hide()
        self._retranslate()

    def _lay_out(self) -> None:
        self._title.setFont(bold(in_pixels(self.font(), tokens.TITLE_PX)))
        self._list.setFixedWidth(_LIST)
        self._list.setWordWrap(True)
        self._list.setSpacing(tokens.SPACE_XXS)
        self._list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._close.setFixedSize(tokens.HIT_LARGE, tokens.HIT_LARGE)
        for button in (self._before, self._after):
            button.setMinimumHeight(tokens.HIT_LARGE)
        head = in_row((self._title, 1), self._close)
        foot = in_row(self._before, (None, 1), self._after)
        read = in_column((self._text, 1), foot, gap=tokens.SPACE_M)
        body = in_row(self._list, (read, 1), gap=tokens.SPACE_L)
        parts = head, (body, 1)
        in_column(*parts, gap=tokens.SPACE_M, of=self, margin=tokens.SPACE_XL)

    def open(self, chapter: str) -> None:
        """Come up at the chapter of a page, or where it was read last."""
        self._text.set_ground()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        here = self._list.currentRow()
        if here < 0 or self._pages[here].chapter != chapter:
            self.show_chapter(chapter)
        self._text.setFocus()

    @Slot(str)
    def show_chapter(self, chapter: str) -> None:
        """Show the first page of a chapter."""
        places = (n for n, page in enumerate(self._pages) if page.chapter == chapter)
        self._list.setCurrentRow(next(places, 0))

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        if 0 <= row < len(self._pages):
            self._text.show_page(self._pages[row])
        self._before.setEnabled(row > 0)
        self._after.setEnabled(row < len(self._pages) - 1)

    @Slot()
    def _on_before(self) -> None:
        self._turn(-1)

    @Slot()
    def _on_after(self) -> None:
        self._turn(1)

    def _turn(self, by: int) -> None:
        row = self._list.currentRow() + by
        self._list.setCurrentRow(min(max(row, 0), len(self._pages) - 1))

    @override
    def event(self, event: QEvent) -> bool:
        return keep_key(event, lambda key: key.key() in _OWN) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; Alt and an arrow turn the page, as in a browser."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif alt and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._turn(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._text.set_ground()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.palette().window())

    def _fill(self) -> None:
        """Read the pages in the language of now; the lesson that is read stays."""
        row = self._list.currentRow()
        self._pages = guide_pages(current_language().key)
        self._list.clear()
        for page in self._pages:
            item = QListWidgetItem(page.title, self._list)
            if page.begins:
                item.setFont(half_bold(self._list.font()))
        self._list.setCurrentRow(row if 0 <= row < len(self._pages) else -1)

    @override
    def _retranslate(self) -> None:
        self._title.setText(self.tr("Guide"))
        close = self.tr("Close the guide (Esc)")
        set_names(self._close, "guide_close", self.tr("Close"), close)
        set_names(self._list, "guide_lessons", self.tr("Lessons"))
        set_names(self._text, "guide_text", self.tr("Lesson"))
        for button, name, text in (
            (self._before, "guide_before", self.tr("Page before")),
            (self._after, "guide_after", self.tr("Next page")),
        ):
            set_names(button, name, text)
            button.setText(text)
        self._fill()
