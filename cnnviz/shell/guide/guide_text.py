"""One page of the guide as it is read: text, sums, and pictures that fit."""

from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QImageReader,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget
from typing_extensions import override

from cnnviz.state.guide_book import GuidePage, guide_folder
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import in_pixels
from cnnviz.ui.theme.look import look

_WIDEST: Final = 900
"""Pixels of a line that are read at ease, and of a picture."""

_IMAGE: Final = QTextDocument.ResourceType.ImageResource.value


class GuideText(QTextBrowser):
    """Show a page; nothing is read but what lies in the guide's folder.

    Signals
    -------
    chapter_wanted(name)
        A link to another file of the guide was followed: its name.
    """

    chapter_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page: GuidePage | None = None
        self._width = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.anchorClicked.connect(self._on_link)

    def show_page(self, page: GuidePage) -> None:
        """Show a page from its top."""
        self._page = page
        self._write()
        self.verticalScrollBar().setValue(0)

    def _write(self) -> None:
        if self._page is None:
            return
        self._width = min(self.viewport().width() - 2 * tokens.SPACE_XL, _WIDEST)
        document = self.document()
        document.clear()
        document.setDocumentMargin(tokens.SPACE_XL)
        document.setDefaultFont(in_pixels(self.font(), tokens.VALUE_PX))
        document.setTextWidth(self.viewport().width())
        features = QTextDocument.MarkdownFeature
        document.setMarkdown(
            self._page.text, features.MarkdownDialectGitHub | features.MarkdownNoHTML
        )
        _give_air(document)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture of the guide, as wide as there is room; nothing else."""
        path = name.path() if isinstance(name, QUrl) else name
        file = (guide_folder() / path).resolve()
        if int(kind) != _IMAGE or not file.is_relative_to(guide_folder().resolve()):
            return None
        reader = QImageReader(str(file))
        size = reader.size()
        if size.width() > self._width > 0:
            reader.setScaledSize(size * (self._width / size.width()))
        image = reader.read()
        return image if not image.isNull() else QImage()

    @Slot(QUrl)
    def _on_link(self, link: QUrl) -> None:
        if not link.scheme() and link.path().endswith(".md"):
            self.chapter_wanted.emit(link.path().split(".")[0])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Alt and an arrow to the guide, which turns its pages with them."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = min(self.viewport().width() - 2 * tokens.SPACE_XL, _WIDEST)
        if wanted != self._width:
            at = self.verticalScrollBar().value()
            self._write()
            self.verticalScrollBar().setValue(at)

    def set_ground(self) -> None:
        """Take the colours of the theme."""
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, look(palette).ground)
        self.setPalette(palette)


def _give_air(document: QTextDocument) -> None:
    """Set paragraphs apart; Markdown leaves none between them."""
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        is_code = form.hasProperty(QTextFormat.Property.BlockCodeFence)
        after = block.next().blockFormat()
        goes_on = is_code and after.hasProperty(QTextFormat.Property.BlockCodeFence)
        form.setBottomMargin(0 if goes_on else tokens.SPACE_L)
        QTextCursor(block).setBlockFormat(form)
        block = block.next()
