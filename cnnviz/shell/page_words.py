"""What the pages say: in the status line, and in the bar over them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from cnnviz.shell.status_line import StatusLine
from cnnviz.ui.controls.message_bar import MessageBar
from cnnviz.ui.page import Page


class PageWords(QObject):
    """Let the page in front be heard, and keep what the others say until they are."""

    def __init__(
        self, pages: Sequence[Page], status: StatusLine, bar: MessageBar
    ) -> None:
        super().__init__(bar)
        self._status, self._bar = status, bar
        self._lines = {page.key: "" for page in pages}
        self._front: Page | None = None
        for page in pages:
            page.status_message.connect(self._on_message)
            page.notified.connect(self._on_told)
            page.refused.connect(self._on_refused)
            page.settled.connect(bar.take_back)

    def show_page(self, page: Page) -> None:
        """Show what the page says that is in front now."""
        self._front = page
        self._status.render_page(self._lines[page.key])
        self._bar.show_page(page.key)

    @Slot(str)
    def _on_message(self, text: str) -> None:
        page = self.sender()
        if isinstance(page, Page):
            self._lines[page.key] = text
            if page is self._front:
                self._status.render_page(text)

    @Slot(str)
    def _on_told(self, text: str) -> None:
        if self.sender() is self._front:
            self._status.tell(text)

    @Slot(str)
    def _on_refused(self, text: str) -> None:
        page = self.sender()
        if isinstance(page, Page):
            self._bar.say(text, page=page.key)
